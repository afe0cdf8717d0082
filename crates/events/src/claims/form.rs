//! One claim of a trigger and the mentions that the annotator linked to it.

use super::explained::{by_model, field};
use super::figures;
use super::ground::{FIGURES, Ground};
use super::when;
use crate::coding::{Explanation, FieldWhy};
use crate::record::{Claim, Event, Evidence, Party, Place, Source, VERSION};
use crate::why::Why;
use dateline_text::annotator::{Link, Mention, Trigger};
use dateline_text::span::Span;

/// The claim of trigger `number`, and why its fields are what they are.
pub(super) fn claim(ground: &Ground, number: usize) -> (Claim, Explanation) {
    let trigger = &ground.annotations.triggers[number];
    let mut fields = Vec::new();
    let event = event(ground, trigger, &mut fields);
    let status = status(trigger, &mut fields);
    let linked = Linked::of(ground, number);
    let actors = linked.each("actor", "actors", &mut fields, |n, m| party(ground, n, m));
    let mut claim = Claim {
        v: VERSION,
        report: ground.head.clone(),
        evidence: evidence(ground, trigger),
        recipients: linked.each("recipient", "recipients", &mut fields, |n, m| party(ground, n, m)),
        places: linked.each("place", "places", &mut fields, |n, m| place(ground, n, m)),
        casualties: figures::casualties(ground, &linked, &mut fields),
        counts: figures::counts(ground, &linked, &mut fields),
        instrument: linked.of_role("instrument").next().map(|(_, mention, link)| {
            fields.push(by_model(
                "instrument",
                ground.scene.words(mention.span),
                Some(mention.span),
                link.score,
            ));
            ground.words(mention.span)
        }),
        sources: linked
            .in_chain(ground, trigger)
            .each("source", "sources", &mut fields, |n, m| source(ground, n, m)),
        status: status.to_owned(),
        actors,
        event,
        confidence: trigger.score,
        coder: ground.stamp.clone(),
        ..Claim::default()
    };
    claim.time = when::time(ground, &linked, &claim, trigger, &mut fields);
    (claim, Explanation { fields })
}

/// The mentions linked to one trigger, in the order of the text.
pub(super) struct Linked<'a> {
    fillers: Vec<(usize, &'a Mention, &'a Link)>,
}

impl<'a> Linked<'a> {
    fn of(ground: &'a Ground, trigger: usize) -> Self {
        // Links come in the order of their triggers.
        let links = &ground.annotations.links;
        let from = links.partition_point(|l| l.trigger < trigger);
        let own = links.get(from..).unwrap_or_default().iter().take_while(|l| l.trigger == trigger);
        let mut fillers: Vec<_> =
            own.filter_map(|l| Some((l.mention, ground.annotations.mentions.get(l.mention)?, l))).collect();
        fillers.sort_by_key(|(number, mention, _)| (mention.span, *number));
        fillers.retain(|(number, _, link)| {
            !FIGURES.contains(&&*link.role) || ground.owners.get(number) == Some(&trigger)
        });
        let mut linked = Self { fillers };
        linked.settle("actor", "recipient");
        linked.name_once(ground);
        let kind = ground.annotations.triggers.get(trigger).map_or("", |t| &t.label);
        if ["statement", "verbal"].iter().any(|speech| ground.codebook.quad(kind).starts_with(speech)) {
            linked.leave_out_speaker();
        }
        linked
    }

    /// One that is named twice in a role ("state television", then "it") fills it once: the likelier words stay.
    fn name_once(&mut self, ground: &Ground) {
        let who = |number: usize, role: &str| match role {
            "actor" | "recipient" => ground.parties.get(&number)?.who.clone(),
            "source" => ground.sources.get(&number)?.who.clone(),
            _ => None,
        };
        let all = self.fillers.clone();
        self.fillers.retain(|(number, _, link)| {
            let own = who(*number, &link.role);
            let better =
                |score: f32, other: usize| score > link.score || (score == link.score && other < *number);
            own.is_none()
                || !all.iter().any(|(other, _, l)| {
                    l.role == link.role && better(l.score, *other) && who(*other, &l.role) == own
                })
        });
    }

    /// Who speaks in an act of speech is its actor; its sources are only those who relay it.
    fn leave_out_speaker(&mut self) {
        let speakers: Vec<Span> = self.of_role("actor").map(|(_, m, _)| m.span).collect();
        let speaks = |span: Span| speakers.iter().any(|s| s.touches(span));
        self.fillers.retain(|(_, mention, link)| &*link.role != "source" || !speaks(mention.span));
    }

    /// The same words cannot do it and have it done to them: the likelier role stays.
    fn settle(&mut self, one: &str, other: &str) {
        let score = |fillers: &[(usize, &Mention, &Link)], role: &str, number: usize| {
            fillers.iter().find(|(n, _, l)| *n == number && &*l.role == role).map(|(_, _, l)| l.score)
        };
        let all = self.fillers.clone();
        self.fillers.retain(|(number, _, link)| {
            let rival = if &*link.role == one { other } else { one };
            let plays = [one, other].contains(&&*link.role);
            !plays
                || score(&all, rival, *number)
                    .is_none_or(|s| s < link.score || (s == link.score && &*link.role == one))
        });
    }

    /// The sources as a chain: nearest to the trigger first, the outlets that relay last.
    fn in_chain(&self, ground: &Ground, trigger: &Trigger) -> Self {
        let relays = |number: usize| {
            let kind = ground.sources.get(&number).and_then(|r| r.kind.as_deref());
            kind.is_some_and(|k| ["news-agency", "media", "state-media"].contains(&k))
        };
        let mut fillers = self.fillers.clone();
        fillers.sort_by_key(|(number, mention, _)| {
            (relays(*number), mention.span.start.abs_diff(trigger.span.start), *number)
        });
        Self { fillers }
    }

