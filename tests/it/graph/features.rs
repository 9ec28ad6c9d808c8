//! What each kind of input does, what runs, and how runs end.

use std::num::ParseIntError;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use superscalar::graph::Failure;
use superscalar::{Graph, Node, task};

use crate::common::{Events, Meeting, in_every_mode, panic_of, pause, pool};

#[task]
fn number(n: u64) -> u64 {
    pause();
    n
}

#[task]
fn double(n: u64) -> u64 {
    2 * n
}

#[task]
fn numbers(n: u64) -> Vec<u64> {
    (0..n).collect()
}

#[task]
fn sum(numbers: &[u64]) -> u64 {
    numbers.iter().sum()
}

#[task]
fn largest(numbers: &Vec<u64>) -> u64 {
    *numbers.iter().max().unwrap()
}

#[task]
fn push(numbers: &mut Vec<u64>, n: u64) -> usize {
    pause();
    numbers.push(n);
    numbers.len()
}

#[task]
fn scale(numbers: &mut [u64], by: u64) -> u64 {
    numbers.iter_mut().for_each(|n| *n *= by);
    by
}

#[task]
fn reversed(mut numbers: Vec<u64>) -> Vec<u64> {
    numbers.reverse();
    numbers
}

#[test]
fn a_value_is_given_read_changed_and_taken() {
    let result = in_every_mode(|| {
        let mut g = Graph::new();
        let mut list = g.add(numbers::node(4)); // [0, 1, 2, 3]
        let before = g.add(sum::node(&list));
        let len = g.add(push::node(&mut list, 9)); // [0, 1, 2, 3, 9]
        let after = g.add(sum::node(&list));
        let by = g.add(number::node(10));
        let scaled = g.add(scale::node(&mut list, &by)); // [0, 10, 20, 30, 90]
        let largest = g.add(largest::node(&list));
        let list = g.add(reversed::node(list));
        g.run((before, len, after, by, scaled, (largest, list))).unwrap()
    });
    assert_eq!(result, (6, 5, 15, 10, 10, (90, vec![90, 30, 20, 10, 0])));
}

#[test]
fn a_change_that_nobody_asks_for_by_name_is_needed_by_who_reads() {
    let mut g = Graph::new();
    let mut list = g.add(numbers::node(2));
    g.add(push::node(&mut list, 5));
    assert_eq!(g.run(list).unwrap(), [0, 1, 5]);
}

#[task]
fn total(parts: Vec<u64>) -> u64 {
    parts.iter().sum()
}

#[task]
fn total_of_refs(parts: Vec<&u64>) -> u64 {
    parts.into_iter().sum()
}

#[task]
fn bump_all(parts: Vec<&mut u64>, by: u64) -> usize {
    let len = parts.len();
    parts.into_iter().for_each(|n| *n += by);
    len
}

#[task]
fn of_array([a, b]: [u64; 2], pair: (u64, &u64), maybe: Option<u64>, boxed: Box<[u64]>) -> Vec<u64> {
    let mut all = vec![a, b, pair.0, *pair.1];
    all.extend(maybe);
    all.extend(boxed);
    all
}

#[test]
fn collections_of_handles() {
    let result = in_every_mode(|| {
        let mut g = Graph::new();
        let mut nodes: Vec<Node<u64>> = (1..=9).map(|n| g.add(number::node(n))).collect();
        let refs = g.add(total_of_refs::node(nodes.iter().collect::<Vec<_>>()));
        let bumped = g.add(bump_all::node(nodes.iter_mut().collect::<Vec<_>>(), 100));
        let boxed: Box<[Node<u64>]> = nodes.split_off(6).into();
        let (last, middle) = (nodes.pop().unwrap(), nodes.pop().unwrap());
        let array = [nodes.remove(0), nodes.remove(0)];
        let mixed = g.add(of_array::node(array, (middle, &nodes[0]), Some(last), boxed));
        let rest = g.add(total::node(nodes));
        let none = g.add(total::node(Vec::<Node<u64>>::new()));
        g.run((refs, bumped, mixed, rest, none)).unwrap()
    });
    assert_eq!(result, (45, 9, vec![101, 102, 105, 103, 106, 107, 108, 109], 103 + 104, 0));
}

#[task]
fn name(n: u64) -> String {
    format!("n{n}")
}

#[task]
fn join(names: &[String]) -> String {
    names.join(" ")
}

