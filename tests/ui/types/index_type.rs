use superscalar::{pipelined, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let raw = load(path)?;
    Ok(raw.0[add(1, 2)])
}

fn main() {}
