"""One event however many reports, on ECB+'s dev part (cross-document event coreference; Cybulska and Vossen 2014): `dateline merge`.

Mentions of one gold chain are one event. Measured are MUC, B-cubed, CEAF-e and their mean, the CoNLL F1 (studies/clusters.py), over all
mentions of all documents, singletons included, which raise B-cubed and CEAF-e: "each alone" shows how much. Merging runs within a
topic: one of the eight numbered topics, each of which holds two series of happenings that are alike (ecb and ecbplus); and, which is
easier, within one of the sixteen series ("subtopics"). No gold chain goes beyond a subtopic.
- gold mentions: each becomes a claim. Where a claim of the program has a trigger that overlaps the mention (the most confident of
  several), it is that claim, at the mention. Else its type is the stem of its last content word, which merging counts among the
  verbal types, and it takes place and time of the claim with the nearest trigger in the sentence, and the parties too where that claim
  is of a deed: who only says something takes no part in what he tells. A sentence without a claim leaves it without any field.
- end to end: all claims of the program, merged as they are. A mention that no trigger overlaps is missing: it stands alone. Claims
  that overlap no mention are left out of the scores. ECB+ annotates few sentences of a document, so this says nothing of precision.
- baselines: mentions of one topic whose last content words have the same stem; the same by the corpus's own lemma of the head.
- limits: what faultless joining would reach with these claims, as no event has claims of two types and missing mentions stand alone.
Claims that are part of no event (sums, events only denied) stand alone. The copy has no days of publication, so relative times stay
unresolved, and no ends of sentences: those of the gold claims are words between full stops, headlines run on into the first sentence.
"""
import copy
import gzip
import json
from collections import defaultdict, namedtuple
from dataclasses import dataclass, field
from itertools import combinations

from studies.clusters import scores
from studies.figures import Number, Share
from studies.meantime import joined
from studies.program import spread

FILES = ["study/ecbplus/dev.docs.jsonl.gz", "study/ecbplus/dev.event_mentions.jsonl.gz"]
# As crates/events/src/merge/wording.rs takes stems.
ENDINGS, LETTERS = ("ings", "ing", "ers", "ed", "er", "es", "s"), 6
SMALL = set("up down out off on in over away back by to of for with at from into it the a".split())
APOSTROPHES, AFTER_APOSTROPHE = {"’", "'"}, {"s", "t", "re", "ve", "ll", "d", "m"}
Mention = namedtuple("Mention", "id chain lemma words sentence start end")
LEVELS = {"topics": lambda topic: topic.removesuffix("plus").removesuffix("ecb"), "subtopics": lambda topic: topic}


@dataclass
class Document:
    id: str
    topic: str
    words: list
    text: str
    spans: list
    mentions: list = field(default_factory=list)
    claims: list = field(default_factory=list)


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read(corpora, sample):
    """The documents with their gold mentions; offsets are those of the text that the words are joined to."""
    chosen = spread(rows(corpora / FILES[0]), sample)
    documents = {row["doc_id"]: Document(row["doc_id"], row["topic"], row["tokens"], *joined(tagged(row["tokens"]))) for row in chosen}
    for row in rows(corpora / FILES[1]):
        if document := documents.get(row["doc_id"]):
            first, last = row["tokens_number"][0], row["tokens_number"][-1]
            place = document.spans[first][0], document.spans[last][1]
            words = document.words[first:last + 1]
            document.mentions.append(
                Mention(row["mention_id"], row["coref_chain"], row["mention_head_lemma"].lower(), words, row["sent_id"], *place))
    return list(documents.values())


def tagged(words):
    """Words with the tag HYPH where no space stands around them: hyphens and apostrophes between words."""
    for before, word, after in zip(["", *words], words, [*words[1:], ""]):
        hyphen = word == "-" and before[-1:].isalnum() and after[:1].isalnum()
        yield word, "HYPH" if hyphen or (word in APOSTROPHES and after in AFTER_APOSTROPHE) else "", None


def stem(words):
    """Of the last content word, in small letters."""
    word = ([w for w in words if w.lower() not in SMALL] or words)[-1].lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)[:LETTERS]
    return word[:LETTERS]


def sentence(document, mention):
    """(start, end) of the words between the full stops around a mention."""
    ends = [end for word, (_, end) in zip(document.words, document.spans) if word in (".", "!", "?")]
    before = max((end for end in ends if end <= mention.start), default=0)
    start = next(start for start, _ in document.spans if start >= before)
    return start, min((end for end in ends if end >= mention.end), default=len(document.text))


def overlap(claim, mention):
    trigger = claim["evidence"]["trigger"]
    return trigger["start"] < mention.end and mention.start < trigger["end"]


def own(document, mention):
    """The most confident claim whose trigger overlaps a mention; None where none does."""
    return max((c for c in document.claims if overlap(c, mention)), key=lambda c: c["confidence"], default=None)


def nearest(document, mention):
    """The claim of a mention's sentence, as the program divides, whose trigger is nearest; None where the sentence has none."""
    found = [c for c in document.claims if c["evidence"]["start"] <= mention.start < c["evidence"]["end"]]
    return min(found, key=lambda c: abs(c["evidence"]["trigger"]["start"] - mention.start), default=None)


