//! Files of the shape of the real ones, made up: with known defects, and with a truth file beside each.
//!
//! Power is that of a tilted panel under a clear sky (sun's height, air mass by Kasten and Young, beam by Meinel), times
//! the weather (clear, broken or overcast days in a Markov chain). Then the site's own defects, by its number: even sites clip; two
//! of three change capacity; two of three have a clock that is wrong for a time. All sites lose days and hours, and have
//! outliers, stuck and negative readings, straight lines over outages, doubled and unordered rows. The clock of the
//! file is that of another time zone. The same numbers give the same bytes.

use std::f64::consts::{PI, TAU};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

use crate::truth::Truth;

/// Fewer days cannot show a change of capacity.
pub const MIN_DAYS: usize = 180;
const SLOTS: usize = 288;
const STEP: f64 = 24.0 / SLOTS as f64;
const ZONES: [i64; 6] = [-8, 0, 1, 9, -5, 5];

/// Writes `sites` files of `days` days into `dir`, and a `.truth` beside each. Gives the paths of the files.
pub fn generate(dir: &Path, sites: usize, days: usize, seed: u64) -> io::Result<Vec<PathBuf>> {
    fs::create_dir_all(dir)?;
    (0..sites)
        .map(|number| {
            let mut site = Site::new(number, days, seed);
            site.damage(number);
            let path = dir.join(format!("{}.csv", site.name));
            fs::write(&path, site.csv())?;
            fs::write(path.with_extension("truth"), site.truth.to_string())?;
            Ok(path)
        })
        .collect()
}

/// A site being made up. Its own clock is standard time.
struct Site {
    name: String,
    rng: Rng,
    first_day: Date,
    days: usize,
    zone: i64,
    capacity: f64,
    /// Power of each cell; `NaN` where no row is written.
    power: Vec<f64>,
    clear_sky: Vec<f64>,
    /// Minutes by which the clock of each day is fast.
    fast: Vec<i64>,
    /// The days of a changed capacity, and its factor.
    changed: Option<(Range<usize>, f64)>,
    truth: Truth,
}

#[derive(Clone, Copy, PartialEq)]
enum Sky {
    Clear,
    Broken,
    Overcast,
}

impl Site {
    /// A site without defects.
    fn new(number: usize, days: usize, seed: u64) -> Site {
        let mut rng = Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
        let first_day = Date::constant(2019, 1, 1).saturating_add(SignedDuration::from_hours(24 * rng.i64(0..365)));
        let capacity = between(&mut rng, 5.0, 100.0);
        let mut site = Site {
            name: format!("SITE{:04X}{number:02}", seed & 0xffff),
            first_day,
            days,
            zone: ZONES[rng.usize(..ZONES.len())],
            capacity,
            power: Vec::new(),
            clear_sky: clear_sky(&mut rng, first_day, days, capacity),
            fast: vec![0; days],
            changed: None,
            truth: Truth::default(),
            rng,
        };
        site.truth.zone = -site.zone;
        site.weather();
        site
    }

    /// Multiplies clear-sky power by the weather.
    fn weather(&mut self) {
        let rng = &mut self.rng;
        let mut sky = Sky::Clear;
        for day in 0..self.days {
            sky = match (sky, rng.f64()) {
                (Sky::Clear, x) if x < 0.65 => Sky::Clear,
                (Sky::Broken, x) if x < 0.4 => Sky::Broken,
                (Sky::Overcast, x) if x < 0.35 => Sky::Overcast,
                (_, x) if x < 0.75 => Sky::Clear,
                (_, x) if x < 0.88 => Sky::Broken,
                _ => Sky::Overcast,
            };
            if sky == Sky::Clear {
                self.truth.clear.push(self.first_day.saturating_add(SignedDuration::from_hours(24 * day as i64)));
            }
            let haze = between(rng, 0.96, 1.0);
            let cover = between(rng, 0.15, 0.4);
            let (mut noise, mut cloudy) = (0.0, false);
            for clear in &self.clear_sky[day * SLOTS..(day + 1) * SLOTS] {
                noise = 0.9 * noise + 0.1 * between(rng, -1.0, 1.0);
                cloudy ^= rng.f64() < if cloudy { 0.15 } else { 0.12 };
                let factor = match sky {
                    Sky::Clear => haze + 0.02 * noise,
                    Sky::Broken if cloudy => 0.45 + 0.8 * noise,
                    Sky::Broken => 1.02 + 0.1 * noise,
                    Sky::Overcast => cover * (1.0 + noise),
                };
                self.power.push(clear * f64::max(factor, 0.02));
            }
        }
    }

    fn damage(&mut self, number: usize) {
        if !number.is_multiple_of(3) {
            self.wrong_clock();
        }
        if number % 3 != 1 {
            self.change_capacity();
        }
        if number.is_multiple_of(2) {
            self.clip();
        }
        // A day has one fault at most, so that each can be told.
        let mut free: Vec<usize> = (2..self.days - 2).collect();
        self.rng.shuffle(&mut free);
        self.lose_days(&mut free);
        for _ in 0..2 + self.days / 120 {
            self.fault(&mut free, Site::straight_line);
        }
        for _ in 0..2 + self.days / 90 {
            self.fault(&mut free, Site::stick);
        }
        for _ in 0..4 + self.days / 30 {
            self.fault(&mut free, Site::spike);
            self.fault(&mut free, Site::go_negative);
        }
        for _ in 0..self.days / 20 {
            self.fault(&mut free, Site::lose_hours);
        }
    }

