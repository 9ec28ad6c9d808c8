use superscalar::{pipeline, task};

#[task]
fn add(left: u32, right: u32) -> u32 {
    left + right
}

pipeline! {
    pub fn solar() -> u32 {
        let s = inner::Secret::new();
        add(s.key, 1)
    }
}

mod inner {
    pub struct Secret {
        key: u32,
    }

    impl Secret {
        pub fn new() -> Secret {
            Secret { key: 1 }
        }

        pub fn key(&self) -> u32 {
            self.key
        }
    }
}

fn main() {}
