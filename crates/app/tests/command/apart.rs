//! Files that a process of its own reads: PDF and Parquet.

use super::Place;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::sync::Arc;

const BODY: &str =
    "Shells fell on the market of the town on Friday, and three people were hurt, a medic said.";

/// A page with the given lines, of which an empty one is a gap.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let show = |line: &&str| if line.is_empty() { "T*".to_owned() } else { format!("({line}) Tj T*") };
    let shown: Vec<String> = lines.iter().map(show).collect();
    let content = format!("BT /F1 12 Tf 14 TL 72 720 Td {} ET", shown.join("\n"));
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{n} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    places.iter().for_each(|place| file.push_str(&format!("{place:010} 00000 n \n")));
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

/// A Parquet file of columns of words.
fn table(names: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let fields: Vec<String> = names.iter().map(|name| format!("required binary {name} (utf8);")).collect();
    let schema = parse_message_type(&format!("message m {{ {} }}", fields.join(" "))).unwrap();
    let mut file = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut file, Arc::new(schema), Arc::default()).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut place = 0;
    while let Some(mut column) = group.next_column().unwrap() {
        let cells: Vec<ByteArray> = rows.iter().map(|row| ByteArray::from(row[place])).collect();
        let ColumnWriter::ByteArrayColumnWriter(cells_of) = column.untyped() else { panic!() };
        cells_of.write_batch(&cells, None, None).unwrap();
        column.close().unwrap();
        place += 1;
    }
    group.close().unwrap();
    writer.close().unwrap();
    file
}

#[test]
fn the_text_of_a_pdf_file_is_read_as_paragraphs() {
    let place = Place::new();
    let lines = ["Shells fell on the mar-", "ket of the town on Friday.", "", "Three people were hurt."];
    place.file("a.pdf", pdf(&lines));
    let ran = place.run_with(&["read-apart", "pdf"], &pdf(&lines)).ends(0);
    let text = "Shells fell on the market of the town on Friday.\\n\\nThree people were hurt.";
    assert_eq!(ran.out, format!("{{\"text\":\"{text}\"}}\n"));
    place.run(&["code", "a.pdf"]).ends(0).says("dateline: 1 report,", "");
}

#[test]
fn a_pdf_file_without_text_or_sense_is_refused() {
    let place = Place::new();
    let noise: Vec<u8> = (0..20_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    place
        .file("scan.pdf", pdf(&[]))
        .file("noise.pdf", [b"%PDF-1.7\n".to_vec(), noise].concat())
        .file("large.pdf", [b"%PDF-1.7\n".to_vec(), vec![b' '; 21 << 20]].concat());
    let ran = place.run(&["code", "scan.pdf", "noise.pdf", "large.pdf"]).ends(2);
    ran.says("dateline: scan.pdf: a PDF file without text", "recognised")
        .says("dateline: noise.pdf: ", "; ")
        .says("dateline: large.pdf: larger than 20 MB", "; ");
}

#[test]
fn a_row_of_a_parquet_file_is_a_report() {
    let place = Place::new();
    let rows: [&[&str]; 2] =
        [&["r1", "x", "Wire", BODY, "2012-12-13"], &["r2", "x", "Wire", " ", "2012-12-13"]];
    let file = table(&["id", "other", "source", "content", "date"], &rows);
    place.file("a.parquet", &file).file("in/b.parquet", table(&["name"], &[&["x"]]));
    let ran = place.run(&["code", "a.parquet", "--format", "table"]).ends(1);
    assert!(ran.out.contains("r1 | Wire | 2012-12-13"), "{}", ran.out);
    ran.says("dateline: a.parquet:2: no text", "; ");
    place.run(&["code", "in/b.parquet"]).ends(2).says("dateline: in/b.parquet: no column", "columns: name; ");
    place.run(&["code", "in"]).says("dateline: in/b.parquet: skipped: no column", "");
    place.run_with(&["code", "-"], &file).ends(2).says("dateline: stdin: a Parquet file", "; ");
}

#[test]
fn a_hostile_parquet_file_is_refused() {
    let place = Place::new();
    let good = table(&["text"], &[&[BODY], &[BODY]]);
    let mut names = Vec::new();
    for (n, at) in (0..good.len()).step_by(7).enumerate() {
        let mut bad = good.clone();
        bad[at] ^= 0xff;
        names.push(format!("{n}.parquet"));
        place.file(&names[n], bad);
    }
    place.file("cut.parquet", &good[..good.len() / 2]);
    let args: Vec<&str> =
        ["code", "cut.parquet"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let ran = place.run(&args).says("dateline: cut.parquet: a Parquet file that cannot", "; ");
    assert!(!ran.err.contains("mistake") && ran.code != Some(101), "{}", ran.err);
}
