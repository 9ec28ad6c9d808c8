use superscalar::{pipelined, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

struct S(u32);
impl S {
    #[pipelined]
    pub fn solar(&self) -> u32 {
        inc(self.0)
    }
}

fn main() {}
