"""What is generated together: the functions of the rules of one fact type, of a gate, of a definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qinglian_rules.backends.force import force_of
from qinglian_rules.backends.judging import depends_on_none
from qinglian_rules.backends.python.applying import doubts, scope_values
from qinglian_rules.backends.python.expressions import expressions
from qinglian_rules.backends.python.norms import Frame, Norm, let_uses
from qinglian_rules.backends.python.ruling import RuleWriter
from qinglian_rules.backends.python.source import TRUE_TEXT, Block, Code, Function, Source, either
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.ir.rules import Definition, Document, Rule

CHUNK: Final = 40
"""How many rules share a function: Python's compiler takes longer than twice as long for twice as long a function."""

WHEN: Final = "o"
"""The parameter that holds the time of an occasion."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the compiler must know beside a norm."""

    vocabulary: Vocabulary
    documents: Mapping[str, Document]

    def frame(self, norm: Norm, number: int, when: str | None) -> Frame:
        """Make a norm ready to be written."""
        return Frame(
            norm,
            number,
            self.vocabulary.types[norm.subject.target],
            force_of(self.documents[norm.document], norm.start, self.documents.values()),
            when,
            {let.name: let.node for let in norm.lets},
            let_uses(norm),
        )

    def is_dated(self, norm: Norm) -> bool:
        """Whether the subjects of a norm have a date."""
        return self.vocabulary.types[norm.subject.target].dated is not None


def has_occasions(rule: Rule, surroundings: Surroundings) -> bool:
    """Whether a rule is judged on occasions of its own: in periods, or once and for all until its due."""
    if rule.every is not None:
        return True
    return rule.due is not None and not surroundings.is_dated(rule) and depends_on_none(rule, rule.due)


@dataclass(frozen=True, slots=True)
class RuleUnit:
    """The compiled rules of one fact type.

    `together` are those that are judged once for each fact, in the order of the numbers that `whole` functions give;
    each of `alone` has a function `judge` and one for its due, if it has one, by its id.
    """

    code: Code
    together: tuple[Rule, ...]
    whole: tuple[str, ...]
    alone: tuple[Rule, ...]
    judge: Mapping[str, str]
    due: Mapping[str, str]


def rule_unit(title: str, rules: Iterable[Rule], surroundings: Surroundings) -> RuleUnit:
    """Compile all rules of one fact type."""
    source = Source()
    found = tuple(rules)
    alone = tuple(rule for rule in found if has_occasions(rule, surroundings))
    together = tuple(rule for rule in found if not has_occasions(rule, surroundings))
    writer = _UnitWriter(source, surroundings)
    whole = tuple(writer.whole(chunk) for chunk in batched_rules(together))
    judge = {rule.id: writer.judge(rule) for rule in alone}
    due = {rule.id: writer.due(rule) for rule in alone}
    return RuleUnit(source.compiled(title), together, whole, alone, judge, due)


def batched_rules(rules: Sequence[Rule]) -> Iterator[Sequence[tuple[int, Rule]]]:
    """Yield numbered rules in portions that share a function."""
    numbered = list(enumerate(rules))
    for start in range(0, len(numbered), CHUNK):
        yield numbered[start : start + CHUNK]


@dataclass(frozen=True, slots=True)
class GateUnit:
    """A compiled gate: one function for all rules that concern a fact of one concrete type."""

    code: Code
    together: tuple[Rule, ...]
    alone: tuple[Rule, ...]


def gate_unit(fact_type: FactType, rules: Iterable[Rule], surroundings: Surroundings, *, fills_body: bool) -> GateUnit:
    """Compile a gate.

    Args:
        rules: those whose subjects a fact of the type may be.
        fills_body: whether a fact that names no body is to be given one first.
    """
    source = Source()
    found = tuple(rules)
    alone = tuple(rule for rule in found if has_occasions(rule, surroundings))
    together = tuple(rule for rule in found if not has_occasions(rule, surroundings))
    _UnitWriter(source, surroundings).gate(fact_type, together, bool(alone), fills_body=fills_body)
    return GateUnit(source.compiled(f"gate {fact_type.name}"), together, alone)


@dataclass(frozen=True, slots=True)
class DefinitionUnit:
    """A compiled definition.

    Its function gives None where it does not apply, else whether it certainly does, and the values in their order.
    `is_plain`: what is unknown in the values shows as M, and not inside of a list.
    """

    code: Code
    name: str
    is_plain: bool


def definition_unit(definition: Definition, surroundings: Surroundings) -> DefinitionUnit:
    """Compile a definition."""
    source = Source()
    name, is_plain = _UnitWriter(source, surroundings).definition(definition)
    return DefinitionUnit(source.compiled(definition.id), name, is_plain)


