//! Figures for those who keep the server running (OpenMetrics, as Prometheus reads it).

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::time::Duration;

/// What tells requests apart: their route, never what they ask for.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Labels {
    route: String,
    status: u16,
}

/// Counters of one server.
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    seconds: Histogram,
    events: Gauge,
    record_answers: Gauge,
}

impl Metrics {
    /// All at nought.
    pub fn new() -> Self {
        let (requests, events, record_answers) = (Family::default(), Gauge::default(), Gauge::default());
        let seconds = Histogram::new(exponential_buckets(0.000_5, 2.0, 14));
        let mut registry = Registry::with_prefix("dateline");
        registry.register("requests", "Requests by route and status", requests.clone());
        registry.register_with_unit("request", "How long answers took", Unit::Seconds, seconds.clone());
        registry.register("events", "Events of the record", events.clone());
        registry.register(
            "record_answers",
            "1 where the record answered when it was last asked",
            record_answers.clone(),
        );
        record_answers.set(1);
        Self { registry, requests, seconds, events, record_answers }
    }

    /// A request was answered.
    pub fn answered(&self, route: &str, status: u16, time: Duration) {
        self.requests.get_or_create(&Labels { route: route.to_owned(), status }).inc();
        self.seconds.observe(time.as_secs_f64());
    }

    /// How many events there are.
    pub fn set_events(&self, events: usize) {
        self.events.set(i64::try_from(events).unwrap_or(i64::MAX));
    }

    /// Whether the record answers.
    pub fn set_record_answers(&self, answers: bool) {
        self.record_answers.set(i64::from(answers));
    }

    /// All of it as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
