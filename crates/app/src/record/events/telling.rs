//! Who tells what: the claims that count, the reports that they stand in, their publishers and copies.

use super::Step;
use crate::record::insert::{Value, one_of};
use dateline_events::merge::Merger;
use dateline_events::record::Claim;
use dateline_events::record::event::EventRecord;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Claims read at a time.
const PAGE: i64 = 2_000;

/// A condition on a copy `c`: that it is the newest version of its article, and was not taken back.
const STANDS: &str = "not exists (select 1 from report n where n.article = c.article and n.version > c.version) \
    and not exists (select 1 from decision d where d.subject = c.name and d.what = 'retract' and d.at >= c.read_at)";

/// Copies of a report: how many, and who published them.
#[derive(Default)]
struct Copies {
    count: usize,
    publishers: BTreeSet<String>,
}

/// Where the claims stand, and who published what.
#[derive(Default)]
pub(crate) struct Telling {
    /// The report of each claim.
    report: HashMap<String, i64>,
    /// The publisher of each report.
    publisher: HashMap<i64, Option<String>>,
    copies: HashMap<i64, Copies>,
}

impl Telling {
    /// Reads all claims.
    pub(super) async fn read(
        from: &mut AnyConnection,
        merger: &mut Merger<'_>,
        told: &mut impl FnMut(Step),
    ) -> Result<Self, sqlx::Error> {
        let (mut telling, mut last) = (Self::default(), 0_i64);
        loop {
            let query =
                "select id, report, record from claim where counts = 1 and id > $1 order by id limit $2";
            let rows = sqlx::query(query).bind(last).bind(PAGE).fetch_all(&mut *from).await?;
            for row in &rows {
                last = row.try_get(0)?;
                let Some(claim) = claim(row)? else { continue };
                merger.add(&claim);
                telling.know(claim, row.try_get(1)?);
            }
            told(Step::Read(merger.len()));
            if rows.is_empty() {
                break;
            }
        }
        // A copy tells what its original tells, in whatever version that stands.
        let query = format!(
            "select r.id, c.publisher from report c join report o on o.id = c.copy_of \
             join report r on r.article = o.article where c.copy_of is not null and {STANDS}"
        );
        for row in sqlx::query(AssertSqlSafe(query)).fetch_all(from).await? {
            telling.add_copy(&row)?;
        }
        Ok(telling)
    }

    /// Reads what has changed since a change of the claims.
    pub(super) async fn catch_up(
        &mut self,
        from: &mut AnyConnection,
        merger: &mut Merger<'_>,
        mark: i64,
    ) -> Result<(), sqlx::Error> {
        let query = "select distinct r.id, r.name from change join report o on o.id = change.report \
            join report r on r.article = o.article where change.mark > $1";
        let mut by_name: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
        let mut ids: Vec<Value> = Vec::new();
        for row in sqlx::query(query).bind(mark).fetch_all(&mut *from).await? {
            let id: i64 = row.try_get(0)?;
            self.copies.remove(&id);
            ids.push(id.into());
            by_name.entry(row.try_get(1)?).or_default();
        }
        let query = "select id, report, record from claim where report in";
        for row in one_of(from, query, &ids, "and counts = 1 order by id").await? {
            let Some(claim) = claim(&row)? else { continue };
            by_name.entry(claim.report.id.clone()).or_default().push(claim.clone());
            self.know(claim, row.try_get(1)?);
        }
        by_name.iter().for_each(|(name, claims)| merger.replace(name, claims));
        let query = "select r.id, c.publisher from report r join report o on o.article = r.article \
            join report c on c.copy_of = o.id where r.id in";
        let and_stands = format!("and {STANDS}");
        for row in one_of(from, query, &ids, &and_stands).await? {
            self.add_copy(&row)?;
        }
        Ok(())
    }

    fn know(&mut self, claim: Claim, report: i64) {
        self.report.insert(claim.id, report);
        self.publisher.entry(report).or_insert(claim.report.publisher);
    }

    fn add_copy(&mut self, row: &AnyRow) -> Result<(), sqlx::Error> {
        let copies = self.copies.entry(row.try_get(0)?).or_default();
        copies.count += 1;
        copies.publishers.extend(row.try_get::<Option<String>, _>(1)?);
        Ok(())
    }

    /// The report that a claim stands in.
    pub(crate) fn report(&self, claim: &str) -> i64 {
        self.report.get(claim).copied().unwrap_or(0)
    }

    /// Versions of reports and publishers that tell of an event: what its record does not show, and what it is found by.
    pub(super) fn told_by(&self, event: &EventRecord, publishers: &BTreeSet<String>) -> String {
        let reports: BTreeSet<i64> = event.claims.iter().map(|claim| self.report(claim)).collect();
        format!("{reports:?}{publishers:?}")
    }

    /// Counts the copies of an event's reports; returns its publishers.
    pub(super) fn count(&self, event: &mut EventRecord) -> BTreeSet<String> {
        let reports: BTreeSet<i64> = event.claims.iter().map(|claim| self.report(claim)).collect();
        let mut publishers: BTreeSet<String> =
            reports.iter().filter_map(|report| self.publisher.get(report)?.clone()).collect();
        let before = publishers.len();
        for copies in reports.iter().filter_map(|report| self.copies.get(report)) {
            event.reports += copies.count;
            publishers.extend(copies.publishers.iter().cloned());
        }
        event.publishers += publishers.len() - before;
        publishers
    }
}

/// The claim of a row of id, report and record; none where it cannot be read.
fn claim(row: &AnyRow) -> Result<Option<Claim>, sqlx::Error> {
    Ok(serde_json::from_str::<Claim>(&row.try_get::<String, _>(2)?).ok())
}
