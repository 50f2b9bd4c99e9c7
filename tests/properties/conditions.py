"""Conditions as text: logic, comparisons, quantifiers that are true or false."""

from __future__ import annotations

from collections.abc import Callable

from qinglian_rules.facts.vocabulary import FieldKind
from tests.properties.expressions import (
    BOOL,
    DATE,
    DATETIME,
    INT,
    NUMBERS,
    ORDERED,
    ORDERS,
    QUESTIONS,
    SPAN,
    STR,
    Writer,
)
from tests.properties.places import Place

SAME = ("same_month", "same_quarter", "same_year")


def written_condition(writer: Writer, place: Place) -> str:
    """Write a condition of any form."""
    return writer.pick(_FORMS)(writer, place.deeper())


def _not(writer: Writer, place: Place) -> str:
    return f"(not {writer.value(BOOL, place)})"


def _joined(writer: Writer, place: Place) -> str:
    parts = [writer.value(BOOL, place) for _ in range(writer.pick((2, 2, 3)))]
    word = writer.pick((" and ", " or "))
    return f"({word.join(parts)})"


def _compared(writer: Writer, place: Place) -> str:
    kind = writer.pick((INT, *ORDERED, STR))
    ops = ORDERS if kind != STR else ("==", "!=")
    other = writer.pick(NUMBERS) if kind in NUMBERS else kind
    if kind in {DATE, DATETIME}:
        other = writer.pick((kind, DATE))
    left, right = writer.value(kind, place), writer.value(other, place)
    if kind in NUMBERS and writer.chance(5):
        right = f"{right} / {writer.value(INT, place)}"
    if kind != STR and writer.chance(6):
        return f"({left} {writer.pick(ORDERS)} {right} {writer.pick(ORDERS)} {writer.value(kind, place)})"
    return f"({left} {writer.pick(ops)} {right})"


def _word(writer: Writer, place: Place) -> str:
    """A comparison of an enum, a reference or a text that may be None."""
    paths = [path for path in place.paths() if path.kind.name in {"Enum", "Ref", "Str"}]
    if not paths:
        return _compared(writer, place)
    path = writer.pick(paths)
    kind = path.kind if path.kind.name != "Str" or not path.kind.words else STR
    if writer.chance(3):
        return f"({path.text} {writer.pick(('in', 'not in'))} {writer.display(kind, place)})"
    return f"({path.text} {writer.pick(('==', '!='))} {writer.value(kind, place)})"


def _in_list(writer: Writer, place: Place) -> str:
    lists = [path for path in place.paths() if path.kind.name == "List" and place.has_value(path)]
    lists = [path for path in lists if path.kind.item is not None and path.kind.item.name != "Slot"]
    if not lists or writer.chance(4):
        kind = writer.pick((INT, DATE, STR))
        return f"({writer.value(kind, place)} in {writer.display(kind, place)})"
    path = writer.pick(lists)
    return f"({writer.value(path.kind.item or STR, place)} {writer.pick(('in', 'not in'))} {path.text})"


def _is_none(writer: Writer, place: Place) -> str:
    nullable = [path for path in place.paths() if path.field.nullable and path.text not in place.present]
    if not nullable:
        return _guarded_best(writer, place)
    return f"({writer.pick(nullable).text} {writer.pick(('is None', 'is not None'))})"


def _guarded(writer: Writer, place: Place) -> str:
    """A value that may be None, and a condition that may rely on its being there."""
    nullable = [path for path in place.paths() if path.field.nullable and path.text not in place.present]
    spans = [path.text for path in place.paths(hops=0) if path.kind == SPAN and f"{path.text}.end" not in place.present]
    if not nullable and not spans:
        return _guarded_best(writer, place)
    if spans and (not nullable or writer.chance(4)):
        end = f"{writer.pick(spans)}.end"
        return f"({end} is not None and {end} {writer.pick(ORDERS)} {writer.value(DATE, place)})"
    path = writer.pick(nullable)
    inner = writer.value(BOOL, place.knowing(path.text))
    if writer.chance(2):
        return f"({path.text} is None or {_using(writer, path.text, path.kind, place)} or {inner})"
    return f"({path.text} is not None and {_using(writer, path.text, path.kind, place)} and {inner})"


