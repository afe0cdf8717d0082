"""The annotator as an ONNX graph, built node by node so that the file holds what is meant and nothing else.

Large weights are int8 with one scale for each output channel (each row of the word table); DequantizeLinear brings them
back to f32 when the program loads, so that the arithmetic of program and PyTorch is the same.
"""
import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from annotator import FLAT, LINK_WIDTH
from encoder import EPSILON, HEADS, WIDTH
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
                         self.constant(module.bias.detach().numpy()), axis=-1, epsilon=EPSILON)

    def rows(self, module, numbers):
        return self.node("Gather", self.weight(module.weight.detach().numpy(), 0), numbers, axis=0)


def encode(graph, encoder):
    """[1, pieces, WIDTH] from the inputs ids, positions and shapes."""
    x = graph.node("Add", graph.rows(encoder.words, "ids"), graph.rows(encoder.positions, "positions"))
    x = graph.norm(graph.node("Add", x, graph.rows(encoder.shapes, "shapes")), encoder.norm)
    size = WIDTH // HEADS
    split = graph.whole(0, 0, HEADS, size)
    for layer in encoder.layers:
        query, key, value = (graph.node("Reshape", graph.linear(x, f), split) for f in (layer.query, layer.key, layer.value))
        query = graph.node("Transpose", query, perm=[0, 2, 1, 3])
        key, value = graph.node("Transpose", key, perm=[0, 2, 3, 1]), graph.node("Transpose", value, perm=[0, 2, 1, 3])
        scores = graph.node("Mul", graph.node("MatMul", query, key), graph.constant(numpy.float32(size ** -0.5)))
        mixed = graph.node("MatMul", graph.node("Softmax", scores, axis=-1), value)
        mixed = graph.node("Reshape", graph.node("Transpose", mixed, perm=[0, 2, 1, 3]), graph.whole(0, 0, WIDTH))
        x = graph.norm(graph.node("Add", x, graph.linear(mixed, layer.output)), layer.norm_attention)
        inner = graph.linear(graph.node("Gelu", graph.linear(x, layer.wide)), layer.narrow)
        x = graph.norm(graph.node("Add", x, inner), layer.norm_output)
    return x


def links(graph, model, words):
    """[1, role, event word, span word]."""
    split = graph.whole(0, 0, len(ROLES), LINK_WIDTH)
    event = graph.node("Reshape", graph.node("Relu", graph.linear(words, model.link_event)), split)
    span = graph.node("Reshape", graph.linear(words, model.link_span), split)
    event, span = graph.node("Transpose", event, perm=[0, 2, 1, 3]), graph.node("Transpose", span, perm=[0, 2, 3, 1])
    score = graph.node("MatMul", event, span)
    bias = graph.node("Transpose", graph.linear(words, model.link_bias), perm=[0, 2, 1])
    bias = graph.node("Unsqueeze", bias, graph.whole(2))
    apart = graph.node("Transpose", graph.rows(model.link_relation, "relations"), perm=[0, 3, 1, 2])
    return graph.node("Add", graph.node("Add", score, bias), apart)


def build(model):
    """The whole model; inputs are of batch 1: ids, positions, shapes [1, pieces], firsts [words], relations [1, words, words]."""
    graph = Graph()
    words = graph.node("Gather", encode(graph, model.encoder), "firsts", axis=1)
    outputs = {name: graph.linear(words, model.flat[name]) for name in FLAT}
    outputs["links"] = links(graph, model, words)
    for name, value in outputs.items():
        graph.nodes.append(helper.make_node("Identity", [value], [name]))
    shapes = {"ids": [1, "pieces"], "positions": [1, "pieces"], "shapes": [1, "pieces"], "firsts": ["words"],
              "relations": [1, "words", "words"]}
    takes = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name, shape in shapes.items()]
    gives = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "words", width]) for name, width in FLAT.items()]
    gives.append(helper.make_tensor_value_info("links", TensorProto.FLOAT, [1, len(ROLES), "words", "words"]))
    body = helper.make_graph(graph.nodes, "annotator", takes, gives, graph.constants)
    made = helper.make_model(body, opset_imports=[helper.make_opsetid("", 20)], producer_name="dateline")
    made.ir_version = 9
    onnx.checker.check_model(made)
    return made


def round_weights(model):
    """Gives the PyTorch model the weights that the file holds, so that the two can be held against each other."""
    for name, parameter in model.named_parameters():
        if parameter.ndim == 2 and parameter.numel() >= QUANTISED_FROM:
            # Tables have one scale a row; a linear layer's [out, in] has one for each output, which is a row as well.
            values, scale = quantise(parameter.detach().numpy(), 0)
            parameter.data.copy_(parameter.new_tensor(values.astype(numpy.float32) * scale[:, None]))