    /// The mentions in one role, with their numbers and links.
    pub fn of_role<'s>(&'s self, role: &'s str) -> impl Iterator<Item = (usize, &'a Mention, &'a Link)> + 's {
        self.fillers.iter().filter(move |(_, _, l)| &*l.role == role).copied()
    }

    /// Makes an item of every mention in a role; `make` also gives the lines that explain it, by field.
    fn each<T>(
        &self,
        role: &str,
        name: &str,
        fields: &mut Vec<FieldWhy>,
        make: impl Fn(usize, &Mention) -> (T, Vec<(&'static str, String, Why)>),
    ) -> Vec<T> {
        let mut made = Vec::new();
        for (number, mention, link) in self.of_role(role) {
            let path = format!("{name}[{}]", made.len());
            let (item, lines) = make(number, mention);
            fields.push(by_model(path.clone(), "", Some(mention.span), link.score));
            fields.extend(
                lines
                    .into_iter()
                    .map(|(part, value, why)| field(format!("{path}.{part}"), value, None, None, why)),
            );
            made.push(item);
        }
        made
    }
}

fn status<'t>(trigger: &'t Trigger, fields: &mut Vec<FieldWhy>) -> &'t str {
    let Some((status, score)) = trigger.likeliest("status") else {
        fields.push(field("status", "occurred", None, None, Why::new("no status from the model", "")));
        return "occurred";
    };
    fields.push(by_model("status", status, Some(trigger.span), score));
    status
}

fn event(ground: &Ground, trigger: &Trigger, fields: &mut Vec<FieldWhy>) -> Event {
    let kind = trigger.label.to_string();
    fields.push(by_model("event.type", kind.clone(), Some(trigger.span), trigger.score));
    let mut modes: Vec<String> = Vec::new();
    for reading in trigger.readings.iter().filter(|r| &*r.head == "modes") {
        // A mode's label names its type: REQUEST/assist and REJECT/assist are two.
        if let Some((of, mode)) = reading.label.split_once('/').filter(|(of, _)| *of == kind) {
            fields.push(by_model(format!("event.modes.{mode}"), of, Some(trigger.span), reading.score));
            modes.push(mode.to_owned());
        }
    }
    modes.sort();
    let quad = ground.codebook.quad(&kind).to_owned();
    fields.push(field(
        "event.quad",
        quad.clone(),
        None,
        None,
        Why::new("quad of the type", "codebook/types.tsv"),
    ));
    let mut flag = |head: &str, path: &str| {
        let given = trigger.likeliest(head);
        fields.extend(given.map(|(label, score)| by_model(path, label, Some(trigger.span), score)));
        given.is_some()
    };
    Event {
        quad,
        scope: if flag("scope", "event.scope") { "cumulative" } else { "event" }.to_owned(),
        historical: flag("historical", "event.historical"),
        modes,
        kind,
        number: None,
    }
}

fn evidence(ground: &Ground, trigger: &Trigger) -> Evidence {
    let sentence = ground.scene.sentences.get(trigger.sentence).copied().unwrap_or(trigger.span);
    let words = ground.words(sentence);
    Evidence {
        sentence: trigger.sentence,
        start: words.start,
        end: words.end,
        text: words.text,
        trigger: ground.words(trigger.span),
    }
}

type Lines = Vec<(&'static str, String, Why)>;

fn shown(value: Option<&str>) -> String {
    value.unwrap_or("not known").to_owned()
}

fn party(ground: &Ground, number: usize, mention: &Mention) -> (Party, Lines) {
    let mut item = Party { words: ground.words(mention.span), ..Party::default() };
    let Some(reading) = ground.parties.get(&number) else { return (item, Vec::new()) };
    (item.who, item.country) = (reading.who.clone(), reading.country.clone());
    (item.sector, item.id) = (reading.sector.clone(), reading.id.clone());
    let lines = vec![
        ("who", shown(item.who.as_deref()), reading.why.clone()),
        ("country", shown(item.country.as_deref()), reading.why.clone()),
        ("sector", shown(item.sector.as_deref()), reading.sector_why.clone()),
    ];
    (item, lines)
}

fn place(ground: &Ground, number: usize, mention: &Mention) -> (Place, Lines) {
    let Some(resolution) = ground.places.get(&number) else {
        return (Place { words: ground.words(mention.span), ..Place::default() }, Vec::new());
    };
    // What the description says went into finding the place; the record has the shortest words that name it.
    let own = Span::new(mention.span.start + resolution.own_words, mention.span.end);
    let mut item = Place { words: ground.words(own), ..Place::default() };
    if let Some(place) = &resolution.place {
        item.name = Some(place.name.clone());
        (item.country, item.admin1) = (place.country.clone(), place.admin1.clone());
        (item.lat, item.lon, item.geonames_id) = (place.lat, place.lon, place.geonames_id);
        item.precision = place.precision.map(str::to_owned);
        (item.radius_km, item.candidates) = (place.radius_km, Some(place.candidates));
    }
    let line = ("name", shown(item.name.as_deref()), resolution.why.clone());
    (item, vec![line])
}

fn source(ground: &Ground, number: usize, mention: &Mention) -> (Source, Lines) {
    let mut item = Source { words: ground.words(mention.span), ..Source::default() };
    let Some(reading) = ground.sources.get(&number) else { return (item, Vec::new()) };
    (item.who, item.kind, item.cue) = (reading.who.clone(), reading.kind.clone(), reading.cue.clone());
    let lines = vec![
        ("who", shown(item.who.as_deref()), reading.why.clone()),
        ("kind", shown(item.kind.as_deref()), reading.kind_why.clone()),
    ];
    (item, lines)
}
