"""All cases of the bundled documents pass on every back end; one test an item file, so that a failure is readable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec

import pytest

from qinglian_rules.authoring.cases import Case, Runner, all_cases, run_cases
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.engine import Engine, Policy
from qinglian_rules.loading import load_leniently

NO_PYTHON = pytest.mark.skipif(
    find_spec("qinglian_rules.backends.python") is None, reason="the generated Python back end is not written yet"
)


@cache
def bundled() -> Policy:
    policy, _ = load_leniently(())
    return policy


@cache
def read() -> tuple[Mapping[str, list[Case]], tuple[Diagnostic, ...]]:
    """Return all cases by item, such as `gx-2021/3.3.4`, and what is wrong in cases files."""
    cases, diagnostics = all_cases(bundled())
    items: dict[str, list[Case]] = {}
    for case in cases:
        items.setdefault(case.norm.rpartition("/")[0], []).append(case)
    return items, diagnostics


@cache
def runner(engine: Engine) -> Runner:
    return Runner(bundled(), engine)


def test_every_cases_file_can_be_read() -> None:
    assert [f"{d.span} {d.message()}" for d in read()[1]] == []


@pytest.mark.parametrize("engine", ["reference", pytest.param("python", marks=NO_PYTHON)])
@pytest.mark.parametrize("item", read()[0])
def test_the_cases_of_an_item_pass(item: str, engine: Engine) -> None:
    failed = [
        f"{case.norm}「{case.title}」{case.span.line}: {'；'.join(told.zh for told in problems)}"
        for case in read()[0][item]
        if (problems := runner(engine).run(case).problems)
    ]
    assert failed == []


@cache
def unreached() -> tuple[str, ...]:
    return tuple(gap.describe() for gap in run_cases(bundled()).unreached)


@pytest.mark.parametrize("document", [document.id for document in bundled().documents])
def test_cases_reach_everything_that_a_rule_can_come_to(document: str) -> None:
    assert [gap for gap in unreached() if gap.startswith(f"{document}/")] == []
