//! A small build tool: what is out of date is a graph, known when the file of rules has been read.
//!
//! `cargo run --example make`: a demonstration in a directory of its own
//! `cargo run --example make -- [-j N] FILE [TARGET..]`: makes the targets, or all that FILE tells how to make
//!
//! ```text
//! # A comment. A target, the files and targets that it is made from, and commands, each after a tab.
//! sorted.txt: north.txt south.txt
//! <tab>sort north.txt south.txt > sorted.txt
//! ```
//!
//! Names stand for files beside FILE; there are no variables and no patterns. Each command runs in a shell of its own, in that
//! directory. A target is made when it is no file, when it is older than one of its prerequisites, or when one of them is made.
//! What the commands print is shown target by target, in the order of FILE, prerequisites first, however the commands overlap.
//!
//! When a command fails, its target is deleted if the command has changed it. Nothing that needs it is made, and no more is begun that
//! comes later; what is under way ends. The failure that is reported is the first in that order. The exit code is 0 when all went
//! well, 1 when a command failed, and 2 when the rules were refused.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant, SystemTime};

use superscalar::{Graph, Node, Runtime, task};

/// Makes what is out of date. Returns the targets that were made.
fn make<'a>(rules: &'a Rules, log: &Mutex<Log>) -> Result<Vec<&'a str>, Stop> {
    let mut g = Graph::with_error::<Stop>();
    let mut nodes: HashMap<&str, Node<Made>> = HashMap::new();
    let mut names = Vec::new();
    for rule in &rules.in_order {
        let before: Vec<&Node<Made>> = rule.prerequisites.iter().filter_map(|name| nodes.get(&**name)).collect();
        if before.is_empty() && rules.is_up_to_date(rule)? {
            continue;
        }
        let call = run_commands::node(rule, &*rules.directory, before, log, nodes.len());
        let node = g.try_add(call);
        nodes.insert(&rule.target, node);
        if !rule.commands.is_empty() {
            names.push(&*rule.target);
        }
    }
    let all: Vec<Node<Made>> = nodes.into_values().collect();
    g.run(all)?;
    Ok(names)
}

/// A target is up to date.
struct Made;

/// Runs the commands of a rule, as number `place` of all.
#[task(shared)]
fn run_commands(
    rule: &Rule,
    directory: &Path,
    _before: Vec<&Made>,
    log: &Mutex<Log>,
    place: usize,
) -> Result<Made, Stop> {
    let target = directory.join(&rule.target);
    let old = modified(&target)?;
    let mut output = Vec::new();
    let ended = rule.commands.iter().try_for_each(|command| shell(directory, command, &mut output));
    log.lock().expect("nobody panics").put(place, output);
    if let Err(reason) = ended {
        if target.is_file() && modified(&target)? != old {
            fs::remove_file(&target).map_err(refused(&target))?;
        }
        return Err(Stop::Failed(format!("`{}` is not made: {reason}", rule.target)));
    }
    Ok(Made)
}

/// Appends the command, and what it prints, to the output.
fn shell(directory: &Path, command: &str, output: &mut Vec<u8>) -> Result<(), String> {
    writeln!(output, "{command}").expect("there is memory");
    let cannot = |error: io::Error| format!("`{command}` cannot run: {error}");
    let (mut reader, writer) = io::pipe().map_err(cannot)?;
    let both = writer.try_clone().map_err(cannot)?;
    let mut child = Command::new("sh")
        .args(["-c", command])
        .current_dir(directory)
        .stdin(Stdio::null())
        .stdout(writer)
        .stderr(both)
        .spawn()
        .map_err(cannot)?;
    reader.read_to_end(output).map_err(cannot)?;
    let status = child.wait().map_err(cannot)?;
    if status.success() { Ok(()) } else { Err(format!("`{command}` ended with {status}")) }
}

/// Outputs that are shown in order.
#[derive(Default)]
struct Log {
    shown: usize,
    waiting: BTreeMap<usize, Vec<u8>>,
    silent: bool,
}

impl Log {
    fn silent() -> Log {
        Log { shown: 0, waiting: BTreeMap::new(), silent: true }
    }

    /// Shows the output if those before it were shown, and what has waited for it.
    fn put(&mut self, place: usize, output: Vec<u8>) {
        self.waiting.insert(place, output);
        while let Some(output) = self.waiting.remove(&self.shown) {
            self.show(&output);
            self.shown += 1;
        }
    }

    fn show(&self, output: &[u8]) {
        if !self.silent {
            let _ = io::stdout().write_all(output); // nobody may be reading: no reason to stop
        }
    }
}

/// Shows what waits for an output that never came.
impl Drop for Log {
    fn drop(&mut self) {
        self.waiting.values().for_each(|output| self.show(output));
    }
}

/// Why not everything is made.
enum Stop {
    /// The file of rules, or a file that it names.
    Refused(String),
    /// A command.
    Failed(String),
}

fn refused<E: Display>(path: &Path) -> impl Fn(E) -> Stop {
    move |error| Stop::Refused(format!("{}: {error}", path.display()))
}

// ---- rules ----

