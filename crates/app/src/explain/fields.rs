//! Each field of a claim: its value, the words, the score or the rule, the data file behind it.

use super::Look;
use crate::actors::file_of;
use crate::terminal::clean::clean;
use crate::terminal::paint::Colour;
use crate::terminal::wrap::{pad, wrap};
use dateline_events::coding::{Explanation, FieldWhy};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Widest name that is given room for.
const NAME: usize = 28;

/// Writes one line, or a few, for each field.
pub fn write(explanation: &Explanation, text: &str, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let width = explanation.fields.iter().map(|f| f.field.width()).max().unwrap_or(0).min(NAME);
    for field in &explanation.fields {
        let name = pad(&clean(&field.field), width);
        let said = format!("{}{}", clean(&field.value), words(field, text));
        let why = reasons(field);
        let room = look.width.saturating_sub(width + 4).max(30);
        for (n, line) in wrap(&said, room).iter().enumerate() {
            let name = if n == 0 { look.paint.bold(&name) } else { " ".repeat(width) };
            writeln!(out, "  {name}  {line}")?;
        }
        for line in wrap(&why, room.saturating_sub(2)) {
            writeln!(out, "  {}    {}", " ".repeat(width), look.paint.colour(Colour::Dim, &line))?;
        }
    }
    Ok(())
}

fn words(field: &FieldWhy, text: &str) -> String {
    let words = field.words.map(|span| span.of(text)).filter(|w| !w.is_empty());
    words.map(|w| format!("  from \"{}\"", clean(w))).unwrap_or_default()
}

fn reasons(field: &FieldWhy) -> String {
    let score = field.score.map(|s| format!("model {s:.2}"));
    let rule = Some(field.why.rule).filter(|r| !r.is_empty()).map(|r| format!("rule: {r}"));
    let data = Some(field.why.data).filter(|d| !d.is_empty()).map(file_of);
    clean(&[score, rule, data].into_iter().flatten().collect::<Vec<_>>().join("; ")).into_owned()
}
