use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(n: u32) -> Result<u32, String> {
        let x = add(n, 1);
        if x > 2 {
            return;
        }
        Ok(x)
    }
}

fn main() {}
