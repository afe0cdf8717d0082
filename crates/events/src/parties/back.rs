//! Words that point back by an owner, a last name, a title or a role.

use super::cast::{Member, Wanted, pronoun};
use super::entry::{Class, Sort, armed_group, bears_arms};
use super::pointing::{Back, Hints, Part};
use super::reading::{Naming, Reading};
use super::resolve::Ground;
use super::small::Classes;

impl<'a> Ground<'a> {
    /// The first party of the sentence before word `at` that a possessive may mean.
    pub(super) fn subject(&self, at: usize, wanted: Wanted) -> Option<Member<'a>> {
        let (start, _) = self.view.sentence(at);
        let fits = |m: &&Member<'a>| match wanted {
            Wanted::Person => m.reading.person(),
            Wanted::Body => m.reading.body() && !m.reading.person(),
            _ => false,
        };
        self.cast.before(at).take_while(|m| m.at >= start).filter(fits).last().copied()
    }

    /// Whose "his forces" and "its army" are.
    pub(super) fn owner(&self, from: usize, to: usize, part: Part) -> Option<Reading<'a>> {
        let pointing = Classes::PERSON.with(Classes::THING).with(Classes::MANY);
        // "Eritrea, whose troops".
        if from.checked_sub(1).is_some_and(|at| self.view.text(at, at + 1) == "whose") {
            return self.cast.before(from).next().map(|m| m.reading);
        }
        if to <= from + 1
            || !self.view.small(from).any(pointing)
            || !self.view.small(from).any(Classes::DEFINITE)
        {
            return None;
        }
        let wanted = pronoun(&self.view, from)?;
        // "Britain advised its citizens": whom the sentence is about.
        let subject = self.subject(from, wanted);
        subject.or_else(|| self.antecedent(from, wanted, part)).map(|m| m.reading)
    }

    /// "Ellwood" after "Tobias Ellwood, the minister".
    pub(super) fn known_before(&self, reading: &mut Reading<'a>, from: usize, to: usize) {
        let last = reading.name.map_or(to, |(_, end)| end).saturating_sub(1).max(from);
        let Some(member) = self.cast.for_surname(&self.view, last) else { return };
        let known = member.reading;
        reading.known = reading.known.or(known.known);
        reading.name = known.name.or(reading.name);
        reading.take_country(known.country, "name introduced elsewhere in the report", known.data);
        reading.stateless |= reading.country.is_none() && known.stateless;
        if reading.sector.is_none() {
            (reading.sector, reading.kind, reading.role) = (known.sector, known.kind, known.role);
            reading.presumed = known.presumed;
        }
    }

    /// "the minister", "the colonel": a person whom the report names with that title.
    pub(super) fn title_before(&self, reading: &mut Reading<'a>, from: usize, to: usize, part: Part) {
        let Some(role) = reading.role.filter(|r| matches!(r.sort(), Some(Sort::Title | Sort::Through)))
        else {
            return;
        };
        // "Its president" is somebody else's.
        let definite =
            self.view.small(from).any(Classes::DEFINITE) && self.view.small(from).any(Classes::ARTICLE);
        if reading.naming != Naming::Role || !definite || !self.means_one(from, to) {
            return;
        }
        let Some(member) = self.cast.for_title(from, role) else { return };
        if reading.agrees(&member.reading) {
            *reading = self.same_as(&member, part, "person of that title in the report");
        }
    }

    /// "the group", "the ministry": the last party of the same sector.
    pub(super) fn same_role_before(
        &self,
        reading: &mut Reading<'a>,
        hints: &mut Hints,
        from: usize,
        part: Part,
    ) {
        let definite = self.view.small(from).any(Classes::DEFINITE);
        let body = matches!(reading.role.and_then(|r| r.sort()), Some(Sort::Body | Sort::Through));
        if reading.naming != Naming::Role
            || reading.country.is_some()
            || reading.stateless
            || !definite
            || !(body || reading.role.is_some_and(|r| one_group(&r.name)))
        {
            return;
        }
        let armed = matches!(reading.sector, Some("REB" | "PRE"));
        if armed && reading.role.is_some_and(|r| one_group(&r.name)) {
            if let Some(member) =
                self.antecedent(from, Wanted::Group, part).filter(|m| m.reading.sector == reading.sector)
            {
                *reading = self.same_as(&member, part, "group named before");
            }
            return;
        }
        let Some(sector) = reading.sector else {
            if let Some(member) = self.antecedent(from, Wanted::Group, part) {
                *reading = self.same_as(&member, part, "group named before");
            }
            return;
        };
        if let Some(member) = self.cast.for_role(from, sector) {
            hints.same_role = Some(Back(member.reading.country));
        }
    }
}

/// "its fighters", "his men": members of the group that is spoken of.
pub(super) fn take_owner<'a>(reading: &mut Reading<'a>, owner: &Reading<'a>) {
    let group = owner.known.filter(|e| e.class == Class::Group);
    let armed = group.is_some_and(|g| armed_group(&g.sector));
    let men = armed && reading.role.is_some_and(|r| matches!(&*r.name, "man" | "men"));
    let members = men || reading.sector.is_some_and(bears_arms);
    if reading.naming == Naming::Role && reading.known.is_none() && members {
        reading.known = group;
        if let Some(group) = group.filter(|_| armed) {
            (reading.sector, reading.country) = (Some(&*group.sector), group.country);
            reading.stateless = group.country.is_none();
        }
    }
}

/// True for a word that means one group as a whole: "the militant group", not "the militants".
fn one_group(role: &str) -> bool {
    ["group", "organisation", "organization", "movement", "network"].iter().any(|end| role.ends_with(end))
}
