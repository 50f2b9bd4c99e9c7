"""Texts that stand for values: of one form per type, so that their equality and order are those of the values."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.backends.durable.encoding import LONGEST, NOTHING, aspect_of, known_of, text_of, word
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.diagnostics import FactsError
from qinglian_rules.facts.values import DateSpan

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31))
KINDS = {
    "numbers": st.one_of(
        st.integers(-(2**63), 2**63 - 1),
        st.decimals(-(10**17), 10**17, places=4),
        st.fractions(max_denominator=10**18),
    ),
    "days": DAYS,
    "moments": MOMENTS,
    "times": st.times(),
    "durations": st.timedeltas(timedelta(days=-90_000), timedelta(days=90_000)),
}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_texts_are_ordered_as_their_values_are(kind: str, data: st.DataObject) -> None:
    one, other = data.draw(KINDS[kind]), data.draw(KINDS[kind])
    assert (text_of(one) < text_of(other)) == (one < other)
    assert (text_of(one) == text_of(other)) == (one == other)
    assert len(text_of(one)) == len(text_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Decimal("1E-7"), Decimal("0.0000001")),
        (Decimal("1E+5"), 100_000),
        (Fraction(1, 2), Decimal("0.50")),
        (Decimal("-0.0"), 0),
    ],
)
def test_equal_numbers_have_one_text_however_they_are_written(one: object, other: object) -> None:
    assert text_of(one) == text_of(other)
    assert "E" not in text_of(one).upper()


def test_close_ratios_keep_apart() -> None:
    low, high = Fraction(10**39 - 1, 10**39 - 2), Fraction(10**39 - 2, 10**39 - 3)
    assert low < high
    assert text_of(low) < text_of(high)


@pytest.mark.parametrize("number", [Fraction(1, 10**41), 10**40, -(10**40)])
def test_a_number_beyond_the_form_is_refused(number: object) -> None:
    with pytest.raises(FactsError) as caught:
        text_of(number)
    assert [one.code.id for one in caught.value.diagnostics] == ["QL732"]


def test_values_of_two_types_never_have_one_text() -> None:
    values = [1, True, "1", "true", date(2023, 1, 1), datetime(2023, 1, 1), time(0), timedelta(0)]
    assert len({text_of(value) for value in values}) == len(values)


@given(st.text(), st.text())
def test_words_are_equal_only_where_they_are(one: str, other: str) -> None:
    assert (word(one) == word(other)) == (one == other)


@pytest.mark.parametrize("text", ['引"号', "反\\斜", "换\n行", "单'引", "%27;", "\udc80", "零\x00字"])
def test_what_the_engine_would_misread_is_escaped(text: str) -> None:
    assert not set(word(text)) & set("\"'\\\n\x00")
    word(text).encode()


def test_a_long_text_is_compared_by_its_digest() -> None:
    base = "长" * LONGEST
    assert len(word(base)) < LONGEST
    assert word(base + "一") != word(base + "二")
    # Lengths that a counter of 16 bits takes for one another.
    assert word("a" * 70_000) != word("a" * (70_000 - 65_536))


@pytest.mark.parametrize(
    ("value", "state", "is_open", "has_value"),
    [
        (3, "v", "0", "1"),
        (None, "n", "1", "0"),
        (Unknown(), "u", "1", "0"),
        ((), "e", "0", "1"),
        (DateSpan(start=date(2023, 1, 1), end=None), "v", "0", "1"),
        (DateSpan(start=date(2023, 1, 1), end=MISSING), "p", "1", "1"),
    ],
)
def test_what_is_known_of_a_value_is_written_beside_it(value: object, state: str, is_open: str, has_value: str) -> None:
    assert known_of(value) == {"s": state, "d": is_open, "k": has_value}


def test_of_a_span_whose_end_is_unknown_the_bounds_are_written() -> None:
    span = DateSpan(start=date(2023, 3, 1), end=MISSING)
    assert [aspect_of(span, bound) for bound in "1234"] == [
        "d:2023-03-01",
        "d:2023-03-01",
        "d:2023-03-01",
        "d:2199-12-31",
    ]


def test_where_there_is_no_value_no_aspect_is_written() -> None:
    assert {aspect_of(value, "D") for value in (None, Unknown())} == {NOTHING}
