"""Rules and definitions as blocks again, their conditions printed from the IR."""

from __future__ import annotations

from collections.abc import Iterator

from qinglian_rules.diagnostics import Lang
from qinglian_rules.ir.nodes import Const
from qinglian_rules.ir.rules import Definition, Every, Rule
from qinglian_rules.ir.show import show

NAMED = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}


def printed(norm: Rule | Definition, lang: Lang) -> str:
    """Return a block that says the same as a rule or definition, in English or in Chinese names."""
    return "\n".join(_lines(norm, lang))


def _lines(norm: Rule | Definition, lang: Lang) -> Iterator[str]:
    yield f"id: {norm.id.rpartition('/')[2]}"
    yield f"each: {norm.subject.name} in {norm.subject.target}"
    if norm.every is not None:
        yield f"every: {_rhythm(norm.every)}"
    if norm.start is not None:
        yield f"from: {norm.start}"
    if norm.lets:
        yield "let:"
        yield from (f"  {let.name}: {show(let.node, lang)}" for let in norm.lets)
    if not (isinstance(norm.when, Const) and norm.when.value is True):
        yield f"when: {show(norm.when, lang)}"
    yield from _demand(norm, lang) if isinstance(norm, Rule) else _conclusion(norm, lang)


def _rhythm(every: Every) -> str:
    if every.param is not None:
        return f"params.{every.param.rpartition('/')[2]}"
    return NAMED[every.months or 12] if every.anchor is None else f"{every.months} months from {every.anchor}"


def _demand(rule: Rule, lang: Lang) -> Iterator[str]:
    if rule.due is not None:
        yield f"due: {show(rule.due, lang)}"
    if rule.judgement is not None:
        yield f"judgement: {{by: [{', '.join(rule.judgement.by)}], accept: [{', '.join(rule.judgement.accept)}]}}"
        return
    # What asks for a record is a condition like any other once it is checked.
    key = "forbid" if rule.form == "forbid" else "require"
    if len(rule.conditions) == 1 and not rule.conditions[0].name:
        yield f"{key}: {show(rule.conditions[0].node, lang)}"
        return
    yield f"{key}:"
    yield from (f"  {one.name}: {show(one.node, lang)}" for one in rule.conditions)


def _conclusion(definition: Definition, lang: Lang) -> Iterator[str]:
    values = ", ".join(f"{name}={show(node, lang)}" for name, node in definition.values)
    yield f"conclude: {definition.target}({values})"
