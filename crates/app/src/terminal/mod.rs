//! What a terminal needs: text without control characters, colour where it is wanted, and widths.

pub mod clean;
pub mod paint;
pub mod wrap;

/// Columns of the terminal on standard output, else of `COLUMNS`, else 100.
pub fn columns() -> usize {
    let asked = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let stated = || std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    asked.or_else(stated).unwrap_or(100).clamp(60, 400)
}
