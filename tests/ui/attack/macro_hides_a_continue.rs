use superscalar::{pipeline, task};

macro_rules! unless_small {
    ($x:expr) => {
        if $x > 9 {
            continue;
        }
    };
}

#[task]
fn load(text: &str) -> u32 {
    text.len() as u32
}

pipeline! {
    pub fn solar(texts: &[&str]) -> u32 {
        let mut total = 0;
        for text in texts {
            let raw = load(text);
            unless_small!(raw);
            total += raw;
        }
        total
    }
}

fn main() {}
