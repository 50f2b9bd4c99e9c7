"""The functions that judge: what is written for a rule, and for all rules of a fact type.

A function gives a small number for each rule: its status, and from the fourth bit on the conditions that failed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from qinglian_rules.backends.python.applying import doubts, scope_values
from qinglian_rules.backends.python.expressions import Expressions, expressions
from qinglian_rules.backends.python.norms import Frame
from qinglian_rules.backends.python.source import Block, Function, Source, Value, either
from qinglian_rules.backends.verdicts import NUMBERED, STATUS_BITS
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir import types as t
from qinglian_rules.ir.rules import Rule

COMPLIANT: Final = NUMBERED.index("compliant")
NOT_APPLICABLE: Final = NUMBERED.index("not_applicable")
PENDING: Final = NUMBERED.index("pending")
UNDETERMINED: Final = NUMBERED.index("undetermined")
VIOLATED: Final = NUMBERED.index("violated")


class RuleWriter:
    """Writes one rule into a function.

    Args:
        block: where its statements go.
    """

    def __init__(self, source: Source, vocabulary: Vocabulary, frame: Frame, function: Function, block: Block) -> None:
        self.rule = frame.norm
        self.frame = frame
        self.when: Value | None = None
        self.writer: Expressions = expressions(source, vocabulary, frame, function)
        self.writer.block = self.writer.base = block

    def judged_whole(self, code: str) -> None:
        """Write a judgement that tells all statuses apart; `code` names where it goes."""
        writer = self.writer
        outer = writer.block
        outer.add(f"{code} = {NOT_APPLICABLE}")
        scope = scope_values(writer)
        block = self._inside(writer.below())
        self._below_when(lambda: self._whole(code, scope))
        outer.nest("if " + " and ".join(_not_false(scope) or ["True"]) + ":", block)
        writer.block = writer.base = outer

    def _whole(self, code: str, scope: Sequence[Value]) -> None:
        failed, unknown = self._requirement()
        fault = self.writer.below()
        self._fault(fault, code, scope, failed, unknown)
        self.writer.block.nest(f"if {failed} or {unknown}:", fault)
        self.writer.block.add(f"else: {code} = {COMPLIANT}")

    def judged_for_faults(self, found: Callable[[str], str]) -> None:
        """Write a judgement that only looks for what is not in order; `found` makes a statement of its code.

        Whom the document reaches and when it is in force is asked only where something is amiss.
        """
        if self.rule.kind == "permission":
            return
        outer = self.writer.block
        self._below_when(lambda: self._faults_only(found))
        self.writer.block = self.writer.base = outer

    def _faults_only(self, found: Callable[[str], str]) -> None:
        failed, unknown = self._requirement()
        writer = self.writer
        amiss = writer.below()
        with writer.within(amiss):
            scope = scope_values(writer)
            code = writer.function.name()
            fault = writer.below()
            self._fault(fault, code, scope, failed, unknown)
            fault.add(f"if {code} != {NOT_APPLICABLE}: {found(code)}")
            amiss.nest("if " + " and ".join(_not_false(scope) or ["True"]) + ":", fault)
        writer.block.nest(f"if {failed} or {unknown}:", amiss)

    # --- parts

    def _inside(self, block: Block) -> Block:
        self.writer.block = self.writer.base = block
        return block

    def _below_when(self, write: Callable[[], None]) -> None:
        """Write what comes where `when` is not false."""
        writer = self.writer
        when = self.frame.norm.when
        if isinstance(when, n.Const):
            if when.value is True:
                write()
            return
        outer = writer.block
        self.when = writer.named(writer.value(when))
        block = self._inside(writer.below())
        for part in when.items if isinstance(when, n.And) else (when,):
            if isinstance(part, n.Not) and isinstance(part.value, n.IsNone):
                writer.note_present(part.value.value, block)
        write()
        outer.nest(f"if {self.when.text} is not False:" if self.when.guards else f"if {self.when.text}:", block)
        writer.block = writer.base = outer

    def _requirement(self) -> tuple[str, str]:
        """Write the conditions; return the names of the failed ones (as bits) and of whether one is unknown."""
        rule = self.frame.norm
        assert isinstance(rule, Rule)
        writer = self.writer
        failed, unknown = writer.function.name(), writer.function.name()
        writer.block.add(f"{failed} = 0")
        writer.block.add(f"{unknown} = False")
        if rule.judgement is not None:
            self._tested(self._finding(rule), 0, failed, unknown, forbidden=False)
        for index, condition in enumerate(rule.conditions):
            value = writer.value(condition.node)
            self._tested(value, index, failed, unknown, forbidden=rule.form == "forbid")
        return failed, unknown

    def _finding(self, rule: Rule) -> Value:
        period = "None"
        if self.frame.when is not None and rule.every is not None:
            period = self.writer.time("period").text
        table = self.writer.source.need("rule_finding", rule.id, rule.judgement)
        return self.writer.checked(f"{table}(s, {period})")

    def _tested(self, value: Value, index: int, failed: str, unknown: str, *, forbidden: bool) -> None:
        """Write what one condition does to the marks: a bit where it fails, True where it is unknown."""
        block = self.writer.block
        fails = value.text if forbidden else f"not {value.text}"
        mark = f"{failed} |= {1 << index}"
        if not value.guards:
            block.add(f"if {fails}: {mark}")
        elif value.is_name and value.holds_unknown:
            bad = self.writer.below()
            bad.add(f"if {value.text} is M: {unknown} = True")
            bad.add(f"else: {mark}")
            block.nest(f"if {value.text} is not {not forbidden}:", bad)
        else:
            block.add(f"if {either(value.guards)}: {unknown} = True")
            block.add(f"elif {fails}: {mark}")

    def _fault(self, block: Block, code: str, scope: Sequence[Value], failed: str, unknown: str) -> None:
        """Write the status of what does not hold, read from the top of the table of LANGUAGE 4.5."""
        rule = self.frame.norm
        assert isinstance(rule, Rule)
        with self.writer.within(block):
            if rule.kind == "permission":
                block.add(f"{code} = {NOT_APPLICABLE}")
                return
            past, has_due = self._past_due()
            undenied = f" and not {failed}" if rule.judgement is not None else ""
            # Doubts may write lines of their own, which must not stand between the branches.
            open_parts = [f"({unknown} and not {failed})", *doubts(self.writer)]
            open_parts += [f"{value.text} is M" for value in (*scope, *self._when_values()) if value.guards]
            if past != "True":
                open_parts.append(f"({past} is M{undenied})")
            if has_due:
                block.add(f"if {past} is False{undenied}: {code} = {PENDING}")
            block.add(f"{'elif' if has_due else 'if'} {' or '.join(open_parts)}: {code} = {UNDETERMINED}")
            block.add(f"else: {code} = {VIOLATED} | {failed} << {STATUS_BITS}")

    def _when_values(self) -> list[Value]:
        return [] if self.when is None else [self.when]

    def _past_due(self) -> tuple[str, bool]:
        """Write whether the due is past; return its name, and whether there may be a due that is not."""
        writer, frame = self.writer, self.frame
        if frame.due is None and not frame.ends_with_period:
            if not frame.rhythm_may_be_unknown:
                return "True", False
            # With an unknown rhythm it is unknown whether anything is due.
            return writer.assigned(f"M if {writer.time('rhythm').text} is M else True").text, False
        due = writer.due()
        moment = frame.due is not None and _plain(frame.due.type) == t.DATETIME
        if due.bounds:
            days = f"DATE_OF_BOUNDS({due.text})" if moment else due.text
            return writer.checked(f'COMPARE_BOUNDS(">", AS_OF, {days})').text, True
        day = f"{due.text}.date()" if moment else due.text
        return writer.named(Value(f"(AS_OF > {day})", due.guards)).text, True


def _plain(kind: t.Type) -> t.Type:
    return kind.item if isinstance(kind, t.Maybe) else kind


def _not_false(values: Sequence[Value]) -> list[str]:
    return [f"{value.text} is not False" for value in values]
