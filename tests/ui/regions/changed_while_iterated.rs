use superscalar::{pipeline, task};

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

#[task]
fn grow(raw: &mut Vec<u32>, x: u32) -> u32 {
    raw.push(x);
    x
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut raw = load(x);
        let mut sum = 0;
        for i in raw.iter() {
            let a = grow(&mut raw, *i);
            sum += a;
        }
        sum
    }
}

fn main() {}
