"""Prefect flow for salesforce_airbyte."""

from prefect import flow


@flow(name="salesforce-airbyte-daily", log_prints=True)
def daily_flow() -> None:
    """Daily salesforce_airbyte run."""
    print("salesforce_airbyte done")


if __name__ == "__main__":
    daily_flow()