#[task]
fn join_refs(names: &[&String]) -> usize {
    names.iter().map(|name| name.len()).sum()
}

#[task]
fn append(name: &mut String, end: &str) -> usize {
    name.push_str(end);
    name.len()
}

// `String`s are moved to lie side by side, and back.
#[test]
fn handles_side_by_side() {
    let result = in_every_mode(|| {
        let mut g = Graph::new();
        let copies: Vec<Node<u64>> = (1..4).map(|n| g.add(number::node(n))).collect();
        let mut names: Vec<Node<String>> = copies.iter().map(|n| g.add(name::node(n))).collect();
        let sum = g.add(sum::node(&copies));
        let sum_of_two = g.add(sum::node(&copies[..2]));
        let len = g.add(join_refs::node(&names));
        let joined = g.add(join::node(&names));
        let again = g.add(join::node(names.as_slice()));
        g.add(append::node(&mut names[1], "x"));
        let changed = g.add(join::node(&names));
        let array = [g.add(name::node(8)), g.add(name::node(9))];
        let of_array = g.add(join::node(&array));
        (g.run((sum, sum_of_two, len, joined, again, changed, of_array)).unwrap(), g.run(names).unwrap())
    });
    let texts = ["n1 n2 n3", "n1 n2 n3", "n1 n2x n3", "n8 n9"].map(String::from);
    let [joined, again, changed, of_array] = texts;
    let names = ["n1", "n2x", "n3"].map(String::from).to_vec();
    assert_eq!(result, ((6, 3, 6, joined, again, changed, of_array), names));
}

#[test]
fn what_a_task_may_keep_is_not_brought_together() {
    #[task]
    fn first<'a>(names: &'a [String]) -> &'a str {
        &names[0]
    }
    let mut g = Graph::new();
    let names: Vec<Node<String>> = (0..2).map(|n| g.add(name::node(n))).collect();
    assert!(panic_of(|| g.add(first::node(&names))).contains("`first` was given as `names` nodes side by side"));
    let views: Vec<Node<&str>> = names.iter().map(|name| g.add(as_str::node(name))).collect();
    assert!(panic_of(|| g.add(join::node(&names))).contains("let the task take `&[&T]`"));
    assert_eq!(g.run(views).unwrap(), ["n0", "n1"]);
}

#[task]
fn as_str(text: &str) -> &str {
    text
}

#[task]
fn letters(text: &str) -> usize {
    text.len()
}

#[task]
fn path(name: &str) -> PathBuf {
    PathBuf::from(name)
}

#[task]
fn components(path: &Path) -> usize {
    path.components().count()
}

#[task]
fn shared(text: &str) -> Arc<str> {
    text.into()
}

#[task]
fn boxed(n: u64) -> Box<u64> {
    Box::new(n)
}

#[task]
fn succ(n: &u64) -> u64 {
    n + 1
}

#[task]
fn shout(text: &mut str) -> usize {
    text.make_ascii_uppercase();
    text.len()
}

#[task]
fn three() -> [u64; 3] {
    [1, 2, 3]
}

#[test]
fn values_are_looked_at_as_what_they_dereference_to() {
    let own = String::from("a/b/c");
    let array = [5_u64, 6];
    let result = in_every_mode(|| {
        let mut g = Graph::new();
        let mut text = g.add(name::node(7));
        let letters_of = g.add(letters::node(&text));
        g.add(shout::node(&mut text));
        let arc = g.add(shared::node(&text));
        let of_arc = g.add(letters::node(&arc));
        let path = g.add(path::node(&own));
        let parts = g.add(components::node(&path));
        let boxed = g.add(boxed::node(6));
        let of_box = g.add(succ::node(&boxed));
        let array_node = g.add(three::node());
        let sums = (g.add(sum::node(&array_node)), g.add(sum::node(&array)), g.add(sum::node(&array[..1])));
        let view = g.add(as_str::node(&text));
        let of_view = (g.add(letters::node(&view)), g.add(letters::node(&view)), g.add(letters::node(view)));
        let result = g.run((letters_of, of_arc, parts, of_box, sums, of_view)).unwrap();
        (result, g.run(text).unwrap())
    });
    assert_eq!(result, ((2, 2, 3, 7, (6, 11, 5), (2, 2, 2)), "N7".to_owned()));
}

