//! Source text as plain text: no control characters, which no picture and few terminals show.

/// A label on one line.
pub(crate) fn one_line(label: &str) -> String {
    label.lines().map(|line| visible(line.trim())).collect::<Vec<_>>().join(" ")
}

/// The text with control characters shown by their pictures, and what XML cannot hold replaced.
pub(crate) fn visible(text: &str) -> String {
    let show = |c: char| match c {
        '\t' => ' ',
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).expect("a control picture"),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        // Marks that turn the direction of text would turn the label's surroundings.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(show).collect()
}
