//! By hand on rayon: what one writes who knows the shape.
//!
//! A chain has nothing to share and stays serial; a diamond, the loop and each step of the stencil are parallel
//! iterators; a tree is `join` all the way down; the others run in a scope with counters.

use rayon::prelude::*;

use crate::Bench;
use crate::counters::Table;
use crate::dag::{CELLS, ELEMENTS, STEPS};
use crate::kernel::{self, Work};
use crate::measure::System;
use crate::scope;
use crate::shapes::Shape;

pub fn systems<'a>(bench: &'a Bench, shape: Shape, work: Work) -> Vec<System<'a>> {
    let (program, program_too) = (program(shape, work), program(shape, work));
    vec![
        System::new("rayon, outside", move |turn| turn.calls(|| bench.pool.install(&program))),
        System::new("rayon, inside", move |turn| bench.pool.install(|| turn.calls(&program_too))),
    ]
}

fn program(shape: Shape, work: Work) -> Box<dyn Fn() -> u64 + Send + Sync> {
    match shape {
        Shape::Chain => Box::new(move || chain(work)),
        Shape::Diamond => Box::new(move || diamond(work)),
        Shape::Tree => Box::new(move || subtree(work, 0, 64)),
        Shape::Loop => Box::new(move || elements(work)),
        Shape::Stencil => Box::new(move || stencil(work)),
        Shape::Wavefront | Shape::Random => {
            let table = Table::new(shape.dag());
            Box::new(move || scope::run(&table, work))
        }
    }
}

fn chain(work: Work) -> u64 {
    (1..64).fold(kernel::leaf(work, 0), |value, _| kernel::one(work, value))
}

fn diamond(work: Work) -> u64 {
    let top = kernel::leaf(work, 0);
    let mut middle = [top; 16];
    middle.par_iter_mut().for_each(|value| *value = kernel::one(work, *value));
    kernel::many(work, middle)
}

fn subtree(work: Work, first: u64, leaves: u64) -> u64 {
    if leaves == 1 {
        return kernel::leaf(work, first);
    }
    let half = leaves / 2;
    let (left, right) = rayon::join(|| subtree(work, first, half), || subtree(work, first + half, half));
    kernel::two(work, left, right)
}

fn elements(work: Work) -> u64 {
    (0..ELEMENTS as u64).into_par_iter().map(|element| kernel::element(work, element)).reduce(|| 0, |a, b| a ^ b)
}

fn stencil(work: Work) -> u64 {
    let mut cells: [u64; CELLS] = std::array::from_fn(|cell| cell as u64);
    cells.par_iter_mut().for_each(|cell| *cell = kernel::leaf(work, *cell));
    for _ in 1..STEPS {
        let before = cells;
        cells.par_iter_mut().enumerate().for_each(|(index, cell)| *cell = kernel::cell(work, &before, index));
    }
    cells.iter().fold(0, |result, cell| result ^ cell)
}
