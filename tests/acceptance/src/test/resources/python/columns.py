"""Say which column dlt makes of raw fields, one a line in a file, nesting with dots."""

import sys
from pathlib import Path
from typing import Any

import dlt

pipeline = dlt.pipeline("columns", destination="duckdb", pipelines_dir=sys.argv[2])
fields = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()


def row(field: str) -> dict[str, Any]:
    """Nest a value as deep as the field says."""
    value: Any = 1
    for key in reversed(field.split(".")):
        value = {key: value}
    return value


pipeline.extract(
    [dlt.resource([row(field)], name=f"t{i}") for i, field in enumerate(fields)]
)
pipeline.normalize()
for i in range(len(fields)):
    columns = pipeline.default_schema.get_table_columns(f"t{i}")
    print(*[name for name in columns if not name.startswith("_dlt_")])
