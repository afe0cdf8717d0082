//! The manifest beside a model: its labels, thresholds and origin.

use super::ModelError;
use serde::Deserialize;
use std::sync::Arc;

/// What a head is of that says something of an event.
pub(super) const TRIGGER: &str = "trigger";

/// What a model's manifest says, as far as the program needs it.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
    /// SHA-256 of the ONNX file, in hexadecimal.
    pub model_sha256: String,
    /// Labels of the trigger head, after its "outside" and "inside".
    pub trigger: Vec<Arc<str>>,
    /// Kinds of span, in the order of the span head.
    pub kinds: Vec<Arc<str>>,
    /// Roles, in the order of the link head.
    pub roles: Vec<Role>,
    /// The other heads.
    pub heads: Vec<Head>,
    /// Least probability of a trigger, of whatever type.
    pub least_trigger: f32,
    /// Least probability of a trigger's likeliest type.
    #[serde(default)]
    pub least_type: f32,
    /// Least probability that a span begins.
    pub least_span: f32,
    /// Least probability that a word belongs to a role of an event.
    pub least_word: f32,
    /// How windows are made.
    pub window: Windows,
    /// From the score of a trigger to how often such a claim is right.
    pub confidence: Calibration,
}

/// Platt's scaling of a probability: `sigmoid(slope * logit(p) + offset)`, fitted on tune (Platt 1999).
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Calibration {
    /// Factor of the logit.
    pub slope: f32,
    /// What is added to it.
    pub offset: f32,
}

impl Calibration {
    /// The calibrated probability.
    pub fn of(&self, score: f32) -> f32 {
        let score = score.clamp(1e-6, 1.0 - 1e-6);
        let logit = (score / (1.0 - score)).ln();
        1.0 / (1.0 + (-(self.slope * logit + self.offset)).exp())
    }
}

/// A role of the link head.
#[derive(Clone, Debug, Deserialize)]
pub struct Role {
    /// Its name.
    pub name: Arc<str>,
    /// The kind of span that can fill it.
    pub kind: Arc<str>,
    /// True where only the likeliest span fills it.
    pub single: bool,
    /// True where the span stands in the trigger's own sentence; else it may stand in an earlier one, never in a later.
    pub same_sentence: bool,
    /// Least probability of a link within the trigger's sentence.
    pub least: f32,
    /// Least probability of a link to an earlier sentence.
    pub least_before: f32,
}

/// A head that says something of a trigger or of a span.
#[derive(Clone, Debug, Deserialize)]
pub struct Head {
    /// Its name, which is the name of the model's output.
    pub name: Arc<str>,
    /// "trigger", or the kind of span that it reads.
    pub of: Arc<str>,
    /// "one" of the labels (softmax) or "any" of them (sigmoid each).
    pub form: Form,
    /// Least probability of a label that is given.
    pub least: f32,
    /// Least probability of a label beside a likelier one of its group ("ASSAULT/…"); labels stand apart where there is none.
    #[serde(default)]
    pub least_beside: Option<f32>,
    /// Its labels.
    pub labels: Vec<Arc<str>>,
    /// What is added to the logit of each label before it is read; none where empty.
    #[serde(default)]
    pub bias: Vec<f32>,
}

/// How a head's labels exclude each other.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Exactly one label holds.
    One,
    /// Each label holds or not.
    Any,
}

/// How windows are made.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Windows {
    /// Most pieces of a window's own sentences, unless one sentence is longer.
    pub own_pieces: usize,
    /// Most pieces of the sentences before them that give context.
    pub context_pieces: usize,
    /// Pieces after which a sentence is cut off.
    pub longest_sentence: usize,
    /// Words before the trigger's sentence that the reader of events is given.
    pub words_before: usize,
}

impl Manifest {
    /// Names of the heads that are read at words (those of kinds of span, and the two that find), and of events.
    pub(super) fn outputs(&self) -> (Vec<String>, Vec<String>) {
        let named = |of_event: bool| {
            let heads = self.heads.iter().filter(move |h| (&*h.of == TRIGGER) == of_event);
            heads.map(|h| h.name.to_string())
        };
        (
            ["trigger", "spans"].into_iter().map(str::to_owned).chain(named(false)).collect(),
            named(true).collect(),
        )
    }

    /// Parses and checks a manifest.
    pub(super) fn parse(text: &str) -> Result<Self, ModelError> {
        let manifest: Self =
            serde_json::from_str(text).map_err(|e| ModelError::new(format!("manifest.json: {e}")))?;
        let unknown = manifest.roles.iter().find(|r| !manifest.kinds.contains(&r.kind));
        if let Some(role) = unknown {
            return Err(ModelError::new(format!("manifest.json: role '{}' has an unknown kind", role.name)));
        }
        if manifest.window.own_pieces == 0 || manifest.window.longest_sentence > 500 {
            return Err(ModelError::new("manifest.json: windows do not fit the encoder"));
        }
        Ok(manifest)
    }
}
