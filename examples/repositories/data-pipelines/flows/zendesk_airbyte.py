"""Prefect flow for zendesk_airbyte."""

from prefect import flow


@flow(name="zendesk-airbyte-daily", log_prints=True)
def daily_flow() -> None:
    """Daily zendesk_airbyte run."""
    print("zendesk_airbyte done")


if __name__ == "__main__":
    daily_flow()
