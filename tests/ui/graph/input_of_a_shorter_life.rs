use superscalar::{Graph, task};

#[task]
fn same(text: &'static str) -> &'static str {
    text
}

fn main() {
    let text = String::from("short");
    let same: &'static str = {
        let mut g = Graph::new();
        let input = g.input::<&'static str>();
        let same = g.add(same::node(&input));
        g.run_with((&input, text.as_str()), &same).unwrap()
    };
    drop(text);
    println!("{same}");
}
