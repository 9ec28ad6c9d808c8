use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

pipeline! {
    pub fn solar(path: &str) -> u32 {
        load(path)?;
        1
    }
}

fn main() {}
