use superscalar::pipeline;

pipeline! {
    pub fn solar(path: &str) -> Result<u32, String> {
        let name = path.to_owned();
        drop(name);
        println!("{name}");
        Ok(1)
    }
}

fn main() {}
