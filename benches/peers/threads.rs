//! With nothing but `std::thread::scope`: each run starts its threads and joins them; the caller is one of them.
//!
//! A chain stays serial; a diamond and the loop are dealt out in equal parts; a tree is cut into one subtree a thread;
//! in the others, each thread takes the next node in program order and spins until its inputs are there. That ends, as
//! the first node that is not finished has been taken by somebody and waits for nobody.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use crate::Bench;
use crate::counters::Values;
use crate::dag::{Dag, ELEMENTS};
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::shapes::Shape;

pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let program = program(shape, work, bench.threads);
    vec![System::new("thread::scope", move |turn| turn.calls(&program))]
}

fn program(shape: Shape, work: Work, threads: usize) -> Box<dyn Fn() -> u64 + Send + Sync> {
    match shape {
        Shape::Chain => Box::new(move || (1..64).fold(kernel::leaf(work, 0), |value, _| kernel::one(work, value))),
        Shape::Diamond => Box::new(move || diamond(work, threads)),
        Shape::Tree => Box::new(move || subtree(work, 0, 64, threads)),
        Shape::Loop => Box::new(move || elements(work, threads)),
        Shape::Wavefront | Shape::Random | Shape::Stencil => {
            let dag = shape.dag();
            Box::new(move || Queue::new(&dag, work).run(threads))
        }
    }
}

fn diamond(work: Work, threads: usize) -> u64 {
    let mut middle = [kernel::leaf(work, 0); 16];
    let part = |values: &mut [u64]| values.iter_mut().for_each(|value| *value = kernel::one(work, *value));
    thread::scope(|scope| {
        let (mine, others) = middle.split_at_mut(16usize.div_ceil(threads));
        for other in others.chunks_mut(mine.len()) {
            scope.spawn(|| part(other));
        }
        part(mine);
    });
    kernel::many(work, middle)
}

fn subtree(work: Work, first: u64, leaves: u64, threads: usize) -> u64 {
    if leaves == 1 {
        return kernel::leaf(work, first);
    }
    let half = leaves / 2;
    let left = |threads| subtree(work, first, half, threads);
    let right = |threads| subtree(work, first + half, half, threads);
    let (left, right) = if threads > 1 {
        thread::scope(|scope| {
            let right = scope.spawn(|| right(threads / 2));
            (left(threads.div_ceil(2)), right.join().expect("no node panics"))
        })
    } else {
        (left(1), right(1))
    };
    kernel::two(work, left, right)
}

fn elements(work: Work, threads: usize) -> u64 {
    let part = |thread: usize| {
        let elements = thread * ELEMENTS / threads..(thread + 1) * ELEMENTS / threads;
        elements.fold(0, |total, element| total ^ kernel::element(work, element as u64))
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|thread| scope.spawn(move || part(thread))).collect();
        others.into_iter().fold(part(0), |total, other| total ^ other.join().expect("no node panics"))
    })
}

struct Queue<'a> {
    dag: &'a Dag,
    work: Work,
    next: AtomicUsize,
    finished: Vec<AtomicBool>,
    values: Values,
}

impl<'a> Queue<'a> {
    fn new(dag: &'a Dag, work: Work) -> Self {
        let nodes = dag.inputs.len();
        let finished = (0..nodes).map(|_| AtomicBool::new(false)).collect();
        Queue { dag, work, next: AtomicUsize::new(0), finished, values: Values::new(nodes) }
    }

    fn run(&self, threads: usize) -> u64 {
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|| self.take_part());
            }
            self.take_part();
        });
        self.values.result(self.dag)
    }

    fn take_part(&self) {
        loop {
            let node = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(inputs) = self.dag.inputs.get(node) else { return };
            inputs.iter().for_each(|&input| self.wait_for(input));
            self.values.run(self.work, self.dag, node);
            self.finished[node].store(true, Ordering::Release);
        }
    }

    /// Spins for about 10 µs, then lets others run: there may be fewer cores than threads.
    fn wait_for(&self, node: usize) {
        for spin in 0u32.. {
            if self.finished[node].load(Ordering::Acquire) {
                return;
            }
            if spin < 1000 { std::hint::spin_loop() } else { thread::yield_now() }
        }
    }
}
