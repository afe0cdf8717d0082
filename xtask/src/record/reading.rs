//! `dateline ingest` against `dateline code`, which does the same work and keeps nothing.

use super::corpus;
use crate::merging::scale::memory;
use crate::shell::root;
use anyhow::{Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Measures both with each model.
pub fn measure(shared: &Path, reports: usize, record: Option<&str>) -> Result<()> {
    let file = corpus::write(shared, reports)?;
    println!("model\treports\tcode s\tingest s\tof it not coding\treports a second\tMB at most");
    for model in ["fast", "accurate"] {
        let own = root().join(format!("target/record/{model}.db"));
        let name = record.map_or_else(|| own.display().to_string(), |server| server.replace("{}", model));
        for tail in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{tail}", own.display()));
        }
        let file = file.display().to_string();
        let (code, _) = run(&["code", &file, "--model", model, "--format", "jsonl", "--out", "/dev/null"])?;
        let (ingest, memory) = run(&["ingest", &file, "--model", model, "--record", &name])?;
        #[allow(clippy::cast_precision_loss)]
        let rate = reports as f64 / ingest;
        println!(
            "{model}\t{reports}\t{code:.1}\t{ingest:.1}\t{:.3}\t{rate:.1}\t{memory}",
            1.0 - code / ingest
        );
    }
    Ok(())
}

/// Seconds that the program took, and the most memory that it held, in megabytes.
fn run(arguments: &[&str]) -> Result<(f64, u64)> {
    let begun = Instant::now();
    let program = root().join("target/release/dateline");
    let mut child = Command::new(program).args(arguments).stdout(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let done = loop {
        if let Some(done) = child.try_wait()? {
            break done;
        }
        most = most.max(memory(&status));
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    ensure!(done.success(), "dateline {} ended with {done}", arguments.join(" "));
    Ok((begun.elapsed().as_secs_f64(), most))
}
