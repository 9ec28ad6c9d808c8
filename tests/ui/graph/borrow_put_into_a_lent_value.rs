use superscalar::{Graph, task};

#[task]
fn list<'a>() -> Vec<&'a String> {
    Vec::new()
}

#[task]
fn lens(list: &Vec<&String>) -> usize {
    list.iter().map(|text| text.len()).sum()
}

fn main() {
    let mut g = Graph::new();
    let lens = {
        let text = String::from("short");
        let mut list = g.add(list::node());
        g.run(&mut list).unwrap().push(&text);
        g.add(lens::node(&list))
    };
    g.run(lens).unwrap();
}
