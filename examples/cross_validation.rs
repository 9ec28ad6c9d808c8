//! Nested cross-validation of a random forest: three loops inside each other, one model for each of their turns.
//!
//! `cargo run --release --example cross_validation [-- --outer N] [--inner N]`
//!
//! The outer folds say how good the whole procedure is, the choice of parameters included. Inside each of them, the inner folds
//! choose the parameters. All fits are independent but for the choice, so they run beside each other, whatever loop they are in.
//! The forests are those of `smartcore`, on its breast cancer data: 569 tumours, 30 measurements each, malignant or benign.

use std::process::ExitCode;
use std::time::Instant;

use smartcore::dataset::breast_cancer;
use smartcore::ensemble::random_forest_classifier::{RandomForestClassifier, RandomForestClassifierParameters};
use smartcore::error::Failed;
use smartcore::linalg::basic::arrays::Array2;
use smartcore::linalg::basic::matrix::DenseMatrix;
use smartcore::metrics::accuracy;
use smartcore::model_selection::{BaseKFold, KFold};
use superscalar::{pipeline, task};

pipeline! {
    /// For each of `outer` folds, the parameters that are best in `inner` folds of its training rows, and how good they are.
    fn nested(samples: &Samples, grid: &[Parameters], outer: usize, inner: usize) -> Result<Vec<Choice>, Failed> {
        let mut choices = Vec::new();
        for fold in split(samples, outer) {
            let training = rows(samples, &fold.train);
            let mut scores = Vec::new();
            for parameters in grid {
                let mut sum = 0.0;
                for fold in split(&training, inner) {
                    let score = score(&training, &fold, parameters)?;
                    sum += score;
                }
                scores.push(sum / inner as f64);
            }
            let best = best(&scores);
            let accuracy = score(samples, &fold, &grid[best])?; // fitted again, on all training rows
            choices.push(Choice { best, inner: scores[best], accuracy });
        }
        Ok(choices)
    }
}

fn main() -> ExitCode {
    if let Err(reason) = run() {
        eprintln!("cross_validation: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run() -> Result<(), String> {
    let (outer, inner) = arguments().map_err(|error| error.to_string())?;
    let samples = samples().map_err(|error| error.to_string())?;
    let grid = grid();
    println!("{} fits", outer * (grid.len() * inner + 1));

    let start = Instant::now();
    let serial = nested::serial(&samples, &grid, outer, inner).map_err(|error| error.to_string())?;
    let plain = start.elapsed();
    let start = Instant::now();
    let choices = nested(&samples, &grid, outer, inner).map_err(|error| error.to_string())?;
    let ratio = start.elapsed().as_secs_f64() / plain.as_secs_f64();

    for (fold, Choice { best, inner, accuracy }) in choices.iter().enumerate() {
        let Parameters { trees, depth } = grid[*best];
        println!("fold {fold}: {trees:2} trees of depth {depth:2}  inner accuracy {inner:.4}  outer {accuracy:.4}");
    }
    let mean = choices.iter().map(|choice| choice.accuracy).sum::<f64>() / choices.len() as f64;
    println!("mean accuracy {mean:.4}; time {ratio:.2} of the serial run ({plain:.1?})");
    if choices != serial {
        return Err(format!("other choices than in the serial run: {serial:?}"));
    }
    Ok(())
}

fn arguments() -> Result<(usize, usize), lexopt::Error> {
    use lexopt::prelude::*;
    let (mut outer, mut inner) = (4, 3);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        let folds = match argument {
            Long("outer") => &mut outer,
            Long("inner") => &mut inner,
            other => return Err(other.unexpected()),
        };
        let enough = |text: &str| match text.parse() {
            Ok(folds @ 2..=50) => Ok(folds),
            _ => Err("between 2 and 50 folds, please"),
        };
        *folds = arguments.value()?.parse_with(enough)?;
    }
    Ok((outer, inner))
}

// ---- tasks ----

struct Samples {
    x: DenseMatrix<f32>,
    y: Vec<u32>,
}

/// Numbers of rows.
struct Fold {
    train: Vec<usize>,
    test: Vec<usize>,
}

struct Parameters {
    trees: u16,
    depth: u16,
}

#[derive(Debug, PartialEq)]
struct Choice {
    /// Index in the grid.
    best: usize,
    /// Its mean accuracy in the inner folds.
    inner: f64,
    /// Its accuracy on the rows that had no part in the choice.
    accuracy: f64,
}

/// Shuffled, with a fixed seed.
#[task]
fn split(samples: &Samples, folds: usize) -> Vec<Fold> {
    let splitter = KFold { n_splits: folds, shuffle: true, seed: Some(7) };
    splitter.split(&samples.x).map(|(train, test)| Fold { train, test }).collect()
}

#[task]
fn rows(samples: &Samples, numbers: &[usize]) -> Samples {
    Samples { x: samples.x.take(numbers, 0), y: numbers.iter().map(|&row| samples.y[row]).collect() }
}

/// Fits a forest to the training rows of `fold`: the share of its test rows that the forest gets right.
#[task]
fn score(samples: &Samples, fold: &Fold, parameters: &Parameters) -> Result<f64, Failed> {
    let (train, test) = ((rows)(samples, &fold.train), (rows)(samples, &fold.test));
    let parameters = RandomForestClassifierParameters::default()
        .with_n_trees(parameters.trees)
        .with_max_depth(parameters.depth)
        .with_seed(7);
    let forest = RandomForestClassifier::fit(&train.x, &train.y, parameters)?;
    Ok(accuracy(&test.y, &forest.predict(&test.x)?))
}

/// The first of the highest scores.
#[task]
fn best(scores: &[f64]) -> usize {
    (0..scores.len()).reduce(|best, i| if scores[i] > scores[best] { i } else { best }).expect("the grid is not empty")
}

// ---- data ----

fn grid() -> Vec<Parameters> {
    let depths = |trees| [2, 4, 8].map(|depth| Parameters { trees, depth });
    [5, 15].into_iter().flat_map(depths).collect()
}

fn samples() -> Result<Samples, Failed> {
    let set = breast_cancer::load_dataset();
    Ok(Samples { x: DenseMatrix::new(set.num_samples, set.num_features, set.data, false)?, y: set.target })
}
