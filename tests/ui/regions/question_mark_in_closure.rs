use superscalar::{pipeline, task};

#[task]
fn parse(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| text.to_owned())
}

pipeline! {
    pub fn solar(lines: &[String]) -> Result<Vec<u32>, String> {
        let all: Vec<u32> = lines.iter().map(|line| parse(line)?).collect();
        Ok(all)
    }
}

fn main() {}
