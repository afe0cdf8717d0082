//! The Arrow shapes of reports, claims and events: those of the records, field for field.

use arrow_schema::{DataType, Field, FieldRef, Fields, Schema};
use pyo3::prelude::*;
use pyo3_arrow::PySchema;
use std::sync::Arc;

/// Columns of reports; all but `text` may be missing or null.
pub const REPORT: [&str; 7] = ["id", "text", "title", "publisher", "dateline", "published", "url"];

/// The schemas by name.
#[pyfunction]
pub fn schemas() -> Vec<(&'static str, PySchema)> {
    let report = REPORT.map(|name| if name == "text" { text(name) } else { maybe(text(name)) });
    let shape = |fields: Fields| PySchema::new(Arc::new(Schema::new(fields)));
    vec![
        ("REPORT_SCHEMA", shape(Fields::from(report.to_vec()))),
        ("CODED_SCHEMA", shape(coded())),
        ("CLAIM_SCHEMA", shape(claim())),
        ("EVENT_SCHEMA", shape(event())),
        ("PACKED_SCHEMA", shape(packed())),
        ("TELLING_SCHEMA", shape(telling())),
        ("MEMBER_SCHEMA", shape(member())),
        ("TIE_SCHEMA", shape(tie())),
        ("IN_ORDER_SCHEMA", shape(in_order())),
    ]
}

/// What coding makes of a report.
pub fn coded() -> Fields {
    Fields::from(vec![
        text("id"),
        maybe(list("claims", Field::new("item", DataType::Struct(claim()), false))),
        list("notes", text("item")),
    ])
}

/// A claim (docs/record.md).
pub fn claim() -> Fields {
    let party =
        || words_and([maybe(text("who")), maybe(text("country")), maybe(text("sector")), maybe(text("id"))]);
    Fields::from(vec![
        int("v"),
        text("id"),
        of("report", report_head()),
        of("evidence", vec![int("sentence"), int("start"), int("end"), text("text"), of("trigger", words())]),
        of("event", vec![text("type"), texts("modes"), text("quad"), text("scope"), flag("historical")]),
        text("status"),
        each("actors", party()),
        each("recipients", party()),
        each("places", words_and(place())),
        maybe(of("time", time())),
        each("casualties", figure([text("kind")], [maybe(text("whose")), maybe(int("subset_of"))])),
        each("counts", figure([maybe(text("what"))], [])),
        maybe(of("instrument", words())),
        each("sources", words_and([maybe(text("who")), maybe(text("kind")), maybe(text("cue"))])),
        maybe(of("denies", vec![text("claim"), text("what")])),
        real("confidence"),
        of("coder", vec![text("version"), text("model"), text("data"), maybe(text("actors"))]),
    ])
}

/// An event (docs/merging.md).
pub fn event() -> Fields {
    let place = vec![
        text("name"),
        maybe(text("country")),
        maybe(real("lat")),
        maybe(real("lon")),
        maybe(text("precision")),
    ];
    Fields::from(vec![
        int("v"),
        text("id"),
        text("type"),
        texts("modes"),
        text("grade"),
        maybe(text("first")),
        maybe(text("last")),
        maybe(of("place", place)),
        each("actors", event_party()),
        each("recipients", event_party()),
        each(
            "casualties",
            vec![text("kind"), maybe(int("low")), maybe(int("high")), each("figures", event_figure())],
        ),
        texts("instruments"),
        each("sources", vec![text("who"), maybe(text("kind")), texts("claims")]),
        texts("claims"),
        int("reports"),
        int("publishers"),
        int("independent_sources"),
        each("history", vec![maybe(text("since")), text("grade"), text("claim")]),
        text("summary"),
    ])
}

/// The claims of a report on their way.
pub fn packed() -> Fields {
    Fields::from(vec![text("report"), text("packed")])
}

/// A telling (docs/merging.md, "In parts").
pub fn telling() -> Fields {
    let keys = list("keys", int("item"));
    Fields::from(vec![text("order"), keys, text("report"), texts("claims"), int("told"), text("sheet")])
}

/// A telling on its way into an event.
fn member() -> Fields {
    Fields::from(vec![int("telling"), int("set"), text("report"), texts("claims"), int("told")])
}

/// Two tellings and how likely they are one event.
pub fn tie() -> Fields {
    Fields::from(vec![int("a"), int("b"), int("odds")])
}

/// The set of a telling.
pub fn in_set() -> Fields {
    Fields::from(vec![int("telling"), int("set")])
}

/// An event behind its place among all.
pub fn in_order() -> Fields {
    [FieldRef::new(text("order"))].into_iter().chain(event().iter().cloned()).collect()
}

fn report_head() -> Vec<Field> {
    let others = ["publisher", "title", "dateline", "published", "url"].map(|name| maybe(text(name)));
    [text("id")].into_iter().chain(others).collect()
}

fn words() -> Vec<Field> {
    vec![text("text"), int("start"), int("end")]
}

fn words_and(more: impl IntoIterator<Item = Field>) -> Vec<Field> {
    words().into_iter().chain(more).collect()
}

fn place() -> [Field; 9] {
    [
        text("name"),
        text("country"),
        text("admin1"),
        real("lat"),
        real("lon"),
        int("geonames_id"),
        text("precision"),
        real("radius_km"),
        int("candidates"),
    ]
    .map(maybe)
}

fn time() -> Vec<Field> {
    let days =
        [text("text"), int("start"), int("end"), text("first"), text("last"), text("part"), text("basis")];
    days.map(maybe).to_vec()
}

fn figure<const A: usize, const B: usize>(before: [Field; A], behind: [Field; B]) -> Vec<Field> {
    let bounds = [int("low"), int("high"), text("qualifier")].map(maybe);
    before.into_iter().chain(words()).chain(bounds).chain(behind).collect()
}

fn event_party() -> Vec<Field> {
    vec![
        text("who"),
        maybe(text("country")),
        maybe(text("sector")),
        maybe(text("id")),
        texts("named_by"),
        texts("denied_by"),
    ]
}

fn event_figure() -> Vec<Field> {
    vec![
        maybe(int("low")),
        maybe(int("high")),
        maybe(text("qualifier")),
        maybe(text("text")),
        text("source"),
        maybe(text("kind")),
        text("claim"),
        flag("newest"),
    ]
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

fn int(name: &str) -> Field {
    Field::new(name, DataType::Int64, false)
}

fn real(name: &str) -> Field {
    Field::new(name, DataType::Float64, false)
}

fn flag(name: &str) -> Field {
    Field::new(name, DataType::Boolean, false)
}

/// A field that is null where it is not known. Of a record that is null others see the fields as null, too.
fn maybe(field: Field) -> Field {
    let DataType::Struct(fields) = field.data_type() else { return field.with_nullable(true) };
    let fields: Vec<Field> = fields.iter().map(|inner| inner.as_ref().clone().with_nullable(true)).collect();
    of(field.name(), fields).with_nullable(true)
}

fn of(name: &str, fields: Vec<Field>) -> Field {
    Field::new(name, DataType::Struct(Fields::from(fields)), false)
}

fn list(name: &str, item: Field) -> Field {
    Field::new(name, DataType::List(FieldRef::new(item)), false)
}

fn each(name: &str, fields: Vec<Field>) -> Field {
    list(name, of("item", fields))
}

fn texts(name: &str) -> Field {
    list(name, text("item"))
}
