"""Make the example: write hospital.xlsx, and what was planted in it into planted.json.

    python examples/guangxi-hospital/make.py [--ordinary] [--out FOLDER]

The same seed gives the same facts. `--ordinary` leaves out everything that is planted.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from hospital.book import Book, Plan
from hospital.ordinary.everything import sheet_types, write_everything
from hospital.planted.everything import plant_everything

import qinglian_rules as ql
from qinglian_rules.facts.base import Fact
from qinglian_rules.inputs import write_workbook

POLICIES = ("gx-2021", "gx-2023", "ha-2024")
SEED = 20210927
HERE = Path(__file__).parent
_LAST_SHEETS = ("ParameterValue", "Complete")


def build(*, planted: bool = True) -> tuple[list[Fact], Plan]:
    """Return all facts, by sheet in the order of the template, and what was planted among them."""
    policy = ql.load(*POLICIES)
    book, plan = Book(), Plan()
    write_everything(book, policy, SEED)
    if planted:
        plant_everything(book, plan, SEED)
    order = [name for name in sheet_types(policy) if name not in _LAST_SHEETS]
    return _in_order(book, (*order, *_LAST_SHEETS)), plan


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ordinary", action="store_true", help="leave out what is planted")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    options = parser.parse_args()
    facts, plan = build(planted=not options.ordinary)
    options.out.mkdir(parents=True, exist_ok=True)
    write_workbook(facts, options.out / "hospital.xlsx")
    entries = [json.dumps(one.data(), ensure_ascii=False) for one in plan.planted]
    (options.out / "planted.json").write_text("[\n" + ",\n".join(entries) + "\n]\n", encoding="utf-8")
    print(f"{len(facts)} facts, {len(entries)} planted decisions → {options.out}")


def _in_order(facts: Iterable[Fact], types: Iterable[str]) -> list[Fact]:
    """Return facts sorted by type; types that no policy reads, and others only refer to, come first."""
    places = {name: number for number, name in enumerate(types)}
    return sorted(facts, key=lambda fact: places.get(type(fact).__name__, -1))


if __name__ == "__main__":
    main()
