use superscalar::task;

#[task]
mod tasks {
    pub fn score(x: &u32) -> u32 {
        *x
    }
}

fn main() {}
