use superscalar::{pipeline, task};

pub struct Frame(Vec<u32>);

#[task]
fn load(path: &str) -> Result<Frame, String> {
    path.parse().map(|n| Frame(vec![n])).map_err(|_| path.to_owned())
}

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let n = inner::make();
        Ok(n.value)
    }
}

mod inner {
    pub struct Number {
        value: u32,
    }
    #[superscalar::task]
    pub fn make() -> Number {
        Number { value: 1 }
    }
}

fn main() {}
