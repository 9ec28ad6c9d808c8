use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let mut sum = 0;
        for x in add(1, 2) {
            sum += x;
        }
        Ok(sum)
    }
}

fn main() {}
