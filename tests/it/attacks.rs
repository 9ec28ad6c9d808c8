//! Safe programs that the borrow checker accepts and that naive scheduling rules turn into use after free, double drop
//! or a race. Each gives the serial result in random legal orders and on pools, under Miri too.
//!
//! Refused instead of run, with a test in `tests/ui/attack`: fields of an overloaded `DerefMut` used apart
//! (`deref_mut_fields`, `deref_mut_assigned_field`), fields of a union (`union_fields`), a local function that hides an
//! imported task (`local_function_hides_task`), a method known as owned whose result borrows (`owned_method_borrows`),
//! a type named like a primitive that hides a lifetime (`type_named_like_a_primitive`), a `&mut` that no signature
//! shows used twice by name (`exclusive_pattern_used_twice`), a value whose parts are moved while another part is
//! borrowed (`moved_in_parts`), a macro that reaches a variable unseen (`macro_hides_capture`) or leaves unseen
//! (`macro_hides_a_return`, `macro_hides_a_continue`), one that drops its input and is named like one of std
//! (`macro_named_like_one_of_std`).

use std::cell::{Cell, RefCell};
use std::ops::{AddAssign, Deref, DerefMut, Index, IndexMut};
use std::sync::{Mutex, MutexGuard, RwLock};

use superscalar::{inline, node, pipeline, task};

use crate::common::{Events, in_every_mode, ordered, pause};

/// Its rows are overwritten when it is dropped, so that a late reader sees it.
#[derive(Debug, PartialEq)]
struct Frame(Vec<u64>);

impl Drop for Frame {
    fn drop(&mut self) {
        self.0.fill(u64::MAX);
    }
}

#[task]
fn frame(n: u64) -> Frame {
    Frame(vec![n; 3])
}

#[task]
fn eat(frame: Frame) -> u64 {
    frame.0[1]
}

#[task]
fn show(frame: &Frame) -> u64 {
    pause();
    frame.0[0]
}

#[task]
fn step(frame: &mut Frame) {
    pause();
    frame.0[0] += 1;
    frame.0[1] *= 2;
}

#[task]
fn sum(rows: &[u64]) -> u64 {
    pause();
    rows.iter().sum()
}

/// Interior mutability under a name that says nothing.
#[derive(Default)]
struct Registry<'a>(Mutex<Vec<&'a Frame>>);

impl<'a> Registry<'a> {
    fn lock(&self) -> MutexGuard<'_, Vec<&'a Frame>> {
        self.0.lock().unwrap()
    }

    fn stash(&self, frame: &'a Frame) {
        self.lock().push(frame);
    }

    /// Named like a reader.
    fn get(&self, frame: &'a Frame) -> u64 {
        self.lock().push(frame);
        1
    }
}

impl<'a> Index<&'a Frame> for Registry<'a> {
    type Output = u64;
    fn index(&self, frame: &'a Frame) -> &u64 {
        self.stash(frame);
        &1
    }
}

impl<'a> PartialEq<&'a Frame> for Registry<'a> {
    fn eq(&self, other: &&'a Frame) -> bool {
        self.stash(other);
        true
    }
}

#[task]
fn registry<'a>() -> Registry<'a> {
    Registry::default()
}

#[task]
fn stash<'a>(registry: &Registry<'a>, frame: &'a Frame) -> u64 {
    registry.stash(frame);
    1
}

#[task]
fn total(registry: &Registry<'_>) -> u64 {
    pause();
    registry.lock().iter().map(|frame| frame.0[0]).sum()
}

// The list of DESIGN.md, section 5.

#[test]
fn an_exclusive_reference_used_twice() {
    pipeline! {
        fn body(v: &mut Frame) -> u64 {
            step(v);
            step(v);
            show(v)
        }
        fn inner() -> u64 {
            let mut f = frame(1);
            let v = &mut f;
            step(v);
            step(v);
            show(&f)
        }
    }
    assert_eq!(in_every_mode(|| body(&mut frame(1))), 3);
    assert_eq!(in_every_mode(inner), 3);
}

#[test]
fn an_exclusive_reference_in_a_loop() {
    pipeline! {
        fn body(v: &mut Frame) -> u64 {
            let a = show(v);
            for _ in 0..2 {
                step(v);
            }
            a + show(v)
        }
    }
    assert_eq!(in_every_mode(|| body(&mut frame(1))), 4);
}

#[test]
fn compared_then_eaten() {
    pipeline! {
        fn body() -> (bool, u64, u64) {
            let a = frame(1);
            let b = frame(2);
            let same = a == b;
            let x = eat(a);
            let y = eat(b);
            (same, x, y)
        }
        fn ordered_too() -> (bool, u64) {
            let a = String::from("a");
            let b = String::from("b");
            let less = a < b && a != b;
            let n = length(a) + length(b);
            (less, n)
        }
    }
    #[task]
    fn length(text: String) -> u64 {
        text.len() as u64
    }
    assert_eq!(in_every_mode(body), (false, 1, 2));
    assert_eq!(in_every_mode(ordered_too), (true, 2));
}

#[test]
fn an_underscore_does_not_move() {
    pipeline! {
        fn body() -> u64 {
            let a = frame(1);
            let _ = a;
            let (_, _) = (&a, 1);
            eat(a)
        }
    }
    assert_eq!(in_every_mode(body), 1);
}

#[test]
fn moved_on_one_branch() {
    pipeline! {
        fn body(c: bool) -> u64 {
            let x = frame(1);
            let y = frame(2);
            let n = show(&x);
            if c {
                inline!(eat(x));
            }
            n + show(&y)
        }
        fn and_read_on_the_other(c: bool) -> u64 {
            let x = frame(5);
            let n = if c { inline!(eat(x)) } else { x.0[2] };
            n + 1
        }
        fn and_returned(c: bool) -> u64 {
            let x = frame(5);
            if c {
                return inline!(eat(x));
            }
            show(&x) + eat(x)
        }
        fn in_a_loop(n: u64) -> u64 {
            let x = frame(5);
            for i in 0.. {
                if i == n {
                    return inline!(eat(x)) + i;
                }
            }
            0
        }
    }
    for c in [false, true] {
        assert_eq!(in_every_mode(|| body(c)), 3);
        assert_eq!(in_every_mode(|| and_read_on_the_other(c)), 6);
        in_every_mode(|| and_returned(c));
    }
    assert_eq!(in_every_mode(|| in_a_loop(3)), 8);
}