    /// From some day on, for at least a month, the clock is an hour fast or slow; perhaps it is set right again.
    fn wrong_clock(&mut self) {
        let minutes = if self.rng.bool() { 60 } else { -60 };
        let from = self.rng.usize(self.days / 4..self.days / 2);
        let to = if self.rng.bool() { self.rng.usize(from + self.days / 5..self.days * 4 / 5) } else { self.days };
        self.fast[from..to].fill(minutes);
        self.truth.clock.push((self.date(from), minutes));
        if to < self.days {
            self.truth.clock.push((self.date(to), -minutes));
        }
    }

    /// From some day on strings are missing; perhaps they come back.
    fn change_capacity(&mut self) {
        let ratio = between(&mut self.rng, 0.55, 0.75);
        let from = self.rng.usize(self.days / 4..self.days / 2);
        let to = if self.rng.bool() { self.rng.usize(from + self.days / 4..self.days * 4 / 5) } else { self.days };
        self.power[from * SLOTS..to * SLOTS].iter_mut().for_each(|p| *p *= ratio);
        self.truth.capacity.push((self.date(from), ratio));
        if to < self.days {
            self.truth.capacity.push((self.date(to), 1.0 / ratio));
        }
        self.changed = Some((from..to, ratio));
    }

    /// The inverter is smaller than the panels.
    fn clip(&mut self) {
        let highest = self.power.iter().copied().fold(0.0, f64::max);
        let level = between(&mut self.rng, 0.74, 0.84) * highest;
        for p in self.power.iter_mut().filter(|p| **p > level) {
            *p = level * (1.0 + 0.001 * between(&mut self.rng, -1.0, 1.0));
        }
        self.truth.clipping = Some(level);
        self.clip_change(level);
    }

    /// Behind the clipping inverter a change of the panels is seen as less than it is.
    fn clip_change(&mut self, level: f64) {
        let Some((days, ratio)) = self.changed.clone() else { return };
        let seen = |days: Range<usize>| {
            let clear = &self.clear_sky[days.start * SLOTS..days.end * SLOTS];
            let energy = |ratio: f64| clear.iter().map(|p| (p * ratio).min(level)).sum::<f64>();
            energy(ratio) / energy(1.0)
        };
        let factors = [seen(days.start..days.start + 15), 1.0 / seen(days.end - 15..days.end)];
        for (change, factor) in self.truth.capacity.iter_mut().zip(factors) {
            change.1 = factor;
        }
    }

    /// Runs of days without a row.
    fn lose_days(&mut self, free: &mut Vec<usize>) {
        for _ in 0..2 + self.days / 150 {
            let Some(&start) = free.last() else { return };
            let length = self.rng.usize(1..5).min(self.days - 2 - start);
            for day in start..start + length {
                if let Some(at) = free.iter().position(|d| *d == day) {
                    free.remove(at);
                    self.power[day * SLOTS..(day + 1) * SLOTS].fill(f64::NAN);
                    self.truth.no_data.push(self.date(day));
                    self.spoil(day);
                }
            }
        }
        self.truth.no_data.sort_unstable();
    }

    /// Applies `fault` to a day that has none yet.
    fn fault(&mut self, free: &mut Vec<usize>, fault: fn(&mut Site, usize)) {
        if let Some(day) = free.pop() {
            fault(self, day);
            self.spoil(day);
        }
    }

    /// The logger draws a line over some hours.
    fn straight_line(&mut self, day: usize) {
        let (start, length) = (self.bright(day, 0.25), self.rng.usize(40..60));
        let end = (start + length).min(self.lit(day).1);
        let b = 0.7 * self.power[end].max(0.2 * self.capacity);
        let a = b + if self.power[start] > b { 0.2 } else { -0.1 } * self.capacity;
        for i in start..=end {
            self.power[i] = a + (b - a) * (i - start) as f64 / (end - start) as f64;
        }
        self.truth.linear.push(self.date(day));
    }

    /// The last value is repeated for some hours.
    fn stick(&mut self, day: usize) {
        let start = self.bright(day, 0.3);
        let length = self.rng.usize(18..36);
        let value = self.power[start].clamp(0.1 * self.capacity, between(&mut self.rng, 0.3, 0.5) * self.capacity);
        self.power[start..start + length].fill(value);
        self.truth.stuck.push((self.file_time(start), length));
    }

    fn spike(&mut self, day: usize) {
        let share = self.rng.f64();
        let at = self.bright(day, share);
        self.power[at] = self.capacity * between(&mut self.rng, 1.8, 5.0);
        self.truth.outliers.push(self.file_time(at));
    }

