//! A filter in the language of the databases.

use super::engine::Engine;
use super::find::Filter;
use super::insert::Value;
use super::words;
use dateline_events::parties::fold;

/// A filter as conditions, with the values of their parameters.
pub(super) struct Wanted {
    engine: Engine,
    conditions: Vec<String>,
    pub values: Vec<Value>,
    /// True where the rows of one value of a facet lead to the events: those are in order, so that the newest are found at once.
    by_facet: bool,
}

impl Wanted {
    /// The number of the next parameter, whose value this is.
    pub(super) fn next(&mut self, value: impl Into<Value>) -> usize {
        self.values.push(value.into());
        self.values.len()
    }

    fn one_of(&mut self, column: &str, values: &[String]) {
        if !values.is_empty() {
            let marks: Vec<String> =
                values.iter().map(|value| format!("${}", self.next(value.as_str()))).collect();
            self.conditions.push(format!("{column} in ({})", marks.join(",")));
        }
    }

    /// From a filter.
    pub(super) fn of(engine: Engine, filter: &Filter) -> Self {
        let mut all = Self { engine, conditions: Vec::new(), values: Vec::new(), by_facet: false };
        all.words(filter);
        for (value, condition) in [(&filter.from, "event.day >= "), (&filter.to, "event.day <= ")] {
            if let Some(day) = value {
                let n = all.next(day.as_str());
                all.conditions.push(format!("{condition}${n} and event.day <> ''"));
            }
        }
        all.area(filter);
        all.one_of("event.country", &filter.countries);
        all.one_of("event.kind", &filter.kinds);
        all.one_of("event.grade", &filter.grades);
        if let Some(killed) = filter.killed {
            let n = all.next(killed);
            all.conditions.push(format!("event.killed_low >= ${n}"));
        }
        for (facet, values) in &filter.facets {
            all.facet(facet, values);
        }
        all
    }

    fn facet(&mut self, facet: &'static str, values: &[String]) {
        let facet = self.next(facet);
        let values: Vec<String> = values.iter().map(|value| fold(value.trim())).collect();
        let marks: Vec<String> =
            values.iter().map(|value| format!("${}", self.next(value.as_str()))).collect();
        let marks = marks.join(",");
        if values.len() == 1 && !self.by_facet {
            self.by_facet = true;
            self.conditions.push(format!("f.facet = ${facet} and f.value = {marks}"));
        } else {
            self.conditions.push(format!(
                "event.id in (select event from facet where facet = ${facet} and value in ({marks}))"
            ));
        }
    }

    fn words(&mut self, filter: &Filter) {
        let Some(text) = filter.words.as_deref() else { return };
        let words = words::words(text);
        if words.is_empty() {
            if !text.trim().is_empty() {
                // Signs alone are in no event.
                self.conditions.push("1 = 0".to_owned());
            }
            return;
        }
        let query = self.engine.query(&words, !text.ends_with(char::is_whitespace));
        let n = self.next(query);
        self.conditions.push(self.engine.has_words(n));
    }

    fn area(&mut self, filter: &Filter) {
        let Some([south, north, west, east]) = filter.area else { return };
        let parts = if west <= east { vec![(west, east)] } else { vec![(west, 180.0), (-180.0, east)] };
        let within = |(west, east)| {
            let n = self.next(Some(south));
            [north, west, east].into_iter().for_each(|edge| _ = self.next(Some(edge)));
            self.engine.within(n)
        };
        let parts: Vec<String> = parts.into_iter().map(within).collect();
        self.conditions.push(format!("({})", parts.join(" or ")));
    }

    /// Only events behind a number.
    pub(super) fn behind(&mut self, number: i64) {
        let n = self.next(number);
        self.conditions.push(format!("event.id > ${n}"));
    }

    /// What stands behind "order by".
    pub(super) fn newest_first(&self) -> &'static str {
        if self.by_facet { "f.day desc, f.event desc" } else { "event.day desc, event.id desc" }
    }

    /// The column of the event's number.
    pub(super) fn number(&self) -> &'static str {
        if self.by_facet { "f.event" } else { "event.id" }
    }

    /// From "from" to the last condition.
    pub(super) fn rest(&self) -> String {
        // SQLite takes the tables of a cross join in the order in which they stand.
        let from = if self.by_facet { "facet as f cross join event" } else { "event" };
        let joined = if self.by_facet { "event.id = f.event" } else { "true" };
        let conditions: Vec<&str> =
            std::iter::once(joined).chain(self.conditions.iter().map(String::as_str)).collect();
        format!("from {from} where {}", conditions.join(" and "))
    }

    /// The same where only a number is wanted: what the facet alone can tell, it tells.
    pub(super) fn rest_to_count(&self) -> String {
        match self.conditions.as_slice() {
            [only] if self.by_facet => format!("from facet as f where {only}"),
            _ => self.rest(),
        }
    }
}