#[test]
fn a_registry_behind_a_shared_reference() {
    pipeline! {
        fn body() -> (u64, u64) {
            let raw = frame(7);
            let reg = registry();
            stash(&reg, &raw);
            let t = total(&reg);
            let e = eat(raw);
            (t, e)
        }
    }
    assert_eq!(in_every_mode(body), (7, 7));
    assert!(ordered(&body::graph(), "t", "e"));
}

#[test]
fn a_mutex_as_registry() {
    #[task]
    fn put<'a>(registry: &Mutex<Vec<&'a Frame>>, frame: &'a Frame) -> usize {
        let mut registry = registry.lock().unwrap();
        registry.push(frame);
        registry.len()
    }
    #[task]
    fn add(registry: &Mutex<Vec<&Frame>>) -> u64 {
        pause();
        registry.lock().unwrap().iter().map(|frame| frame.0[0]).sum()
    }
    pipeline! {
        fn body() -> (u64, usize, u64, u64) {
            let raw = frame(7);
            let reg = Mutex::new(Vec::new());
            let before = add(&reg);
            let n = put(&reg, &raw);
            let after = add(&reg);
            let e = eat(raw);
            (before, n, after, e)
        }
    }
    assert_eq!(in_every_mode(body), (0, 1, 7, 7));
}

#[test]
fn a_vector_that_stores_a_reference() {
    #[task]
    fn push<'a>(v: &mut Vec<&'a Frame>, x: &'a Frame) {
        v.push(x);
    }
    #[task]
    fn add(v: &[&Frame]) -> u64 {
        pause();
        v.iter().map(|frame| frame.0[0]).sum()
    }
    pipeline! {
        fn body() -> (u64, u64) {
            let raw = frame(7);
            let mut v = Vec::new();
            push(&mut v, &raw);
            let s = add(&v);
            let e = eat(raw);
            (s, e)
        }
        fn by_method() -> (u64, u64) {
            let raw = frame(7);
            let mut v = vec![];
            v.push(&raw);
            let s = add(&v);
            let e = eat(raw);
            (s, e)
        }
        fn by_assignment() -> (u64, u64) {
            let raw = frame(7);
            let other = frame(8);
            let mut v = [&other, &other];
            v[0] = &raw;
            let s = add(&v);
            let e = eat(raw);
            (s, e)
        }
        fn by_field() -> (u64, u64) {
            let raw = frame(7);
            let other = frame(8);
            let mut v = (&other, 1);
            v.0 = &raw;
            let s = show(v.0);
            let e = eat(raw);
            (s, e)
        }
        fn by_extend() -> (u64, u64) {
            let raw = frame(7);
            let some = Some(&raw);
            let mut v = Vec::new();
            v.extend(some);
            let w = v;
            let s = add(&w);
            let e = eat(raw);
            (s, e)
        }
    }
    assert_eq!(in_every_mode(body), (7, 7));
    assert_eq!(in_every_mode(by_method), (7, 7));
    assert_eq!(in_every_mode(by_assignment), (15, 7));
    assert_eq!(in_every_mode(by_field), (7, 7));
    assert_eq!(in_every_mode(by_extend), (7, 7));
}

#[test]
fn a_copy_handle_over_a_mutex() {
    #[derive(Clone, Copy)]
    struct Handle<'r, 'a>(&'r Mutex<Vec<&'a Frame>>);
    #[task]
    fn handle<'r, 'a>(m: &'r Mutex<Vec<&'a Frame>>) -> Handle<'r, 'a> {
        Handle(m)
    }
    #[task]
    fn put<'a>(h: Handle<'_, 'a>, x: &'a Frame) -> u64 {
        h.0.lock().unwrap().push(x);
        1
    }
    #[task]
    fn add(h: Handle<'_, '_>) -> u64 {
        pause();
        h.0.lock().unwrap().iter().map(|frame| frame.0[0]).sum()
    }
    pipeline! {
        fn body() -> (u64, u64) {
            let raw = frame(7);
            let m = Mutex::new(vec![]);
            let h = handle(&m);
            put(h, &raw);
            let t = add(h);
            let e = eat(raw);
            (t, e)
        }
        fn reader_first() -> u64 {
            let raw = frame(7);
            let m = Mutex::new(vec![]);
            let h = handle(&m);
            let g = h;
            let _t = add(g);
            put(h, &raw);
            eat(raw)
        }
    }
    assert_eq!(in_every_mode(body), (7, 7));
    assert_eq!(in_every_mode(reader_first), 7);
}

#[test]
fn an_exclusive_view_is_used_before_its_owner_is_read() {
    #[task]
    fn row(frame: &mut Frame) -> &mut Vec<u64> {
        &mut frame.0
    }
    #[task]
    fn bump(row: &mut Vec<u64>) {
        pause();
        row[0] = 100;
        row.push(1);
    }
    pipeline! {
        fn body() -> u64 {
            let mut s = frame(1);
            let r = row(&mut s);
            bump(r);
            show(&s)
        }
        fn twice() -> u64 {
            let mut s = frame(1);
            let r = row(&mut s);
            bump(&mut *r);
            bump(&mut *r);
            r.push(3);
            s.0.len() as u64
        }
    }
    assert_eq!(in_every_mode(body), 100);
    assert_eq!(in_every_mode(twice), 6);
}

