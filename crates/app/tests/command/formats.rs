//! Containers of reports: packed files, web archives, tables, mail.

use super::Place;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

const BODY: &str =
    "Shells fell on the market of the town on Friday, and three people were hurt, a medic said.";

fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes.as_ref()).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes.as_ref(), ruzstd::encoding::CompressionLevel::Fastest)
}

/// A record of a web archive.
fn record(kind: &str, fields: &str, block: impl AsRef<[u8]>) -> Vec<u8> {
    let block = block.as_ref();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2020-05-05T01:02:03Z\r\n{fields}Content-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn page(status: u16, fields: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status} X\r\nContent-Type: text/html; charset=windows-1252\r\n{fields}\r\n");
    let fields = "Content-Type: application/http; msgtype=response\r\nWARC-Target-URI: https://e.org/a\r\n";
    record("response", fields, [head.as_bytes(), body].concat())
}

#[test]
fn packed_files_are_read_by_what_they_are() {
    let place = Place::new();
    let lines = format!("{{\"text\":\"{BODY}\"}}\n").repeat(2);
    place
        .file("in/a.jsonl.gz", [gzip(&lines), gzip(&lines)].concat())
        .file("in/b.txt.zst", [zstd(BODY), zstd(format!(" {BODY}"))].concat())
        .file("in/c.txt", gzip(BODY))
        .file("in/d.csv.gz", gzip(format!("id,text\nx,\"{BODY}\"\n")));
    place.file("in/e.css.gz", gzip("p {}"));
    let ran = place.run(&["code", "in"]).ends(0).says("dateline: 7 reports,", "");
    ran.says("dateline: in/e.css.gz: skipped:", ".css");
    place.run_with(&["code", "-"], &gzip(&lines)).ends(0).says("dateline: 2 reports,", "");
}

