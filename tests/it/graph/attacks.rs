//! Programs in safe code that would see a value too early, too late, twice or not at all.
//!
//! Those that rustc refuses are in `tests/ui/graph`: `input_of_a_shorter_life`, `borrow_put_into_a_lent_value`, `take_outside`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;

use superscalar::{Graph, Node, task};

use crate::common::{in_every_mode, panic_of};

const TEXT: &str = "abc def";

#[task]
fn load() -> String {
    TEXT.to_owned()
}

#[task]
fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

#[task]
fn len(text: &str) -> usize {
    assert!(text.starts_with("abc"), "the text is not there");
    text.len()
}

#[task]
fn clear(text: &mut String) -> usize {
    *text = "z".repeat(9);
    text.len()
}

/// Looks at what it borrows when it is dropped.
pub struct Lease<'a>(&'a String);

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        assert_eq!(self.0, TEXT, "the lender of a lease is not there");
    }
}

fn fails<T>(body: impl FnOnce() -> T) -> bool {
    catch_unwind(AssertUnwindSafe(|| drop(body()))).is_err()
}

// The text would be dropped while its words are there.
#[test]
fn a_lender_is_not_moved_out_of_a_run() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    let words = g.add(words::node(&text));
    let message = "a run cannot move out a value from which that of another node may borrow";
    assert!(panic_of(|| g.run_with((), (&text, &words))).starts_with(message));
    assert!(panic_of(|| g.run_with((), &text)).starts_with(message));
    assert_eq!(g.run_with((), &words).unwrap(), ["abc", "def"]);
}

#[test]
fn words_of_one_run_stay_in_the_next() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let text = g.add(load::node());
        let words = g.add(words::node(&text));
        let first = g.run_with((), &words).unwrap();
        let second = g.run_with((), &words).unwrap();
        drop(g);
        (first, second) == (vec!["abc", "def"], vec!["abc", "def"])
    });
}

#[test]
fn what_is_asked_for_twice_stays() {
    let mut g = Graph::new();
    let text = g.add(load::node());
    let n = g.add(len::node(&text));
    assert!(panic_of(|| g.run_with((), (&n, &n))).contains("asked for twice"));
    let text: &String = g.run(&text).unwrap();
    assert_eq!(text, TEXT);
}

#[task]
fn list(n: usize) -> Mutex<Vec<usize>> {
    Mutex::new(vec![n])
}

#[task]
fn push_both(all: &[Mutex<Vec<usize>>], one: &Mutex<Vec<usize>>) -> usize {
    for i in 0..10 {
        all[0].lock().unwrap().push(i);
        one.lock().unwrap().push(i);
    }
    all[0].lock().unwrap().len()
}

#[task]
fn push_each(left: &[Mutex<Vec<usize>>], right: &[Mutex<Vec<usize>>]) -> usize {
    left.iter().chain(right).for_each(|list| list.lock().unwrap().push(1));
    left[0].lock().unwrap().len()
}

#[task]
fn push_refs(all: &[&Mutex<Vec<usize>>], one: &Mutex<Vec<usize>>) -> usize {
    all[0].lock().unwrap().push(1);
    one.lock().unwrap().push(1);
    let len = all[0].lock().unwrap().len();
    len
}

// Each would have bits of its own of the same vector.
#[test]
fn what_is_moved_side_by_side_is_given_once() {
    let mut g = Graph::new();
    let lists: Vec<Node<_>> = (0..3).map(|n| g.add(list::node(n))).collect();
    assert!(panic_of(|| g.add(push_both::node(&lists, &lists[0]))).contains("let it take `&[&T]`"));
    assert!(panic_of(|| g.add(push_each::node(&lists, &lists))).contains("let it take `&[&T]`"));
    let apart = g.add(push_each::node(&lists[..1], &lists[1..]));
    let refs = g.add(push_refs::node(&lists, &lists[0]));
    assert_eq!(g.run((apart, refs)).unwrap(), (2, 4));
}