#[test]
fn outputs_by_value_and_by_reference() {
    let mut g = Graph::new();
    let mut list = g.add(numbers::node(3));
    let name = g.add(name::node(1));
    let first: &Vec<u64> = g.run(&list).unwrap();
    assert_eq!(first, &[0, 1, 2]);
    g.run(&mut list).unwrap().push(40);
    let total = g.add(sum::node(&list));
    let (list, name, total, none) = g.run((&list, [name], Some(total), None::<Node<u8>>)).unwrap();
    assert_eq!((list.len(), &*name[0], total, none), (4, "n1", Some(43), None));
    g.run(()).unwrap();
}

#[test]
fn an_output_outlives_the_graph() {
    let mut g = Graph::new();
    let list = g.add(numbers::node(3));
    let read: &Vec<u64> = g.run(&list).unwrap();
    drop(g);
    assert_eq!(read, &[0, 1, 2]);
}

#[task]
fn note(events: &Events, what: u64) {
    pause();
    events.note(what);
}

#[task]
fn note_and_return(events: &Events, what: u64) -> u64 {
    events.note(what);
    what
}

#[test]
fn shared_upstream_runs_once_and_what_is_not_needed_not_at_all() {
    let lines = in_every_mode(|| {
        let events = Events::default();
        let mut g = Graph::new();
        let shared = g.add(note_and_return::node(&events, 1));
        g.add(note_and_return::node(&events, 2));
        let sums: Vec<_> = (0..20).map(|_| g.add(double::node(&shared))).collect();
        assert_eq!(g.run(sums).unwrap().len(), 20);
        assert_eq!(g.run(&shared).unwrap(), &1);
        drop(g);
        events.take()
    });
    assert_eq!(lines, ["1"]);
}

#[test]
fn ordered_nodes_run_always_and_in_order() {
    let lines = in_every_mode(|| {
        let events = Events::default();
        let mut g = Graph::new();
        let asked = g.add(number::node(1));
        for what in 0..8 {
            g.add(note::node(&events, what));
        }
        g.run(&asked).unwrap();
        g.add(note::node(&events, 8));
        g.run(()).unwrap();
        g.run(()).unwrap();
        drop(g);
        events.take()
    });
    assert_eq!(lines, ["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
}

#[task]
fn log(lines: &Mutex<Vec<u64>>, what: u64) -> usize {
    pause();
    let mut lines = lines.lock().unwrap();
    lines.push(what);
    lines.len()
}

#[task]
fn extend(list: &mut Vec<u64>, by: u64) -> usize {
    pause();
    list.push(by);
    list.len()
}

#[test]
fn what_is_lent_by_the_caller_changes_in_order() {
    let result = in_every_mode(|| {
        let lines = Mutex::new(Vec::new());
        let (mut left, mut right) = (vec![1], vec![2]);
        let mut g = Graph::new();
        for what in 0..6 {
            g.add(log::node(&lines, what));
        }
        g.add(extend::node(&mut left, 10));
        let len = g.add(extend::node(&mut right, 20));
        assert_eq!(g.run(len).unwrap(), 2);
        drop(g);
        (lines.into_inner().unwrap(), left, right)
    });
    assert_eq!(result, ((0..6).collect(), vec![1, 10], vec![2, 20]));
}

#[task]
fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

#[task]
fn longest<'a>(words: &[&'a str]) -> &'a str {
    words.iter().max_by_key(|word| word.len()).copied().unwrap_or("")
}

#[test]
fn values_borrow_from_the_caller_and_from_each_other() {
    let outside = String::from("one three");
    let result = in_every_mode(|| {
        let mut g = Graph::new();
        let mut text = g.add(name::node(12345));
        let from_caller = g.add(words::node(&outside));
        let from_node = g.add(words::node(&text));
        let longest_of = (g.add(longest::node(&from_caller)), g.add(longest::node(&from_node)));
        let lengths = (g.add(letters::node(longest_of.0)), g.add(letters::node(longest_of.1)));
        drop((from_caller, from_node));
        g.add(append::node(&mut text, "!"));
        (g.run(lengths).unwrap(), g.run(text).unwrap())
    });
    assert_eq!(result, ((5, 6), "n12345!".to_owned()));
}

#[task]
fn split(numbers: Vec<u64>) -> (Vec<u64>, usize, &'static str) {
    let len = numbers.len();
    (numbers, len, "text")
}