#[test]
fn bombs_and_damaged_files_are_named_and_the_others_go_on() {
    let place = Place::new();
    let bomb = gzip(vec![b' '; 80 << 20]);
    let whole = gzip(format!("{{\"text\":\"{BODY}\"}}\n").repeat(3));
    place
        .file("bomb.jsonl.gz", bomb)
        .file("cut.jsonl.gz", &whole[..whole.len() - 9])
        .file("twice.gz", gzip(gzip(BODY)))
        .file("bad.zst", b"\x28\xb5\x2f\xfd\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
        .file("good.txt", BODY);
    let ran =
        place.run(&["code", "bomb.jsonl.gz", "cut.jsonl.gz", "twice.gz", "bad.zst", "good.txt"]).ends(1);
    ran.says("dateline: bomb.jsonl.gz: damaged", "250 times")
        .says("dateline: cut.jsonl.gz: damaged", "; ")
        .says("dateline: twice.gz: packed twice", "; ")
        .says("dateline: bad.zst: damaged", "; ")
        .says("dateline: 4 reports,", "4 inputs");
}

#[test]
fn pages_of_a_web_archive_are_reports() {
    let place = Place::new();
    let html = |words: &str| format!("<html><body><article><p>{words}</p></article></body></html>");
    let mut chunked = format!("{:x}\r\n", html(BODY).len()).into_bytes();
    chunked.extend([html(BODY).as_bytes(), b"\r\n0\r\n\r\n"].concat());
    let dated =
        format!("<head><meta name=date content=2012-12-13></head>{}", html("The caf\u{fffd} was hit."));
    let latin: Vec<u8> =
        dated.replace('\u{fffd}', "~").bytes().map(|b| if b == b'~' { 0xe9 } else { b }).collect();
    let records = [
        record("warcinfo", "", "software: x"),
        record("request", "", "GET / HTTP/1.1\r\n\r\n"),
        page(200, "Transfer-Encoding: chunked\r\n", &chunked),
        page(200, "Content-Encoding: gzip\r\n", &gzip(latin)),
        page(404, "", html("Not found.").as_bytes()),
        record("conversion", "Content-Type: text/plain\r\nWARC-Target-URI: <https://e.org/b>\r\n", BODY),
        record("metadata", "", "x: y"),
    ];
    place
        .file("a.warc", records.concat())
        .file("b.warc.gz", records.iter().map(gzip).collect::<Vec<_>>().concat())
        .file("c.warc.zst", records.iter().map(zstd).collect::<Vec<_>>().concat());
    for file in ["a.warc", "b.warc.gz", "c.warc.zst"] {
        let ran = place.run(&["code", file, "--format", "table"]).ends(0).says("dateline: 3 reports,", "");
        assert!(ran.out.contains(&format!("{file}:4 | ")) && ran.out.contains("2012-12-13"), "{}", ran.out);
        assert!(!ran.out.contains("2020"), "the day of capture: {}", ran.out);
    }
}

#[test]
fn a_bad_record_is_named_by_its_number_and_the_next_is_read() {
    let place = Place::new();
    let good = record("conversion", "Content-Type: text/plain\r\n", BODY);
    let lies = String::from_utf8(good.clone()).unwrap().replace("Content-Length: 9", "Content-Length: 2");
    let none = String::from_utf8(good.clone()).unwrap().replace("Content-Length", "Length");
    let no_answer = record("response", "Content-Type: application/http\r\n", "words");
    let cut = &good[..good.len() - 30];
    place.file("a.warc", [&good, lies.as_bytes(), &good, none.as_bytes(), &no_answer, &good, cut].concat());
    let ran = place.run(&["code", "a.warc"]).ends(1);
    ran.says("dateline: a.warc:3: no record", "; ")
        .says("dateline: a.warc:5: no record", "; ")
        .says("dateline: a.warc:6: ", "; ")
        .says("dateline: a.warc:8: the archive ends", "; ")
        .says("dateline: 4 reports,", "");
}

#[test]
fn a_row_of_a_table_is_a_report() {
    let place = Place::new();
    let rows =
        format!("Headline,BODY,Date,Source,Link,id\nShells,\"{BODY}\nIt is true.\",2012-12-13,Wire,u,r1\n");
    place.file("a.csv", format!("{rows}No text,,,,,r2\nBad date,\"{BODY}\",soon,,,r3\n"));
    let ran = place.run(&["code", "a.csv", "--format", "table"]).ends(1);
    assert!(ran.out.contains("r1 | Wire | 2012-12-13"), "{}", ran.out);
    let ran = ran.says("dateline: a.csv:3: no text", "; ").says("dateline: a.csv:4: warning: 'soon'", "; ");
    ran.says("dateline: 2 reports,", "");
    place.file("b.tsv", format!("id\ttext\nr4\t{BODY}\n")).file("c.csv", format!("id;text\nr5;{BODY}\n"));
    place.run(&["code", "b.tsv", "c.csv"]).ends(0).says("dateline: 2 reports,", "");
    place.run_with(&["code", "-"], format!("id,text\nr,\"{BODY}\"\n").as_bytes()).ends(0);
}

#[test]
fn a_table_of_other_things_is_refused_by_name_and_skipped_in_a_folder() {
    let place = Place::new();
    place.file("in/towns.csv", "name,people\nX,7\n").file("in/a.txt", BODY);
    place.run(&["code", "in/towns.csv"]).ends(2).says("dateline: in/towns.csv: no column", "name, people; ");
    place.run(&["code", "in"]).ends(0).says("dateline: in/towns.csv: skipped: no column", "name, people; ");
    let open = format!("id,text\nr1,{BODY}\nr2,\"{}", "word, word\n".repeat(17 << 17));
    place.file("open.csv", open);
    place.run(&["code", "open.csv"]).ends(1).says("dateline: open.csv:3: a row longer than 16 MB", "quote");
}

#[test]
fn mail_is_read_alone_and_from_a_mailbox() {
    let place = Place::new();
    let mail = |n: u8| {
        format!(
            "From: Valley Wire <desk@e.org>\nDate: Thu, 13 Dec 2012 08:00:00 +0200\nSubject: Shells\nMessage-ID: <m{n}@e.org>\n\n{BODY}\n>From here it went on.\n"
        )
    };
    let start = "From desk@e.org Thu Dec 13 08:00:00 2012\n";
    place.file("a.eml", mail(1)).file("b.mbox", format!("{start}{}\n{start}{}", mail(2), mail(3)));
    let ran = place.run(&["code", "a.eml", "b.mbox", "--format", "table"]).ends(0);
    let heads: Vec<String> = (1..4).map(|n| format!("m{n}@e.org | Valley Wire | 2012-12-13")).collect();
    assert!(heads.iter().all(|head| ran.out.contains(head)), "{}", ran.out);
    let (head, part) = (
        "Content-Type: multipart/mixed; boundary=b\nFrom: ",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64",
    );
    let attached = mail(4).replace("From: V", &format!("{head}V")).replace("\n\n", "\n\n--b\n\n");
    let attached =
        format!("{attached}\n--b\n{part}\n\n{}--b--\n", "AAAAAAAAAAAAAAAAAAAAAAAA\n".repeat(60_000));
    let hostile = format!("{}From: x\n\n{BODY}", "a:\n".repeat(8 << 20));
    place.file("large.eml", attached).file("heads.eml", hostile).file("b.eml", mail(5));
    let ran = place.run(&["code", "large.eml", "heads.eml", "b.eml", "--format", "table"]);
    assert!(ran.out.contains("m4@e.org | Valley") && ran.out.contains("m5@e.org | Valley"), "{}", ran.err);
    place.file("none.mbox", "\n").run(&["code", "none.mbox"]).ends(2).says("dateline: none.mbox:", "; ");
}
