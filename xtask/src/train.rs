//! `cargo xtask train`: from the corpora to `data/models/annotator`.

use crate::shell::{self, python, root};
use anyhow::{Result, bail};
use std::path::Path;

/// Pretrains on roles and names, trains on the claims, and exports. Seeded, but sums on
/// several threads are in no fixed order: two runs differ in the last digits.
pub fn run(shared: &Path, epochs: u32, seed: u32) -> Result<()> {
    let corpora = shared.join("corpora");
    if !root().join(&corpora).join("open/claims/train.jsonl").is_file() {
        bail!("no corpora at '{}': name their folder with --shared", corpora.display());
    }
    let (corpora, scorer) = (corpora.to_string_lossy().into_owned(), shared.join("tools/score.py"));
    let (python, scorer) = (python()?.to_string_lossy().into_owned(), scorer.to_string_lossy().into_owned());
    let (epochs, seed) = (epochs.to_string(), seed.to_string());
    std::fs::create_dir_all(root().join("training/out"))?;
    let pretrained = "training/out/pretrained.pt";
    step(&python, "training/pretrain.py", &["--corpora", &corpora, "--out", pretrained, "--seed", &seed])?;
    let trained =
        ["--corpora", &corpora, "--scorer", &scorer, "--pretrained", pretrained, "--out", "training/out"];
    step(&python, "training/train.py", &[&trained[..], &["--epochs", &epochs, "--seed", &seed]].concat())?;
    let exported = [
        "--run",
        "training/out",
        "--corpora",
        &corpora,
        "--scorer",
        &scorer,
        "--to",
        "data/models/annotator",
    ];
    step(&python, "training/export.py", &exported)
}

fn step(python: &str, script: &str, arguments: &[&str]) -> Result<()> {
    shell::run(python, &[&[script], arguments].concat())
}
