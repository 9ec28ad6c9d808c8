use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        if x > 2 {
            let y = inc(x);
            if y > 4 {
                break;
            }
        }
        x
    }
}

fn main() {}
