"""Loads files into tables as a pipe does: columns by name whatever their case, others left out, the time of reading."""

import csv
import gzip
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

TYPES = {
    "VARCHAR(16777216)": "varchar",
    "NUMBER(38,0)": "decimal(38, 0)",
    "NUMBER(38,9)": "decimal(38, 9)",
    "FLOAT": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP_TZ(9)": "timestamptz",
    "TIMESTAMP_LTZ(9)": "timestamptz",
    "TIMESTAMP_NTZ(9)": "timestamp",
    "VARIANT": "json",
}


def rows(file: Path, table: dict[str, Any]) -> list[dict[str, Any]]:
    if table["format"] == "parquet":
        read = duckdb.sql(f"select * from read_parquet('{file}')")
        return [dict(zip(read.columns, row, strict=True)) for row in read.fetchall()]
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    if table["format"] == "json":
        return [json.loads(line) for line in data.decode().splitlines()]
    dialect = table["dialect"]
    lines = data.decode({"ISO88591": "iso-8859-1"}.get(dialect["encoding"], "utf-8")).splitlines()
    quote = dialect["field_optionally_enclosed_by"]
    found = csv.DictReader(lines, delimiter=dialect["field_delimiter"], quotechar=quote)
    nulls = dialect.get("null_if", [])
    return [{k: None if v in nulls else v for k, v in row.items()} for row in found]


def stored(value: Any, kind: str) -> Any:
    return json.dumps(value, default=str) if kind == "VARIANT" and value is not None else value


root = Path(sys.argv[2])
with duckdb.connect(sys.argv[1]) as raw:
    for table in json.loads(Path(sys.argv[3]).read_text()):
        columns = table["columns"]
        made = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in columns.items())
        raw.execute(f"create schema if not exists {table['schema']}")
        raw.execute(f"create or replace table {table['schema']}.{table['name']} ({made})")
        files = sorted(path for path in root.rglob("*") if path.is_file())
        for file in files:
            key = file.relative_to(root).as_posix()
            if not key.startswith(table["prefix"]):
                continue
            for row in rows(file, table):
                values = {name.upper(): value for name, value in row.items()}
                if table["record"]:
                    values = {table["record"]: row}
                values |= {table["loaded_at"]: datetime.now(UTC), table["source_file"]: key}
                insert = [stored(values.get(name), kind) for name, kind in columns.items()]
                marks = ", ".join("?" for _ in insert)
                raw.execute(f"insert into {table['schema']}.{table['name']} values ({marks})", insert)
