use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        Ok(add(add(1, "2"), add("3", 4)))
    }
}

fn main() {}
