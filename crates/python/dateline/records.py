"""Types of the records, as type checkers see them. Made by crates/python/tools/make_records.py from the schemas."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class ReportHead(TypedDict):
    id: str
    publisher: str | None
    title: str | None
    dateline: str | None
    published: str | None
    url: str | None


class Words(TypedDict):
    text: str
    start: int
    end: int


class Evidence(TypedDict):
    sentence: int
    start: int
    end: int
    text: str
    trigger: Words


class Event(TypedDict):
    type: str
    modes: list[str]
    quad: str
    scope: str
    historical: bool


class Party(TypedDict):
    text: str
    start: int
    end: int
    who: str | None
    country: str | None
    sector: str | None
    id: str | None


class Place(TypedDict):
    text: str
    start: int
    end: int
    name: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    precision: str | None
    radius_km: float | None
    candidates: int | None


class Time(TypedDict):
    text: str | None
    start: int | None
    end: int | None
    first: str | None
    last: str | None
    part: str | None
    basis: str | None


class Casualty(TypedDict):
    kind: str
    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    qualifier: str | None
    whose: str | None
    subset_of: int | None


class Count(TypedDict):
    what: str | None
    text: str
    start: int
    end: int
    low: int | None
    high: int | None
    qualifier: str | None


class Source(TypedDict):
    text: str
    start: int
    end: int
    who: str | None
    kind: str | None
    cue: str | None


class Denial(TypedDict):
    claim: str
    what: str


class Stamp(TypedDict):
    version: str
    model: str
    data: str
    actors: NotRequired[str | None]


class Claim(TypedDict):
    v: int
    id: str
    report: ReportHead
    evidence: Evidence
    event: Event
    status: str
    actors: list[Party]
    recipients: list[Party]
    places: list[Place]
    time: Time | None
    casualties: list[Casualty]
    counts: list[Count]
    instrument: Words | None
    sources: list[Source]
    denies: Denial | None
    confidence: float
    coder: Stamp


class EventPlace(TypedDict):
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None


class EventParty(TypedDict):
    who: str
    country: str | None
    sector: str | None
    id: NotRequired[str | None]
    named_by: list[str]
    denied_by: list[str]


class EventFigure(TypedDict):
    low: int | None
    high: int | None
    qualifier: NotRequired[str | None]
    text: NotRequired[str | None]
    source: str
    kind: str | None
    claim: str
    newest: bool


class EventCasualties(TypedDict):
    kind: str
    low: int | None
    high: int | None
    figures: list[EventFigure]


class EventSource(TypedDict):
    who: str
    kind: str | None
    claims: list[str]


class EventGrade(TypedDict):
    since: str | None
    grade: str
    claim: str


class EventRecord(TypedDict):
    v: int
    id: str
    type: str
    modes: list[str]
    grade: str
    first: str | None
    last: str | None
    place: EventPlace | None
    actors: list[EventParty]
    recipients: list[EventParty]
    casualties: list[EventCasualties]
    instruments: list[str]
    sources: list[EventSource]
    claims: list[str]
    reports: int
    publishers: int
    independent_sources: int
    history: list[EventGrade]
    summary: str


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
