use superscalar::{pipeline, task};

#[task]
fn make() -> *const u32 {
    std::ptr::null()
}

#[task]
fn read(value: *const u32) -> u32 {
    value as usize as u32
}

#[task]
fn pure() -> u32 {
    2
}

pipeline! {
    pub fn solar() -> u32 {
        let p = make();
        let v = read(p);
        v + pure()
    }
}

fn main() {}
