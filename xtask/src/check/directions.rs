//! text <- events <- shared <- app and python; inside events a stage sees earlier stages only; no world in text or events.

use super::Broken;
use super::sources::Source;
use anyhow::{Context, Result};
use std::path::Path;

/// The stages of events, earliest first. What stands on one line is one stage.
const STAGES: [&[&str]; 10] = [
    &["table", "why", "record", "codebook"],
    &["gazetteer"],
    &["scene", "coding"],
    &["numbers"],
    &["times", "places", "parties"],
    &["sources"],
    &["claims"],
    &["merge"],
    &["coder"],
    &["eval"],
];

/// What a pure crate must not touch, and why.
const WORLD: [(&str, &str); 12] = [
    ("std::fs", "reads files"),
    ("std::net", "uses the network"),
    ("std::env", "reads the environment"),
    ("std::process", "starts programs"),
    ("std::thread", "starts threads"),
    ("SystemTime", "reads the clock"),
    ("Instant::now", "reads the clock"),
    ("Zoned::now", "reads the clock"),
    ("Timestamp::now", "reads the clock"),
    ("println!", "prints"),
    ("print!", "prints"),
    ("dbg!", "prints"),
];

/// Files of the pure crates that may use serde: record shapes, dictionary files, gold readers.
const SERDE: [&str; 4] = [
    "crates/events/src/record.rs",
    "crates/events/src/record/",
    "crates/events/src/eval/",
    "crates/text/src/annotator/manifest.rs",
];

/// Breaches in the sources.
pub fn check(files: &[Source]) -> Broken {
    let shipped = files.iter().filter(|f| f.ships());
    shipped.flat_map(|file| [world(file), serde(file), stages(file)].concat()).collect()
}

fn is_pure(path: &str) -> bool {
    path.starts_with("crates/text/src/") || path.starts_with("crates/events/src/")
}

fn world(file: &Source) -> Broken {
    if !is_pure(&file.path) {
        return Vec::new();
    }
    let found = |(number, line): (usize, &str)| {
        let hit = WORLD.iter().find(|(word, _)| line.contains(word))?;
        Some(format!("{}:{number}: '{}' {}: text and events are pure", file.path, hit.0, hit.1))
    };
    let spread = |(number, name): (usize, String)| {
        let name = format!("std::{name}");
        let (_, why) = WORLD.iter().find(|(word, _)| *word == name)?;
        Some(format!("{}:{number}: '{name}' {why}: text and events are pure", file.path))
    };
    let grouped = modules(file, "std").into_iter().filter(|(_, _, grouped)| *grouped);
    file.lines().filter_map(found).chain(grouped.filter_map(|(n, name, _)| spread((n, name)))).collect()
}

fn serde(file: &Source) -> Broken {
    if !is_pure(&file.path) || SERDE.iter().any(|allowed| file.path.starts_with(allowed)) {
        return Vec::new();
    }
    let used = file.lines().find(|(_, line)| line.contains("use serde") || line.contains("serde::"));
    used.map(|(number, _)| {
        format!("{}:{number}: serde is for record shapes, dictionary files and gold readers", file.path)
    })
    .into_iter()
    .collect()
}

fn stage(name: &str) -> Option<usize> {
    STAGES.iter().position(|names| names.contains(&name))
}

fn stages(file: &Source) -> Broken {
    let Some(inside) = file.path.strip_prefix("crates/events/src/") else { return Vec::new() };
    let own = inside.split(['/', '.']).next().unwrap_or_default();
    if own == "lib" {
        return Vec::new();
    }
    let Some(level) = stage(own) else {
        return vec![format!(
            "{}: the stage '{own}' is not in the list of xtask/src/check/directions.rs",
            file.path
        )];
    };
    let later = |name: &str| {
        stage(name).is_some_and(|other| other > level || (other == level && name != own && level > 1))
    };
    let seen = modules(file, "crate").into_iter().filter(|(_, name, _)| later(name));
    let seen = seen.map(|(n, name, _)| format!("{}:{n}: the stage '{own}' must not see '{name}'", file.path));
    seen.chain(upwards(file, inside)).collect()
}

