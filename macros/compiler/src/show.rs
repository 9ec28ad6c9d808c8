//! A region as text, one line for each node: what tests compare.

use std::fmt::Write;

use crate::ir::{Body, Exit, Kind, Node, Program, VarId};
use crate::names::member_name;
use crate::resolve::{Access, Bind, Mode, Resolved};

/// Shows a region with what `resolve` made of it.
///
/// `1 call clean(raw: last, flags: read) -> cleaned` is a node with its mentions and what it defines. Behind the
/// mentions stands how places are bound where it is not told by the mode, and whether the node can exit.
pub fn show(program: &Program, resolved: &[Resolved]) -> String {
    let mut text = String::new();
    for (id, (node, resolved)) in program.nodes.iter().zip(resolved).enumerate() {
        let depth = program.around(node.region).count() - 1;
        let _ = writeln!(text, "{}{id} {}", "  ".repeat(depth), line(program, node, resolved));
    }
    text
}

fn line(program: &Program, node: &Node, resolved: &Resolved) -> String {
    let kind = match &node.kind {
        Kind::Call(path) => format!("call {}", crate::text::of_path(path)),
        Kind::Associated(function) => format!("associated {}", function.label()),
        Kind::Foreign => format!("node `{}`", node.label),
        Kind::Glue => format!("glue `{}`", node.label),
        Kind::Tail => format!("tail `{}`", node.label),
    };
    let mentions: Vec<String> = node
        .mentions
        .iter()
        .zip(&resolved.modes)
        .map(|(mention, mode)| {
            let name = mention
                .members
                .iter()
                .fold(name(program, mention.var()), |name, member| format!("{name}.{}", member_name(member)));
            let late = if mention.epilogue { " at exit" } else { "" };
            format!("{name}: {}{late}", mode_text(*mode))
        })
        .collect();
    let mut line = format!("{kind}({})", mentions.join(", "));
    let defines: Vec<String> = node.defines.iter().map(|var| name(program, *var)).collect();
    if !defines.is_empty() {
        let _ = write!(line, " -> {}", defines.join(", "));
    }
    if let Body::Assign { target, .. } = &node.body {
        let _ = write!(line, " => {}", name(program, *target));
    }
    let bound: Vec<String> = resolved
        .accesses
        .iter()
        .filter(|access| access.bind == Bind::Dynamic)
        .map(|access| place(program, access))
        .collect();
    if !bound.is_empty() {
        let _ = write!(line, " [dynamic {}]", bound.join(", "));
    }
    line.push_str(match node.exit {
        Exit::Never => "",
        Exit::May => " may exit",
        Exit::Guard => " guard",
    });
    if node.effect {
        line.push_str(" effect");
    }
    line
}

fn place(program: &Program, access: &Access) -> String {
    access
        .path
        .iter()
        .fold(name(program, access.candidates[0].var), |name, member| format!("{name}.{}", member_name(member)))
}

fn name(program: &Program, var: VarId) -> String {
    let var = &program.vars[var];
    match var.origin {
        crate::ir::Origin::Temp => format!("<{}>", var.name),
        _ => var.name.clone(),
    }
}

fn mode_text(mode: Mode) -> &'static str {
    match mode {
        Mode::Read => "read",
        Mode::Exclusive => "exclusive",
        Mode::Through => "through",
        Mode::Receiver => "receiver",
        Mode::Again => "again",
        Mode::Last => "last",
        Mode::Assign => "assign",
        Mode::Item => "item",
    }
}
