use superscalar::{pipeline, task};

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let n = apply(|x| x + "1");
        Ok(n)
    }
}

#[task]
fn apply(f: fn(u32) -> u32) -> u32 {
    f(1)
}

fn main() {}
