"""Say which JSON paths of an emitted source dlt's parser refuses, and how many it took."""

import ast
import sys
from pathlib import Path

from dlt.common.jsonpath import compile_path

taken = 0
tree = ast.parse(Path(sys.argv[1]).read_text(encoding="utf-8"))
for node in ast.walk(tree):
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == "next_url_path":
                path = ast.literal_eval(value)
                try:
                    compile_path(path)
                except Exception as fault:  # whatever the parser says against a path
                    print(ascii(path), type(fault).__name__)
                else:
                    taken += 1
print(taken)
