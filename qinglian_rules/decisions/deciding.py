"""The parts of a condition that decided its value, with what they read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.judging import Case
from qinglian_rules.backends.kleene import Bounds, Unknown
from qinglian_rules.backends.quantifiers import members
from qinglian_rules.backends.reference import Evaluator
from qinglian_rules.decisions.near import Near, nearest
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.types import FactOf
from qinglian_rules.ir.walk import walk

Quantifier = n.Exists | n.All | n.Count | n.Sum | n.Extreme | n.Average | n.ShareOf | n.Rank | n.The


@dataclass(frozen=True, slots=True)
class Reason:
    """An atomic part of a condition that decided.

    Args:
        name: of the condition it belongs to, "" where it has none.
        node: the part.
        value: its value: True, False or None for unknown.
        values: what it read, by path from the subject or a `let`.
        fields: the fact type and field behind each of these paths.
        lets: what the `let`s that it speaks of came to, by name.
        limits: what it was compared with and no fact holds: `due`, parameters by their qualified name.
        target: the fact type that its quantifier ranges over, if it has one.
        facts: the facts of quantifiers that settle it: the match of `exists`, the failure of `all`; where `exists` is
            unknown, those that may match.
        near: where nothing matches, the facts that come nearest.
        measure: what a count, a sum, a share came to, where it is known.
        causes: what it hangs on where it is unknown.
    """

    name: str
    node: n.Node
    value: bool | None
    values: Mapping[str, Any]
    fields: Mapping[str, tuple[str, str]]
    lets: Mapping[str, Any] = field(default_factory=dict)
    limits: Mapping[str, Any] = field(default_factory=dict)
    target: str | None = None
    facts: tuple[AnyFact, ...] = ()
    near: tuple[Near, ...] = ()
    measure: Any = None
    causes: tuple[str, ...] = ()


def deciding_reasons(
    case: Case, conditions: Iterable[tuple[str, n.Node]], *, negated: bool = False, wanted: bool | None
) -> tuple[Reason, ...]:
    """Return the atoms that made named conditions come out as `wanted` (None: unknown).

    Args:
        negated: the conditions are forbidden, so that true is what fails.
    """
    target = wanted if wanted is None or not negated else not wanted
    reasons: list[Reason] = []
    for name, node in conditions:
        if _tri(case.evaluator.value(node)) is target:
            reasons.extend(reason_of(case, name, atom) for atom in _without_guards(_atoms(case.evaluator, node)))
    return tuple(reasons)


def _without_guards(atoms: Iterable[n.Node]) -> Iterator[n.Node]:
    """Leave out the `is None` of a value that another part compares: it only let that part decide."""
    found = tuple(atoms)
    compared = {
        side.value if isinstance(side, n.DateOf) else side
        for atom in found
        if isinstance(atom, n.Compare)
        for side in (atom.left, atom.right)
    }
    yield from (atom for atom in found if not (isinstance(atom, n.IsNone) and atom.value in compared))


def _atoms(evaluator: Evaluator, node: n.Node) -> Iterator[n.Node]:
    """Yield the parts of `node` that its value rests on."""
    value = _tri(evaluator.value(node))
    if isinstance(node, n.And | n.Or):
        # A false part decides an `and`, a true one an `or`; otherwise all parts that came out alike do.
        for item in node.items:
            if _tri(evaluator.value(item)) is value:
                yield from _atoms(evaluator, item)
    elif isinstance(node, n.Not):
        yield from _atoms(evaluator, node.value)
    elif isinstance(node, n.LetRef) and node.name in evaluator.scope.lets:
        yield from _atoms(evaluator, evaluator.scope.lets[node.name])
    elif not isinstance(node, n.Const):
        yield node


def reason_of(case: Case, name: str, atom: n.Node) -> Reason:
    """Return one part of a condition, or a due, with what it read."""
    reads = Reads(roots=frozenset({*case.evaluator.scope.variables, *case.evaluator.scope.lets}))
    evaluator = Evaluator(case.world, case.evaluator.scope, reads.observe)
    value = evaluator.value(atom)
    quantifier = next((node for node in (atom, *_operands(atom)) if isinstance(node, Quantifier)), None)
    over = None if quantifier is None else quantifier.over
    return Reason(
        name,
        atom,
        _tri(value),
        reads.ends(),
        dict(reads.fields),
        lets=dict(_lets(case.evaluator, atom)),
        limits=dict(_limits(case.evaluator, atom)),
        target=over.source.target if over is not None and isinstance(over.source, n.FactsOf) else None,
        facts=tuple(_settling(case.evaluator, atom)),
        near=nearest(case.evaluator, atom.over) if isinstance(atom, n.Exists) and value is False else (),
        measure=_measure(case.evaluator, quantifier),
        causes=tuple(sorted(value.causes)) if isinstance(value, Unknown | Bounds) else (),
    )


def _lets(evaluator: Evaluator, atom: n.Node) -> Iterator[tuple[str, Any]]:
    """Yield the names of `let` that an atom speaks of, with what they came to; facts are no values."""
    for node in walk(atom):
        if isinstance(node, n.LetRef) and not isinstance(node.type, FactOf):
            value = evaluator.settled(node)
            if not isinstance(value, Unknown):
                yield node.name, value


def _limits(evaluator: Evaluator, atom: n.Node) -> Iterator[tuple[str, Any]]:
    """Yield the due and the parameters that an atom reads, where they are known."""
    for node in walk(atom):
        if isinstance(node, n.Param) or (isinstance(node, n.Context) and node.name == "due"):
            value = evaluator.settled(node)
            if not isinstance(value, Unknown) and value is not None:
                yield node.name, value


def _measure(evaluator: Evaluator, quantifier: n.Node | None) -> Any:
    """What a quantifier that is no yes or no came to."""
    if quantifier is None or isinstance(quantifier, n.Exists | n.All):
        return None
    value = evaluator.settled(quantifier)
    return None if isinstance(value, Unknown) else value


@dataclass(slots=True)
class Reads:
    """Collects what an evaluation reads along paths from the subject."""

    roots: frozenset[str] | None = None
    """Where paths start that count: the subject and `let`s. What is read of the members of a quantifier does not."""
    values: dict[str, Any] = field(default_factory=dict)
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    unknown: list[tuple[Any, str]] = field(default_factory=list)
    """The facts and fields that are unknown, in the order of reading."""

    def observe(self, node: n.Field, fact: Any, value: Any) -> None:
        """Take note of one field read."""
        if isinstance(value, Unknown):
            self.unknown.append((fact, node.name))
            return
        path = path_of(node)
        if path is not None and (self.roots is None or path.partition(".")[0] in self.roots):
            self.values.setdefault(path, value)
            self.fields.setdefault(path, (model_of(fact).__name__, node.name))

    def ends(self) -> dict[str, Any]:
        """Return the values at the ends of paths, without the references that only led there."""
        paths = list(self.values)
        return {path: self.values[path] for path in paths if not any(other.startswith(f"{path}.") for other in paths)}


def path_of(node: n.Node) -> str | None:
    """Return the path of a field from its variable (`visit.body.province`), or None where it starts elsewhere."""
    if isinstance(node, n.Var | n.LetRef):
        return node.name
    if isinstance(node, n.Follow):
        return path_of(node.ref)
    if isinstance(node, n.Field):
        start = path_of(node.fact)
        return None if start is None else f"{start}.{node.name}"
    return None


def _settling(evaluator: Evaluator, atom: n.Node) -> Iterator[AnyFact]:
    """Yield the facts that settle a quantifier, and what a comparison of one counted."""
    for node in (atom, *_operands(atom)):
        if isinstance(node, n.Exists | n.Count | n.Sum | n.Extreme | n.The):
            found = members(evaluator, node.over)
            for inner in found.possible if isinstance(node, n.Exists) and not found.sure else found.sure:
                yield from _fact(inner, node.over)
        if isinstance(node, n.All | n.ShareOf):
            for inner in members(evaluator, node.over).sure:
                if inner.value(node.claim) is False:
                    yield from _fact(inner, node.over)


def _operands(atom: n.Node) -> Sequence[n.Node]:
    return (atom.left, atom.right) if isinstance(atom, n.Compare) else ()


def _fact(inner: Evaluator, over: n.Comprehension) -> Iterator[AnyFact]:
    if isinstance(over.source, n.FactsOf):
        yield inner.scope.variables[over.name]


def _tri(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None
