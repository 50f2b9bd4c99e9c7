"""Whether the facts that a quantifier asks about are complete, asked once for each distinct question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Literal

from pydantic import MISSING

from qinglian_rules.backends.asking import asked, conjuncts
from qinglian_rules.backends.derived_cover import covers, stated
from qinglian_rules.backends.kleene import UNCOMPUTABLE
from qinglian_rules.backends.python.tables import Bounded
from qinglian_rules.backends.world import World
from qinglian_rules.facts.values import LAST_DAY, DateSpan
from qinglian_rules.facts.vocabulary import FactType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t
from qinglian_rules.ir.build import conjunction
from qinglian_rules.ir.walk import walk

Kind = Literal["period", "moment", "plain"]


@dataclass(frozen=True, slots=True)
class AskedNode:
    """An expression that bounds what a quantifier asks about, and how its value is kept: a moment by its day."""

    node: n.Node
    kind: Kind


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """What bounds the question of a quantifier.

    `over` has only the parts of its condition that do, with the expressions in them that do not depend on its variable;
    `by_date` and `by_key` say whether the condition speaks of the date of the facts, and of their key.
    """

    over: n.Comprehension
    nodes: tuple[AskedNode, ...]
    by_date: bool
    by_key: bool


def asked_about(over: n.Comprehension, fact_type: FactType) -> AskedAbout:
    """Find the parts of a condition that bound its question, by asking with none of their values known."""
    nodes: dict[int, n.Node] = {}
    asked_for: list[n.Node] = []
    bounding: list[n.Node] = []

    def evaluate(node: n.Node) -> Any:
        if not any(isinstance(part, n.Var | n.ItemVar) and part.name == over.name for part in walk(node)):
            nodes.setdefault(id(node), node)
            asked_for.append(node)
        return UNCOMPUTABLE

    for part in conjuncts(over.condition):
        before = len(asked_for)
        asked(replace(over, condition=part), fact_type, LAST_DAY, evaluate)
        if len(asked_for) > before:
            bounding.append(part)
    kept = replace(over, condition=conjunction(bounding))
    question = asked(over, fact_type, LAST_DAY, evaluate)
    found = tuple(AskedNode(node, _kind(node)) for node in nodes.values())
    return AskedAbout(kept, found, question.by_date, question.by_key)


def _kind(node: n.Node) -> Kind:
    if isinstance(node, n.Context) and node.name == "period":
        return "period"
    plain = node.type.item if isinstance(node.type, t.Maybe) else node.type
    return "moment" if plain == t.DATETIME else "plain"


class Coverage(Bounded[tuple[Any, ...], bool]):
    """Answers by the values of the expressions that bound a question.

    Args:
        by_statement: whether only what is stated complete counts, and not that the one fact with a key is there.
    """

    __slots__ = ("_covers", "_nodes", "_over", "_world")

    def __init__(
        self, world: World, over: n.Comprehension, nodes: tuple[AskedNode, ...], by_statement: bool = False
    ) -> None:
        super().__init__()
        self._covers = stated if by_statement else covers
        self._world = world
        self._over = over
        self._nodes = nodes

    def found(self, key: tuple[Any, ...]) -> bool:
        """Return whether the facts asked about must be among those handed over."""
        source = self._over.source
        assert isinstance(source, n.FactsOf)
        values = {id(asked.node): _restored(asked.kind, value) for asked, value in zip(self._nodes, key, strict=True)}
        question = asked(self._over, self._type(source.target), self._world.setting.as_of, _reader(values))
        return self._covers(self._world, source.target, question.ask)

    def _type(self, target: str) -> FactType:
        return self._world.vocabulary.types[target]


def _reader(values: Mapping[int, Any]) -> Any:
    return lambda node: values.get(id(node), UNCOMPUTABLE)


def _restored(kind: Kind, value: Any) -> Any:
    """Return a value of which only the part that counts was kept."""
    if kind == "moment" and isinstance(value, date):
        return datetime.combine(value, time())
    if kind == "period":
        return DateSpan(start=value[0], end=value[1]) if value[0] is not MISSING else MISSING
    return value
