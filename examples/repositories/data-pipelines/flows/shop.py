"""Prefect flow for shop."""

from prefect import flow


@flow(name="shop-daily", log_prints=True)
def daily_flow() -> None:
    """Daily shop run."""
    print("shop done")


if __name__ == "__main__":
    daily_flow()
