//! Phase 1, first half: from a file to readings.
//!
//! The text is cut at line boundaries into [`PARTS`] parts, which are parsed side by side. A field may be quoted, but may
//! not contain a line break. Says nothing about what the readings mean.

use std::fs;
use std::path::{Path, PathBuf};

use csv::ByteRecord;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::Offset;
use superscalar::task;

use crate::Config;
use crate::error::Error;

/// Into how many parts a file is cut.
pub const PARTS: usize = 4;

/// A file in memory: UTF-8, without a byte order mark.
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

/// Where the columns are, which series is wanted, and where the parts begin.
pub struct Table {
    pub site: String,
    pub measurement: String,
    pub sensor: String,
    width: usize,
    meas_name: usize,
    ts: usize,
    sensor_column: usize,
    value: usize,
    cuts: [usize; PARTS + 1],
}

/// One reading: seconds since 1970 on the file's own clock; `NaN` where the value is missing.
#[derive(Clone, Copy)]
pub struct Reading {
    pub time: i64,
    pub value: f64,
}

/// The readings of one part of the file, in file order.
pub struct Part {
    pub readings: Vec<Reading>,
    /// Rows of other sensors or other measurements.
    pub skipped: usize,
}

/// Reads the whole file.
#[task]
pub fn read_source(path: &Path) -> Result<Source, Error> {
    let bytes = fs::read(path).map_err(|cause| Error::Open { path: path.to_owned(), cause })?;
    let text = String::from_utf8(bytes).map_err(|e| {
        let good = e.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&e.as_bytes()[..good]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        Error::Bad { path: path.to_owned(), line, column, message: "not UTF-8 text".into() }
    })?;
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Ok(Source { path: path.to_owned(), text })
}

/// Reads the header, chooses the series, and cuts the rest into parts.
///
/// The series is that of the first row that fits `config`.
#[task]
pub fn find_table(source: &Source, config: &Config) -> Result<Table, Error> {
    let mut rows = rows_of(&source.text);
    let mut header = ByteRecord::new();
    if !read_row(&mut rows, &mut header) {
        return Err(refuse(
            source,
            0,
            0,
            "the file is empty; a header `site,meas_name,ts,sensor,meas_val_f` is wanted".into(),
        ));
    }
    let body = rows.position().byte() as usize;
    let column = |name: &str| {
        let found = header.iter().position(|field| field.trim_ascii() == name.as_bytes());
        found.ok_or_else(|| refuse(source, 0, 0, format!("the header has no column `{name}`")))
    };
    let (site, meas_name, ts) = (column("site")?, column("meas_name")?, column("ts")?);
    let (sensor_column, value) = (column("sensor")?, column("meas_val_f")?);

    let mut row = ByteRecord::new();
    while read_row(&mut rows, &mut row) {
        let field = |i: usize| String::from_utf8_lossy(row.get(i).unwrap_or_default()).into_owned();
        let fits = |wanted: &Option<String>, i| wanted.as_ref().is_none_or(|w| *w == field(i));
        if fits(&config.measurement, meas_name) && fits(&config.sensor, sensor_column) {
            return Ok(Table {
                site: field(site),
                measurement: field(meas_name),
                sensor: field(sensor_column),
                width: header.len(),
                meas_name,
                ts,
                sensor_column,
                value,
                cuts: cut(&source.text, body),
            });
        }
    }
    Err(Error::data(&source.path, "no readings of the wanted series"))
}

/// Parses part number `part`. The first bad row is the error.
#[task]
pub fn parse_part(source: &Source, table: &Table, part: usize) -> Result<Part, Error> {
    let (from, to) = (table.cuts[part], table.cuts[part + 1]);
    let mut rows = rows_of(&source.text[from..to]);
    let mut row = ByteRecord::new();
    let mut parsed = Part { readings: Vec::with_capacity((to - from) / 60), skipped: 0 };
    while read_row(&mut rows, &mut row) {
        let at = || from + row.position().map_or(0, |p| p.byte() as usize);
        if row.len() != table.width {
            let message = format!("{} fields where the header has {}", row.len(), table.width);
            return Err(refuse(source, at(), row.len().min(table.width), message));
        }
        if row[table.sensor_column] != *table.sensor.as_bytes() || row[table.meas_name] != *table.measurement.as_bytes()
        {
            parsed.skipped += 1;
            continue;
        }
        let time = parse_time(&row[table.ts]).map_err(|m| refuse(source, at(), table.ts, m))?;
        let value = parse_value(&row[table.value]).map_err(|m| refuse(source, at(), table.value, m))?;
        parsed.readings.push(Reading { time, value });
    }
    Ok(parsed)
}

fn rows_of(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn read_row(rows: &mut csv::Reader<&[u8]>, row: &mut ByteRecord) -> bool {
    rows.read_byte_record(row).expect("bytes in memory, of any number of fields, can be read")
}

/// Equal parts of `text[body..]`, each moved on to the next line boundary.
fn cut(text: &str, body: usize) -> [usize; PARTS + 1] {
    std::array::from_fn(|i| match i {
        0 => body,
        PARTS => text.len(),
        _ => {
            let near = body + (text.len() - body) * i / PARTS;
            text.as_bytes()[near..].iter().position(|&b| b == b'\n').map_or(text.len(), |n| near + n + 1)
        }
    })
}

/// `2018-11-07 23:15:00`, with `T` or a blank, with or without an offset from UTC.
fn parse_time(field: &[u8]) -> Result<i64, String> {
    static PARSER: DateTimeParser = DateTimeParser::new();
    let field = field.trim_ascii();
    let has_offset = field.iter().skip(11).any(|b| matches!(b, b'Z' | b'z' | b'+' | b'-'));
    let time = match has_offset {
        true => PARSER.parse_timestamp(field),
        false => PARSER.parse_datetime(field).and_then(|civil| Offset::UTC.to_timestamp(civil)),
    };
    time.map(|t| t.as_second()).map_err(|_| format!("`{}` is no date and time", String::from_utf8_lossy(field)))
}

/// A finite number, or nothing.
fn parse_value(field: &[u8]) -> Result<f64, String> {
    let field = field.trim_ascii();
    if field.is_empty() || field.eq_ignore_ascii_case(b"nan") || field.eq_ignore_ascii_case(b"null") {
        return Ok(f64::NAN);
    }
    let number = std::str::from_utf8(field).ok().and_then(|s| s.parse::<f64>().ok()).filter(|v| v.is_finite());
    number.ok_or_else(|| format!("`{}` is no number", String::from_utf8_lossy(field)))
}

/// The error at field number `field` of the row that begins at or just after byte `at`.
fn refuse(source: &Source, at: usize, field: usize, message: String) -> Error {
    let rest = &source.text[at..];
    let row = rest.trim_start_matches(['\r', '\n']);
    let start = at + rest.len() - row.len();
    let (mut commas, mut quoted) = (0, false);
    let before = row.chars().take_while(|&c| {
        let inside = commas < field && c != '\n' && c != '\r';
        quoted ^= c == '"';
        commas += usize::from(c == ',' && !quoted);
        inside
    });
    let length = before.map(char::len_utf8).sum::<usize>();
    refuse_at(source, start + length, message)
}

/// The error at a byte of the text.
pub fn refuse_at(source: &Source, at: usize, message: String) -> Error {
    let before = &source.text[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |row| row.chars().count()) + 1;
    Error::Bad { path: source.path.clone(), line, column, message }
}