@dataclass(frozen=True, slots=True)
class _UnitWriter:
    source: Source
    surroundings: Surroundings

    def whole(self, rules: Sequence[tuple[int, Rule]]) -> str:
        """Write a function that tells the statuses of some rules apart."""
        function = Function(parameters=["s", "d"])
        codes = []
        for number, rule in rules:
            codes.append(f"c{number}")
            self._rule(rule, number, function, function.body).judged_whole(codes[-1])
        function.body.add(f"return ({', '.join(codes)},)")
        return self.source.add(function, "whole")

    def _rule(self, rule: Rule, number: int, function: Function, block: Block) -> RuleWriter:
        when = None if self.surroundings.is_dated(rule) else self.source.need("standing", rule, key=rule.id)
        frame = self.surroundings.frame(rule, number, when)
        return RuleWriter(self.source, self.surroundings.vocabulary, frame, function, block)

    def judge(self, rule: Rule) -> str:
        """Write the function of a rule that is judged on occasions."""
        function = Function(parameters=["s", "d", WHEN])
        frame = self.surroundings.frame(rule, 0, WHEN)
        RuleWriter(self.source, self.surroundings.vocabulary, frame, function, function.body).judged_whole("c")
        function.body.add("return c")
        return self.source.add(function, "judge")

    def due(self, rule: Rule) -> str:
        """Write a function that gives the due of a rule on an occasion, M where it is unknown; "" if it has none."""
        if rule.due is None:
            return ""
        function = Function(parameters=["s", "d", WHEN])
        frame = self.surroundings.frame(rule, 0, WHEN)
        writer = expressions(self.source, self.surroundings.vocabulary, frame, function)
        function.body.add(f"return {writer.settled(writer.due()).text}")
        return self.source.add(function, "due")

    def definition(self, definition: Definition) -> tuple[str, bool]:
        """Write the function of a definition; return its name, and whether M shows all that is unknown."""
        periodic = definition.every is not None or not self.surroundings.is_dated(definition)
        function = Function(parameters=["s", "d", WHEN])
        frame = self.surroundings.frame(definition, 0, WHEN if periodic else None)
        writer = expressions(self.source, self.surroundings.vocabulary, frame, function)
        scope = [*scope_values(writer), writer.named(writer.value(definition.when))]
        excluding = [f"{value.text} is False" for value in scope if value.text != TRUE_TEXT]
        function.body.add(f"if {either(excluding)}: return None")
        parts = [writer.named(writer.settled(writer.value(node))) for _, node in definition.values]
        unknown = either([*(f"{value.text} is M" for value in scope if value.guards), *doubts(writer)])
        certain = f"not ({unknown})" if unknown else "True"
        function.body.add(f"return ({', '.join((certain, *(part.text for part in parts)))},)")
        return self.source.add(function, "conclude"), not any(part.holes for part in parts)

    def gate(self, fact_type: FactType, rules: Sequence[Rule], alone: bool, *, fills_body: bool) -> None:
        """Write the function `gate`."""
        function = Function(parameters=["s"])
        block = function.body
        block.add("if type(s) is not TYPE: return OTHER(s)")
        block.add("d = s.__dict__")
        if fills_body and fact_type.body not in (None, "id"):
            block.add(f'if d["{fact_type.body}"] is M: return OTHER(s)')
        self._refuse_later(fact_type, block)
        block.add("out = ()")
        portions = list(batched_rules(rules))
        for portion in portions:
            if len(portions) == 1:
                self._faults(portion, function, block)
            else:
                block.add(f"out += {self._faults_of(portion)}(s, d)")
        if alone:
            block.add("out += OCCASIONS(s, d)")
        block.add("r = NEW(RESULT)")
        block.add("r.fact = s")
        block.add("r.findings = out")
        block.add("r.gate = GATE")
        block.add("r.made = None")
        block.add("return r")
        self.source.add_named(function, "gate")

    def _refuse_later(self, fact_type: FactType, block: Block) -> None:
        """Write the way out of facts that are dated after the day of judgement, which nobody sees yet."""
        if fact_type.dated is None:
            return
        field = fact_type.fields[fact_type.dated]
        block.add(f'day = d["{field.name}"]')
        tests = ["day is not M"] if field.may_be_unknown else []
        if field.nullable:
            tests.append("day is not None")
        if field.type.name == "Span":
            tests.append('(day := day.__dict__["start"]) is not M')
        tests.append("day >= TOMORROW" if field.type.name == "DateTime" else "day > AS_OF")
        block.add(f"if {' and '.join(tests)}: return LATER(s)")

    def _faults_of(self, rules: Sequence[tuple[int, Rule]]) -> str:
        function = Function(parameters=["s", "d"])
        function.body.add("out = ()")
        self._faults(rules, function, function.body)
        function.body.add("return out")
        return self.source.add(function, "faults")

    def _faults(self, rules: Sequence[tuple[int, Rule]], function: Function, block: Block) -> None:
        for number, rule in rules:
            writer = self._rule(rule, number, function, block)
            writer.judged_for_faults(_taking(number, writer.frame.when))


def _taking(number: int, when: str | None) -> Callable[[str], str]:
    return lambda code: f"out += (({number}, {code}, {when}),)"


__all__ = [
    "DefinitionUnit",
    "GateUnit",
    "RuleUnit",
    "Surroundings",
    "definition_unit",
    "gate_unit",
    "has_occasions",
    "rule_unit",
]
