"""Prefect flow for cost_report."""

from prefect import flow


@flow(name="cost-report-monthly", log_prints=True)
def monthly_flow() -> None:
    """Monthly cost_report run."""
    print("cost_report done")


if __name__ == "__main__":
    monthly_flow()
