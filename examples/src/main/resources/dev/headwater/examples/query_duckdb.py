"""Print the rows of a query on a DuckDB file, one a line, values parted by a bar."""

import sys

import duckdb

with duckdb.connect(sys.argv[1], read_only=True) as connection:
    connection.execute("set timezone = 'UTC'")
    for row in connection.execute(sys.argv[2]).fetchall():
        print(" | ".join(str(value) for value in row))
