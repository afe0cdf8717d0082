"""Scores on words alone, by the project's scorer, and the thresholds that give the best of them on tune."""
import copy
import importlib.util

import torch

from batches import batched, inputs
from decode import DEFAULTS, claims
from labels import FIELDS, ROLES


def scorer(path):
    """The reference scorer as a module."""
    specification = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def bare(claim, times):
    """A claim whose figures and days are its words, so that words alone can be scored.

    Days are scored by what words mean, not by where they begin ("on Friday", "Friday"): a time that shares half of its
    words with one of the gold `times` of its report counts as that one.
    """
    claim = copy.deepcopy(claim)
    for field in ("casualties", "counts"):
        for item in claim.get(field) or []:
            item["low"] = item["high"] = None
    for field in ("actors", "recipients", "sources"):
        for item in claim.get(field) or []:
            item["who"] = None
    when = claim.get("time")
    claim["time"] = None
    if when and when.get("start") is not None:
        name = max(times, key=lambda t: overlap(t, when), default=None)
        if name is None or overlap(name, when) < 0.5:
            name = (when["start"], when["end"])
        claim["time"] = {"first": str(name), "last": str(name)}
    return claim


def overlap(span, when):
    """Shared length over united length."""
    shared = min(span[1], when["end"]) - max(span[0], when["start"])
    return max(0, shared) / (max(span[1], when["end"]) - min(span[0], when["start"]))


def stated(claims):
    """Places of the gold times of a report."""
    return sorted({(c["time"]["start"], c["time"]["end"]) for c in claims if c.get("time") and c["time"].get("start") is not None})


@torch.no_grad()
def run(model, examples):
    """(window, logits) of each example, in order."""
    model.eval()
    found = {}
    for lot in batched(examples, 6000):
        logits = model(*inputs(lot))
        for n, example in enumerate(lot):
            size = len(example.window.words)
            own = {name: values[n, :size] for name, values in logits.items() if name != "links"}
            own["links"] = logits["links"][n, :, :size, :size]
            found[id(example)] = (example.window, own)
    return [found[id(example)] for example in examples]


def predictions(outputs, reports, thresholds):
    made = {report["id"]: [] for report in reports.values()}
    for window, logits in outputs:
        made[window.report] += claims(logits, window, reports[window.report], thresholds)
    return made


def score(module, golds, outputs, reports, thresholds):
    made = predictions(outputs, reports, thresholds)
    times = {k: stated(v) for k, v in golds.items()}
    return module.score({k: [bare(c, times[k]) for c in v] for k, v in golds.items()},
                        {k: [bare(c, times[k]) for c in v] for k, v in made.items()})


def thresholds(module, golds, outputs, reports):
    """The best on tune: the trigger's by typed F1, then each role's by its own F1. Roles do not touch each other, so that all
    of them are tried together."""
    best, grid = dict(DEFAULTS), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    roles = [role for role in ROLES if role != "instrument"]
    tried = lambda **changed: score(module, golds, outputs, reports, {**best, **changed})
    f1 = lambda result, field: result["end_to_end"][field]["f1"]
    best["trigger"] = max(grid, key=lambda t: f1(tried(trigger=t), "typed"))
    best["mode"] = max(grid, key=lambda t: tried(mode=t)["on_typed_pairs"]["modes"]["accuracy"])
    best["span"] = max(grid[:5], key=lambda t: sum(f1(tried(span=t), FIELDS[role]) for role in roles))
    near = {t: tried(**{role: t for role in ROLES}) for t in grid}
    best.update({role: max(grid, key=lambda t: f1(near[t], FIELDS[role])) for role in roles})
    far = {t: tried(before={role: t for role in ROLES}) for t in grid + [0.8, 0.9, 1.1]}
    best["before"] = {role: max(far, key=lambda t: f1(far[t], FIELDS[role])) if role in roles else 1.1 for role in ROLES}
    return best
