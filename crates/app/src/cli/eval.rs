//! `dateline eval`: how good coded claims are, by gold claims.

use anyhow::{Context, bail, ensure};
use dateline_events::eval::{self, CodedClaim, ReportClaims, Reports, Score, Tally};
use dateline_events::record::Claim;
use dateline_text::report::Report;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, thread};

const EXAMPLES: &str = "\
Examples:
  dateline eval gold.jsonl                                code the reports of gold.jsonl and score what comes out
  dateline eval gold.jsonl claims.jsonl                   score claims made before, by 'dateline code --format jsonl'
  dateline eval gold.jsonl claims.jsonl --by publisher    also each publisher apart
  dateline eval gold.jsonl --json --bootstrap 0           as JSON, without intervals";

/// Score claims against gold claims
///
/// Both files hold one JSON object a line: a claim, or a whole report with its claims, so that GOLD can name reports
/// that make no claim. Predicted claims on reports that GOLD does not know are ignored.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The claims that count as right
    pub gold: PathBuf,
    /// The claims to be scored; without it the reports of GOLD are coded here and now
    pub predicted: Option<PathBuf>,
    /// Print JSON instead of tables
    #[arg(long)]
    pub json: bool,
    /// Draw the reports anew N times for the 95% intervals of F1; 0 leaves them out
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub bootstrap: u32,
    /// After the whole, score groups of reports apart, by a field of the report in GOLD (corpus, publisher, …)
    #[arg(long, value_name = "FIELD")]
    pub by: Option<String>,
}

/// The whole, and the groups where some were asked for.
#[derive(Serialize)]
struct Outcome<'a> {
    #[serde(flatten)]
    whole: Score,
    /// Field, value, score.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<BTreeMap<&'a str, BTreeMap<String, Group>>>,
}

#[derive(Serialize)]
struct Group {
    reports: usize,
    #[serde(flatten)]
    score: Score,
}

/// Scores the files that `args` name and prints the figures to `out`. `code` makes the claims of one report where no
/// file of predictions is given; it is called from several threads, in any order.
///
/// Every error means that nothing was scored (exit code 2), and says which file is at fault and what to do about it.
pub fn run(
    args: &Args,
    code: impl Fn(&Report) -> Vec<Claim> + Sync,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let gold = read(&args.gold)?;
    let name = args.gold.display();
    ensure!(
        !gold.is_empty(),
        "{name} holds no report: nothing to score. Give a file with a report or a claim a line"
    );
    let predicted = match &args.predicted {
        Some(path) => read(path)?,
        None => code_all(&gold, code).with_context(|| format!("coding the reports of {name}"))?,
    };
    note_strangers(&gold, &predicted);
    let tallies = eval::tally_reports(&gold, &predicted);
    let by =
        args.by.as_deref().map(|field| Ok::<_, anyhow::Error>((field, group(args, field, &gold, &tallies)?)));
    let by = by.transpose()?.map(|groups| BTreeMap::from([groups]));
    let outcome = Outcome { whole: Score::of(tallies.values(), args.bootstrap), by };
    if args.json { print_json(&outcome, out) } else { print_tables(&outcome, out) }
}

fn read(path: &Path) -> anyhow::Result<Reports> {
    let name = path.display();
    let bytes =
        fs::read(path).with_context(|| format!("cannot read {name}: give the path of a file of claims"))?;
    let text = String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8: convert it first"))?;
    eval::parse(&text).map_err(|fault| anyhow::anyhow!("{name}, {fault}"))
}

/// Says on standard error how much was left out of the score.
fn note_strangers(gold: &Reports, predicted: &Reports) {
    let strangers: Vec<&ReportClaims> =
        predicted.iter().filter(|(id, _)| !gold.contains_key(*id)).map(|(_, r)| r).collect();
    let claims: usize = strangers.iter().map(|r| r.claims.len()).sum();
    if claims > 0 {
        eprintln!(
            "ignored: {claims} predicted claims on {} reports that are not in the gold",
            strangers.len()
        );
    }
}

/// The score of each group of reports that have one value of `field`.
fn group(
    args: &Args,
    field: &str,
    gold: &Reports,
    tallies: &BTreeMap<String, Tally>,
) -> anyhow::Result<BTreeMap<String, Group>> {
    let mut members: BTreeMap<String, Vec<&Tally>> = BTreeMap::new();
    for (report, tally) in gold.values().zip(tallies.values()) {
        members.entry(report.field(field).unwrap_or_else(|| "(none)".into())).or_default().push(tally);
    }
    if !gold.values().any(|r| r.field(field).is_some()) {
        let mut known: Vec<&str> = gold.values().flat_map(|r| r.fields.keys()).map(String::as_str).collect();
        known.sort_unstable();
        known.dedup();
        bail!(
            "no report of {} has the field '{field}': try one of {}",
            args.gold.display(),
            known.join(", ")
        );
    }
    let score =
        |tallies: Vec<&Tally>| Group { reports: tallies.len(), score: Score::of(tallies, args.bootstrap) };
    Ok(members.into_iter().map(|(value, tallies)| (value, score(tallies))).collect())
}

/// Codes the reports of `gold` on all cores.
fn code_all(gold: &Reports, code: impl Fn(&Report) -> Vec<Claim> + Sync) -> anyhow::Result<Reports> {
    let reports = gold.iter().map(|(id, r)| report_of(id, r)).collect::<anyhow::Result<Vec<Report>>>()?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = reports.len().div_ceil(threads).max(1);
    let code_some = |some: &[Report]| some.iter().map(|r| (r.id.clone(), code(r))).collect::<Vec<_>>();
    let coded = thread::scope(|scope| {
        let started: Vec<_> = reports.chunks(share).map(|some| scope.spawn(|| code_some(some))).collect();
        started.into_iter().map(|t| t.join()).collect::<Result<Vec<_>, _>>()
    });
    let coded =
        coded.map_err(|_| anyhow::anyhow!("the coder failed on a report: please say so in an issue"))?;
    coded.into_iter().flatten().map(|(id, claims)| Ok((id, scored_form(&claims)?))).collect()
}

fn scored_form(claims: &[Claim]) -> anyhow::Result<ReportClaims> {
    let claims = claims.iter().map(CodedClaim::try_from).collect::<Result<_, _>>()?;
    Ok(ReportClaims { claims, ..ReportClaims::default() })
}

/// The report as the coder reads it.
fn report_of(id: &str, gold: &ReportClaims) -> anyhow::Result<Report> {
    let text = gold.field("text");
    let text =
        text.with_context(|| format!("report {id} has no text: add it, or give a file of predicted claims"))?;
    let published = gold.field("published").map(|day| {
        day.parse().with_context(|| format!("report {id} is published '{day}': write a day as 2012-12-13"))
    });
    let [title, publisher, dateline, url] = ["title", "publisher", "dateline", "url"].map(|f| gold.field(f));
    Ok(Report { id: id.into(), text, title, publisher, dateline, published: published.transpose()?, url })
}

fn print_json(outcome: &Outcome, out: &mut impl Write) -> anyhow::Result<()> {
    let layout = serde_json::ser::PrettyFormatter::with_indent(b" ");
    outcome.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, layout))?;
    Ok(writeln!(out)?)
}

fn print_tables(outcome: &Outcome, out: &mut impl Write) -> anyhow::Result<()> {
    write!(out, "{}", outcome.whole)?;
    for (field, groups) in outcome.by.iter().flatten() {
        for (value, group) in groups {
            write!(out, "\n{field}: {value} ({} reports)\n{}", group.reports, group.score)?;
        }
    }
    Ok(())
}
