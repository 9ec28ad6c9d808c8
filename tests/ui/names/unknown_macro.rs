use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let n = vce![1, 2];
        Ok(n[0])
    }
}

fn main() {}
