"""Did it happen, on MEANTIME's dev part (factuality from -3 to 3 on words that name events; Rudinger et al. 2018).

A score of at least 1.5 asks for status occurred, at most -0.5 for denied, anything between for one of possible, future and
hypothetical (here: unsure). Measured on words that carry a score and lie in the trigger of a claim; where several claims have that
trigger, the most confident counts. Most scored words name no event of the codebook (sales, forecasts), so few are triggers: that is
counted, and is no error. Each sentence is a report of its own, for the file does not say which sentences lie together. Sentences
are put together from words with care for offsets: each word's place is noted as it is written.
"""
from collections import Counter

from studies.figures import Share
from studies.program import spread

FILES = ["study/meantime_factuality/dev.conll"]
UNSURE = {"possible": "unsure", "future": "unsure", "hypothetical": "unsure"}
WRITTEN = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
CLOSING = {",", ".", ";", ":", "?", "!", ")", "]", "%", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'", "...", "’s", "”"}
OPENING = {"(", "[", "$", "#", "“", "‘", "£", "€", "US$"}


def read(path):
    """(sentences, how many were left out for a line that cannot be read). A sentence: [(word, tag, score or None)]."""
    sentences, bad = [], 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split("\t") for line in block.split("\n") if line.strip()]
        try:
            words = [(f[1], f[3], None if f[2] == "_" else float(f[2])) for f in lines]
        except (IndexError, ValueError):
            bad += 1
            continue
        if words:
            sentences.append(words)
    return sentences, bad


def joined(words):
    """(text, [(start, end)] of each word): no space before what closes nor after what opens, and none around a hyphen."""
    text, spans, opened, glued = "", [], False, True
    for word, tag, _ in words:
        written = WRITTEN.get(word, word)
        closes = written in CLOSING or tag in ("POS", "HYPH")
        glue_next = written in OPENING or tag == "HYPH"
        if written == '"':
            closes, glue_next, opened = opened, not opened, not opened
        text += "" if glued or closes else " "
        spans.append((len(text), len(text) + len(written)))
        text, glued = text + written, glue_next
    return text, spans


def wanted(score):
    return "occurred" if score >= 1.5 else "denied" if score <= -0.5 else "unsure"


def pairs(words, spans, claims):
    """(wanted, given) of each scored word; given is None where the word lies in no trigger."""
    for (_, _, score), (start, end) in zip(words, spans):
        if score is None:
            continue
        triggers = [(c["confidence"], c["status"]) for c in claims
                    if start < c["evidence"]["trigger"]["end"] and c["evidence"]["trigger"]["start"] < end]
        status = max(triggers)[1] if triggers else None
        yield wanted(score), UNSURE.get(status, status)


def measure(code, corpora, sample, recase):
    sentences, bad = read(corpora / FILES[0])
    sentences = spread(sentences, sample)
    texts = [joined(words) for words in sentences]
    claims = code({str(n): text for n, (text, _) in enumerate(texts)})
    found = [pair for n, words in enumerate(sentences) for pair in pairs(words, texts[n][1], claims[str(n)])]
    table = Counter(pair for pair in found if pair[1])
    golds = Counter(gold for gold, given in found if given)
    n, right = sum(table.values()), lambda golds: sum(table[gold, gold] for gold in golds)
    figures = [
        Share("scored words that are triggers", n, len(found)),
        Share("status right", right(golds), n),
        Share("(majority: all as the most frequent)", max(golds.values(), default=0), n),
        Share("status right where it is not 'occurred'", right(golds.keys() - {"occurred"}), n - golds["occurred"]),
    ]
    figures += [Share(f"  {gold} given as {given}", count, golds[gold]) for (gold, given), count in sorted(table.items())]
    return {"note": f"{len(sentences)} sentences, {sum(map(len, claims.values()))} claims; {bad} bad sentences left out",
            "figures": figures, "scored": dict(Counter(gold for gold, _ in found))}
