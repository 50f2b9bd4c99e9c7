"""What the tests of examples with outside data share: scripts loaded by their path, small tables, facts told."""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared/data"


def load_script(example: str) -> ModuleType:
    """Return an example's run.py as a module."""
    name = example.replace("-", "_") + "_run"
    spec = importlib.util.spec_from_file_location(name, ROOT / "examples" / example / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def write_table(path: Path, *rows: dict[str, str]) -> None:
    """Write rows that share their columns as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
