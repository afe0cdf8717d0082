//! A user's actors on top of the tables.

use super::{ActorSort, Finding, UserActor, check, read, text};
use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Entry, Sort};
use crate::parties::names::{plural, without_article};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Numbers of the entries of each id.
type Ids = HashMap<Box<str>, Vec<u32>>;

impl Actors {
    /// What is wrong with the text of a user's file, in the order of its lines.
    pub fn check_own(&self, file: &str) -> Vec<Finding> {
        self.read_own(file).1
    }

    /// Adds the actors of a user's file, unless something in it is an error; gives back what [`Actors::check_own`] does.
    #[must_use]
    pub fn add_own(&mut self, file: &str) -> Vec<Finding> {
        let (actors, found) = self.read_own(file);
        if found.iter().any(|f| f.error) {
            return found;
        }
        let ids = self.ids(&actors);
        let mut terms = HashMap::new();
        for actor in &actors {
            match ids.get(text(&actor.id)) {
                Some(numbers) => self.take_over(actor, numbers, &mut terms),
                None => self.add_new(actor),
            }
        }
        self.lexicon.share(&terms);
        self.own = Some(format!("{:x}", Sha256::digest(file)));
        found
    }

    /// SHA-256 of the user's file, where one was added.
    pub fn own_hash(&self) -> Option<&str> {
        self.own.as_deref()
    }

    fn read_own(&self, file: &str) -> (Vec<UserActor>, Vec<Finding>) {
        let (actors, mut found) = read::read(file);
        found.extend(check::check(self, &self.ids(&actors), &actors));
        found.sort_by_key(|f| f.line);
        (actors, found)
    }

    /// The entries with a name of their own whose ids the file gives.
    fn ids(&self, actors: &[UserActor]) -> Ids {
        let mut ids: Ids =
            actors.iter().flat_map(|a| &a.id).map(|id| (id.value.as_str().into(), Vec::new())).collect();
        if !ids.is_empty() {
            for (number, e) in self.entries.iter().enumerate().filter(|(_, e)| e.named()) {
                if let Some(all) = ids.get_mut(&e.id) {
                    all.extend(u32::try_from(number));
                }
            }
        }
        ids.retain(|_, numbers| !numbers.is_empty());
        ids
    }

    fn add_new(&mut self, actor: &UserActor) {
        let name = text(&actor.name);
        let class = match actor.sort.as_ref().map_or(ActorSort::Group, |s| s.value) {
            ActorSort::Group => Class::Group,
            ActorSort::Body => Class::Body,
            ActorSort::Person => Class::Leader,
            ActorSort::Role => Class::Role(Sort::People),
        };
        let mut e = Entry {
            class,
            name: name.into(),
            id: format!("user:{}", self.slug(name)).into(),
            country: None,
            sector: "".into(),
            kind: "".into(),
            from: None,
            to: None,
            own: None,
            party: "".into(),
        };
        self.say(&mut e, actor);
        self.put(e, actor);
    }

    /// Adds an entry under the names that the file gives it, with its office.
    fn put(&mut self, e: Entry, actor: &UserActor) {
        let (class, country) = (e.class, e.country);
        self.add(e, &mut forms(class, actor));
        if let Some(office) = &actor.office {
            self.add_office(country, &office.value.replace("defense", "defence"));
        }
    }

    /// Puts what the file says of an actor into its entry.
    fn say(&self, e: &mut Entry, actor: &UserActor) {
        e.own = Some(actor.line);
        let set = |place: &mut Box<str>, told: &str| {
            if !told.is_empty() {
                *place = told.into();
            }
        };
        set(&mut e.name, text(&actor.name));
        set(&mut e.sector, text(&actor.sector));
        set(&mut e.kind, text(&actor.kind));
        if let Some(office) = &actor.office {
            e.party = office.value.replace("defense", "defence").into();
        }
        e.country = self.codes.get(text(&actor.country)).copied().or(e.country);
        if actor.is_term() {
            (e.from, e.to) = (actor.from.as_ref().map(|d| d.value), actor.to.as_ref().map(|d| d.value));
        }
    }

    /// The entries of an id become the user's, with his names beside their own. What holds for a time, such as an office, is a term of
    /// its own beside those of the tables, in `terms`.
    fn take_over(&mut self, actor: &UserActor, numbers: &[u32], terms: &mut HashMap<u32, Vec<u32>>) {
        let Some(first) = numbers.first().and_then(|n| self.entry(*n)).cloned() else { return };
        if actor.is_term() {
            if let (Some(shown), Ok(new)) = (numbers.first(), u32::try_from(self.entries.len())) {
                terms.entry(*shown).or_default().push(new);
            }
            let mut term = first;
            self.say(&mut term, actor);
            self.put(term, actor);
            return;
        }
        for number in numbers {
            let Some(mut e) = self.entry(*number).cloned() else { continue };
            self.say(&mut e, actor);
            let class = e.class;
            if let Some(place) = self.entries.get_mut(*number as usize) {
                *place = e;
            }
            self.add_names(*number, &mut forms(class, actor));
        }
    }
}

/// The names of an actor in all the forms that the tables' names have.
fn forms(class: Class, actor: &UserActor) -> impl Iterator<Item = String> {
    let names = actor.names().map(|told| told.value.clone());
    let more = move |name: String| -> Vec<String> {
        match class {
            Class::Group => without_article(name).collect(),
            Class::Role(_) => plural(&name).into_iter().chain([name]).collect(),
            _ => vec![name],
        }
    };
    names.flat_map(more)
}
