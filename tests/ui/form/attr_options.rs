use superscalar::{pipelined, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

#[pipelined(threads = 4)]
pub fn solar(x: u32) -> u32 {
    inc(x)
}

fn main() {}
