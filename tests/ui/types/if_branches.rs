use superscalar::{pipelined, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let n = if path.is_empty() { add(1, 2) } else { "x" };
    Ok(n)
}

fn main() {}
