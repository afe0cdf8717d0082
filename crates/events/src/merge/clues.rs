//! What speaks for and against two tellings being of one event.
//!
//! The clues come in groups; of most groups exactly one holds. How much each counts was learnt (`training/joining.py`).

use super::days::Days;
use super::names::Name;
use super::sketch::{Figure, ReportSketch, Sketch, Status, Who};
use super::spot::Apart;
use super::telling::Telling;
use super::wording::Stems;
use crate::parties::choice::Clues;
use crate::parties::choice::clues::named_clues;

named_clues! {
    /// All clues.
    Clue {
        Always = "always",
        DaysNone = "days.none",
        DaysOne = "days.one-lacks-them",
        DaysSame = "days.same-day",
        DaysSpan = "days.same-span",
        DaysWithin = "days.within",
        DaysWithinLong = "days.within-a-long-span",
        DaysMeet = "days.meet",
        DaysOther = "days.some-meet",
        DaysApart = "days.apart",
        PlacesNone = "places.none",
        PlacesOne = "places.one-lacks-them",
        PlacesSame = "places.same",
        PlacesInside = "places.inside",
        PlacesSiblings = "places.in-one-town",
        PlacesNear = "places.near",
        PlacesProvince = "places.in-province",
        PlacesCountry = "places.in-country",
        PlacesCompatriots = "places.same-country",
        PlacesUnknown = "places.unknown",
        PlacesFar = "places.far",
        PlacesAbroad = "places.abroad",
        PlacesTowns = "places.towns-apart",
        PlacesOtherToo = "places.other-too",
        ActorsNone = "actors.none",
        ActorsOne = "actors.one-lacks-them",
        ActorsSame = "actors.same",
        ActorsAlike = "actors.alike",
        ActorsSide = "actors.same-side",
        ActorsCountry = "actors.same-country",
        ActorsVague = "actors.vague",
        ActorsOther = "actors.other",
        RecipientsNone = "recipients.none",
        RecipientsOne = "recipients.one-lacks-them",
        RecipientsSame = "recipients.same",
        RecipientsAlike = "recipients.alike",
        RecipientsSide = "recipients.same-side",
        RecipientsCountry = "recipients.same-country",
        RecipientsVague = "recipients.vague",
        RecipientsOther = "recipients.other",
        Swapped = "parties.swapped",
        FiguresNone = "figures.none",
        FiguresOne = "figures.one-lacks-them",
        FiguresSame = "figures.same",
        FiguresNear = "figures.near",
        FiguresFar = "figures.far",
        FiguresOtherKind = "figures.other-kind",
        FiguresTwoSame = "figures.two-same",
        ModesNone = "modes.none",
        ModesOne = "modes.one-lacks-them",
        ModesShared = "modes.shared",
        ModesOther = "modes.other",
        InstrumentSame = "instrument.same",
        InstrumentOther = "instrument.other",
        TriggerSame = "trigger.same",
        TriggerOther = "trigger.other",
        BothOccurred = "status.both-occurred",
        OneDenied = "status.one-denied",
        OneOpen = "status.one-open",
        BothOpen = "status.both-open",
        BothDenied = "status.both-denied",
        BothHistorical = "background.both",
        OneHistorical = "background.one",
        Names0 = "names.shared-0",
        Names1 = "names.shared-1",
        Names2 = "names.shared-2",
        Names3 = "names.shared-3",
        Names5 = "names.shared-5",
        Words0 = "words.alike-0",
        Words10 = "words.alike-10",
        Words20 = "words.alike-20",
        Words35 = "words.alike-35",
        Words60 = "words.alike-60",
        TriggersGeneral = "trigger.both-general",
        TriggerGeneral = "trigger.one-general",
        TriggersToll = "trigger.both-toll",
        TriggerToll = "trigger.one-toll",
        TriggersParticular = "trigger.both-particular",
        SameSentenceOtherModes = "sentence.same-other-modes",
        SameSentenceOtherActors = "sentence.same-other-actors",
        SameSentenceOtherRecipients = "sentence.same-other-recipients",
        WellKnown = "all.same-day-place-and-party",
        WhoseSame = "figures.same-whose",
        WhoseOther = "figures.other-whose",
        SameSentence = "sentence.same",
        NextSentence = "sentence.next",
        NearSentence = "sentence.two-or-three",
        FarSentence = "sentence.four-to-eight",
        FarOff = "sentence.farther",
        Definite = "sentence.definite",
        DefiniteNext = "sentence.definite-next",
        OthersBetween = "sentence.others-between",
        ManyBetween = "sentence.many-between",
        Lead = "sentence.one-in-the-lead",
        BothTitle = "title.names-both",
        OneTitle = "title.names-one",
        VoiceSame = "source.same",
        VoiceOther = "source.other",
        VoiceOne = "source.one-lacks-it",
        HereAndNow = "all.same-day-and-place",
        HereGeneral = "all.same-day-and-place-one-general",
        HereParticular = "all.same-day-and-place-both-particular",
        AttackAndToll = "trigger.attack-and-toll",
        DeniedSame = "status.denied-same-actor",
        PublishedSame = "published.same-day",
        PublishedNext = "published.next-day",
        PublishedWeek = "published.within-a-week",
        PublishedMonth = "published.within-a-month",
        PublishedYear = "published.within-a-year",
        PublishedFar = "published.farther",
        PublishedUnknown = "published.unknown",
        Title0 = "title.alike-0",
        Title15 = "title.alike-15",
        Title30 = "title.alike-30",
        Title50 = "title.alike-50",
        BothMain = "tellings.both-main",
        OneMain = "tellings.one-main",
        Many = "tellings.both-of-several-claims",
        OneMany = "tellings.one-of-several-claims",
        NothingBut = "nothing-but-the-type",
    }
}

