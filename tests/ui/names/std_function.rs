use std::fs::read_to_string;

use superscalar::{pipeline, task};

#[task]
fn len(x: &str) -> usize {
    x.len()
}

pipeline! {
    pub fn solar(path: &str) -> std::io::Result<usize> {
        let text = read_to_string(path)?;
        Ok(len(&text))
    }
}

fn main() {}
