"""Codes an archive on a cluster and merges what it tells to events.

    spark-submit --master spark://HOST:7077 --conf spark.sql.shuffle.partitions=400 \
        examples/spark_job.py reports/*.parquet out/ --model fast

REPORTS are Parquet files or folders of them, or JSON lines (.jsonl or .json, packed or not), with `text` and whatever is known of id, title,
publisher, dateline, published and url. OUT gets coded/ (a row a report, with its claims and notes) and events/, both Parquet. Where coded/ is
whole it is taken as it is, whatever REPORTS and --model say: delete it to code anew. The package `dateline` must be installed on every machine
(docs/python.md).
"""

from __future__ import annotations

import argparse
import time

from pyspark.sql import DataFrame, SparkSession

from dateline import spark as cluster


def reports(session: SparkSession, paths: list[str]) -> DataFrame:
    """The reports of all files; a broken line of JSON ends the job."""
    if any(".json" in path for path in paths):
        # Days stay as they are written.
        return session.read.option("primitivesAsString", True).option("mode", "FAILFAST").json(paths)
    return session.read.parquet(*paths)


def is_whole(session: SparkSession, folder: str) -> bool:
    """True of a folder that Spark has written to its end: it says so by a file in it."""
    path = session._jvm.org.apache.hadoop.fs.Path(f"{folder}/_SUCCESS")
    return bool(path.getFileSystem(session._jsc.hadoopConfiguration()).exists(path))


def coded(session: SparkSession, args: argparse.Namespace) -> DataFrame:
    folder = f"{args.out}/coded"
    if not is_whole(session, folder):
        cluster.code(reports(session, args.reports), args.model, args.data).write.mode("overwrite").parquet(folder)
    return session.read.parquet(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description="Codes an archive on a cluster and merges what it tells to events.")
    parser.add_argument("reports", nargs="+", help="Parquet files or JSON lines; patterns are Spark's")
    parser.add_argument("out", help="folder for what comes out, which every machine sees")
    parser.add_argument("--model", default="accurate", choices=["accurate", "fast"])
    parser.add_argument("--data", help="folder with a model, places or actors of your own, on every machine")
    args = parser.parse_args()
    session = SparkSession.builder.appName("dateline").getOrCreate()
    began = time.monotonic()
    claims = coded(session, args)
    print(f"coded: {claims.count()} reports, {time.monotonic() - began:.0f} s")
    cluster.merge(claims, args.data).write.mode("overwrite").parquet(f"{args.out}/events")
    print(f"events: {session.read.parquet(f'{args.out}/events').count()}, {time.monotonic() - began:.0f} s")
    session.stop()


if __name__ == "__main__":
    main()
