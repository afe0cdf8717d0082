"""Claims and events from news reports.

    >>> import dateline
    >>> coder = dateline.Coder("fast")
    >>> claims = coder.code("Rebels shelled Qatana on Tuesday, police said.", published="2012-12-13")
    >>> claims[0]["event"]["type"]
    'ASSAULT'
    >>> events = dateline.merge(claims)

`Coder.code_batch` and `merge_batch` do the same over Arrow record batches; `dateline.spark` does it on a cluster.
What the fields mean: docs/record.md, docs/merging.md.
"""

from __future__ import annotations

import datetime
import functools
import os
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from . import _dateline
from ._dateline import REPORT_COLUMNS, __version__
from .explanation import Explanation

if TYPE_CHECKING:
    import pyarrow

    from .records import Claim, EventRecord, PartyAnswer, PlaceAnswer, Stamp, TimeAnswer

    Day = str | datetime.date
    Report = str | Mapping[str, Any]

#: Halves of characters that Python's texts may hold.
_HALVES = re.compile("[\ud800-\udfff]")

__all__ = [
    "CLAIM_SCHEMA",
    "CODED_SCHEMA",
    "EVENT_SCHEMA",
    "REPORT_SCHEMA",
    "Coder",
    "Explanation",
    "__version__",
    "code",
    "explain",
    "merge",
    "merge_batch",
    "when",
    "where",
    "who",
]


class Coder:
    """From reports to claims.

    ``model``: "accurate", for reports that somebody will read, or "fast", for archives. ``data``: a folder from which whatever is there is
    taken in place of what the package carries: ``models/NAME/model.onnx`` with its ``manifest.json``, ``gazetteer.bin``
    (``dateline gazetteer import``), ``actors.toml`` (docs/actors.md).

    A coder may be shared between threads. The same text gives the same claims, with the same ids, on every machine.
    """

    def __init__(self, model: str = "accurate", data: str | os.PathLike[str] | None = None) -> None:
        self._inner = _dateline.Coder(model, data)
        self._data = data

    @property
    def model(self) -> str:
        """The name of the model."""
        return self._inner.model

    @property
    def stamp(self) -> Stamp:
        """What the claims say of who coded them: version, and hashes of model and data."""
        return self._inner.stamp  # type: ignore[no-any-return]

    def code(self, report: Report, published: Day | None = None) -> list[Claim]:
        """The claims of a report: a text, or a mapping with ``text`` and whatever is known of ``id``, ``title``, ``publisher``, ``dateline``,
        ``published`` and ``url``.

        Without a day of publication "on Tuesday" stays unresolved. A report without an id gets one of its text.
        Raises ValueError for a day that is none and TypeError for what is no report.
        """
        return self._inner.code(_report(report), published)  # type: ignore[no-any-return]

    def explain(self, report: Report, published: Day | None = None) -> Explanation:
        """The claims of a report with what each of their fields rests on; a notebook shows it as marked sentences."""
        return Explanation(self._inner.explain(_report(report), published))

    def code_batch(self, reports: Any, threads: int | None = None) -> pyarrow.RecordBatch:
        """A row of CODED_SCHEMA for each row of reports: id, claims, notes.

        ``reports`` is a record batch, a table, a reader, a data frame, or whatever else has ``__arrow_c_stream__`` or ``__arrow_c_array__``;
        its columns are taken by their names (REPORT_SCHEMA), of any layout of text, and others are passed over. A row that is no report has
        null claims and a note. Uses all cores, or ``threads``, and holds no lock meanwhile. All comes back at once: hand in large archives piece by
        piece (docs/python.md), a gigabyte of text at most at a time.
        """
        import pyarrow

        from .tables import whole

        table = whole(reports, REPORT_COLUMNS)
        if "text" not in table.column_names:
            raise ValueError(f"no column 'text': reports need one, and there are {', '.join(_columns(reports))}")
        return pyarrow.record_batch(self._inner.code_batch(table, threads))

    def __repr__(self) -> str:
        return f"Coder(model={self.model!r}, data={self._data!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # To other processes goes what it was made of; they load it once.
        return (Coder, (self.model, self._data))


@functools.lru_cache(maxsize=2)
def _coder(model: str) -> Coder:
    return Coder(model)


def code(report: Report, published: Day | None = None, *, model: str = "accurate") -> list[Claim]:
    """As `Coder.code`, with a coder that is loaded at the first call."""
    return _coder(model).code(report, published)


def explain(report: Report, published: Day | None = None, *, model: str = "accurate") -> Explanation:
    """As `Coder.explain`, with a coder that is loaded at the first call."""
    return _coder(model).explain(report, published)


def merge(claims: Iterable[Mapping[str, Any]], data: str | os.PathLike[str] | None = None) -> list[EventRecord]:
    """The events of claims, the oldest first: one however many reports, with nothing averaged (docs/merging.md).

    ``data`` is that of `Coder`; it matters only for claims that others wrote, whose places and parties are looked up.
    """
    return _dateline.merge(list(claims), data)  # type: ignore[no-any-return]


def merge_batch(claims: Any, data: str | os.PathLike[str] | None = None) -> pyarrow.RecordBatch:
    """The events of claims, a row of EVENT_SCHEMA each.

    ``claims`` is whatever `Coder.code_batch` takes, with the columns of CODED_SCHEMA (what coding gave) or CLAIM_SCHEMA (a claim a row).
    """
    import pyarrow

    from .tables import whole

    schema = _schemas()["CODED_SCHEMA" if "claims" in _columns(claims) else "CLAIM_SCHEMA"]
    return pyarrow.record_batch(_dateline.merge_batch(whole(claims, schema=schema), data))


def where(words: str, *, country: str | None = None, near: str | None = None, most: int = 5) -> PlaceAnswer:
    """What words for a place may mean, in a report on ``country`` that also names ``near``; the ``most`` likeliest with what speaks for each."""
    return _dateline.place(words, country=country, near=near, most=most)  # type: ignore[no-any-return]


def when(
    words: str, published: Day | None = None, *, future: bool = False, told: Day | None = None, year: int | None = None
) -> TimeAnswer:
    """First and last day of words for a time in a report of that day, and the rule; null where they name none."""
    return _dateline.time(words, published, future=future, told=told, year=year)  # type: ignore[no-any-return]


def who(words: str, date: Day | None = None, *, country: str | None = None) -> PartyAnswer:
    """What words for a party mean in a report of that day on ``country``, and the rule and table behind it."""
    return _dateline.party(words, date, country=country)  # type: ignore[no-any-return]


def _columns(data: Any) -> list[str]:
    for names in (getattr(data, "column_names", None), getattr(data, "columns", None), getattr(getattr(data, "schema", None), "names", None)):
        if names is not None and not callable(names):
            return [str(name) for name in names]
    return []


def _report(report: Report) -> Any:
    if isinstance(report, str):
        return _clean(report)
    if isinstance(report, Mapping):
        return {name: _clean(value) if isinstance(value, str) else value for name, value in report.items()}
    return report


def _clean(text: str) -> str:
    """A text without halves of characters, which no encoding has; its length stays."""
    return _HALVES.sub("\ufffd", text)


@functools.cache
def _schemas() -> dict[str, pyarrow.Schema]:
    import pyarrow

    return {name: pyarrow.schema(schema) for name, schema in _dateline.schemas()}


def __getattr__(name: str) -> Any:
    # Arrow is loaded by those who need it: importing the package takes no time.
    if name.endswith("_SCHEMA") and name in _schemas():
        return _schemas()[name]
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
