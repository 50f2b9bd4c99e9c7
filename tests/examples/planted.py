"""What the tests of all invented examples compare: what judging an example says, and what was planted in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import qinglian_rules as ql
from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.graph import types_read
from qinglian_rules.inputs import Input, read_facts, template

EXAMPLES = Path(__file__).parents[2] / "examples"
NEAR = ("compliant", "pending", "not_applicable")
STATUSES = ("violated", "undetermined", *NEAR)
Found = tuple[str, str, str, tuple[str, str] | None]


@dataclass(frozen=True)
class Made:
    """One example: its folder, the name of its workbook, and how it is judged; read and judged once."""

    folder: Path
    workbook: str
    policies: tuple[str, ...]
    review: tuple[date, date]
    as_of: date

    @property
    def how_to_make(self) -> str:
        return f"run examples/{self.folder.name}/make.py again: a policy has changed, or the script"

    @cached_property
    def given(self) -> Input:
        return read_facts([self.folder / self.workbook])

    @cached_property
    def report(self) -> Report:
        return self.judge(self.given)

    @cached_property
    def planted(self) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = json.loads((self.folder / "planted.json").read_text(encoding="utf-8"))
        return entries

    def judge(self, given: Input) -> Report:
        return ql.load(*self.policies).check(given.facts, as_of=self.as_of, period=self.review)

    def make(self, folder: Path, *options: str) -> Input:
        """Run the script into another folder."""
        command = [sys.executable, str(self.folder / "make.py"), "--out", str(folder), *options]
        subprocess.run(command, check=True, capture_output=True, text=True)
        return read_facts([folder / self.workbook])

    def expected(self, *statuses: str) -> dict[Found, dict[str, Any]]:
        """Return what is planted with one of these statuses, by where it stands."""
        found = {}
        for entry in self.planted:
            if entry["status"] in statuses:
                days = None if entry["period"] is None else (entry["period"][0], entry["period"][1])
                found[entry["rule"], entry["subject"]["type"], entry["subject"]["id"], days] = entry
        return found


def place(decision: Decision) -> Found:
    period = decision.period
    days = None if period is None else (str(period.start), str(period.end))
    return decision.rule.id, decision.subject.type, decision.subject.id, days


def by_type(given: Input) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for fact in given.facts:
        found.setdefault(type(fact).__name__, set()).add(repr(fact))
    return found


def is_read_without_a_word(made: Made, facts: tuple[int, int]) -> None:
    """Nothing in the workbook is refused or remarked on; it holds a number of facts between two."""
    assert made.given.refused == ()
    assert made.given.diagnostics == ()
    assert facts[0] < len(made.given.facts) < facts[1]


def violations_are_as_planted(made: Made) -> None:
    wanted = {where: set(entry["failed"]) for where, entry in made.expected("violated").items()}
    assert {place(one): set(one.failed) for one in made.report.violated} == wanted, made.how_to_make


def gaps_are_as_planted(made: Made) -> None:
    found = {place(one) for one in made.report.undetermined}
    assert found == set(made.expected("undetermined")), made.how_to_make


def near_misses_are_as_planted(made: Made) -> None:
    found = {place(one): one.status for one in made.report.decisions}
    near = made.expected(*NEAR)
    assert {where: found.get(where) for where in near} == {where: entry["status"] for where, entry in near.items()}


def nothing_is_planted_twice(made: Made) -> None:
    assert len(made.expected(*STATUSES)) == len(made.planted)


def enough_is_planted(made: Made, violated: int, undetermined: int, near: int, rules: int) -> None:
    """At least so many violations (of so many rules), gaps and near misses are planted."""
    statuses = Counter(entry["status"] for entry in made.planted)
    assert statuses["violated"] >= violated
    assert statuses["undetermined"] >= undetermined
    assert sum(statuses[status] for status in NEAR) >= near
    assert len({entry["rule"] for entry in made.planted if entry["status"] == "violated"}) >= rules


def rules_without_a_decision(made: Made) -> set[str]:
    decided = {one.rule.id for one in made.report.decisions if one.status != "not_applicable"}
    return {rule.id for document in made.report.world.documents.values() for rule in document.rules} - decided


def is_made_again_by_its_script(made: Made, folder: Path) -> None:
    again = made.make(folder)
    assert by_type(again) == by_type(made.given), made.how_to_make
    planted = (folder / "planted.json").read_text(encoding="utf-8")
    assert planted == (made.folder / "planted.json").read_text(encoding="utf-8"), made.how_to_make


def is_in_order_without_what_is_planted(made: Made, folder: Path, compliant: int) -> None:
    """Nothing is violated or undetermined, and at least so many decisions are compliant."""
    found = made.judge(made.make(folder, "--ordinary"))
    assert [one.id for one in found.violated] == []
    assert [one.id for one in found.undetermined] == []
    assert len(found.compliant) > compliant


def has_the_sheets_of_the_template(made: Made, folder: Path, more: frozenset[str] = frozenset()) -> None:
    """Sheets and headers are those of `qinglian template`; `more`: sheets that the facts only refer to."""
    policy = ql.load(*made.policies)
    parameters = tuple(parameter for document in policy.documents for parameter in document.parameters)
    template(types_read(policy.documents), parameters, folder / "blank.xlsx")
    blank, filled = headers(folder / "blank.xlsx"), headers(made.folder / made.workbook)
    assert set(filled) - set(blank) <= more
    others = {name: set(filled[name]) - set(blank[name]) for name in filled if name in blank}
    assert {name: columns for name, columns in others.items() if columns} == {}


def headers(path: Path) -> Mapping[str, tuple[str, ...]]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    rows = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names if not name.startswith("#")}
    return {name: tuple(str(cell) for cell in lines[0]) for name, lines in rows.items() if lines}


def persons_are_ids(made: Made, pattern: str = r"[RZ]\d+") -> None:
    persons = {fact.key for fact in made.given.facts if type(fact).__name__ == "Person"}
    assert persons
    assert [key for key in persons if not re.fullmatch(pattern, key)] == []
