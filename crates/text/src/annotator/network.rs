//! The ONNX model, run on one core: reports are coded side by side, one on each core.

use super::ModelError;
use super::window::Window;
use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};
use std::collections::HashMap;
use std::sync::Arc;

const INPUTS: [&str; 5] = ["ids", "positions", "shapes", "firsts", "relations"];

/// A loaded model.
pub(super) struct Network {
    model: Model,
    inputs: [NodeId; 5],
    outputs: Vec<(String, NodeId)>,
}

thread_local! {
    // One pool of one thread for each thread that codes: with the library's own pool, which spreads every
    // multiplication over all cores, workers would wait for each other.
    static POOL: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

/// What the heads said of one window, by head; see `training/annotator.py` for the shapes.
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

impl Network {
    pub fn load(bytes: &'static [u8]) -> Result<Self, ModelError> {
        let wrong = |e: &dyn std::fmt::Display| ModelError::new(format!("model.onnx: {e}"));
        let model = ModelOptions::with_all_ops()
            .prepack_weights(true)
            .load_static_slice(bytes)
            .map_err(|e| wrong(&e))?;
        let mut inputs = Vec::new();
        for name in INPUTS {
            inputs.push(model.node_id(name).map_err(|e| wrong(&e))?);
        }
        let inputs = inputs.try_into().map_err(|_| ModelError::new("it lacks an input"))?;
        let name_of = |id: &NodeId| model.node_info(*id).and_then(|n| n.name().map(str::to_owned));
        let outputs = model.output_ids().iter().filter_map(|id| Some((name_of(id)?, *id))).collect();
        Ok(Self { model, inputs, outputs })
    }

    /// Runs one window.
    pub fn run(&self, window: &Window) -> Result<Logits, ModelError> {
        let (pieces, words) = (window.ids.len(), window.words.len());
        let row = |values: Vec<i32>| NdTensor::from_data([1, pieces], values);
        let [ids, positions, shapes, firsts, relations] = self.inputs;
        let inputs = vec![
            (ids, row(window.ids.clone()).into()),
            (positions, row((0..pieces as i32).collect()).into()),
            (shapes, row(window.shapes.clone()).into()),
            (firsts, NdTensor::from_data([words], window.firsts.clone()).into()),
            (relations, NdTensor::from_data([1, words, words], window.relations()).into()),
        ];
        let wanted: Vec<NodeId> = self.outputs.iter().map(|(_, id)| *id).collect();
        let mut options = RunOptions::default();
        options.thread_pool = Some(POOL.with(Arc::clone));
        let given = self
            .model
            .run(inputs, &wanted, Some(options))
            .map_err(|e| ModelError::new(format!("it does not run: {e}")))?;
        let mut values = HashMap::new();
        for ((name, _), value) in self.outputs.iter().zip(given) {
            let tensor: Tensor<f32> =
                value.try_into().map_err(|_| ModelError::new("an output is not f32"))?;
            values.insert(name.clone(), tensor);
        }
        Ok(Logits { values })
    }
}
