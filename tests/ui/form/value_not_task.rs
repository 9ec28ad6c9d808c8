use superscalar::pipeline;

fn inc(x: u32) -> u32 {
    x + 1
}

pub fn f() -> u32 {
    let p = pipeline! {
        let x = inc(1);
        x + 1
    };
    p.run()
}

fn main() {}
