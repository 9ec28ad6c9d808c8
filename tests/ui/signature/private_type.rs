use superscalar::task;
mod inner {
    pub struct S;
    mod deep {
        struct T;
    }
}
#[task]
pub fn load(_x: inner::deep::T) -> u32 {
    1
}

fn main() {}
