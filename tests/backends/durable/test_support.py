"""Which rules are carried is decided from the rule alone, with a reason for each that is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qinglian_rules.backends.durable import refused, supported
from qinglian_rules.ir.rules import Rule
from qinglian_rules.testing.rules import bundled
from tests.conformance.build import policy_of
from tests.conformance.format import Case
from tests.conftest import CARRIED

LEAST_CARRIED = 0.95
"""Of the bundled rules."""

MARK = "id: m\neach: x in Thing\nwhen: x.flag\nconclude: Mark(thing=x)\n---\n"


def rule_of(condition: str, before: str = "", each: str = "x in Thing") -> Rule:
    rules = f"{before}id: r\neach: {each}\nrequire: {condition}\n"
    document = {"id": "d1", "in_force": {"from": "2021-01-01"}, "reach": "True", "rank": "province", "rules": rules}
    params = {"wait": {"type": "Duration", "unit": "days"}}
    case = Case("", "", "", "2023-12-31", (document,), {}, params=params)
    return policy_of(case).rules["d1/1/r"]


CONDITIONS = {
    "a comparison": "x.number > 3",
    "two fields of one fact": "x.number > x.other_number",
    "arithmetic on one fact": "x.number + 2 * x.other_number > 3",
    "a word among several": 'x.sort in {"甲", "乙"}',
    "a member of a list": "x.text in x.tags",
    "a followed reference": "x.other is not None and x.other.flag",
    "a reference followed twice": "x.other is not None and x.other.worker.flag",
    "a limit": "x.on + params.wait > x.deadline",
    "working days of the subject": "workdays_after(x.on, 3) >= x.deadline",
    "one that exists": "exists(y for y in Event if y.thing == x)",
    "all": "all(y.flag for y in Event if y.thing == x)",
    "a count": "count(y for y in Event if y.thing == x) > 2",
    "a share": "share(y.flag for y in Thing if y.body == x.body) is None",
    "a sum": "sum(y.visits for y in Thing if y.body == x.body) > 2",
    "a finding": 'judged(x, "是否合理")',
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_conditions_on_one_fact_and_joins_by_key_are_carried(name: str) -> None:
    assert supported(rule_of(CONDITIONS[name])) is None


NOT_CARRIED = {
    "quantifier within a quantifier": "exists(y for y in Event if exists(z for z in Stay if z.body == y.body))",
    "a quantifier within": "spell(x, (y for y in Stay), gap=the(z.lasts for z in Thing)).end is None",
    "members of a list": "all(t in x.tags for t in x.tags if t != x.text)",
    "several facts": "x.other is not None and x.number + x.other.number > 3",
    "working days": "exists(y for y in Event if workdays_after(y.at, 3) > x.on)",
    "begin": "x.other is not None and starts_with(x.text, x.other.text)",
}


@pytest.mark.parametrize("words", NOT_CARRIED)
def test_what_is_not_carried_says_why(words: str) -> None:
    each = "x in Stay" if "spell" in NOT_CARRIED[words] else "x in Thing"
    reason = supported(rule_of(NOT_CARRIED[words], each=each))
    assert reason is not None
    assert words in reason.en
    assert reason.zh


def test_rules_that_read_what_follows_from_other_facts_are_carried() -> None:
    assert supported(rule_of("not exists(y for y in Mark if y.thing == x)", before=MARK)) is None


def test_nearly_all_bundled_rules_are_carried(record_property: Callable[[str, object], None]) -> None:
    rules = tuple(bundled().rules.values())
    left_out = refused(rules)
    record_property(f"{CARRIED} (bundled rules)", len(rules) - len(left_out))
    assert len(left_out) < len(rules) * (1 - LEAST_CARRIED), left_out
