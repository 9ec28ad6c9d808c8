use superscalar::pipelined;

#[pipelined]
pub struct Solar(u32);

fn main() {}
