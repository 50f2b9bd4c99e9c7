"""The script of an example: what it writes from a seed, and what it says about it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import qinglian_rules as ql
from made.book import Book, Plan
from made.papers import Review, write_papers
from made.sheets import in_order, state_complete
from made.surprises import surprises
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.inputs import write_workbook


@dataclass(frozen=True, slots=True)
class Example:
    """One example.

    Args:
        policies: the documents that it is judged by.
        review: how it is judged.
        workbook: the name of the file.
        write: writes the facts of an essentially compliant body, without the papers that rules ask for.
        plant: plants violations, gaps and near misses, and notes what must come out.
        incomplete: types of which the body does not have all facts, such as the authorities of other places.
    """

    policies: tuple[str, ...]
    review: Review
    workbook: str
    write: Callable[[Book], None]
    plant: Callable[[Book, Plan], None]
    incomplete: frozenset[str] = frozenset()

    def build(self, policy: Policy, *, planted: bool) -> tuple[list[Fact], Plan]:
        """Return all facts, by sheet in the order of the template, and what was planted among them."""
        book, plan = Book(), Plan()
        self.write(book)
        state_complete(book, policy, self.review.as_of, self.incomplete)
        write_papers(book, policy, self.review)
        if planted:
            self.plant(book, plan)
            # What was planted is looked into as well, by whoever has to.
            write_papers(book, policy, self.review, plan.planted)
        return in_order(book, policy), plan


def run(example: Example, folder: Path) -> None:
    """Write the workbook and planted.json, by the options of the command line, into a folder unless told otherwise."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ordinary", action="store_true", help="leave out what is planted")
    parser.add_argument("--out", type=Path, default=folder, help="folder to write to")
    parser.add_argument("--surprises", action="store_true", help="judge it, and print what comes out otherwise")
    options = parser.parse_args()
    policy = ql.load(*example.policies)
    facts, plan = example.build(policy, planted=not options.ordinary)
    options.out.mkdir(parents=True, exist_ok=True)
    write_workbook(facts, options.out / example.workbook)
    entries = [json.dumps(one.data(), ensure_ascii=False) for one in plan.planted]
    (options.out / "planted.json").write_text("[\n" + ",\n".join(entries) + "\n]\n", encoding="utf-8")
    print(f"{len(facts)} facts, {len(entries)} planted decisions → {options.out}")
    if options.surprises:
        for line in surprises(policy, facts, example.review, plan):
            print(line)