#[test]
fn an_outer_variable_of_the_same_name_in_a_format_string() {
    let result = in_every_mode(|| {
        let raw = 1;
        let p = pipeline! {
            let a = format!("{raw}");
            let raw = double(raw);
            let b = format!("{raw}");
            let raw = double(raw);
            (a, b, format!("{raw:>3}"))
        };
        (p.run(), raw)
    });
    assert_eq!(result, (("1".into(), "2".into(), "  4".into()), 1));
}

#[task]
fn double(x: u64) -> u64 {
    2 * x
}

#[test]
fn values_that_link_to_each_other() {
    struct Node<'a> {
        id: u64,
        other: Mutex<Option<&'a Node<'a>>>,
    }
    impl<'a> Node<'a> {
        fn new(id: u64) -> Node<'a> {
            Node { id, other: Mutex::new(None) }
        }

        fn link(&self, other: &'a Node<'a>) {
            *self.other.lock().unwrap() = Some(other);
        }
    }
    #[task]
    fn peer(node: &Node<'_>) -> u64 {
        pause();
        node.other.lock().unwrap().map_or(0, |other| other.id)
    }
    pipeline! {
        fn body() -> (u64, u64) {
            let a = Node::new(1);
            let b = Node::new(2);
            a.link(&b);
            b.link(&a);
            let x = peer(&a);
            let y = peer(&b);
            (x, y)
        }
    }
    assert_eq!(in_every_mode(body), (2, 1));
}

// Readers of what holds borrows.

#[test]
fn a_reader_before_the_borrow_is_stored() {
    pipeline! {
        fn by_task() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let t = total(&reg);
            let s = stash(&reg, &raw);
            let e = eat(raw);
            (t, s, e)
        }
        fn by_method() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let t = total(&reg);
            reg.stash(&raw);
            let e = eat(raw);
            (t, 1, e)
        }
        fn through_a_view() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let view = &reg;
            let t = total(view);
            let s = stash(&reg, &raw);
            let e = eat(raw);
            (t, s, e)
        }
    }
    for body in [by_task, by_method, through_a_view] {
        assert_eq!(in_every_mode(body), (0, 1, 7));
    }
}

#[test]
fn functions_whose_names_promise_too_much() {
    #[allow(non_snake_case)]
    fn Link<'a>(registry: &Registry<'a>, frame: &'a Frame) -> u64 {
        registry.stash(frame);
        1
    }
    pipeline! {
        fn a_reader() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let g = reg.get(&raw);
            let t = total(&reg);
            let e = eat(raw);
            (g, t, e)
        }
        fn a_constructor() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let g = Link(&reg, &raw);
            let t = total(&reg);
            let e = eat(raw);
            (g, t, e)
        }
        fn a_closure() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let store = |frame| reg.get(frame);
            let g = store(&raw);
            let t = total(&reg);
            let e = eat(raw);
            (g, t, e)
        }
        fn a_foreign_function() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let g = node!(Link(&reg, &raw));
            let t = total(&reg);
            let e = eat(raw);
            (g, t, e)
        }
        fn an_associated_function() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            Registry::stash(&reg, &raw);
            let t = total(&reg);
            let e = eat(raw);
            (1, t, e)
        }
        fn in_a_block() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let g = {
                let r = &reg;
                r.get(&raw)
            };
            let t = total(&reg);
            let e = eat(raw);
            (g, t, e)
        }
        fn in_a_branch() -> (u64, u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let g = if raw.0.is_empty() { 0 } else { inline!(stash(&reg, &raw)) };
            let t = total(&reg);
            let e = eat(raw);
            (g, t, e)
        }
    }
    for body in
        [a_reader, a_constructor, a_closure, a_foreign_function, an_associated_function, in_a_block, in_a_branch]
    {
        assert_eq!(in_every_mode(body), (1, 7, 7));
    }
}

// Signatures that hide who borrows from whom.

#[test]
fn implied_bounds() {
    #[task]
    fn store<'a, 'b>(_: &'a &'b (), v: &mut Vec<&'a Frame>, x: &'b Frame) {
        v.push(x);
    }
    #[task]
    fn weaken<'a, 'b>(_: &'a &'b (), x: &'b Frame) -> &'a Frame {
        x
    }
    struct Both<'a, 'b: 'a>(std::marker::PhantomData<(&'a (), &'b ())>);
    #[task]
    fn weaken_by_struct<'a, 'b>(_: &Both<'a, 'b>, x: &'b Frame) -> &'a Frame {
        x
    }
    #[task]
    fn add(v: &[&Frame]) -> u64 {
        pause();
        v.iter().map(|frame| frame.0[0]).sum()
    }
    pipeline! {
        fn argument() -> (u64, u64) {
            let raw = frame(7);
            let mut v = Vec::new();
            store(&&(), &mut v, &raw);
            let s = add(&v);
            let e = eat(raw);
            (s, e)
        }
        fn result() -> (u64, u64) {
            let raw = frame(7);
            let r = weaken(&&(), &raw);
            let s = show(r);
            let e = eat(raw);
            (s, e)
        }
        fn by_struct() -> (u64, u64) {
            let raw = frame(7);
            let both = Both(std::marker::PhantomData);
            let r = weaken_by_struct(&both, &raw);
            let s = show(r);
            let e = eat(raw);
            (s, e)
        }
    }
    for body in [argument, result, by_struct] {
        assert_eq!(in_every_mode(body), (7, 7));
    }
}

#[test]
#[allow(mismatched_lifetime_syntaxes, elided_lifetimes_in_paths)]
fn a_hidden_lifetime_in_a_parameter() {
    #[derive(Clone, Copy)]
    struct View<'a>(&'a Frame);
    #[task]
    fn view(frame: &Frame) -> View<'_> {
        View(frame)
    }
    #[task]
    fn narrow(view: View) -> &[u64] {
        &view.0.0
    }
    #[task]
    fn same(view: View) -> View<'_> {
        view
    }
    #[task]
    fn read(view: View) -> u64 {
        pause();
        view.0.0[0]
    }
    pipeline! {
        fn body() -> (u64, u64, u64) {
            let raw = frame(7);
            let v = view(&raw);
            let n = narrow(v);
            let s = sum(n);
            let w = same(v);
            let t = read(w);
            let e = eat(raw);
            (s, t, e)
        }
    }
    assert_eq!(in_every_mode(body), (21, 7, 7));
}

