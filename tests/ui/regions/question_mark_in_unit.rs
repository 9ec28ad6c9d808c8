use superscalar::{pipeline, task};

#[task]
fn parse(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| text.to_owned())
}

#[task]
fn log(line: &str, n: u32) {
    println!("{line} {n}");
}

pipeline! {
    pub fn solar(lines: &[String]) {
        for line in lines {
            let n = parse(line)?;
            log(line, n);
        }
    }
}

fn main() {}
