"""Coding many reports, in whatever holds them."""

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import dateline


def plain(claims):
    """Claims of plain records with the keys that Arrow has filled in."""
    return pa.Table.from_pylist(claims, schema=dateline.CLAIM_SCHEMA).to_pylist()


def test_a_batch_has_the_claims_of_its_reports(coder, reports):
    batch = coder.code_batch(pa.Table.from_pylist(reports))
    assert batch.schema == dateline.CODED_SCHEMA
    assert batch["id"].to_pylist() == ["a", "b", "c"]
    assert batch["claims"].to_pylist() == [plain(coder.code(report)) for report in reports]
    assert batch["notes"].to_pylist()[0] == []


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())])
def test_texts_of_any_layout(coder, reports, kind):
    table = pa.Table.from_pylist(reports)
    columns = [column.cast(kind) for column in table.columns]
    batch = coder.code_batch(pa.table(columns, names=table.column_names))
    assert batch == coder.code_batch(table)


def test_whatever_holds_a_table(coder, reports):
    table = table_of_reports = pa.Table.from_pylist(reports)
    expected = coder.code_batch(table)
    frame = pd.DataFrame(reports)
    frame["published"] = pd.to_datetime(frame["published"])
    assert coder.code_batch(frame) == expected
    assert coder.code_batch(pl.DataFrame(reports)) == expected
    assert coder.code_batch(table.to_batches()[0]) == expected
    assert coder.code_batch(table.to_reader(max_chunksize=1)) == expected
    assert coder.code_batch(duckdb.sql("from table_of_reports")) == expected


def test_any_number_of_threads_gives_the_same(coder, reports):
    table = pa.Table.from_pylist(reports * 20)
    assert coder.code_batch(table, threads=1) == coder.code_batch(table, threads=3) == coder.code_batch(table)


def test_a_bad_row_costs_itself_only(coder, reports):
    reports[0]["text"] = None
    reports[1]["published"] = "in winter"
    batch = coder.code_batch(pa.Table.from_pylist(reports))
    none, undated, good = batch.to_pylist()
    assert none == {"id": "a", "claims": None, "notes": ["no text"]}
    assert undated["claims"] and "'in winter' is no date" in undated["notes"][0]
    assert good["claims"] == plain(coder.code(reports[2]))


def test_rows_without_ids_are_named(coder):
    batch = coder.code_batch(pa.table({"text": ["Rebels shelled Homs.", "Rebels shelled Hama."]}))
    one, other = batch["id"].to_pylist()
    assert one != other and one.startswith("r_") and batch["claims"][1][0]["report"]["id"].as_py() == other
    assert coder.code_batch(pa.table({"id": pa.nulls(1, pa.string()), "text": ["Rebels shelled Hama."]}))["id"].to_pylist() == [other]
    assert coder.code_batch(pa.table({"text": pa.array([], pa.string())})).num_rows == 0


def test_numbers_of_data_frames_with_gaps(coder, reports):
    frame = pd.DataFrame(reports).assign(id=[1, None, 3], publisher=float("nan"))
    coded = coder.code_batch(frame).to_pylist()
    assert [row["id"] for row in coded][::2] == ["1", "3"] and coded[1]["id"].startswith("r_")
    assert coded[0]["claims"][0]["report"]["publisher"] is None


def test_columns_that_nobody_asks_for_may_hold_anything(coder, reports):
    expected = coder.code_batch(pa.Table.from_pylist(reports))
    table = pa.Table.from_pylist([{**report, "deep": {"a": {"b": {"c": n}}}} for n, report in enumerate(reports)])
    assert coder.code_batch(table.slice(1)) == expected.slice(1)
    frame = pd.DataFrame(reports)
    frame["mixed"] = [1, "two", object()]
    assert coder.code_batch(frame) == expected


def test_wrong_columns_are_named(coder):
    with pytest.raises(ValueError, match="no column 'text': .* there are body"):
        coder.code_batch(pa.table({"body": ["x"]}))
    with pytest.raises(ValueError, match="the column 'text' is List"):
        coder.code_batch(pa.table({"text": [["x"]]}))