pub struct View<'b>(&'b str, String);

#[task]
fn view(text: &String) -> View<'_> {
    View(text, "own".to_owned())
}

#[task]
fn pick<'b>(view: &View<'b>) -> &'b str {
    view.0
}

#[task]
fn consume(view: View<'_>) -> usize {
    view.1.len()
}

#[task]
fn change(view: &mut View<'_>) -> usize {
    view.1.push('!');
    view.1.len()
}

// `picked` borrows from the text, not from the view that is gone.
#[test]
fn what_outlives_its_view_holds_the_text_back() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let mut text = g.add(load::node());
        let view = g.add(view::node(&text));
        let picked = g.add(pick::node(&view));
        let consumed = g.add(consume::node(view));
        let len = g.add(len::node(picked));
        let cleared = g.add(clear::node(&mut text));
        assert_eq!(g.run((len, consumed, cleared)).unwrap(), (7, 3, 9));
    });
    in_every_mode(|| {
        let mut g = Graph::new();
        let mut text = g.add(load::node());
        let mut view = g.add(view::node(&text));
        let picked = g.add(pick::node(&view));
        let changed = g.add(change::node(&mut view));
        let len = g.add(len::node(picked));
        let cleared = g.add(clear::node(&mut text));
        assert_eq!(g.run((changed, len, cleared)).unwrap(), (4, 7, 9));
    });
}

#[test]
fn what_was_not_asked_for_does_not_see_what_the_caller_changed() {
    let mut g = Graph::new();
    let mut text = g.add(load::node());
    let view = g.add(view::node(&text));
    let picked = g.add(pick::node(&view));
    g.add(consume::node(view));
    let len = g.add(len::node(picked));
    *g.run(&mut text).unwrap() = "z".repeat(9);
    assert!(panic_of(|| g.run(len)).contains("cannot run any more"));
}

pub struct Bomb(bool);

impl Drop for Bomb {
    fn drop(&mut self) {
        if self.0 {
            panic!("bomb");
        }
    }
}

#[task]
fn bomb() -> Bomb {
    Bomb(true)
}

#[task]
fn is_armed(bomb: &Bomb) -> bool {
    bomb.0
}

#[test]
fn an_input_whose_old_value_panics_has_none() {
    let mut g = Graph::new();
    let bomb = g.input::<Bomb>();
    let armed = g.add(is_armed::node(&bomb));
    assert_eq!(panic_of(|| g.run_with(((&bomb, Bomb(true)), (&bomb, Bomb(false))), &armed)), "bomb");
    assert!(panic_of(|| g.run(&armed)).contains("needs a value"));
    assert!(!g.run_with((&bomb, Bomb(false)), &armed).unwrap());
}

pub struct Shelf<'a>(Vec<Lease<'a>>);

#[task]
fn shelf<'a>() -> Shelf<'a> {
    Shelf(Vec::new())
}

#[task]
fn put<'a>(shelf: &mut Shelf<'a>, text: &'a String) -> usize {
    shelf.0.push(Lease(text));
    shelf.0.len()
}

#[task]
fn len_beside(text: &String, _bomb: &Bomb) -> usize {
    text.len()
}

// The shelf is older than the text that it borrows from, and ends before it.
#[test]
fn a_drop_that_panics_leaves_the_order_of_others() {
    for ask in [true, false] {
        in_every_mode(|| {
            let mut g = Graph::new();
            let early = g.add(shelf::node());
            let bomb = g.add(bomb::node());
            let text = g.add(load::node());
            let mut shelf = early;
            let put = g.add(put::node(&mut shelf, &text));
            assert_eq!(g.run(&put).unwrap(), &1);
            let len = g.add(len_beside::node(&text, &bomb));
            drop(bomb);
            if ask {
                assert_eq!(panic_of(|| g.run(&len)), "bomb");
                assert_eq!(g.run(&len).unwrap(), &7);
            }
            drop(shelf);
            drop(text);
            assert_eq!(fails(|| drop(g)), false);
        });
    }
}

