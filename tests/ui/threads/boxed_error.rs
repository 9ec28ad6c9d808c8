use superscalar::{pipeline, task};

#[task]
fn pure() -> u32 {
    2
}

pipeline! {
    pub fn solar() -> Result<u32, Box<dyn std::error::Error>> {
        let a = fallible()?;
        let b = pure();
        Ok(a + b)
    }
}

#[task]
fn fallible() -> Result<u32, Box<dyn std::error::Error>> {
    Err("x".into())
}

fn main() {}
