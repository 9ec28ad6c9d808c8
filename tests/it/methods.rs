//! `#[task] impl`: methods and associated functions as nodes, through `node!`.

use std::ops::Deref;
use std::sync::Arc;

use superscalar::{GraphInfo, node, pipeline, task};

use crate::common::{Events, Meeting, Token, in_every_mode, ordered};

mod models {
    use superscalar::task;

    #[derive(Debug, Default, PartialEq)]
    pub struct Model {
        pub scale: u64,
    }

    #[task]
    impl Model {
        /// Documented.
        #[task]
        #[must_use]
        pub fn new(scale: u64) -> Self {
            Model { scale }
        }

        #[task]
        pub fn fit(&self, x: &[u64]) -> u64 {
            self.scale * x.iter().sum::<u64>()
        }

        #[task(name = "make a step")]
        pub fn step(&mut self, by: u64) {
            self.scale = 2 * self.scale + by;
        }

        #[task]
        pub fn first<'a>(&self, x: &'a [u64]) -> &'a u64 {
            &x[0]
        }

        #[task]
        pub fn scale(&self) -> &u64 {
            &self.scale
        }

        #[task]
        pub fn read(text: &str) -> Result<Model, std::num::ParseIntError> {
            Ok(Model { scale: text.parse()? })
        }

        #[task]
        pub fn take(self) -> u64 {
            self.scale
        }

        #[task(inline)]
        pub fn boxed(self: Box<Self>, more: u64) -> Box<Self> {
            Box::new(Model { scale: self.scale + more })
        }

        #[task]
        pub fn map<U, F: Fn(u64) -> U>(&self, f: F) -> U {
            f(self.scale)
        }

        /// No task.
        pub fn plain(&self, x: &[u64]) -> u64 {
            self.fit(x) + 1
        }

        #[cfg(any())]
        #[task]
        pub fn absent(&self) -> NoSuchType {}

        #[cfg_attr(all(), cfg(any()))]
        #[task]
        pub fn also_absent(&self) -> NoSuchType {}
    }

    pub struct Parser<'t> {
        pub text: &'t str,
    }

    #[task]
    impl<'t> Parser<'t> {
        #[task]
        pub fn next(&mut self) -> &'t str {
            let (next, rest) = self.text.split_at(1);
            self.text = rest;
            next
        }
    }

    #[task]
    impl Parser<'_> {
        #[task]
        pub fn peek(&self) -> &str {
            &self.text[..1]
        }

        #[task]
        pub fn again(&self) -> Self {
            Parser { text: self.text }
        }
    }

    #[derive(Debug)]
    pub struct Stack<T, const N: usize = 4> {
        items: Vec<T>,
    }

    #[task]
    impl<T: Clone, const N: usize> Stack<T, N> {
        #[task]
        pub fn new() -> Self {
            Stack { items: Vec::with_capacity(N) }
        }

        #[task]
        pub fn push(&mut self, x: T) -> usize {
            self.items.push(x);
            self.items.len()
        }

        #[task]
        pub fn top(&self) -> Option<&T>
        where
            T: Copy,
        {
            self.items.last()
        }
    }
}

use models::{Model, Parser, Stack};

#[task]
fn eat(x: Vec<u64>) -> u64 {
    x.iter().sum()
}

#[task]
fn show(x: &u64) -> String {
    x.to_string()
}

fn is_task(graph: &GraphInfo, label: &str) -> bool {
    graph.nodes().iter().any(|node| node.label() == label && node.task().is_some())
}

