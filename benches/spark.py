"""What a cluster costs and gains: `dateline.spark` on one worker and on two, of one core each, on this machine.

    target/python/bin/python benches/spark.py [--reports 20000] [--model fast]

Each cluster codes a tenth first, so that models are loaded and Java is warm. Prints reports a second, the ratio of two workers to one, and of
merging the time, the bytes that moved between machines for each claim, and what the driver held.
"""

from __future__ import annotations

import argparse
import pathlib
import resource
import sys
import tempfile
import time

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "crates/python/tools"))

from local_cluster import Cluster, many_reports  # noqa: E402

from dateline import spark as cluster  # noqa: E402


def timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def moved(session) -> int:
    """Bytes that were written to be read by others, so far."""
    executors = session.sparkContext._jsc.sc().statusStore().executorList(False)
    return sum(executors.apply(n).totalShuffleWrite() for n in range(executors.size()))


def measured(workers: int, args: argparse.Namespace, folder: pathlib.Path) -> dict[str, float]:
    machines = Cluster(folder, workers)
    session = machines.session(partitions=8)
    try:
        reports = session.read.parquet(str(args.file)).repartition(16).persist()
        few = reports.where("pmod(hash(id), 10) = 0")
        cluster.code(few, args.model).write.parquet(str(folder / "few"))
        cluster.merge(session.read.parquet(str(folder / "few"))).count()
        code = timed(lambda: cluster.code(reports, args.model).write.parquet(str(folder / "coded")))
        coded = session.read.parquet(str(folder / "coded"))
        claims = coded.selectExpr("explode(claims)").count()
        before = moved(session)
        merge = timed(lambda: cluster.merge(coded).write.parquet(str(folder / "events")))
        return {"code": code, "merge": merge, "claims": claims, "moved": moved(session) - before}
    finally:
        session.stop()
        machines.stop()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--model", default="fast")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        args.file = folder / "reports.parquet"
        pq.write_table(pa.Table.from_pylist(list(many_reports(ROOT, args.reports))), args.file)
        found = {}
        for workers in [1, 2]:
            (folder / str(workers)).mkdir()
            found[workers] = one = measured(workers, args, folder / str(workers))
            print(
                f"{workers} worker: {args.reports / one['code']:.1f} reports a second; {one['claims']} claims merged in {one['merge']:.1f} s, "
                f"{one['moved'] / one['claims']:.0f} bytes moved a claim",
                flush=True,
            )
        print(f"two workers: {found[1]['code'] / found[2]['code']:.2f} times one at coding, {found[1]['merge'] / found[2]['merge']:.2f} at merging")
        print(f"the driver's Python held {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
