"""The examples of docs/python.md, as a reader would run them."""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import dateline

PAGE = (pathlib.Path(__file__).parents[3] / "docs/python.md").read_text()
BLOCKS = re.findall(r"```(python|r)\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: pathlib.Path, reports: list[dict[str, str]]) -> pathlib.Path:
    (tmp_path / "reports.jsonl").write_text("".join(json.dumps(report) + "\n" for report in reports))
    return tmp_path


def ran(folder: pathlib.Path, *words: str) -> str:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_page_has_examples():
    assert [language for language, _ in BLOCKS].count("python") >= 8


@pytest.mark.parametrize("code", [code for language, code in BLOCKS if language == "python"])
def test_an_example_runs(folder, code):
    ran(folder, sys.executable, "-W", "error::DeprecationWarning:__main__", "-c", code)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
@pytest.mark.parametrize("code", [code for language, code in BLOCKS if language == "r"])
def test_r_reads_events(folder, coder, reports, code):
    if subprocess.run(["Rscript", "-e", "library(arrow)"], capture_output=True).returncode:
        pytest.skip("R has no package arrow")
    events = dateline.merge_batch(coder.code_batch(pa.Table.from_pylist(reports)))
    pq.write_table(pa.table(events), folder / "events.parquet")
    assert "ASSAULT" in ran(folder, "Rscript", "-e", code)


def test_what_the_first_example_prints(folder):
    code = next(code for language, code in BLOCKS if "Coder(" in code)
    first, second = ran(folder, sys.executable, "-c", code).splitlines()
    assert first.startswith("ASSAULT Qatana") and first.endswith("2012-12-13") and second.startswith("16 police")