#[test]
fn a_tuple_is_taken_apart() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let tuple = g.add(split::node(vec![1, 2]));
        let (mut list, len, _text) = g.unzip(tuple);
        g.add(push::node(&mut list, 3));
        let twice = g.add(double_len::node(len));
        assert_eq!(g.run((list, twice)).unwrap(), (vec![1, 2, 3], 4));
    });
}

#[task]
fn double_len(n: usize) -> usize {
    2 * n
}

#[task]
fn parse(text: &str) -> Result<u64, ParseIntError> {
    pause();
    text.parse()
}

#[derive(Debug, PartialEq)]
enum Odd {
    Number(u64),
    Text(String),
}

impl From<String> for Odd {
    fn from(text: String) -> Odd {
        Odd::Text(text)
    }
}

#[task]
fn half(n: u64) -> Result<u64, Odd> {
    if n % 2 == 0 { Ok(n / 2) } else { Err(Odd::Number(n)) }
}

#[task]
fn refuse(text: String) -> Result<u64, String> {
    Err(text)
}

#[test]
fn the_first_failure_in_order_of_adding_is_returned() {
    let message = in_every_mode(|| {
        let mut g = Graph::new();
        let good = g.try_add(parse::node("1"));
        let first = g.try_add(parse::node("x").named("first"));
        let second = g.try_add(parse::node(""));
        let after = g.add(double::node(&first));
        let failure: Failure = g.run((good, after, second)).unwrap_err();
        assert_eq!(failure.node(), "first");
        assert!(failure.downcast_ref::<ParseIntError>().is_some());
        failure.to_string()
    });
    assert_eq!(message, "invalid digit found in string");
}

#[test]
fn a_graph_of_one_error_type() {
    in_every_mode(|| {
        let mut g = Graph::with_error::<Odd>();
        let a = g.try_add(half::node(6));
        let b = g.try_add(half::node(&a));
        let c = g.try_add(refuse::node("no".to_owned()));
        assert_eq!(g.run((&a, b)), Err(Odd::Number(3)));
        assert_eq!(g.run(c), Err(Odd::Text("no".to_owned())));
        assert_eq!(g.run(a), Ok(3));
    });
}

// Serial code would not have come to the later ones.
#[test]
fn nothing_can_be_seen_of_what_comes_after_a_failure() {
    let lines = in_every_mode(|| {
        let events = Events::default();
        let mut g = Graph::new();
        g.add(note::node(&events, 1));
        let wrong = g.try_add(parse::node("x"));
        g.add(note::node(&events, 2));
        let after = g.add(double::node(&wrong));
        let independent = g.add(double::node(4));
        assert!(g.run((&after, &independent)).is_err());
        assert_eq!(g.run(&independent).unwrap(), &8);
        assert!(panic_of(|| g.run(&after)).contains("cannot run any more"));
        g.add(note::node(&events, 3));
        g.run(()).unwrap();
        drop(g);
        events.take()
    });
    assert_eq!(lines, ["1", "3"]);
}

#[task]
fn fall(text: &'static str, after: u64) -> u64 {
    pause();
    std::panic::panic_any(text.len() as u64 + after)
}

#[test]
fn the_first_panic_comes_with_its_payload() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let first = g.add(fall::node("abc", 0));
        let second = g.add(fall::node("abcd", 0));
        let good = g.add(double::node(3));
        let asked = g.add(total::node(vec![second, first]));
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| g.run(asked)));
        assert_eq!(*ended.unwrap_err().downcast::<u64>().unwrap(), 3);
        assert_eq!(g.run(good).unwrap(), 6);
    });
}

#[test]
fn a_graph_runs_many_times() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let text = g.input::<&'static str>();
        let by = g.input::<u64>();
        let (key, list) = (text.key(), g.add(numbers::node(3)));
        let parsed = g.try_add(parse::node(text));
        let mut list = list;
        g.add(push::node(&mut list, &parsed));
        g.add(scale::node(&mut list, &by));
        let total = g.add(sum::node(&list));
        assert_eq!(g.run_with(((key, "7"), (&by, 1)), &total).unwrap(), 10);
        assert!(g.run_with(((key, "x"), (&by, 1)), &total).is_err());
        assert_eq!(g.run_with(((key, "1"), (&by, 10)), (&total, &list)).unwrap(), (40, vec![0, 10, 20, 10]));
        let wanted = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| g.run_with((key, "1"), &total)));
        assert!(wanted.is_err(), "`by` has no value");
        for round in 0..5 {
            assert_eq!(g.run_with(vec![(key, ["0", "1"][round % 2])], ()).is_err(), false);
            assert_eq!(g.run_with(((key, "5"), (&by, round as u64)), &total).unwrap(), 8 * round as u64);
        }
    });
}

