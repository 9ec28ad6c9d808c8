use superscalar::{pipelined, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn total(frame: &Frame) -> u32 {
    frame.0.iter().sum()
}

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let Ok(raw) = load(path) else {
        add(1, 2);
    };
    Ok(total(&raw))
}

fn main() {}
