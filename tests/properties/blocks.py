"""Blocks of the language as text: rules, duties and definitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qinglian_rules.facts.vocabulary import FieldKind
from tests.properties.expressions import BOOL, DATE, DATETIME, DURATION, INT, STR, Writer
from tests.properties.places import BASE_TYPES, BODY_TYPES, DERIVED_TYPES, Place, fact_type

RHYTHMS = ("month", "quarter", "half-year", "year", "2 years from 2022-01-01", "params.cycle")
LET_KINDS = (BOOL, INT, DATE, DURATION, STR)
TOPICS = {"廉洁教育": ["清廉教育"], "来访管理": []}
LEVELS = ('"轻"', '"重"')
OFFICES = ("院党委", "纪检监察部门")


def rule(writer: Writer, own_id: str, derived: Sequence[str]) -> str:
    """Write a rule; `derived` are the types that definitions conclude."""
    target = writer.pick((*BASE_TYPES, "Thing", "Hospital", *derived))
    form = writer.pick(("require", "require", "forbid", "forbid", "evidence", "judgement"))
    if form == "evidence" and target not in {*BODY_TYPES, "Thing", "Worker"}:
        target = "Hospital"
    lines, place = _head(writer, own_id, target, (*BASE_TYPES, "EvidenceRecord", *derived), periodic=writer.chance(3))
    has_due = form != "forbid" and writer.chance(3)
    if has_due:
        lines.append(f"due: {_due(writer, place)}")
    if has_due or (form != "forbid" and "period" in place.names):
        place = _with_due(place)
    lines += _DEMANDS[form](writer, place)
    if form != "judgement" and writer.chance(6):
        lines.append("kind: permission")
    return "\n".join(lines)


def _with_due(place: Place) -> Place:
    return Place(**{**vars(place), "lets": {**place.lets, "due": DATE}})


def _head(
    writer: Writer, own_id: str, target: str, sources: Sequence[str], *, periodic: bool
) -> tuple[list[str], Place]:
    """Write what rules and definitions have in common, and return the place below it."""
    subject = writer.pick(("x", "对象"))
    named = fact_type(target).title if writer.chance(5) else target
    lines = [f"id: {own_id}", f"each: {subject} in {named}"]
    place = Place({subject: target}, tuple(sources))
    if periodic:
        lines.append(f"every: {writer.pick(RHYTHMS)}")
        place = Place(**{**vars(place), "names": frozenset({"period"})})
    if writer.chance(6):
        lines.append(f"from: {writer.pick(('2022-01-01', '2023-05-10', '2021-06-01'))}")
    lines_of_lets, place = _lets(writer, place)
    lines += lines_of_lets
    if writer.chance(3):
        guard = _guard(writer, place)
        if guard:
            place = place.knowing(guard)
        when = writer.value(BOOL, place)
        lines.append(f"when: {guard} is not None and {when}" if guard else f"when: {when}")
    if writer.chance(4):
        lines.append(f"unless: {writer.value(BOOL, place)}")
    return lines, place


def _guard(writer: Writer, place: Place) -> str:
    nullable = [path.text for path in place.paths(hops=0) if path.field.nullable]
    return writer.pick(nullable) if nullable and writer.chance(2) else ""


def _lets(writer: Writer, place: Place) -> tuple[list[str], Place]:
    lines: list[str] = []
    for name in ("a", "b")[: writer.pick((0, 0, 1, 2))]:
        kind = writer.pick(LET_KINDS)
        lines.append(f"  {name}: {writer.value(kind, place)}")
        place = Place(**{**vars(place), "lets": {**place.lets, name: kind}})
    return (["let:", *lines] if lines else []), place


def _due(writer: Writer, place: Place) -> str:
    form = writer.pick(("date", "value", "document", "parameter", "moment"))
    if form == "document":
        return "document.start + days(90)"
    if form == "parameter":
        return f"{writer.value(DATE, place)} + params.wait"
    if form == "moment":
        return writer.value(DATETIME, place)
    return writer.value(DATE, place) if form == "value" else "date(2023, 5, 10)"


# --- what is demanded


def _require(writer: Writer, place: Place) -> list[str]:
    return _conditions(writer, place, "require")


def _forbid(writer: Writer, place: Place) -> list[str]:
    return _conditions(writer, place, "forbid")


def _conditions(writer: Writer, place: Place, key: str) -> list[str]:
    form = writer.pick(("single", "named", "single", "members"))
    if form == "single":
        return [f"{key}: {writer.value(BOOL, place)}"]
    names = ("甲项", "乙项", "丙项")[: writer.pick((2, 1, 3))]
    lines = [f"{key}:", *(f"  {name}: {writer.value(BOOL, place)}" for name in names)]
    if form == "members":
        literal = place.listing("k", STR)
        lines.append(f'  for k in ["甲", "乙"]: {writer.value(BOOL, literal)}')
    return lines


def _evidence(writer: Writer, place: Place) -> list[str]:
    lines = ["evidence:", f"  record: {writer.pick(('制度', '教育培训'))}"]
    if writer.chance(2):
        lines.append(f"  about: {writer.pick(tuple(TOPICS))}")
    if writer.chance(3):
        lines.append(f"  by: {writer.pick(('院党委', '[院党委, 纪检监察部门]'))}")
    if writer.chance(3):
        lines.append(f"  within: {writer.pick(('30 days', '12 months', '2 years'))}")
    return lines


def _judgement(writer: Writer, place: Place) -> list[str]:
    accept = ", accept: [符合]" if writer.chance(3) else ""
    by = writer.pick((OFFICES[0], f"[{', '.join(OFFICES)}]"))
    return [f"judgement: {{by: {by}, basis: 检查{accept}}}"]


_DEMANDS: dict[str, Callable[[Writer, Place], list[str]]] = {
    "require": _require,
    "forbid": _forbid,
    "evidence": _evidence,
    "judgement": _judgement,
}


def duties(writer: Writer, own_id: str) -> str:
    """Write a block of duties with a line of each form."""
    lines = ["each: body in Hospital", "kind: obligation"]
    if writer.chance(2):
        lines.append(f"every: {writer.pick(RHYTHMS)}")
    lines += [
        "records:",
        f"  {own_id}-a: {{clause: 记录{own_id}, record: 制度, about: 廉洁教育}}",
        "judgements:",
        f"  {own_id}-b: {{clause: 认定{own_id}, by: 院党委}}",
    ]
    return "\n".join(lines)


# --- definitions


def definition(writer: Writer, own_id: str, target: str, before: Sequence[str], others: Sequence[str]) -> str:
    """Write a definition of a derived type.

    Args:
        before: derived types that it may read.
        others: ids of other definitions, which it may override.
    """
    conclude = _CONCLUSIONS[target]
    subjects = {"Mark": ("Thing", "Event"), "Run": ("Stay",), "YearMark": ("Thing", "Hospital", "Slip")}
    subject = writer.pick((*subjects.get(target, ("Worker", "Thing", "Stay")), *_readable(target, before)))
    periodic = target == "YearMark" or (target == "Grade" and writer.chance(2))
    lines, place = _head(writer, own_id, subject, (*BASE_TYPES, *before), periodic=periodic and writer.chance(2))
    lines.append(f"conclude: {target}({', '.join(conclude(writer, place))})")
    if writer.chance(3):
        lines.append("veto: true")
    if others and writer.chance(4):
        lines.append(f"overrides: {writer.pick(others)}")
    return "\n".join(lines)


def _readable(target: str, before: Sequence[str]) -> tuple[str, ...]:
    """Derived types of which a fact has what a conclusion needs."""
    usable = {"Verdict": ("Grade",), "Grade": (), "YearMark": ("Mark",)}
    return tuple(name for name in usable.get(target, ()) if name in before)


def _one(writer: Writer, place: Place, target: str) -> str:
    """A reference to a fact of a type, or the subject itself."""
    kind = FieldKind("Ref", target=target)
    own = [name for name, found in place.facts.items() if found == target]
    paths = [path.text for path in place.paths() if path.kind == kind and place.has_value(path)]
    return writer.pick([*own * 2, *paths] or [writer.value(kind, place)])


def _mark(writer: Writer, place: Place) -> list[str]:
    given = [f"thing={_one(writer, place, 'Thing')}"]
    if writer.chance(2):
        given.append(f"level={_either(writer, place) if writer.chance(4) else writer.pick(LEVELS)}")
    return given + _dated(writer, place)


def _either(writer: Writer, place: Place) -> str:
    return f'"轻" if {writer.value(BOOL, place)} else "重"'


def _run(writer: Writer, place: Place) -> list[str]:
    subject = next(iter(place.facts))
    return [f"stay={subject}", f"span={writer.pick((f'{subject}.span', writer.spell(place)))}"]


def _grade(writer: Writer, place: Place) -> list[str]:
    year = "year(period.end)" if "period" in place.names else writer.pick(("2023", writer.value(INT, place)))
    grade = writer.pick(('"合格"', '"不合格"', '"优秀"'))
    return [
        f"worker={_one(writer, place, 'Worker')}",
        f"year={year}",
        f"grade={grade}",
        *_dated(writer, place, must=True),
    ]


def _year_mark(writer: Writer, place: Place) -> list[str]:
    year = "year(period.end)" if "period" in place.names else "2023"
    return [f"owner={_one(writer, place, 'Body')}", f"year={year}", *_dated(writer, place, must=True)]


def _verdict(writer: Writer, place: Place) -> list[str]:
    return [f"worker={_one(writer, place, 'Worker')}", f"barred={writer.value(BOOL, place)}"]


def _dated(writer: Writer, place: Place, *, must: bool = False) -> list[str]:
    """Give the date where the subject may have none, else sometimes."""
    (target, *_rest) = place.facts.values()
    lacks = must and fact_type(target).dated is None and "period" not in place.names
    return [f"on={writer.value(DATE, place)}"] if lacks or writer.chance(4) else []


_CONCLUSIONS: dict[str, Callable[[Writer, Place], list[str]]] = {
    "Mark": _mark,
    "Run": _run,
    "Grade": _grade,
    "YearMark": _year_mark,
    "Verdict": _verdict,
}

__all__ = ["DERIVED_TYPES", "TOPICS", "definition", "duties", "rule"]