def bare(mention, near):
    """A claim of a type of its own, with what the nearest claim of its sentence, if any, has to say of it."""
    claim = {"v": 1, "status": "occurred", "actors": [], "recipients": [], "places": [], "time": None, "casualties": [], "counts": [],
             "instrument": None, "sources": [], "confidence": 1.0, "coder": {"version": "study", "model": "", "data": ""}}
    claim["event"] = {"type": f"stem:{stem(mention.words)}", "modes": [], "quad": "", "scope": "event", "historical": False}
    if near:
        deed = near["event"]["quad"].startswith("material")
        taken = ["places", "time", *(["actors", "recipients"] if deed else [])]
        claim |= {name: near[name] for name in taken}
    return claim


def as_claim(document, mention):
    """A gold mention as a claim."""
    claim = copy.deepcopy(own(document, mention)) or bare(mention, nearest(document, mention))
    start, end = sentence(document, mention)
    trigger = {"text": document.text[mention.start:mention.end], "start": mention.start, "end": mention.end}
    claim["evidence"] = {"sentence": mention.sentence, "start": start, "end": end, "text": document.text[start:end], "trigger": trigger}
    claim["report"] = {"id": document.id, "publisher": None, "title": None, "dateline": None, "published": None, "url": None}
    claim["event"]["scope"] = "event"
    return claim | {"id": mention.id, "denies": None}


def merged(program, groups, claims_of):
    """{claim's id: its event}, merged within each group of documents."""
    made = {}
    for name, documents in groups.items():
        for n, event in enumerate(program.merge([claim for document in documents for claim in claims_of(document)])):
            made.update(dict.fromkeys(event, (name, n)))
    return made


def systems(program, documents, level):
    """(what, {mention's id: its cluster}) of each way to part the mentions, where topics are of that level."""
    groups = defaultdict(list)
    for document in documents:
        groups[level(document.topic)].append(document)
    items = [(level(document.topic), document, mention) for document in documents for mention in document.mentions]
    gold = merged(program, groups, lambda document: [as_claim(document, mention) for mention in document.mentions])
    yield "gold mentions", {m.id: gold.get(m.id, m.id) for _, _, m in items}
    found = merged(program, groups, lambda document: document.claims)
    claims = {m.id: (own(document, m) or {"id": m.id})["id"] for _, document, m in items}
    yield "end to end", {name: found.get(claim, claim) for name, claim in claims.items()}
    yield "(same stem)", {m.id: (topic, stem(m.words)) for topic, _, m in items}
    yield "(same lemma of the head)", {m.id: (topic, m.lemma) for topic, _, m in items}


def limits(documents):
    """What the same figures are where nothing is joined, and where merging makes no mistake with the claims that it gets."""
    items = [(document, mention) for document in documents for mention in document.mentions]
    yield "(each alone)", {m.id: m.id for _, m in items}
    yield "(gold mentions, all of one event and type joined)", {m.id: (m.chain, as_claim(d, m)["event"]["type"]) for d, m in items}
    yield "(end to end, all of one event joined)", {m.id: m.chain if own(d, m) else m.id for d, m in items}


def counts(documents):
    """What merging gets to work with."""
    items = [(document, mention) for document in documents for mention in document.mentions]
    claims = [as_claim(*item) for item in items]
    types = defaultdict(list)
    for (_, mention), claim in zip(items, claims):
        types[mention.chain].append(claim["event"]["type"])
    pairs = [one == other for some in types.values() for one, other in combinations(some, 2)]
    idle = [not any(overlap(claim, m) for m in document.mentions) for document in documents for claim in document.claims]
    bare_ones = [item for item in items if own(*item) is None]
    helped = sum(nearest(*item) is not None for item in bare_ones)
    empty = sum(not any(claim[name] for name in ("actors", "recipients", "places", "casualties")) for claim in claims)
    return [Share("mentions that a trigger overlaps (end to end the others are missing)", len(items) - len(bare_ones), len(items)),
            Share("mentions without, but with a claim in the sentence", helped, len(items)),
            Share("gold claims without party, place and figure: in no block of merging", empty, len(items)),
            Share("pairs of mentions of one event whose gold claims have one type", sum(pairs), len(pairs)),
            Share("claims that overlap no mention (end to end left out)", sum(idle), len(idle))]


def measure(code, corpora, sample, recase):
    documents = read(corpora, sample)
    claims = code({document.id: document.text for document in documents})
    for document in documents:
        document.claims = claims[document.id]
    chains = {mention.id: mention.chain for document in documents for mention in document.mentions}
    figures, made = counts(documents), list(limits(documents))
    for level, topic_of in LEVELS.items():
        made += [(f"{level}, {what}", of) for what, of in systems(code, documents, topic_of)]
    for what, of in made:
        some = scores(chains, of, f"{what}: ")
        figures += [*some, Number(f"{what}: CoNLL F1", sum(score.value() for score in some) / len(some))]
    note = f"{len(documents)} documents, {len(chains)} mentions of {len(set(chains.values()))} events"
    return {"note": f"{note}, {sum(len(document.claims) for document in documents)} claims", "figures": figures}
