"""A folder with a Parquet file for each table: typed columns, row groups of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from basedon.catalogue.catalogue import Catalogue
from basedon.catalogue.tables import Table, rows, tables
from basedon.errors import BadUsage

TYPES = {"INTEGER": "int64", "INT": "int64", "REAL": "float64", "TEXT": "string", "BLOB": "binary"}
"""Arrow's names of the types that a strict table of SQLite can have; a value of any type is written as text."""


def write(catalogue: Catalogue, folder: Path) -> Iterator[int]:
    """Write all tables; gives how many rows were written, as it goes."""
    arrow, parquet = libraries()
    for table in tables(catalogue):
        schema = schema_of(arrow, table, catalogue.stamp.digest)
        with (
            (folder / f"{table.name}.parquet").open("wb") as out,
            parquet.ParquetWriter(out, schema, compression="zstd") as writer,
        ):
            for some in rows(catalogue, table):
                columns = [
                    arrow.array([None if v is None else str(v) for v in values] if other else values, field.type)
                    for values, field, other in zip(zip(*some, strict=True), schema, untyped(table), strict=True)
                ]
                writer.write_batch(arrow.record_batch(columns, schema=schema), row_group_size=len(some))
                yield len(some)


def libraries() -> tuple[Any, Any]:
    """Arrow and its Parquet; raises BadUsage where they are not installed."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise BadUsage("parquet needs pyarrow: pip install 'basedon[parquet]', or export csv") from error


def schema_of(arrow: Any, table: Table, digest: str) -> Any:
    """The columns of a table in Arrow's types, with the digest of the catalogue that they come from."""
    fields = [
        arrow.field(column.name, getattr(arrow, TYPES.get(column.type, "string"))(), nullable=not column.required)
        for column in table.columns
    ]
    return arrow.schema(fields, metadata={"basedon.digest": digest})


def untyped(table: Table) -> list[bool]:
    """For each column, whether it may hold values of any type."""
    return [column.type not in TYPES for column in table.columns]
