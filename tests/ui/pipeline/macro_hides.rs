use superscalar::{pipeline, task};

macro_rules! twice {
    ($x:ident => $body:expr) => {{
        let $x = $x * 2;
        $body
    }};
}

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: u32) -> u32 {
        let y = inc(x);
        let z = twice!(y => y + 1);
        z + y
    }
}

fn main() {}
