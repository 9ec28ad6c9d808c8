use superscalar::pipeline;

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        if path.is_empty() {
            return;
        }
        Ok(2)
    }
}

fn main() {}
