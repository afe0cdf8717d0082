//! `cargo xtask train`: from the corpora to `data/models/annotator`.

use crate::shell::{self, python, root};
use anyhow::{Result, bail};
use std::path::Path;

/// Pretrains on roles and names, trains on the claims in two cycles of falling rate, and exports. Seeded: the same corpora
/// give the same model on the same kind of machine, but for the order of sums on several threads.
pub fn run(shared: &Path, seed: u32) -> Result<()> {
    let corpora = shared.join("corpora");
    if !root().join(&corpora).join("open/claims/train.jsonl").is_file() {
        bail!("no corpora at '{}': name their folder with --shared", corpora.display());
    }
    let (corpora, scorer) = (corpora.to_string_lossy().into_owned(), shared.join("tools/score.py"));
    let (python, scorer) = (python()?.to_string_lossy().into_owned(), scorer.to_string_lossy().into_owned());
    std::fs::create_dir_all(root().join("training/out/pretrained"))?;
    let pretrained = "training/out/pretrained/annotator.pt";
    let seeds = [seed.to_string(), (seed + 1).to_string()];
    let common = ["--corpora", &corpora, "--scorer", &scorer];
    step(
        &python,
        "training/pretrain.py",
        &["--corpora", &corpora, "--out", pretrained, "--seed", &seeds[0]],
    )?;
    let first =
        ["--pretrained", pretrained, "--out", "training/out/first", "--epochs", "10", "--seed", &seeds[0]];
    step(
        &python,
        "training/train.py",
        &[&common[..], &first, &["--rate", "1.5e-4", "--head-rate", "2e-3"]].concat(),
    )?;
    let last = ["--pretrained", "training/out/first/annotator.pt", "--out", "training/out/last"];
    let last = [&last[..], &["--epochs", "6", "--seed", &seeds[1], "--rate", "1e-4", "--head-rate", "1e-3"]]
        .concat();
    step(&python, "training/train.py", &[&common[..], &last].concat())?;
    let exported = ["--run", "training/out/last", "--to", "data/models/annotator"];
    step(&python, "training/export.py", &[&common[..], &exported].concat())
}

fn step(python: &str, script: &str, arguments: &[&str]) -> Result<()> {
    shell::run(python, &[&[script], arguments].concat())
}
