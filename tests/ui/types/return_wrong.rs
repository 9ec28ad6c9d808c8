use superscalar::pipelined;

#[pipelined]
pub fn solar(path: &str) -> Result<u32, String> {
    if path.is_empty() {
        return 1;
    }
    Ok(2)
}

fn main() {}
