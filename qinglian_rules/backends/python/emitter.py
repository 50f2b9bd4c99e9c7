"""How the compiler writes expressions: one object per function in the making, one method per class of node.

An `Emitter` appends statements to the current block and returns what stands for a node. What a name has been given for
is remembered in the block, so that each path is read once. The code of a quantifier is a function of its own, whose
emitter has this one as its `parent`: what does not depend on its variable is computed there and handed in.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from qinglian_rules.backends.python.norms import Frame
from qinglian_rules.backends.python.source import (
    FALSE_TEXT,
    NONE_TEXT,
    TRUE_TEXT,
    Block,
    Function,
    Result,
    Row,
    Source,
    Value,
)
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t
from qinglian_rules.ir.walk import Visitor, walk

DEEPEST: Final = 30
"""Blocks nested deeper than this go into a function of their own: Python allows a hundred levels."""

_INSIDE: Final = (n.Const, n.And, n.Or, n.Not, n.IfElse, n.IsNone, n.Compare, n.In, n.Display)
"""What a function of its own computes itself, even where it depends on none of its variables: it may be skipped."""


class Emitter(Visitor[Result], partial=True):
    """Writes the expressions of one function.

    Args:
        own: the variables bound in this function, as the names that hold them.
        parent: the emitter of the function that calls this one; None for the function of a fact type.
    """

    def __init__(
        self,
        source: Source,
        vocabulary: Vocabulary,
        frame: Frame,
        function: Function,
        own: Mapping[str, Result],
        parent: Emitter | None = None,
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.frame = frame
        self.function = function
        self.own = dict(own)
        self.parent = parent
        self.block = function.body
        self.base = function.body
        self.arguments: dict[str, n.Node | None] = {}
        """What the caller hands in, as it writes it, and the node that it stands for where there is one."""

    # --- nodes

    def visit(self, node: n.Node, *results: Result) -> Result:
        """Return what stands for a node; compute it in the parent where nothing here is needed for it."""
        if self.parent is not None and not isinstance(node, _INSIDE) and not self.depends(node):
            return self.handed_in(node)
        if self.block.depth > DEEPEST and isinstance(node, n.And | n.Or | n.IfElse):
            return self.outlined(node)
        return super().visit(node)

    def value(self, node: n.Node) -> Value:
        """Return the value of a node that is no fact."""
        result = self.visit(node)
        assert isinstance(result, Value)
        return result

    def row(self, node: n.Node) -> Row:
        """Return the fact that a node stands for."""
        result = self.visit(node)
        assert isinstance(result, Row)
        return result

    def depends(self, node: n.Node) -> bool:
        """Whether a variable of this very function occurs in a node."""
        return any(isinstance(part, n.Var | n.ItemVar) and part.name in self.own for part in walk(node))

    def handed_in(self, node: n.Node) -> Result:
        """Have the parent compute a node, and take it as an argument."""
        assert self.parent is not None
        known: Result | None = self.function.body.find(("handed in", node))
        if known is None:
            given = self.parent.visit(node)
            if isinstance(given, Value):
                given = self.parent.named(given)
            constant = given.text in (NONE_TEXT, TRUE_TEXT, FALSE_TEXT)
            known = given if constant else self.argument(given, node)
            self.function.body.known["handed in", node] = known
        return known

    def argument(self, given: Result, node: n.Node | None) -> Result:
        """Return what stands here for what the caller writes as `given`."""
        key = ("argument", given.text)
        known: Result | None = self.function.body.find(key)
        if known is None:
            name = self.function.name()
            self.function.parameters.append(name)
            self.arguments[given.text] = node
            known = _renamed(given, name)
            self.function.body.known[key] = known
        return known

    def handed_fact(self, node: n.Node) -> str:
        """Have the parent name the fact that `node` stands for, and take it as an argument."""
        assert self.parent is not None
        return self.argument(Value(self.parent.fact(node)), None).text

    def fact(self, node: n.Node) -> str:
        """Return an expression for the fact itself that `node` stands for; None where it is not there."""
        if self.parent is not None and not self.depends(node):
            return self.handed_fact(node)
        row = self.row(node)
        if row.fact is not None:
            return row.fact
        facts = self.source.need("facts_by_row", row.target)
        return self.assigned(f"{facts}.get(id({row.text}))").text

    def outlined(self, node: n.Node) -> Value:
        """Compute a node in a function of its own, since this one is nested too deep."""
        inner = type(self)(self.source, self.vocabulary, self.frame, Function(), {}, self)
        result = inner.value(node)
        inner.block.add(f"return {result.expression}")
        name = self.source.add(inner.function, "e")
        return self.checked(f"{name}({', '.join(inner.arguments)})", none=result.none, holes=result.holes)

    # --- statements

    @contextmanager
    def within(self, block: Block) -> Iterator[Block]:
        """Append to another block for a while."""
        outer, self.block = self.block, block
        try:
            yield block
        finally:
            self.block = outer

    @contextmanager
    def at_base(self) -> Iterator[None]:
        """Append to the block that always runs, before whatever is being written."""
        with self.within(self.base):
            yield

    def below(self, before: Block | None = None) -> Block:
        """Return a new block to be nested in the current one."""
        return Block(before or self.block, self.block.depth + 1)

    def assigned(self, expression: str) -> Value:
        """Give an expression a name; it is never unknown."""
        name = self.function.name()
        self.block.add(f"{name} = {expression}")
        return Value(name)

    def checked(self, expression: str, *, none: bool = False, bounds: bool = False, holes: bool = False) -> Value:
        """Give an expression that may be M a name."""
        name = self.assigned(expression).text
        return Value(name, (f"{name} is M",), none, bounds, holes)

    def named(self, value: Value) -> Value:
        """Return a value whose text is a name that holds M where it is unknown."""
        if value.is_name and value.holds_unknown:
            return value
        if not value.guards:
            return Value(self.assigned(value.text).text, (), value.none, value.bounds, value.holes)
        return self.checked(value.expression, none=value.none, bounds=value.bounds, holes=value.holes)

    # --- knowledge

    def remember(self, key: Hashable, result: Result) -> Result:
        """Note in the current block what has been computed under `key`."""
        self.block.known[key] = result
        return result

    def guards(self, *values: Value) -> tuple[str, ...]:
        """Return the tests that make a strict operation on `values` unknown: unknown operands, and None."""
        found: list[str] = []
        for value in values:
            found.extend(value.guards)
            if value.none and not self.block.find(("present", value.text)):
                found.append(f"{value.text} is None")
        return tuple(dict.fromkeys(found))

    def settled(self, value: Value) -> Value:
        """Return a bounded value as plain or unknown; anything else as it is."""
        if not value.bounds:
            return value
        return self.checked(f"SETTLE({value.text})", none=value.none)

    def strict(self, template: str, *operands: Value, total: bool = False) -> Value:
        """Return an operation on operands that are known and not None.

        Args:
            template: its text, `{0}` standing for the first operand.
            total: whether it never gives M itself.
        """
        settled = [self.settled(operand) for operand in operands]
        text = template.format(*(operand.text for operand in settled))
        value = Value(text, self.guards(*settled))
        return value if total else self.checked(value.expression)

    def fact_type(self, target: str) -> FactType:
        """Return the description of a fact type."""
        return self.vocabulary.types[target]


def _renamed(given: Result, name: str) -> Result:
    if isinstance(given, Row):
        return Row(name, given.target, given.absent, None)
    guards = (f"{name} is M",) if given.guards else ()
    return Value(name, guards, given.none, given.bounds, given.holes)


def plain(kind: t.Type) -> t.Type:
    """Return a type without None."""
    return kind.item if isinstance(kind, t.Maybe) else kind
