"""Check a prefect.yaml with Prefect's own models: no server, no network.

Arguments: the names of the deployments whose entrypoints are loaded as well.
"""

import sys
from pathlib import Path
from typing import Any

import yaml
from prefect.cli.deploy._models import (
    DeploymentConfig,
    PrefectYamlModel,
    RawScheduleConfig,
    WorkPoolConfig,
)
from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import load_flow_from_entrypoint


def check(item: dict[str, Any]) -> list[str]:
    """Say what `prefect deploy` would hide, or only find when it talks to a server."""
    name = item.get("name")
    pool = item.get("work_pool") or {}
    faults = [f"unknown key {k!r}" for k in set(item) - set(DeploymentConfig.model_fields)]
    faults += [f"unknown pool key {k!r}" for k in set(pool) - set(WorkPoolConfig.model_fields)]
    if not isinstance(name, str) or "/" in name or not pool.get("name"):
        faults.append("bad name or pool")
    if not all(isinstance(tag, str) for tag in item["tags"]):
        faults.append("tags are not strings")
    for schedule in item["schedules"]:
        RawScheduleConfig.model_validate(schedule)
        CronSchedule(cron=schedule["cron"], timezone=schedule["timezone"])
        if len(schedule["cron"].split()) != 5:
            faults.append("cron has not five fields")
    flow = load_flow_from_entrypoint(item["entrypoint"])
    if flow.parameters.required:
        faults.append("the flow wants parameters")
    if flow.name != name:
        faults.append(f"the flow is called {flow.name}")
    return [f"{name}: {fault}" for fault in faults]


raw = yaml.safe_load(Path("prefect.yaml").read_text())
PrefectYamlModel.model_validate(raw)
items = {item["name"]: item for item in raw["deployments"]}
found = [fault for name in sys.argv[1:] for fault in check(items[name])]
if len(items) != len(raw["deployments"]):
    found.append("two deployments of one name")
print("\n".join(found) or "OK")
sys.exit(bool(found))
