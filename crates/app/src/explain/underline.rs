//! A text broken into rows, with lines of signs and labels below each.

use super::Look;
use super::mark::Mark;
use crate::terminal::clean::is_hostile;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Space before each line.
const INDENT: usize = 2;

/// One code point as shown, and the columns that it takes.
struct Cell {
    shown: char,
    width: usize,
}

/// Part of a mark within one row, in columns.
struct Piece<'a> {
    from: usize,
    to: usize,
    mark: &'a Mark,
    label: &'a str,
}

/// `text`, whose first code point has number `start` in the report, with `marks` below it.
pub fn lines(text: &str, start: usize, marks: &[Mark], look: Look) -> Vec<String> {
    let cells: Vec<Cell> = text.chars().map(cell).collect();
    let mut lines = Vec::new();
    for (first, last) in rows(&cells, look.width.saturating_sub(INDENT).max(20)) {
        let row = cells.get(first..last).unwrap_or_default();
        lines.push(format!("{}{}", " ".repeat(INDENT), row.iter().map(|c| c.shown).collect::<String>()));
        let pieces = marks.iter().filter_map(|m| piece(m, row, start + first));
        lines.extend(layers(pieces.collect(), look));
    }
    lines
}

/// Every code point stays one cell, so that marks stay under their words.
fn cell(c: char) -> Cell {
    let shown = match c {
        c if c.is_whitespace() => ' ',
        c if is_hostile(c) => '\u{fffd}',
        c => c,
    };
    Cell { shown, width: shown.width().unwrap_or(0) }
}

/// First and last cell of each row, broken at spaces where there are any.
fn rows(cells: &[Cell], width: usize) -> Vec<(usize, usize)> {
    let (mut rows, mut first, mut used, mut space) = (Vec::new(), 0, 0, None);
    for (n, cell) in cells.iter().enumerate() {
        if used + cell.width > width {
            let cut = space.filter(|s| *s > first).unwrap_or(n);
            rows.push((first, cut));
            used = cells.get(cut..n).unwrap_or_default().iter().map(|c| c.width).sum();
            (first, space) = (cut, None);
        }
        used += cell.width;
        if cell.shown == ' ' {
            space = Some(n + 1);
        }
    }
    rows.push((first, cells.len()));
    rows
}

/// What of `mark` lies in a row that begins at code point `start`; the label goes with its first part.
fn piece<'a>(mark: &'a Mark, row: &[Cell], start: usize) -> Option<Piece<'a>> {
    let (from, to) = (mark.start.max(start), mark.end.min(start + row.len()));
    let columns = |until: usize| -> usize {
        row.get(..until.saturating_sub(start)).unwrap_or_default().iter().map(|c| c.width).sum()
    };
    let label = if mark.start >= start { mark.label.as_str() } else { "" };
    (from < to).then(|| Piece { from: columns(from), to: columns(to).max(columns(from) + 1), mark, label })
}

/// Puts the pieces into as few lines as they fit in without touching.
fn layers(pieces: Vec<Piece<'_>>, look: Look) -> Vec<String> {
    let mut layers: Vec<(String, usize)> = Vec::new();
    for piece in pieces {
        let signs = piece.mark.sign.to_string().repeat(piece.to - piece.from);
        let drawn = format!("{signs} {}", piece.label);
        let end = piece.from + drawn.trim_end().width();
        let n = layers.iter().position(|(_, used)| *used < piece.from).unwrap_or(layers.len());
        if n == layers.len() {
            layers.push((String::new(), 0));
        }
        if let Some((line, used)) = layers.get_mut(n) {
            line.push_str(&" ".repeat(piece.from - *used));
            line.push_str(&look.paint.colour(piece.mark.colour, drawn.trim_end()));
            *used = end;
        }
    }
    layers.into_iter().map(|(line, _)| format!("{}{line}", " ".repeat(INDENT))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::paint::{Colour, Paint};
    use proptest::prelude::*;

    fn mark(start: usize, end: usize, label: &str) -> Mark {
        Mark { start, end, label: label.into(), sign: '-', colour: Colour::Red }
    }

    #[test]
    fn overlapping_marks_get_lines_of_their_own() {
        let look = Look { width: 80, paint: Paint::off() };
        let drawn = lines("ab cd ef", 10, &[mark(10, 15, "x"), mark(13, 15, "y"), mark(16, 18, "z")], look);
        assert_eq!(drawn, ["  ab cd ef", "  ----- x", "     -- y", "        -- z"]);
    }

    #[test]
    fn a_mark_goes_on_in_the_next_row() {
        let look = Look { width: 22, paint: Paint::off() };
        let drawn = lines("aaaaaaaaaaaaaaaa bbbbbbbb", 0, &[mark(12, 20, "x")], look);
        assert_eq!(drawn, ["  aaaaaaaaaaaaaaaa ", "              ----- x", "  bbbbbbbb", "  ---"]);
    }

    proptest! {
        #[test]
        fn any_text_and_any_marks_are_drawn(
            text in ".{0,120}", start in 0_usize..40, spans in prop::collection::vec((0_usize..200, 0_usize..200), 0..8),
            width in 0_usize..90,
        ) {
            let marks: Vec<Mark> = spans.into_iter().map(|(a, b)| mark(a, b, "label")).collect();
            let drawn = lines(&text, start, &marks, Look { width, paint: Paint::off() });
            prop_assert!(drawn.iter().all(|l| !l.contains(is_hostile)));
        }
    }
}
