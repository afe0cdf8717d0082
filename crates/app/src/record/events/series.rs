//! Sums over time, written where they have changed.

use crate::record::insert::{Columns, insert, one_of};
use crate::record::report::short_hash;
use dateline_events::record::series::TollSeries;
use sqlx::AnyConnection;
use std::collections::HashMap;

/// What was written: hashes of the series by their ids; none before the first time.
#[derive(Default)]
pub(super) struct Written(Option<HashMap<String, String>>);

impl Written {
    /// Writes what differs from before; all the first time.
    pub(super) async fn write(
        &mut self,
        to: &mut AnyConnection,
        series: &[TollSeries],
    ) -> Result<(), sqlx::Error> {
        if self.0.is_none() {
            sqlx::query("delete from series").execute(&mut *to).await?;
        }
        let mut before = self.0.take().unwrap_or_default();
        let (mut now, mut rows, mut gone) = (HashMap::new(), Vec::new(), Vec::new());
        for one in series {
            let text = serde_json::to_string(one).unwrap_or_default();
            let hash = short_hash([text.as_bytes()]);
            let old = before.remove(&one.id);
            if old.as_ref() != Some(&hash) {
                gone.extend(old.map(|_| one.id.as_str().into()));
                rows.push(vec![one.id.as_str().into(), text.into()]);
            }
            now.insert(one.id.clone(), hash);
        }
        gone.extend(before.into_keys().map(Into::into));
        one_of(to, "delete from series where name in", &gone, "").await?;
        insert(to, Columns::new("series", &["name", "record"], "on conflict do nothing"), rows).await?;
        self.0 = Some(now);
        Ok(())
    }
}
