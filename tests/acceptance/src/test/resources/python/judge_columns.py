"""Say which columns sqlfluff cannot read bare, or wants to be quoted: names, one a line in a file."""

import sys
from pathlib import Path

import sqlfluff

names = Path(sys.argv[1]).read_text(encoding="utf-8").split()
for start in range(0, len(names), 250):
    part = names[start : start + 250]
    sql = "select\n    " + ",\n    ".join(part) + "\nfrom t\n"
    for fault in sqlfluff.lint(sql, dialect="snowflake", rules=["RF06", "AM04"]):
        line = fault["start_line_no"]
        print(part[min(line - 2, len(part) - 1)], fault["code"], fault["description"])