/// The clues of two tellings of one type.
pub(crate) struct Pair<'a> {
    pub a: &'a Telling,
    pub b: &'a Telling,
    clues: Clues,
}

impl<'a> Pair<'a> {
    fn new(a: &'a Telling, b: &'a Telling) -> Self {
        Self { a, b, clues: Clues::default() }
    }

    fn add(&mut self, clue: Clue) {
        self.clues.add(clue as usize);
    }

    fn has(&self, clue: Clue) -> bool {
        self.clues.iter().any(|n| n == clue as usize)
    }

    fn when(&mut self, holds: bool, clue: Clue) {
        if holds {
            self.add(clue);
        }
    }

    /// What the fields of both say, whichever reports they stand in.
    fn fields(&mut self) {
        let (a, b) = (self.a, self.b);
        self.add(Clue::Always);
        let (days, places) = (days(a, b), places(a, b));
        self.add(days);
        places.into_iter().for_each(|clue| self.add(clue));
        let actors = parties(&a.actors, &b.actors, ACTORS);
        let recipients = parties(&a.recipients, &b.recipients, RECIPIENTS);
        self.add(actors);
        self.add(recipients);
        self.when(swapped(a, b), Clue::Swapped);
        let same = |clue| matches!(clue, Clue::ActorsSame | Clue::RecipientsSame);
        let here =
            matches!(days, Clue::DaysSame) && matches!(places[0], Clue::PlacesSame | Clue::PlacesInside);
        self.when(here && (same(actors) || same(recipients)), Clue::WellKnown);
        figures(&a.figures, &b.figures).into_iter().for_each(|clue| self.add(clue));
        self.add(modes(&a.modes, &b.modes));
        self.whose();
        self.instruments();
        let same_trigger = a.triggers.shared(&b.triggers) > 0;
        self.add(if same_trigger { Clue::TriggerSame } else { Clue::TriggerOther });
        self.status();
        self.words();
        let bare = |t: &Telling| t.days.is_empty() && t.spots.is_empty() && t.figures.is_empty();
        let nothing =
            (bare(a) || bare(b)) && matches!(actors, Clue::ActorsNone | Clue::ActorsOne | Clue::ActorsVague);
        self.when(nothing, Clue::NothingBut);
    }