#[test]
fn a_graph_runs_again_after_a_panic() {
    #[task]
    fn check(n: u64) -> u64 {
        assert!(n < 5, "too large");
        n
    }
    in_every_mode(|| {
        let mut g = Graph::new();
        let n = g.input::<u64>();
        let checked = g.add(check::node(&n));
        let all = g.add(total::node(vec![checked]));
        assert_eq!(g.run_with((&n, 4), &all).unwrap(), 4);
        assert_eq!(panic_of(|| g.run_with((&n, 6), &all)), "too large");
        assert_eq!(g.run_with((&n, 2), &all).unwrap(), 2);
    });
}

// Plain values are cloned for each run; what cannot be is named.
#[test]
fn a_value_that_cannot_be_cloned_serves_once() {
    struct Once(u64);
    #[task]
    fn open(once: Once) -> u64 {
        once.0
    }
    let mut g = Graph::new();
    let opened = g.add(open::node(Once(4)));
    let five = g.add(number::node(5));
    let kept = g.add(total::node(vec![five]));
    assert_eq!(g.run_with((), (&opened, &kept)).unwrap(), (4, 5));
    assert!(panic_of(|| g.run_with((), &opened)).contains("is not `Clone`"));
    assert_eq!(g.run_with((), &kept).unwrap(), 5);
}

#[test]
fn values_for_what_is_no_input_of_the_graph() {
    let (mut one, mut other) = (Graph::new(), Graph::new());
    let (a, b) = (one.input::<u64>(), other.input::<u64>());
    assert!(panic_of(|| one.run_with((&b, 1), ())).contains("another graph"));
    assert!(panic_of(|| one.add(double::node(&b))).contains("`double` was given as `n` a node of another graph"));
    assert!(panic_of(|| other.run(a)).contains("another graph"));
    assert!(panic_of(|| other.run_with((), &other_node())).contains("another graph"));
    fn other_node() -> Node<u64> {
        Graph::new().add(number::node(1))
    }
}

#[test]
fn an_input_is_a_node_like_others() {
    let mut g = Graph::new();
    let input = g.input::<u64>();
    let key = input.key();
    let all: Vec<Node<u64>> = vec![input.into(), g.add(number::node(2))];
    let sum = g.add(sum::node(&all));
    assert_eq!(g.run_with((key, 5), (&sum, &all)).unwrap(), (7, vec![5, 2]));
}

#[test]
fn what_a_graph_looks_like() {
    let mut g = Graph::new();
    assert!(g.is_empty() && g.depth() == 0 && g.width() == 0 && g.critical_path().is_empty());
    let leaves: Vec<_> = (0..5).map(|n| g.add(number::node(n).named(format!("leaf {n}")))).collect();
    let mut list = g.add(numbers::node(3));
    let read = g.add(largest::node(&list));
    g.add(push::node(&mut list, 4));
    g.add(total::node(leaves).named("all"));
    assert_eq!((g.len(), g.depth(), g.width()), (9, 3, 6));
    assert_eq!(g.critical_path(), ["numbers", "largest", "push"]);
    let graph = g.graph();
    assert!(graph.why("largest", "push").is_ordered() && !graph.why("largest", "all").is_ordered());
    assert!(graph.to_mermaid().contains("leaf 3") && graph.to_dot().contains("all"));
    g.run(read).unwrap();
    assert_eq!(g.len(), 9);
}

#[test]
fn independent_nodes_overlap() {
    #[task]
    fn meet(meeting: &Meeting) -> bool {
        meeting.join()
    }
    let meeting = Meeting::of(2);
    assert!(pool(2).run(|| {
        let mut g = Graph::new();
        let nodes: Vec<_> = (0..2).map(|_| g.add(meet::node(&meeting))).collect();
        g.run(nodes).unwrap().into_iter().all(|met| met)
    }));
}

#[task]
fn inner(n: u64) -> u64 {
    let mut g = Graph::new();
    let leaves: Vec<_> = (0..n).map(|i| g.add(number::node(i))).collect();
    let total = g.add(total::node(leaves));
    g.run(total).unwrap()
}

