use superscalar::pipeline;

mod tasks {
    use superscalar::task;
    #[task]
    pub fn inc(x: u32) -> u32 {
        x + 1
    }
    pub fn shrink(x: u32) -> u32 {
        x - 1
    }
}
use tasks::{inc, shrink};

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let a = inc(x);
        let b = shrink(x);
        a + b
    }
}

fn main() {}
