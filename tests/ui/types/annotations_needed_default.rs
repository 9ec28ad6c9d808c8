use superscalar::pipeline;

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let value = Default::default();
        Ok(1)
    }
}

fn main() {}
