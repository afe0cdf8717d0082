//! What speaks for a party as the one that is pointed back to, or for nobody.

use super::Pointer;
use crate::parties::cast::{Cast, Member, Wanted};
use crate::parties::choice::Clues;
use crate::parties::choice::clues::named_clues;
use crate::parties::entry::{Class, Entry, Sort};
use crate::parties::pointing::Part;
use crate::parties::reading::Naming;
use crate::parties::view::View;

named_clues! {
    /// For a party.
    Clue {
        Ahead = "ahead",
        SameSentence = "same-sentence",
        LastSentence = "last-sentence",
        TwoBack = "two-back",
        FewBack = "few-back",
        FarBack = "far-back",
        Nearest = "nearest",
        Second = "second",
        Third = "third",
        Near = "near",
        Touching = "touching",
        FirstOfSentence = "first-of-sentence",
        FirstOfSame = "first-of-same-sentence",
        FirstOfLast = "first-of-last-sentence",
        Person = "person",
        State = "state",
        Group = "group",
        Body = "body",
        People = "people",
        Nationals = "nationals",
        RoleBody = "role-body",
        Place = "place",
        Unknown = "unknown",
        Plural = "plural",
        Singular = "singular",
        Speaks = "speaks",
        SpeaksSame = "speaks-in-same-sentence",
        Actor = "actor",
        Attacker = "attacker",
        Recipient = "recipient",
        Victim = "victim",
        Source = "source",
        Named = "only-named",
        SamePart = "same-part",
        Faces = "faces",
        FacesHere = "faces-in-same-sentence",
        Once = "named-once",
        Few = "named-few",
        Often = "named-often",
        PointedAt = "pointed-at-before",
        Inside = "inside-quotes",
        Outside = "outside-quotes",
        Possessed = "possessive",
        Alone = "only-candidate",
        SpeaksLast = "speaks-in-last-sentence",
        BehindCue = "behind-a-cue",
    }
}

named_clues! {
    /// For nobody.
    Nobody {
        Always = "nobody",
        None = "nobody.no-candidate",
        Quoted = "nobody.in-quotes",
        Plain = "nobody.outside-quotes",
        NoSpeaker = "nobody.no-speaker",
        OneOnly = "nobody.one-candidate",
        First = "nobody.first-sentence",
        Actor = "nobody.actor",
        Far = "nobody.all-far",
    }
}

/// The names of all clues, in the order of their numbers.
pub(super) fn names() -> Vec<String> {
    Clue::NAMES.iter().chain(Nobody::NAMES).map(|name| (*name).to_owned()).collect()
}

/// How many parties back are looked at.
const REACH: usize = 40;

/// Words that point back, and those whom they may mean, nearest first.
pub(super) struct Asked<'v, 'a> {
    view: &'v View<'a>,
    pointer: Pointer,
    sentence: usize,
    quoted: bool,
    pub members: Vec<Member<'a>>,
}

impl<'v, 'a> Asked<'v, 'a> {
    pub(super) fn new(view: &'v View<'a>, cast: &Cast<'a>, pointer: Pointer) -> Self {
        let (_, end) = view.sentence(pointer.at);
        let fits = |m: &&Member<'a>| fits(pointer.wanted, m);
        let mut members: Vec<Member<'a>> =
            cast.before(pointer.at).take(REACH * 3).filter(fits).take(REACH).copied().collect();
        if pointer.wanted == Wanted::Speaker {
            let ahead = cast.around(pointer.at).filter(|m| m.at > pointer.at && m.at < end).filter(fits);
            members.extend(ahead.take(REACH).copied());
        }
        let sentence = view.sentence_number(pointer.at);
        Self { view, pointer, sentence, quoted: view.quoted(pointer.at), members }
    }

    /// True for "he" and "she" near a person: they always mean somebody.
    pub(super) fn must_be_one(&self) -> bool {
        let near =
            |m: &Member<'a>| self.view.sentence_number(m.at) + 3 >= self.sentence && m.reading.person();
        self.pointer.wanted == Wanted::Person && self.members.iter().any(near)
    }

    /// What speaks for the party of number `n`.
    pub(super) fn clues(&self, n: usize, m: &Member<'a>) -> Clues {
        let mut clues = Clues::default();
        let mut add = |holds: bool, clue: Clue| {
            if holds {
                clues.add(clue as usize);
            }
        };
        let at = self.pointer.at;
        let back = self.sentence.saturating_sub(self.view.sentence_number(m.at));
        let (start, _) = self.view.sentence(m.at);
        let ahead = m.at > at;
        add(ahead, Clue::Ahead);
        add(!ahead && back == 0, Clue::SameSentence);
        add(back == 1, Clue::LastSentence);
        add(back == 2, Clue::TwoBack);
        add((3..6).contains(&back), Clue::FewBack);
        add(back > 5, Clue::FarBack);
        add(n == 0, Clue::Nearest);
        add(n == 1, Clue::Second);
        add(n == 2, Clue::Third);
        add(!ahead && at - m.to.min(at) < 6, Clue::Near);
        add(!ahead && at - m.to.min(at) < 2, Clue::Touching);
        let first = !self.members.iter().any(|o| o.at >= start && o.at < m.at);
        add(first, Clue::FirstOfSentence);
        add(first && back == 0, Clue::FirstOfSame);
        add(first && back == 1, Clue::FirstOfLast);
        let speaks = speaks(self.view, m);
        add(speaks, Clue::Speaks);
        add(speaks && back == 0, Clue::SpeaksSame);
        add(speaks && back == 1, Clue::SpeaksLast);
        let quoted = self.view.quoted(m.at);
        add(self.quoted && !quoted, Clue::Outside);
        add(self.quoted && quoted, Clue::Inside);
        add(self.members.len() == 1, Clue::Alone);
        let possessive =
            m.to.checked_sub(1).and_then(|w| self.view.words.get(w)).is_some_and(|t| t.possessive);
        add(possessive, Clue::Possessed);
        add(m.reading.stands_for.is_some(), Clue::PointedAt);
        add(behind_cue(self.view, at), Clue::BehindCue);
        self.part(m, back, &mut add);
        self.sort(m, &mut add);
        self.times(m, &mut add);
        clues
    }

