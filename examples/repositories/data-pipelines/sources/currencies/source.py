"""Currencies, from a public list."""

from collections.abc import Iterator
from typing import Any

import dlt
from dlt.sources import DltResource


@dlt.source(section="currencies")
def currencies() -> Iterator[DltResource]:
    """Table currencies."""

    @dlt.resource(name="currencies", write_disposition="replace")
    def rows() -> Iterator[dict[str, Any]]:
        yield {"code": "EUR", "name": "Euro"}

    yield rows
