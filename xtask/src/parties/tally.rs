//! What was right, as the reference scorer judges it.

use super::gold::Line;
use super::named::Named;
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
            if gold.who.is_some() {
                let name = |who: &Option<String>, country: &Option<String>| {
                    Named::new(actors, who.as_deref(), country.as_deref(), scene.report.published)
                };
                let (theirs, our) = (name(&gold.who, &gold.country), name(&ours.who, &ours.country));
                self.known.judge(our.id.is_some());
                if !self.same.judge(theirs.is(&our)) {
                    say("who", &theirs.id.or(gold.who.clone()), &our.id.or(ours.who.clone()), ours.why.rule);
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