def _using(writer: Writer, text: str, kind: FieldKind, place: Place) -> str:
    """A condition on a value that is known to be there."""
    known = place.knowing(text)
    if kind in ORDERED:
        return f"({text} {writer.pick(ORDERS)} {writer.value(kind, known)})"
    if kind.name in {"Enum", "Ref", "Str"}:
        return f"({text} {writer.pick(('==', '!='))} {writer.value(kind, known)})"
    return writer.value(BOOL, known)


def _guarded_best(writer: Writer, place: Place) -> str:
    """`min`, `max`, `avg` or `share` over facts, compared where there is one."""
    if place.quantifiers <= 0:
        return _compared(writer, place)
    form = writer.pick(("min", "max", "avg", "share", "share"))
    kind = writer.pick(ORDERED) if form in {"min", "max"} else writer.pick(NUMBERS)
    name, inner, source = writer.range_over(place)
    element = writer.value(BOOL, inner) if form == "share" else writer.value(kind, inner)
    text = f"{form}({element} for {name} in {source})"
    if writer.chance(5):
        return f"({text} {writer.pick(('is None', 'is not None'))})"
    limit = writer.value(FieldKind("Ratio") if form in {"share", "avg"} else kind, place)
    if writer.chance(3):
        return f"({text} is None or {text} {writer.pick(ORDERS)} {limit})"
    if writer.chance(4):
        return f"({text} {writer.pick(('==', '!='))} {limit})"
    return f"({text} is not None and {text} {writer.pick(ORDERS)} {limit})"


def _quantified(writer: Writer, place: Place) -> str:
    if place.quantifiers <= 0:
        return _compared(writer, place)
    form = writer.pick(("exists", "all", "exists", "count", "sum"))
    name, inner, source = writer.range_over(place)
    if form == "exists":
        element = writer.value(BOOL, inner) if writer.chance(4) else name
        return f"exists({element} for {name} in {source})"
    if form == "all":
        return f"all({writer.value(BOOL, inner)} for {name} in {source})"
    element = name if form == "count" else writer.value(writer.pick((INT, FieldKind("Decimal"))), inner)
    return f"({form}({element} for {name} in {source}) {writer.pick(ORDERS)} {writer.value(INT, place)})"


def _called(writer: Writer, place: Place) -> str:
    form = writer.pick(("within", "during", *SAME, "slots", "starts_with", "is_workday"))
    if form == "during":
        return f"during({writer.value(SPAN, place)}, {writer.value(SPAN, place)})"
    if form == "within":
        return f"within({writer.value(writer.pick((DATE, DATETIME)), place)}, {writer.value(SPAN, place)})"
    if form in SAME:
        return f"{form}({writer.value(DATE, place)}, {writer.value(writer.pick((DATE, DATETIME)), place)})"
    if form == "slots":
        slots = [path.text for path in place.paths() if path.kind.item == FieldKind("Slot") and place.has_value(path)]
        if slots:
            return f"within({writer.value(DATETIME, place)}, {writer.pick(slots)})"
    if form == "starts_with":
        return f"starts_with({writer.value(STR, place)}, {writer.value(STR, place)})"
    return f"is_workday({writer.value(writer.pick((DATE, DATETIME)), place)})"


def _judged(writer: Writer, place: Place) -> str:
    refs = [path.text for path in place.paths() if path.kind.name == "Ref" and place.has_value(path)]
    return f'judged({writer.pick([*place.facts, *refs])}, "{writer.pick(QUESTIONS)}")'


_FORMS: tuple[Callable[[Writer, Place], str], ...] = (
    _compared,
    _compared,
    _word,
    _not,
    _joined,
    _joined,
    _in_list,
    _is_none,
    _guarded,
    _guarded,
    _guarded_best,
    _quantified,
    _quantified,
    _quantified,
    _called,
    _judged,
)