    /// Figures of one kind: of the same people, or of others.
    fn whose(&mut self) {
        let (a, b) = (&self.a.figures, &self.b.figures);
        let pairs = || a.iter().flat_map(|x| b.iter().filter(move |y| y.kind == x.kind).map(move |y| (x, y)));
        let same = pairs().any(|(x, y)| x.whose.is_some() && x.whose == y.whose);
        self.when(same, Clue::WhoseSame);
        self.when(!same && pairs().any(|(x, y)| x.whose.is_some() && y.whose.is_some()), Clue::WhoseOther);
    }

    fn instruments(&mut self) {
        let (a, b) = (&self.a.instruments, &self.b.instruments);
        let shared = a.iter().any(|x| b.contains(x));
        self.when(shared, Clue::InstrumentSame);
        self.when(!shared && !a.is_empty() && !b.is_empty(), Clue::InstrumentOther);
    }

    fn status(&mut self) {
        let denied = |t: &Telling| t.statuses.iter().all(|s| *s == Status::Denied);
        let occurred = |t: &Telling| t.statuses.contains(&Status::Occurred);
        let (a, b) = (self.a, self.b);
        self.add(match () {
            () if denied(a) && denied(b) => Clue::BothDenied,
            () if denied(a) || denied(b) => Clue::OneDenied,
            () if occurred(a) && occurred(b) => Clue::BothOccurred,
            () if occurred(a) || occurred(b) => Clue::OneOpen,
            () => Clue::BothOpen,
        });
        self.when(a.historical && b.historical, Clue::BothHistorical);
        self.when(a.historical != b.historical, Clue::OneHistorical);
    }

    fn words(&mut self) {
        self.add(match self.a.names.shared(&self.b.names) {
            0 => Clue::Names0,
            1 => Clue::Names1,
            2 => Clue::Names2,
            3 | 4 => Clue::Names3,
            _ => Clue::Names5,
        });
        self.add(match self.a.words.overlap(&self.b.words) {
            x if x < 0.1 => Clue::Words0,
            x if x < 0.2 => Clue::Words10,
            x if x < 0.35 => Clue::Words20,
            x if x < 0.6 => Clue::Words35,
            _ => Clue::Words60,
        });
    }
}

/// The clues of two claims of one report, the first of which stands before the other; `between`: how many claims of their type stand
/// between them.
pub(crate) fn within(
    pair: (&Telling, &Telling),
    claims: (&Sketch, &Sketch),
    between: usize,
    title: &Stems,
) -> Clues {
    let mut found = Pair::new(pair.0, pair.1);
    found.fields();
    let apart = claims.1.sentence.saturating_sub(claims.0.sentence);
    found.add(match apart {
        0 => Clue::SameSentence,
        1 => Clue::NextSentence,
        2 | 3 => Clue::NearSentence,
        4..=8 => Clue::FarSentence,
        _ => Clue::FarOff,
    });
    let (a, b) = claims;
    let general = |c: &Sketch| c.whole || c.toll;
    found.when(a.whole && b.whole, Clue::TriggersGeneral);
    found.when(a.whole != b.whole, Clue::TriggerGeneral);
    found.when(a.toll && b.toll, Clue::TriggersToll);
    found.when(a.toll != b.toll, Clue::TriggerToll);
    found.when(!general(a) && !general(b), Clue::TriggersParticular);
    let either = |x, y| found.has(x) || found.has(y);
    let actors = either(Clue::ActorsOther, Clue::ActorsSide);
    let recipients = either(Clue::RecipientsOther, Clue::RecipientsSide);
    let same = apart == 0;
    found.when(same && found.has(Clue::ModesOther), Clue::SameSentenceOtherModes);
    found.when(same && actors, Clue::SameSentenceOtherActors);
    found.when(same && recipients, Clue::SameSentenceOtherRecipients);
    found.when((a.whole && b.toll) || (a.toll && b.whole), Clue::AttackAndToll);
    let here = found.has(Clue::DaysSame) && (found.has(Clue::PlacesSame) || found.has(Clue::PlacesInside));
    found.when(here, Clue::HereAndNow);
    found.when(here && (general(a) || general(b)), Clue::HereGeneral);
    found.when(here && !general(a) && !general(b), Clue::HereParticular);
    found.when(between > 3, Clue::ManyBetween);
    found.when(a.sentence == 0 && apart > 0, Clue::Lead);
    let titled = |c: &Sketch| c.wording.names.shared(title) > 0 || c.trigger.shared(title) > 0;
    found.when(titled(a) && titled(b), Clue::BothTitle);
    found.when(titled(a) != titled(b), Clue::OneTitle);
    let voice = |c: &Sketch| c.voices.first().map(|v| v.who);
    found.add(match (voice(a), voice(b)) {
        (Some(x), Some(y)) if x == y => Clue::VoiceSame,
        (Some(_), Some(_)) => Clue::VoiceOther,
        (None, None) => Clue::VoiceSame,
        _ => Clue::VoiceOne,
    });
    found.when(found.has(Clue::OneDenied) && found.has(Clue::ActorsSame), Clue::DeniedSame);
    found.when(b.definite && apart > 0, Clue::Definite);
    found.when(b.definite && apart == 1, Clue::DefiniteNext);
    found.when(between > 0, Clue::OthersBetween);
    found.clues
}

