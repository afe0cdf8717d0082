"""Coding and merging on a cluster of Apache Spark (4.0 or newer): the same claims and the same events as on one machine.

    from dateline import spark as cluster

    cluster.code(reports).write.parquet("coded")
    cluster.merge(session.read.parquet("coded")).write.parquet("events")

docs/python.md, "On a cluster", says how it works. The package must be installed on every machine, in the same version.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import TimestampNTZType, TimestampType

from . import CLAIM_SCHEMA, CODED_SCHEMA, REPORT_SCHEMA, Coder, _dateline, _schemas
from .tables import whole

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

__all__ = ["code", "merge"]

#: Reports that are coded before their claims go on: what a worker holds stays small.
_AT_ONCE = 256

#: Tellings of a block that are weighed together; a more crowded block is cut into parts of so many.
_PART = 2_000


@functools.lru_cache(maxsize=2)
def _coder(model: str, data: str | None) -> Coder:
    """The coder of a worker process: Spark keeps these processes, so that each loads its model once."""
    return Coder(model, data)


def code(reports: DataFrame, model: str = "accurate", data: str | os.PathLike[str] | None = None) -> DataFrame:
    """A row for each report: ``id``, ``claims``, ``notes`` (CODED_SCHEMA).

    Columns are taken by their names (REPORT_SCHEMA), others are passed over. ``data`` is that of `Coder`, a folder on every machine. Each task codes
    on one core. Write what comes out before you merge it: Spark would code it anew for every look at it.
    """
    columns = [name for name in REPORT_SCHEMA.names if name in reports.columns]
    if "text" not in columns:
        raise ValueError(f"no column 'text': reports need one, and there are {', '.join(reports.columns)}")
    if "published" in columns and isinstance(reports.schema["published"].dataType, (TimestampType, TimestampNTZType)):
        raise ValueError("'published' is a time: its day depends on the time zone of whoever looks; give a date, or a text")
    folder = None if data is None else os.fspath(data)

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        coder = _coder(model, folder)
        for batch in batches:
            for start in range(0, batch.num_rows, _AT_ONCE):
                yield coder.code_batch(batch.slice(start, _AT_ONCE), threads=1)

    return reports.select(*columns).mapInArrow(work, _spark(CODED_SCHEMA))


def merge(coded: DataFrame, data: str | os.PathLike[str] | None = None) -> DataFrame:
    """The events of claims, the oldest first (EVENT_SCHEMA): what `dateline.merge_batch` makes of the same claims, to the letter.

    ``coded`` has the columns of CODED_SCHEMA or, a claim a row, of CLAIM_SCHEMA. What is made on the way is kept in the cluster (memory, then disk) until
    the session ends or ``catalog.clearCache()``. More ``spark.sql.shuffle.partitions`` make smaller pieces.
    """
    folder = None if data is None else os.fspath(data)
    pieces = 4 * int(coded.sparkSession.conf.get("spark.sql.shuffle.partitions") or 200)
    packed = _packed(_claims(coded), folder).persist()
    tellings = _tellings(packed).persist()
    ties = _ties(tellings, pieces).persist()
    return _events(packed, _placed(tellings, ties, pieces), ties)


def _spark(schema: pa.Schema) -> StructType:
    return from_arrow_schema(schema)


def _claims(coded: DataFrame) -> DataFrame:
    """A claim a row, as one column of records."""
    if "claims" in coded.columns:
        return coded.select(F.explode("claims").alias("claim"))
    missing = [name for name in CLAIM_SCHEMA.names if name not in coded.columns]
    if missing:
        raise ValueError(f"no column 'claims', and as claims a row they lack {', '.join(missing)}")
    return coded.select(F.struct(*CLAIM_SCHEMA.names).alias("claim"))


def _packed(claims: DataFrame, data: str | None) -> DataFrame:
    """A row for each report with all its claims. From here on they move as texts, of which Spark need not know what is in them."""

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for claims in _by_report(batches):
            yield pa.record_batch(_dateline.part_pack(whole(claims), data))

    together = claims.repartition("claim.report.id").select("claim.*").sortWithinPartitions("report.id")
    return together.mapInArrow(work, _spark(_schemas()["PACKED_SCHEMA"]))


def _tellings(packed: DataFrame) -> DataFrame:
    """What each report tells of."""

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield pa.record_batch(_dateline.part_tellings(batch))

    return packed.mapInArrow(work, _spark(_schemas()["TELLING_SCHEMA"])).withColumn("telling", F.xxhash64("order"))


def _by_report(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Claims that come report by report, cut only where a report ends."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        if batch.num_rows == 0:
            continue
        ids = pc.struct_field(batch["report"], "id")
        last = pc.index(ids, ids[-1]).as_py()
        if last > 0:
            yield pa.Table.from_batches([*held, batch.slice(0, last)])
            held = []
        held.append(batch.slice(last))
    if held:
        yield pa.Table.from_batches(held)


def _ties(tellings: DataFrame, pieces: int) -> DataFrame:
    """How likely tellings that share a block are one event. A crowded block is cut into parts that overlap."""
    block = Window.partitionBy("block")
    keyed = tellings.select("telling", "order", F.explode("keys").alias("block"))
    keyed = keyed.withColumn("size", F.count("*").over(block)).withColumn("row", F.row_number().over(block.orderBy("order")) - 1)
    part = F.floor(F.col("row") / _PART)
    own = F.struct(part.alias("part"), F.lit(True).alias("own"))
    met = F.struct((part - 1).alias("part"), F.lit(False).alias("own"))
    is_met = (part > 0) & (F.col("row") % _PART < _dateline.WINDOW)
    parts = keyed.where("size > 1").withColumn("in", F.explode(F.when(is_met, F.array(own, met)).otherwise(F.array(own))))
    rows = parts.select("telling", "block", "in.part", "in.own").join(tellings.select("telling", "sheet"), "telling")
    pieced = rows.withColumn("piece", F.pmod(F.xxhash64("block", "part"), F.lit(pieces)))

    def work(rows: pa.Table) -> pa.Table:
        return pa.table(_dateline.part_weigh(whole(rows)))

    # Several blocks can hold two tellings together: each says the same of them.
    return pieced.groupBy("piece").applyInArrow(work, _spark(_schemas()["TIE_SCHEMA"])).distinct()


def _placed(tellings: DataFrame, ties: DataFrame, pieces: int) -> DataFrame:
    """Tellings with the set that each is in, and the piece that the set is in."""
    # The likely ties alone go to one machine: three numbers each.
    sets = pa.table(_dateline.part_sets(ties.where("odds > 0").toArrow()))
    found = tellings.drop("sheet", "keys").join(tellings.sparkSession.createDataFrame(sets), "telling", "left")
    # What stands alone goes where its report goes, whose claims then move once.
    where = F.when(F.col("set").isNull(), F.xxhash64("report")).otherwise(F.xxhash64("set"))
    found = found.withColumn("piece", F.pmod(where, F.lit(pieces)))
    return found.withColumn("set", F.coalesce("set", "telling"))


def _events(packed: DataFrame, placed: DataFrame, ties: DataFrame) -> DataFrame:
    """The events of each piece, which has whole sets, and all claims of all reports that tell of them."""
    member = F.struct("telling", "set", "report", "claims", "told")
    members = placed.select("piece", member.alias("member"))
    told = packed.join(placed.select("piece", "report").distinct(), "report").select("piece", "packed")
    one = placed.select(F.col("telling").alias("a"), F.col("set").alias("set_a"), "piece")
    other = placed.select(F.col("telling").alias("b"), F.col("set").alias("set_b"))
    inside = ties.join(one, "a").join(other, "b").where("set_a = set_b")
    rows = told.unionByName(members, allowMissingColumns=True).unionByName(
        inside.select("piece", F.struct("a", "b", "odds").alias("tie")), allowMissingColumns=True
    )

    def work(rows: pa.Table) -> pa.Table:
        return pa.table(_dateline.part_compose(whole(rows)))

    # Sorting looks at all rows twice: they are made once.
    events = rows.groupBy("piece").applyInArrow(work, _spark(_schemas()["IN_ORDER_SCHEMA"])).persist()
    return events.orderBy("order").drop("order")