struct Rule {
    line: usize,
    target: String,
    prerequisites: Vec<String>,
    commands: Vec<String>,
}

struct Rules {
    directory: PathBuf,
    /// Each after those that make its prerequisites, otherwise as in the file.
    in_order: Vec<Rule>,
}

impl Rules {
    /// The rules for some targets, or all rules.
    fn read(path: &Path, targets: &[String]) -> Result<Rules, Stop> {
        let text = fs::read_to_string(path).map_err(refused(path))?;
        let directory = path.parent().unwrap_or(Path::new("")).to_owned();
        let directory = if directory == Path::new("") { PathBuf::from(".") } else { directory };
        let rules = parse(&text).map_err(refused(path))?;
        let in_order = sort(rules, targets, &directory).map_err(refused(path))?;
        Ok(Rules { directory, in_order })
    }

    /// Whether the target is there, and no prerequisite is newer.
    fn is_up_to_date(&self, rule: &Rule) -> Result<bool, Stop> {
        let Some(made) = modified(&self.directory.join(&rule.target))? else { return Ok(false) };
        for name in &rule.prerequisites {
            if modified(&self.directory.join(name))?.is_none_or(|changed| changed > made) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// When a file was changed; `None` if there is none.
fn modified(path: &Path) -> Result<Option<SystemTime>, Stop> {
    match fs::metadata(path).and_then(|data| data.modified()) {
        Ok(time) => Ok(Some(time)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(path)(error)),
    }
}

fn parse(text: &str) -> Result<Vec<Rule>, String> {
    let mut rules: Vec<Rule> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let wrong = |what: &str| Err(format!("line {number}: {what}: {line}"));
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(command) = line.strip_prefix('\t') {
            let Some(rule) = rules.last_mut() else { return wrong("a command before the first target") };
            rule.commands.push(command.to_owned());
            continue;
        }
        if line.starts_with(' ') {
            return wrong("begins with spaces: commands begin with a tab, targets with neither");
        }
        let Some((target, prerequisites)) = line.split_once(':') else {
            return wrong("neither `target: prerequisites` nor a command, which begins with a tab");
        };
        let target = target.trim_end().to_owned();
        if target.is_empty() || target.contains(char::is_whitespace) {
            return wrong("one target is wanted before the `:`");
        }
        if let Some(other) = rules.iter().find(|rule| rule.target == target) {
            return wrong(&format!("`{target}` has a rule already, in line {}", other.line));
        }
        let prerequisites = prerequisites.split_whitespace().map(str::to_owned).collect();
        rules.push(Rule { line: number, target, prerequisites, commands: Vec::new() });
    }
    Ok(rules)
}

/// The rules that are needed, each after those that make its prerequisites. Goes depth first, with a path of its own instead of
/// the stack, since that is the cycle if there is one.
fn sort(rules: Vec<Rule>, targets: &[String], directory: &Path) -> Result<Vec<Rule>, String> {
    let by_name: HashMap<&str, usize> = rules.iter().enumerate().map(|(i, rule)| (&*rule.target, i)).collect();
    let known = |name: &String| by_name.get(&**name).copied().ok_or_else(|| format!("no rule makes `{name}`"));
    let wanted: Vec<usize> = targets.iter().map(known).collect::<Result<_, _>>()?;
    let (mut met, mut order) = (HashSet::new(), Vec::new());
    for first in if targets.is_empty() { (0..rules.len()).collect() } else { wanted } {
        // Rules, and how many of their prerequisites were met.
        let mut path = Vec::from_iter(met.insert(first).then_some((first, 0)));
        while let Some((at, next)) = path.last_mut() {
            let rule = &rules[*at];
            let Some(name) = rule.prerequisites.get(*next) else {
                order.push(*at);
                path.pop();
                continue;
            };
            *next += 1;
            match by_name.get(&**name) {
                Some(&needed) if met.insert(needed) => path.push((needed, 0)),
                Some(&needed) => {
                    if let Some(start) = path.iter().position(|&(open, _)| open == needed) {
                        return Err(cycle(path[start..].iter().map(|&(open, _)| &rules[open])));
                    }
                }
                None if directory.join(name).exists() => {}
                None => {
                    let Rule { line, target, .. } = rule;
                    return Err(format!("line {line}: `{target}` needs `{name}`, which is no file and has no rule"));
                }
            }
        }
    }
    let mut rules: Vec<Option<Rule>> = rules.into_iter().map(Some).collect();
    Ok(order.into_iter().filter_map(|at| rules[at].take()).collect())
}

fn cycle<'a>(mut rules: impl Iterator<Item = &'a Rule>) -> String {
    let first = rules.next().expect("who needs itself");
    let mut text = format!("line {}: a cycle: `{}`", first.line, first.target);
    rules.for_each(|rule| text += &format!(" needs `{}` (line {})", rule.target, rule.line));
    text + &format!(" needs `{}`", first.target)
}

// ---- the command line ----

fn main() -> ExitCode {
    let (reason, code) = match run() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Stop::Failed(reason)) => (reason, 1),
        Err(Stop::Refused(reason)) => (reason, 2),
    };
    eprintln!("make: {reason}");
    ExitCode::from(code)
}

