use superscalar::{pipeline, task};

macro_rules! unless_small {
    ($x:expr) => {
        if $x > 9 {
            return 7;
        }
    };
}

#[task]
fn load(text: &str) -> u32 {
    text.len() as u32
}

pipeline! {
    pub fn solar(text: &str) -> u32 {
        let raw = load(text);
        unless_small!(raw);
        raw + 1
    }
}

fn main() {}
