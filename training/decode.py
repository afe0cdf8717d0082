"""From logits to claims, as the program does it (crates/text/src/annotator/decode.rs), for choosing on tune.

Figures, names and days are the program's work: here a claim has only its words.
"""
import torch

from labels import CASUALTY_KINDS, FIELDS, KINDS, MODES, ROLES, SAME_SENTENCE, SECTORS, SOURCE_KINDS, STATUSES, TYPES
from targets import FIRST_TYPE, INSIDE, OUTSIDE

# A role's own threshold is for words of the trigger's sentence, that under "before" for words of an earlier one.
DEFAULTS = {"trigger": 0.5, "type": 0.0, "span": 0.5, "word": 0.3, "mode": 0.3, "mode_beside": 0.6, "status": 0.0, **{role: 0.3 for role in ROLES}, "before": {role: 0.5 for role in ROLES}}
SINGLE = {"time", "instrument"}


def spans_of(probabilities, sentences, least):
    """(first, last + 1, score) of one kind: a word starts a span at P(B) >= least, the next go on while I is likeliest. Two with no
    word between them are one phrase: "the suburb of" and "Jdeidet Artouz"."""
    found, n, count = [], 0, len(sentences)
    while n < count:
        if probabilities[n][1] < least:
            n += 1
            continue
        end = n + 1
        while end < count and sentences[end] == sentences[n] and probabilities[end][2] > max(
                probabilities[end][0], probabilities[end][1]):
            end += 1
        if found and found[-1][1] == n and sentences[found[-1][0]] == sentences[n]:
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((n, end, probabilities[n][1]))
        n = end
    return found


def triggers(logits, window, thresholds):
    """(first, last + 1, type, score) of each event of the window's own words: likely to be one, and of that type."""
    sentences = [w.sentence for w in window.words]
    trigger = logits["trigger"].softmax(-1)
    begins, outside, inside = trigger[:, FIRST_TYPE:].sum(-1).tolist(), trigger[:, OUTSIDE].tolist(), trigger[:, INSIDE].tolist()
    events, n = [], window.own_from
    while n < len(window.words):
        score, kind = trigger[n, FIRST_TYPE:].max(0)
        if begins[n] < thresholds["trigger"] or score < thresholds["type"]:
            n += 1
            continue
        end = n + 1
        while end < len(window.words) and sentences[end] == sentences[n] and inside[end] > max(outside[end], begins[end]):
            end += 1
        run = (n, end, TYPES[int(kind)], float(score))
        # Two triggers of one type side by side name one event ("car bombings"): the likelier stays.
        if not events or events[-1][1] != n or events[-1][2] != run[2]:
            events.append(run)
        elif run[3] > events[-1][3]:
            events[-1] = run
        n = end
    return events


def annotations(logits, window, thresholds):
    """Events of one window, each with its spans by role; logits: those of the window alone, with "events" by trigger word."""
    sentences = [w.sentence for w in window.words]
    probabilities = logits["spans"].unflatten(1, (len(KINDS), 3)).softmax(-1).permute(1, 0, 2).tolist()
    spans = {kind: spans_of(probabilities[k], sentences, thresholds["span"]) for k, kind in enumerate(KINDS)}
    made = []
    for first, last, kind, score in triggers(logits, window, thresholds):
        event = logits["events"][first]
        made.append((first, last, kind, score, {role: fillers(event["roles"][r], event["from"], spans[of], role, sentences, first, thresholds)
                                         for r, (role, of) in enumerate(ROLES.items())}))
    return made


def runs_of(chances, start, sentences, least):
    """(first, last + 1) of the runs of words of one sentence that are likely enough each; chances begin at word `start`."""
    found, n = [], 0
    while n < len(chances):
        end = n
        while end < len(chances) and chances[end] >= least and sentences[start + end] == sentences[start + n]:
            end += 1
        if end > n:
            found.append((start + n, start + end))
        n = max(end, n + 1)
    return found


def snapped(run, spans):
    """The span of the role's kind that has most in common with the run, where that is at least half; else the run itself."""
    shared = lambda span: max(0, min(run[1], span[1]) - max(run[0], span[0])) / (max(run[1], span[1]) - min(run[0], span[0]))
    best = max(spans, key=shared, default=None)
    return best[:2] if best is not None and shared(best) >= 0.5 else run


def fillers(row, start, spans, role, sentences, trigger, thresholds):
    """What fills a role: runs of words whose mean logit is likely enough, only the best where there can be but one.

    row: logits of the words from `start` on, which is where the reader of events began. The reader says what belongs to this
    event, the spans of the window where a phrase begins and ends.
    """
    scored = []
    for first, last in runs_of(torch.sigmoid(row).tolist(), start, sentences, thresholds["word"]):
        score = float(torch.sigmoid(row[first - start:last - start].mean()))
        a, b = snapped((first, last), spans)
        if sentences[first] == sentences[trigger]:
            fits = score >= thresholds[role]
        else:
            fits = sentences[first] < sentences[trigger] and role not in SAME_SENTENCE and score >= thresholds["before"][role]
        if fits and not any((a, b) == other[1:] for other in scored):
            scored.append((score, a, b))
    if role in SINGLE:
        scored = sorted(scored, key=lambda item: -item[0])[:1]
    return [(a, b, score) for score, a, b in scored]


def claims(logits, window, report, thresholds):
    """Claims of one window in the record's shape."""
    made = []
    for first, last, kind, score, roles in annotations(logits, window, thresholds):
        event = logits["events"][first]
        modes = modes_of(event["modes"], kind, thresholds)
        number = window.words[first].sentence
        start, end = report["sentences"][number]
        made.append({
            "id": f"{report['id']}#{window.words[first].start}", "report": {"id": report["id"]},
            "evidence": {"sentence": number, "start": start, "end": end, "trigger": words(window, first, last)},
            "event": {"type": kind, "modes": sorted(modes), "scope": "cumulative" if event["scope"] > 0 else "event",
                      "historical": bool(event["historical"] > 0)},
            "status": status(event["status"], thresholds), "confidence": score,
            **{FIELDS[role]: [filler(logits, window, role, a, b) for a, b, _ in roles[role]]
               for role in ROLES if role not in SINGLE},
            **{role: next((words(window, a, b) for a, b, _ in roles[role]), None) for role in SINGLE}})
    return made


def modes_of(logits, kind, thresholds):
    """The likeliest of the type's modes, where it is likely enough, and what is likely enough to stand beside it."""
    scored = sorted(((p, name.split("/")[1]) for name, p in zip(MODES, torch.sigmoid(logits).tolist()) if name.startswith(kind + "/")), reverse=True)
    return [name for n, (p, name) in enumerate(scored) if p >= thresholds["mode_beside" if n else "mode"]]


def status(logits, thresholds):
    """The likeliest, after what did not simply occur has been given its start (see choose.py)."""
    logits = logits.clone()
    logits[0] -= thresholds["status"]
    return STATUSES[int(logits.argmax())]


def words(window, first, last):
    return {"start": window.words[first].start, "end": window.words[last - 1].end}


def filler(logits, window, role, first, last):
    item = words(window, first, last)
    if role in ("actor", "recipient"):
        item["sector"] = SECTORS[int(logits["sector"][first:last].mean(0).argmax())]
    if role == "source":
        item["kind"] = SOURCE_KINDS[int(logits["source_kind"][first:last].mean(0).argmax())]
    if role == "casualty":
        item["kind"] = CASUALTY_KINDS[int(logits["casualty_kind"][first:last].mean(0).argmax())]
    return item
