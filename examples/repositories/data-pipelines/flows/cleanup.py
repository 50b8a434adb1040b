"""Prefect flow for cleanup."""

from prefect import flow


@flow(name="cleanup-weekly", log_prints=True)
def weekly_flow() -> None:
    """Weekly cleanup run."""
    print("cleanup done")


if __name__ == "__main__":
    weekly_flow()
