# ruff: noqa: D102 -- what a visit method means is the docstring of its node class
"""Quantifiers: a loop over the facts that an index finds, in a function of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qinglian_rules.backends.python.coverage import AskedAbout, AskedNode, asked_about
from qinglian_rules.backends.python.emitter import Emitter, plain
from qinglian_rules.backends.python.keys import split
from qinglian_rules.backends.python.source import Block, Function, Result, Row, Value
from qinglian_rules.ir import build
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t

CERTAIN = ""
"""Under this name a row holds whether the fact is certain; only rows of derived facts do."""


@dataclass(slots=True)
class Loop:
    """A quantifier being written.

    Attributes:
        inner: writes the function; its variable stands for one member.
        match: runs for each member that matches or may match.
        sure: a test for whether it matches for certain.
        closed: an expression for whether no member may be missing.
    """

    inner: Ranging
    match: Block
    sure: str
    closed: str

    def value(self, node: n.Node) -> str:
        """Write a settled value of the member; return its name."""
        with self.inner.within(self.match):
            return self.inner.named(self.inner.settled(self.inner.value(node))).text

    def add(self, line: str) -> None:
        """Append a statement to what runs for each match."""
        self.match.add(line)


class Ranging(Emitter, partial=True):
    """Writes quantifiers."""

    # --- what each gathers, and what it makes of it

    def visit_Exists(self, node: n.Exists) -> Value:
        def write(loop: Loop) -> str:
            loop.add(f"if {loop.sure}: return True")
            loop.add("t = M")
            return f"M if t is M or not {loop.closed} else False"

        return self._quantified(node, node.over, ("t = False",), write, _unknown, lazy=True)

    def visit_All(self, node: n.All) -> Value:
        def write(loop: Loop) -> str:
            claim = loop.value(node.claim)
            loop.add(f"if {claim} is False and {loop.sure}: return False")
            loop.add(f"if {claim} is not True: t = M")
            return f"t if {loop.closed} else M"

        return self._quantified(node, node.over, ("t = True",), write, _unknown)

    def visit_Count(self, node: n.Count) -> Value:
        def write(loop: Loop) -> str:
            loop.add(f"if {loop.sure}: a += 1")
            loop.add("else: b += 1")
            return f"a if not b and {loop.closed} else COUNTED(a, b, {loop.closed})"

        return self._quantified(node, node.over, ("a = b = 0",), write, lambda name: Value(name, bounds=True))

    def visit_Sum(self, node: n.Sum) -> Value:
        def write(loop: Loop) -> str:
            _gather(loop, node.value)
            return f"SUMMED(a, b, {loop.closed}, {node.non_negative})"

        def result(name: str) -> Value:
            return Value(name, (f"{name} is M",), bounds=node.non_negative)

        return self._quantified(node, node.over, ("a = []", "b = []"), write, result, ordered=True)

    def visit_Extreme(self, node: n.Extreme) -> Value:
        def write(loop: Loop) -> str:
            _gather(loop, node.value)
            return f'EXTREME("{node.kind}", a, b, {loop.closed})'

        start = ("a = []", "b = []")
        return self._quantified(node, node.over, start, write, lambda name: Value(name, none=True, bounds=True))

    def visit_ShareOf(self, node: n.ShareOf) -> Value:
        def write(loop: Loop) -> str:
            claim = loop.value(node.claim)
            loop.add(f"(a if {loop.sure} else b).append({claim})")
            return f"SHARE(a, b, {loop.closed})"

        start = ("a = []", "b = []")
        return self._quantified(node, node.over, start, write, lambda name: Value(name, none=True, bounds=True))

    def visit_Average(self, node: n.Average) -> Value:
        return self._needing_all(node, node.over, node.value, "AVERAGE(a)")

    def visit_The(self, node: n.The) -> Value:
        return self._needing_all(node, node.over, node.value, "THE_ONE(a)")

    def visit_Rank(self, node: n.Rank) -> Value:
        return self._needing_all(node, node.over, node.value, "RANKED({0}, a)", node.of)

    def visit_Spell(self, node: n.Spell) -> Value:
        row = self.row(node.fact)
        span = self._span_of(row)
        dated = self._dated(node)

        def write(loop: Loop) -> str:
            inner = loop.inner
            given = inner.argument(span, None).text
            gap = inner.handed_in(node.gap).text
            loop.add(f"if not ({loop.sure}): return M")
            loop.add(f'a.append(r["{dated}"])')
            return f"SPELL({given}, a, {gap}) if {loop.closed} else M"

        return self._quantified(node, node.over, ("a = []",), write, _unknown)

    def _dated(self, node: n.Spell) -> str:
        source = node.over.source
        dated = self.fact_type(source.target).dated if isinstance(source, n.FactsOf) else None
        assert dated is not None
        return dated

    def _span_of(self, row: Row) -> Value:
        dated = self.fact_type(row.target).dated
        assert dated is not None
        return self.checked(f'{row.text}["{dated}"]')

    def _needing_all(
        self, node: n.Node, over: n.Comprehension, value: n.Node, finish: str, of: n.Node | None = None
    ) -> Value:
        """Write a quantifier that is unknown as soon as anything that it needs is."""

        def write(loop: Loop) -> str:
            given = "" if of is None else loop.inner.settled(_as_value(loop.inner.handed_in(of))).text
            found = loop.value(value)
            loop.add(f"if {found} is M or not ({loop.sure}): return M")
            loop.add(f"a.append({found})")
            return f"{finish.format(given)} if {loop.closed} else M"

        def result(name: str) -> Value:
            return Value(name, (f"{name} is M",), none=True)

        return self._quantified(node, over, ("a = []",), write, result, ordered=True)

    # --- the loop

    def _quantified(
        self,
        node: n.Node,
        over: n.Comprehension,
        start: tuple[str, ...],
        write: Callable[[Loop], str],
        result: Callable[[str], Value],
        *,
        ordered: bool = False,
        lazy: bool = False,
    ) -> Value:
        """Write a quantifier as a call of a function; return what stands for its value.

        Args:
            start: statements before the loop.
            write: writes what happens on a match, and returns the expression of the value.
            result: describes a name that holds the value.
            ordered: whether the order of members that may match matters.
            lazy: whether it is asked only in the end if the facts are complete.
        """
        key = ("quantifier", self.frame.number, node)
        known: Value | None = self.block.find(key)
        if known is None:
            inner = self._inner(over)
            for line in start:
                inner.block.add(line)
            outcome = inner._loop(over, write, ordered=ordered, lazy=lazy)
            inner.block.add(f"return {outcome}")
            known = result(self.assigned(self._call(inner)).text)
            self.remember(key, known)
        return known

    def _inner(self, over: n.Comprehension) -> Ranging:
        inner = type(self)(self.source, self.vocabulary, self.frame, Function(), {}, self)
        if isinstance(over.source, n.FactsOf):
            inner.own[over.name] = Row("r", over.source.target, absent=False)
        else:
            # Members of a list may be unknown only where it is written out; a test costs little.
            inner.own[over.name] = Value("r", ("r is M",))
        return inner

    def _call(self, inner: Ranging) -> str:
        name = self.source.add(inner.function, "q")
        arguments = ", ".join(inner.arguments)
        if not all(self._is_shared(node) for node in inner.arguments.values()):
            return f"{name}({arguments})"
        return f"{self.source.memo(name)}[{arguments or '()'}{',' if len(inner.arguments) == 1 else ''}]"

    def _is_shared(self, node: n.Node | None) -> bool:
        """Whether an argument is a plain value that other subjects may have as well."""
        if node is None or isinstance(plain(node.type), t.FactOf) or plain(node.type) == t.SPAN:
            return False
        subject = self.frame.norm.subject.name
        fact = node.fact if isinstance(node, n.KeyOf | n.Field) else None
        identity = isinstance(node, n.KeyOf) or (isinstance(node, n.Field) and node.name in self.frame.subject.key)
        return not (identity and isinstance(fact, n.Var) and fact.name == subject)

    def _loop(self, over: n.Comprehension, write: Callable[[Loop], str], *, ordered: bool, lazy: bool) -> str:
        if not isinstance(over.source, n.FactsOf):
            return self._over_list(over.source, over.condition, write)
        found = split(over, self.frame.lets)
        asked = asked_about(over, self.fact_type(over.source.target))
        covered = self._covered(asked)
        if asked.question.by_date or not lazy:
            covered = self.assigned(covered).text
        indexes = [
            self.source.need("index", over.source.target, found.paths, dated, ordered)
            for dated in ((False, True) if asked.question.by_date else (False,))
        ]
        # A fact with the key that is asked for counts even if its date is unknown.
        dated = self._covered(asked, by_statement=True) if asked.question.by_date and asked.question.by_key else covered
        index = f"({indexes[1]} if {dated} else {indexes[0]})" if asked.question.by_date else indexes[0]
        probes = [self.settled(_as_value(self.handed_in(probe))).text for probe in found.probes]
        runs, members = self.below(), None
        with self.within(runs):
            members = self.below()
            sure = ["w is True"]
            if self.fact_type(over.source.target).derived:
                sure.append(f'r["{CERTAIN}"] is True')
            outcome = self._matching(build.conjunction(found.rest), members, sure, covered, write)
            runs.nest("for r in rows:", members)
        self.block.nest(f"for w, rows in {index}[{', '.join(probes) or '()'}]:", runs)
        return outcome

    def _over_list(self, source: n.Node, condition: n.Node, write: Callable[[Loop], str]) -> str:
        elements = self.named(self.settled(_as_value(self.handed_in(source)))).text
        known = self.assigned(f"{elements} is not M and {elements} is not None").text
        members = self.below()
        outcome = self._matching(condition, members, [], known, write)
        self.block.nest(f"for r in ({elements} if {known} else ()):", members)
        return outcome

    def _matching(
        self, condition: n.Node, members: Block, sure: list[str], closed: str, write: Callable[[Loop], str]
    ) -> str:
        """Write the condition for one member, and what happens where it matches or may match."""
        with self.within(members):
            value = self.value(condition)
            if value.guards:
                value = self.named(value)
                sure = [*sure, f"{value.text} is True"]
            match = self.below()
            outcome = write(Loop(self, match, " and ".join(sure) or "True", closed))
            members.nest(f"if {value.text} is not False:" if value.guards else f"if {value.text}:", match)
        return outcome

    def _covered(self, asked: AskedAbout, *, by_statement: bool = False) -> str:
        """Return an expression for whether the facts that a quantifier asks about are complete."""
        table = self.source.need("coverage", asked, by_statement, key=(asked.over, by_statement))
        return f"{table}[{''.join(f'{self._asked(node)}, ' for node in asked.nodes) or '()'}]"

    def _asked(self, asked: AskedNode) -> str:
        """Hand in what bounds a question; of a DateTime only its day counts, of a period its days."""
        if asked.kind == "period":
            parts = [_as_value(self.handed_in(end(asked.node, type=t.DATE))) for end in (n.SpanStart, n.SpanEnd)]
            return f"({parts[0].text}, {parts[1].text})"
        value = _as_value(self.handed_in(asked.node))
        if asked.kind != "moment" or value.bounds:
            return value.text
        return Value(f"{value.text}.date()", self.guards(value)).expression


def _unknown(name: str) -> Value:
    return Value(name, (f"{name} is M",))


def _as_value(result: Result) -> Value:
    assert isinstance(result, Value)
    return result


def _gather(loop: Loop, node: n.Node) -> None:
    """Gather a value of each match: in `a` of those that match for certain, in `b` of those that may."""
    found = loop.value(node)
    loop.add(f"({'a' if loop.sure == 'True' else f'a if {loop.sure} else b'}).append({found})")


__all__ = ["CERTAIN", "Ranging"]