#[test]
fn two_calls_that_read_overlap() {
    pipeline! {
        fn by_path(model: &Model, x: &[u64], y: &[u64]) -> (u64, u64) {
            let a = node!(Model::fit(model, x));
            let b = node!(Model::fit(model, y));
            (a, b)
        }
        fn by_method(model: &Model, x: &[u64], y: &[u64]) -> (u64, u64) {
            let a = node!(model.fit(x));
            let b = node!(model.fit(y));
            (a, b)
        }
        fn made(x: &[u64], y: &[u64]) -> (u64, u64) {
            let model = node!(<Model>::new(3));
            let a = node!(Model::fit(&model, x));
            let b = node!(Model::fit(&model, y));
            (a, b)
        }
        fn ascribed(x: &[u64], y: &[u64]) -> (u64, u64) {
            let model: Model = node!(Model::new(3));
            let a = node!(model.fit(x));
            let b = node!(model.fit(y));
            (a, b)
        }
        fn by_module(x: &[u64], y: &[u64]) -> (u64, u64) {
            let model = node!(<models::Model>::new(3));
            let a = node!(models::Model::fit(&model, x));
            let b = node!(models::Model::fit(&model, y));
            (a, b)
        }
        fn moved(model: Model, x: &[u64], y: &[u64]) -> (u64, u64) {
            let a = node!(model.fit(x));
            let b = node!(model.fit(y));
            (a, b)
        }
    }
    let (model, x, y) = (Model { scale: 3 }, [1, 2], [5]);
    assert_eq!(in_every_mode(|| by_path(&model, &x, &y)), (9, 15));
    assert_eq!(in_every_mode(|| by_method(&model, &x, &y)), (9, 15));
    assert_eq!(in_every_mode(|| made(&x, &y)), (9, 15));
    assert_eq!(in_every_mode(|| ascribed(&x, &y)), (9, 15));
    assert_eq!(in_every_mode(|| by_module(&x, &y)), (9, 15));
    assert_eq!(in_every_mode(|| moved(Model { scale: 3 }, &x, &y)), (9, 15));
    for graph in [by_path::graph(), by_method::graph(), made::graph(), ascribed::graph(), moved::graph()] {
        assert!(is_task(&graph, "Model::fit"), "{graph}");
        assert!(!ordered(&graph, "a", "b"), "{graph}");
    }
    assert!(!ordered(&by_module::graph(), "a", "b") && is_task(&by_module::graph(), "models::Model::fit"));
}

#[test]
fn they_run_at_the_same_time() {
    struct Place(Meeting);

    #[task]
    impl Place {
        #[task]
        fn meet(&self) -> bool {
            self.0.join()
        }
    }
    pipeline! {
        fn body(place: &Place) -> (bool, bool) {
            let a = node!(place.meet());
            let b = node!(Place::meet(place));
            (a, b)
        }
    }
    let place = Place(Meeting::of(2));
    assert_eq!(crate::common::pool(2).run(|| body(&place)), (true, true));
}

#[test]
fn an_exclusive_receiver_keeps_the_order() {
    pipeline! {
        fn body(model: &mut Model, x: &[u64]) -> (u64, u64) {
            node!(model.step(1));
            let a = node!(Model::fit(model, x));
            node!(Model::step(model, 2));
            node!(model.step(3));
            let b = node!(Model::fit(&*model, x));
            (a, b)
        }
    }
    let run = || {
        let mut model = Model { scale: 1 };
        (body(&mut model, &[1, 1]), model)
    };
    assert_eq!(in_every_mode(run), ((6, 38), Model { scale: 19 }));
    assert!(ordered(&body::graph(), "make a step", "a") && ordered(&body::graph(), "a", "b"));
}

#[test]
fn results_borrow_from_what_the_signature_says() {
    pipeline! {
        fn body(model: &Model) -> (u64, String, String, u64) {
            let own: Model = Model { scale: 7 };
            let x = vec![1, 2, 3];
            let first = node!(model.first(&x));
            let shown = show(first);
            let scale = node!(Model::scale(&own));
            let also = show(scale);
            let eaten = eat(x);
            let taken = node!(Model::take(own));
            (eaten, shown, also, taken)
        }
    }
    assert_eq!(in_every_mode(|| body(&Model { scale: 3 })), (6, "1".into(), "7".into(), 7));
    let graph = body::graph();
    assert!(ordered(&graph, "shown", "eaten"));
    assert!(ordered(&graph, "also", "taken"));
    assert!(!ordered(&graph, "shown", "taken"));
    assert!(!ordered(&graph, "also", "eaten"));
}

#[test]
fn the_lifetime_of_the_type_is_a_key() {
    pipeline! {
        fn body(text: &str) -> (String, String, usize) {
            let mut parser: Parser = Parser { text };
            let a = node!(Parser::next(&mut parser));
            let twin = node!(Parser::again(&parser));
            let peeked = node!(Parser::peek(&twin));
            let b = node!(Parser::next(&mut parser));
            (format!("{a}{b}"), peeked.to_owned(), a.len())
        }
    }
    assert_eq!(in_every_mode(|| body("xyz")), ("xy".into(), "y".into(), 1));
    assert!(ordered(&body::graph(), "a", "twin") && ordered(&body::graph(), "twin", "b"));
    // What `twin` borrows is the text, but nobody can know that it is not `parser`.
    let info = Parser::__SUPERSCALAR_again.unwrap().info;
    assert_eq!((info.output.borrows, info.params[0].name), (1, "self"));
}

