use superscalar::{pipelined, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let mut n = add(1, 2);
    n += "3";
    Ok(n)
}

fn main() {}
