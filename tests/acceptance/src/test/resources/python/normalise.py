"""Say what dlt's default naming convention makes of names, one a line in a file."""

import sys
from pathlib import Path

from dlt.common.normalizers.naming.snake_case import NamingConvention

naming = NamingConvention(max_length=255)
for name in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
    print(naming.normalize_identifier(name), naming.normalize_path(name))
