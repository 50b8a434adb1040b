"""Pipeline of the currencies."""

import dlt
from dlt.common.pipeline import LoadInfo

from sources.currencies import currencies


def run() -> LoadInfo:
    """Load the currencies."""
    pipeline = dlt.pipeline(
        pipeline_name="currencies",
        destination="snowflake",
        dataset_name="currencies",
    )
    return pipeline.run(currencies())


if __name__ == "__main__":
    print(run())
