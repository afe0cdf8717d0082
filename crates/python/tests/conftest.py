"""What the tests share. They run against the package as installed, never against the folder beside them."""

from __future__ import annotations

import json
import pathlib
import sys

import pyarrow as pa
import pytest

import dateline

ROOT = pathlib.Path(__file__).parents[3]

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "tools"))

REPORTS = [
    {
        "id": "a",
        "publisher": "Meridian Wire",
        "published": "2012-12-13",
        "text": "A car bomb killed at least 16 people in the town of Qatana on Thursday, police said.",
    },
    {
        "id": "b",
        "publisher": "Courier",
        "published": "2012-12-14",
        "text": "A car bomb that killed 16 people in Qatana on Thursday was the work of rebels, state media said. Turkey condemned the attack.",
    },
    {"id": "c", "publisher": "Courier", "published": "2012-12-14", "text": "Le café “Été” is in Damascus. Rebels shelled Homs on Friday."},
]


@pytest.fixture(scope="session")
def coder() -> dateline.Coder:
    return dateline.Coder("fast")


@pytest.fixture
def reports() -> list[dict[str, str]]:
    return [dict(report) for report in REPORTS]


def filled(value: object, kind: pa.DataType, nullable: bool) -> object:
    """A record with what its shape never leaves out and hand-made ones do: empty texts and lists."""
    if value is None:
        if nullable:
            return None
        value = {} if pa.types.is_struct(kind) else [] if pa.types.is_list(kind) else "" if pa.types.is_string(kind) else 0
    if pa.types.is_struct(kind):
        value = {"claim": value, "what": "event"} if isinstance(value, str) else value
        return {field.name: filled(value.get(field.name), field.type, field.nullable) for field in kind}
    if pa.types.is_list(kind):
        return [filled(item, kind.value_type, False) for item in value]
    return bool(value) if pa.types.is_boolean(kind) else value


@pytest.fixture(scope="session")
def gold() -> list[dict]:
    """The claims of the project's own cases of merging."""
    claims = []
    for file in sorted((ROOT / "gold/merge").glob("[mn]*[0-9].jsonl")):
        for line in file.read_text().splitlines():
            annotated = json.loads(line)
            head = {k: v for k, v in annotated["report"].items() if k != "text"}
            for claim in annotated["claims"]:
                evidence = claim["evidence"]
                evidence.setdefault("text", annotated["report"]["text"][evidence["start"] : evidence["end"]])
                claims.append(filled({**claim, "report": head}, pa.struct(list(dateline.CLAIM_SCHEMA)), False))
    return claims
