//! All formats over the same graphs: what is written must be read back as it was.

use std::io::Write;
use std::process::{Command, Stdio};

use super::{ARROW_COLUMNS, BOX_COLUMNS, Content, arrows, caption, columns, group, lines};
use crate::describe::tests::{Sketch, solar, table};
use crate::describe::{GraphInfo, Hazard};
use crate::spec::RegionKind;

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
        let mut expect = captions(&graph);
        expect.sort();
        let mut found = shown("node");
        found.sort();
        assert_eq!(found, expect, "{} {suffix}", graph.name());
        let mut expect = titles(&graph);
        expect.sort();
        let mut found = shown("cluster");
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
        let shown = |class: &str| -> Vec<String> {
            let all = document.descendants();
            all.filter(|node| node.attribute("class").is_some_and(|one| one.starts_with(class))).map(texts).collect()
        };
        assert_eq!(shown("node"), captions(&graph), "{} {suffix}", graph.name());
        assert_eq!(shown("region"), titles(&graph), "{} {suffix}", graph.name());
    }
}

#[test]
fn svg_titles_say_where() {
    let svg = solar().to_svg();
    assert!(svg.contains("<title>solar</title>"));
    assert!(svg.contains("<title>crate_name::daily_flags\nsrc/main.rs:2:5</title>"));
    assert!(svg.contains("<title>score → clean: anti: raw</title>"));
}

/// Boxes and labels stand clear of each other, and inside the picture; a box is all inside a frame or all outside.
#[test]
fn svg_keeps_things_apart() {
    for (suffix, graph) in both_directions() {
        let svg = graph.to_svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let frames: Vec<Rect> = rects(&document, "region").collect();
        let boxes: Vec<Rect> = rects(&document, "node").collect();
        let labels: Vec<Rect> = text_rects(document.root_element().children());
        let titles: Vec<Rect> = frame_titles(&document);
        let say = |a: &Rect, b: &Rect| format!("{} {suffix}: {a:?} over {b:?}", graph.name());
        let solid: Vec<&Rect> = boxes.iter().chain(&labels).chain(&titles).collect();
        let all: Vec<&Rect> = solid.iter().copied().chain(&frames).collect();
        let root = document.root_element();
        let picture = Rect { x: 0.0, y: 0.0, width: number(root, "width"), height: number(root, "height") };
        for (i, a) in all.iter().enumerate() {
            assert!(a.is_inside(&picture), "{}", say(a, &picture));
            for b in &all[..i] {
                let nested = [(a, b), (b, a)].iter().any(|(a, b)| frames.iter().any(|f| f == **b) && a.is_inside(b));
                assert!(a.is_apart(b) || nested, "{}", say(a, b));
            }
        }
    }
}

/// The frame of a node stands around the boxes of its regions and no others.
#[test]
fn svg_frames_hold_their_nodes() {
    for (suffix, graph) in both_directions() {
        let svg = graph.to_svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let frames: Vec<Rect> = rects(&document, "region").collect();
        let leaves = graph.nodes().iter().filter(|node| group(&graph, node).is_none());
        for (node, rect) in leaves.zip(rects(&document, "node")) {
            let around = frames.iter().filter(|frame| rect.is_inside(frame)).count();
            assert_eq!(around, frames_around(&graph, node.region()), "{} {suffix}: {}", graph.name(), node.label());
        }
    }
}

/// How many frames a node of a region stands in.
fn frames_around(graph: &GraphInfo, region: Option<usize>) -> usize {
    let Some(region) = region.and_then(|id| graph.region(id)) else { return 0 };
    let owner = graph.node(region.owner()).unwrap();
    let own = match group(graph, owner).unwrap().content {
        Content::Nodes(_) => 1,
        Content::Regions(_) => 2,
    };
    own + frames_around(graph, owner.region())
}

/// Every line begins and ends on a border of the boxes that its title names, and dashes say what is carried.
#[test]
fn svg_arrows_end_at_borders() {
    for (suffix, graph) in both_directions() {
        let svg = graph.to_svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let borders: Vec<Rect> = rects(&document, "node").chain(rects(&document, "region")).collect();
        let edges =
            document.descendants().filter(|node| node.attribute("class").is_some_and(|c| c.starts_with("edge")));
        let edges: Vec<_> = edges.collect();
        assert_eq!(edges.len(), arrows(&graph).len());
        for edge in &edges {
            let paths: Vec<_> = edge.children().filter(|node| node.has_tag_name("path")).collect();
            for path in &paths {
                let data = path.attribute("d").unwrap();
                let first = data[1..].split(['L', 'C', 'Q']).next().unwrap();
                let (x, y) = first.trim().split_once(' ').unwrap();
                let (x, y) = (x.parse().unwrap(), y.parse().unwrap());
                let title = edge.first_element_child().unwrap().text();
                assert!(borders.iter().any(|rect| rect.has_on_border(x, y)), "{} {suffix}: {title:?}", graph.name());
            }
        }
        let title = |edge: &roxmltree::Node| edge.first_element_child().unwrap().text().unwrap_or_default().to_owned();
        let count = |what: &str| edges.iter().filter(|edge| title(edge).contains(what)).count();
        let carried = arrows(&graph).iter().filter(|arrow| arrow.carried).count();
        assert_eq!(count(" of the next iteration: "), carried, "{} {suffix}", graph.name());
    }
}

