//! What can be seen happens in program order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::mpsc::{Sender, channel};

use superscalar::{pipeline, task};

use crate::common::{Events, in_every_mode, ordered, pause};

#[task]
fn note(events: &Events, text: &str) {
    events.note(text);
}

#[task]
fn try_note(events: &Events, text: &str) -> Result<(), String> {
    pause();
    events.note(text);
    Ok(())
}

#[task]
fn quiet(x: u64) -> u64 {
    x + 1
}

#[test]
fn ordered_tasks_and_statement_glue_form_one_chain() {
    pipeline! {
        fn body(events: &Events) -> Result<u64, String> {
            note(events, "a");
            events.note("b");
            let x = quiet(1);
            try_note(events, "c")?;
            let y = quiet(2);
            events.note(y);
            note(events, "d");
            Ok(x + y)
        }
    }
    let lines = in_every_mode(|| {
        let events = Events::default();
        assert_eq!(body(&events), Ok(5));
        events.take()
    });
    assert_eq!(lines, ["a", "b", "c", "3", "d"]);
}

#[test]
fn effects_in_blocks_branches_and_matches_of_a_let() {
    macro_rules! note {
        ($events:expr, $text:expr) => {
            $events.note($text)
        };
    }
    pipeline! {
        fn body(events: &Events) -> u64 {
            let a = {
                events.note(1);
                1
            };
            let b = if a > 0 {
                events.note(2);
                2
            } else {
                0
            };
            let c = match 1 {
                _ => {
                    note!(events, 3);
                    3
                }
            };
            note!(events, 4);
            let d = loop {
                events.note(5);
                break 4;
            };
            a + b + c + d
        }
    }
    let lines = in_every_mode(|| {
        let events = Events::default();
        body(&events);
        events.take()
    });
    assert_eq!(lines, ["1", "2", "3", "4", "5"]);
}

#[test]
fn calls_in_blocks_of_an_expression() {
    #[task(ordered)]
    fn place(events: &Events) -> u64 {
        events.note("place");
        1
    }
    #[task]
    fn add(x: u64, y: u64) -> u64 {
        x + y
    }
    pipeline! {
        fn body(events: &Events) -> (u64, Box<u64>, (u64, u64), u64) {
            note(events, "a");
            let a = add(1, { let x = place(events); x + 1 });
            note(events, "b");
            let b = Box::new({
                let one = 1;
                place(events) * one
            });
            note(events, "c");
            let c = ('out: { if a == 0 { break 'out 7; } place(events) }, a);
            note(events, "d");
            let d = loop {
                let x = add(a, { let place = place(events); place + 2 });
                break x;
            };
            note(events, "e");
            (a, b, c, d)
        }
    }
    let lines = in_every_mode(|| {
        let events = Events::default();
        assert_eq!(body(&events), (3, Box::new(1), (1, 3), 6));
        events.take()
    });
    assert_eq!(lines, ["a", "place", "b", "place", "c", "place", "d", "place", "e"]);
}

#[test]
fn what_is_sent_arrives_in_order() {
    pipeline! {
        fn body(tx: &Sender<u64>) {
            let _ = tx.send(1);
            tx.send(2).unwrap();
            let sent = tx.send(3);
            let _ = tx.send(4).is_ok();
            assert!(sent.is_ok());
        }
    }
    let got = in_every_mode(|| {
        let (tx, rx) = channel();
        body(&tx);
        drop(tx);
        rx.iter().collect::<Vec<_>>()
    });
    assert_eq!(got, [1, 2, 3, 4]);
}

#[test]
fn atomics_and_locks_in_glue() {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    pipeline! {
        fn body(counter: &AtomicU64, list: &Mutex<Vec<u64>>) -> (u64, u64, u64) {
            let a = counter.fetch_add(1, SeqCst);
            let b = counter.swap(10, SeqCst);
            let c = counter.load(SeqCst);
            let _x = list.lock().unwrap().push(a);
            let _y = list.lock().unwrap().push(b + 1);
            (a, b, c)
        }
        fn of_a_static() -> u64 {
            let a = NEXT.fetch_add(1, SeqCst);
            let b = NEXT.fetch_add(1, SeqCst);
            b - a
        }
    }
    let result = in_every_mode(|| {
        let (counter, list) = (AtomicU64::new(0), Mutex::new(vec![]));
        (body(&counter, &list), list.into_inner().unwrap())
    });
    assert_eq!(result, ((0, 1, 10), vec![0, 2]));
    assert_eq!(in_every_mode(of_a_static), 1);
}

#[test]
fn exclusive_by_default() {
    #[task]
    fn take_number(counter: &AtomicU64) -> u64 {
        counter.fetch_add(1, SeqCst)
    }
    #[task]
    fn append(list: &Mutex<Vec<u64>>, x: u64) -> usize {
        pause();
        let mut list = list.lock().unwrap();
        list.push(x);
        list.len()
    }
    pipeline! {
        fn body(counter: &AtomicU64, list: &Mutex<Vec<u64>>) -> (u64, u64, usize, usize) {
            let a = take_number(counter);
            let b = take_number(counter);
            let c = append(list, b);
            let d = append(list, a);
            (a, b, c, d)
        }
    }
    let result = in_every_mode(|| {
        let (counter, list) = (AtomicU64::new(0), Mutex::new(vec![]));
        (body(&counter, &list), list.into_inner().unwrap())
    });
    assert_eq!(result, ((0, 1, 1, 2), vec![1, 0]));
}

#[test]
fn shared_says_that_order_does_not_matter() {
    #[task(shared)]
    fn append(list: &Mutex<Vec<u64>>, x: u64) -> u64 {
        list.lock().unwrap().push(x);
        x
    }
    pipeline! {
        fn body(list: &Mutex<Vec<u64>>) -> u64 {
            let a = append(list, 1);
            let b = append(list, 2);
            a + b
        }
    }
    assert!(!ordered(&body::graph(), "a", "b"));
    let sorted = in_every_mode(|| {
        let list = Mutex::new(vec![]);
        body(&list);
        let mut list = list.into_inner().unwrap();
        list.sort_unstable();
        list
    });
    assert_eq!(sorted, [1, 2]);
}

#[test]
fn printing_is_ordered() {
    pipeline! {
        fn body(x: u64) -> u64 {
            println!("{x}");
            let a = quiet(x);
            print!("{}", a);
            eprintln!();
            a
        }
    }
    let graph = body::graph();
    assert_eq!(graph.nodes().iter().filter(|node| node.effect()).count(), 3);
    assert_eq!(in_every_mode(|| body(1)), 2);
}

#[test]
fn a_mutex_is_read_from_another_view_of_it() {
    #[task]
    fn add(list: &Mutex<Vec<u64>>, x: u64) -> u64 {
        list.lock().unwrap().push(x);
        x
    }
    pipeline! {
        fn body() -> (Vec<u64>, u64) {
            let list = Mutex::new(vec![]);
            let view = &list;
            let a = add(view, 1);
            let n = list.lock().unwrap().len() as u64;
            let b = add(&list, 2);
            let again = view;
            let c = add(again, 3);
            let sum = a + b + c + 100 * n;
            (list.into_inner().unwrap(), sum)
        }
    }
    assert_eq!(in_every_mode(body), (vec![1, 2, 3], 106));
}
