"""What is well formed and most likely not meant. Each check reads one rule whose conditions are typed nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import definitions as codes
from qinglian_rules.ir.nodes import (
    All,
    And,
    Compare,
    Comprehension,
    Count,
    FactsOf,
    Field,
    Follow,
    IfElse,
    IsNone,
    Node,
    Not,
    Or,
    Sum,
)
from qinglian_rules.ir.rules import Rule
from qinglian_rules.ir.types import FactOf
from qinglian_rules.ir.walk import children, walk
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.limits import unread_limit
from qinglian_rules.passes.rhythm import MONTHS
from qinglian_rules.passes.type_words import with_chinese

_RHYTHM_WORDS: Final = (
    *("每", "年", "月", "季", "周", "旬", "日", "定期", "经常", "常态", "长期", "持续", "适时", "例会", "按期", "逐"),
)
_UPPER: Final = {"<", "<="}
_LOWER: Final = {">", ">="}


def check_meaning(rule: Rule, keys: Keys) -> None:
    """Report what a rule most likely does not mean."""
    for check in _CHECKS:
        keys.findings.found.extend(check(rule, keys))


def _roots(rule: Rule) -> tuple[Node, ...]:
    return (rule.when, *(let.node for let in rule.lets), *(condition.node for condition in rule.conditions))


def _affirmed(node: Node) -> Iterator[Node]:
    """Yield the parts of a condition that must hold, or of which one must, for it to hold."""
    if isinstance(node, And | Or):
        for item in node.items:
            yield from _affirmed(item)
    elif isinstance(node, IfElse):
        yield from _affirmed(node.yes)
        yield from _affirmed(node.no)
    else:
        yield node


def _range_of(node: Node) -> str | None:
    """Return the fact type over which a quantifier ranges."""
    over = getattr(node, "over", None)
    if isinstance(over, Comprehension) and isinstance(over.source, FactsOf):
        return over.source.target
    return None


def _all_of_nothing(rule: Rule, keys: Keys) -> Iterator[Diagnostic]:
    """An `all` that holds where there is no fact at all, and nothing in the rule asks for one."""
    if rule.form != "require":
        return
    asked = {_range_of(node) for root in _roots(rule) for node in walk(root) if not isinstance(node, All)}
    for condition in rule.conditions:
        for node in _affirmed(condition.node):
            target = _range_of(node)
            if isinstance(node, All) and target is not None and target not in asked:
                yield Diagnostic(codes.ALL_OF_NOTHING, node.span, with_chinese({"type": target}))


def _upper_limit(rule: Rule, keys: Keys) -> Iterator[Diagnostic]:
    """A limit on what may happen in a period, in the form that is only due when the period ends."""
    if rule.form != "require" or rule.every is None:
        return
    for condition in rule.conditions:
        for node in _affirmed(condition.node):
            if isinstance(node, Compare) and _is_upper(node):
                yield Diagnostic(codes.UPPER_LIMIT, node.span)


def _is_upper(node: Compare) -> bool:
    left, right = isinstance(node.left, Count | Sum), isinstance(node.right, Count | Sum)
    return (left and not right and node.op in _UPPER) or (right and not left and node.op in _LOWER)


def _no_rhythm(rule: Rule, keys: Keys) -> Iterator[Diagnostic]:
    """A rhythm that the words do not name. One that is a parameter says there why the text leaves it open."""
    if rule.every is None or rule.every.months is None or rule.reading is not None:
        return
    words = "".join(map(str, rule.clause))
    if not any(word in words for word in _RHYTHM_WORDS):
        named = next((name for name, months in MONTHS.items() if months == rule.every.months), None)
        text = named or f"{rule.every.months} months"
        yield Diagnostic(codes.NO_RHYTHM_IN_TEXT, _place(keys, "every"), {"every": text})


def _no_limit(rule: Rule, keys: Keys) -> Iterator[Diagnostic]:
    """A number that the words do not name."""
    found = unread_limit(rule) if rule.reading is None else None
    if found is not None:
        yield Diagnostic(codes.NO_LIMIT_IN_TEXT, found.span, {"limit": found.text})


def _place(keys: Keys, key: str) -> Span:
    entry = keys.mapping.entry(key)
    return keys.mapping.span if entry is None else entry.value.span


# --- two norms in one condition -------------------------------------------------------------------


def _two_norms(rule: Rule, keys: Keys) -> Iterator[Diagnostic]:
    """Parts of one unnamed condition that read nothing in common."""
    if rule.form != "require" or len(rule.conditions) != 1 or rule.conditions[0].name:
        return
    whole = rule.conditions[0].node
    if isinstance(whole, And) and len(_groups(_norms(whole))) > 1:
        yield Diagnostic(codes.TWO_NORMS, whole.span)


def _norms(whole: And) -> list[frozenset[tuple[str, str]]]:
    """Return what each part reads; a part that only guards another one is left out."""
    found = []
    for index, item in enumerate(whole.items):
        others = [other for place, other in enumerate(whole.items) if place != index]
        if not _is_guard(item, others):
            found.append(frozenset(_reads(item, None)))
    return [reads for reads in found if reads]


def _is_guard(item: Node, others: list[Node]) -> bool:
    if not isinstance(item, Not) or not isinstance(item.value, IsNone):
        return False
    # Behind a guard a value has the type without None, so its text and not its type is looked for.
    guarded = _bare(item.value.value)
    return any(_bare(node) == guarded for other in others for node in walk(other))


def _bare(node: Node) -> tuple[object, ...]:
    if isinstance(node, Field):
        return ("Field", node.name, _bare(node.fact))
    name = getattr(node, "name", "")
    return (type(node).__name__, name, *(_bare(child) for child in children(node)))


def _reads(node: Node, above: Node | None) -> Iterator[tuple[str, str]]:
    """Yield the types ranged over and the fields read, references that are only followed aside."""
    target = _range_of(node)
    if target is not None:
        yield (target, "")
    if isinstance(node, Field) and isinstance(node.fact.type, FactOf) and not isinstance(above, Follow):
        yield (node.fact.type.target, node.name)
    for child in children(node):
        yield from _reads(child, node)


def _groups(norms: list[frozenset[tuple[str, str]]]) -> list[frozenset[tuple[str, str]]]:
    """Join what overlaps."""
    groups: list[frozenset[tuple[str, str]]] = []
    for reads in norms:
        touching = [group for group in groups if group & reads]
        groups = [group for group in groups if not group & reads]
        groups.append(reads.union(*touching))
    return groups


_CHECKS: Final[tuple[Callable[[Rule, Keys], Iterator[Diagnostic]], ...]] = (
    _all_of_nothing,
    _upper_limit,
    _no_rhythm,
    _no_limit,
    _two_norms,
)
