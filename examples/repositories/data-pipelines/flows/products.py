"""Prefect flow for products."""

from prefect import flow


@flow(name="products-daily", log_prints=True)
def daily_flow() -> None:
    """Daily products run."""
    print("products done")


if __name__ == "__main__":
    daily_flow()
