use superscalar::{pipeline, task};

#[task]
fn add(x: u32, y: u32) -> u32 {
    x + y
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        'all: {
            if x > 2 {
                continue 'all;
            }
        }
        add(x, 1)
    }
}

fn main() {}
