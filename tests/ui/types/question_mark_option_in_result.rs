use superscalar::pipelined;

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    let head = path.chars().next()?;
    Ok(head as u32)
}

fn main() {}