#[test]
fn bounds_projections_and_objects() {
    trait Source {
        type Item;
        fn item(&self) -> Self::Item;
    }
    impl<'a> Source for &'a Frame {
        type Item = &'a Frame;
        fn item(&self) -> &'a Frame {
            self
        }
    }
    trait Show: Sync {
        fn show(&self) -> u64;
    }
    impl Show for &Frame {
        fn show(&self) -> u64 {
            pause();
            self.0[0]
        }
    }
    #[task]
    fn item<S: Source>(source: S) -> S::Item {
        source.item()
    }
    #[task]
    fn qualified<S: Source>(source: S) -> <S as Source>::Item {
        source.item()
    }
    #[task]
    fn collect<I: Iterator>(v: &mut Vec<I::Item>, items: I) {
        v.extend(items);
    }
    #[task]
    fn object<'a>(x: impl Show + Send + 'a) -> Box<dyn Show + Send + 'a> {
        Box::new(x)
    }
    #[task]
    fn iter(frame: &Frame) -> impl Iterator<Item = &u64> + Send + '_ {
        frame.0.iter()
    }
    #[task]
    fn captured(frame: &Frame) -> impl Iterator<Item = u64> + Send + use<'_> {
        frame.0.iter().copied()
    }
    pipeline! {
        fn projection() -> (u64, u64) {
            let raw = frame(7);
            let r = item(&raw);
            let q = qualified(r);
            let s = show(q);
            let e = eat(raw);
            (s, e)
        }
        fn collected() -> (u64, u64) {
            let raw = frame(7);
            let mut v = Vec::new();
            collect(&mut v, raw.0.iter());
            let w = v;
            let s = first(&w);
            let e = eat(raw);
            (s, e)
        }
        fn boxed() -> (u64, u64) {
            let raw = frame(7);
            let b = object(&raw);
            let s = node!(b.show());
            drop(b);
            let e = eat(raw);
            (s, e)
        }
        fn iterators() -> (u64, u64) {
            let raw = frame(7);
            let i = iter(&raw);
            let j = captured(&raw);
            let s = node!(i.sum::<u64>()) / 3;
            let t = node!(j.sum::<u64>());
            let e = eat(raw);
            (s + t - t, e)
        }
    }
    #[task]
    fn first(v: &[&u64]) -> u64 {
        pause();
        *v[0]
    }
    for body in [projection, collected, boxed, iterators] {
        assert_eq!(in_every_mode(body), (7, 7));
    }
}

#[test]
fn a_type_alias_that_is_an_exclusive_reference() {
    type Exclusive<'a> = &'a mut Frame;
    #[task]
    fn alias_step(v: Exclusive<'_>) -> u64 {
        pause();
        v.0[0] += 1;
        v.0[0]
    }
    pipeline! {
        fn body(v: &mut Frame) -> (u64, u64) {
            let a = alias_step(v);
            let b = alias_step(v);
            (a, b)
        }
        fn alias(v: Exclusive<'_>) -> (u64, u64) {
            let a = alias_step(&mut *v);
            let b = alias_step(&mut *v);
            (a, b)
        }
    }
    assert_eq!(in_every_mode(|| body(&mut frame(1))), (2, 3));
    assert_eq!(in_every_mode(|| alias(&mut frame(1))), (2, 3));
}

// Operators and places that run code.

#[test]
fn overloaded_operators_that_store() {
    #[derive(Default)]
    struct Bag<'a>(Vec<&'a Frame>);
    impl<'a> AddAssign<&'a Frame> for Bag<'a> {
        fn add_assign(&mut self, frame: &'a Frame) {
            self.0.push(frame);
        }
    }
    impl<'a> std::ops::Add<&'a Frame> for Bag<'a> {
        type Output = Bag<'a>;
        fn add(mut self, frame: &'a Frame) -> Bag<'a> {
            self.0.push(frame);
            self
        }
    }
    #[task]
    fn add(bag: &Bag<'_>) -> u64 {
        pause();
        bag.0.iter().map(|frame| frame.0[0]).sum()
    }
    pipeline! {
        fn compound() -> (u64, u64) {
            let raw = frame(7);
            let mut bag = Bag::default();
            bag += &raw;
            let s = add(&bag);
            let e = eat(raw);
            (s, e)
        }
        fn binary() -> (u64, u64) {
            let raw = frame(7);
            let bag = Bag::default() + &raw;
            let s = add(&bag);
            let e = eat(raw);
            (s, e)
        }
        fn index() -> (u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let one = reg[&raw];
            let s = total(&reg);
            let e = eat(raw);
            (s * one, e)
        }
        fn comparison() -> (u64, u64) {
            let raw = frame(7);
            let reg = registry();
            let same = reg == &raw;
            let s = total(&reg);
            let e = eat(raw);
            (s * u64::from(same), e)
        }
    }
    for body in [compound, binary, index, comparison] {
        assert_eq!(in_every_mode(body), (7, 7));
    }
}

