"""Exports read back by tools that nobody here wrote: pandas, DuckDB, ogrinfo. DATELINE names the program."""

from __future__ import annotations

import csv
import json
import os
import pathlib
import shutil
import subprocess

import duckdb
import pandas as pd
import pytest

ROOT = pathlib.Path(__file__).parents[4]
PROGRAM = os.environ.get("DATELINE", str(ROOT / "target/release/dateline"))

#: Names with whatever separates and quotes values.
HOSTILE = {
    "id": "hostile",
    "published": "2012-12-14",
    "publisher": 'The "Quoted", Courier\t; Ltd',
    "title": "=1+1\nsecond line",
    "url": "https://example.org/?a=1,2&b=\"x\"",
    "text": "Rebels shelled the town of Qatana on Thursday, killing 5 people, police said.",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Every form of the events and claims of the examples, and of a report with hostile names."""
    folder = tmp_path_factory.mktemp("exports")
    (folder / "hostile.jsonl").write_text(json.dumps(HOSTILE) + "\n")
    dateline(folder, "ingest", str(ROOT / "examples/reports"), "hostile.jsonl", "--model", "fast")
    for form in ["csv", "jsonl", "parquet", "geojson", "polecat", "gdelt", "acled", "ucdp"]:
        dateline(folder, "export", "--format", form, "--out", f"events.{form}")
    for form in ["csv", "jsonl", "parquet"]:
        dateline(folder, "export", "--what", "claims", "--format", form, "--out", f"claims.{form}")
    return folder


def dateline(folder: pathlib.Path, *words: str) -> None:
    done = subprocess.run(
        [PROGRAM, *words], cwd=folder, capture_output=True, text=True, env={**os.environ, "DATELINE_HOME": str(folder / "home")}
    )
    assert done.returncode == 0, done.stderr


def records(file: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def dictionary(file: pathlib.Path) -> list[str]:
    return list(pd.read_csv(f"{file}.dictionary.csv")["column"])


def same(table: pd.DataFrame, typed: pd.DataFrame) -> None:
    """Holds a table of text against one of typed values."""
    assert list(table.columns) == list(typed.columns) and len(table) == len(typed)
    for name in table.columns:
        one, other = table[name].tolist(), typed[name].tolist()
        differ = [(a, b) for a, b in zip(one, other) if a != b and not (pd.isna(a) and pd.isna(b))]
        assert not differ, (name, differ[:3])


def test_pandas_reads_events(folder):
    events = records(folder / "events.jsonl")
    table = pd.read_csv(folder / "events.csv")
    assert list(table.columns) == dictionary(folder / "events.csv")
    assert list(table["event_id"]) == [event["id"] for event in events] and len(events) > 30
    assert list(table["summary"]) == [event["summary"] for event in events]
    killed = {event["id"]: figures["low"] for event in events for figures in event["casualties"] if figures["kind"] == "killed"}
    assert dict(table.dropna(subset="killed_low")[["event_id", "killed_low"]].itertuples(index=False)) == {
        id: low for id, low in killed.items() if low is not None
    }
    typed = pd.read_parquet(folder / "events.parquet")
    assert list(typed.columns) == list(table.columns) and len(typed) == len(table)
    assert typed["killed_low"].dtype == "float64" and typed["reports"].dtype == "int64" and typed["lat"].dtype == "float64"
    same(table, typed)


def test_values_with_separators_and_quotes_come_back_whole(folder):
    table = pd.read_csv(folder / "claims.csv")
    (row,) = table[table["report_id"] == "hostile"].to_dict("records")[:1]
    assert row["publisher"] == HOSTILE["publisher"] and row["title"] == HOSTILE["title"] and row["url"] == HOSTILE["url"]
    (row,) = duckdb.sql(f"select distinct publisher, title from '{folder}/claims.csv' where report_id = 'hostile'").fetchall()
    assert row == (HOSTILE["publisher"], HOSTILE["title"])
    events = pd.read_csv(folder / "events.polecat", sep="\t", quoting=csv.QUOTE_NONE)
    assert (events["Event Date"].str.len() == 10).all()


def test_pandas_and_duckdb_read_claims(folder):
    claims = records(folder / "claims.jsonl")
    table, typed = pd.read_csv(folder / "claims.csv"), pd.read_parquet(folder / "claims.parquet")
    assert list(table["claim_id"]) == list(typed["claim_id"]) == [claim["id"] for claim in claims]
    assert list(typed["confidence"]) == pytest.approx([claim["confidence"] for claim in claims], abs=0.0006)
    assert dictionary(folder / "claims.jsonl") == list(claims[0])
    count, places = duckdb.sql(f"select count(*), count(lat) from '{folder}/claims.parquet'").fetchall()[0]
    assert count == len(claims) and 0 < places < count
    nested = duckdb.sql(f"select id, event.type, len(casualties) from '{folder}/claims.jsonl'").fetchall()
    assert nested == [(c["id"], c["event"]["type"], len(c["casualties"])) for c in claims]


def test_duckdb_reads_events(folder):
    events = records(folder / "events.jsonl")
    for form in ["csv", "parquet"]:
        ids = duckdb.sql(f"select event_id from '{folder}/events.{form}'").fetchall()
        assert [id for (id,) in ids] == [event["id"] for event in events], form
    figures = duckdb.sql(
        f"select e.id, c.kind, f.source, f.low from '{folder}/events.jsonl' e, unnest(e.casualties) as t(c), unnest(c.figures) as u(f)"
    ).fetchall()
    assert len(figures) == sum(len(c["figures"]) for event in events for c in event["casualties"]) > 5


@pytest.mark.parametrize(("form", "columns", "separator"), [("polecat", 40, "\t"), ("acled", 31, ","), ("ucdp", 49, ",")])
def test_layouts_of_others_have_their_columns(folder, form, columns, separator):
    file = folder / f"events.{form}"
    options = {"quoting": csv.QUOTE_NONE} if separator == "\t" else {}
    table = pd.read_csv(file, sep=separator, **options)
    assert list(table.columns) == dictionary(file) and len(table.columns) == columns and len(table) > 0
    quote = "'\"'" if separator == "," else "''"
    sql = f"from read_csv('{file}', delim='{separator}', header=true, quote={quote}, escape={quote}, all_varchar=true)"
    assert duckdb.sql(sql).columns == list(table.columns)
    assert len(duckdb.sql(sql)) == len(table)


def test_gdelt_has_codes_with_their_zeros(folder):
    file = folder / "events.gdelt"
    names = dictionary(file)
    table = pd.read_csv(file, sep="\t", header=None, names=names, dtype=str, quoting=csv.QUOTE_NONE, keep_default_na=False)
    assert len(names) == 58 and len(table) > 30
    assert table["EventRootCode"].str.fullmatch(r"(0[1-9]|1\d|20)").all() and (table["EventRootCode"] == "19").any()
    assert (table["EventCode"].str[:2] == table["EventRootCode"]).all()
    assert table["QuadClass"].isin(list("1234")).all()


def test_deaths_are_those_of_the_events(folder):
    table = pd.read_csv(folder / "events.ucdp")
    assert ((table["low"] <= table["best"]) & (table["best"] <= table["high"])).all() and (table["high"] > 0).all()


def test_ogrinfo_reads_points(folder):
    program = shutil.which("ogrinfo")
    if program is None:
        pytest.skip("ogrinfo is not installed (Debian: gdal-bin)")
    events = records(folder / "events.jsonl")
    told = subprocess.run([program, "-ro", "-so", "-al", folder / "events.geojson"], capture_output=True, text=True, check=True)
    assert f"Feature Count: {len(events)}" in told.stdout, told.stdout
    assert "Geometry: Point" in told.stdout and "killed_best: Integer" in told.stdout and 'ID["EPSG",4326]' in told.stdout
    damascus = subprocess.run(
        [program, "-ro", "-so", "-al", "-spat", "36", "33", "37", "34", folder / "events.geojson"], capture_output=True, text=True, check=True
    )
    inside = [e for e in events if e["place"] and e["place"]["lat"] and 33 <= e["place"]["lat"] <= 34 and 36 <= e["place"]["lon"] <= 37]
    assert f"Feature Count: {len(inside)}" in damascus.stdout and inside


def test_coding_straight_to_parquet_gives_what_csv_has(folder):
    for form in ["csv", "parquet"]:
        dateline(folder, "code", str(ROOT / "examples/reports"), "--model", "fast", "--out", f"coded.{form}")
    table, typed = pd.read_csv(folder / "coded.csv"), pd.read_parquet(folder / "coded.parquet")
    assert len(table) > 50
    assert typed["historical"].dtype == "bool"
    same(table, typed)
