"""Prefect flow for partner_files."""

from prefect import flow


@flow(name="partner-files-workdays", log_prints=True)
def workdays_flow() -> None:
    """Workdays partner_files run."""
    print("partner_files done")


if __name__ == "__main__":
    workdays_flow()
