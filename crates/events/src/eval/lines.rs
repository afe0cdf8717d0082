//! Files of coded claims: one JSON object a line, a claim or a whole report with its claims.

use super::claim::CodedClaim;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;

/// Reports by id.
pub type Reports = BTreeMap<String, ReportClaims>;

/// What a file holds of one report.
#[derive(Clone, Debug, Default)]
pub struct ReportClaims {
    /// The fields of the report: its text, its publisher, and whatever else the file says of it.
    pub fields: Map<String, Value>,
    /// Its claims, in the order of the file.
    pub claims: Vec<CodedClaim>,
}

/// A line that is neither a claim nor a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineError {
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong there, and with which claim of it.
    pub reason: String,
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}: {}. A line must be one claim, {{\"report\":{{\"id\":\"…\"}},…}}, or one report with its claims, \
             {{\"report\":{{\"id\":\"…\",…}},\"claims\":[…]}}: mend or remove it",
            self.line, self.reason
        )
    }
}

impl std::error::Error for LineError {}

impl ReportClaims {
    /// A field of the report as text; nothing where it is missing, null or empty.
    pub fn field(&self, name: &str) -> Option<String> {
        match self.fields.get(name)? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()).filter(|t| !t.is_empty()),
            other => Some(other.to_string()),
        }
    }

    /// Takes over the fields that are not known yet.
    fn learn(&mut self, fields: Map<String, Value>) {
        for (key, value) in fields {
            let known = self.fields.entry(key).or_insert(Value::Null);
            if known.is_null() {
                *known = value;
            }
        }
    }
}

/// Reads `text` as a file of claims; an error names the first line that does not fit. Lines on the same report add up,
/// empty lines are skipped.
pub fn parse(text: &str) -> Result<Reports, LineError> {
    let mut reports = Reports::new();
    let text = text.trim_start_matches('\u{feff}');
    for (line, row) in text.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
        let (id, found) = parse_row(row).map_err(|reason| LineError { line: line + 1, reason })?;
        let report = reports.entry(id).or_default();
        report.learn(found.fields);
        report.claims.extend(found.claims);
    }
    Ok(reports)
}

fn parse_row(row: &str) -> Result<(String, ReportClaims), String> {
    let mut row: Map<String, Value> = serde_json::from_str(row).map_err(|e| e.to_string())?;
    let Some(Value::Object(fields)) = row.remove("report") else {
        return Err("it has no \"report\"".into());
    };
    let Some(Value::String(id)) = fields.get("id") else {
        return Err("its report has no \"id\", or one that is not text".into());
    };
    let id = id.clone();
    let claims = match row.remove("claims") {
        None => vec![parse_claim(Value::Object(row))?],
        Some(Value::Array(claims)) => {
            let numbered = claims.into_iter().enumerate();
            let claim = |(n, c)| parse_claim(c).map_err(|e| format!("claim {} of report {id}: {e}", n + 1));
            numbered.map(claim).collect::<Result<_, _>>()?
        }
        Some(_) => return Err("its \"claims\" are not a list".into()),
    };
    Ok((id, ReportClaims { fields, claims }))
}

fn parse_claim(claim: Value) -> Result<CodedClaim, String> {
    if !claim.is_object() {
        return Err("a claim must be an object".into());
    }
    serde_json::from_value(claim).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_reports_on_one_report_add_up() {
        let text = concat!(
            "{\"report\":{\"id\":\"a\",\"corpus\":null},\"claims\":[{\"id\":\"1\"}]}\r\n\n",
            "{\"report\":{\"id\":\"a\",\"corpus\":\"x\"},\"id\":\"2\",\"status\":null,\"denies\":{\"claim\":\"1\",\"what\":\"event\"}}\n",
            "{\"report\":{\"id\":\"b\"},\"claims\":[]}",
        );
        let reports = parse(text).unwrap();
        assert_eq!(reports["a"].claims.len(), 2);
        assert_eq!(reports["a"].claims[1].denied(), Some("1"));
        assert_eq!(reports["a"].field("corpus").as_deref(), Some("x"));
        assert_eq!(reports["b"].claims.len(), 0);
        assert_eq!(reports["b"].field("corpus"), None);
    }

    #[test]
    fn lists_may_be_null_and_hold_nothing() {
        let row =
            r#"{"report":{"id":"a"},"actors":null,"places":[null,{},{"text":"Homs","start":3.0,"end":7}]}"#;
        let claim = &parse(row).unwrap()["a"].claims[0];
        assert_eq!(claim.items(crate::eval::Measure::Actors).len(), 0);
        assert_eq!(claim.items(crate::eval::Measure::Places)[0].words.start, Some(3));
        assert_eq!(claim.items(crate::eval::Measure::Places).len(), 1);
    }

    #[test]
    fn names_the_line_and_the_claim_at_fault() {
        let reason = |text: &str| parse(text).unwrap_err();
        assert_eq!(reason("\n{\"report\":{\"id\":\"a\"},\"claims\":[]}\n{oops").line, 3);
        assert!(reason("[]").to_string().contains("line 1"));
        assert!(reason("{\"id\":\"a\"}").reason.contains("report"));
        assert!(reason("{\"report\":{\"id\":7}}").reason.contains("id"));
        let second = reason(r#"{"report":{"id":"a"},"claims":[{},{"status":5}]}"#).reason;
        assert!(second.contains("claim 2 of report a"), "{second}");
        let offset = reason(r#"{"report":{"id":"a"},"places":[{"start":1.5}]}"#).reason;
        assert!(offset.contains("1.5"), "{offset}");
        let null = reason(r#"{"report":{"id":"a"},"claims":null}"#).reason;
        assert!(null.contains("not a list"), "{null}");
    }
}