fn run() -> Result<(), Stop> {
    let options = options().map_err(|error| Stop::Refused(error.to_string()))?;
    let mut runtime = Runtime::builder();
    if let Some(threads) = options.threads {
        runtime = runtime.threads(threads);
    }
    let runtime = runtime.build().map_err(|error| Stop::Refused(error.to_string()))?;
    match &options.file {
        Some(path) => {
            let made = make_timed(&runtime, path, &options.targets, Log::default())?.0.len();
            if made == 0 {
                println!("nothing to make")
            } else {
                println!("made {made}")
            }
            Ok(())
        }
        None => demonstrate(&runtime),
    }
}

struct Options {
    threads: Option<usize>,
    file: Option<PathBuf>,
    targets: Vec<String>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options { threads: None, file: None, targets: Vec::new() };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('j') => options.threads = Some(arguments.value()?.parse()?),
            Value(path) if options.file.is_none() => options.file = Some(path.into()),
            Value(target) => options.targets.push(target.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn make_timed(runtime: &Runtime, path: &Path, targets: &[String], log: Log) -> Result<(Vec<String>, Duration), Stop> {
    let start = Instant::now();
    let rules = Rules::read(path, targets)?;
    let log = Mutex::new(log);
    let made = runtime.run(|| make(&rules, &log))?;
    Ok((made.into_iter().map(str::to_owned).collect(), start.elapsed()))
}

// ---- the demonstration ----

const RULES: &str = "\
# Towns send lists of numbers; the report has the smallest and the largest of all.
report.txt: all.txt
	head -n 1 all.txt > report.txt
	tail -n 1 all.txt >> report.txt
all.txt: north.sorted south.sorted west.sorted
	sort -m north.sorted south.sorted west.sorted > all.txt
north.sorted: north.txt
	sort north.txt > north.sorted
south.sorted: south.txt
	sort south.txt > south.sorted
west.sorted: west.txt
	sort west.txt > west.sorted
west.count: west.txt
	wc -l < west.txt > west.count
";
const TOWNS: [&str; 3] = ["north", "south", "west"];

/// Makes everything, then nothing, then what depends on one file that was changed; and everything again on one thread.
fn demonstrate(runtime: &Runtime) -> Result<(), Stop> {
    let scratch = Scratch(std::env::temp_dir().join(format!("make-{}", std::process::id())));
    let directory = &scratch.0;
    let file = |name: &str| directory.join(name);
    let rules = file("rules");
    let mut random = fastrand::Rng::with_seed(1);
    fs::create_dir_all(directory).map_err(refused(directory))?;
    for town in TOWNS {
        let numbers: String = (0..100_000).map(|_| format!("{:08}\n", random.u32(1..90_000_000))).collect();
        write(&file(&format!("{town}.txt")), &numbers)?;
    }
    write(&rules, RULES)?;
    let run = |what: &str, expected: &[&str]| {
        println!("-- {what}");
        let (made, _) = make_timed(runtime, &rules, &[], Log::default())?;
        println!("{}", made.iter().fold(format!("-- made {}:", made.len()), |line, name| line + " " + name));
        if made == expected { Ok(()) } else { Err(Stop::Failed(format!("{expected:?} was to be made"))) }
    };

    let all = ["north.sorted", "south.sorted", "west.sorted", "all.txt", "report.txt", "west.count"];
    run("first run", &all)?;
    run("second run", &[])?;
    // Clocks of file systems tick slowly: what was made is to be older than what is changed now.
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    for entry in fs::read_dir(directory).map_err(refused(directory))? {
        let path = entry.map_err(refused(directory))?.path();
        File::options()
            .append(true)
            .open(&path)
            .and_then(|file| file.set_modified(hour_ago))
            .map_err(refused(&path))?;
    }
    write(&file("south.txt"), "00000000\n99999999\n")?;
    run("after south.txt was changed", &["south.sorted", "all.txt", "report.txt"])?;
    let report = fs::read_to_string(file("report.txt")).map_err(refused(directory))?;
    if report != "00000000\n99999999\n" {
        return Err(Stop::Failed(format!("the report is {report:?}")));
    }

    let (mut together, mut one_by_one) = (Vec::new(), Vec::new());
    let alone = Runtime::builder().serial().build().map_err(|error| Stop::Refused(error.to_string()))?;
    for _ in 0..3 {
        for (runtime, times) in [(runtime, &mut together), (&alone, &mut one_by_one)] {
            all.iter().try_for_each(|name| fs::remove_file(file(name)).map_err(refused(&file(name))))?;
            times.push(make_timed(runtime, &rules, &[], Log::silent())?.1);
        }
    }
    let (together, one_by_one) = (median(together), median(one_by_one));
    let ratio = together.as_secs_f64() / one_by_one.as_secs_f64();
    println!("-- all targets, threads: {}: {together:.1?}, {ratio:.2} of one by one (median of 3)", runtime.threads());
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    fs::write(path, text).map_err(refused(path))
}

/// A directory that is gone at the end.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
