"""What rules read: types, fields, parameters, and the values with which they compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from qinglian_rules.authoring.cases.stage import roots
from qinglian_rules.backends.force import force_of
from qinglian_rules.backends.periods import period_holding
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Every, Parameter, Rule
from qinglian_rules.ir.types import FactOf, Maybe
from qinglian_rules.ir.walk import walk

Norm = Rule | Definition
Place = tuple[str, str]
"""A type and one of its fields."""


@dataclass(slots=True)
class Reading:
    """What a set of rules reads, what definitions conclude for them included.

    Attributes:
        subjects: types that are judged, concrete and not derived.
        types: all types that are read, likewise; the subjects first.
        fields: fields that are read, by type.
        compared: literals with which a field is compared, by type and field.
        literals: all literals.
        days: the first and last days of force, and of periods' cycles.
        questions: what findings are about: rules that a person judges, and questions asked by `judged`.
        offices: whose findings count.
        rhythms: how often rules are judged.
    """

    vocabulary: Vocabulary
    subjects: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    fields: dict[str, set[str]] = field(default_factory=dict)
    compared: dict[Place, list[Any]] = field(default_factory=dict)
    literals: list[Any] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    rhythms: list[Every] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)

    def lineage(self, name: str) -> Iterator[str]:
        """Yield a type and the abstract types above it."""
        for cls in self.vocabulary.types[name].model.__mro__:
            if cls.__name__ in self.vocabulary.types:
                yield cls.__name__

    def reads(self, name: str) -> set[str]:
        """Return the fields that are read of facts of a type."""
        return set().union(*(self.fields.get(one, set()) for one in self.lineage(name)))

    def reads_of(self, fact: Fact) -> set[str]:
        """Return the fields that are read of a fact; none of statements and settings, which are no records."""
        name = type(fact).__name__
        return self.reads(name) if name in self.types else set()

    def compared_with(self, name: str, field_name: str) -> list[Any]:
        """Return the literals with which a field of a type is compared."""
        return [value for one in self.lineage(name) for value in self.compared.get((one, field_name), [])]


def read_norms(policy: Policy, rules: Iterable[Rule]) -> Reading:
    """Return what rules read, with the definitions that they rest on and the reach of their documents."""
    found = Reading(Vocabulary.current())
    reader = _Reader(policy, found)
    subjects: list[str] = []
    for rule in rules:
        reader.norm(rule)
        subjects.extend(reader.concrete(rule.subject.target))
    reader.follow_definitions()
    named = dict.fromkeys([*subjects, *reader.types])
    found.subjects = tuple(dict.fromkeys(subjects))
    types = found.vocabulary.types
    found.types = tuple(name for name in named if not (types[name].derived or types[name].abstract))
    return found


class _Reader:
    """Fills a `Reading`."""

    def __init__(self, policy: Policy, found: Reading) -> None:
        self.policy = policy
        self.found = found
        self.types: dict[str, None] = {}
        self.documents = {document.id: document for document in policy.documents}
        self.parameters = {one.name: one for document in policy.documents for one in document.parameters}
        self._seen: set[str] = set()

    def concrete(self, name: str) -> tuple[str, ...]:
        """Return the types of which facts of a type are, derived ones aside."""
        types = self.found.vocabulary.types
        return tuple(one for one in types[name].subtypes if not types[one].derived)

    def norm(self, norm: Norm) -> None:
        """Take note of what a rule or definition reads."""
        if norm.id in self._seen:
            return
        self._seen.add(norm.id)
        document = self.documents[norm.document]
        self._type(norm.subject.target)
        self._answerable(norm.subject.target)
        for root in (*roots(norm), document.reach):
            self._nodes(root)
        force = force_of(document, norm.start, self.documents.values())
        bounds = (force.start.earliest, force.start.latest, force.end.earliest, force.end.latest)
        self.found.days.extend(day for day in bounds if day != LAST_DAY)
        self._rhythm(norm.every)
        if isinstance(norm, Rule) and norm.judgement is not None:
            self._question(norm.id, norm.judgement.by)

    def _answerable(self, name: str) -> None:
        """Take note of the bodies that answer for facts of a type: what a document reaches depends on them."""
        fact_type = self.found.vocabulary.types[name]
        if fact_type.body not in (None, "id"):
            self._type(fact_type.fields[fact_type.body].type.target or "Body")

    def follow_definitions(self) -> None:
        """Read the definitions that conclude what is read, and so on."""
        read = -1
        while read < len(self.types):
            read = len(self.types)
            for document in self.policy.documents:
                for definition in document.definitions:
                    if definition.target in self.types:
                        self.norm(definition)

    def _rhythm(self, every: Every | None) -> None:
        if every is None:
            return
        self.found.rhythms.append(every)
        if every.anchor is not None:
            self.found.days.append(every.anchor)
        if every.param is not None:
            self._parameter(every.param)

    def _parameter(self, name: str) -> None:
        declared = self.parameters.get(name)
        if declared is not None and declared not in self.found.parameters:
            self.found.parameters.append(declared)

    def _question(self, about: str, offices: Iterable[str]) -> None:
        self._type("Judgement")
        self.found.fields.setdefault("Judgement", set()).add("finding")
        self.found.questions.append(about)
        self.found.offices.extend(offices)

    def _type(self, name: str) -> None:
        for one in (name, *self.found.vocabulary.types[name].subtypes):
            self.types[one] = None

    def _nodes(self, root: n.Node) -> None:
        for node in walk(root):
            over = getattr(node, "over", None)
            if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
                self._type(over.source.target)
            if isinstance(node, n.Follow):
                self._type(node.target)
            elif isinstance(node, n.Param):
                self._parameter(node.name)
            elif isinstance(node, n.Judged):
                self._question(node.question, ())
            elif isinstance(node, n.Const) and node.value is not None:
                self.found.literals.append(node.value)
            elif isinstance(node, n.Field):
                self._field(node)
            elif isinstance(node, n.Compare | n.In):
                self._compared(node)

    def _field(self, node: n.Field) -> None:
        place = _place(node)
        if place is not None:
            self.found.fields.setdefault(place[0], set()).add(place[1])

    def _compared(self, node: n.Compare | n.In) -> None:
        sides = (node.left, node.right) if isinstance(node, n.Compare) else (node.item, node.members)
        for side, other in (sides, sides[::-1]):
            place = _place(side)
            if place is not None:
                self.found.compared.setdefault(place, []).extend(_literals(other))


def _place(node: n.Node) -> Place | None:
    """Return the field that a side of a comparison is, or whose date, start or end it is."""
    if isinstance(node, n.DateOf | n.SpanStart | n.SpanEnd):
        return _place(node.value)
    if not isinstance(node, n.Field):
        return None
    target = node.fact.type.item if isinstance(node.fact.type, Maybe) else node.fact.type
    return (target.target, node.name) if isinstance(target, FactOf) else None


def _literals(node: n.Node) -> Iterator[Any]:
    """Yield the literals that a side of a comparison is or lists."""
    for part in node.items if isinstance(node, n.Display) else (node,):
        if isinstance(part, n.Const) and part.value is not None:
            yield part.value


def periods_around(rhythms: Iterable[Every], day: date) -> tuple[DateSpan, ...]:
    """Return the periods of rhythms that hold a day; of one that a parameter gives, the year."""
    found = (period_holding(every, day) for every in rhythms)
    return tuple(dict.fromkeys(period for period in found if period is not None))
