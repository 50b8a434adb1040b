"""Say which names a tool refuses or changes: lines of "rule<tab>name" in a file."""

import keyword
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from dlt.common.normalizers.naming.snake_case import NamingConvention
from prefect import Flow
from prefect.client.schemas.actions import DeploymentCreate, WorkPoolCreate

naming = NamingConvention(max_length=255)


def python(name: str) -> bool:
    """Import it, define it, take it as an argument."""
    compile(f"from a.{name} import {name}\ndef {name}({name}={name}): ...", name, "exec")
    return name.isidentifier() and not keyword.iskeyword(name)


def dlt(name: str) -> bool:
    """Name a table and a column."""
    kept = naming.normalize_identifier(name) == name
    return kept and naming.normalize_path(name) == name


def prefect(name: str) -> bool:
    """Name a flow and a work pool."""
    Flow(lambda: None, name=name)
    WorkPoolCreate(name=name, type="process")
    return True


def tag(name: str) -> bool:
    """Tag a flow and a deployment."""
    kept = DeploymentCreate(name="x", flow_id=uuid4(), tags=[name]).tags
    return kept == [name]


JUDGES: dict[str, Callable[[str], bool]] = {
    "python": python,
    "dlt": dlt,
    "prefect": prefect,
    "tag": tag,
}

for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    rule, name = line.split("\t")
    try:
        held = JUDGES[rule](name)
    except Exception as fault:  # whatever a tool says against a name
        print(rule, name, type(fault).__name__)
    else:
        if not held:
            print(rule, name, "changed")
