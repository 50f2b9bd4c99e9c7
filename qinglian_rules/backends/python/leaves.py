# ruff: noqa: D102 -- what a visit method means is the docstring of its node class
"""Names, fields, references, parameters: where a condition meets the facts."""

from __future__ import annotations

from qinglian_rules.backends.judging import span_of_force
from qinglian_rules.backends.python.emitter import Emitter
from qinglian_rules.backends.python.source import FALSE_TEXT, NONE_TEXT, TRUE_TEXT, Result, Row, Value
from qinglian_rules.backends.spans import BoundedSpan
from qinglian_rules.facts.vocabulary import FactType, FieldType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t
from qinglian_rules.ir.walk import walk

_LITERAL = {True: TRUE_TEXT, False: FALSE_TEXT}
_ENDS = {"start": "FIRST_OF", "end": "LAST_OF"}


class Leaves(Emitter, partial=True):
    """Writes what stands at the leaves of a condition."""

    def visit_Const(self, node: n.Const) -> Value:
        if node.value is None:
            return Value(NONE_TEXT, none=True)
        if isinstance(node.value, bool):
            return Value(_LITERAL[node.value])
        return Value(self.source.constant(node.value))

    def visit_Var(self, node: n.Var) -> Result:
        return self.own[node.name]

    def visit_ItemVar(self, node: n.ItemVar) -> Result:
        return self.own[node.name]

    def visit_LetRef(self, node: n.LetRef) -> Result:
        key = ("let", self.frame.number, node.name)
        known: Result | None = self.block.find(key)
        if known is not None:
            return known
        # Named more than once, it is computed where all can see it: nothing raises, so only time could be lost.
        if self.frame.uses[node.name] > 1 or self.block.depth > 8:
            with self.at_base():
                return self._let(node, key)
        return self._let(node, key)

    def _let(self, node: n.LetRef, key: tuple[str, int, str]) -> Result:
        found = self.visit(self.frame.lets[node.name])
        return self.remember(key, self.named(found) if isinstance(found, Value) else found)

    # --- parameters and time

    def visit_Param(self, node: n.Param) -> Value:
        key = ("parameter", node.name, self.frame.when)
        known: Value | None = self.block.find(key)
        if known is None:
            table = self.source.need("parameter_values", node.name)
            known = self.checked(f"{table}[{self.body_key().text}, {self.parameter_day().text}]")
            self.remember(key, known)
        return known

    def visit_Context(self, node: n.Context) -> Value:
        if node.name == "due":
            return self.due()
        if node.name == "document":
            return Value(self.source.constant(span_of_force(self.frame.force)))
        return self.period() if node.name == "period" else self.now()

    def now(self) -> Value:
        """The earlier of the period's end and the day of judgement."""
        return Value("AS_OF") if self.frame.when is None else self.time("now")

    def period(self) -> Value:
        """The period judged."""
        return self.time("period", unknown=self.frame.rhythm_may_be_unknown)

    def time(self, name: str, *, unknown: bool = False) -> Value:
        """Read a part of the `When` that holds the time of this norm."""
        key = ("time", self.frame.when, name)
        known: Value | None = self.block.find(key)
        if known is None:
            text = self.assigned(f"{self.frame.when}.{name}").text
            known = Value(text, (f"{text} is M",) if unknown else ())
            self.remember(key, known)
        return known

    def due(self) -> Value:
        """Until when the norm may still be met: what it says, or the period's end."""
        key = ("due", self.frame.number)
        known: Value | None = self.block.find(key)
        if known is None:
            with self.at_base():
                known = self._due()
                self.remember(key, known)
        return known

    def _due(self) -> Value:
        if self.frame.due is None:
            return self.time("last", unknown=self.frame.rhythm_may_be_unknown)
        due = self.named(self.value(self.frame.due))
        if due.bounds:
            return self.checked(f"DUE({due.text})", bounds=True)
        return self.checked(f"M if {due.text} is None else {due.text}") if due.none else due

    def parameter_day(self) -> Value:
        """The day on which parameters are read: the fact's date, a span's start, a period's end, the day judged."""
        if self.frame.when is not None:
            return self.time("day")
        known: Value | None = self.block.find("parameter day")
        if known is None:
            known = self.named(Value(self.day().expression))
            self.remember("parameter day", known)
        return known

    def day(self) -> Value:
        """The first day that dates the subject; unknown where its date is unknown or None."""
        dated = self.frame.subject.dated
        assert dated is not None
        kind = self.frame.subject.fields[dated].type.name
        found = self.settled(self.field(self.subject(), self.frame.subject.fields[dated]))
        if kind == "Date":
            return Value(found.text, self.guards(found))
        if kind == "DateTime":
            return Value(f"{found.text}.date()", self.guards(found))
        return self.checked(Value(f'{found.text}.__dict__["start"]', self.guards(found)).expression)

    # --- facts

    def subject(self) -> Row:
        """The fact that is judged."""
        return self.row(n.Var(self.frame.norm.subject.name, type=t.FactOf(self.frame.subject.name)))

    def body_key(self) -> Value:
        """The key of the body that answers for the subject; None where it is nobody's."""
        body = self.frame.subject.body
        if body is None:
            return Value(NONE_TEXT, none=True)
        return self.field(self.subject(), self.frame.subject.fields[body])

    def visit_Field(self, node: n.Field) -> Value:
        row = self.row(node.fact)
        return self.field(row, self.fact_type(row.target).fields[node.name])

    def field(self, row: Row, field: FieldType) -> Value:
        """Read a field of a fact."""
        key = ("field", row.text, field.name)
        known: Value | None = self.block.find(key)
        if known is None:
            known = self._read(row, field.name)
            self.remember(key, known)
        return known

    def _read(self, row: Row, name: str) -> Value:
        if not name.isidentifier():
            raise ValueError(f"{name!r} is no name of a field")
        fact_type = self.fact_type(row.target)
        kinds = [found.fields[name] for found in self._concrete(fact_type)]
        text = self.assigned(f'{row.text}["{name}"]').text
        derived_unknown = fact_type.derived and name not in fact_type.key
        unknown = row.absent or derived_unknown or any(kind.may_be_unknown for kind in kinds)
        none = fact_type.derived or any(kind.nullable for kind in kinds)
        holes = fact_type.derived and kinds[0].type.name == "List"
        # Of the date of a derived fact there may be a bound only: an earlier conclusion may be missing.
        bounds = fact_type.derived and name == fact_type.dated and kinds[0].type.name != "Span"
        return Value(text, (f"{text} is M",) if unknown else (), none, bounds, holes)

    def _concrete(self, fact_type: FactType) -> list[FactType]:
        """The types that a fact of a type may have: a subtype may declare a field anew."""
        return [fact_type, *(self.fact_type(name) for name in fact_type.subtypes)]

    def visit_Follow(self, node: n.Follow) -> Row:
        reference = self.named(self.settled(self.value(node.ref)))
        key = ("follow", reference.text, node.target)
        known: Row | None = self.block.find(key)
        if known is None:
            table, absent = self.source.need("table", node.target), self.source.need("absent", node.target)
            known = Row(self.assigned(f"{table}.get({reference.text}, {absent})").text, node.target, absent=True)
            self.remember(key, known)
        return known

    def visit_KeyOf(self, node: n.KeyOf) -> Value:
        if isinstance(node.fact, n.Follow):
            return self.settled(self.value(node.fact.ref))
        row = self.row(node.fact)
        fact_type = self.fact_type(row.target)
        if all(found.key == ("id",) for found in self._concrete(fact_type)):
            return self.field(row, fact_type.fields["id"])
        return self.checked(f"{self.source.need('key_of', row.target)}({row.text})")

    def visit_SpanStart(self, node: n.SpanStart) -> Value:
        return self._end_of(node.value, "start", "first")

    def visit_SpanEnd(self, node: n.SpanEnd) -> Value:
        return self._end_of(node.value, "end", "last")

    def _end_of(self, node: n.Node, name: str, of_period: str) -> Value:
        if isinstance(node, n.Context) and node.name == "period":
            return self.time(of_period, unknown=self.frame.rhythm_may_be_unknown)
        span = self.named(self.settled(self.value(node)))
        key = ("end of span", span.text, name)
        known: Value | None = self.block.find(key)
        if known is None:
            bounded = self._may_be_bounded(node)
            text = f"{_ENDS[name]}({span.text})" if bounded else f'{span.text}.__dict__["{name}"]'
            read = Value(text, self.guards(span))
            known = self.checked(read.expression, none=name == "end", bounds=bounded)
            self.remember(key, known)
        return known

    def _may_be_bounded(self, node: n.Node) -> bool:
        """Whether a span may be the force of the document, where the text does not give its first or last day."""
        if not isinstance(span_of_force(self.frame.force), BoundedSpan):
            return False
        parts = list(walk(node))
        named = [self.frame.lets[part.name] for part in parts if isinstance(part, n.LetRef)]
        own = any(isinstance(part, n.Context) and part.name == "document" for part in parts)
        return own or any(map(self._may_be_bounded, named))

    def visit_Judged(self, node: n.Judged) -> Value:
        found = self.source.need("finding", node.question)
        return self.checked(f"{found}({self.fact(node.fact)})")