/// The clues of two tellings of different reports.
pub(crate) fn across(pair: (&Telling, &Telling), reports: (&ReportSketch, &ReportSketch)) -> Clues {
    let mut found = Pair::new(pair.0, pair.1);
    found.fields();
    found.add(match reports.0.published.zip(reports.1.published).map(|(x, y)| x.abs_diff(y)) {
        None => Clue::PublishedUnknown,
        Some(0) => Clue::PublishedSame,
        Some(1) => Clue::PublishedNext,
        Some(2..=7) => Clue::PublishedWeek,
        Some(8..=31) => Clue::PublishedMonth,
        Some(32..=366) => Clue::PublishedYear,
        Some(_) => Clue::PublishedFar,
    });
    found.add(match reports.0.title.overlap(&reports.1.title) {
        x if x < 0.15 => Clue::Title0,
        x if x < 0.3 => Clue::Title15,
        x if x < 0.5 => Clue::Title30,
        _ => Clue::Title50,
    });
    found.when(pair.0.main && pair.1.main, Clue::BothMain);
    found.when(pair.0.main != pair.1.main, Clue::OneMain);
    let several = |t: &Telling| t.claims.len() > 1;
    found.when(several(pair.0) && several(pair.1), Clue::Many);
    found.when(several(pair.0) != several(pair.1), Clue::OneMany);
    found.clues
}

fn days(a: &Telling, b: &Telling) -> Clue {
    let (Some(x), Some(y)) = (a.best_days(), b.best_days()) else {
        return if a.days.is_empty() && b.days.is_empty() { Clue::DaysNone } else { Clue::DaysOne };
    };
    let (long, short) = (x.length().max(y.length()), x.length().min(y.length()));
    match () {
        () if x == y && long == 1 => Clue::DaysSame,
        () if x == y => Clue::DaysSpan,
        () if x.gap(y) > 0 && a.days.iter().any(|p| b.days.iter().any(|q| p.gap(*q) == 0)) => Clue::DaysOther,
        () if x.gap(y) > 0 => Clue::DaysApart,
        () if !(Days::holds(x, y) || Days::holds(y, x)) => Clue::DaysMeet,
        () if long > 35 && short < long => Clue::DaysWithinLong,
        () => Clue::DaysWithin,
    }
}

fn places(a: &Telling, b: &Telling) -> [Clue; 2] {
    if a.spots.is_empty() || b.spots.is_empty() {
        let clue = if a.spots.is_empty() && b.spots.is_empty() { Clue::PlacesNone } else { Clue::PlacesOne };
        return [clue, clue];
    }
    let all = || a.spots.iter().flat_map(|x| b.spots.iter().map(|y| x.apart(y)));
    let best = match all().min().unwrap_or(Apart::Unknown) {
        Apart::Same => Clue::PlacesSame,
        Apart::Inside => Clue::PlacesInside,
        Apart::Siblings => Clue::PlacesSiblings,
        Apart::Near => Clue::PlacesNear,
        Apart::InProvince => Clue::PlacesProvince,
        Apart::InCountry => Clue::PlacesCountry,
        Apart::Compatriots => Clue::PlacesCompatriots,
        Apart::Unknown => Clue::PlacesUnknown,
        Apart::Far => Clue::PlacesFar,
        Apart::Abroad => Clue::PlacesAbroad,
        Apart::Towns => Clue::PlacesTowns,
    };
    let other = all().max().is_some_and(|worst| worst >= Apart::Far);
    [best, if other { Clue::PlacesOtherToo } else { best }]
}

