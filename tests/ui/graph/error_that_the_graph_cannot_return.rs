use superscalar::{Graph, task};

struct Odd;

#[task]
fn half(n: u64) -> Result<u64, Odd> {
    if n % 2 == 0 { Ok(n / 2) } else { Err(Odd) }
}

fn main() {
    let mut g = Graph::new();
    g.try_add(half::node(1));
}
