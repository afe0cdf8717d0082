//! What was right, as the reference scorer judges it.

use super::gold::{GoldParty, Line};
use dateline_events::parties::{Actors, PartyReading};
use dateline_events::scene::Scene;
use dateline_events::sources::SourceReading;

#[derive(Default)]
struct Tally {
    right: u32,
    of: u32,
}

impl Tally {
    fn judge(&mut self, right: bool) -> bool {
        self.of += 1;
        self.right += u32::from(right);
        right
    }

    fn show(&self, label: &str) {
        println!("{label:24} {:.3} of {}", f64::from(self.right) / f64::from(self.of.max(1)), self.of);
    }
}

/// All that is counted.
#[derive(Default)]
pub struct Tallies {
    country: Tally,
    sector: Tally,
    same: Tally,
    known: Tally,
    kind: Tally,
}

impl Tallies {
    /// Counts the readings of a report; a line for each wrong one.
    pub fn judge(
        &mut self,
        actors: &Actors,
        line: &Line,
        scene: &Scene<'_>,
        read: &[PartyReading],
        said: &[SourceReading],
    ) -> Vec<String> {
        let (mut wrong, text) = (Vec::new(), &scene.report.text);
        let id = &scene.report.id;
        let or = |value: &Option<String>| value.clone().unwrap_or_default();
        for (((_, gold), ours), mention) in line.each_party().zip(read).zip(line.parties()) {
            let sentence = scene.sentence_of(mention.span).and_then(|n| scene.sentences.get(n));
            let sentence = sentence.map_or("", |s| scene.words(*s)).replace(['\n', '\t'], " ");
            let mut say =
                |what: &str, gold_value: &Option<String>, our_value: &Option<String>, rule: &str| {
                    let (words, who) = (gold.text(text), or(&ours.who));
                    let (gold_value, our_value) = (or(gold_value), or(our_value));
                    wrong.push(format!(
                        "{what}\t{id}\t{words}\t{gold_value}\t{our_value}\t{who}\t{rule}\t{sentence}"
                    ));
                };
            if let Some((right, gold_id, our_id)) = same_party(actors, scene, gold, ours) {
                self.known.judge(our_id.is_some());
                if !self.same.judge(right) {
                    say("who", &gold_id.or(gold.who.clone()), &our_id.or(ours.who.clone()), ours.why.rule);
                }
            }
            let has = |a: &Option<String>, b: &Option<String>| a.is_some() || b.is_some();
            if has(&gold.country, &ours.country) && !self.country.judge(gold.country == ours.country) {
                say("country", &gold.country, &ours.country, ours.why.rule);
            }
            if has(&gold.sector, &ours.sector) && !self.sector.judge(gold.sector == ours.sector) {
                say("sector", &gold.sector, &ours.sector, ours.sector_why.rule);
            }
        }
        for (gold, ours) in line.each_source().zip(said) {
            if !self.kind.judge(gold.kind == ours.kind) {
                let (words, rule) = (gold.text(text), ours.kind_why.rule);
                wrong.push(format!("kind\t{id}\t{words}\t{}\t{}\t{rule}", or(&gold.kind), or(&ours.kind)));
            }
        }
        wrong
    }

    /// Prints the shares.
    pub fn show(&self) {
        self.country.show("country of the party");
        self.sector.show("sector of the party");
        self.same.show("same party by its id");
        self.known.show("parties with an id");
        self.kind.show("kind of the source");
    }
}

/// Whether two names are of one party, by the ids that the program has for them and else by the names; with these ids. None where the
/// gold has no name.
fn same_party(
    actors: &Actors,
    scene: &Scene<'_>,
    gold: &GoldParty,
    ours: &PartyReading,
) -> Option<(bool, Option<String>, Option<String>)> {
    let who = gold.who.as_deref()?;
    let day = scene.report.published;
    let gold_id = actors.identify(who, gold.country.as_deref(), day);
    let our_id = ours.who.as_deref().and_then(|who| actors.identify(who, ours.country.as_deref(), day));
    let same_name = || folded(who) == folded(ours.who.as_deref().unwrap_or(""));
    let right = match (&gold_id, &our_id) {
        (Some(a), Some(b)) => a == b,
        _ => same_name(),
    };
    Some((right, gold_id, our_id))
}

/// A name without case and marks.
pub fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
