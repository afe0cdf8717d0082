//! Measures who is who on the hand-made cases: phrases, and short passages whose words point back.

use super::named::Named;
use anyhow::{Context, Result, bail};
use dateline_events::parties::pointing::Part;
use dateline_events::parties::{Actors, PartyMention, PartyReading, resolve_report};
use dateline_events::scene::Scene;
use dateline_events::table::Table;
use dateline_text::document::{Document, Splitter, Tables};
use dateline_text::report::Report;
use dateline_text::span::Span;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Least shares that the project's own checks ask of all cases together, in hundredths: a little below what was reached.
const LEAST: [(&str, usize); 2] = [("phrases", 86), ("links", 73)];

const PHRASES: &str = "gold/parties/phrases.tsv";
const PASSAGES: &str = "gold/parties/coreference.jsonl";

#[derive(Deserialize)]
struct Passage {
    half: String,
    published: String,
    title: String,
    text: String,
    links: Vec<Link>,
}

/// Words that point back: which occurrence of them, and whom they mean.
#[derive(Deserialize)]
struct Link {
    words: String,
    nth: usize,
    who: String,
    country: Option<String>,
}

/// Right and all, by half.
type Shares = BTreeMap<String, (usize, usize)>;

/// Prints the share of right cases of each half, with `errors` each wrong one as well; fails where fewer are right than were.
pub fn measure(errors: bool) -> Result<()> {
    let actors = super::actors()?;
    let splitter = splitter()?;
    for (what, shares) in
        [("phrases", phrases(&actors, errors)?), ("links", links(&actors, &splitter, errors)?)]
    {
        let (mut right, mut of) = (0, 0);
        for (half, (r, n)) in &shares {
            println!("{what:8} {half:6} {:.3} of {n}", *r as f64 / *n as f64);
            (right, of) = (right + r, of + n);
        }
        let least = LEAST.iter().find(|(name, _)| *name == what).map_or(0, |(_, least)| *least);
        if right * 100 < least * of {
            bail!("{what}: {right} of {of} are right, fewer than {least} in 100");
        }
    }
    Ok(())
}

fn phrases(actors: &Actors, errors: bool) -> Result<Shares> {
    let text = read(PHRASES)?;
    let table = Table::parse(&text).context(PHRASES)?;
    let columns = ["phrase", "context", "date", "about", "country", "sector", "who", "half"];
    let mut at = [0; 8];
    for (place, name) in at.iter_mut().zip(columns) {
        *place = table.column(name).context(PHRASES)?;
    }
    let mut shares = Shares::new();
    for (line, row) in &table.rows {
        let [phrase, context, date, about, country, sector, who, half] =
            at.map(|n| row.get(n).copied().unwrap_or(""));
        let report = Report {
            text: context.to_owned(),
            title: Some(about.to_owned()).filter(|a| !a.is_empty()),
            published: date.parse().ok(),
            ..Report::default()
        };
        let start = context
            .find(phrase)
            .with_context(|| format!("{PHRASES}:{line}: no '{phrase}' in its context"))?;
        let span = Span::new(start, start + phrase.len());
        let scene = Scene { report: &report, sentences: &[Span::new(0, context.len())] };
        let ours = resolve_report(actors, &scene, &[mention(span)]).remove(0);
        let is = |gold: &str, ours: Option<&str>| gold == "-" || gold == ours.unwrap_or("");
        let right = is(country, ours.country.as_deref())
            && is(sector, ours.sector.as_deref())
            && (who == "-" || same(actors, &report, who, Some(country), &ours));
        count(&mut shares, half, right);
        if errors && !right {
            println!(
                "{PHRASES}:{line}: {phrase}: {country} {sector} {who}, not {:?} {:?} {:?}",
                ours.country, ours.sector, ours.who
            );
        }
    }
    Ok(shares)
}

fn links(actors: &Actors, splitter: &Splitter, errors: bool) -> Result<Shares> {
    let text = read(PASSAGES)?;
    let mut shares = Shares::new();
    for (n, line) in text.lines().enumerate() {
        let passage: Passage = serde_json::from_str(line).with_context(|| format!("{PASSAGES}:{}", n + 1))?;
        let report = Report {
            text: passage.text.clone(),
            title: Some(passage.title.clone()),
            published: passage.published.parse().ok(),
            ..Report::default()
        };
        let document = Document::read(&report, splitter);
        let sentences: Vec<Span> = document.claiming().collect();
        let scene = Scene { report: &report, sentences: &sentences };
        let mentions: Vec<PartyMention> = passage
            .links
            .iter()
            .map(|link| place(&report.text, link).map(mention))
            .collect::<Option<_>>()
            .with_context(|| format!("{PASSAGES}:{}: words that do not stand in the text", n + 1))?;
        for (link, ours) in passage.links.iter().zip(resolve_report(actors, &scene, &mentions)) {
            let right = link.country == ours.country
                && same(actors, &report, &link.who, link.country.as_deref(), &ours);
            count(&mut shares, &passage.half, right);
            if errors && !right {
                println!(
                    "{PASSAGES}:{}: {} ({}): {} {:?}, not {:?} {:?}",
                    n + 1,
                    link.words,
                    link.nth,
                    link.who,
                    link.country,
                    ours.who,
                    ours.country
                );
            }
        }
    }
    Ok(shares)
}

/// True where our party is the gold's.
fn same(actors: &Actors, report: &Report, gold: &str, country: Option<&str>, ours: &PartyReading) -> bool {
    let country = country.filter(|c| !c.is_empty() && *c != "-");
    let name = |who, country| Named::new(actors, who, country, report.published);
    name(Some(gold), country).is(&name(ours.who.as_deref(), ours.country.as_deref()))
}

/// Where the words of a link stand, as whole words.
fn place(text: &str, link: &Link) -> Option<Span> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |at: &usize| {
        let (before, after) = (text.get(..*at), text.get(at + link.words.len()..));
        !letter(before.and_then(|t| t.chars().next_back())) && !letter(after.and_then(|t| t.chars().next()))
    };
    let start =
        text.match_indices(&link.words).map(|(at, _)| at).filter(whole).nth(link.nth.checked_sub(1)?)?;
    Some(Span::new(start, start + link.words.len()))
}

fn mention(span: Span) -> PartyMention<'static> {
    PartyMention { span, sentence: 0, sector_hint: None, part: Part::Unknown }
}

fn count(shares: &mut Shares, half: &str, right: bool) {
    let share = shares.entry(half.to_owned()).or_default();
    share.0 += usize::from(right);
    share.1 += 1;
}

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(crate::shell::root().join(path)).with_context(|| path.to_owned())
}

fn splitter() -> Result<Splitter> {
    let text = |name: &str| read(&format!("data/text/{name}.tsv"));
    let (abbreviations, function_words) = (text("abbreviations")?, text("function_words")?);
    let (furniture, agencies) = (text("furniture")?, text("agencies")?);
    Ok(Splitter::from_tables(Tables {
        abbreviations: &abbreviations,
        function_words: &function_words,
        furniture: &furniture,
        agencies: &agencies,
    })?)
}
