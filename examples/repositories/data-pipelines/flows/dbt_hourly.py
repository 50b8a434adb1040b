"""Prefect flow for dbt_hourly."""

from prefect import flow


@flow(name="dbt-hourly-hourly", log_prints=True)
def hourly_flow() -> None:
    """Hourly dbt_hourly run."""
    print("dbt_hourly done")


if __name__ == "__main__":
    hourly_flow()
