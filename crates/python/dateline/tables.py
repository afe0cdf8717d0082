"""Tables that others hand in, as the native part takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa


def whole(data: Any, names: Sequence[str] | None = None, schema: pa.Schema | None = None) -> pa.Table:
    """A table of whatever holds one: with the columns of these names alone where names are given, and of a data frame of pandas, where a missing
    number makes numbers of others, with the types of ``schema``."""
    if hasattr(data, "columns") and hasattr(data, "iloc"):
        table = _of_pandas(data, names, schema)
    elif isinstance(data, pa.RecordBatch):
        table = pa.Table.from_batches([data])
    else:
        table = data if isinstance(data, pa.Table) else pa.table(data)
    if names is not None:
        table = table.select([name for name in names if name in table.column_names])
    return _copied(table) if any(map(_is_part, _chunks(table))) else table


def _of_pandas(frame: Any, names: Sequence[str] | None, schema: pa.Schema | None) -> pa.Table:
    if names is not None:
        # Columns that nobody asks for may hold anything.
        frame = frame[[name for name in names if name in frame.columns]]
    elif schema is not None:
        schema = pa.schema([field for field in schema if field.name in frame.columns])
        frame = frame[schema.names]
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False)


def _chunks(table: pa.Table) -> list[pa.Array]:
    return [chunk for column in table.columns for chunk in column.chunks if pa.types.is_nested(column.type)]


def _is_part(array: pa.Array) -> bool:
    """True of records, or of what holds some, that are part of a longer column."""
    if pa.types.is_struct(array.type):
        return array.offset != 0 or any(map(_is_part, (array.field(n) for n in range(array.type.num_fields))))
    return pa.types.is_nested(array.type) and (array.offset != 0 or _is_part(array.values))


def _copied(table: pa.Table) -> pa.Table:
    """A copy of what is seen of a table: parts of longer columns do not cross to the native part as they are."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return pa.ipc.open_stream(sink.getvalue()).read_all()
