"""Numbers in a rule that the words it quotes do not name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from qinglian_rules.diagnostics import Span
from qinglian_rules.ir.nodes import Average, Call, Compare, Const, Count, Elapsed, Extreme, Node, Rank, ShareOf, Sum
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.show import show
from qinglian_rules.ir.walk import walk

_MEASURES: Final = (Count, Sum, ShareOf, Extreme, Average, Rank, Elapsed)
_MOVERS: Final = {"workdays_after", "add_months", "add_years"}
_DIGITS: Final = "零一二三四五六七八九"
_NO_LIMIT: Final = {Fraction(0), Fraction(1)}
"""None, one, all: what “有”, “没有”, “全部” say without a number."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that limits something, as the rule writes it."""

    text: str
    span: Span


def unread_limit(rule: Rule) -> Limit | None:
    """Return the first number in a rule's limit or conditions that its words do not name; None where they name all."""
    words = "".join(map(str, rule.clause))
    found = [*_in_due(rule), *(node for one in rule.conditions for node in _in_condition(one.node))]
    for constant in found:
        if not any(spelling in words for spelling in _spellings(constant)):
            return Limit(show(constant), constant.span)
    return None


def _in_due(rule: Rule) -> Iterator[Const]:
    """Yield the literals that move a limit, or are it."""
    for node in () if rule.due is None else walk(rule.due):
        if isinstance(node, Const) and isinstance(node.value, timedelta | date):
            yield node
        if isinstance(node, Call) and node.name in _MOVERS and isinstance(node.arguments[1], Const):
            yield node.arguments[1]


def _in_condition(condition: Node) -> Iterator[Const]:
    """Yield the literals with which something counted or measured is compared."""
    for node in walk(condition):
        if isinstance(node, Compare):
            for one, other in ((node.left, node.right), (node.right, node.left)):
                if isinstance(one, Const) and isinstance(other, _MEASURES) and one.value is not None:
                    yield one


def _spellings(constant: Const) -> Iterator[str]:
    """Yield the ways in which a text may name a literal; the empty one where it need not be named."""
    value = constant.value
    if isinstance(value, date) and not isinstance(value, datetime):
        yield from (f"{value.year}年", f"{value.month}月", f"{value.day}日")
    elif isinstance(value, timedelta):
        for unit in (timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)):
            if value % unit == timedelta(0):
                yield from _of_number(Fraction(value // unit))
    elif isinstance(value, int | Decimal | Fraction):
        yield from _of_number(Fraction(value))
    else:
        yield ""


def _of_number(value: Fraction) -> Iterator[str]:
    if value in _NO_LIMIT:
        yield ""
    for number in (value, value * 100):
        if number.denominator == 1:
            yield str(number.numerator)
            yield from _in_chinese(int(number))
    yield f"{float(value):g}"


def _in_chinese(number: int) -> Iterator[str]:
    """Yield a number up to 99 in Chinese: 三, 十五, 二十, 三十一; two is also 两."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    yield head + (_DIGITS[ones] if ones else "")
    if number == 2:
        yield "两"
