use superscalar::task;

pub struct Model;

#[task]
impl Model {
    /// # Safety
    /// None.
    #[task]
    pub unsafe fn score(&self) -> u32 {
        1
    }
}

fn main() {}
