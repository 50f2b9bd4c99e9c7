"""A condition is taken as it is written, to the end of its line or of its continuation."""

from __future__ import annotations

import pytest

from qinglian_rules.syntax import RULE_CONDITIONS
from tests.syntax.marked import mistakes, read, scalar, under

KEYS = sorted(RULE_CONDITIONS.keys)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "condition",
    [
        '"南宁" == hospital.city',
        '{"甲", "乙"} == {"乙"}',
        '["甲"] == hospital.kinds',
        'case.note == "甲: 乙 # 丙"',
        'x.y == "一, 二" and not (a in {"b: c"})',
        "'it' != x",
        "*x",
        "&x",
        "!x",
        "| y",
        "- x > 3",
    ],
)
def test_a_condition_is_taken_as_it_is_written(key: str, condition: str) -> None:
    assert read(f"{key}: {condition}\ntitle: 甲") == {key: condition, "title": "甲"}


def test_a_condition_goes_on_in_lines_indented_more_deeply_and_is_joined_by_spaces() -> None:
    content = 'when: a in {"甲",\n    "乙"}\n  and b is not None\n\n  and c\nkind: aim'
    assert read(content) == {"when": 'a in {"甲", "乙"} and b is not None and c', "kind": "aim"}


def test_a_condition_may_start_on_the_line_below_its_key() -> None:
    assert read("require:\n  a == b\n  and c") == {"require": "a == b and c"}
    assert read('when:\n  "x: y" == a') == {"when": '"x: y" == a'}


def test_conditions_by_name_are_conditions_each() -> None:
    content = 'require:\n  定时: {"a: b"} == x\n  有 预约: y is not None\n    and z\n  第3项: w'
    assert read(content) == {"require": {"定时": '{"a: b"} == x', "有 预约": "y is not None and z", "第3项": "w"}}


def test_a_condition_below_require_that_holds_a_colon_in_quotes_is_one_condition() -> None:
    assert read('require:\n  x.note == "甲: 乙"') == {"require": 'x.note == "甲: 乙"'}


@pytest.mark.parametrize(
    "key",
    ['for k in ["甲: 乙", "丙"]', "for k in params.kinds", 'for k in {"a]: b", "c"}', "for k in [(1), [2]]"],
)
def test_a_condition_for_each_member_keeps_its_list_in_the_key(key: str) -> None:
    content = f"forbid:\n  {key}: exists(x for x in T if x.k == k)"
    assert read(content) == {"forbid": {key: "exists(x for x in T if x.k == k)"}}


def test_let_names_expressions() -> None:
    assert read('let:\n  a: {1, 2}\n  b: "x # y"') == {"let": {"a": "{1, 2}", "b": '"x # y"'}}


def test_conditions_among_defaults_are_conditions_too() -> None:
    assert read("defaults:\n  each: visit in RepVisit\n  kind: aim") == {
        "defaults": {"each": "visit in RepVisit", "kind": "aim"}
    }


def test_a_condition_keeps_the_place_of_each_of_its_parts() -> None:
    content = "rule: x\nwhen: a.b == 1\n    and c.d > 2\n  or e"
    value = scalar(content, "when")
    for part in ("a.b", "c.d > 2", "or e", "e"):
        start = value.text.index(part)
        assert under(content, value.place(start, start + len(part))) == part


def test_a_named_condition_with_a_full_width_colon_is_reported_and_read() -> None:
    content = "require:\n  定时：within(a, b)\n  定点: c"
    assert mistakes(content) == [("QL114", "：")]


def test_a_condition_without_text_is_reported() -> None:
    assert mistakes("id: a\nwhen:\nkind: aim") == [("QL113", "")]
    assert mistakes("require:\n  定时:\n  定点: a") == [("QL113", "")]


def test_a_name_given_twice_is_reported_even_in_other_width() -> None:
    assert mistakes("let:\n  A: 1\n  Ａ: 2") == [("QL106", "Ａ")]
    assert mistakes("require:\n  定时: a\n  定时: b") == [("QL106", "定时")]
