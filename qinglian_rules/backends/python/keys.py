"""What facts are indexed by: the paths from a quantifier's variable that its condition compares for equality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qinglian_rules.backends.asking import conjuncts
from qinglian_rules.backends.own_words import exclusion
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t
from qinglian_rules.ir.walk import walk

Step = tuple[str, str]
"""One step of a path: ("field", name), ("follow", target), ("call", function), ("part", start or end)."""

Path = tuple[Step, ...]
"""How to get from a fact to a value."""

_CALLS: Final = frozenset({"year", "month_of_year", "date_of"})
_BOUNDED: Final = (n.Count, n.Sum, n.ShareOf, n.Extreme)


@dataclass(frozen=True, slots=True)
class Split:
    """A condition taken apart: what an index settles, and the rest.

    `paths` lead from the variable to values that must equal those of `probes`, which do not depend on it.
    """

    paths: tuple[Path, ...]
    probes: tuple[n.Node, ...]
    rest: tuple[n.Node, ...]


def split(over: n.Comprehension, lets: Mapping[str, n.Node]) -> Split:
    """Take the condition of a quantifier over facts apart; `lets` says what `let` names stand for."""
    found: dict[Path, n.Node] = {}
    rest: list[n.Node] = []
    for part in conjuncts(over.condition):
        pair = _equality(part, over.name, lets)
        if pair is not None and pair[0] not in found:
            found[pair[0]] = pair[1]
        elif not (isinstance(part, n.Const) and part.value is True):
            rest.append(part)
    return Split(tuple(found), tuple(found.values()), tuple(rest))


def _equality(part: n.Node, name: str, lets: Mapping[str, n.Node]) -> tuple[Path, n.Node] | None:
    if not isinstance(part, n.Compare) or part.op != "==":
        return None
    for side, other in ((part.left, part.right), (part.right, part.left)):
        path = path_of(side, name)
        if path is None or _names(other, name) or not _is_plain(side.type):
            continue
        if not (_is_bounded(side, lets) or _is_bounded(other, lets) or _is_exclusive(part)):
            return path, other
    return None


def path_of(node: n.Node, name: str) -> Path | None:
    """Return the path from the variable `name` to a value; None where it is none."""
    if isinstance(node, n.Var):
        return () if node.name == name else None
    if isinstance(node, n.KeyOf):
        # The key of what a reference leads to is the reference.
        if isinstance(node.fact, n.Follow):
            return path_of(node.fact.ref, name)
        return _extended(node.fact, name, ("key", ""))
    step = _step(node)
    return None if step is None else _extended(step[0], name, step[1])


def _step(node: n.Node) -> tuple[n.Node, Step] | None:
    if isinstance(node, n.Field):
        return node.fact, ("field", node.name)
    if isinstance(node, n.Follow):
        return node.ref, ("follow", node.target)
    if isinstance(node, n.SpanStart | n.SpanEnd):
        return node.value, ("part", "start" if isinstance(node, n.SpanStart) else "end")
    if isinstance(node, n.DateOf):
        return node.value, ("call", "date_of")
    if isinstance(node, n.Call) and node.name in _CALLS:
        return node.arguments[0], ("call", node.name)
    return None


def _extended(node: n.Node, name: str, step: Step) -> Path | None:
    path = path_of(node, name)
    return None if path is None else (*path, step)


def _names(node: n.Node, name: str) -> bool:
    return any(isinstance(part, n.Var | n.ItemVar) and part.name == name for part in walk(node))


def _is_bounded(node: n.Node, lets: Mapping[str, n.Node]) -> bool:
    """Whether a value may be known by bounds only."""
    parts = list(walk(node))
    named = [lets[part.name] for part in parts if isinstance(part, n.LetRef) and part.name in lets]
    return any(map(_gives_bounds, parts)) or any(_is_bounded(one, lets) for one in named)


def _is_exclusive(part: n.Compare) -> bool:
    """Whether a comparison with a word may be false of a fact whose own word is unknown."""
    return exclusion(part, {}, Vocabulary.current()) is not None


def _gives_bounds(node: n.Node) -> bool:
    if isinstance(node, n.Context):
        # A day of force that the text does not give, and a due that is reckoned from it.
        return node.name in {"document", "due"}
    return isinstance(node, _BOUNDED) or (isinstance(node, n.Field) and is_derived_date(node))


def is_derived_date(node: n.Field) -> bool:
    """Whether a field is the date of a derived fact, of which a bound may be all that is known."""
    target = node.fact.type.target if isinstance(node.fact.type, t.FactOf) else ""
    fact_type = Vocabulary.current().types.get(target)
    return fact_type is not None and fact_type.derived and fact_type.dated == node.name


def _is_plain(kind: t.Type) -> bool:
    """Whether equal values of a type have one hash, and are equal or not whatever is unknown."""
    plain = kind.item if isinstance(kind, t.Maybe) else kind
    return plain not in (t.SPAN, t.SLOT) and not isinstance(plain, t.ListOf | t.FactOf)
