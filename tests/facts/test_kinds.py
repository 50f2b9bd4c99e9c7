"""What an annotation says about a field."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Ge, Gt
from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Count, Key, Moment, Money, PersonRef, RefTo, Share, SignedMoney
from qinglian_rules.facts.kinds import FieldKind, read_annotation
from qinglian_rules.facts.values import DateSpan, Day, WeeklySlot

PLAIN: list[tuple[Any, str]] = [
    (bool, "Bool"),
    (int, "Int"),
    (Decimal, "Decimal"),
    (Fraction, "Ratio"),
    (str, "Str"),
    (date, "Date"),
    (datetime, "DateTime"),
    (time, "Time"),
    (timedelta, "Duration"),
    (DateSpan, "Span"),
    (WeeklySlot, "Slot"),
    (Key, "Str"),
    (Day, "Date"),
    (Moment, "DateTime"),
    (Money, "Decimal"),
    (Count, "Int"),
    (Share, "Ratio"),
]


@pytest.mark.parametrize(
    ("annotation", "name"), PLAIN, ids=[f"{index}-{name}" for index, (_, name) in enumerate(PLAIN)]
)
def test_each_plain_type_has_its_kind(annotation: Any, name: str) -> None:
    reading = read_annotation(annotation)
    assert reading.kind == FieldKind(name)  # type: ignore[arg-type]
    assert (reading.nullable, reading.may_be_unknown) == (False, False)


def test_none_and_unknown_are_read_from_a_union() -> None:
    reading = read_annotation(Money | None | MISSING)
    assert (reading.kind.name, reading.nullable, reading.may_be_unknown) == ("Decimal", True, True)


def test_words_keep_their_order() -> None:
    assert read_annotation(Literal["乙", "甲"] | None).kind == FieldKind("Enum", words=("乙", "甲"))


def test_a_reference_knows_its_target() -> None:
    assert read_annotation(BodyRef | MISSING).kind == FieldKind("Ref", target="Body")


def test_a_list_knows_its_items() -> None:
    assert read_annotation(tuple[PersonRef, ...] | MISSING).kind == FieldKind(
        "List", item=FieldKind("Ref", target="Person")
    )


def test_marks_that_pydantic_took_from_around_the_type_count() -> None:
    assert read_annotation(str, [RefTo("Post")]).kind == FieldKind("Ref", target="Post")
    assert read_annotation(int, [Ge(0)]).non_negative


NON_NEGATIVE: list[tuple[Any, bool]] = [
    (Money, True),
    (Count | None | MISSING, True),
    (Share, True),
    (Annotated[int, Gt(3)], True),
    (SignedMoney, False),
    (Annotated[int, Ge(-5)], False),
    (Day, False),
    (int, False),
]


@pytest.mark.parametrize(("annotation", "expected"), NON_NEGATIVE, ids=[str(number) for number in range(8)])
def test_a_lower_limit_of_zero_or_more_means_never_negative(annotation: Any, expected: bool) -> None:
    assert read_annotation(annotation).non_negative is expected


REFUSED: list[Any] = [float, int | str, dict[str, str], tuple[str, int], None | MISSING]


@pytest.mark.parametrize("annotation", REFUSED, ids=["float", "two types", "dict", "pair", "no type"])
def test_what_no_fact_can_hold_is_refused(annotation: Any) -> None:
    with pytest.raises(TypeError):
        read_annotation(annotation)
