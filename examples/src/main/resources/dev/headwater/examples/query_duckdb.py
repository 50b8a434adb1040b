"""Print the rows of a query, one a line, values parted by a bar.

Arguments: the DuckDB file that dbt built in or dlt loaded into, the file that is
attached as the loader's database, that database, the query.
"""

import sys

import duckdb

target, raw, database, query = sys.argv[1:]
with duckdb.connect(":memory:") as connection:
    connection.execute("set timezone = 'UTC'")
    connection.execute(f"attach '{raw}' as {database} (read_only)")
    if target != raw:
        connection.execute(f"attach '{target}' as target (read_only)")
    connection.execute(f"use {database}" if target == raw else "use target")
    for row in connection.execute(query).fetchall():
        print(" | ".join(str(value) for value in row))