#[test]
fn overloaded_places() {
    struct Grid {
        rows: Vec<u64>,
        reads: Mutex<u64>,
        writes: u64,
    }
    impl Index<usize> for Grid {
        type Output = u64;
        fn index(&self, at: usize) -> &u64 {
            *self.reads.lock().unwrap() += 1;
            &self.rows[at]
        }
    }
    impl IndexMut<usize> for Grid {
        fn index_mut(&mut self, at: usize) -> &mut u64 {
            self.writes += 1;
            &mut self.rows[at]
        }
    }
    impl Deref for Grid {
        type Target = Vec<u64>;
        fn deref(&self) -> &Vec<u64> {
            &self.rows
        }
    }
    impl DerefMut for Grid {
        fn deref_mut(&mut self) -> &mut Vec<u64> {
            self.writes += 1;
            &mut self.rows
        }
    }
    #[task]
    fn grid() -> Grid {
        Grid { rows: vec![1, 2, 3], reads: Mutex::new(0), writes: 0 }
    }
    #[task]
    fn set(x: &mut u64, n: u64) -> u64 {
        pause();
        *x = n;
        n
    }
    pipeline! {
        fn body() -> (u64, u64, Vec<u64>) {
            let mut g = grid();
            g[0] = double(5);
            g[1] += 1;
            let a = set(&mut g[2], 9);
            let c = g[1];
            let b = set(&mut g[0], a + c);
            g.push(b);
            let n = sum(&g);
            g.last_mut().map(|x| *x += n);
            (n, g.writes, g.rows)
        }
    }
    in_every_mode(body);
}

#[test]
fn fields_of_a_box_and_behind_references() {
    struct Pair {
        left: Frame,
        right: Frame,
    }
    #[task]
    fn pair() -> Pair {
        Pair { left: frame(1), right: frame(2) }
    }
    pipeline! {
        fn boxed() -> (u64, u64, u64) {
            let mut b = Box::new(pair());
            step(&mut b.left);
            step(&mut b.right);
            let l = eat(b.left);
            let r = show(&b.right);
            (l, r, b.right.0[1])
        }
        fn exclusive(p: &mut Pair) -> (u64, u64) {
            step(&mut p.left);
            step(&mut p.right);
            let q = &mut *p;
            step(&mut q.left);
            step(&mut q.right);
            (show(&p.left), show(&p.right))
        }
        fn shared(p: &Pair) -> (u64, u64) {
            let q = &&p;
            (show(&q.left), show(&p.right))
        }
        fn moved_and_put_back() -> (u64, u64, u64) {
            let mut p = pair();
            let a = eat(p.left);
            let b = show(&p.right);
            p.left = frame(9);
            let c = show(&p.left);
            drop(p);
            (a, b, c)
        }
    }
    assert_eq!(in_every_mode(boxed), (2, 3, 4));
    assert_eq!(in_every_mode(|| exclusive(&mut pair())), (3, 4));
    assert_eq!(in_every_mode(|| shared(&pair())), (1, 2));
    assert_eq!(in_every_mode(moved_and_put_back), (1, 2, 9));
}

/// A box that was moved out of a struct and freed is not looked at again: Miri checks that boxes point to something.
#[test]
fn what_is_left_of_a_struct_of_boxes() {
    struct Boxes {
        left: Box<u64>,
        right: Box<u64>,
    }
    #[task]
    fn boxes() -> Boxes {
        Boxes { left: Box::new(1), right: Box::new(2) }
    }
    #[task]
    fn open(x: Box<u64>) -> u64 {
        *x
    }
    pipeline! {
        fn body() -> u64 {
            let b = boxes();
            let n = open(b.left);
            n + *b.right
        }
        fn boxed() -> u64 {
            let b = Box::new(boxes());
            let n = open(b.left);
            n + 1
        }
        fn branch(c: bool) -> u64 {
            let b = boxes();
            if c {
                inline!(open(b.left));
            }
            *b.right
        }
        fn put_back() -> u64 {
            let mut b = boxes();
            let n = open(b.left);
            b.left = Box::new(5);
            let m = open(b.left);
            b = boxes();
            n + m + *b.left
        }
        fn returned() -> Box<u64> {
            let b = boxes();
            let n = open(b.left);
            if n > 5 {
                return Box::new(n);
            }
            b.right
        }
    }
    assert_eq!(in_every_mode(body), 3);
    assert_eq!(in_every_mode(boxed), 2);
    assert_eq!(in_every_mode(|| branch(true) + branch(false)), 4);
    assert_eq!(in_every_mode(put_back), 7);
    assert_eq!(*in_every_mode(returned), 2);
}

#[test]
fn reborrow_chains_and_references_to_references() {
    pipeline! {
        fn body(v: &mut Frame) -> (u64, u64) {
            let a = &mut *v;
            let b = &mut *a;
            step(b);
            step(a);
            let d = &&v;
            let n = show(d);
            step(v);
            let m = show(v);
            (n, m)
        }
        fn option(v: Option<&mut Frame>) -> u64 {
            let Some(f) = v else { return 0 };
            step(&mut *f);
            step(&mut *f);
            show(f)
        }
        fn by_as_mut() -> u64 {
            let mut o = Some(frame(1));
            if let Some(f) = o.as_mut() {
                inline!(step(f));
            }
            let f = o.as_mut().unwrap();
            step(f);
            let n = show(o.as_ref().unwrap());
            n + o.map_or(0, |f| f.0[1])
        }
    }
    assert_eq!(in_every_mode(|| body(&mut frame(1))), (3, 4));
    assert_eq!(in_every_mode(|| option(Some(&mut frame(1))) + option(None)), 3);
    assert_eq!(in_every_mode(by_as_mut), 7);
}

// Assignment changes who borrows from whom.

#[test]
fn references_that_are_assigned() {
    pipeline! {
        fn body() -> (u64, u64, u64) {
            let x = frame(1);
            let y = frame(2);
            let mut r = &x;
            let a = show(r);
            let old = r;
            r = &y;
            let e = eat_after(old);
            let b = show(r);
            (a, b, e + eat(x) + eat(y))
        }
        fn on_a_branch(c: bool) -> (u64, u64) {
            let x = frame(1);
            let y = frame(2);
            let mut r = &x;
            if c {
                r = &y;
            }
            let s = show(r);
            let e = eat(y);
            (s, e + eat(x))
        }
        fn copied_out() -> (u64, u64) {
            let x = frame(1);
            let y = frame(2);
            let mut a = &x;
            let b = &a;
            let c = *b;
            a = &y;
            let s = show(a);
            let t = show(c);
            (s + t, eat(x) + eat(y))
        }
        fn swapped() -> (u64, u64) {
            let x = frame(1);
            let y = frame(2);
            let (mut a, mut b) = (&x, &y);
            std::mem::swap(&mut a, &mut b);
            let s = show(a);
            let t = show(b);
            (s + 10 * t, eat(y) + eat(x))
        }
    }
    #[task]
    fn eat_after(frame: &Frame) -> u64 {
        pause();
        frame.0[2]
    }
    assert_eq!(in_every_mode(body), (1, 2, 4));
    assert_eq!(in_every_mode(|| (on_a_branch(true), on_a_branch(false))), ((2, 3), (1, 3)));
    assert_eq!(in_every_mode(copied_out), (3, 3));
    assert_eq!(in_every_mode(swapped), (12, 3));
}

