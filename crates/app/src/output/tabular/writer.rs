//! Rows of a table on their way out, in one form or another.

use super::cell::{Cell, Head};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// What takes rows, and writes them as they come.
pub trait Writer {
    /// Takes a row: a cell for each column.
    fn row(&mut self, cells: Vec<Cell>) -> io::Result<()>;
    /// Ends the output.
    fn end(self: Box<Self>) -> io::Result<()>;
}

/// Rows of text: separated by commas and quoted where needed, or by tabs, where nothing is quoted.
pub struct Text<W: Write> {
    out: csv::Writer<W>,
    is_quoted: bool,
}

impl<W: Write> Text<W> {
    /// Separated by commas.
    pub fn commas(heads: &[Head], out: W) -> io::Result<Self> {
        let mut text = Self { out: csv::Writer::from_writer(out), is_quoted: true };
        text.names(heads)?;
        Ok(text)
    }

    /// Separated by tabs, with or without the names of the columns.
    pub fn tabs(heads: Option<&[Head]>, out: W) -> io::Result<Self> {
        let mut settings = csv::WriterBuilder::new();
        settings.delimiter(b'\t').quote_style(csv::QuoteStyle::Never);
        let mut text = Self { out: settings.from_writer(out), is_quoted: false };
        heads.map_or(Ok(()), |heads| text.names(heads))?;
        Ok(text)
    }

    fn names(&mut self, heads: &[Head]) -> io::Result<()> {
        self.out.write_record(heads.iter().map(|head| head.name)).map_err(written)
    }
}

impl<W: Write> Writer for Text<W> {
    fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        if self.is_quoted {
            return self.out.write_record(cells.iter().map(|cell| cell.text().into_owned())).map_err(written);
        }
        // Nothing marks where a value with a tab or a line end in it would end.
        let plain = |cell: &Cell| cell.text().replace(['\t', '\n', '\r'], " ");
        self.out.write_record(cells.iter().map(plain)).map_err(written)
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

/// The error of the stream itself.
fn written(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Records as they are, a row of one cell each.
pub struct Lines<W: Write>(W);

impl<W: Write> Lines<W> {
    /// To an output.
    pub fn to(out: W) -> Self {
        Self(out)
    }
}

impl<W: Write> Writer for Lines<W> {
    fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        cells.iter().try_for_each(|cell| writeln!(self.0, "{}", cell.text()))
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

/// Points: a GeoJSON FeatureCollection (RFC 7946), a feature a line.
pub struct GeoJson<W: Write> {
    out: W,
    heads: Vec<Head>,
    is_first: bool,
}

impl<W: Write> GeoJson<W> {
    /// Of columns among which are `lat` and `lon`.
    pub fn begin(heads: &[Head], mut out: W) -> io::Result<Self> {
        out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
        Ok(Self { out, heads: heads.to_vec(), is_first: true })
    }
}

impl<W: Write> Writer for GeoJson<W> {
    fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        let named =
            self.heads.iter().zip(&cells).map(|(head, cell)| (head.name.to_owned(), value(*head, cell)));
        let properties: Map<String, Value> = named.collect();
        let degrees = |name: &str| properties.get(name).and_then(Value::as_f64);
        // Where a place is not known there is no point, and a feature may have none.
        let point = degrees("lon").zip(degrees("lat"));
        let geometry = point.map(|(lon, lat)| json!({ "type": "Point", "coordinates": [lon, lat] }));
        self.out.write_all(if std::mem::take(&mut self.is_first) { b"\n" } else { b",\n" })?;
        let feature = json!({ "type": "Feature", "geometry": geometry, "properties": properties });
        serde_json::to_writer(&mut self.out, &feature).map_err(io::Error::from)
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()
    }
}

fn value(head: Head, cell: &Cell) -> Value {
    match (cell, head.kind) {
        (Cell::Empty, _) => Value::Null,
        (Cell::Text(text), _) => text.as_str().into(),
        (Cell::Int(number), _) => (*number).into(),
        (Cell::Real(number), _) => (*number).into(),
        (Cell::Flag(is), _) => (*is).into(),
    }
}
