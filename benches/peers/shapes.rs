//! The shapes, each in its three forms: plain Rust, pipeline, data.

use crate::dag::{self, Dag};
use crate::kernel::Work;
use crate::{pipelines, serial};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Chain,
    Diamond,
    Tree,
    Wavefront,
    Random,
    Loop,
    Stencil,
}

impl Shape {
    pub const ALL: [Shape; 7] =
        [Shape::Chain, Shape::Diamond, Shape::Tree, Shape::Wavefront, Shape::Random, Shape::Loop, Shape::Stencil];

    pub fn name(self) -> &'static str {
        match self {
            Shape::Chain => "chain",
            Shape::Diamond => "diamond",
            Shape::Tree => "tree",
            Shape::Wavefront => "wavefront",
            Shape::Random => "random",
            Shape::Loop => "loop",
            Shape::Stencil => "stencil",
        }
    }

    pub fn serial(self) -> fn(Work) -> u64 {
        match self {
            Shape::Chain => serial::chain,
            Shape::Diamond => serial::diamond,
            Shape::Tree => serial::tree,
            Shape::Wavefront => serial::wavefront,
            Shape::Random => serial::random,
            Shape::Loop => serial::elements,
            Shape::Stencil => serial::stencil,
        }
    }

    pub fn pipeline(self) -> fn(Work) -> u64 {
        match self {
            Shape::Chain => pipelines::chain,
            Shape::Diamond => pipelines::diamond,
            Shape::Tree => pipelines::tree,
            Shape::Wavefront => pipelines::wavefront,
            Shape::Random => pipelines::random,
            Shape::Loop => pipelines::elements,
            Shape::Stencil => pipelines::stencil,
        }
    }

    pub fn dag(self) -> Dag {
        match self {
            Shape::Chain => dag::chain(),
            Shape::Diamond => dag::diamond(),
            Shape::Tree => dag::tree(),
            Shape::Wavefront => dag::wavefront(),
            Shape::Random => dag::random(),
            Shape::Loop => dag::elements(),
            Shape::Stencil => dag::stencil(),
        }
    }
}
