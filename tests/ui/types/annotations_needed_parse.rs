use superscalar::pipelined;

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let n = path.parse().unwrap();
    Ok(1)
}

fn main() {}
