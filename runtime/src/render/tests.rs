//! All formats over the same graphs: what is written must be read back as it was.

use std::io::Write;
use std::process::{Command, Stdio};

use super::{ARROW_COLUMNS, BOX_COLUMNS, arrows, caption, columns, lines};
use crate::describe::tests::{Sketch, solar};
use crate::describe::{GraphInfo, Hazard};

#[test]
#[ignore = "writes pictures to look at"]
fn gallery() {
    let folder = std::env::temp_dir().join("superscalar-pictures");
    std::fs::create_dir_all(&folder).unwrap();
    for (suffix, graph) in both_directions() {
        let write = |ext: &str, text: String| {
            std::fs::write(folder.join(format!("{}-{suffix}.{ext}", graph.name())), text).unwrap()
        };
        write("svg", graph.to_svg());
        write("dot", graph.to_dot());
        write("mmd", graph.to_mermaid());
        write("json", graph.to_json());
        write("txt", format!("{graph}\n{}", graph.explain()));
    }
    eprintln!("see {}", folder.display());
}

#[test]
fn dot_shows_labels() {
    for (suffix, graph) in both_directions() {
        let Some(svg) = graphviz(&graph.to_dot()) else { return eprintln!("SKIPPED: `dot` is not installed") };
        let document = roxmltree::Document::parse_with_options(
            &svg,
            roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
        )
        .unwrap();
        let shown = |class: &str| -> Vec<String> {
            let groups = document.descendants().filter(|node| node.attribute("class") == Some(class));
            groups.map(|group| texts(group).replace('\u{a0}', " ")).collect()
        };
        let mut expect: Vec<String> =
            graph.nodes().iter().map(|node| lines(&caption(node), BOX_COLUMNS).join("\n")).collect();
        expect.sort();
        let mut found = shown("node");
        found.sort();
        assert_eq!(found, expect, "{} {suffix}", graph.name());
        let mut expect: Vec<String> =
            arrows(&graph).iter().map(|arrow| lines(&arrow.label, ARROW_COLUMNS).join("\n")).collect();
        expect.sort();
        let mut found = shown("edge");
        found.sort();
        assert_eq!(found, expect, "{} {suffix}", graph.name());
    }
}

#[test]
fn svg_shows_labels() {
    for (suffix, graph) in both_directions() {
        let svg = graph.to_svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let boxes = document
            .descendants()
            .filter(|node| node.attribute("class").is_some_and(|class| class.starts_with("node")));
        let found: Vec<String> = boxes.map(texts).collect();
        let expect: Vec<String> =
            graph.nodes().iter().map(|node| lines(&caption(node), BOX_COLUMNS).join("\n")).collect();
        assert_eq!(found, expect, "{} {suffix}", graph.name());
    }
}

#[test]
fn svg_titles_say_where() {
    let svg = solar().to_svg();
    assert!(svg.contains("<title>solar</title>"));
    assert!(svg.contains("<title>crate_name::daily_flags\nsrc/main.rs:2:5</title>"));
    assert!(svg.contains("<title>score → clean: anti: raw</title>"));
}

/// Boxes and labels stand clear of each other, and inside the picture.
#[test]
fn svg_keeps_things_apart() {
    for (suffix, graph) in both_directions() {
        let svg = graph.to_svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let number = |node: roxmltree::Node, name: &str| -> f64 { node.attribute(name).unwrap().parse().unwrap() };
        let boxes = document.descendants().filter(|node| node.has_tag_name("rect"));
        let boxes = boxes
            .map(|node| (number(node, "x"), number(node, "y"), number(node, "width"), number(node, "height"), "box"));
        let labels = document.root_element().children().filter(|node| node.has_tag_name("text")).map(|node| {
            let (x, base) = (number(node, "x"), number(node, "y"));
            let width = columns(node.text().unwrap()) as f64 * 0.62 * 11.0;
            (
                if node.attribute("text-anchor") == Some("middle") { x - width / 2.0 } else { x },
                base - 9.0,
                width,
                11.0,
                node.text().unwrap(),
            )
        });
        let all: Vec<_> = boxes.chain(labels).collect();
        let (width, height) = (number(document.root_element(), "width"), number(document.root_element(), "height"));
        for (i, a) in all.iter().enumerate() {
            assert!(
                a.0 >= 0.0 && a.1 >= 0.0 && a.0 + a.2 <= width && a.1 + a.3 <= height,
                "{} {suffix}: {a:?}",
                graph.name()
            );
            for b in &all[..i] {
                let apart = a.0 >= b.0 + b.2 || b.0 >= a.0 + a.2 || a.1 >= b.1 + b.3 || b.1 >= a.1 + a.3;
                assert!(apart, "{} {suffix}: {a:?} over {b:?}", graph.name());
            }
        }
    }
}

