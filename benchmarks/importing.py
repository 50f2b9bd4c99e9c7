"""What `import qinglian_rules` costs, and what it does not import."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.measuring import Result

HEAVY = ("networkx", "duckdb", "pandas", "z3", "sqlglot", "openpyxl", "typer", "rich")
SCRIPT = """
import sys, time
start = time.process_time()
import pydantic
middle = time.process_time()
import qinglian_rules
end = time.process_time()
import json
print(json.dumps([end - middle, middle - start, sorted(sys.modules)]))
"""


def measured() -> Iterator[Result]:
    """Yield the time of the import beside pydantic's own, and how many heavy packages it brings."""
    runs = [_run() for _ in range(7)]
    ours, theirs = median(run[0] for run in runs), median(run[1] for run in runs)
    yield Result(
        "import qinglian_rules, after pydantic", ours * 1e3, "ms", note=f"pydantic itself {theirs * 1e3:.0f} ms"
    )
    brought = [name for name in HEAVY if name in runs[0][2]]
    yield Result("heavy packages that it imports", len(brought), "", 0, ", ".join(brought))
    yield Result("modules imported", len(runs[0][2]), "")


def _run() -> tuple[float, float, list[str]]:
    found = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    ours, theirs, modules = json.loads(found.stdout)
    return ours, theirs, modules
