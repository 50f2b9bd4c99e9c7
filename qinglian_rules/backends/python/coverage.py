"""Whether the facts that a quantifier asks about are complete, asked once for each distinct question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Literal

from pydantic import MISSING

from qinglian_rules.backends.asking import Question, conjuncts, question
from qinglian_rules.backends.derived_cover import covers, stated
from qinglian_rules.backends.python.tables import Bounded
from qinglian_rules.backends.world import World
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import FactType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t
from qinglian_rules.ir.build import conjunction

Kind = Literal["period", "moment", "plain"]


@dataclass(frozen=True, slots=True)
class AskedNode:
    """An expression that bounds what a quantifier asks about, and how its value is kept: a moment by its day."""

    node: n.Node
    kind: Kind


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """What bounds the question of a quantifier over facts of `target`.

    `over` has only the parts of its condition that do: what asks the same has an equal one. `nodes` are the expressions
    in them that bound it.
    """

    target: str
    over: n.Comprehension
    question: Question
    nodes: tuple[AskedNode, ...]


def asked_about(over: n.Comprehension, fact_type: FactType) -> AskedAbout:
    """Find the parts of a condition that bound its question."""
    bounding = [part for part in conjuncts(over.condition) if any(_asked_of(over, part, fact_type).nodes)]
    asked = question(over, fact_type)
    nodes = {id(node): node for node in asked.nodes}
    kept = replace(over, condition=conjunction(bounding))
    return AskedAbout(fact_type.name, kept, asked, tuple(AskedNode(node, _kind(node)) for node in nodes.values()))


def _asked_of(over: n.Comprehension, part: n.Node, fact_type: FactType) -> Question:
    return question(replace(over, condition=part), fact_type)


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

    __slots__ = ("_about", "_covers", "_world")

    def __init__(self, world: World, about: AskedAbout, by_statement: bool = False) -> None:
        super().__init__()
        self._covers = stated if by_statement else covers
        self._world = world
        self._about = about

    def found(self, key: tuple[Any, ...]) -> bool:
        """Return whether the facts asked about must be among those handed over."""
        about = self._about
        values = {id(one.node): _restored(one.kind, value) for one, value in zip(about.nodes, key, strict=True)}
        ask = about.question.ask(self._world.setting.as_of, lambda node: values[id(node)])
        return self._covers(self._world, about.target, ask)


def _restored(kind: Kind, value: Any) -> Any:
    """Return a value of which only the part that counts was kept."""
    if kind == "moment" and isinstance(value, date):
        return datetime.combine(value, time())
    if kind == "period":
        return DateSpan(start=value[0], end=value[1]) if value[0] is not MISSING else MISSING
    return value