#[test]
fn generic_types_and_functions() {
    pipeline! {
        fn body(x: u64) -> (usize, usize, Option<u64>, String) {
            let mut stack = node!(Stack::<u64>::new());
            let a = node!(Stack::push(&mut stack, x));
            let b = node!(Stack::<u64>::push(&mut stack, x + 1));
            let top = node!(Stack::top(&stack));
            let model = node!(<Model>::new(3));
            let text = node!(Model::map(&model, |scale| scale.to_string()));
            (a, b, top.copied(), text)
        }
        // What depends on `T` cannot be asked before it is known.
        fn generic<T: Clone + Copy + Send + Sync>(x: T) -> (usize, Option<T>) {
            let mut stack: Stack<T> = node!(Stack::new());
            let a = node!(Stack::<T>::push(&mut stack, x));
            let top = node!(stack.top());
            (a, top.copied())
        }
    }
    assert_eq!(in_every_mode(|| body(1)), (1, 2, Some(2), "3".into()));
    assert_eq!(in_every_mode(|| generic('x')), (1, Some('x')));
    assert!(!ordered(&body::graph(), "b", "text"));
    assert!(is_task(&body::graph(), "Stack::push") && !is_task(&generic::graph(), "Stack::push"));
}

#[test]
fn a_failure_ends_the_pipeline() {
    pipeline! {
        fn body(text: &str) -> Result<(u64, u64), std::num::ParseIntError> {
            let a: Model = node!(Model::read(text))?;
            let b: Model = node!(Model::read("5")?);
            let c = node!(a.fit(&[1]));
            let d = node!(b.fit(&[1]));
            Ok((c, d))
        }
    }
    assert_eq!(in_every_mode(|| body("4")), Ok((4, 5)));
    assert!(in_every_mode(|| body("x")).is_err());
    assert!(!ordered(&body::graph(), "c", "b"));
}

#[test]
fn a_value_takes_what_it_is_given() {
    pipeline! {
        fn body() -> (u64, Arc<u64>) {
            let boxed = Box::new(Model { scale: 1 });
            let boxed = node!(<Model>::boxed(boxed, 2));
            let shared = node!(Arc::new(4));
            (node!(Model::take(*boxed)), shared)
        }
    }
    assert_eq!(in_every_mode(body), (3, Arc::new(4)));
}

#[test]
fn values_are_dropped_once() {
    struct Holder<'e> {
        token: Token<'e>,
    }

    #[task]
    impl<'e> Holder<'e> {
        #[task]
        fn new(id: u64, events: &'e Events) -> Self {
            Holder { token: Token::new(id, events) }
        }

        #[task]
        fn id(&self) -> u64 {
            self.token.id
        }

        #[task]
        fn take(self) -> u64 {
            self.token.id
        }
    }
    pipeline! {
        fn body(events: &Events) -> (u64, u64, u64) {
            let one = node!(<Holder>::new(1, events));
            let two: Holder = node!(Holder::new(2, events));
            let a = node!(Holder::id(&one));
            let b = node!(two.id());
            let c = node!(Holder::take(one));
            (a, b, c)
        }
    }
    let run = || {
        let events = Events::default();
        let ids = body(&events);
        let mut lines = events.take();
        lines.sort();
        (ids, lines)
    };
    assert_eq!(in_every_mode(run), ((1, 2, 1), vec!["drop 1".into(), "drop 2".into()]));
    assert!(!ordered(&body::graph(), "b", "c"));
}

#[test]
fn in_regions_and_values() {
    let model = Model { scale: 2 };
    let p = pipeline! {
        let model: Model = node!(Model::new(2));
        let mut all = Vec::new();
        for x in [[1, 2], [3, 4]] {
            let own: Model = node!(Model::new(model.scale));
            let fit = node!(own.fit(&x));
            let more = node!(Model::fit(&model, &x));
            all.push(fit + more);
        }
        let best = if all.len() > 1 { node!(Model::fit(&model, &all)) } else { 0 };
        (all, best)
    };
    assert!(is_task(&p.graph(), "Model::fit"));
    let run = || {
        let p = pipeline! {
            // A capture's type is not known.
            let a = node!(model.fit(&[1]));
            let b = node!(<Model>::fit(&model, &[2]));
            (a, b)
        };
        p.run()
    };
    assert_eq!(in_every_mode(run), (2, 4));
    assert_eq!(p.run(), (vec![12, 28], 80));
}

