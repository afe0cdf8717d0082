//! The ONNX model, run on one core: reports are coded side by side, one on each core.
//!
//! The file holds two graphs (`training/graph.py`): one marks the words of a window, the other reads the words once more
//! for each event found.

use super::ModelError;
use super::window::Window;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

const MARK_INPUTS: [&str; 4] = ["ids", "positions", "shapes", "firsts"];
const READ_INPUTS: [&str; 4] = ["event_words", "event_at", "event_rows", "event_relations"];
/// The word vectors: what the first graph hands to the second.
const WORDS: &str = "words";
const ROLES: &str = "roles";

/// A loaded model.
pub(super) struct Network {
    model: Model,
    mark: Graph<4>,
    read: Graph<4>,
}

/// Inputs and outputs of one of the two graphs.
struct Graph<const N: usize> {
    inputs: [NodeId; N],
    names: Vec<String>,
    outputs: Vec<NodeId>,
}

thread_local! {
    // One pool of one thread for each thread that codes: with the library's own pool, which spreads every
    // multiplication over all cores, workers would wait for each other.
    static POOL: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

/// What one of the graphs said, by output; see `training/annotator.py` for the shapes.
pub(super) struct Logits {
    values: HashMap<String, Tensor<f32>>,
}

impl Logits {
    /// The output of one head.
    pub fn head(&self, name: &str) -> Result<&Tensor<f32>, ModelError> {
        self.values.get(name).ok_or_else(|| ModelError::new(format!("it has no output '{name}'")))
    }

    pub fn into_values(self) -> Vec<(String, Vec<f32>)> {
        self.values.into_iter().map(|(name, tensor)| (name, tensor.to_vec())).collect()
    }
}

impl<const N: usize> Graph<N> {
    fn of(model: &Model, inputs: [&str; N], heads: &[String]) -> Result<Self, ModelError> {
        let find = |name: &str| model.node_id(name).map_err(|e| ModelError::new(format!("model.onnx: {e}")));
        let mut ids = Vec::new();
        for name in inputs {
            ids.push(find(name)?);
        }
        let mut outputs = Vec::new();
        for name in heads {
            outputs.push(find(name)?);
        }
        let inputs = ids.try_into().map_err(|_| ModelError::new("it lacks an input"))?;
        Ok(Self { inputs, names: heads.to_vec(), outputs })
    }

    fn run(&self, model: &Model, values: [ValueOrView<'_>; N]) -> Result<Logits, ModelError> {
        let mut options = RunOptions::default();
        options.thread_pool = Some(POOL.with(Arc::clone));
        let inputs: Vec<_> = self.inputs.into_iter().zip(values).collect();
        let given = model
            .run(inputs, &self.outputs, Some(options))
            .map_err(|e| ModelError::new(format!("it does not run: {e}")))?;
        let mut values = HashMap::new();
        for (name, value) in self.names.iter().zip(given) {
            let tensor: Tensor<f32> =
                value.try_into().map_err(|_| ModelError::new("an output is not f32"))?;
            values.insert(name.clone(), tensor);
        }
        Ok(Logits { values })
    }
}

impl Network {
    /// Loads the file. `word_heads` are the outputs that are read at words, `event_heads` those read of an event.
    pub fn load(
        bytes: Cow<'static, [u8]>,
        word_heads: &[String],
        event_heads: &[String],
    ) -> Result<Self, ModelError> {
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let model = match bytes {
            Cow::Borrowed(carried) => options.load_static_slice(carried),
            Cow::Owned(read) => options.load(read),
        };
        let model = model.map_err(|e| ModelError::new(format!("model.onnx: {e}")))?;
        let with = |first: &str, heads: &[String]| [&[first.to_owned()], heads].concat();
        let mark = Graph::of(&model, MARK_INPUTS, &with(WORDS, word_heads))?;
        let read = Graph::of(&model, READ_INPUTS, &with(ROLES, event_heads))?;
        Ok(Self { model, mark, read })
    }

    /// Marks the words of one window.
    pub fn mark(&self, window: &Window) -> Result<Logits, ModelError> {
        let (pieces, words) = (window.ids.len(), window.words.len());
        let row = |values: Vec<i32>| NdTensor::from_data([1, pieces], values);
        self.mark.run(
            &self.model,
            [
                row(window.ids.clone()).into(),
                row((0..pieces as i32).collect()).into(),
                row(window.shapes.clone()).into(),
                NdTensor::from_data([words], window.firsts.clone()).into(),
            ],
        )
    }

    /// Reads the events at the words `triggers`, all of one sentence: outputs are [events, ...], roles of the words
    /// `window.seen_from` gives.
    pub fn read(&self, window: &Window, marked: &Logits, triggers: &[usize]) -> Result<Logits, ModelError> {
        let first = *triggers.first().ok_or_else(|| ModelError::new("no event was asked for"))?;
        let seen = window.seen_from(first);
        let all = marked.head(WORDS)?;
        let words = all.slice((.., seen.clone())).to_tensor();
        let at: Vec<i32> = triggers.iter().map(|word| (word - seen.start) as i32).collect();
        let rows: Vec<i32> = at.iter().enumerate().flat_map(|(n, at)| [n as i32, *at]).collect();
        let relations: Vec<i32> =
            triggers.iter().flat_map(|word| window.relations(*word, seen.clone())).collect();
        let count = triggers.len();
        self.read.run(
            &self.model,
            [
                words.into(),
                NdTensor::from_data([count], at).into(),
                NdTensor::from_data([count, 2], rows).into(),
                NdTensor::from_data([count, seen.len()], relations).into(),
            ],
        )
    }
}
