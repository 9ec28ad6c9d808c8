use superscalar::{pipeline, task};

#[task]
fn mix(left: &mut Vec<u32>, right: &mut Vec<u32>) -> u32 {
    left.append(right);
    left[0]
}

#[task]
fn load(n: u32) -> Vec<u32> {
    vec![n; 4]
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        for i in 0..x {
            let mut raw = load(i);
            let a = mix(&mut raw, &mut raw);
            sum += a;
        }
        sum
    }
}

fn main() {}
