//! What all requests share: the record, the overview of its events, word of changes, and the user's own basemap.

use super::basemap::Basemap;
use super::metrics::Metrics;
use super::refusal::Refusal;
use crate::record::Record;
use crate::record::events::Marks;
use crate::record::overview::Overview;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;

/// How often to look whether the record has changed.
const EVERY: Duration = Duration::from_secs(1);

/// The state of the record, as far as answers depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// How often reports have come.
    pub reports: i64,
    /// How often its claims have changed.
    pub claims: i64,
    /// At which of these changes the events were made.
    pub mark: i64,
    /// How many events there are.
    pub events: usize,
}

/// Shared by all requests.
pub struct Shared {
    pub record: Record,
    pub metrics: Metrics,
    /// The user's own; none where the map is Natural Earth's.
    pub basemap: Option<Basemap>,
    /// What no other run of a server has: two records can be in the same state by number.
    pub run: String,
    /// Held while examples are loaded.
    pub loading: tokio::sync::Mutex<()>,
    overview: RwLock<Arc<Overview>>,
    state: watch::Sender<State>,
}

impl Shared {
    /// Reads the overview.
    pub async fn begin(record: Record, basemap: Option<Basemap>) -> Result<Arc<Self>, sqlx::Error> {
        let (state, _) = watch::channel(State::default());
        let metrics = Metrics::new();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
        let run = format!("{now}.{}", std::process::id());
        let (overview, loading) = (RwLock::default(), tokio::sync::Mutex::default());
        let shared = Self { record, metrics, basemap, run, loading, overview, state };
        shared.renew().await?;
        Ok(Arc::new(shared))
    }

    /// Looks for changes until the end of the program.
    pub async fn keep_up(self: Arc<Self>) {
        loop {
            tokio::time::sleep(EVERY).await;
            // A record that is gone for a while is asked again; requests say meanwhile what is wrong.
            self.metrics.set_record_answers(self.renew().await.is_ok());
        }
    }

    /// Looks whether the record has changed.
    pub async fn renew(&self) -> Result<(), sqlx::Error> {
        let Marks { claims, events, reports } = self.record.marks().await?;
        let old = self.overview();
        if events != old.mark() || old.is_empty() {
            let new = Arc::new(self.record.renewed(&old).await?);
            *self.overview.write().unwrap_or_else(PoisonError::into_inner) = new;
        }
        let new = self.overview();
        let state = State { reports, claims, mark: new.mark(), events: new.len() };
        self.metrics.set_events(new.len());
        self.state.send_if_modified(|old| std::mem::replace(old, state) != state);
        Ok(())
    }

    /// The events as of the last look.
    pub fn overview(&self) -> Arc<Overview> {
        Arc::clone(&self.overview.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The state of the record as of the last look.
    pub fn state(&self) -> State {
        *self.state.borrow()
    }

    /// Word of every change.
    pub fn changes(&self) -> watch::Receiver<State> {
        self.state.subscribe()
    }

    /// What the record fails with.
    pub fn failed(&self, error: &sqlx::Error) -> Refusal {
        Refusal::of_record(&self.record.fault(error))
    }
}
