use superscalar::{pipeline, task};

#[task]
fn parse(x: &str) -> Result<u32, std::num::ParseIntError> {
    x.parse()
}

pub fn f() -> u32 {
    let p = pipeline! {
        let x = parse("1")?;
        x
    };
    p.run()
}

fn main() {}
