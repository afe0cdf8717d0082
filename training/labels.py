"""The label sets of the annotator, read from the codebook's tables so that code and data cannot drift apart."""
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

STATUSES = ["occurred", "possible", "future", "hypothetical", "denied"]
SECTORS = ["GOV", "MIL", "PTY", "COP", "JUD", "SPY", "LEG", "REB", "PRE", "CVL", "JRN", "BUS", "EDU", "REL", "AGR",
           "REF", "CRM", "IGO", "NGO", "UNK"]
SOURCE_KINDS = ["government", "military", "police", "rebel", "party", "state-media", "news-agency", "media", "activist",
                "monitor", "ngo", "igo", "medic", "witness", "expert", "company", "unnamed-official", "unknown"]
CASUALTY_KINDS = ["killed", "wounded", "missing", "captured", "abducted", "displaced", "arrested"]
# Kinds of span; a word may lie in spans of several kinds at once ("17 people" is a figure and holds a party).
KINDS = ["party", "place", "time", "casualty", "count", "instrument", "source"]
# Role of a span in a claim, with the kind of span that can fill it.
ROLES = {"actor": "party", "recipient": "party", "place": "place", "time": "time", "casualty": "casualty",
         "count": "count", "instrument": "instrument", "source": "source"}
# Roles whose words always stand in the trigger's own sentence; the others may stand in an earlier one, none in a later.
SAME_SENTENCE = {"casualty", "count", "instrument"}
# The claim's field that holds a role's spans.
FIELDS = {"actor": "actors", "recipient": "recipients", "place": "places", "casualty": "casualties",
          "count": "counts", "source": "sources", "time": "time", "instrument": "instrument"}
# Shape of a word as written: the encoder's vocabulary has no capitals.
SHAPES = ["special", "lower", "title", "upper", "mixed", "digit", "other"]


def rows(path):
    """Rows of a data table (see crates/events/src/table.rs) as dictionaries."""
    lines = [line for line in (DATA / path).read_text(encoding="utf-8").splitlines() if line.strip()]
    body = [line.split("\t") for line in lines if not line.startswith("#")]
    return [dict(zip(body[0], row)) for row in body[1:]]


TYPES = [row["type"] for row in rows("codebook/types.tsv")]
# A mode belongs to its type: REQUEST/assist and REJECT/assist are two labels.
MODES = [f"{row['type']}/{mode}" for row in rows("codebook/types.tsv") for mode in row["modes"].split(", ") if mode]


def shape(word):
    """Index in SHAPES of a word as written."""
    if word.isdigit():
        name = "digit"
    elif not word.isalpha():
        name = "other"
    elif word.islower():
        name = "lower"
    elif word.isupper():
        name = "upper" if len(word) > 1 else "title"
    else:
        name = "title" if word[0].isupper() and word[1:].islower() else "mixed"
    return SHAPES.index(name)