    fn go_negative(&mut self, day: usize) {
        let share = self.rng.f64();
        let at = self.bright(day, share);
        self.power[at] = -self.capacity * between(&mut self.rng, 0.1, 0.5);
        self.truth.negative.push(self.file_time(at));
    }

    fn lose_hours(&mut self, day: usize) {
        let share = self.rng.f64();
        let start = self.bright(day, share);
        let end = (start + self.rng.usize(4..40)).min(self.lit(day).1);
        self.power[start..end].fill(f64::NAN);
        self.truth.missing += end - start;
    }

    /// A cell of a day, at this share of its bright hours.
    fn bright(&self, day: usize, share: f64) -> usize {
        let (from, to) = self.lit(day);
        let margin = (to - from) / 5;
        from + margin + (share * (to - from - 2 * margin) as f64) as usize
    }

    /// First and last cell of a day with light.
    fn lit(&self, day: usize) -> (usize, usize) {
        let lit = |i: &usize| self.clear_sky[*i] > 0.0;
        let mut cells = (day * SLOTS..(day + 1) * SLOTS).filter(lit);
        let first = cells.next().expect("every day has light");
        (first, cells.next_back().unwrap_or(first))
    }

    /// A day with a fault need not be found clear.
    fn spoil(&mut self, day: usize) {
        let date = self.date(day);
        self.truth.clear.retain(|d| *d != date);
        self.truth.spoiled.push(date);
    }

    fn date(&self, day: usize) -> Date {
        self.first_day.saturating_add(SignedDuration::from_hours(24 * day as i64))
    }

    /// What the file's clock shows at a cell.
    fn file_time(&self, cell: usize) -> DateTime {
        let day = cell / SLOTS;
        let minutes = (cell % SLOTS) as i64 * 5 + self.fast[day] - 60 * self.zone;
        self.date(day).to_datetime(Time::midnight()).saturating_add(SignedDuration::from_mins(minutes))
    }

    /// The rows: by day only, with a few zeros at dawn and dusk; one in a thousand doubled, one in a thousand late.
    fn csv(&mut self) -> String {
        let mut text = String::from("site,meas_name,ts,sensor,meas_val_f\n");
        let mut late: Option<String> = None;
        for cell in 0..self.power.len() {
            let power = self.power[cell];
            let near_light =
                self.clear_sky[cell.saturating_sub(1)..(cell + 2).min(self.power.len())].iter().any(|c| *c > 0.0);
            if power.is_nan() || !near_light {
                continue;
            }
            // The inverter feeds its own electronics at dawn.
            let shown =
                if self.clear_sky[cell] == 0.0 && self.rng.f64() < 0.2 { -0.004 * self.capacity } else { power };
            let mut row = String::new();
            let time = self.file_time(cell).strftime("%Y-%m-%d %H:%M:%S");
            writeln!(row, "{},ac_power,{time},INV-1,{shown:.4}", self.name).expect("a String takes all");
            let twice = self.rng.f64() < 0.001;
            let held = late.take();
            if held.is_none() && self.rng.f64() < 0.001 {
                late = Some(row);
                continue;
            }
            text += &row;
            text += if twice { &row } else { "" };
            text += held.as_deref().unwrap_or("");
        }
        text += late.as_deref().unwrap_or("");
        text
    }
}

/// Power under a clear sky of each cell, in kW.
fn clear_sky(rng: &mut Rng, first_day: Date, days: usize, capacity: f64) -> Vec<f64> {
    let latitude = between(rng, 25.0, 45.0).to_radians();
    let above_sun = latitude - between(rng, 15.0, 35.0).to_radians();
    let noon_offset = between(rng, -0.4, 0.4);
    let mut power = Vec::with_capacity(days * SLOTS);
    for day in 0..days {
        let of_year = f64::from(first_day.saturating_add(SignedDuration::from_hours(24 * day as i64)).day_of_year());
        let declination = 23.45_f64.to_radians() * (TAU * (284.0 + of_year) / 365.0).sin();
        let b = TAU * (of_year - 81.0) / 364.0;
        let equation_of_time = (9.87 * (2.0 * b).sin() - 7.53 * b.cos() - 1.5 * b.sin()) / 60.0;
        for slot in 0..SLOTS {
            let hour_angle = (slot as f64 * STEP - 12.0 - noon_offset + equation_of_time) * PI / 12.0;
            let sine = |tilt: f64| tilt.sin() * declination.sin() + tilt.cos() * declination.cos() * hour_angle.cos();
            let (height, incidence) = (sine(latitude), sine(above_sun).max(0.0));
            power.push(if height > 0.01 { capacity * beam(height) * (0.9 * incidence + 0.1) } else { 0.0 });
        }
    }
    power
}

/// Direct light under a clear sky by the sine of the sun's height, 1 at the zenith.
fn beam(height: f64) -> f64 {
    let degrees = height.asin().to_degrees();
    let air_mass = 1.0 / (height + 0.50572 * (degrees + 6.07995).powf(-1.6364));
    0.7_f64.powf(air_mass.powf(0.678)) / 0.7
}

fn between(rng: &mut Rng, low: f64, high: f64) -> f64 {
    low + (high - low) * rng.f64()
}
