use superscalar::task;

pub struct Text(String);

pub struct Words<'a>(pub &'a str);

#[task]
impl Text {
    #[task]
    pub fn words(&self) -> Words {
        Words(&self.0)
    }
}

fn main() {}