#[test]
fn moved_and_assigned_anew() {
    pipeline! {
        fn field() -> (u64, u64) {
            let mut p = (frame(1), frame(2));
            let x = eat(p.0);
            p.0 = frame(3);
            let y = show(&p.0);
            (x, y + eat(p.0) + eat(p.1))
        }
        fn on_branches(c: bool) -> (u64, u64) {
            let mut a = frame(1);
            let x = eat(a);
            if c {
                a = inline!(frame(9));
            } else {
                a = inline!(frame(8));
            }
            (x, show(&a))
        }
        fn in_a_block() -> (u64, u64) {
            let mut a = frame(1);
            let x = eat(a);
            {
                a = Frame(vec![5, 6]);
            }
            (x, show(&a))
        }
        fn in_a_loop() -> (u64, u64) {
            let mut a = frame(1);
            let mut n = 0;
            for i in 0..3 {
                n += inline!(eat(a));
                a = inline!(frame(i));
            }
            (n, eat(a))
        }
        fn in_a_tuple() -> (u64, u64) {
            let mut a = frame(1);
            let mut b = frame(2);
            let x = eat(a) + eat(b);
            (a, b) = (frame(3), frame(4));
            (x, show(&a) + show(&b))
        }
        fn a_field_on_a_branch(c: bool) -> (u64, u64) {
            let mut p = (frame(1), frame(2));
            let x = eat(p.0);
            if c {
                p.0 = inline!(frame(3));
            } else {
                p = (inline!(frame(4)), inline!(frame(5)));
            }
            (x, eat(p.0) + show(&p.1))
        }
        fn parts_and_the_whole() -> (u64, u64) {
            let mut p = (frame(1), frame(2));
            drop(p);
            p = (frame(3), frame(4));
            let x = eat(p.0);
            p.0 = frame(5);
            let y = show(&p.0);
            drop(p);
            (x, y)
        }
    }
    assert_eq!(in_every_mode(field), (1, 8));
    assert_eq!(in_every_mode(|| (on_branches(true), on_branches(false))), ((1, 9), (1, 8)));
    assert_eq!(in_every_mode(in_a_block), (1, 5));
    assert_eq!(in_every_mode(in_a_loop), (2, 2));
    assert_eq!(in_every_mode(in_a_tuple), (3, 7));
    assert_eq!(in_every_mode(|| (a_field_on_a_branch(true), a_field_on_a_branch(false))), ((1, 5), (1, 9)));
    assert_eq!(in_every_mode(parts_and_the_whole), (3, 5));
}

#[test]
fn a_receiver_that_its_argument_mentions() {
    #[task]
    fn add(x: u64, y: usize) -> u64 {
        x + y as u64
    }
    pipeline! {
        fn push() -> Vec<u64> {
            let mut v = vec![9];
            v.push(add(1, v.len()));
            v.insert(v.len() - 1, add(v[0], v.len()));
            v
        }
        fn index() -> u64 {
            let v = vec![1, 2, 3];
            v[add(0, v.len() - 1) as usize] + v[add(0, v.first().map_or(0, |x| *x as usize)) as usize]
        }
        fn comparison() -> bool {
            let s = String::from("ab");
            s == text(s.len()) && s.len() == add(0, s.len()) as usize
        }
    }
    #[task]
    fn text(n: usize) -> String {
        "abc"[..n].to_owned()
    }
    assert_eq!(in_every_mode(push), [9, 11, 2]);
    assert_eq!(in_every_mode(index), 5);
    assert!(in_every_mode(comparison));
}

// Threads.

#[test]
fn a_cell_is_read_by_one_node_at_a_time() {
    struct Counter(Cell<u64>);
    #[task]
    fn counter() -> Counter {
        Counter(Cell::new(1))
    }
    #[task]
    fn bump(counter: &mut Counter) {
        counter.0.set(counter.0.get() + 1);
    }
    #[task]
    fn into(counter: Counter) -> u64 {
        counter.0.get()
    }
    #[task]
    fn peek(counter: &Counter) -> u64 {
        counter.0.get()
    }
    pipeline! {
        fn body() -> u64 {
            let mut c = counter();
            bump(&mut c);
            let n = peek(&c);
            bump(&mut c);
            n + into(c)
        }
        fn cell() -> u64 {
            let c = RefCell::new(vec![1]);
            let n = fill(&c);
            let m = fill(&c);
            n + m
        }
    }
    #[task]
    fn fill(cell: &RefCell<Vec<u64>>) -> u64 {
        cell.borrow_mut().push(1);
        cell.borrow().len() as u64
    }
    assert_eq!(in_every_mode(body), 5);
    assert_eq!(in_every_mode(cell), 5);
}

#[test]
fn locks_under_other_names() {
    #[task]
    fn write(lock: &RwLock<Vec<u64>>, n: u64) -> usize {
        let mut list = lock.write().unwrap();
        list.push(n);
        list.len()
    }
    pipeline! {
        fn body() -> (usize, usize, Vec<u64>) {
            let lock = RwLock::new(vec![]);
            let view = &lock;
            let a = write(view, 1);
            let b = write(&lock, 2);
            (a, b, lock.into_inner().unwrap())
        }
    }
    assert_eq!(in_every_mode(body), (1, 2, vec![1, 2]));
}

