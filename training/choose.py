"""Scores on words alone, by the project's scorer, and the thresholds that give the best of them on tune."""
import copy
import importlib.util
import math

import torch

from batches import batched, inputs, moved
from decode import DEFAULTS, claims
from events import view
from labels import FIELDS, ROLES
from targets import FIRST_TYPE
from windows import seen_from


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
def run(model, examples, least=0.1):
    """(window, logits) of each example, in order; logits["events"]: for each word that may be a trigger, what is read of its event."""
    model.eval()
    found, device = {}, next(model.parameters()).device
    for lot in batched(examples, 6000):
        windows = [example.window for example in lot]
        given = inputs(windows)
        words = model.words(moved(given, device))
        logits = moved(model.marks(words), "cpu")
        own = [{name: values[n, :len(window.words)] for name, values in logits.items()} for n, window in enumerate(windows)]
        read(model, windows, words, given.sentences, own, least)
        found.update({id(example): pair for example, pair in zip(lot, zip(windows, own))})
    return [found[id(example)] for example in examples]


def read(model, windows, words, sentences, logits, least):
    """Adds what the reader says of each possible event."""
    places = []
    for n, (window, own) in enumerate(zip(windows, logits)):
        own["events"] = {}
        begins = own["trigger"].softmax(-1)[:, FIRST_TYPE:].sum(-1)
        places += asked(n, window, begins, least)
    for some in (places[k:k + 64] for k in range(0, len(places), 64)):
        given = moved(model.read(words, moved(view(some, sentences), words.device))[1], "cpu")
        for e, (n, first, word, last) in enumerate(some):
            logits[n]["events"][word] = {"from": first, **{name: values[e] for name, values in given.items()},
                                         "roles": given["roles"][e, :, :last - first]}


def asked(n, window, begins, least):
    """(n, first, word, last + 1) of each own word of a window that is likely enough to begin an event."""
    sentences = [w.sentence for w in window.words]
    found = []
    for word in range(window.own_from, len(sentences)):
        if begins[word] >= least:
            first, last = seen_from(sentences, word)
            found.append((n, first, word, last))
    return found


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


def of_status(result):
    """Right where either is not 'occurred', and a little for right at all."""
    pairs = result["on_typed_pairs"]
    return pairs.get("status (either not 'occurred')", {"accuracy": 0.0})["accuracy"] + pairs["status"]["accuracy"]


# Typed F1 that is given for lower bars: who reads a claim can leave it out, but nobody sees one that is not there.
ALIKE = 0.005


def bars(typed):
    """The lowest bars, for an event at all and for its likeliest type, that are as good as the best; typed(trigger, type) gives F1."""
    pairs = [(trigger, kind) for trigger in (0.2, 0.3, 0.4, 0.5, 0.6) for kind in (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)]
    scores = {pair: typed(*pair) for pair in pairs}
    return next(pair for pair in pairs if scores[pair] >= max(scores.values()) - ALIKE)


def thresholds(module, golds, outputs, reports):
    """The best on tune: the trigger's by typed F1, then each role's by its own F1. Roles do not touch each other, so that all
    of them are tried together."""
    best, grid = dict(DEFAULTS), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
    roles = [role for role in ROLES if role != "instrument"]
    tried = lambda **changed: score(module, golds, outputs, reports, {**best, **changed})
    f1 = lambda result, field: result["end_to_end"][field]["f1"]
    best["trigger"], best["type"] = bars(lambda trigger, kind: f1(tried(trigger=trigger, type=kind), "typed"))
    best["status"] = max([0.0, 0.5, 1.0, 1.5, 2.0, 2.5], key=lambda t: of_status(tried(status=t)))
    for mode, tries in (("mode", [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]), ("mode_beside", grid[3:])):
        best[mode] = max(tries, key=lambda t: tried(**{mode: t})["on_typed_pairs"]["modes"]["accuracy"])
    best["word"] = max(grid[1:4], key=lambda t: sum(f1(tried(word=t), FIELDS[role]) for role in roles))
    best["span"] = max(grid[2:5], key=lambda t: sum(f1(tried(span=t), FIELDS[role]) for role in roles))
    near = {t: tried(**{role: t for role in ROLES}) for t in grid}
    best.update({role: max(grid, key=lambda t: f1(near[t], FIELDS[role])) for role in roles})
    far = {t: tried(before={role: t for role in ROLES}) for t in grid + [0.9, 1.1]}
    best["before"] = {role: max(far, key=lambda t: f1(far[t], FIELDS[role])) if role in roles else 1.1 for role in ROLES}
    return best


def judged(module, golds, outputs, reports, thresholds):
    """(score of the trigger, whether the claim's type is right) of each predicted claim."""
    made, pairs = predictions(outputs, reports, thresholds), []
    for report, predicted in made.items():
        right = {p["id"] for g, p in module.assign(golds[report], predicted) if g["event"]["type"] == p["event"]["type"]}
        pairs += [(claim["confidence"], claim["id"] in right) for claim in predicted]
    return pairs


def calibration(pairs):
    """Platt's scaling (1999): slope and offset of the logit, by Newton's method, towards his smoothed targets."""
    right = sum(r for _, r in pairs)
    high, low = (right + 1) / (right + 2), 1 / (len(pairs) - right + 2)
    slope, offset = 1.0, 0.0
    rows = [(math.log(p / (1 - p)), high if r else low) for p, r in ((min(max(p, 1e-6), 1 - 1e-6), r) for p, r in pairs)]
    for _ in range(50):
        gradient, hessian = [0.0, 0.0], [[1e-6, 0.0], [0.0, 1e-6]]
        for x, wanted in rows:
            p = 1 / (1 + math.exp(-(slope * x + offset)))
            for i, a in enumerate((x, 1.0)):
                gradient[i] += (p - wanted) * a
                for j, b in enumerate((x, 1.0)):
                    hessian[i][j] += p * (1 - p) * a * b
        determinant = hessian[0][0] * hessian[1][1] - hessian[0][1] ** 2
        slope -= (hessian[1][1] * gradient[0] - hessian[0][1] * gradient[1]) / determinant
        offset -= (hessian[0][0] * gradient[1] - hessian[0][1] * gradient[0]) / determinant
    return {"slope": slope, "offset": offset}
