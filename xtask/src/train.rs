//! `cargo xtask train`: from the corpora to `data/models`.

use crate::shell::{self, python, root};
use anyhow::{Result, bail};
use std::path::Path;

const PRETRAINED: &str = "training/out/pretrained/annotator.pt";

/// What the teachers say of all reports.
const TOLD: &str = "training/out/told.pt";

/// Teaches the encoder on raw text, roles, trees and names, then several annotators the claims, then both models that ship
/// what these teachers say of raw text, and exports them. Seeded: the same corpora give the same models on the same kind of
/// machine, but for the order of sums on several threads.
pub fn run(shared: &Path, seed: u32, teachers: u32) -> Result<()> {
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
    let pretrain = ["--out", PRETRAINED, "--pieces", "2048", "--epochs", "2", "--masked-epochs", "3"];
    chores.step("pretrain", &pretrain, 0)?;
    let folders: Vec<String> = (1..=teachers).map(|n| format!("training/out/teacher-{n}")).collect();
    for (later, folder) in (0..).zip(&folders) {
        let given = [
            "--pretrained",
            PRETRAINED,
            "--out",
            folder,
            "--as-teacher",
            "--epochs",
            "9",
            "--pieces",
            "2048",
        ];
        chores.scored("train", &given, later)?;
    }
    // What earlier teachers said is not what these say.
    if root().join(TOLD).exists() {
        std::fs::remove_file(root().join(TOLD))?;
    }
    let taught: Vec<&str> =
        ["--told", TOLD, "--teachers"].into_iter().chain(folders.iter().map(String::as_str)).collect();
    let accurate = ["--size", "accurate", "--begin", PRETRAINED, "--out", "training/out/accurate"];
    let slowly = ["--epochs", "13", "--pieces", "4096", "--rates", "2.5e-4", "1e-3", "3e-3"];
    chores.scored("distil", &[&accurate[..], &slowly, &taught].concat(), 0)?;
    let fast = ["--size", "fast", "--out", "training/out/fast", "--epochs", "20"];
    chores.scored("distil", &[&fast[..], &taught].concat(), 0)?;
    chores.export("accurate", "training/out/accurate")?;
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
