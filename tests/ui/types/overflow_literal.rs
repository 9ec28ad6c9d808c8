use superscalar::{pipelined, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let n = add(1, 5_000_000_000);
    Ok(n)
}

fn main() {}
