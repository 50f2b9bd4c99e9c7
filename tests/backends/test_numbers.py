"""Numbers are exact: against fractions, and against a Decimal that is written out."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.backends import operations as op
from qinglian_rules.facts.values import DateSpan

INTEGERS = st.one_of(st.integers(-100, 100), st.integers(-(2**63), 2**63 - 1))
DECIMALS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**18) + 1, 10**18 - 1), st.integers(0, 18)
)
MONEY = st.decimals(-(10**6), 10**6, places=2)
RATIOS = st.fractions(max_denominator=1000)
NUMBERS = st.one_of(INTEGERS, DECIMALS, MONEY, RATIOS)
EXACT = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}


def digits(number: Decimal) -> int:
    """How many digits it takes to write the number without exponent and without trailing zeros after the point."""
    whole, _, part = f"{abs(number):f}".partition(".")
    return len(whole.lstrip("0")) + len(part.rstrip("0"))


@given(left=NUMBERS, right=NUMBERS, operator=st.sampled_from("+-*"))
def test_a_result_is_exact_and_of_the_wider_type_or_does_not_fit(left, right, operator: str):
    exact = EXACT[operator](Fraction(left), Fraction(right))
    result = op.calculate(operator, left, right)
    kinds = {type(left), type(right)}
    if result is not MISSING:
        assert result == exact
        assert type(result) is next(kind for kind in (Fraction, Decimal, int) if kind in kinds)
    elif kinds == {int}:
        assert not -(2**63) <= exact < 2**63
    else:
        assert Fraction not in kinds
        assert _digits_of_exact(exact) > 18


@given(left=st.one_of(DECIMALS, MONEY), right=st.one_of(DECIMALS, MONEY, INTEGERS), operator=st.sampled_from("+-*"))
def test_a_decimal_result_has_at_most_eighteen_digits(left: Decimal, right, operator: str):
    result = op.calculate(operator, left, right)
    assert result is MISSING or digits(result) <= 18


def _digits_of_exact(number: Fraction) -> int:
    scaled = number * 10**36
    assert scaled.denominator == 1
    return digits(Decimal(f"{scaled.numerator}E-36"))


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        (Decimal("0.1"), "+", Decimal("0.2"), Decimal("0.3")),
        (Decimal(999999999999999999), "+", Decimal(0), Decimal(999999999999999999)),
        (Decimal(999999999999999999), "+", 1, MISSING),
        (Decimal(100000000000000000), "*", 10, MISSING),
        (Decimal("99999999999999999.9"), "+", Decimal("0.01"), MISSING),
        (Decimal("0.000000000000000001"), "*", 1, Decimal("0.000000000000000001")),
        (Decimal("0.000000000000000001"), "*", Decimal("0.1"), MISSING),
        (Decimal("0.000000000000000010"), "*", Decimal("0.1"), Decimal("0.000000000000000001")),
        (Decimal("1.000000000000000000"), "*", Decimal("1.000000000000000000"), Decimal(1)),
        (Decimal("1e999999"), "*", Decimal("1e999999"), MISSING),
        (Decimal("1e999999"), "+", 1, MISSING),
        (2**63 - 1, "+", 1, MISSING),
        (-(2**63), "-", 1, MISSING),
        (2**32, "*", 2**31, MISSING),
        (3, "*", Fraction(1, 3), Fraction(1)),
        (Decimal("0.1"), "+", Fraction(1, 3), Fraction(13, 30)),
    ],
    ids=str,
)
def test_arithmetic_at_its_edges(left, operator: str, right, expected):
    assert op.calculate(operator, left, right) == expected


@given(left=NUMBERS, right=NUMBERS)
def test_a_quotient_is_exact_and_over_nought_unknown(left, right):
    quotient = op.divide(left, right)
    if right == 0:
        assert quotient is MISSING
    else:
        assert type(quotient) is Fraction
        assert quotient * Fraction(right) == Fraction(left)


@given(left=NUMBERS, right=NUMBERS, operator=st.sampled_from(["==", "!=", "<", "<=", ">", ">="]))
def test_numbers_of_any_types_compare_by_their_exact_value(left, right, operator: str):
    difference = Fraction(left) - Fraction(right)
    expected = {
        "==": difference == 0,
        "!=": difference != 0,
        "<": difference < 0,
        "<=": difference <= 0,
        ">": difference > 0,
        ">=": difference >= 0,
    }[operator]
    assert op.compare(operator, left, right) is expected


def test_a_hundredth_is_not_a_float():
    assert op.compare("==", Decimal("0.3"), op.divide(3, 10)) is True
    assert op.compare("<", op.divide(1, 3), Decimal("0.333333333333333334")) is True
    assert op.OPERATIONS["percent"](Decimal("33.3")) == Fraction(333, 1000)


@given(number=NUMBERS)
def test_minus_a_number_is_nought_less_it(number):
    result = op.negative(number)
    assert result is MISSING if number == -(2**63) and isinstance(number, int) else result == -Fraction(number)


@given(left=NUMBERS, right=NUMBERS)
def test_earlier_and_later_are_the_two_operands(left, right):
    smaller, larger = op.OPERATIONS["earlier"](left, right), op.OPERATIONS["later"](left, right)
    assert smaller <= larger
    assert {Fraction(smaller), Fraction(larger)} == {Fraction(left), Fraction(right)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (date(2022, 1, 1), date(2022, 1, 2)),
        (datetime(2022, 1, 1, 9), datetime(2022, 1, 1, 9, 1)),
        (op.minutes(59), op.hours(1)),
        ("三定", "三有"),
    ],
    ids=["dates", "moments", "durations", "texts"],
)
def test_other_values_compare_in_their_order(left, right):
    first, last = sorted([left, right])
    assert op.compare("<", first, last) is True
    assert op.compare(">=", first, last) is False
    assert op.compare("!=", first, last) is True


WHOLE = DateSpan(start=date(2022, 1, 1), end=date(2022, 3, 31))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (DateSpan(start=date(2022, 1, 1), end=date(2022, 3, 31)), True),
        (DateSpan(start=date(2022, 1, 1), end=None), False),
        (DateSpan(start=date(2022, 1, 1)), MISSING),
        (DateSpan(start=date(2021, 1, 1)), False),
        (DateSpan(end=date(2022, 3, 30)), False),
        (DateSpan(), MISSING),
    ],
    ids=["alike", "not ended", "end unknown", "start differs", "end differs", "nothing known"],
)
def test_spans_are_equal_as_far_as_their_days_are_known(other: DateSpan, same):
    assert op.compare("==", WHOLE, other) is same
    assert op.compare("==", other, WHOLE) is same
    assert op.compare("!=", WHOLE, other) is (same if same is MISSING else not same)
