"""The order in which derived types can be computed, and the circles in which they cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import definitions as codes
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.nodes import Comprehension, FactsOf, Follow, Node
from qinglian_rules.ir.rules import Definition, Document
from qinglian_rules.ir.walk import walk
from qinglian_rules.passes.type_words import in_chinese

Needs = Mapping[str, frozenset[str]]
"""Each derived type that a definition concludes, and those of them that its definitions read."""


def strata(documents: Sequence[Document], vocabulary: Vocabulary | None = None) -> tuple[str, ...]:
    """Return the derived types that are concluded, each after all that its definitions read.

    Types that lie on a circle, or behind one, are left out: `cycles` reports them.
    """
    needs = _needs(documents, vocabulary or Vocabulary.current())
    order: list[str] = []
    while ready := [name for name in needs if name not in order and needs[name] <= set(order)]:
        order.extend(ready)
    return tuple(order)


def cycles(documents: Sequence[Document], vocabulary: Vocabulary | None = None) -> Iterator[Diagnostic]:
    """Yield an error for each circle of derived types; it names them in the order in which one needs the next."""
    chosen = vocabulary or Vocabulary.current()
    needs = _needs(documents, chosen)
    definitions = [definition for document in documents for definition in document.definitions]
    settled = set(strata(documents, chosen))
    seen: set[frozenset[str]] = set()
    for start in needs:
        circle = _circle(start, needs, settled)
        if circle and frozenset(circle) not in seen:
            seen.add(frozenset(circle))
            places = [definition.span for definition in definitions if definition.target in circle]
            text = " → ".join((*circle, circle[0]))
            args = {"cycle": text, "cycle_zh": in_chinese(text)}
            yield Diagnostic(codes.CYCLE, places[0], args, related=tuple(places[1:]))


def _circle(start: str, needs: Needs, settled: set[str]) -> tuple[str, ...]:
    """Return the circle that is met when always the first unsettled need is followed from `start`."""
    path: list[str] = []
    name = start
    while name not in path:
        following = sorted(needs[name] - settled)
        if not following:
            return ()
        path.append(name)
        name = following[0]
    return tuple(path[path.index(name) :])


def _needs(documents: Sequence[Document], vocabulary: Vocabulary) -> Needs:
    definitions = [definition for document in documents for definition in document.definitions]
    concluded = dict.fromkeys(definition.target for definition in definitions)
    return {
        target: frozenset(
            name
            for definition in definitions
            if definition.target == target
            for name in types_read(definition, vocabulary)
            if name in concluded
        )
        for target in concluded
    }


def types_read(definition: Definition, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the types of the facts that a definition reads: its subject, what it ranges over, what it follows to."""
    roots = [definition.when, *(let.node for let in definition.lets), *(node for _, node in definition.values)]
    named = {definition.subject.target}
    for root in roots:
        for node in walk(root):
            named |= _named_by(node)
    return frozenset(subtype for name in named for subtype in (name, *_subtypes(name, vocabulary)))


def _subtypes(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    fact_type = vocabulary.types.get(name)
    return () if fact_type is None else fact_type.subtypes


def _named_by(node: Node) -> set[str]:
    if isinstance(node, Follow):
        return {node.target}
    over = getattr(node, "over", None)
    if isinstance(over, Comprehension) and isinstance(over.source, FactsOf):
        return {over.source.target}
    return set()
