"""A cluster of Apache Spark on this machine, for tests and benchmarks: a master and workers of one core each, on the loopback address."""

from __future__ import annotations

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pyspark
from pyspark.sql import SparkSession

HOME = pathlib.Path(pyspark.__file__).parent
HERE = ["--host", "127.0.0.1"]

#: Java machines that live for seconds: what makes long runs fast only costs time.
QUICK = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}


class Cluster:
    """A master and workers of one core each."""

    def __init__(self, folder: pathlib.Path, workers: int = 2) -> None:
        self.folder = folder
        self.running: list[subprocess.Popen[str]] = []
        try:
            log = self.start("master", "master.Master", *HERE, "--port", "0", "--webui-port", "0")
            self.url = self.told(log, r"Starting Spark master at (spark://\S+)")
            words = [*HERE, "--cores", "1", "--memory", "3g", "--webui-port", "0", self.url]
            logs = [self.start(f"worker-{n}", "worker.Worker", *words) for n in range(workers)]
            for log in logs:
                self.told(log, "Successfully registered with master")
        except BaseException:
            self.stop()
            raise
        self.workers = self.running[-workers:]

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

    def session(self, partitions: int = 2) -> SparkSession:
        """A session on it, with so many pieces where rows are shuffled."""
        settings = {
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.executor.memory": "2g",
            "spark.scheduler.minRegisteredResourcesRatio": "1.0",
            "spark.sql.shuffle.partitions": str(partitions),
            "spark.sql.warehouse.dir": str(self.folder / "warehouse"),
            "spark.ui.enabled": "false",
        }
        os.environ |= QUICK
        builder = SparkSession.builder.master(self.url)
        for name, value in settings.items():
            builder = builder.config(name, value)
        return builder.getOrCreate()

    def stop(self) -> None:
        for process in reversed(self.running):
            process.kill()
            process.wait()



def many_reports(root: pathlib.Path, count: int) -> Iterator[dict[str, str]]:
    """The reports of the project's own cases of merging, again and again: each time of other outlets and forty days later."""
    lines = [line for file in sorted((root / "gold/merge").glob("[mn]*[0-9].jsonl")) for line in file.read_text().splitlines()]
    reports = [json.loads(line)["report"] for line in lines]
    for n in range(count):
        report, round = reports[n % len(reports)], n // len(reports)
        day = shifted(report.get("published"), 40 * round)
        yield {"id": f"{report['id']}-{round}", "publisher": f"Outlet {n % 41}", "published": day, "text": report["text"]}


def shifted(day: str | None, later: int) -> str:
    """A day so many days later."""
    return str(datetime.date.fromisoformat(day or "2012-12-13") + datetime.timedelta(days=later))
