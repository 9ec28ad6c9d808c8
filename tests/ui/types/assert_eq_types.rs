use superscalar::{pipelined, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    assert_eq!(add(1, 2), "3");
    Ok(1)
}

fn main() {}
