"""Prefect flow for exchange_rates."""

from prefect import flow


@flow(name="exchange-rates-daily", log_prints=True)
def daily_flow() -> None:
    """Daily exchange_rates run."""
    print("exchange_rates done")


if __name__ == "__main__":
    daily_flow()