/// The clues of one role, from none to other.
type Role = [Clue; 8];
const ACTORS: Role = [
    Clue::ActorsNone,
    Clue::ActorsOne,
    Clue::ActorsSame,
    Clue::ActorsAlike,
    Clue::ActorsSide,
    Clue::ActorsCountry,
    Clue::ActorsVague,
    Clue::ActorsOther,
];
const RECIPIENTS: Role = [
    Clue::RecipientsNone,
    Clue::RecipientsOne,
    Clue::RecipientsSame,
    Clue::RecipientsAlike,
    Clue::RecipientsSide,
    Clue::RecipientsCountry,
    Clue::RecipientsVague,
    Clue::RecipientsOther,
];

fn parties(a: &[Who], b: &[Who], [none, one, same, alike, side, country, vague, other]: Role) -> Clue {
    if a.is_empty() || b.is_empty() {
        return if a.is_empty() && b.is_empty() { none } else { one };
    }
    let any = |holds: &dyn Fn(&Who, &Who) -> bool| a.iter().any(|x| b.iter().any(|y| holds(x, y)));
    let same_country = |x: &Who, y: &Who| x.country.is_some() && x.country == y.country;
    match () {
        () if any(&|x, y| x.key == y.key) => same,
        () if any(&|x, y| {
            x.words.overlap(&y.words) >= 0.5
                && (same_country(x, y) || x.country.is_none() || y.country.is_none())
        }) =>
        {
            alike
        }
        () if any(&|x, y| same_country(x, y) && x.sector == y.sector) => side,
        () if any(&same_country) => country,
        () if any(&|x, y| x.country.is_none() || y.country.is_none()) => vague,
        () => other,
    }
}

/// True where one's actor is the other's recipient.
fn swapped(a: &Telling, b: &Telling) -> bool {
    let alike =
        |p: &Who, q: &Who| p.key == q.key || (p.words.overlap(&q.words) >= 0.5 && p.country == q.country);
    let shared = |x: &[Who], y: &[Who]| x.iter().any(|p| y.iter().any(|q| alike(p, q)));
    shared(&a.actors, &b.recipients) || shared(&b.actors, &a.recipients)
}

fn figures(a: &[Figure], b: &[Figure]) -> [Clue; 2] {
    let double = |clue| [clue, clue];
    if a.is_empty() || b.is_empty() {
        return double(if a.is_empty() && b.is_empty() { Clue::FiguresNone } else { Clue::FiguresOne });
    }
    let pairs = || a.iter().flat_map(|x| b.iter().filter(move |y| y.kind == x.kind).map(move |y| (x, y)));
    if pairs().next().is_none() {
        return double(Clue::FiguresOtherKind);
    }
    let same = pairs().filter(|(x, y)| x.low.is_some() && x.low == y.low).count();
    match () {
        () if same > 1 => [Clue::FiguresSame, Clue::FiguresTwoSame],
        () if same == 1 => double(Clue::FiguresSame),
        () if pairs().any(|(x, y)| near(x, y)) => double(Clue::FiguresNear),
        () => double(Clue::FiguresFar),
    }
}

/// True for figures of which the greater is at most half as much again.
fn near(x: &Figure, y: &Figure) -> bool {
    let (Some(a), Some(b)) = (x.low.or(x.high), y.low.or(y.high)) else { return false };
    a.max(b).saturating_mul(2) <= a.min(b).saturating_mul(3)
}

fn modes(a: &[Name], b: &[Name]) -> Clue {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => Clue::ModesNone,
        (true, false) | (false, true) => Clue::ModesOne,
        _ if a.iter().any(|x| b.contains(x)) => Clue::ModesShared,
        _ => Clue::ModesOther,
    }
}
