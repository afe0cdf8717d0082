"""A cluster of a master and two workers on this machine: the same claims and the same events as without it."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import dateline

pyspark = pytest.importorskip("pyspark")
if shutil.which("java") is None:
    pytest.skip("java is not installed", allow_module_level=True)

from dateline import spark as cluster  # noqa: E402

HOME = pathlib.Path(pyspark.__file__).parent
HERE = ["--host", "127.0.0.1"]

#: Java machines that live for seconds: what makes long runs fast only costs time.
QUICK = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}


class Cluster:
    """A master and two workers of one core each."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder, self.running = folder, []
        log = self.start("master", "master.Master", *HERE, "--port", "0", "--webui-port", "0")
        self.url = self.told(log, r"Starting Spark master at (spark://\S+)")
        words = [*HERE, "--cores", "1", "--memory", "2g", "--webui-port", "0", self.url]
        logs = [self.start(f"worker-{n}", "worker.Worker", *words) for n in range(2)]
        self.workers = self.running[-2:]
        for log in logs:
            self.told(log, "Successfully registered with master")

    def start(self, name: str, part: str, *words: str) -> pathlib.Path:
        log = self.folder / f"{name}.log"
        environment = {
            **os.environ, **QUICK, "SPARK_HOME": str(HOME),
            "SPARK_WORKER_DIR": str(self.folder / "work"), "SPARK_DAEMON_MEMORY": "256m",
        }
        command = [str(HOME / "bin/spark-class"), f"org.apache.spark.deploy.{part}", *words]
        process = subprocess.Popen(command, env=environment, stdout=log.open("w"), stderr=subprocess.STDOUT, cwd=self.folder)
        self.running.append(process)
        return log

    def told(self, log: pathlib.Path, words: str) -> str:
        for _ in range(600):
            found = re.search(words, log.read_text())
            if found:
                return found.group(found.lastindex or 0)
            time.sleep(0.1)
        raise AssertionError(log.read_text())

    def stop(self) -> None:
        for process in reversed(self.running):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    machines = Cluster(tmp_path_factory.mktemp("spark"))
    yield machines
    machines.stop()


@pytest.fixture(scope="module")
def session(machines):
    settings = {
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.sql.shuffle.partitions": "2", "spark.ui.enabled": "false",
        "spark.executor.memory": "1g", "spark.sql.warehouse.dir": str(machines.folder / "warehouse"), "spark.default.parallelism": "4",
    }
    os.environ |= QUICK
    builder = pyspark.sql.SparkSession.builder.master(machines.url)
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
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
