//! JSON.

use std::fmt::{self, Display, Formatter, Write};

use crate::describe::{EdgeInfo, Exit, GraphInfo, NodeInfo, NodeKind, RegionInfo};

impl GraphInfo {
    /// The graph as JSON, for other tools.
    ///
    /// | object | member | value |
    /// |---|---|---|
    /// | graph | `name`, `file` | strings |
    /// | | `nodes` | array of nodes, in program order |
    /// | | `regions` | array of regions, each before those inside it; without the body of the pipeline |
    /// | | `edges` | array of edges: those that pictures draw |
    /// | node | `id` | number, unique; not every number is used |
    /// | | `kind` | `"task"`, `"pipeline"` or `"glue"` |
    /// | | `label` | string: the callee as written, or the text of glue |
    /// | | `task` | string: module path and function name of the callee; or `null` |
    /// | | `file`, `line`, `column` | string and two numbers from 1: where the node stands |
    /// | | `values` | array of strings: the variables that it binds |
    /// | | `exit` | `"never"`, `"may"` or `"guard"`: whether it can end the pipeline |
    /// | | `effect`, `ordered`, `inline` | booleans |
    /// | | `returns` | boolean: whether it is what the pipeline returns |
    /// | | `yields` | boolean: whether it is the value of a region |
    /// | | `region` | number: id of the region that it is part of; or `null` |
    /// | | `serial_calls` | array of strings: the calls that run serially inside glue |
    /// | region | `id` | number, unique; not every number is used |
    /// | | `kind` | `"branch"`, `"loop"` or `"for"` |
    /// | | `label` | string: `then`, the pattern of an arm, `for x in xs`; empty for a block |
    /// | | `owner` | number: id of the node that runs it |
    /// | | `outer` | number: id of the region of that node; or `null` |
    /// | | `window` | string: how many iterations may be alive at a time; or `null` |
    /// | | `nodes` | array of numbers: ids of the nodes directly in it |
    /// | edge | `from`, `to` | numbers: ids of nodes |
    /// | | `hazard` | `"flow"`, `"anti"`, `"output"`, `"effect"` or `"exit"` |
    /// | | `value` | string: the variable on which the nodes meet; or `null` |
    /// | | `carried` | boolean: whether it leads from one iteration of a `for` to the next |
    ///
    /// Later versions may add members. One node, region or edge stands on each line.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        write_json(self, &mut out).expect("writing to a string");
        out
    }
}

fn write_json(graph: &GraphInfo, out: &mut String) -> fmt::Result {
    writeln!(out, "{{\n  \"name\": {},\n  \"file\": {},", Str(graph.name()), Str(graph.file()))?;
    writeln!(out, "  \"nodes\": {},", Rows(graph.nodes().iter().map(node).collect()))?;
    writeln!(out, "  \"regions\": {},", Rows(graph.regions().iter().map(region).collect()))?;
    writeln!(out, "  \"edges\": {}\n}}", Rows(graph.edges().iter().map(edge).collect()))
}

fn node(node: &NodeInfo) -> String {
    let kind = match node.kind() {
        NodeKind::Task => "task",
        NodeKind::Pipeline => "pipeline",
        NodeKind::Glue => "glue",
    };
    let exit = match node.exit() {
        Exit::Never => "never",
        Exit::May => "may",
        Exit::Guard => "guard",
    };
    let members: [(&str, &dyn Display); 16] = [
        ("id", &node.id()),
        ("kind", &Str(kind)),
        ("label", &Str(node.label())),
        ("task", &Maybe(node.task().map(|task| task.path))),
        ("file", &Str(node.file())),
        ("line", &node.line()),
        ("column", &node.column()),
        ("values", &List(node.values().collect())),
        ("exit", &Str(exit)),
        ("effect", &node.effect()),
        ("ordered", &node.ordered()),
        ("inline", &node.inline()),
        ("returns", &node.is_return()),
        ("yields", &node.is_yield()),
        ("region", &Number(node.region())),
        ("serial_calls", &List(node.serial_calls().to_vec())),
    ];
    object(&members)
}

fn region(region: &RegionInfo) -> String {
    object(&[
        ("id", &region.id()),
        ("kind", &Str(region.kind().name())),
        ("label", &Str(region.label())),
        ("owner", &region.owner()),
        ("outer", &Number(region.outer())),
        ("window", &Maybe(region.window())),
        ("nodes", &format!("{:?}", region.nodes())),
    ])
}

fn edge(edge: &EdgeInfo) -> String {
    object(&[
        ("from", &edge.from()),
        ("to", &edge.to()),
        ("hazard", &Str(edge.hazard().name())),
        ("value", &Maybe(edge.value())),
        ("carried", &edge.carried()),
    ])
}

fn object(members: &[(&str, &dyn Display)]) -> String {
    let members: Vec<String> = members.iter().map(|(name, value)| format!("{}: {value}", Str(name))).collect();
    format!("{{{}}}", members.join(", "))
}

/// An array with one element on each line.
struct Rows(Vec<String>);

/// An array of strings.
struct List<'a>(Vec<&'a str>);

/// A string or `null`.
struct Maybe<'a>(Option<&'a str>);

/// A number or `null`.
struct Number(Option<usize>);

/// A string, in quotes (RFC 8259, section 7).
struct Str<'a>(&'a str);

impl Display for Rows {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0[..] {
            [] => f.write_str("[]"),
            rows => write!(f, "[\n    {}\n  ]", rows.join(",\n    ")),
        }
    }
}

impl Display for List<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let items: Vec<String> = self.0.iter().map(|item| Str(item).to_string()).collect();
        write!(f, "[{}]", items.join(", "))
    }
}

impl Display for Maybe<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(text) => Str(text).fmt(f),
            None => f.write_str("null"),
        }
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(number) => number.fmt(f),
            None => f.write_str("null"),
        }
    }
}

impl Display for Str<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                // U+2028 and U+2029 end lines in older JavaScript.
                '\0'..='\x1f' | '\x7f' | '\u{2028}' | '\u{2029}' => write!(f, "\\u{:04x}", c as u32)?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}
