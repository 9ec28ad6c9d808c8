use superscalar::{pipeline, task};

#[task]
fn inc(x: u32) -> u32 {
    x + 1
}

pipeline! {
    pub fn solar(x: impl Future<Output = u32>) -> u32 {
        let y = x.await;
        inc(y)
    }
}

fn main() {}