#[derive(Debug, PartialEq)]
struct Rect {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Rect {
    fn is_inside(&self, other: &Rect) -> bool {
        self.x >= other.x
            && self.y >= other.y
            && self.x + self.width <= other.x + other.width
            && self.y + self.height <= other.y + other.height
    }

    fn is_apart(&self, other: &Rect) -> bool {
        self.x >= other.x + other.width
            || other.x >= self.x + self.width
            || self.y >= other.y + other.height
            || other.y >= self.y + self.height
    }

    fn has_on_border(&self, x: f64, y: f64) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 0.25;
        let (inside_x, inside_y) = (x > self.x && x < self.x + self.width, y > self.y && y < self.y + self.height);
        (inside_x && (near(y, self.y) || near(y, self.y + self.height)))
            || (inside_y && (near(x, self.x) || near(x, self.x + self.width)))
    }
}

fn number(node: roxmltree::Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn rects(document: &roxmltree::Document, class: &str) -> impl Iterator<Item = Rect> {
    let rects = document.descendants().filter(|node| node.has_tag_name("rect"));
    rects.filter(move |rect| rect.parent().unwrap().attribute("class").unwrap().starts_with(class)).map(|rect| Rect {
        x: number(rect, "x"),
        y: number(rect, "y"),
        width: number(rect, "width"),
        height: number(rect, "height"),
    })
}

/// The room of texts of the small font.
fn text_rects<'d>(nodes: impl Iterator<Item = roxmltree::Node<'d, 'd>>) -> Vec<Rect> {
    let texts = nodes.filter(|node| node.has_tag_name("text"));
    let rect = |node: roxmltree::Node| {
        let (x, base) = (number(node, "x"), number(node, "y"));
        let width = columns(node.text().unwrap()) as f64 * 0.62 * 11.0;
        let x = if node.attribute("text-anchor") == Some("middle") { x - width / 2.0 } else { x };
        Rect { x, y: base - 9.0, width, height: 11.0 }
    };
    texts.map(rect).collect()
}

fn frame_titles(document: &roxmltree::Document) -> Vec<Rect> {
    let frames = document.descendants().filter(|node| node.attribute("class") == Some("region"));
    frames.flat_map(|frame| text_rects(frame.children())).collect()
}

/// What stands in the boxes of nodes without regions.
fn captions(graph: &GraphInfo) -> Vec<String> {
    let leaves = graph.nodes().iter().filter(|node| group(graph, node).is_none());
    leaves.map(|node| lines(&caption(node), BOX_COLUMNS).join("\n")).collect()
}

/// What stands above frames, from outside to inside.
fn titles(graph: &GraphInfo) -> Vec<String> {
    fn add(graph: &GraphInfo, region: Option<usize>, titles: &mut Vec<String>) {
        for group in graph.nodes_in(region).filter_map(|node| group(graph, node)) {
            titles.push(group.title());
            match &group.content {
                Content::Nodes(region) => add(graph, Some(region.id()), titles),
                Content::Regions(regions) => {
                    for region in regions {
                        titles.push(region.label().to_owned());
                        add(graph, Some(region.id()), titles);
                    }
                }
            }
        }
    }
    let mut titles = Vec::new();
    add(graph, None, &mut titles);
    titles.iter().map(|title| lines(title, BOX_COLUMNS).join("\n")).collect()
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
            assert_eq!(value["carried"], edge.carried());
        }
        assert_eq!(value["regions"].as_array().unwrap().len(), graph.regions().len());
        for (region, value) in graph.regions().iter().zip(value["regions"].as_array().unwrap()) {
            assert_eq!((&value["id"], &value["owner"]), (&region.id().into(), &region.owner().into()));
            assert_eq!((value["label"].as_str(), &value["nodes"]), (Some(region.label()), &region.nodes().into()));
            assert_eq!(value["outer"].as_u64(), region.outer().map(|id| id as u64));
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

/// That Mermaid 11 parses this was tried by hand.
#[test]
fn mermaid_of_regions() {
    let mut graph = table();
    graph.set_window(0, "4");
    let expect = r##"flowchart TD
  n0("load")
  subgraph n1["for row in rows, window 4"]
    direction TB
    n2["next row"]:::glue
    subgraph n3["for column in row"]
      direction TB
      n4["next column"]:::glue
      subgraph n5["if column #gt; 3<br/>carried output#58; best"]
        direction TB
        subgraph r3["then"]
          direction TB
          n6("one")
          n7("two")
          n8["yield add(a, b)"]:::glue
        end
        subgraph r4["else"]
          direction TB
          n9("other")
        end
      end
      n10("log")
    end
    n11("add")
  end
  n12["return total"]:::glue
"##;
    let text = graph.to_mermaid();
    assert!(text.replace("output: best", "output#58; best").starts_with(expect), "{text}");
    assert!(text.contains("\n  n10 -.->|\"effect\"| n10\n"), "{text}");
    assert!(text.contains("\n  n11 -.->|\"anti: best\"| n3\n"), "{text}");
    assert!(text.contains("\n  n11 -.->|\"total\"| n11\n"), "{text}");
    assert!(!text.contains("n5 -.-> n5"), "{text}");
}

#[test]
fn text_of_regions() {
    let expect = r#"table (src/main.rs): 13 nodes, 7 deep, 3 wide
   0 load
   1 for row in rows        waits for 0 load (flow rows)
   2   next row
   3   for column in row    waits for 2 next (flow row), 11 add of the iteration before (anti best)
   4     next column
   5     if column > 3      waits for 4 next (flow column), 5 if column > 3 of the iteration before (output best)
         - then
   6         one
   7         two
   8         add(a, b) [yield]  waits for 6 one (flow a), 7 two (flow b)
         - else
   9         other
  10     log                waits for 4 next (flow column), 10 log of the iteration before (effect)
  11   add                  waits for 3 for column in row (flow best), 11 add of the iteration before (flow total)
  12 total [return]         waits for 1 for row in rows (flow total)
"#;
    let squeezed = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| {
            let rest = line.trim_start();
            let indent = line.len() - rest.len();
            format!("{}{}", " ".repeat(indent), rest.split_whitespace().collect::<Vec<_>>().join(" "))
        });
        lines.collect()
    };
    assert_eq!(squeezed(&table().to_string()), squeezed(expect));
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
    vec![solar(), diamond(), chain(), wavefront(), layered(60), labels(), kinds(), table(), strange_regions(), deep()]
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