    fn part(&self, m: &Member<'a>, back: usize, add: &mut dyn FnMut(bool, Clue)) {
        add(m.part == Part::Actor, Clue::Actor);
        add(m.part == Part::Attacker, Clue::Attacker);
        add(m.part == Part::Recipient, Clue::Recipient);
        add(m.part == Part::Victim, Clue::Victim);
        add(m.part == Part::Source, Clue::Source);
        add(m.part == Part::Unknown, Clue::Named);
        add(m.part == self.pointer.part && m.part != Part::Unknown, Clue::SamePart);
        add(m.part.faces(self.pointer.part), Clue::Faces);
        add(m.part.faces(self.pointer.part) && back == 0, Clue::FacesHere);
    }

    fn sort(&self, m: &Member<'a>, add: &mut dyn FnMut(bool, Clue)) {
        let r = &m.reading;
        let class = r.known.map(|e| e.class);
        let role_body = matches!(r.role.and_then(|e| e.sort()), Some(Sort::Body | Sort::Through));
        add(r.person(), Clue::Person);
        add(matches!(r.naming, Naming::State | Naming::Adjective), Clue::State);
        add(r.naming == Naming::Known && class == Some(Class::Group), Clue::Group);
        add(r.naming == Naming::Known && class == Some(Class::Body), Clue::Body);
        add(r.naming == Naming::Role && role_body, Clue::RoleBody);
        add(r.naming == Naming::Role && !role_body, Clue::People);
        add(r.naming == Naming::Nationals, Clue::Nationals);
        add(r.naming == Naming::Place, Clue::Place);
        add(r.naming == Naming::Nothing, Clue::Unknown);
        let last = m.to.checked_sub(1).map_or("", |w| self.view.text(w, w + 1));
        let many = last.ends_with('s') || matches!(last, "people" | "men" | "children" | "police" | "troops");
        add(many && !r.person(), Clue::Plural);
        add(!many && !r.person(), Clue::Singular);
    }

    /// How often the same party is among the candidates.
    fn times(&self, m: &Member<'a>, add: &mut dyn FnMut(bool, Clue)) {
        let same = |o: &&Member<'a>| {
            let (a, b) = (&o.reading, &m.reading);
            let id = |e: Option<&'a Entry>| e.map(|e| &e.id);
            a.country == b.country && a.sector == b.sector && id(a.known) == id(b.known)
        };
        let times = self.members.iter().filter(same).count();
        add(times == 1, Clue::Once);
        add((2..4).contains(&times), Clue::Few);
        add(times > 3, Clue::Often);
    }

    /// What speaks for nobody.
    pub(super) fn nobody(&self) -> Clues {
        let mut clues = Clues::default();
        let mut add = |holds: bool, clue: Nobody| {
            if holds {
                clues.add(Clue::NAMES.len() + clue as usize);
            }
        };
        add(true, Nobody::Always);
        add(self.members.is_empty(), Nobody::None);
        add(self.members.len() == 1, Nobody::OneOnly);
        add(self.quoted, Nobody::Quoted);
        add(!self.quoted, Nobody::Plain);
        add(!self.members.iter().any(|m| speaks(self.view, m)), Nobody::NoSpeaker);
        add(self.sentence == 0, Nobody::First);
        add(matches!(self.pointer.part, Part::Actor | Part::Attacker), Nobody::Actor);
        add(self.members.iter().all(|m| self.view.sentence_number(m.at) + 2 < self.sentence), Nobody::Far);
        clues
    }
}

fn fits(wanted: Wanted, m: &Member<'_>) -> bool {
    match wanted {
        Wanted::Person => m.reading.person() || m.reading.naming == Naming::Role,
        Wanted::Speaker => m.reading.naming != Naming::Nothing,
        Wanted::Body => m.reading.body(),
        Wanted::Group => m.reading.body() && !m.reading.person(),
        Wanted::Many => m.reading.naming != Naming::Nothing,
    }
}

/// True where a reporting word stands just behind the party, or just before it.
fn speaks(view: &View<'_>, m: &Member<'_>) -> bool {
    let cue = |at: usize| view.actors.cues.longest(&view.words, at, at + 3, 0).is_some();
    (m.to..m.to + 3).any(cue) || m.at.checked_sub(1).is_some_and(cue)
}

/// True where the word before is a reporting word, or its "that": "said he", "said that they".
fn behind_cue(view: &View<'_>, at: usize) -> bool {
    let cue = |back: usize| {
        at.checked_sub(back).is_some_and(|p| view.actors.cues.longest(&view.words, p, at, 0).is_some())
    };
    cue(1) || cue(2)
}
