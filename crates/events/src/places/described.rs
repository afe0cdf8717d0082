//! Descriptions with "of": "the town of X", "the outskirts of X", "the X district of Y".

use super::found::Found;
use super::landmark::is_famous;
use super::phrase::{Head, Phrase};
use super::reader::Reader;
use super::token::Token;
use crate::gazetteer::PlaceId;
use crate::gazetteer::words::Class;

impl Reader<'_> {
    /// True where the segment, before "of", only describes: "town", "northern district", "Damascus suburb".
    pub(super) fn is_bare_description(&self, segment: &[Token], names: &[Found]) -> bool {
        let Some(last) = segment.last() else { return false };
        let named = names.iter().any(|f| f.end == segment.len());
        if named || (last.capital && segment.len() > 1) {
            return false;
        }
        let part = |t: &Token| self.is(t, Class::Part) || self.is(t, Class::Direction);
        // "Kisweh south of Damascus" is no description of Damascus.
        let describes = |t: &Token| {
            part(t) || self.is(t, Class::State) || self.is(t, Class::Lead) || t.lower.ends_with("ern")
        };
        self.class_of(last).is_some() || (part(last) && segment.iter().all(describes))
    }

    /// "the town of X", "the outskirts of X", "the Damascus suburb of X", "the X district of Damascus".
    pub(super) fn described(&self, segment: &[Token], rest: &[Token], depth: usize) -> Phrase {
        let called = segment.last().and_then(|t| self.class_of(t));
        let quarter =
            called == Some(Class::Quarter) || called == Some(Class::Town) || called == Some(Class::Admin2);
        let names = self.names(segment);
        let mut outer = self.phrase(rest, depth - 1);
        match names.first() {
            Some(found) if quarter && !self.is_larger(found, &outer) => {
                let mut inner = self.segment(segment, &names, depth - 1);
                inner.inside = Some(Box::new(outer));
                inner
            }
            Some(found) => {
                let mut holder = Phrase::new(Head::Name(found.places.clone()));
                holder.name = self.words(segment.get(found.first..found.end).unwrap_or_default());
                holder.label = holder.name.clone();
                outer.called = called.or(outer.called);
                outer.inside.get_or_insert(Box::new(holder));
                outer
            }
            None if called == Some(Class::Capital) => {
                let mut capital = Phrase::new(Head::Definite(Class::Capital));
                (capital.label, capital.inside) = (self.words(segment), Some(Box::new(outer)));
                capital
            }
            None => {
                outer.demonyms.extend(self.demonyms(segment));
                outer.called = called.or(outer.called);
                // "the north of X", "the northern part of X"; but "the northern town of X" is all of X.
                let last = segment.last().filter(|t| self.is(t, Class::Direction) || self.is(t, Class::Part));
                let way = segment.iter().find(|t| self.is(t, Class::Direction));
                if let (Some(last), Some(way), None) = (last, way, &outer.direction) {
                    let beyond = self.is(last, Class::Direction);
                    let wide = matches!(outer.head, Head::Definite(Class::Country | Class::Admin1))
                        || called.is_some();
                    if beyond || wide {
                        (outer.direction, outer.beyond) = (Some(way.lower.clone()), true);
                    }
                }
                outer
            }
        }
    }

    /// True where the name in "the A district of B" is the greater of the two: "the Damascus district of Midan".
    pub(super) fn is_larger(&self, found: &Found, other: &Phrase) -> bool {
        let Head::Name(ids) = &other.head else { return false };
        let own = |id: &&PlaceId| {
            let place = self.gazetteer.place(**id);
            place.is_some_and(|p| {
                crate::gazetteer::fold::fold(&p.name) == crate::gazetteer::fold::fold(&other.name)
            })
        };
        let own: Vec<PlaceId> = ids.iter().filter(own).copied().collect();
        is_famous(self.gazetteer, &found.places) && !is_famous(self.gazetteer, &own)
    }
}
