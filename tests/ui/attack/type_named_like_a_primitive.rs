//! A type named like a primitive hides a lifetime.
use superscalar::task;

#[allow(non_camel_case_types)]
struct u8<'a>(&'a [u32]);

#[task]
fn view(x: &[u32]) -> u8 {
    u8(x)
}

fn main() {}
