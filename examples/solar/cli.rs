//! The command line.

use std::path::PathBuf;

use crate::generate::MIN_DAYS;

/// What is printed for `--help`.
pub const HELP: &str = "\
Reads files of solar power, cleans and fills them, and reports what is wrong with them.

usage: solar [OPTIONS] [FILE...]

A FILE is CSV with the columns site,meas_name,ts,sensor,meas_val_f. Without one, files are made up
and every defect that was put into them must be found.

  --out DIR                    where pictures, graphs and made-up files go [out/solar]
  --generate SITES DAYS SEED   make up files [3 365 1]
  --check                      compare the reports with the .truth beside each FILE
  --runs N                     how often serial and parallel are timed [5]; 0: not at all
  --meas NAME                  which measurement [that of the first row]
  --sensor NAME                which sensor [that of the first row]
  --help                       this text

The exit status is 0, or 1 if a file is refused or a defect is missed, or 2 if the command line is wrong.";

/// The command line, read.
#[derive(Debug)]
pub struct Options {
    pub help: bool,
    pub files: Vec<PathBuf>,
    pub out: PathBuf,
    /// Sites, days, seed.
    pub generate: Option<(usize, usize, u64)>,
    pub check: bool,
    pub runs: usize,
    pub measurement: Option<String>,
    pub sensor: Option<String>,
}

impl Options {
    /// Reads the arguments of the process.
    pub fn read() -> Result<Options, lexopt::Error> {
        use lexopt::prelude::*;
        let mut options = Options {
            help: false,
            files: Vec::new(),
            out: PathBuf::from("out/solar"),
            generate: None,
            check: false,
            runs: 5,
            measurement: None,
            sensor: None,
        };
        let mut arguments = lexopt::Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("out") => options.out = arguments.value()?.into(),
                Long("generate") => {
                    let (sites, days) = (arguments.value()?.parse()?, arguments.value()?.parse()?);
                    options.generate = Some((sites, days, arguments.value()?.parse()?));
                }
                Long("check") => options.check = true,
                Long("runs") => options.runs = arguments.value()?.parse()?,
                Long("meas") => options.measurement = Some(arguments.value()?.string()?),
                Long("sensor") => options.sensor = Some(arguments.value()?.string()?),
                Value(file) => options.files.push(file.into()),
                other => return Err(other.unexpected()),
            }
        }
        if options.files.is_empty() && options.generate.is_none() {
            options.generate = Some((3, 365, 1));
        }
        match options.generate {
            Some((sites, days, _)) if sites == 0 || sites > 99 || !(MIN_DAYS..=3660).contains(&days) => {
                Err(format!("--generate takes 1 to 99 SITES and {MIN_DAYS} to 3660 DAYS").into())
            }
            _ => Ok(options),
        }
    }
}
