use superscalar::{pipelined, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let raw: Vec<u32> = load(path)?;
    Ok(raw[0])
}

fn main() {}
