use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

#[task]
fn step(frame: &mut Frame) {
    frame.0.push(1);
}

#[task]
fn first(frame: &Frame) -> &u32 {
    &frame.0[0]
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let mut raw = load(path)?;
        let head = first(&raw);
        step(&mut raw);
        Ok(*head)
    }
}

fn main() {}
