use superscalar::{pipelined, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

#[task]
#[pipelined]
pub fn solar(x: u32) -> u32 {
    inc(x)
}

fn main() {}
