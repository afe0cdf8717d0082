"""Codes an archive on a cluster and merges what it tells to events.

    spark-submit --master spark://HOST:7077 --conf spark.sql.shuffle.partitions=400 \
        examples/spark_job.py reports/*.parquet out/ --model fast

REPORTS are Parquet files, or JSON lines (.jsonl, packed or not), with `text` and whatever is known of id, title, publisher, dateline, published and
url. OUT gets coded/ (a row a report, with its claims and notes) and events/, both Parquet. What was coded before is not coded again: delete
coded/ to start anew. The package `dateline` must be installed on every machine (docs/scale.md).
"""

from __future__ import annotations

import argparse
import time

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession

from dateline import spark as cluster


def reports(session: SparkSession, paths: list[str]) -> DataFrame:
    if all(path.endswith(".parquet") for path in paths):
        return session.read.parquet(*paths)
    # Days stay as they are written.
    return session.read.option("primitivesAsString", True).json(paths)


def coded(session: SparkSession, args: argparse.Namespace) -> DataFrame:
    file = f"{args.out}/coded"
    try:
        return session.read.parquet(file)
    except AnalysisException:
        cluster.code(reports(session, args.reports), args.model, args.data).write.parquet(file)
        return session.read.parquet(file)


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
