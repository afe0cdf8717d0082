//! Large and hostile inputs, through the program itself. `cargo xtask test --full` runs these.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const LETTERS: &[u8] = b" abcdefg.,\"'(){}<>&;\n-'ABC019\xc3\xa9\xe2\x80\x9d";

/// Runs `dateline` with its memory held to `megabytes`: an allocation beyond that ends the run.
fn dateline(megabytes: u32, arguments: &[&str]) -> Output {
    let command = format!("ulimit -v {}; exec \"$0\" \"$@\"", megabytes * 1024);
    Command::new("sh")
        .args(["-c", &command, env!("CARGO_BIN_EXE_dateline")])
        .args(arguments)
        .output()
        .unwrap()
}

fn file(name: &str, write: impl Fn(&mut File)) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    write(&mut File::create(&path).unwrap());
    path
}

#[test]
#[ignore = "long: run by cargo xtask test --full"]
fn a_report_of_fifty_megabytes_is_refused_with_a_clear_line() {
    let path = file("fifty.txt", |out| {
        for _ in 0..1_000_000 {
            out.write_all(b"Rebels shelled the town on Tuesday and 16 people died.\n").unwrap();
        }
    });
    let done = dateline(1500, &["code", path.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2), "{said}");
    assert!(said.contains("fifty.txt"), "{said}");
}

#[test]
#[ignore = "long: run by cargo xtask test --full"]
fn a_long_report_is_coded_in_bounded_memory() {
    let path = file("long.txt", |out| {
        for n in 0..6_000 {
            writeln!(
                out,
                "Rebels shelled the town of Qatana on Tuesday, killing {n} people, a monitor said."
            )
            .unwrap();
        }
    });
    let done = dateline(1500, &["code", "--date", "2012-12-13", "--format", "jsonl", path.to_str().unwrap()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let claims = done.stdout.split(|b| *b == b'\n').filter(|line| !line.is_empty()).count();
    assert!(claims > 3_000, "{claims} claims");
}

#[test]
#[ignore = "long: run by cargo xtask test --full"]
fn any_bytes_are_read_or_refused_and_the_program_goes_on() {
    // A small generator of its own, so that a failing run can be had again.
    let mut state = 0x2545_f491_4f6c_dd1du64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("any-bytes");
    std::fs::create_dir_all(&folder).unwrap();
    for number in 0..400 {
        let kind = ["txt", "md", "html", "jsonl"][number % 4];
        let length = (next() % 4_000) as usize;
        // Half of the files are mostly letters, so that they get past the reader and into the coder.
        let byte = |x: u64| if number % 8 < 4 { x as u8 } else { LETTERS[x as usize % LETTERS.len()] };
        let bytes: Vec<u8> = (0..length).map(|_| byte(next() >> 11)).collect();
        std::fs::write(folder.join(format!("{number}.{kind}")), bytes).unwrap();
    }
    let done = dateline(1500, &["code", "--format", "jsonl", folder.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(matches!(done.status.code(), Some(0 | 1)), "{said}");
    assert!(!said.contains("a mistake in dateline"), "{said}");
}

/// Rows in a dump of the world, and how long importing them may take.
const WORLD: u32 = 12_000_000;
const MINUTES: u64 = 10;

/// Writes a line of a GeoNames dump, made up: towns and what news does not name, in the shares that the dumps have.
fn dump_line(n: u32, out: &mut impl Write) {
    const SYLLABLES: [&str; 16] =
        ["ba", "dar", "el", "fu", "gha", "hi", "ka", "la", "mu", "na", "qa", "ra", "sha", "ti", "wa", "zu"];
    const FEATURES: [&str; 8] =
        ["P\tPPL", "H\tSTM", "P\tPPL", "T\tHLL", "P\tPPL", "A\tADM4", "P\tPPL", "S\tSCH"];
    const COUNTRIES: [&str; 6] = ["SY", "CN", "IN", "US", "RU", "NG"];
    let mut state = n.wrapping_mul(0x9e37_79b9) ^ 0x85eb_ca6b;
    let mut next = move |of: usize| {
        state = state.wrapping_mul(0x2c1b_3c6d).wrapping_add(0x297a_2d39);
        (state >> 8) as usize % of
    };
    let mut name = || -> String {
        let count = 2 + next(4);
        let letters: String = (0..count).map(|_| SYLLABLES[next(SYLLABLES.len())]).collect();
        letters[..1].to_uppercase() + &letters[1..]
    };
    let (main, other) = (name(), name());
    let feature = FEATURES[n as usize % FEATURES.len()];
    let country = COUNTRIES[n as usize / 7 % COUNTRIES.len()];
    let (lat, lon) = (f64::from(n % 120_000) / 1000.0 - 60.0, f64::from(n % 350_000) / 1000.0 - 175.0);
    let id = 20_000_000 + n;
    writeln!(
        out,
        "{id}\t{main}\t{main}\t{main},{other}\t{lat}\t{lon}\t{feature}\t{country}\t\t01\t\t\t\t0\t\t0\tUTC\t2026-01-01"
    )
    .unwrap();
}

#[test]
#[ignore = "long: run by cargo xtask test --full"]
fn a_dump_of_the_world_is_imported_in_a_gigabyte() {
    let path = file("world.txt", |out| {
        let mut out = std::io::BufWriter::new(out);
        (0..WORLD).for_each(|n| dump_line(n, &mut out));
    });
    let into = path.with_file_name("world.bin");
    let begun = std::time::Instant::now();
    let done = dateline(
        1000,
        &[
            "gazetteer",
            "import",
            path.to_str().unwrap(),
            "--gazetteer",
            "built-in",
            "--into",
            into.to_str().unwrap(),
        ],
    );
    let seconds = begun.elapsed().as_secs();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{said}");
    assert!(seconds < MINUTES * 60, "{seconds} s");
    println!("{said}{seconds} s, {} bytes", std::fs::metadata(&into).unwrap().len());
    let shown = dateline(1000, &["gazetteer", "show", "--gazetteer", into.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("world.bin: "), "{said}");
    std::fs::remove_file(path).unwrap();
    std::fs::remove_file(into).unwrap();
}
