use superscalar::{pipelined, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let raw = load(path)?;
    let s = show(&raw);
    Ok(s.len() as u32)
}

#[task]
fn show<T: std::fmt::Debug>(value: &T) -> String {
    format!("{value:?}")
}

fn main() {}
