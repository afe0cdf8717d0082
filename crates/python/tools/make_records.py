"""Writes dateline/records.py, the types of the records, from the schemas of the built package.

    python crates/python/tools/make_records.py           # writes it
    python crates/python/tools/make_records.py --check   # fails where the file is another
"""

from __future__ import annotations

import pathlib
import sys

import pyarrow as pa

import dateline

FILE = pathlib.Path(__file__).parent.parent / "dateline" / "records.py"

HEAD = '''"""Types of the records, as type checkers see them. Made by crates/python/tools/make_records.py from the schemas."""

from __future__ import annotations

from typing import NotRequired, TypedDict
'''

#: Keys that plain records lack where nothing is known, rather than holding None.
ABSENT = {("Stamp", "actors"), ("EventParty", "id"), ("EventFigure", "qualifier"), ("EventFigure", "text")}

#: Fields that are null only where the whole record around them is.
GIVEN = {("Denial", "claim"), ("Denial", "what"), ("EventPlace", "name")}

#: Names of the structures, by where they stand.
NAMES = {
    "Claim.report": "ReportHead",
    "Claim.evidence": "Evidence",
    "Claim.evidence.trigger": "Words",
    "Claim.event": "Event",
    "Claim.actors": "Party",
    "Claim.recipients": "Party",
    "Claim.places": "Place",
    "Claim.time": "Time",
    "Claim.casualties": "Casualty",
    "Claim.counts": "Count",
    "Claim.instrument": "Words",
    "Claim.sources": "Source",
    "Claim.denies": "Denial",
    "Claim.coder": "Stamp",
    "EventRecord.place": "EventPlace",
    "EventRecord.actors": "EventParty",
    "EventRecord.recipients": "EventParty",
    "EventRecord.casualties": "EventCasualties",
    "EventRecord.casualties.figures": "EventFigure",
    "EventRecord.sources": "EventSource",
    "EventRecord.history": "EventGrade",
}

#: What the resolvers answer: no tables, so that no schema has them.
TAIL = '''

class PlaceFound(TypedDict):
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: str | None
    radius_km: float | None


class PlaceRanked(TypedDict):
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    geonames_id: int | None
    precision: str
    score: float
    merits: dict[str, float]


class PlaceAnswer(TypedDict):
    words: str
    answer: PlaceFound | None
    rule: str
    note: str | None
    candidates: int
    places: list[PlaceRanked]


class TimeAnswer(TypedDict):
    words: str
    first: str | None
    last: str | None
    part: str | None
    rule: str | None


# One of its keys is a word of the language.
PartyAnswer = TypedDict(
    "PartyAnswer",
    {
        "words": str,
        "who": str | None,
        "country": str | None,
        "sector": str | None,
        "id": str | None,
        "or": str | None,
        "cow": int | None,
        "cow_abbrev": str | None,
        "gw": int | None,
        "rule": str,
        "data": str,
        "sector_rule": str,
        "sector_data": str,
    },
)
'''


def type_of(kind: pa.DataType, path: str, done: dict[str, str]) -> str:
    if pa.types.is_struct(kind):
        return structure(NAMES[path], list(kind), path, done)
    if pa.types.is_list(kind):
        return f"list[{type_of(kind.value_type, path, done)}]"
    return {pa.string(): "str", pa.int64(): "int", pa.float64(): "float", pa.bool_(): "bool"}[kind]


def structure(name: str, fields: list[pa.Field], path: str, done: dict[str, str]) -> str:
    lines = []
    for field in fields:
        kind = type_of(field.type, f"{path}.{field.name}", done) + (" | None" if field.nullable and (name, field.name) not in GIVEN else "")
        lines.append(f"    {field.name}: {f'NotRequired[{kind}]' if (name, field.name) in ABSENT else kind}\n")
    done.setdefault(name, f"\n\nclass {name}(TypedDict):\n{''.join(lines)}")
    return name


def records() -> str:
    done: dict[str, str] = {}
    structure("Claim", list(dateline.CLAIM_SCHEMA), "Claim", done)
    structure("EventRecord", list(dateline.EVENT_SCHEMA), "EventRecord", done)
    return HEAD + "".join(done.values()) + TAIL


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if FILE.read_text() != records():
            sys.exit(f"{FILE} does not fit the schemas: run {pathlib.Path(__file__).name}")
    else:
        FILE.write_text(records())
