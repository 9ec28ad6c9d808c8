//! JSON.

use std::fmt::{self, Display, Formatter, Write};

use crate::describe::{EdgeInfo, Exit, GraphInfo, NodeInfo, NodeKind};

impl GraphInfo {
    /// The graph as JSON, for other tools.
    ///
    /// | object | member | value |
    /// |---|---|---|
    /// | graph | `name`, `file` | strings |
    /// | | `nodes` | array of nodes, in program order |
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
    /// | | `serial_calls` | array of strings: the calls that run serially inside glue |
    /// | edge | `from`, `to` | numbers: ids of nodes |
    /// | | `hazard` | `"flow"`, `"anti"`, `"output"`, `"effect"` or `"exit"` |
    /// | | `value` | string: the variable on which the nodes meet; or `null` |
    ///
    /// Later versions may add members. One node or edge stands on each line.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        write_json(self, &mut out).expect("writing to a string");
        out
    }
}

fn write_json(graph: &GraphInfo, out: &mut String) -> fmt::Result {
    writeln!(out, "{{\n  \"name\": {},\n  \"file\": {},", Str(graph.name()), Str(graph.file()))?;
    writeln!(out, "  \"nodes\": {},", Rows(graph.nodes().iter().map(node).collect()))?;
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
    let members: [(&str, &dyn Display); 14] = [
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
        ("serial_calls", &List(node.serial_calls().to_vec())),
    ];
    object(&members)
}

fn edge(edge: &EdgeInfo) -> String {
    object(&[
        ("from", &edge.from()),
        ("to", &edge.to()),
        ("hazard", &Str(edge.hazard().name())),
        ("value", &Maybe(edge.value())),
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
