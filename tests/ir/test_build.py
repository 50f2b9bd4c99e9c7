"""Building nodes: what is constant becomes a literal, and what cannot be computed stays a node."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from qinglian_rules.ir import build
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.build import FALSE, TRUE, const
from qinglian_rules.ir.types import BOOL, DATE, DECIMAL, DURATION, INT, RATIO, STR, FactOf, ListOf, Type

X = n.Field(n.Var("h", type=FactOf("Hospital")), "for_profit", type=BOOL)
Y = n.Field(n.Var("h", type=FactOf("Hospital")), "has_party_committee", type=BOOL)
BEDS = n.Field(n.Var("h", type=FactOf("Hospital")), "beds", type=INT)


def number(value: int | Decimal | Fraction) -> n.Const:
    kinds: dict[type, Type] = {int: INT, Decimal: DECIMAL, Fraction: RATIO}
    return const(value, kinds[type(value)])


def test_and_and_or_are_flat() -> None:
    inner = build.conjunction([X, Y])
    assert build.conjunction([inner, X]) == n.And((X, Y, X), type=BOOL)
    assert build.disjunction([build.disjunction([X, Y]), inner]) == n.Or((X, Y, inner), type=BOOL)


def test_constant_parts_of_and_and_or_go() -> None:
    assert build.conjunction([TRUE, X]) == X
    assert build.conjunction([X, FALSE, Y]) == FALSE
    assert build.disjunction([FALSE, X]) == X
    assert build.disjunction([X, TRUE]) == TRUE
    assert build.conjunction([]) == TRUE
    assert build.disjunction([]) == FALSE


def test_not_undoes_not() -> None:
    assert build.negation(build.negation(X)) == X
    assert build.negation(TRUE) == FALSE


def test_a_choice_of_a_constant_is_its_branch() -> None:
    assert build.choice(TRUE, X, Y, BOOL) == X
    assert build.choice(FALSE, X, Y, BOOL) == Y
    assert build.choice(X, TRUE, FALSE, BOOL) == n.IfElse(X, TRUE, FALSE, type=BOOL)


@pytest.mark.parametrize(
    ("left", "op", "right", "result"),
    [
        (1, "==", Decimal("1.0"), True),
        (Decimal("0.1"), "==", Fraction(1, 10), True),
        (Fraction(1, 3), "<", Decimal("0.34"), True),
        (2, ">=", 3, False),
        (2, "!=", 3, True),
    ],
)
def test_constant_numbers_compare_exactly(left: int, op: n.Order, right: int, result: bool) -> None:
    assert build.comparison(op, number(left), number(right)) == const(result, BOOL)


def test_one_is_not_true() -> None:
    assert const(1, INT) != const(True, BOOL)


def test_membership_among_constants_is_constant() -> None:
    words = n.Display((const("甲", STR), const("乙", STR)), type=ListOf(STR))
    assert build.membership(const("乙", STR), words) == TRUE
    assert build.membership(const("丙", STR), words) == FALSE
    assert build.membership(BEDS, n.Display((), type=ListOf(INT))) == FALSE
    assert isinstance(build.membership(BEDS, n.Display((const(1, INT),), type=ListOf(INT))), n.In)


@pytest.mark.parametrize(
    ("left", "op", "right", "result"),
    [
        (1, "+", 2, 3),
        (1, "-", Decimal("0.5"), Decimal("0.5")),
        (Decimal("0.1"), "*", Decimal("0.2"), Decimal("0.02")),
        (3, "*", Fraction(1, 3), Fraction(1)),
    ],
)
def test_constant_arithmetic_is_exact(left: int, op: n.Arithmetic, right: int, result: int) -> None:
    assert build.calculation(op, number(left), number(right)) == number(result)


def test_arithmetic_takes_the_wider_type() -> None:
    assert build.calculation("+", BEDS, number(Decimal("0.5"))).type == DECIMAL
    assert build.calculation("*", BEDS, number(Fraction(1, 2))).type == RATIO


def test_what_does_not_fit_stays_a_node() -> None:
    assert isinstance(build.calculation("*", number(2**62), number(4)), n.Calc)
    digits = number(Decimal("123456789.123456789"))
    assert isinstance(build.calculation("*", digits, digits), n.Calc)
    assert isinstance(build.quotient(number(1), number(0)), n.Divide)


def test_quotients_of_constants_are_ratios() -> None:
    assert build.quotient(number(1), number(3)) == const(Fraction(1, 3), RATIO)


DAY = const(date(2024, 2, 28), DATE)
THREE_DAYS = const(timedelta(days=3), DURATION)


def test_a_constant_date_moves_by_whole_days() -> None:
    assert build.shifted(DAY, THREE_DAYS, 1) == const(date(2024, 3, 2), DATE)
    assert build.shifted(DAY, THREE_DAYS, -1) == const(date(2024, 2, 25), DATE)
    assert isinstance(build.shifted(DAY, const(timedelta(hours=36), DURATION), 1), n.Shift)
    assert isinstance(build.shifted(const(date(2199, 12, 31), DATE), THREE_DAYS, 1), n.Shift)


def test_constant_durations_are_computed() -> None:
    assert build.duration_sum("+", THREE_DAYS, THREE_DAYS) == const(timedelta(days=6), DURATION)
    assert build.scaled(THREE_DAYS, const(2, INT)) == const(timedelta(days=6), DURATION)
    assert build.opposite(THREE_DAYS) == const(timedelta(days=-3), DURATION)
    assert build.elapsed(DAY, DAY) == const(timedelta(0), DURATION)


def test_a_duration_beyond_all_dates_stays_a_node() -> None:
    assert isinstance(build.scaled(THREE_DAYS, const(10**17, INT)), n.ScaleDuration)
