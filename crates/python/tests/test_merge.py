"""From claims to events."""

import random

import polars as pl
import pyarrow as pa
import pytest

import dateline


def rows(events):
    return pa.Table.from_pylist(events, schema=dateline.EVENT_SCHEMA).to_pylist()


def test_two_reports_make_one_event(coder, reports):
    claims = [claim for report in reports[:2] for claim in coder.code(report)]
    events = dateline.merge(claims)
    attack = next(event for event in events if event["type"] == "ASSAULT")
    assert attack["reports"] == 2 and attack["publishers"] == 2
    assert set(attack["claims"]) <= {claim["id"] for claim in claims}


def test_batches_give_the_same_events_in_every_form(coder, reports):
    coded = coder.code_batch(pa.Table.from_pylist(reports))
    claims = [claim for row in coded["claims"].to_pylist() for claim in row]
    expected = rows(dateline.merge(claims))
    assert expected
    merged = dateline.merge_batch(coded)
    assert merged.schema == dateline.EVENT_SCHEMA and merged.to_pylist() == expected
    flat = pa.Table.from_pylist(claims, schema=dateline.CLAIM_SCHEMA)
    assert dateline.merge_batch(flat).to_pylist() == expected
    parts = pa.concat_tables([flat.slice(1, 2), flat.slice(0, 1), flat.slice(3)])
    assert dateline.merge_batch(parts).to_pylist() == expected
    assert dateline.merge_batch(flat.slice(2)).to_pylist() == rows(dateline.merge(claims[2:]))
    inside = flat.to_batches()[0].to_struct_array()
    lists = pa.ListArray.from_arrays([0, 2, 3], inside.slice(1))
    assert dateline.merge_batch(pa.table({"claims": lists})).to_pylist() == rows(dateline.merge(claims[1:]))
    assert dateline.merge_batch(pa.table({"claims": pa.array([[None]], coded.schema.field("claims").type)})).num_rows == 0
    frame = pl.DataFrame(coded)
    assert dateline.merge_batch(frame.filter(pl.col("id") != "a")).to_pylist() == dateline.merge_batch(coded.slice(1)).to_pylist()
    assert dateline.merge_batch(pa.table(coded).to_pandas()).to_pylist() == expected
    by_polars = pa.table({"claims": coded["claims"].cast(pa.large_list(coded.schema.field("claims").type.value_type))})
    assert dateline.merge_batch(by_polars).to_pylist() == expected


def test_a_row_without_claims_is_passed_over(coder, reports):
    reports[0]["text"] = None
    coded = coder.code_batch(pa.Table.from_pylist(reports))
    assert dateline.merge_batch(coded).num_rows == len(dateline.merge(c for row in coded["claims"].to_pylist() for c in row or []))


def test_the_order_of_claims_does_not_matter(gold):
    shuffled = list(gold)
    random.Random(7).shuffle(shuffled)
    assert dateline.merge(shuffled) == dateline.merge(gold)
    assert len(dateline.merge(gold)) > 100


def test_what_is_no_claim_is_refused(coder, reports):
    with pytest.raises(ValueError, match="missing field"):
        dateline.merge([{"id": "c"}])
    claim = {**coder.code(reports[0])[0], "id": ""}
    with pytest.raises(ValueError, match="has no id"):
        dateline.merge([claim])
    with pytest.raises(ValueError, match="CLAIM_SCHEMA"):
        dateline.merge_batch(pa.table({"id": ["c"]}))
    with pytest.raises(ValueError, match="holds lists of claims"):
        dateline.merge_batch(pa.table({"claims": ["c"]}))
    assert dateline.merge([]) == []
