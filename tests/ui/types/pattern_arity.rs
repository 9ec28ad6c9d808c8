use superscalar::{pipelined, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let (a, b, c) = (add(1, 2), add(3, 4));
    Ok(a + b + c)
}

fn main() {}
