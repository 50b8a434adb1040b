"""Say which top-level modules this Python and its environment have, one a line."""

import sys
from importlib.metadata import packages_distributions

for name in sorted(sys.stdlib_module_names):
    if name == name.lower() and not name.startswith("_"):
        print("standard", name)
for name in sorted(packages_distributions()):
    if name.isidentifier() and name == name.lower() and not name.startswith("_"):
        print("installed", name)
