use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let mut sum = 0;
        'outer: for i in 0..x {
            for j in 0..i {
                let y = inc(j);
                if y > 4 {
                    break 'outre;
                }
                sum += y;
            }
            if sum > 9 {
                continue 'outer;
            }
        }
        sum
    }
}

fn main() {}