#[test]
fn what_is_no_task_is_foreign() {
    fn whole<T: Default + Send + Sync>() -> T {
        let p = pipeline! {
            let t = node!(T::default());
            t
        };
        p.run()
    }
    pipeline! {
        fn body(model: &Model, x: &[u64]) -> (u64, usize, String, u32) {
            let a = node!(model.plain(x));
            let v = node!(Vec::from(x));
            let n = node!(Vec::<u64>::len(&v));
            let s = node!(<String>::from("s"));
            let d = node!(<u32 as Default>::default());
            let i = node!(Into::<u64>::into(d));
            (a + i, n, s, d)
        }
    }
    assert_eq!(whole::<u8>(), 0);
    let model = Model { scale: 1 };
    assert_eq!(in_every_mode(|| body(&model, &[1, 2])), (4, 2, "s".into(), 0));
    assert!(body::graph().nodes().iter().all(|node| node.task().is_none()));
    assert!(ordered(&body::graph(), "v", "n"));
}

#[test]
fn a_statement_that_may_not_exist() {
    pipeline! {
        fn body(model: &Model) -> u64 {
            let a = node!(model.fit(&[1]));
            #[cfg(any())]
            let a = node!(Model::absent(model));
            #[cfg(all())]
            let a = node!(Model::fit(model, &[a]));
            a
        }
    }
    assert_eq!(in_every_mode(|| body(&Model { scale: 3 })), 9);
}

/// A trait's method comes first where it takes the value and the type's own takes a reference.
#[test]
fn a_method_by_value_of_a_trait_is_no_task() {
    #[derive(Clone, Copy)]
    struct Handle<'a>(&'a u64);

    #[task]
    impl<'a> Handle<'a> {
        #[task]
        fn look(&self, _: &'a u64) -> u64 {
            1
        }
    }

    trait Look<'a> {
        fn look(self, x: &'a u64) -> &'a u64;
    }
    impl<'a> Look<'a> for Handle<'a> {
        fn look(self, x: &'a u64) -> &'a u64 {
            x
        }
    }
    pipeline! {
        fn body(x: u64) -> (String, u64) {
            let y = 1;
            let handle: Handle = Handle(&y);
            let found = node!(handle.look(&x));
            let shown = show(found);
            let eaten = eat(vec![x]);
            (shown, eaten)
        }
        fn by_path(x: u64) -> u64 {
            let y = 1;
            let handle: Handle = Handle(&y);
            node!(Handle::look(&handle, &x))
        }
    }
    assert_eq!(in_every_mode(|| body(5)), ("5".into(), 5));
    assert!(!is_task(&body::graph(), "Handle::look"));
    assert_eq!(in_every_mode(|| by_path(5)), 1);
    assert!(is_task(&by_path::graph(), "Handle::look"));
}

#[test]
fn a_method_behind_a_deref_is_no_task() {
    struct Wrapper(Model);
    impl Deref for Wrapper {
        type Target = Model;
        fn deref(&self) -> &Model {
            &self.0
        }
    }
    pipeline! {
        fn body(wrapper: &Wrapper, x: &[u64]) -> (u64, u64) {
            let a = node!(wrapper.fit(x));
            let b = node!(wrapper.fit(&[a]));
            (a, b)
        }
    }
    assert_eq!(in_every_mode(|| body(&Wrapper(Model { scale: 2 }), &[1])), (2, 4));
    assert!(body::graph().nodes().iter().all(|node| node.task().is_none()));
}

/// A `&mut` receiver of a method that takes `&self`: the method of a trait could come first.
#[test]
fn a_step_of_the_receiver_may_find_another() {
    trait Fit {
        fn fit(&mut self, x: &[u64]) -> u64;
    }
    impl Fit for Model {
        fn fit(&mut self, x: &[u64]) -> u64 {
            self.scale += 1;
            x[0]
        }
    }
    pipeline! {
        fn body(model: &mut Model, x: &[u64]) -> (u64, u64) {
            let a = node!(model.fit(x));
            let b = node!(model.fit(x));
            (a, b)
        }
    }
    let run = || {
        let mut model = Model { scale: 5 };
        (body(&mut model, &[1]), model.scale)
    };
    assert_eq!(in_every_mode(run), ((1, 1), 7));
    assert!(ordered(&body::graph(), "a", "b"));
}

