"""Prefect flow for reverse_etl."""

from prefect import flow


@flow(name="reverse-etl-daily", log_prints=True)
def daily_flow() -> None:
    """Daily reverse_etl run."""
    print("reverse_etl done")


if __name__ == "__main__":
    daily_flow()