/// Paths that leave the stage by `super`, past the rule on `crate::`.
fn upwards(file: &Source, inside: &str) -> Broken {
    // In a stage's own mod.rs, and in a stage of one file, one `super` is enough to leave it.
    let leaves = if inside.matches('/').count() == usize::from(inside.ends_with("/mod.rs")) {
        "super::"
    } else {
        "super::super::"
    };
    let found = file.lines().filter(|(_, line)| line.contains(leaves));
    found
        .map(|(n, _)| format!("{}:{n}: write 'crate::' for what is outside of the stage", file.path))
        .collect()
}

/// Line, name and whether it stands in braces, of each module right below `head`: `head::a`, `head::{a, b::c}`.
fn modules(file: &Source, head: &str) -> Vec<(usize, String, bool)> {
    let lines: Vec<(usize, &str)> = file.lines().collect();
    let code: String = lines.iter().flat_map(|(_, line)| [*line, "\n"]).collect();
    let mut found = Vec::new();
    for (at, path) in code.match_indices(&format!("{head}::")) {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c)) {
            continue;
        }
        let number = code[..at].matches('\n').count() + 1;
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(members(group).into_iter().map(|name| (number, name, true))),
            None => found.push((number, first_name(rest), false)),
        }
    }
    found
}

/// First names of the paths between braces, the first of which has been opened.
fn members(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut begun) = (0_usize, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(first_name(group[begun..at].trim_start()));
                begun = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Breaches in the crates' manifests.
pub fn check_manifests(root: &Path) -> Result<Broken> {
    let mut broken = Vec::new();
    let beneath = ["dateline-text", "dateline-events", "dateline-shared"];
    let [text, events, shared] = [&beneath[..0], &beneath[..1], &beneath[..2]];
    for (name, allowed) in [
        ("text", text),
        ("events", events),
        ("shared", shared),
        ("python", &beneath[..]),
        ("app", &beneath[..]),
    ] {
        let path = format!("crates/{name}/Cargo.toml");
        let text = std::fs::read_to_string(root.join(&path)).with_context(|| path.clone())?;
        let own = text.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        let wrong = own.filter(|word| word.starts_with("dateline") && !allowed.contains(word));
        broken.extend(wrong.map(|word| format!("{path}: must not depend on {word}")));
    }
    Ok(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, code: &str) -> Broken {
        check(&[Source { path: path.into(), code: code.into() }])
    }

    #[test]
    fn a_stage_must_not_see_a_later_one() {
        assert_eq!(of("crates/events/src/times/find.rs", "use crate::numbers::read;\n"), Broken::new());
        assert_eq!(of("crates/events/src/times/find.rs", "use crate::claims::code;\n").len(), 1);
        assert_eq!(of("crates/events/src/places/fold.rs", "use crate::parties::Actors;\n").len(), 1);
        let group = "use crate::{\n    numbers::{self, read},\n    claims::code,\n    eval,\n};\n";
        assert_eq!(of("crates/events/src/times/find.rs", group).len(), 2);
    }

    #[test]
    fn no_stage_is_left_by_super() {
        assert_eq!(of("crates/events/src/times/find.rs", "use super::year;\n"), Broken::new());
        assert_eq!(of("crates/events/src/times/find.rs", "use super::super::claims;\n").len(), 1);
        assert_eq!(of("crates/events/src/times/mod.rs", "use super::claims;\n").len(), 1);
        assert_eq!(of("crates/events/src/record.rs", "use super::claims;\n").len(), 1);
    }

    #[test]
    fn pure_crates_do_not_touch_the_world() {
        assert_eq!(of("crates/text/src/span.rs", "use std::fs;\n").len(), 1);
        assert_eq!(of("crates/text/src/span.rs", "use std::{fmt, fs};\n").len(), 1);
        assert_eq!(of("crates/app/src/main.rs", "use std::fs;\n"), Broken::new());
        assert_eq!(of("crates/text/src/span.rs", "use serde::Serialize;\n").len(), 1);
    }
}