// Closures.

#[test]
fn closures_hold_what_they_mention() {
    pipeline! {
        fn by_reference() -> (u64, u64) {
            let raw = frame(7);
            let f = || raw.0[0];
            let s = node!(f());
            let e = eat(raw);
            (s, e)
        }
        fn exclusive() -> (u64, u64) {
            let mut raw = frame(7);
            let mut f = |n: u64| {
                raw.0[0] += n;
                raw.0[0]
            };
            let a = f(1);
            let b = f(2);
            let e = show(&raw);
            (a + b, e)
        }
        fn boxed() -> (u64, u64) {
            let raw = frame(7);
            let f: Box<dyn Fn(u64) -> u64 + Send + Sync + '_> = Box::new(|n| raw.0[0] + n);
            let s = node!(f(1));
            drop(f);
            let e = eat(raw);
            (s, e)
        }
        fn shadowing_parameter() -> (u64, u64) {
            let raw = frame(7);
            let f = |raw: &Frame| raw.0[0] + 1;
            let s = f(&raw);
            let e = eat(raw);
            (s, e)
        }
    }
    assert_eq!(in_every_mode(by_reference), (7, 7));
    assert_eq!(in_every_mode(exclusive), (18, 10));
    assert_eq!(in_every_mode(boxed), (8, 7));
    assert_eq!(in_every_mode(shadowing_parameter), (8, 7));
}

// Shapes of values.

#[test]
fn nothing_and_a_lot() {
    #[derive(Clone, Debug, PartialEq)]
    struct Nothing;
    #[task]
    fn nothing() -> Nothing {
        Nothing
    }
    #[task]
    fn lose(_: Nothing) -> u64 {
        1
    }
    const SIZE: usize = if cfg!(miri) { 64 } else { 100_000 };
    #[task]
    fn big() -> [u8; SIZE] {
        [1; SIZE]
    }
    #[task]
    fn count(x: &[u8; SIZE]) -> u64 {
        x.iter().map(|x| u64::from(*x)).sum()
    }
    #[task]
    fn never(x: u64) -> Result<u64, std::convert::Infallible> {
        Ok(x)
    }
    pipeline! {
        fn body() -> (u64, u64, ()) {
            let a = nothing();
            let b = a.clone();
            let n = lose(a) + lose(b);
            let unit = ();
            let mut x = big();
            x[0] = 2;
            let c = count(&x);
            let y = x;
            let Ok(m) = never(c);
            (n, m + u64::from(y[0]), unit)
        }
    }
    assert_eq!(in_every_mode(body), (2, SIZE as u64 + 3, ()));
}

#[test]
fn a_drop_that_looks_at_what_it_borrows() {
    struct Looks<'a>(&'a Frame, &'a Events);
    impl Drop for Looks<'_> {
        fn drop(&mut self) {
            pause();
            self.1.note(self.0.0[0]);
        }
    }
    #[task]
    fn looks<'a>(frame: &'a Frame, events: &'a Events) -> Looks<'a> {
        Looks(frame, events)
    }
    #[task]
    fn id(looks: &Looks<'_>) -> u64 {
        looks.0.0[1]
    }
    pipeline! {
        fn body(events: &Events) -> u64 {
            let raw = frame(7);
            let l = looks(&raw, events);
            let n = id(&l);
            drop(l);
            n + eat(raw)
        }
        fn until_the_end(events: &Events) -> u64 {
            let mut raw = frame(7);
            {
                let _l = inline!(looks(&raw, events));
            }
            step(&mut raw);
            let l = looks(&raw, events);
            id(&l)
        }
    }
    let lines = in_every_mode(|| {
        let events = Events::default();
        (body(&events), until_the_end(&events), events.take())
    });
    assert_eq!(lines, (14, 14, vec!["7".into(), "7".into(), "8".into()]));
}

#[test]
fn methods_named_like_consumers() {
    struct Builder(u64);
    impl Builder {
        fn finish(self) -> u64 {
            self.0
        }

        fn take(&mut self) -> u64 {
            std::mem::take(&mut self.0)
        }
    }
    #[task]
    fn builder(n: u64) -> Builder {
        Builder(n)
    }
    pipeline! {
        fn body() -> (u64, u64) {
            let c = builder(5);
            let m = c.finish();
            let mut d = builder(6);
            let x = d.take();
            (m, x)
        }
    }
    assert_eq!(in_every_mode(body), (5, 6));
}

/// `..s` moves what is not written, and `&inline!(s)` moves nothing.
#[test]
fn moves_that_do_not_look_like_moves() {
    struct Parts {
        a: Vec<u64>,
        b: Vec<u64>,
        n: u64,
    }
    #[task]
    fn list(n: u64) -> Vec<u64> {
        vec![n]
    }
    #[task]
    fn eat_list(list: Vec<u64>) -> u64 {
        list[0]
    }
    #[task]
    fn look_at(list: &Vec<u64>) -> u64 {
        list[0]
    }
    pipeline! {
        fn update() -> u64 {
            let s = Parts { a: list(1), b: list(2), n: 3 };
            let t = Parts { a: list(5), ..s };
            eat_list(t.a) + eat_list(t.b) + t.n
        }
        fn stands_for() -> u64 {
            let s = list(1);
            let a = look_at(&inline!(s));
            a + eat_list(s)
        }
        fn from_itself() -> u64 {
            let mut s = Parts { a: list(1), b: list(2), n: 3 };
            s = Parts { a: s.b, b: list(s.n), n: 4 };
            eat_list(s.a) + eat_list(s.b)
        }
    }
    assert_eq!(in_every_mode(update), 10);
    assert_eq!(in_every_mode(stands_for), 2);
    assert_eq!(in_every_mode(from_itself), 5);
}

/// Values that are mentioned again after they were moved, where rustc does not ask for them.
mod mentioned_when_gone {
    use superscalar::{pipeline, task};

    use super::{Frame, eat, frame, show};
    use crate::common::in_every_mode;