#[test]
fn json_comes_back() {
    for (_, graph) in both_directions() {
        let value: serde_json::Value = serde_json::from_str(&graph.to_json()).unwrap();
        assert_eq!((&value["name"], &value["file"]), (&graph.name().into(), &graph.file().into()));
        assert_eq!(value["nodes"].as_array().unwrap().len(), graph.len());
        for (node, value) in graph.nodes().iter().zip(value["nodes"].as_array().unwrap()) {
            assert_eq!(value["label"], node.label());
            assert_eq!(value["id"], node.id());
            assert_eq!(value["line"], node.line());
            assert_eq!(value["task"].as_str(), node.task().map(|task| task.path));
        }
        assert_eq!(value["edges"].as_array().unwrap().len(), graph.edges().len());
        for (edge, value) in graph.edges().iter().zip(value["edges"].as_array().unwrap()) {
            assert_eq!((&value["from"], &value["to"]), (&edge.from().into(), &edge.to().into()));
            assert_eq!((value["hazard"].as_str(), value["value"].as_str()), (Some(edge.hazard().name()), edge.value()));
        }
    }
}

/// That Mermaid 11 parses these and shows the labels was tried by hand.
#[test]
fn mermaid_escapes() {
    let check = |label: &str, expect: &str| {
        let mut sketch = Sketch::default();
        sketch.task(label);
        let text = sketch.graph("g").to_mermaid();
        assert_eq!(text, format!("flowchart TD\n  n0(\"{expect}\")\n"));
    };
    check("io::load", "io::load");
    check("daily_flags", "daily_flags");
    check(r#"a "b""#, "a #quot;b#quot;");
    check("Vec<&T>", "Vec#lt;#amp;T#gt;");
    check("#quot;", "#35;quot#59;");
    check("`x` *y* _z_", "#96;x#96; #42;y#42; #95;z#95;");
    check(r"\n { | }", "#92;n #123; #124; #125;");
    check("one\ntwo", "one<br/>two");
    check("1. first", "1#46; first");
    check("- first", "#45; first");
    check("style::f(#)", "style#58;#58;f(#35;)");
    check("e\u{301} 🦀", "e\u{301} 🦀");
    check("nul\0", "nul␀");
}

#[test]
fn mermaid_of_every_kind() {
    let expect = r#"flowchart LR
  n0("open")
  n1("check")
  n2[["calibrate"]]
  n3["println!(#quot;#123;raw#125;#quot;)"]:::glue
  n4("write")
  n5("log")
  n6["return Ok(total)"]:::glue
  n0 -->|"raw"| n1
  n0 -->|"raw"| n2
  n1 -.->|"anti: raw, exit"| n2
  n2 -->|"raw"| n3
  n3 -.->|"anti: raw, effect"| n4
  n0 -->|"settings"| n5
  n4 -.->|"effect"| n5
  n4 -->|"total"| n6
  classDef glue fill:none,stroke:#7b828c,color:#7b828c,font-size:12px
  linkStyle 2,4 stroke:#bf6f0a,color:#bf6f0a
  linkStyle 6 stroke:#2b8a5b,color:#2b8a5b
"#;
    assert_eq!(kinds().left_to_right().to_mermaid(), expect);
}

#[test]
fn text_in_program_order() {
    let expect = r#"kinds (src/main.rs): 7 nodes, 6 deep, 2 wide
  0 open
  1 check                     waits for 0 open (flow raw)
  2 calibrate [pipeline]      waits for 0 open (flow raw), 1 check (anti raw, exit)
  3 println!("{raw}") [glue]  waits for 2 calibrate (flow raw)
  4 write                     waits for 3 println!("{raw}") (anti raw, effect)
  5 log                       waits for 0 open (flow settings), 4 write (effect)
  6 Ok(total) [return]        waits for 4 write (flow total)
"#;
    assert_eq!(kinds().to_string(), expect);
}

#[test]
fn nothing_to_draw() {
    let empty = Sketch::default().graph("nothing");
    assert_eq!(empty.to_mermaid(), "flowchart TD\n");
    assert_eq!(empty.to_string(), "nothing (src/main.rs): 0 nodes, 0 deep, 0 wide\n");
    roxmltree::Document::parse(&empty.to_svg()).unwrap();
    serde_json::from_str::<serde_json::Value>(&empty.to_json()).unwrap();
}

#[test]
fn long_labels_are_cut_where_a_reader_would() {
    let check = |label: &str, width: usize, expect: &[&str]| assert_eq!(lines(label, width), expect, "{label}");
    check("", 9, &[]);
    check("short", 9, &["short"]);
    check("one two three", 9, &["one two", "three"]);
    check("path::to::function", 12, &["path::to::", "function"]);
    check("abcdefghijkl", 5, &["abcde", "fghij", "kl"]);
    check("日本語日本語", 6, &["日本語", "日本語"]);
    check("a\n\n  b\r\nc", 9, &["a", "b", "c"]);
    check("a\nb\nc\nd\ne", 9, &["a", "b", "c", "d…"]);
}

/// Contrast as WCAG 2 defines it: 3 is asked of graphics and large text, 4.5 of small text.
#[test]
fn colours_read_on_white_and_on_dark() {
    let luminance = |colour: &str| -> f64 {
        let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        let linear = |c: f64| if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
    };
    let contrast = |a: &str, b: &str| {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        if a > b { a / b } else { b / a }
    };
    let hazards = [Hazard::Flow, Hazard::Anti, Hazard::Output, Hazard::Effect, Hazard::Exit].map(super::colour);
    for colour in hazards.into_iter().chain(["#757c86"]) {
        for paper in ["#ffffff", "#0d1117"] {
            assert!(contrast(colour, paper) > 3.5, "{colour} on {paper}: {}", contrast(colour, paper));
        }
    }
    assert!(contrast("#ffffff", "#2b6cb0") > 4.5);
    assert!(contrast("#ffffff", "#6b46c1") > 4.5);
}

/// The SVG that Graphviz makes; `None` where it is not installed.
fn graphviz(dot: &str) -> Option<String> {
    let mut child = Command::new("dot").arg("-Tsvg").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    child.stdin.take().unwrap().write_all(dot.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "dot refused:\n{dot}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The texts inside, one per line.
fn texts(group: roxmltree::Node) -> String {
    let texts = group.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn both_directions() -> impl Iterator<Item = (&'static str, GraphInfo)> {
    graphs().into_iter().flat_map(|graph| [("td", graph.clone()), ("lr", graph.left_to_right())])
}

fn graphs() -> Vec<GraphInfo> {
    vec![solar(), diamond(), chain(), wavefront(), layered(60), labels(), kinds()]
}

fn diamond() -> GraphInfo {
    let mut sketch = Sketch::default();
    let split = sketch.task("split");
    let parts: Vec<usize> = (0..16).map(|i| sketch.task(&format!("part_{i}"))).collect();
    let join = sketch.task("join");
    for (i, &part) in parts.iter().enumerate() {
        sketch.flow(split, part, "pieces");
        sketch.flow(part, join, &format!("r{i}"));
    }
    sketch.graph("diamond")
}

fn chain() -> GraphInfo {
    let mut sketch = Sketch::default();
    let tasks: Vec<usize> = (0..20).map(|i| sketch.task(&format!("step_{i}"))).collect();
    for pair in tasks.windows(2) {
        sketch.flow(pair[0], pair[1], &format!("x{}", pair[0]));
    }
    sketch.flow(tasks[0], tasks[19], "config");
    sketch.flow(tasks[4], tasks[9], "limits");
    sketch.graph("chain")
}

fn wavefront() -> GraphInfo {
    let mut sketch = Sketch::default();
    for i in 0..8 {
        for j in 0..8 {
            let cell = sketch.task(&format!("cell_{i}_{j}"));
            if i > 0 {
                sketch.flow(cell - 8, cell, &format!("south{}{j}", i - 1));
            }
            if j > 0 {
                sketch.flow(cell - 1, cell, &format!("east{i}{}", j - 1));
            }
        }
    }
    sketch.graph("wavefront")
}

/// Random, the same each time; each node uses one to three of the earlier ones, mostly near ones.
fn layered(nodes: usize) -> GraphInfo {
    let mut sketch = Sketch::default();
    let mut state = 12345_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    for i in 0..nodes {
        let node =
            if random(6) == 0 { sketch.glue(&format!("x{i}.len() + 1")) } else { sketch.task(&format!("task_{i}")) };
        for _ in 0..if i < 6 { 0 } else { 1 + random(3) } {
            let from = i - 1 - random(i.min(14));
            let hazard = [Hazard::Flow, Hazard::Flow, Hazard::Flow, Hazard::Anti, Hazard::Output][random(5)];
            sketch.hazard(from, node, hazard, &format!("x{from}"));
        }
    }
    sketch.graph("layered")
}

const STRANGE: [&str; 12] = [
    r#"say("hi \"you\"")"#,
    "Vec::<&'a str>::from(x) && a < b",
    r"C:\new\temp \N \G \\",
    "first line\nsecond line",
    "match x { A | B => {} , _ => [1; 2] }",
    "#quot; #35; &amp; &lt; ;",
    "`code` **bold** _under_ ~~no~~",
    "日本語のラベル 🦀 e\u{301} Ünïcode",
    "bell\u{7}, escape\u{1b}[31m, nul\0, del\u{7f}, \u{85}\u{fffe}",
    "1. not a list",
    "style:#x; <script>alert(1)</script> ]]> --> end",
    "frames.iter().map(|frame| frame.pixels().filter(|pixel| pixel.is_valid()).count()).sum::<usize>() / frames.len().max(1) + some_offset_of_considerable_length",
];

fn labels() -> GraphInfo {
    let mut sketch = Sketch::default();
    for (i, label) in STRANGE.iter().enumerate() {
        let node = if i % 3 == 2 { sketch.glue(label) } else { sketch.task(label) };
        if i >= 3 {
            sketch.flow(node - 3, node, label);
        }
    }
    sketch.graph("labels")
}

fn kinds() -> GraphInfo {
    let mut sketch = Sketch::default();
    let [open, check] = ["open", "check"].map(|label| sketch.task(label));
    let sub = sketch.pipeline("calibrate");
    let print = sketch.glue("println!(\"{raw}\")");
    let [write, log] = ["write", "log"].map(|label| sketch.task(label));
    let tail = sketch.tail("Ok(total)");
    sketch.flow(open, check, "raw");
    sketch.hazard(check, sub, Hazard::Exit, "");
    sketch.flow(open, sub, "raw");
    sketch.hazard(check, sub, Hazard::Anti, "raw");
    sketch.flow(sub, print, "raw");
    sketch.hazard(print, write, Hazard::Effect, "");
    sketch.hazard(print, write, Hazard::Anti, "raw");
    sketch.hazard(sub, write, Hazard::Output, "raw.left");
    sketch.hazard(write, log, Hazard::Effect, "");
    sketch.flow(open, log, "settings");
    sketch.flow(write, tail, "total");
    sketch.graph("kinds")
}
