"""Prefect flow for dbt_build."""

from prefect import flow


@flow(name="dbt-build-daily", log_prints=True)
def daily_flow() -> None:
    """Daily dbt_build run."""
    print("dbt_build done")


if __name__ == "__main__":
    daily_flow()
