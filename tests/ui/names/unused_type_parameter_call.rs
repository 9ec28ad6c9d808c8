use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

pipeline! {
    pub fn solar() -> u32 {
        solar_inner()
    }
}

#[task]
fn solar_inner<T: Default>() -> u32 {
    1
}

fn main() {}
