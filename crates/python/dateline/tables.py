"""Tables that others hand in, as the native part takes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa


def whole(data: Any, names: Sequence[str] | None = None) -> pa.Table:
    """A table of whatever holds one, with the columns of these names alone where names are given."""
    if names is not None and hasattr(data, "columns") and hasattr(data, "iloc"):
        # A data frame of pandas: columns that nobody asks for may hold anything.
        data = data[[name for name in names if name in data.columns]]
    table = pa.Table.from_batches([data]) if isinstance(data, pa.RecordBatch) else data if isinstance(data, pa.Table) else pa.table(data)
    if names is not None:
        table = table.select([name for name in names if name in table.column_names])
    is_part = any(chunk.offset and pa.types.is_nested(chunk.type) for column in table.columns for chunk in column.chunks)
    # Records within records that are part of a longer column do not cross to the native part as they are: they are copied out.
    return table.take(pa.array(range(table.num_rows), pa.int64())) if is_part else table
