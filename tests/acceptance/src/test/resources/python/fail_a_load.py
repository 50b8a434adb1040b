"""Leave in dlt's folder what a run leaves whose load fails: a package that cannot be loaded."""

import os
from pathlib import Path

import dlt
from sources.odd import odd

pipeline = dlt.pipeline("odd", destination="snowflake", dataset_name="odd")
pipeline.extract(odd())
pipeline.normalize()
jobs = list(
    Path(os.environ["DLT_DATA_DIR"]).glob("**/load/normalized/*/new_jobs/versions.*")
)
for job in jobs:
    job.write_bytes(b"no rows")
print(len(jobs))
