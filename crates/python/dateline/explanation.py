"""A report explained: its claims, and the words, rule and data behind each of their fields."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .records import Claim

#: Colours of the parts of a claim, light enough to read black words on.
_COLOURS = {
    "trigger": "#f6b6b6",
    "actors": "#bfe3bf",
    "recipients": "#d5efb8",
    "places": "#b9e3ea",
    "time": "#c4cff4",
    "casualties": "#f5e3a1",
    "counts": "#f3d9b8",
    "instrument": "#f1c6de",
    "sources": "#dcc8f0",
}

#: What is shown beside the sentence.
_SHOWN = ("event", "status", "actors", "recipients", "places", "time", "casualties", "counts", "instrument", "sources", "denies")


class Explanation:
    """What `explain` gives. A notebook shows each claim's sentence with its spans marked."""

    def __init__(self, record: dict[str, Any]) -> None:
        #: The report's text, to which all offsets count (code points).
        self.text: str = record["text"]
        #: First and last code point of each sentence.
        self.sentences: list[list[int]] = record["sentences"]
        self.claims: list[Claim] = record["claims"]
        #: For each claim its fields: ``field``, ``value``, ``words`` (first and last code point), ``score``, ``rule``, ``data``.
        self.fields: list[list[dict[str, Any]]] = record["fields"]
        #: What could not be read or resolved: ``text`` and ``words``.
        self.notes: list[dict[str, Any]] = record["notes"]

    def __len__(self) -> int:
        return len(self.claims)

    def __repr__(self) -> str:
        return "\n\n".join(map(self._as_text, range(len(self.claims)))) or "no claims"

    def _as_text(self, number: int) -> str:
        claim = self.claims[number]
        event = claim["event"]
        title = f"{claim['id']}  {' '.join([event['type'], *event['modes']])}  {claim['status']}"
        lines = [title, f"  {claim['evidence']['text']}"]
        for field in self.fields[number]:
            words = f"  from \"{self.text[slice(*field['words'])]}\"" if field["words"] else ""
            why = "; ".join(filter(None, [f"model {field['score']:.2f}" if field["score"] is not None else "", field["rule"], field["data"]]))
            lines.append(f"    {field['field']}: {field['value']}{words}  ({why})")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        claims = "".join(map(self._as_html, range(len(self.claims))))
        notes = "".join(f"<li>{html.escape(note['text'])}</li>" for note in self.notes)
        return f"<div>{claims or '<p>no claims</p>'}{f'<p>Notes</p><ul>{notes}</ul>' if notes else ''}</div>"

    def _as_html(self, number: int) -> str:
        claim = self.claims[number]
        event = claim["event"]
        title = html.escape(" ".join([event["type"], *event["modes"]]))
        rows = "".join(
            f"<tr><td>{html.escape(field['field'])}</td><td>{html.escape(str(field['value']))}</td>"
            f"<td>{html.escape(field['rule'])}</td></tr>"
            for field in self.fields[number]
            if field["field"].startswith(_SHOWN)
        )
        table = f"<details><summary>fields</summary><table>{rows}</table></details>"
        head = f"<b>{title}</b> <code>{html.escape(claim['id'])}</code> {html.escape(claim['status'])}"
        return f"<div style='margin: .6em 0'>{head}<p>{self._marked(claim)}</p>{table}</div>"

    def _marked(self, claim: Claim) -> str:
        """The sentence, and parts of others that the claim rests on, with marks."""
        own = (claim["evidence"]["start"], claim["evidence"]["end"])
        marks = _marks(claim)
        others = [tuple(span) for span in self.sentences if span[0] != own[0] and any(span[0] <= m[0] < span[1] for m in marks)]
        shown = [own, *((span[0], span[1]) for span in others)]
        return " … ".join(_mark(self.text, span, marks) for span in shown)


def _marks(claim: Any) -> list[tuple[int, int, str]]:
    """First and last code point and part of a claim of all words that it rests on."""
    found = [(claim["evidence"]["trigger"], "trigger")]
    for part in ("actors", "recipients", "places", "casualties", "counts", "sources"):
        found += [(words, part) for words in claim[part]]
    found += [(claim[part], part) for part in ("instrument", "time") if claim[part]]
    return sorted((words["start"], words["end"], part) for words, part in found if words["start"] is not None)


def _mark(text: str, span: tuple[int, int], marks: list[tuple[int, int, str]]) -> str:
    """Part of a text with its marks; of two that overlap the one that begins first."""
    out, at = [], span[0]
    for start, end, part in marks:
        if start < at or end > span[1]:
            continue
        shown = html.escape(text[start:end])
        out += [html.escape(text[at:start]), f"<mark style='background:{_COLOURS[part]};color:#111' title='{part}'>{shown}</mark>"]
        at = end
    return "".join([*out, html.escape(text[at : span[1]])])
