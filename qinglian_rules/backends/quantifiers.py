"""What the quantifiers mean to the reference back end (LANGUAGE 3.4 to 3.7).

Each first sorts what it ranges over into `Members`: those that match, those that may match, and whether others may
exist that nobody handed over. What follows from that differs by quantifier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic import MISSING

from qinglian_rules.backends import operations
from qinglian_rules.backends.asking import question
from qinglian_rules.backends.concluded import AnyFact, Concluded, dated, is_undated, model_of
from qinglian_rules.backends.derived_cover import covers, stated, uncovered
from qinglian_rules.backends.kleene import UNCOMPUTABLE, Bounds, Unknown, both, causes_of, settle
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir import nodes as n

if TYPE_CHECKING:
    from qinglian_rules.backends.reference import Evaluator


@dataclass(frozen=True, slots=True)
class Members:
    """What a comprehension ranges over.

    `sure` and `possible` hold an evaluator for each member, in which the comprehension's variable stands for it.
    `possible` causes and those of openness are in `causes`. `open`: others may exist that nobody handed over.
    """

    sure: tuple[Evaluator, ...]
    possible: tuple[Evaluator, ...]
    open: bool
    causes: frozenset[str]

    @property
    def closed(self) -> bool:
        """Whether it is settled which members there are."""
        return not self.open and not self.possible


def members(evaluator: Evaluator, over: n.Comprehension) -> Members:
    """Sort what `over` ranges over."""
    source = over.source
    if isinstance(source, n.FactsOf):
        return _of_facts(evaluator, over, source)
    elements = evaluator.settled(source)
    if isinstance(elements, Unknown) or elements is None:
        return Members((), (), open=True, causes=causes_of([elements]))
    return _sorted(evaluator, over, ((element, True) for element in elements), open_causes=None)


def _of_facts(evaluator: Evaluator, over: n.Comprehension, source: n.FactsOf) -> Members:
    world = evaluator.world
    outside = _outside(evaluator, over.name)
    asked = question(over, world.vocabulary.types[source.target])
    ask = asked.ask(world.setting.as_of, outside)
    covered = covers(world, source.target, ask)
    facts = world.candidates(over, source.target, lambda node: settle(outside(node)))
    if asked.by_date and stated(world, source.target, ask):
        # A fact whose date is unknown lies in no window that is stated complete (LANGUAGE 3.4).
        facts = [fact for fact in facts if not is_undated(fact)]
    found = ((fact, fact.certain if isinstance(fact, Concluded) else True) for fact in facts)
    lacking = None if covered else uncovered(world, source.target, ask)
    return _sorted(
        evaluator, over, found, None if lacking is None else frozenset(f"complete: {name}" for name in lacking)
    )


def _outside(evaluator: Evaluator, name: str) -> Callable[[n.Node], Any]:
    """Give the value of what a condition compares with, as long as it does not depend on the variable itself."""

    def value(node: n.Node) -> Any:
        if name in _variables(node):
            return UNCOMPUTABLE
        return evaluator.value(node)

    return value


def _variables(node: Any) -> Iterator[str]:
    """Yield the names of all variables in a node."""
    if isinstance(node, n.Var | n.ItemVar):
        yield node.name
    for name in getattr(type(node), "__dataclass_fields__", {}):
        child = getattr(node, name)
        for part in child if isinstance(child, tuple) else (child,):
            if isinstance(part, n.Node | n.Comprehension | n.FactsOf):
                yield from _variables(part)


def _sorted(
    evaluator: Evaluator,
    over: n.Comprehension,
    found: Iterable[tuple[Any, bool | Unknown]],
    open_causes: frozenset[str] | None,
) -> Members:
    sure: list[Evaluator] = []
    possible: list[Evaluator] = []
    causes = open_causes or frozenset()
    for element, certain in found:
        inner = evaluator.within(over.name, element)
        matches = both([certain, inner.value(over.condition)])
        if matches is True:
            sure.append(inner)
        elif matches is not False:
            possible.append(inner)
            causes |= causes_of([matches])
    return Members(tuple(sure), tuple(possible), open=open_causes is not None, causes=causes)


def _exists(evaluator: Evaluator, node: n.Exists) -> Any:
    found = members(evaluator, node.over)
    return True if found.sure else False if found.closed else Unknown(found.causes)


def _all(evaluator: Evaluator, node: n.All) -> Any:
    found = members(evaluator, node.over)
    claims = [inner.value(node.claim) for inner in found.sure]
    if any(claim is False for claim in claims):
        return False
    doubtful = [claim for claim in (inner.value(node.claim) for inner in found.possible) if claim is not True]
    if found.open or doubtful or any(claim is not True for claim in claims):
        causes = found.causes if found.open or doubtful else frozenset()
        return Unknown(causes | causes_of([*claims, *doubtful]))
    return True


def _count(evaluator: Evaluator, node: n.Count) -> Any:
    found = members(evaluator, node.over)
    low = len(found.sure)
    high = None if found.open else low + len(found.possible)
    return low if low == high else Bounds(low, high, found.causes)


def _sum(evaluator: Evaluator, node: n.Sum) -> Any:
    found = members(evaluator, node.over)
    sure = [inner.settled(node.value) for inner in found.sure]
    possible = [inner.settled(node.value) for inner in found.possible]
    causes = found.causes | causes_of([*sure, *possible])
    total = _total(value for value in sure if _known(value))
    if total is MISSING:
        return UNCOMPUTABLE
    if found.closed and all(_known(value) for value in sure):
        return total
    if not node.non_negative:
        return Unknown(causes)
    unbounded = found.open or not all(_known(value) for value in [*sure, *possible])
    high = None if unbounded else _total([total, *possible])
    return Bounds(total, None if high is MISSING else high, causes)


def _total(values: Iterable[Any]) -> Any:
    total: Any = None
    for value in values:
        total = value if total is None else _added(total, value)
        if total is MISSING:
            return MISSING
    return 0 if total is None else total


def _added(one: Any, other: Any) -> Any:
    if isinstance(one, timedelta):
        return operations.calculate_duration("+", one, other)
    return operations.calculate("+", one, other)


def _extreme(evaluator: Evaluator, node: n.Extreme) -> Any:
    found = members(evaluator, node.over)
    sure = [inner.settled(node.value) for inner in found.sure]
    possible = [inner.settled(node.value) for inner in found.possible]
    best = _best(node.kind, [value for value in sure if _known(value)])
    if found.closed and all(_known(value) for value in sure):
        return best
    causes = found.causes | causes_of([*sure, *possible])
    unbounded = found.open or not all(_known(value) for value in [*sure, *possible])
    known = [value for value in [*sure, *possible] if _known(value)]
    far = None if unbounded else _best(node.kind, known)
    low, high = (best, far) if node.kind == "max" else (far, best)
    return Bounds(low, high, causes, maybe_none=not sure)


def _best(kind: str, values: list[Any]) -> Any:
    if not values:
        return None
    return max(values) if kind == "max" else min(values)


def _average(evaluator: Evaluator, node: n.Average) -> Any:
    values, causes = _all_values(evaluator, node.over, node.value)
    if values is None:
        return Unknown(causes)
    if not values:
        return None
    total = _total(values)
    if total is MISSING:
        return UNCOMPUTABLE
    return total / len(values) if isinstance(total, timedelta) else Fraction(total) / len(values)


def _rank(evaluator: Evaluator, node: n.Rank) -> Any:
    of = evaluator.settled(node.of)
    values, causes = _all_values(evaluator, node.over, node.value)
    if values is None or not _known(of):
        return Unknown(causes | causes_of([of]))
    return 1 + sum(1 for value in values if value > of)


def _the(evaluator: Evaluator, node: n.The) -> Any:
    values, causes = _all_values(evaluator, node.over, node.value)
    if values is None:
        return Unknown(causes)
    if values and all(value == values[0] for value in values):
        return values[0]
    # There is none, or there are several: whoever keeps these records must say which one holds.
    source = node.over.source
    return Unknown(frozenset({f"the: {source.target}"}) if isinstance(source, n.FactsOf) else frozenset())


def _all_values(evaluator: Evaluator, over: n.Comprehension, value: n.Node) -> tuple[list[Any] | None, frozenset[str]]:
    """The values of all matches where everything needed is known, else None with what is missing."""
    found = members(evaluator, over)
    values = [inner.settled(value) for inner in found.sure]
    causes = found.causes | causes_of(values)
    known = found.closed and not any(isinstance(item, Unknown) for item in values)
    return (values if known else None), causes


def _share(evaluator: Evaluator, node: n.ShareOf) -> Any:
    found = members(evaluator, node.over)
    sure = [inner.value(node.claim) for inner in found.sure]
    possible = [inner.value(node.claim) for inner in found.possible]
    yes, no = sure.count(True), sure.count(False)
    causes = found.causes | causes_of([*sure, *possible])
    if found.closed and yes + no == len(sure):
        return Fraction(yes, len(sure)) if sure else None
    if found.open:
        # Any number of others may match or fail: with one known failure the share comes near 1 and never reaches it.
        return Bounds(Fraction(0), Fraction(1), causes, low_open=yes > 0, high_open=no > 0, maybe_none=not sure)
    may_fail = sum(1 for claim in possible if claim is not True)
    may_hold = sum(1 for claim in possible if claim is not False)
    low = Fraction(yes, len(sure) + may_fail) if len(sure) + may_fail else Fraction(1)
    high = Fraction(len(sure) - no + may_hold, len(sure) + may_hold) if len(sure) + may_hold else Fraction(0)
    return Bounds(low, high, causes, maybe_none=not sure)


def _known(value: Any) -> bool:
    return value is not None and not isinstance(value, Unknown)


def _spell(evaluator: Evaluator, node: n.Spell) -> Any:
    fact, gap = evaluator.value(node.fact), evaluator.settled(node.gap)
    found = members(evaluator, node.over)
    subject = dated(fact)
    spans = [dated(inner.scope.variables[node.over.name]) for inner in found.sure]
    causes = found.causes | causes_of([subject, gap, *spans])
    if not found.closed or not isinstance(gap, timedelta) or not all(_has_days(span) for span in [subject, *spans]):
        return Unknown(causes | _day_causes([fact, *(inner.scope.variables[node.over.name] for inner in found.sure)]))
    return run_around(subject, [span for span in spans if isinstance(span, DateSpan)], gap)


def _has_days(span: object) -> bool:
    return isinstance(span, DateSpan) and span.start is not MISSING and span.end is not MISSING


def _day_causes(facts: Iterable[AnyFact]) -> frozenset[str]:
    names: set[str] = set()
    for fact in facts:
        span = dated(fact)
        if isinstance(span, DateSpan) and not _has_days(span):
            names.add(f"{model_of(fact).__name__}.{model_of(fact).fact_dated}")
    return frozenset(names)


def run_around(span: Any, others: Iterable[DateSpan], gap: timedelta) -> DateSpan:
    """Return the unbroken run that holds `span`: neighbours join while at most `gap` whole days lie between them."""
    far = date.max
    days = [(other.start, other.end or far) for other in [span, *others]]
    start, end = span.start, span.end or far
    reach = gap.days + 1
    grown = True
    while grown:
        grown = False
        for low, high in days:
            near = _days_between(high, start) <= reach and _days_between(end, low) <= reach
            if near and (low < start or high > end):
                start, end, grown = min(start, low), max(end, high), True
    return DateSpan(start=start, end=None if end == far else end)


def _days_between(earlier: date, later: date) -> int:
    """Days from `earlier` to `later`; negative where they overlap."""
    return (later - earlier).days


QUANTIFIERS: Mapping[type[n.Node], Callable[..., Any]] = {
    n.Exists: _exists,
    n.All: _all,
    n.Count: _count,
    n.Sum: _sum,
    n.Extreme: _extreme,
    n.Average: _average,
    n.ShareOf: _share,
    n.Rank: _rank,
    n.The: _the,
    n.Spell: _spell,
}

__all__ = ["QUANTIFIERS", "Members", "members", "run_around"]
