use superscalar::{pipeline, task};

pub struct Frame {
    pub rows: Vec<u32>,
    pub name: String,
}

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame { rows: vec![n], name: path.to_owned() }).map_err(|_| path.to_owned())
}

#[task]
fn total(frame: &Frame) -> u32 {
    frame.rows.iter().sum()
}

pipeline! {
    pub fn solar(path: &str) -> u32 {
        let x = match load(path) {
            Ok(frame) => total(&frame),
        };
        x
    }
}

fn main() {}
