use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        for i in 0..x {
            let y = inc(i);
            if y > 4 {
                return "four";
            }
        }
        x
    }
}

fn main() {}