superscalar::pipeline! {
    fn two(n: u64) -> u64 {
        let a = inner(n);
        let b = inner(n + 1);
        a + b
    }
}

#[test]
fn graphs_in_tasks_and_pipelines() {
    in_every_mode(|| {
        let mut g = Graph::new();
        let outer: Vec<_> = (0..4).map(|n| g.add(inner::node(n))).collect();
        let total = g.add(total::node(outer));
        assert_eq!(g.run(total).unwrap(), 0 + 0 + 1 + 3);
        assert_eq!(two(4), 6 + 10);
    });
}

#[task]
fn large(n: u8) -> [u8; 1000] {
    [n; 1000]
}

#[task]
fn largest_byte(bytes: &[u8; 1000]) -> u8 {
    *bytes.iter().max().unwrap()
}

#[repr(align(256))]
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Aligned(u8);

#[task]
fn aligned(n: u8) -> Aligned {
    Aligned(n)
}

#[task]
fn is_aligned(value: &Aligned) -> bool {
    std::ptr::from_ref(value).addr() % 256 == 0
}

#[task]
fn nothing(count: &AtomicUsize) -> () {
    count.fetch_add(1, Relaxed);
}

#[task]
fn after(_: ()) -> [u8; 0] {
    []
}

#[test]
fn large_aligned_and_empty_values() {
    in_every_mode(|| {
        let count = AtomicUsize::new(0);
        let mut g = Graph::new();
        let large = g.add(large::node(7));
        let of_large = g.add(largest_byte::node(&large));
        let aligned = g.add(aligned::node(3));
        let is_aligned = g.add(is_aligned::node(&aligned));
        let nothing = g.add(nothing::node(&count));
        let empty = g.add(after::node(nothing));
        assert_eq!(g.run((large, of_large, aligned, is_aligned, empty)).unwrap(), ([7; 1000], 7, Aligned(3), true, []));
        drop(g);
        assert_eq!(count.into_inner(), 1);
    });
}

#[task]
fn step(n: u64) -> u64 {
    n + 1
}

#[task]
fn plus(a: u64, b: u64) -> u64 {
    a + b
}

const MANY: u64 = if cfg!(miri) { 40 } else { 100_000 };
const DEEP: u64 = if cfg!(miri) { 40 } else { 1_000_000 };

#[test]
fn a_deep_chain() {
    for threads in [1, 2] {
        let result = pool(threads).run(|| {
            let mut g = Graph::new();
            let mut last = g.add(number::node(0));
            for _ in 0..DEEP {
                last = g.add(step::node(last));
            }
            assert_eq!(g.depth() as u64, DEEP + 1);
            g.run(last).unwrap()
        });
        assert_eq!(result, DEEP);
    }
}

#[test]
fn a_chain_of_changes_of_one_value_that_never_runs() {
    let mut g = Graph::new();
    let mut list = g.add(numbers::node(0));
    for n in 0..MANY {
        g.add(push::node(&mut list, n));
        g.add(sum::node(&list));
    }
    assert_eq!(g.depth() as u64, 2 * MANY + 1);
}

#[test]
fn wide_graphs() {
    for threads in [1, 2] {
        let result = pool(threads).run(|| {
            let mut g = Graph::new();
            let root = g.add(step::node(0));
            let leaves: Vec<_> = (0..MANY).map(|n| g.add(plus::node(&root, n))).collect();
            assert_eq!(g.width() as u64, MANY);
            let side_by_side = g.add(sum::node(&leaves));
            let total = g.add(total::node(leaves));
            g.run((side_by_side, total)).unwrap()
        });
        let sum = MANY * (MANY - 1) / 2 + MANY;
        assert_eq!(result, (sum, sum));
    }
}

#[test]
fn many_fallible_nodes_before_many_that_can_be_seen() {
    let events = Events::default();
    let mut g = Graph::new();
    for n in 0..if cfg!(miri) { 8 } else { 2_000 } {
        g.try_add(parse::node("1"));
        g.try_add(parse::node("2"));
        g.add(note::node(&events, n));
    }
    g.run(()).unwrap();
    drop(g);
    let expected: Vec<String> = (0..if cfg!(miri) { 8 } else { 2_000 }).map(|n: u64| n.to_string()).collect();
    assert_eq!(events.take(), expected);
}
