//! Phases 4 and 6: the picture.
//!
//! Two heat maps of the power matrix, before and after filling, and the daily energy. plotters draws the axes and the
//! curves; a heat map is one PNG, one pixel a cell, inside the SVG. It is painted while the matrix is at hand, so the
//! picture keeps no copy of the matrix.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, ValueFormatter};
use plotters::prelude::*;
use superscalar::task;

use crate::axis::{Axis, Matrix};
use crate::capacity::Capacity;
use crate::daylight::Daylight;
use crate::error::Error;
use crate::flags::Flags;
use crate::stats;

/// A painted matrix.
pub struct Heat {
    png: Vec<u8>,
    /// The hours of the day that it shows.
    hours: (f64, f64),
    /// The power of the brightest colour, in kW.
    top: f64,
}

const SIZE: (u32, u32) = (1200, 1000);
const GAP: [u8; 3] = [120, 150, 190];
/// Colours from no power to full power, evenly spaced.
const SCALE: [[f64; 3]; 6] = [
    [0.0, 0.0, 10.0],
    [60.0, 10.0, 90.0],
    [145.0, 40.0, 100.0],
    [225.0, 85.0, 45.0],
    [250.0, 165.0, 20.0],
    [252.0, 250.0, 165.0],
];

/// Paints a matrix: one pixel a cell, noon in the middle, gaps in blue.
#[task]
pub fn paint(matrix: &Matrix, axis: &Axis, daylight: &Daylight) -> Result<Heat, Error> {
    let top = stats::capacity(matrix.iter());
    let margin = axis.slots_in(60);
    let from = daylight.sunrise.iter().min().map_or(0, |s| s.saturating_sub(margin));
    let to = daylight.sunset.iter().max().map_or(axis.slots, |s| (s + margin).min(axis.slots));
    let mut pixels = Vec::with_capacity(3 * axis.days * (to - from));
    for slot in (from..to).rev() {
        pixels.extend(matrix.column(slot).iter().flat_map(|&v| colour(v / top)));
    }
    let png = encode(&pixels, axis.days, to - from).map_err(|e| Error::Draw(e.to_string()))?;
    Ok(Heat { png, hours: (from as f64 * axis.hours(), to as f64 * axis.hours()), top })
}

/// Draws the picture, as SVG.
#[task]
pub fn draw(
    axis: &Axis,
    before: &Heat,
    after: &Heat,
    energy: &[f64],
    flags: &Flags,
    capacity: &Capacity,
) -> Result<String, Error> {
    let mut svg = String::new();
    let images = draw_panels(&mut svg, axis, [before, after], energy, flags, capacity)
        .map_err(|e| Error::Draw(e.to_string()))?;
    let end = svg.rfind("</svg>").unwrap_or(svg.len());
    svg.insert_str(end, &images);
    Ok(svg)
}

type Drawn<T> = Result<T, Box<dyn std::error::Error>>;

/// Draws all that plotters draws; gives the heat maps as SVG elements, to be put on top.
fn draw_panels(
    svg: &mut String,
    axis: &Axis,
    heats: [&Heat; 2],
    energy: &[f64],
    flags: &Flags,
    capacity: &Capacity,
) -> Drawn<String> {
    let root = SVGBackend::with_string(svg, SIZE).into_drawing_area();
    root.fill(&WHITE)?;
    let panels = root.split_evenly((3, 1));
    let titles = ["cleaned (gaps in blue)", "filled"];
    let mut images = String::new();
    for ((panel, heat), title) in panels.iter().zip(heats).zip(titles) {
        images += &draw_heat(panel, axis, heat, &format!("power, {title}; brightest {:.1} kW", heat.top))?;
    }
    draw_energy(&panels[2], axis, energy, flags, capacity)?;
    root.present()?;
    Ok(images)
}

fn draw_heat(
    panel: &DrawingArea<SVGBackend, plotters::coord::Shift>,
    axis: &Axis,
    heat: &Heat,
    title: &str,
) -> Drawn<String> {
    let mut chart = ChartBuilder::on(panel)
        .caption(title, ("sans-serif", 18))
        .margin(8)
        .x_label_area_size(28)
        .y_label_area_size(60)
        .build_cartesian_2d(Days(axis), heat.hours.0..heat.hours.1)?;
    chart.configure_mesh().disable_mesh().y_desc("hour of day").draw()?;
    let (x, y) = chart.plotting_area().get_pixel_range();
    Ok(format!(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{}\"/>\n",
        x.start,
        y.start,
        x.end - x.start,
        y.end - y.start,
        STANDARD.encode(&heat.png)
    ))
}

fn draw_energy(
    panel: &DrawingArea<SVGBackend, plotters::coord::Shift>,
    axis: &Axis,
    energy: &[f64],
    flags: &Flags,
    capacity: &Capacity,
) -> Drawn<()> {
    let most = energy.iter().copied().fold(1.0, f64::max) * 1.05;
    let mut chart = ChartBuilder::on(panel)
        .caption("energy per day (clear: orange, not good: red; change of capacity: blue line)", ("sans-serif", 18))
        .margin(8)
        .x_label_area_size(28)
        .y_label_area_size(60)
        .build_cartesian_2d(Days(axis), 0.0..most)?;
    chart.configure_mesh().disable_x_mesh().light_line_style(TRANSPARENT).y_desc("kWh").draw()?;
    chart.draw_series(energy.iter().enumerate().map(|(day, &kwh)| {
        let style = match (flags.good(day), flags.clear[day]) {
            (false, _) => RED.filled(),
            (true, true) => RGBColor(245, 150, 20).filled(),
            (true, false) => RGBColor(150, 150, 150).filled(),
        };
        Rectangle::new([(day as f64 + 0.05, 0.0), (day as f64 + 0.95, kwh)], style)
    }))?;
    for change in &capacity.changes {
        let at = change.first_after as f64;
        chart.draw_series(LineSeries::new([(at, 0.0), (at, most)], BLUE.stroke_width(2)))?;
    }
    Ok(())
}

/// The rows as a coordinate, labelled by month.
struct Days<'a>(&'a Axis);

impl Ranged for Days<'_> {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, day: &f64, (from, to): (i32, i32)) -> i32 {
        from + (day / self.0.days as f64 * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        let firsts: Vec<f64> = (0..self.0.days).filter(|&d| self.0.date(d).day() == 1).map(|d| d as f64).collect();
        let every = firsts.len().div_ceil(14).max(1);
        firsts.into_iter().step_by(every).collect()
    }

    fn range(&self) -> Range<f64> {
        0.0..self.0.days as f64
    }
}

impl ValueFormatter<f64> for Days<'_> {
    fn format_ext(&self, day: &f64) -> String {
        let date = self.0.date(*day as usize);
        format!("{}-{:02}", date.year(), date.month())
    }
}

fn colour(share: f64) -> [u8; 3] {
    if share.is_nan() {
        return GAP;
    }
    let place = share.clamp(0.0, 1.0) * (SCALE.len() - 1) as f64;
    let low = (place as usize).min(SCALE.len() - 2);
    std::array::from_fn(|i| (SCALE[low][i] + (SCALE[low + 1][i] - SCALE[low][i]) * (place - low as f64)) as u8)
}

fn encode(rgb: &[u8], width: usize, height: usize) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width as u32, height as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header()?.write_image_data(rgb)?;
    Ok(bytes)
}
