//! Events that have changed, written, and where ids went.

use super::ids::{Before, redirect};
use super::{Changes, Held, Step};
use crate::record::Record;
use crate::record::batch::{Batch, New};
use crate::record::report::short_hash;
use dateline_events::merge::{Merger, Settled, keep};
use dateline_events::record::event::EventRecord;
use sqlx::{AnyConnection, Row};

/// By what events can be asked for: a new number where that changes, so that all are written anew.
const FORM: &[u8] = b"3";

/// Writes what is told otherwise than before: of what settling touched, else of all.
pub(super) async fn write(
    to: &mut AnyConnection,
    record: &Record,
    held: &Held<'_>,
    touched: Option<&Settled>,
    told: &mut impl FnMut(Step),
) -> Result<Changes, sqlx::Error> {
    let now = held.merger.claimed(touched);
    let before = match touched {
        Some(touched) => Before::with_claims(to, touched.gone(), &now).await?,
        None => Before::all(to).await?,
    };
    let Before { claimed, mut known, elsewhere } = before;
    let kept = keep(&claimed, &now, |id| elsewhere.contains(id));
    drop((claimed, now, elsewhere));
    let mut changes = Changes::default();
    let mut batch = Batch::new(to, record, &held.telling).await?;
    let mut compared = 0;
    for mut event in events(&held.merger, touched) {
        if let Some(id) = kept.ids.get(&event.id) {
            event.id.clone_from(id);
        }
        let publishers = held.telling.count(&mut event);
        compared += 1;
        told(Step::Compared(compared));
        let text = serde_json::to_string(&event).unwrap_or_default();
        let told_by = held.telling.told_by(&event, &publishers);
        let hash = short_hash([FORM, text.as_bytes(), told_by.as_bytes()]);
        let before = known.remove(&event.id);
        match &before {
            Some((_, before)) if *before == hash => continue,
            Some(_) => changes.altered += 1,
            None => changes.new += 1,
        }
        batch.gone.extend(before.map(|(id, _)| id));
        batch.new.push(New { event, publishers, hash, text });
        batch.write_if_full(to).await?;
    }
    changes.gone = known.len();
    batch.gone.extend(known.into_values().map(|(id, _)| id));
    batch.write(to).await?;
    batch.end(to).await?;
    for moved in kept.redirects {
        redirect(to, moved).await?;
    }
    changes.events = sqlx::query("select count(*) from event").fetch_one(to).await?.try_get(0)?;
    Ok(changes)
}

fn events<'m>(
    merger: &'m Merger<'_>,
    touched: Option<&'m Settled>,
) -> Box<dyn Iterator<Item = EventRecord> + 'm> {
    match touched {
        Some(settled) => Box::new(merger.events_of(settled)),
        None => Box::new(merger.events()),
    }
}
