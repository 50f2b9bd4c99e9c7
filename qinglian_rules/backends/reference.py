# ruff: noqa: D102 -- what a visit method means is the docstring of its node class
"""The reference back end: the meaning of conditions, as plain as it can be. The other back ends are compared with it.

`Evaluator(world, scope).value(node)` returns a plain value, None, a fact, a tuple (lists), `Unknown` or `Bounds`.
One method for each node class says what the node means; nothing is cached but `let`s, nothing is clever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, ClassVar, Literal

from pydantic import MISSING

from qinglian_rules.backends import operations
from qinglian_rules.backends.concluded import Absent, AnyFact, Concluded, model_of, read
from qinglian_rules.backends.findings import latest_finding
from qinglian_rules.backends.kleene import (
    UNCOMPUTABLE,
    Bounds,
    Unknown,
    both,
    causes_of,
    compare_bounds,
    dates_of,
    either,
    negate,
    settle,
)
from qinglian_rules.backends.own_words import exclusion
from qinglian_rules.backends.parameters import parameter_value
from qinglian_rules.backends.quantifiers import QUANTIFIERS
from qinglian_rules.backends.spans import BoundedSpan, first_of, last_of
from qinglian_rules.backends.world import World
from qinglian_rules.calendars import FARTHEST
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.functions import FUNCTIONS


@dataclass(frozen=True, slots=True)
class Scope:
    """What names stand for while one subject is judged in one period.

    `parameter_day` is the day on which parameters are read (LANGUAGE 4.2); Unknown where that day is.
    """

    body: str | Unknown | None
    parameter_day: date | Unknown
    lets: Mapping[str, n.Node]
    context: Mapping[str, Any]
    variables: Mapping[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    """The `let`s evaluated so far."""

    def bind(self, name: str, value: Any) -> Scope:
        """Return this scope with one more variable."""
        variables = {**self.variables, name: value}
        return Scope(self.body, self.parameter_day, self.lets, self.context, variables, self.values)


Observer = Callable[[n.Field, Any, Any], None]


class Evaluator:
    """Evaluates conditions over a world, for one scope.

    Args:
        observe: called with every `Field` node, the fact and its value, for explanations.
    """

    methods: ClassVar[Mapping[type[n.Node], Callable[..., Any]]]

    def __init__(self, world: World, scope: Scope, observe: Observer | None = None) -> None:
        self.world = world
        self.scope = scope
        self.observe = observe

    def value(self, node: n.Node) -> Any:
        """Return the value of a node; never raises for a checked one."""
        return self.methods[type(node)](self, node)

    def settled(self, node: n.Node) -> Any:
        """Return the value of a node, a bounded one as plain or unknown."""
        return settle(self.value(node))

    def within(self, name: str, value: Any) -> Evaluator:
        """Return an evaluator in which `name` stands for `value`."""
        return Evaluator(self.world, self.scope.bind(name, value), self.observe)

    # --- leaves

    def visit_Const(self, node: n.Const) -> Any:
        return node.value

    def visit_Param(self, node: n.Param) -> Any:
        return parameter_value(self.world, node.name, self.scope.body, self.scope.parameter_day)

    def visit_Var(self, node: n.Var) -> Any:
        return self.scope.variables[node.name]

    def visit_ItemVar(self, node: n.ItemVar) -> Any:
        return self.scope.variables[node.name]

    def visit_LetRef(self, node: n.LetRef) -> Any:
        # A let is written outside of every comprehension, so its value does not depend on their variables.
        if node.name not in self.scope.values:
            self.scope.values[node.name] = self.value(self.scope.lets[node.name])
        return self.scope.values[node.name]

    def visit_Context(self, node: n.Context) -> Any:
        return self.scope.context[node.name]

    # --- facts

    def visit_Field(self, node: n.Field) -> Any:
        fact = self.value(node.fact)
        value = fact if isinstance(fact, Unknown) else UNCOMPUTABLE if fact is None else read(fact, node.name)
        if self.observe is not None:
            self.observe(node, fact, value)
        if isinstance(fact, Concluded) and fact.date_bounds is not None and node.name == fact.model.fact_dated:
            return fact.date_bounds
        return value

    def visit_Follow(self, node: n.Follow) -> AnyFact | Absent:
        key = self.settled(node.ref)
        if isinstance(key, Unknown):
            return Absent(node.target, key.causes)
        if key is None:
            return Absent(node.target, frozenset())
        return self.world.find(node.target, key) or Absent(node.target)

    def visit_KeyOf(self, node: n.KeyOf) -> Any:
        fact = self.value(node.fact)
        if isinstance(fact, Absent):
            return self.settled(node.fact.ref) if isinstance(node.fact, n.Follow) else UNCOMPUTABLE
        return fact if fact is None or isinstance(fact, Unknown) else fact.key

    def visit_SpanStart(self, node: n.SpanStart) -> Any:
        return self._span_part(node.value, first_of)

    def visit_SpanEnd(self, node: n.SpanEnd) -> Any:
        return self._span_part(node.value, last_of)

    def _span_part(self, node: n.Node, part: Callable[[DateSpan], Any]) -> Any:
        span = self.settled(node)
        if isinstance(span, Unknown) or span is None:
            return span if isinstance(span, Unknown) else UNCOMPUTABLE
        value = part(span)
        return Unknown(self._named_causes(node, span)) if value is MISSING else value

    # --- logic

    def visit_Not(self, node: n.Not) -> Any:
        return negate(self.value(node.value))

    def visit_And(self, node: n.And) -> Any:
        return both([self.value(item) for item in node.items])

    def visit_Or(self, node: n.Or) -> Any:
        return either([self.value(item) for item in node.items])

    def visit_IfElse(self, node: n.IfElse) -> Any:
        condition = self.settled(node.condition)
        yes, no = self.settled(node.yes), self.settled(node.no)
        if isinstance(condition, bool):
            return yes if condition else no
        if isinstance(yes, Unknown) or isinstance(no, Unknown) or yes != no:
            return Unknown(causes_of([condition, yes, no]))
        return yes

    def visit_IsNone(self, node: n.IsNone) -> Any:
        value = self.value(node.value)
        if isinstance(value, Bounds):
            return Unknown(value.causes) if value.maybe_none else False
        return value if isinstance(value, Unknown) else value is None

    def visit_Compare(self, node: n.Compare) -> Any:
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(left, Bounds) or isinstance(right, Bounds):
            return compare_bounds(node.op, left, right)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            if self.is_ruled_out(node):
                return node.op == "!="
            return Unknown(causes_of([left, right]))
        if left is None or right is None:
            same = left is None and right is None
            return same if node.op == "==" else not same if node.op == "!=" else UNCOMPUTABLE
        result = operations.compare(node.op, left, right)
        if result is not MISSING:
            return result
        return Unknown(self._named_causes(node.left, left) | self._named_causes(node.right, right))

    def visit_In(self, node: n.In) -> Any:
        item, members = self.settled(node.item), self.settled(node.members)
        if isinstance(members, Unknown):
            return Unknown(causes_of([item, members]))
        if members is None:
            return UNCOMPUTABLE
        if not members:
            return False
        if isinstance(item, Unknown):
            return False if self.is_ruled_out(node) else Unknown(item.causes)
        return either([member if isinstance(member, Unknown) else member == item for member in members])

    def is_ruled_out(self, node: n.Compare | n.In) -> bool:
        """Whether a field is compared with words that a fact of this very type cannot have."""
        found = exclusion(node, self.scope.lets, self.world.vocabulary)
        # What a `let` reads is not read here, so nobody observes this.
        fact = None if found is None else Evaluator(self.world, self.scope).value(found.field.fact)
        if found is None or fact is None or isinstance(fact, Absent | Unknown):
            return False
        return model_of(fact).__name__ in found.types

    def visit_Display(self, node: n.Display) -> tuple[Any, ...]:
        return tuple(self.settled(item) for item in node.items)

    # --- arithmetic and time

    def _computed(self, operation: Callable[..., Any], *operands: n.Node) -> Any:
        """Apply an operation to known values; unknown operands, None, and what cannot be computed are unknown."""
        values = [self.settled(operand) for operand in operands]
        if any(isinstance(value, Unknown) for value in values):
            return Unknown(causes_of(values))
        if any(value is None for value in values):
            return UNCOMPUTABLE
        result = operation(*values)
        if result is not MISSING:
            return result
        parts = zip(operands, values, strict=True)
        named = [self._named_causes(node, value) for node, value in parts if _partial(value)]
        return Unknown(frozenset().union(*named))

    def _named_causes(self, node: n.Node, value: Any) -> frozenset[str]:
        """The name of what a span with a missing day comes from."""
        if isinstance(value, BoundedSpan):
            return value.causes
        if isinstance(node, n.Field):
            fact = self.value(node.fact)
            if not isinstance(fact, Unknown | Absent) and fact is not None:
                return frozenset({f"{model_of(fact).__name__}.{node.name}"})
        return frozenset()

    def visit_Calc(self, node: n.Calc) -> Any:
        return self._computed(lambda a, b: operations.calculate(node.op, a, b), node.left, node.right)

    def visit_Divide(self, node: n.Divide) -> Any:
        return self._computed(operations.divide, node.left, node.right)

    def visit_Negate(self, node: n.Negate) -> Any:
        return self._computed(operations.negative, node.value)

    def visit_Shift(self, node: n.Shift) -> Any:
        moment, duration = self.value(node.moment), self.settled(node.duration)
        if isinstance(moment, Bounds) and moment.is_day and isinstance(duration, timedelta):
            return shifted_bounds(moment, duration, node.sign)
        return self._computed(lambda a, b: operations.shift(a, b, node.sign), node.moment, node.duration)

    def visit_Elapsed(self, node: n.Elapsed) -> Any:
        return self._computed(operations.elapsed, node.left, node.right)

    def visit_CalcDuration(self, node: n.CalcDuration) -> Any:
        return self._computed(lambda a, b: operations.calculate_duration(node.op, a, b), node.left, node.right)

    def visit_ScaleDuration(self, node: n.ScaleDuration) -> Any:
        return self._computed(operations.scale, node.duration, node.factor)

    def visit_DateOf(self, node: n.DateOf) -> Any:
        value = self.value(node.value)
        if isinstance(value, Bounds):
            return dates_of(value)
        return self._computed(operations.OPERATIONS["date_of"], node.value)

    def visit_Call(self, node: n.Call) -> Any:
        if not FUNCTIONS[node.name].needs_calendar:
            return self._computed(operations.OPERATIONS[node.name], *node.arguments)
        calendar = self.world.regional(self.scope.body)
        operation = operations.CALENDAR_OPERATIONS[node.name]

        def reckoned(*values: Any) -> Any:
            result = operation(calendar, *values)
            too_far = node.name == "workdays_after" and abs(values[1]) > FARTHEST
            return self.world.lack_of_days(self.scope.body) if result is MISSING and not too_far else result

        return self._computed(reckoned, *node.arguments)

    def visit_Judged(self, node: n.Judged) -> Any:
        fact = self.value(node.fact)
        if isinstance(fact, Absent | Unknown) or fact is None:
            return Unknown(frozenset({f"judged: {node.question}"}))
        return latest_finding(self.world, node.question, fact)


def shifted_bounds(moment: Bounds, duration: timedelta, sign: Literal[1, -1]) -> Bounds | Unknown:
    """Return a day that is known by its bounds, moved on or back; unknown where a bound has nowhere to go."""
    low, high = (operations.shift(end, duration, sign) for end in (moment.low, moment.high))
    return Unknown(moment.causes) if MISSING in (low, high) else replace(moment, low=low, high=high)


def _partial(value: Any) -> bool:
    return isinstance(value, DateSpan) and (value.start is MISSING or value.end is MISSING)


def _methods() -> dict[type[n.Node], Callable[..., Any]]:
    """Bind every node class to its method here or among the quantifiers; a node without a meaning is a mistake."""
    found: dict[type[n.Node], Callable[..., Any]] = dict(QUANTIFIERS)
    for cls in n.Node.__subclasses__():
        # `slots=True` makes each class anew; the first one lingers among the subclasses.
        if getattr(n, cls.__name__, None) is cls and cls not in found:
            found[cls] = getattr(Evaluator, f"visit_{cls.__name__}")
    return found


Evaluator.methods = _methods()
