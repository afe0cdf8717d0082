//! `cargo xtask train`: from the corpora to `data/models`.

use crate::shell::{self, python, root};
use anyhow::{Result, bail};
use std::path::Path;

const PRETRAINED: &str = "training/out/pretrained/annotator.pt";

/// Pretrains on raw text, roles, trees and names, trains on the claims in two cycles of falling rate, teaches the fast model
/// what came of it, and exports both. Seeded: the same corpora give the same models on the same kind of machine, but for the
/// order of sums on several threads.
pub fn run(shared: &Path, seed: u32) -> Result<()> {
    let corpora = shared.join("corpora");
    if !root().join(&corpora).join("open/claims/train.jsonl").is_file() {
        bail!("no corpora at '{}': name their folder with --shared", corpora.display());
    }
    std::fs::create_dir_all(root().join("training/out/pretrained"))?;
    let chores = Steps {
        python: python()?.to_string_lossy().into_owned(),
        corpora: corpora.to_string_lossy().into_owned(),
        scorer: shared.join("tools/score.py").to_string_lossy().into_owned(),
        seed,
    };
    chores.step("pretrain", &["--out", PRETRAINED], 0)?;
    chores.scored(
        "train",
        &["--pretrained", PRETRAINED, "--out", "training/out/first", "--epochs", "9"],
        0,
    )?;
    let cycle = ["--pretrained", "training/out/first/annotator.pt", "--out", "training/out/last"];
    let rates = ["--epochs", "2", "--rate", "1e-4", "--reader-rate", "4e-4", "--head-rate", "1e-3"];
    chores.scored("train", &[&cycle[..], &rates].concat(), 1)?;
    chores.scored("distil", &["--teacher", "training/out/last", "--out", "training/out/fast"], 2)?;
    chores.export("accurate", "training/out/last")?;
    chores.export("fast", "training/out/fast")
}

/// What every step is given.
struct Steps {
    python: String,
    corpora: String,
    scorer: String,
    seed: u32,
}

impl Steps {
    fn corpora(&self) -> [&str; 2] {
        ["--corpora", &self.corpora]
    }

    fn scorer(&self) -> [&str; 2] {
        ["--scorer", &self.scorer]
    }

    fn scored(&self, name: &str, arguments: &[&str], later: u32) -> Result<()> {
        self.step(name, &[&self.scorer()[..], arguments].concat(), later)
    }

    fn export(&self, size: &str, run: &str) -> Result<()> {
        let to = format!("data/models/{size}");
        let given = ["training/export.py", "--size", size, "--run", run, "--to", &to];
        shell::run(&self.python, &[&given[..], &self.corpora(), &self.scorer()].concat())
    }

    /// Runs `training/NAME.py`, with a seed of its own.
    fn step(&self, name: &str, arguments: &[&str], later: u32) -> Result<()> {
        let (script, seed) = (format!("training/{name}.py"), (self.seed + later).to_string());
        let given = [&[script.as_str()], &self.corpora()[..], &["--seed", &seed], arguments].concat();
        shell::run(&self.python, &given)
    }
}
