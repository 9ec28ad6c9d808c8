use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn first(frame: &Frame) -> &u32 {
    &frame.0[0]
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let mut raw = load(path)?;
        let head = first(&raw);
        raw.0 = vec![];
        Ok(*head)
    }
}

fn main() {}
