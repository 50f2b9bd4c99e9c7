# ruff: noqa: D102 -- what a visit method means is the docstring of its node class
"""Kleene's logic as nested tests: what cannot change the answer any more does not run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qinglian_rules.backends.python.emitter import Emitter
from qinglian_rules.backends.python.source import FALSE_TEXT, TRUE_TEXT, UNKNOWN_TEXT, Block, Result, Row, Value, either
from qinglian_rules.ir import nodes as n


class Logic(Emitter, partial=True):
    """Writes `and`, `or`, `not`, `if`, and tests for None."""

    def visit_Not(self, node: n.Not) -> Value:
        value = self.value(node.value)
        return Value(f"(not {value.text})", value.guards)

    def visit_And(self, node: n.And) -> Value:
        return self.chain(node.items, FALSE_TEXT)

    def visit_Or(self, node: n.Or) -> Value:
        return self.chain(node.items, TRUE_TEXT)

    def chain(self, items: Sequence[n.Node], settling: str) -> Value:
        """Return the `and` (settled by False) or the `or` (settled by True) of some conditions."""
        so_far = self.value(items[0])
        before, answer = self.block, None
        word = "and" if settling == FALSE_TEXT else "or"
        for previous, item in pairwise(items):
            block = self._knowing(previous, before, settling)
            with self.within(block):
                value = self.value(item)
            if answer is None and not (so_far.guards or value.guards or block.lines):
                so_far = Value(f"({so_far.text} {word} {value.text})")
            else:
                answer = self._tested(answer, so_far, value, block, settling)
            before = block
        return so_far if answer is None else answer

    def _tested(self, answer: Value | None, so_far: Value, value: Value, block: Block, settling: str) -> Value:
        """Let one more value, computed in `block`, change the answer, unless that is settled."""
        if answer is None:
            name = self.assigned(so_far.expression).text
            answer = Value(name, (f"{name} is M",) if so_far.guards else ())
        with self.within(block):
            self._combine(answer.text, value, settling)
        self.block.nest(f"if {answer.text} is not {settling}:", block)
        unknown = (f"{answer.text} is M",)
        return Value(answer.text, unknown) if value.guards else answer

    def _combine(self, name: str, value: Value, settling: str) -> None:
        """Change the answer in `name`, which is neutral or M, by one more value."""
        test = f"not {value.text}" if settling == FALSE_TEXT else value.text
        if value.guards and value.is_name and value.holds_unknown:
            neutral = TRUE_TEXT if settling == FALSE_TEXT else FALSE_TEXT
            self.block.add(f"if {value.text} is not {neutral}: {name} = {value.text}")
        elif value.guards:
            self.block.add(f"if {either(value.guards)}: {name} = M")
            self.block.add(f"elif {test}: {name} = {settling}")
        else:
            self.block.add(f"if {test}: {name} = {settling}")

    def _knowing(self, item: n.Node, before: Block, settling: str) -> Block:
        """Return a block for what runs unless `item` has settled the answer, with what is not None then."""
        block = self.below(before)
        tested = item.value if isinstance(item, n.Not) else item
        # After `x is not None and`, and after `x is None or`, x is not None: it is a value, or unknown.
        guards = isinstance(item, n.Not) is (settling == FALSE_TEXT)
        if isinstance(tested, n.IsNone) and guards:
            self.note_present(tested.value, block)
        return block

    def note_present(self, node: n.Node, block: Block) -> None:
        """Note in `block` that a value is not None, where a name holds it by now."""
        with self.within(Block(block)) as trial:
            value = self.visit(node)
        if isinstance(value, Value) and value.none and not trial.lines:
            block.known["present", value.text] = True

    def visit_IsNone(self, node: n.IsNone) -> Value:
        value = self.value(node.value)
        if value.bounds:
            return self.checked(f"IS_NONE({value.text})")
        return Value(f"({value.text} is None)" if value.none else FALSE_TEXT, value.guards)

    def visit_IfElse(self, node: n.IfElse) -> Result:
        key = ("choice", self.frame.number, node)
        known: Result | None = self.block.find(key)
        if known is None:
            condition = self.named(self.settled(self.value(node.condition)))
            branches = [self._branch(branch) for branch in (node.yes, node.no)]
            known = self._choice(condition, branches) if condition.guards else self._branching(condition, branches)
            self.remember(key, known)
        return known

    def _branch(self, node: n.Node) -> tuple[Block, Result]:
        """Write one branch into a block of its own; its result is a name or a constant."""
        block = self.below()
        with self.within(block):
            result = self.visit(node)
            return block, self.named(self.settled(result)) if isinstance(result, Value) else result

    def _branching(self, condition: Value, branches: Sequence[tuple[Block, Result]]) -> Result:
        """Choose by a condition that is known."""
        name = self.function.name()
        for (block, result), header in zip(branches, (f"if {condition.text}:", "else:"), strict=True):
            block.add(f"{name} = {result.text}")
            self.block.nest(header, block)
        return _joined(name, [result for _, result in branches], unknown=False)

    def _choice(self, condition: Value, branches: Sequence[tuple[Block, Result]]) -> Result:
        """Choose by a condition that may be unknown: then it is the value of both, where they are known and equal."""
        names = []
        for (block, result), excluded in zip(branches, (FALSE_TEXT, TRUE_TEXT), strict=True):
            names.append(self.function.name())
            block.add(f"{names[-1]} = {result.text}")
            self.block.nest(f"if {condition.text} is not {excluded}:", block)
        yes, no = names
        results = [result for _, result in branches]
        both = f"{yes} if {yes} is not M and {yes} == {no} else {self._unknown(results)}"
        test = condition.text
        name = self.assigned(f"{yes} if {test} is True else {no} if {test} is False else ({both})").text
        return _joined(name, results, unknown=True)

    def _unknown(self, results: Sequence[Result]) -> str:
        """What stands for an unknown outcome: M, or a fact of which nothing is known."""
        rows = [result for result in results if isinstance(result, Row)]
        return self.source.need("absent", rows[0].target) if rows else UNKNOWN_TEXT


def _joined(name: str, results: Sequence[Result], *, unknown: bool) -> Result:
    """Return what `name` holds: one of two results."""
    values = [result for result in results if isinstance(result, Value)]
    if len(values) < len(results):
        return Row(name, next(result.target for result in results if isinstance(result, Row)), absent=True)
    unknown = unknown or any(value.guards for value in values)
    guards = (f"{name} is M",) if unknown else ()
    none, holes = any(value.none for value in values), any(value.holes for value in values)
    return Value(name, guards, none, holes=holes)
