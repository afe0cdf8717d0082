"""The annotator as an ONNX graph, built node by node so that the file holds what is meant and nothing else.

Large weights are int8 with one scale for each output channel (each row of a table); DequantizeLinear brings them back to f32
when the program loads, so that the arithmetic of program and PyTorch is the same.

The file holds two graphs, of which the program runs what it needs: from ids, positions, shapes and firsts to the word vectors
and the flat heads; and from word vectors and the places of triggers to what the reader of events says.
"""
import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from annotator import TOLD
from labels import ROLES

QUANTISED_FROM = 10_000


def quantise(weight, axis):
    """(int8 values, f32 scales): symmetric, one scale for each index of `axis`."""
    others = tuple(n for n in range(weight.ndim) if n != axis)
    scale = numpy.maximum(numpy.abs(weight).max(axis=others), 1e-8).astype(numpy.float32) / numpy.float32(127)
    shape = [1] * weight.ndim
    shape[axis] = -1
    return numpy.clip(numpy.rint(weight / scale.reshape(shape)), -127, 127).astype(numpy.int8), scale


class Graph:
    """A graph under construction; every method returns the name of the value that it adds."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def node(self, op, *inputs, **attributes):
        self.count += 1
        name = f"v{self.count}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], **attributes))
        return name

    def constant(self, array):
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def whole(self, *numbers):
        return self.constant(numpy.array(numbers, dtype=numpy.int64))

    def weight(self, array, axis):
        """A weight; int8 if it is large."""
        array = array.astype(numpy.float32)
        if array.size < QUANTISED_FROM:
            return self.constant(array)
        values, scale = quantise(array, axis)
        return self.node("DequantizeLinear", self.constant(values), self.constant(scale), axis=axis)

    def linear(self, x, module):
        weight = module.weight.detach().numpy().T
        return self.node("Add", self.node("MatMul", x, self.weight(weight, 1)), self.constant(module.bias.detach().numpy()))

    def norm(self, x, module):
        return self.node("LayerNormalization", x, self.constant(module.weight.detach().numpy()),
                         self.constant(module.bias.detach().numpy()), axis=-1, epsilon=module.eps)

    def rows(self, module, numbers):
        return self.node("Gather", self.weight(module.weight.detach().numpy(), 0), numbers, axis=0)

    def near(self, x, layer):
        """One layer over neighbours, [batch, length, width] to the same."""
        edged = self.node("Pad", x, self.whole(0, 1, 0, 0, 1, 0))
        before, after = (self.node("Slice", edged, self.whole(a), self.whole(b), self.whole(1)) for a, b in ((0, -2), (2, 2 ** 31 - 1)))
        mixed = self.linear(self.node("Concat", before, x, after, axis=2), layer.mix)
        return self.norm(self.node("Add", x, self.node("Gelu", mixed)), layer.norm)

    def layer(self, x, layer, width):
        """One transformer layer, [batch, length, width] to the same."""
        size = width // layer.heads
        split = self.whole(0, 0, layer.heads, size)
        query, key, value = (self.node("Reshape", self.linear(x, f), split) for f in (layer.query, layer.key, layer.value))
        query = self.node("Transpose", query, perm=[0, 2, 1, 3])
        key, value = self.node("Transpose", key, perm=[0, 2, 3, 1]), self.node("Transpose", value, perm=[0, 2, 1, 3])
        scores = self.node("Mul", self.node("MatMul", query, key), self.constant(numpy.float32(size ** -0.5)))
        mixed = self.node("MatMul", self.node("Softmax", scores, axis=-1), value)
        mixed = self.node("Reshape", self.node("Transpose", mixed, perm=[0, 2, 1, 3]), self.whole(0, 0, width))
        x = self.norm(self.node("Add", x, self.linear(mixed, layer.output)), layer.norm_attention)
        inner = self.linear(self.node("Gelu", self.linear(x, layer.wide)), layer.narrow)
        return self.norm(self.node("Add", x, inner), layer.norm_output)


def encode(graph, encoder):
    """[1, pieces, width] from the inputs ids, positions and shapes."""
    x = graph.node("Add", graph.rows(encoder.words, "ids"), graph.rows(encoder.positions, "positions"))
    x = graph.norm(graph.node("Add", x, graph.rows(encoder.shapes, "shapes")), encoder.norm)
    x = x if encoder.widen is None else graph.linear(x, encoder.widen)
    for layer in encoder.near:
        x = graph.near(x, layer)
    for layer in encoder.layers:
        x = graph.layer(x, layer, encoder.width)
    return x


def read(graph, reader):
    """{output: value} of the reader of events, from event_words [1, words, width] that all events of a run share, event_at [events],
    event_rows [events, 2] (number of the event, event_at) and event_relations [events, words]."""
    event = graph.linear(graph.node("Gather", "event_words", "event_at", axis=1), reader.event)
    x = graph.node("Add", graph.linear("event_words", reader.narrow), graph.node("Transpose", event, perm=[1, 0, 2]))
    x = graph.norm(graph.node("Add", x, graph.rows(reader.relation, "event_relations")), reader.norm)
    for layer in reader.layers:
        x = graph.layer(x, layer, reader.width)
    told = graph.node("GatherND", x, "event_rows")
    return {"roles": graph.node("Transpose", graph.linear(x, reader.roles), perm=[0, 2, 1]),
            **{name: graph.linear(told, reader.told[name]) for name in TOLD}}


def build(model):
    """The whole model; the first graph takes a batch of one window, the second the events of one sentence."""
    graph, width = Graph(), model.encoder.width
    words = graph.node("Gather", encode(graph, model.encoder), "firsts", axis=1)
    outputs = {"words": words, **{name: graph.linear(words, head) for name, head in model.flat.items()}, **read(graph, model.reader)}
    for name, value in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [value], [name]))
    whole = {"ids": [1, "pieces"], "positions": [1, "pieces"], "shapes": [1, "pieces"], "firsts": ["words"], "event_at": ["events"],
             "event_rows": ["events", 2], "event_relations": ["events", "seen"]}
    takes = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name, shape in whole.items()]
    takes.append(helper.make_tensor_value_info("event_words", TensorProto.FLOAT, [1, "seen", width]))
    shapes = {"words": [1, "words", width], "roles": ["events", len(ROLES), "seen"], **{name: ["events", n] for name, n in TOLD.items()},
              **{name: [1, "words", head.out_features] for name, head in model.flat.items()}}
    gives = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shapes[name]) for name in outputs]
    made = helper.make_model(helper.make_graph(graph.nodes, "annotator", takes, gives, graph.constants),
                             opset_imports=[helper.make_opsetid("", 20)], producer_name="dateline")
    made.ir_version = 9
    onnx.checker.check_model(made)
    return made


def round_weights(model):
    """Gives the PyTorch model the weights that the file holds, so that the two can be held against each other."""
    for parameter in model.parameters():
        if parameter.ndim == 2 and parameter.numel() >= QUANTISED_FROM:
            # Tables have one scale a row; a linear layer's [out, in] has one for each output, which is a row as well.
            values, scale = quantise(parameter.detach().numpy(), 0)
            parameter.data.copy_(parameter.new_tensor(values.astype(numpy.float32) * scale[:, None]))
