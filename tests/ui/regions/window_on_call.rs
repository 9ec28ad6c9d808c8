use superscalar::{pipeline, task};

#[task]
fn grow(raw: &mut Vec<u32>, x: u32) -> u32 {
    raw.push(x);
    x
}

pipeline! {
    pub fn solar(raw: &mut Vec<u32>) -> usize {
        #[window(2)]
        grow(raw, 1);
        raw.len()
    }
}

fn main() {}