    #[task]
    fn both(n: u64) -> (Frame, Frame) {
        (Frame(vec![n; 3]), Frame(vec![n + 1; 3]))
    }

    struct Many {
        left: Frame,
        spare: Option<Frame>,
    }

    #[task]
    fn many(n: u64) -> Many {
        Many { left: Frame(vec![n; 3]), spare: Some(Frame(vec![n + 2; 3])) }
    }

    #[task]
    fn twice(n: &mut u64) -> u64 {
        *n *= 2;
        *n
    }

    macro_rules! nothing {
        ($($tokens:tt)*) => {};
    }

    macro_rules! everywhere {
        ($($name:ident($n:ident) => $expected:expr, { $($body:tt)* })*) => {
            $(#[test]
            fn $name() {
                pipeline! { fn run($n: u64) -> u64 { $($body)* } }
                assert_eq!(in_every_mode(|| run(5)), $expected);
            })*
        };
    }

    everywhere! {
        a_wildcard(n) => 6, { let x = frame(n); let y = eat(x); let _ = x; y + 1 }
        a_wildcard_of_a_name(n) => 5, { let x = frame(n); let y = x; let _ = x; eat(y) }
        a_wildcard_after_a_part(n) => 5, { let x = both(n); let y = x.0; let _ = x; eat(y) }
        a_reference_in_an_if_let(n) => 12, { let x = many(n); let y = eat(x.left); let z = if let Many { spare: Some(ref z), .. } = x { show(z) } else { 0 }; y + z }
        a_reference_in_the_tail(n) => 11, { let x = both(n); let y = eat(x.0); match x { (_, ref z) => y + show(z) } }
        a_branch_and_a_reference(n) => 11, { let x = both(n); let mut y = 0; if n > 3 { y = eat(x.0); } let (_, ref z) = x; y + show(z) }
        a_reference_to_the_other_part(n) => 11, { let x = both(n); let y = eat(x.0); let (_, ref z) = x; y + show(z) }
        a_part_in_matches(n) => 6, { let x = many(n); let y = eat(x.left); let z = matches!(x, Many { spare: Some(_), .. }); y + u64::from(z) }
        a_branch_that_puts_it_back(n) => 14, {
            let mut x = both(n);
            let mut y = 0;
            if n > 3 { y = eat(x.0); x.0 = frame(3); }
            let (w, z) = x;
            y + eat(w) + eat(z)
        }
        a_branch_that_returns(n) => 11, { let x = both(n); if n > 9 { return eat(x.0); } let (w, z) = x; eat(w) + eat(z) }
        a_part_that_is_assigned(n) => 14, { let mut x = both(n); let y = eat(x.0); x.0 = frame(3); let (w, z) = x; y + eat(w) + eat(z) }
        a_part_that_is_copied(n) => 16, { let x = (n, frame(n)); let y = x.0; let (w, z) = x; w + y + eat(z) + 1 }
        a_part_that_is_reborrowed(n) => 35, {
            let mut m = n;
            let x = (&mut m, frame(n));
            let y = twice(x.0);
            let (w, z) = x;
            y + twice(w) + eat(z)
        }
        a_reference_that_is_matched(n) => 21, {
            let mut m = Some(n);
            let x = m.as_mut().unwrap();
            let y = twice(x);
            let z = match x { 3 => 4, z => { *z += 1; *z } };
            y + z
        }
        a_macro_that_drops_its_input(n) => 5, { let x = frame(n); nothing!((x, 1)); eat(x) }
        a_macro_that_drops_what_is_gone(n) => 6, { let x = frame(n); let y = eat(x); nothing!((x, 1)); y + 1 }
        a_macro_that_drops_a_call(n) => 6, { let x = frame(n); let y = eat(x); nothing!(x.into_rows()); y + 1 }
        a_macro_that_drops_a_part(n) => 6, { let x = both(n); let y = eat(x.0); nothing!((x, 1)); y + 1 }
        a_condition(n) => 6, { let x = frame(n); let y = eat(x); #[cfg(any())] let y = eat(x); y + 1 }
        a_condition_inside(n) => 10, { let x = frame(n); let y = eat(x); let z = { #[cfg(any())] { drop(x); } 5 }; y + z }
        a_condition_inside_before(n) => 10, { let x = frame(n); let z = { #[cfg(any())] { drop(x); } 5 }; let y = eat(x); y + z }
    }
}

/// Variables around a pipeline, which others may look at.
mod captures {
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

    use super::*;

    #[derive(Default)]
    struct Queue {
        sum: AtomicU64,
        first: u64,
    }

    impl Queue {
        fn push(&self, x: u64) {
            self.sum.fetch_add(x, Relaxed);
        }
    }

    #[task]
    fn look(x: &u64, y: u64) -> u64 {
        pause();
        *x + y
    }

    #[test]
    fn a_queue_that_others_push_to() {
        let queue = Queue::default();
        let first = &queue.first;
        let run = || {
            pipeline! {
                let a = look(first, 1);
                queue.push(a);
                let b = look(first, 2);
                queue.push(b);
                look(first, b)
            }
            .run()
        };
        std::thread::scope(|scope| {
            let others: Vec<_> = (0..2).map(|_| scope.spawn(run)).collect();
            assert_eq!(run(), 2);
            others.into_iter().for_each(|other| assert_eq!(other.join().expect("no panic inside"), 2));
        });
        assert_eq!(queue.sum.into_inner(), 9);
    }

    #[test]
    fn a_field_that_a_region_changes() {
        let result = in_every_mode(|| {
            let mut both = (vec![1_u64], 0);
            pipeline! {
                while both.0.len() < 3 {
                    let x = look(&both.1, 5);
                    both.0.push(x);
                }
                if both.1 < 4 {
                    let x = look(&both.0[1], 1);
                    both.1 += x;
                }
            }
            .run();
            both
        });
        assert_eq!(result, (vec![1, 5, 5], 6));
    }
}
