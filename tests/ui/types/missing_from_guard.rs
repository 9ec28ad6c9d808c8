use superscalar::{pipeline, task};

pipeline! {
    pub fn solar(path: &str) -> Result<u32, u8> {
        check(path)?;
        Ok(1)
    }
}

#[task]
fn check(path: &str) -> Result<(), String> {
    Err(path.to_owned())
}

fn main() {}
