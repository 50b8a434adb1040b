"""Teach a DuckDB file the two things of Snowflake that staging models use."""

import sys

import duckdb

with duckdb.connect(sys.argv[1]) as connection:
    connection.execute("create type timestamp_ntz as timestamp")
    connection.execute("create macro convert_timezone(tz, ts) as timezone(tz, ts)")
