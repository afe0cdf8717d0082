//! `dateline serve` under load: so many requests a second, whatever the answers take, as readers come.

use super::at;
use crate::shell::root;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Connections that ask at the same time.
const CONNECTIONS: usize = 16;

/// What a page asks when a reader filters, and moves the map.
const QUESTIONS: [&str; 4] = ["events?", "summary?", "timeline?", "map?view=-60,75,-180,180&zoom=2&"];

/// Filters that readers set.
const FILTERS: [&str; 10] = [
    "",
    "type=ASSAULT",
    "killed=10",
    "from=2012-01-01&to=2012-03-31",
    "area=30,38,35,43",
    "grade=contested",
    "source-kind=government",
    "q=hospital",
    "party=united+states",
    "type=PROTEST&type=ASSAULT&killed=1&from=2015-01-01",
];

/// A running server that ends with the measure.
struct Server {
    child: Child,
    url: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks a server of a record so many times a second, for so many seconds.
pub fn measure(record: &str, rate: u32, seconds: u32) -> Result<()> {
    let begun = Instant::now();
    let server = start(record)?;
    println!("ready after {:.2} s", begun.elapsed().as_secs_f64());
    let agent = ureq::Agent::new_with_defaults();
    let paths = paths(&agent, &server.url)?;
    let (next, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let times: Mutex<Vec<(usize, f64)>> = Mutex::default();
    let (all, begun) = ((rate * seconds) as usize, Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    if n >= all {
                        break;
                    }
                    // The time counts from when it was to be asked: an answer that is late makes those behind it late.
                    let due = begun + Duration::from_secs(1) * u32::try_from(n).unwrap_or(0) / rate;
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    let path = n % paths.len();
                    let answer = agent.get(format!("{}{}", server.url, paths[path])).call();
                    if answer.and_then(|mut answer| answer.body_mut().read_to_string()).is_err() {
                        failed.fetch_add(1, Ordering::SeqCst);
                    }
                    let took = due.elapsed().as_secs_f64() * 1e3;
                    times.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((path, took));
                }
            });
        }
    });
    let times = times.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let share = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        format!("{:.1}\t{:.1}\t{:.1}", at(times, 0.5), at(times, 0.95), at(times, 1.0))
    };
    println!("question\tmedian\t95 of 100\tmost   (ms)");
    for (n, path) in paths.iter().enumerate() {
        let mut of: Vec<f64> = times.iter().filter(|(path, _)| *path == n).map(|(_, took)| *took).collect();
        println!("{path}\t{}", share(&mut of));
    }
    let mut of: Vec<f64> = times.iter().map(|(_, took)| *took).collect();
    let failed = failed.into_inner();
    println!("all {} at {rate} a second\t{}\t{failed} failed", of.len(), share(&mut of));
    ensure!(failed == 0, "{failed} requests failed");
    Ok(())
}

fn start(record: &str) -> Result<Server> {
    let mut command = Command::new(root().join("target/release/dateline"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--record", record]);
    let mut child = command.stderr(Stdio::piped()).spawn()?;
    let mut line = String::new();
    BufReader::new(child.stderr.take().context("no messages")?).read_line(&mut line)?;
    let url = line.split_whitespace().find(|word| word.starts_with("http://"));
    let url = url.with_context(|| format!("the server did not start: {line}"))?.to_owned();
    Ok(Server { child, url })
}

/// Every question with every filter, and some events with their reports.
fn paths(agent: &ureq::Agent, url: &str) -> Result<Vec<String>> {
    let asked = QUESTIONS
        .iter()
        .flat_map(|question| FILTERS.iter().map(move |filter| format!("/api/v1/{question}{filter}")));
    let mut paths: Vec<String> = asked.collect();
    let json = |path: &str| -> Result<serde_json::Value> {
        Ok(serde_json::from_str(&agent.get(format!("{url}{path}")).call()?.body_mut().read_to_string()?)?)
    };
    for event in json("/api/v1/events?limit=5")?["events"].as_array().into_iter().flatten() {
        let path = format!("/api/v1/events/{}", event["id"].as_str().unwrap_or_default());
        let report = json(&path)?["reports"][0]["id"].as_str().unwrap_or_default().to_owned();
        paths.extend([path, format!("/api/v1/reports/{report}")]);
    }
    Ok(paths)
}
