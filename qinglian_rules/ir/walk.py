"""Walking a condition: the children of a node, and the one way in which consumers go over the tree.

A consumer is a class of `visit_<Node>` methods whose children arrive already visited; only `fold` recurses.
Each method takes the node and then the results of its node fields, in the order in which the class declares them:
a result for a node, a tuple of results for a tuple of nodes, an `Over` for a comprehension.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Final, Generic, TypeVar

from qinglian_rules.ir import nodes
from qinglian_rules.ir.nodes import Comprehension, FactsOf, Node

T = TypeVar("T")

NODES: Final[tuple[type[Node], ...]] = tuple(
    found for found in vars(nodes).values() if isinstance(found, type) and issubclass(found, Node) and found is not Node
)
"""Every class of node, in the order of `ir/nodes.py`."""

_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    kind.__name__: tuple(
        part.name for part in fields(kind) if part.type in {"Node", "tuple[Node, ...]", "Comprehension"}
    )
    for kind in NODES
}
"""The fields of each class that hold nodes."""


@dataclass(frozen=True, slots=True)
class Over(Generic[T]):
    """A comprehension whose parts are visited. Its variable's name stands in the node."""

    source: FactsOf | T
    condition: T


def parts_of(node: Node) -> tuple[str, ...]:
    """Return the names of the fields of `node` that hold nodes, tuples of nodes or a comprehension."""
    return _PARTS[type(node).__name__]


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below `node`, those of its comprehension included, in the order of the fields."""
    found: list[Node] = []
    for name in parts_of(node):
        found.extend(_nodes_in(getattr(node, name)))
    return tuple(found)


def _nodes_in(part: Node | tuple[Node, ...] | Comprehension) -> tuple[Node, ...]:
    if isinstance(part, Comprehension):
        return (part.condition,) if isinstance(part.source, FactsOf) else (part.source, part.condition)
    return (part,) if isinstance(part, Node) else part


def walk(root: Node) -> Iterator[Node]:
    """Yield `root` and every node below it, parents first."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def fold(root: Node, visit: Callable[..., T]) -> T:
    """Call `visit(node, *results of its parts)` from the leaves up; return what it gives for `root`."""
    return visit(root, *(_folded(getattr(root, name), visit) for name in parts_of(root)))


def _folded(part: Any, visit: Callable[..., T]) -> T | tuple[T, ...] | Over[T]:
    if isinstance(part, Comprehension):
        source = part.source if isinstance(part.source, FactsOf) else fold(part.source, visit)
        return Over(source, fold(part.condition, visit))
    if isinstance(part, tuple):
        return tuple(fold(item, visit) for item in part)
    return fold(part, visit)


def rewrite(root: Node, change: Callable[[Node], Node]) -> Node:
    """Return `root` with `change` applied to every node, from the leaves up; spans and types are kept."""

    def visit(node: Node, *results: Any) -> Node:
        named = dict(zip(parts_of(node), results, strict=True))
        for name, result in named.items():
            if isinstance(result, Over):
                named[name] = replace(getattr(node, name), source=result.source, condition=result.condition)
        return change(replace(node, **named) if named else node)

    return fold(root, visit)


class Visitor(Generic[T]):
    """Base of the consumers. A subclass has a method `visit_<Node>` for every class of node not in `unsupported`.

    A class that leaves methods to its own subclasses says `partial=True`.

    Raises:
        TypeError: when the class is made, if a method is missing.
    """

    unsupported: ClassVar[frozenset[type[Node]]] = frozenset()

    def __init_subclass__(cls, *, partial: bool = False, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        wanted = [f"visit_{node.__name__}" for node in NODES if node not in cls.unsupported]
        missing = [name for name in wanted if not hasattr(cls, name)]
        if missing and not partial:
            raise TypeError(f"{cls.__name__} must define or declare unsupported: {', '.join(missing)}")

    def visit(self, node: Node, *results: Any) -> T:
        """Return the result for one node whose parts are visited."""
        method: Callable[..., T] = getattr(self, f"visit_{type(node).__name__}")
        return method(node, *results)

    def fold(self, root: Node) -> T:
        """Return the result for a whole condition."""
        return fold(root, self.visit)
