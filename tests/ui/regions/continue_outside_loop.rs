use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let y = match inc(x) {
            0 => continue,
            y => inc(y),
        };
        y
    }
}

fn main() {}
