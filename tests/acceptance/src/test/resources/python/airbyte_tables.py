"""Makes tables as Airbyte's Snowflake destination (4 and later) does, with two rows each; DuckDB has VARIANT as JSON."""

import sys

import duckdb

BY_AIRBYTE = (
    "_AIRBYTE_RAW_ID varchar not null, _AIRBYTE_EXTRACTED_AT timestamptz not null, "
    "_AIRBYTE_META json not null, _AIRBYTE_GENERATION_ID bigint"
)
TABLES = {
    "HUBSPOT.CONTACTS": (
        'ID varchar, PROPERTIES json, CREATEDAT timestamptz, UPDATEDAT timestamptz',
        "('{id}', '{{\"email\": \"{id}@example.com\"}}', '2026-01-16 04:30:00+00', now())",
    ),
    "HUBSPOT.OWNERS": ("ID varchar, EMAIL varchar", "('{id}', '{id}@example.com')"),
    "GOOGLE_ADS.CAMPAIGN": (
        'CAMPAIGN json, SEGMENTS json, "COST-MICROS" bigint',
        "('{{\"id\": \"{id}\"}}', '{{\"date\": \"2026-01-16\"}}', 1200000)",
    ),
    "JIRA.ISSUES": ("ID varchar, FIELDS json", "('{id}', '{{\"status\": {{\"name\": \"Done\"}}}}')"),
}

with duckdb.connect(sys.argv[1]) as raw:
    for name, (columns, row) in TABLES.items():
        raw.execute(f"create schema if not exists {name.split('.')[0]}")
        raw.execute(f"create table {name} ({columns}, {BY_AIRBYTE})")
        for one in ("r1", "r2"):
            values = row.format(id=one).removesuffix(")")
            raw.execute(f"insert into {name} values {values}, '{one}', now(), '{{}}', 1)")
