use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let sum = add(1, 2);
        sum = add(3, 4);
        Ok(sum)
    }
}

fn main() {}