/// Labels as in `labels`, on regions; empty branches, a block, carried edges of every sort.
fn strange_regions() -> GraphInfo {
    let mut sketch = Sketch::default();
    let start = sketch.task("start");
    for (i, label) in STRANGE.iter().enumerate() {
        let owner = sketch.glue(label);
        sketch.flow(start, owner, label);
        let kind = [RegionKind::For, RegionKind::Branch, RegionKind::Loop][i % 3];
        sketch.region(kind, if i % 2 == 0 { label } else { "" }, owner, |sketch| {
            let next = sketch.next(label);
            let task = sketch.task(label);
            sketch.flow(next, task, "");
            if kind == RegionKind::For {
                sketch.carry(task, task, Hazard::Flow, label);
                sketch.carry(task, next, Hazard::Anti, label);
                sketch.carry(next, next, Hazard::Exit, "x");
            }
        });
        if kind == RegionKind::Branch {
            sketch.region(kind, "_", owner, |_| {});
            sketch.region(kind, label, owner, |_| {});
        }
    }
    sketch.graph("strange")
}

/// Sixty nodes, three levels of regions, carried edges at each.
fn deep() -> GraphInfo {
    let mut sketch = Sketch::default();
    let mut last = sketch.bind("read_config", "config");
    for stage in 0..3 {
        let label = format!("for frame in stage_{stage}");
        let outer = sketch.glue(&label);
        sketch.flow(last, outer, &format!("stage_{stage}"));
        sketch.region(RegionKind::For, &label, outer, |sketch| deep_body(sketch, stage));
        let merge = sketch.task("merge");
        sketch.flow(outer, merge, "frames");
        last = merge;
    }
    let tail = sketch.tail("Ok(total)");
    sketch.flow(last, tail, "total");
    sketch.graph("deep")
}

fn deep_body(sketch: &mut Sketch, stage: usize) {
    let next = sketch.next("frame");
    let [decode, scan] = ["decode", "scan_header"].map(|label| sketch.task(label));
    sketch.flow(next, decode, "frame");
    sketch.flow(next, scan, "frame");
    let rows = sketch.glue("for row in pixels.rows()");
    sketch.flow(decode, rows, "pixels");
    sketch.region(RegionKind::For, "for row in pixels.rows()", rows, |sketch| {
        let next = sketch.next("row");
        let [blur, edges] = ["blur", "find_edges"].map(|label| sketch.task(label));
        sketch.flow(next, blur, "row");
        sketch.flow(blur, edges, "soft");
        let choice = sketch.glue("match edges.kind()");
        sketch.flow(edges, choice, "edges");
        for arm in ["Kind::Sharp(n)", "Kind::Soft { .. }"] {
            sketch.region(RegionKind::Branch, arm, choice, |sketch| {
                let [one, two] = ["trace", "measure"].map(|label| sketch.task(label));
                sketch.flow(one, two, "path");
                let tail = sketch.tail("two(path)");
                sketch.flow(two, tail, "m");
            });
        }
        let store = sketch.task("store");
        sketch.flow(choice, store, "found");
        sketch.carry(store, store, Hazard::Output, "sums");
        sketch.carry(store, blur, Hazard::Anti, "background");
    });
    let write = sketch.task("write");
    sketch.flow(rows, write, "sums");
    sketch.flow(scan, write, "header");
    sketch.carry(write, write, Hazard::Effect, "");
    if stage == 1 {
        sketch.carry(write, decode, Hazard::Flow, "dictionary");
        sketch.carry(rows, scan, Hazard::Anti, "limits");
    }
}
