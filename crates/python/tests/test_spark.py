"""A cluster of a master and two workers on this machine: the same claims and the same events as without it."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import dateline

ROOT = pathlib.Path(__file__).parents[3]

pyspark = pytest.importorskip("pyspark")
if shutil.which("java") is None:
    pytest.skip("java is not installed", allow_module_level=True)

from local_cluster import HOME, QUICK, Cluster, many_reports  # noqa: E402

from dateline import spark as cluster  # noqa: E402

@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    machines = Cluster(tmp_path_factory.mktemp("spark"))
    yield machines
    machines.stop()


@pytest.fixture(scope="module")
def session(machines):
    session = machines.session()
    yield session
    session.stop()


def frame(session, rows, schema):
    return session.createDataFrame(pa.Table.from_pylist(rows, schema=schema))


def test_reports_are_coded_as_without_it(session, coder, reports):
    reports += [{**report, "id": f"{report['id']}{n}"} for n in range(20) for report in reports]
    reports[0]["text"] = None
    table = pa.Table.from_pylist(reports)
    coded = cluster.code(session.createDataFrame(table).repartition(4), "fast").toArrow().sort_by("id")
    expected = pa.table(coder.code_batch(table)).sort_by("id")
    assert coded.to_pylist() == expected.to_pylist()
    executors = session.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
    assert len(executors) == 3, "a driver and two workers"


def test_events_of_the_gold_stories_are_those_of_one_machine(session, gold):
    rows = frame(session, gold, dateline.CLAIM_SCHEMA).repartition(4)
    events = cluster.merge(rows).toArrow().to_pylist()
    expected = dateline.merge_batch(pa.Table.from_pylist(gold, schema=dateline.CLAIM_SCHEMA)).to_pylist()
    assert len(expected) > 100 and events == expected


def test_crowded_blocks_and_large_sets_too(session, gold, monkeypatch):
    """One story told by many: blocks that are cut, and sets that are parted at likelier pairs."""
    monkeypatch.setattr(cluster, "_PART", 30)
    stories = [claim for claim in gold if claim["report"]["id"].startswith(("m01", "m02"))] or gold[:60]
    many = []
    for n in range(25):
        for claim in stories:
            report = {**claim["report"], "id": f"{claim['report']['id']}-{n}", "publisher": f"Outlet {n}"}
            many.append({**claim, "id": f"{claim['id']}-{n}", "report": report})
    events = cluster.merge(frame(session, many, dateline.CLAIM_SCHEMA)).toArrow().to_pylist()
    expected = dateline.merge_batch(pa.Table.from_pylist(many, schema=dateline.CLAIM_SCHEMA)).to_pylist()
    assert max(event["reports"] for event in expected) > 20 and events == expected


def test_wrong_columns_are_named(session, reports):
    rows = session.createDataFrame([("x",)], "body string")
    with pytest.raises(ValueError, match="no column 'text': .* there are body"):
        cluster.code(rows)
    with pytest.raises(ValueError, match="no column 'claims', and as claims a row they lack v, id"):
        cluster.merge(rows)


def test_the_example_job_runs(machines, coder, reports, tmp_path):
    (tmp_path / "reports.jsonl").write_text("".join(json.dumps(report) + "\n" for report in reports))
    job = pathlib.Path(__file__).parents[3] / "examples/spark_job.py"
    environment = {**os.environ, **QUICK}
    settings = ["--conf", "spark.sql.shuffle.partitions=2", "--conf", "spark.ui.enabled=false"]
    command = [str(HOME / "bin/spark-submit"), "--master", "local[1]", *settings, str(job), str(tmp_path / "reports.jsonl"), str(tmp_path / "out"), "--model", "fast"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0 and "coded: 3 reports" in done.stdout, done.stdout + done.stderr
    events = pq.read_table(tmp_path / "out/events")
    expected = dateline.merge_batch(coder.code_batch(pa.Table.from_pylist(reports)))
    assert events["id"].to_pylist() == expected["id"].to_pylist()


full = pytest.mark.skipif("DATELINE_FULL" not in os.environ, reason="takes minutes: cargo xtask test --full")


@pytest.fixture(scope="module")
def archive(tmp_path_factory, coder):
    """20,000 reports as a file, with what one machine makes of them."""
    table = pa.Table.from_pylist(list(many_reports(ROOT, 20_000)))
    file = tmp_path_factory.mktemp("archive") / "reports.parquet"
    pq.write_table(table, file, row_group_size=500)
    coded = pa.table(coder.code_batch(table))
    return str(file), coded.sort_by("id").to_pylist(), dateline.merge_batch(coded).to_pylist()


@full
def test_twenty_thousand_reports(session, archive, tmp_path):
    file, coded, events = archive
    cluster.code(session.read.parquet(file).repartition(16), "fast").write.parquet(str(tmp_path / "coded"))
    assert pq.read_table(tmp_path / "coded").sort_by("id").to_pylist() == coded
    assert cluster.merge(session.read.parquet(str(tmp_path / "coded"))).toArrow().to_pylist() == events


@full
def test_a_killed_worker_costs_time_and_no_results(machines, session, archive, tmp_path):
    file, coded, events = archive

    worker, struck = machines.workers[0], []

    def strike():
        time.sleep(20)
        # Its executor, which it has started itself, goes first.
        children = subprocess.run(["pgrep", "-P", str(worker.pid)], capture_output=True, text=True).stdout.split()
        struck.append(len(session.sparkContext.statusTracker().getActiveJobsIds()))
        for child in children:
            os.kill(int(child), 9)
        worker.kill()

    killer = threading.Thread(target=strike)
    killer.start()
    cluster.code(session.read.parquet(file).repartition(16), "fast").write.parquet(str(tmp_path / "coded"))
    killer.join()
    assert struck == [1], "it must be struck while it works"
    assert pq.read_table(tmp_path / "coded").sort_by("id").to_pylist() == coded
    assert cluster.merge(session.read.parquet(str(tmp_path / "coded"))).toArrow().to_pylist() == events
