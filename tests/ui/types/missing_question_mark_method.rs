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
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let raw = load(path);
        let n = add(1, 2);
        Ok(raw.rows.len() as u32 + n)
    }
}

fn main() {}
