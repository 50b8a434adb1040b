"""Say which bare environment variables dlt looks up for itself, one a line."""

from typing import Any

import dlt
from dlt.common.configuration.exceptions import ConfigFieldMissingException
from dlt.common.configuration.providers.environ import EnvironProvider
from dlt.common.configuration.resolve import resolve_configuration
from dlt.destinations.impl.snowflake.configuration import SnowflakeClientConfiguration

asked: set[str] = set()
look_up = EnvironProvider.get_value


def listen(self: EnvironProvider, key: str, hint: type, pipeline: str | None, *sections: str) -> Any:
    """Note the name of the variable, then look it up."""
    asked.add(self.get_key_name(key, *((pipeline,) if pipeline else ()), *sections))
    return look_up(self, key, hint, pipeline, *sections)


EnvironProvider.get_value = listen  # type: ignore[method-assign]


@dlt.source(name="crm")
def crm(headwater_argument: str = "given") -> Any:
    """Have one row."""
    return dlt.resource([{"id": 1}], name="rows")


dlt.pipeline("settings", destination="duckdb", dataset_name="crm").run(crm())
try:
    resolve_configuration(SnowflakeClientConfiguration(), sections=("destination", "snowflake"))
except ConfigFieldMissingException:
    pass
for name in sorted(name for name in asked if "__" not in name and name != "HEADWATER_ARGUMENT"):
    print(name)
