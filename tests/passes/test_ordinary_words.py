"""A condition that passes the quick look is one in which the look word by word finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.model import Code
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.reading import DEEPEST, read_condition
from qinglian_rules.passes.tokens import blanked, is_ordinary, misread, tokens, widened, words_at_most
from tests.passes.samples import scalar

WORDS = [
    "visit",
    "来访",
    "is",
    "not",
    "并且",
    "f",
    "０",
    "3",
    "12.50",
    "1e9",
    "0x1",
    "007",
    "=",
    "<",
    ">",
    "!",
    "-",
    ".",
    ",",
]
WORDS += [
    "(",
    ")",
    "[",
    "]",
    '"是"',
    "'否'",
    '"',
    "'",
    '"\\n"',
    "#",
    "&&",
    "（",
    "，",
    "　",
    "\t",
    "\n",
    " ",
    " ",
    "９８７６５４３２１",
]

texts = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)


@given(texts)
def test_what_is_ordinary_holds_no_mistake_but_of_brackets(text: str) -> None:
    if is_ordinary(text):
        found = tokens(text)
        assert widened(found) == ()
        assert {mistake.code for mistake in misread(found)} <= {codes.BRACKETS}
        assert blanked(found, text) == text
        assert len(found) <= words_at_most(text)


@pytest.mark.parametrize(
    "text",
    [
        "visit.place is not None",
        'visit.来访事由 in {"a", "b"}',
        "x.days >= 3 and x.share < 0.5",
    ],
)
def test_usual_conditions_are_ordinary(text: str) -> None:
    assert is_ordinary(text)


@pytest.mark.parametrize(
    "text", ['"a" "b"', 'f"a"', "a <> b", "a => b", "x == 1e9", "x # y", "甲　乙", "（a）", "x = 1"]
)
def test_what_may_be_a_mistake_is_looked_at_word_by_word(text: str) -> None:
    assert not is_ordinary(text)


@pytest.mark.parametrize(("signs", "wrong"), [(DEEPEST - 1, []), (DEEPEST, [codes.TOO_DEEP])])
def test_an_ordinary_condition_may_still_be_too_deep(signs: int, wrong: list[Code]) -> None:
    text = "-" * signs + "x"
    assert is_ordinary(text)
    findings = Findings()
    assert (read_condition(scalar(text), findings) is None) == bool(wrong)
    assert [found.code for found in findings.found] == wrong
