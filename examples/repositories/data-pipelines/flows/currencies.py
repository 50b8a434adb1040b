"""Prefect flow for currencies."""

from prefect import flow


@flow(name="currencies-weekly", log_prints=True)
def weekly_flow() -> None:
    """Weekly currencies run."""
    print("currencies done")


if __name__ == "__main__":
    weekly_flow()
