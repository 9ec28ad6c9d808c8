use superscalar::task;

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

fn solar(x: u32) -> u32 {
    inc(x)
}
pub fn f() -> String {
    solar::graph().to_mermaid()
}

fn main() {}