#[task]
fn store<'a>() -> Mutex<Vec<Lease<'a>>> {
    Mutex::new(Vec::new())
}

#[task]
fn door<'m, 'a>(store: &'m Mutex<Vec<Lease<'a>>>) -> &'m Mutex<Vec<Lease<'a>>> {
    store
}

#[task]
fn put_through<'a>(store: &Mutex<Vec<Lease<'a>>>, text: &'a String) -> usize {
    store.lock().unwrap().push(Lease(text));
    1
}

#[task]
fn total(store: &Mutex<Vec<Lease<'_>>>) -> usize {
    store.lock().unwrap().iter().map(|lease| lease.0.len()).sum()
}

// What is put through a door is in the store.
#[test]
fn what_is_behind_a_reference_holds_what_was_put_there() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let early = g.add(store::node());
        let text = g.add(load::node());
        let store = early;
        let door = g.add(door::node(&store));
        let put = g.add(put_through::node(door, &text));
        assert_eq!(g.run(&put).unwrap(), &1);
        drop(store);
        drop(text);
        assert_eq!(fails(|| drop(g)), false);
    });
    in_every_mode(|| {
        let mut g = Graph::new();
        let mut text = g.add(load::node());
        let store = g.add(store::node());
        let door = g.add(door::node(&store));
        let put = g.add(put_through::node(&door, &text));
        let total = g.add(total::node(&store));
        drop(store);
        // rustc: the store is gone, so nothing borrows from the text.
        let len = g.add(len::node(&text));
        assert_eq!(g.run((put, total, len)).unwrap(), (1, 7, 7));
    });
}

pub struct Counted<'a>(&'a Mutex<i32>);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        *self.0.lock().unwrap() -= 1;
    }
}

#[task(ordered)]
fn count(number: &Mutex<i32>) -> Counted<'_> {
    *number.lock().unwrap() += 1;
    Counted(number)
}

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

#[test]
fn a_run_that_is_refused_ends_nothing() {
    let number = Mutex::new(0);
    let mut g = Graph::new();
    let input = g.input::<u32>();
    let inc = g.add(inc::node(input));
    let counted = g.add(count::node(&number));
    assert!(panic_of(|| g.run((counted, inc))).contains("needs a value"));
    g.run(()).unwrap();
    assert_eq!(*number.lock().unwrap(), 0, "made, and dropped by its last user");
    drop(g);
    assert_eq!(*number.lock().unwrap(), 0);
}

#[task]
fn lose(text: String, at: usize) -> Result<String, usize> {
    Err(text.len() + at)
}

// Both fail; the second has taken its text by then, and cannot do it again.
#[test]
fn what_failed_behind_a_failure_does_not_run_again() {
    for panics in [false, true] {
        in_every_mode(|| {
            let mut g = Graph::with_error::<usize>();
            let (first, second) = (g.add(load::node()), g.add(load::node()));
            let first = g.try_add(lose::node(first, 1));
            let second = if panics { g.add(lose_all::node(second)) } else { g.try_add(lose::node(second, 2)) };
            let lens = (g.add(len::node(&first)), g.add(len::node(&second)));
            assert_eq!(g.run(lens), Err(8));
            let again = catch_unwind(AssertUnwindSafe(|| g.run(&second).map(|_| ())));
            let allowed = ["cannot run any more", TEXT];
            match again {
                Ok(result) => assert_eq!(result, Err(9)),
                Err(payload) => {
                    assert!(allowed.iter().any(|text| payload.downcast_ref::<String>().unwrap().contains(text)))
                }
            }
        });
    }
}

#[task]
fn lose_all(text: String) -> String {
    panic!("{text}")
}