/// What another module cannot reach is neither the function nor its description.
#[test]
fn a_private_method_gives_way_to_a_trait() {
    mod inner {
        use superscalar::task;

        pub struct Own(pub u64);

        #[task]
        impl Own {
            #[task]
            fn get(&self) -> u64 {
                1
            }
        }
    }
    trait Get {
        fn get(&self) -> &u64;
    }
    impl Get for inner::Own {
        fn get(&self) -> &u64 {
            &self.0
        }
    }
    #[task]
    fn swallow(own: inner::Own) -> u64 {
        own.0
    }
    pipeline! {
        fn body() -> (String, u64) {
            let own: inner::Own = inner::Own(7);
            let seen = node!(inner::Own::get(&own));
            let shown = show(seen);
            (shown, swallow(own))
        }
    }
    assert_eq!(in_every_mode(body), ("7".into(), 7));
    assert!(ordered(&body::graph(), "shown", "swallow"));
}

/// The type of the body is another than that of the signature: what is called by path is the body's.
#[test]
fn a_local_type_hides_one_of_the_same_name() {
    pipeline! {
        fn body(x: &[u64]) -> (u64, u64) {
            struct Model;
            impl Model {
                fn fit(&self, x: &[u64]) -> u64 {
                    x[0]
                }
            }
            let model: Model = Model;
            let a = node!(Model::fit(&model, x));
            let b = node!(model.fit(x));
            (a, b)
        }
    }
    assert_eq!(in_every_mode(|| body(&[4])), (4, 4));
    assert!(body::graph().nodes().iter().all(|node| node.task().is_none()));
}

/// A name for a reference is no name for the type behind it.
#[test]
fn an_alias_of_a_reference_has_no_tasks() {
    type Lent<'a> = &'a Model;
    type Same = Model;
    pipeline! {
        fn body(lent: Lent, same: &Same, x: &[u64]) -> (u64, u64) {
            let a = node!(lent.fit(x));
            let b = node!(same.fit(x));
            (a, b)
        }
    }
    let model = Model { scale: 2 };
    assert_eq!(in_every_mode(|| body(&model, &model, &[1])), (2, 2));
    let graph = body::graph();
    assert!(!is_task(&graph, "Lent::fit") && is_task(&graph, "Same::fit"));
}

#[test]
fn a_macro_writes_both() {
    macro_rules! make {
        ($name:ident, $ty:ty, $method:ident) => {
            struct $name(u64);
            #[task]
            impl $name {
                #[task]
                fn $method(&self, x: $ty) -> $ty {
                    x + self.0
                }
            }
            pipeline! {
                fn body(it: &$name, x: $ty) -> ($ty, $ty) {
                    let a = node!(it.$method(x));
                    let b = node!(<$name>::$method(it, x));
                    (a, b)
                }
            }
        };
    }
    make!(Adder, u64, add);
    assert_eq!(in_every_mode(|| body(&Adder(2), 3)), (5, 5));
    assert!(!ordered(&body::graph(), "a", "b"));
}

#[test]
fn methods_stay_methods() {
    let mut model = Model::new(2);
    model.step(1);
    assert_eq!((model.fit(&[2]), model.plain(&[2])), (10, 11));
    assert_eq!(Model::__SUPERSCALAR_step.unwrap().info.name, "make a step");
    let fit = Model::__SUPERSCALAR_fit.unwrap().info;
    assert!(fit.path.ends_with("methods::models::Model::fit") && fit.output.facts.closed, "{fit:?}");
}

#[test]
fn a_graph_takes_calls_of_methods() {
    struct Stack<T> {
        items: Vec<T>,
    }
    #[task]
    impl<T: Clone + Send + Sync> Stack<T> {
        #[task]
        fn of(items: Vec<T>) -> Self {
            Stack { items }
        }
        #[task]
        fn top(&self) -> Option<&T> {
            self.items.last()
        }
        #[task]
        fn push(&mut self, item: T) -> usize {
            self.items.push(item);
            self.items.len()
        }
        #[task]
        fn into_len(self) -> usize {
            self.items.len()
        }
    }
    #[task]
    fn copied(item: &Option<&u32>) -> u32 {
        item.copied().unwrap_or(0)
    }
    let run = || {
        let mut g = superscalar::Graph::new();
        let mut stack = g.add(Stack::of_node(vec![1_u32, 2]));
        let top = g.add(Stack::top_node(&stack));
        let before = g.add(copied::node(&top));
        let pushed = g.add(Stack::push_node(&mut stack, 7));
        let top = g.add(Stack::top_node(&stack));
        let after = g.add(copied::node(&top));
        let len = g.add(Stack::into_len_node(stack));
        assert_eq!(g.graph().nodes()[0].label(), "Stack::of");
        g.run((before, pushed, after, len)).unwrap()
    };
    assert_eq!(in_every_mode(run), (2, 3, 7, 3));
}
