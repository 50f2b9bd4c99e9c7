"""What rules and definitions of all documents say together: ids, references, circles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import definitions as codes
from qinglian_rules.diagnostics.model import Text
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.ir.rules import Definition, Document, Rule
from qinglian_rules.passes.strata import cycles


def check_policies(documents: Sequence[Document]) -> tuple[Diagnostic, ...]:
    """Check what documents say together.

    Returns:
        Errors for ids that are used twice, references to rules that a loaded document does not have, and circles of
        derived types. Documents that are cited and not loaded are no error: they may exist elsewhere.
    """
    norms: list[Rule | Definition] = []
    for document in documents:
        norms.extend((*document.rules, *document.definitions))
    named = {document.id for document in documents}
    return (*_same_ids(norms), *_references(norms, named), *_different(norms), *cycles(documents))


def _same_ids(norms: Sequence[Rule | Definition]) -> Iterator[Diagnostic]:
    first: dict[str, Rule | Definition] = {}
    for norm in norms:
        if norm.id in first:
            yield Diagnostic(codes.SAME_RULE, norm.span, {"id": norm.id}, related=(first[norm.id].span,))
        first.setdefault(norm.id, norm)


def _references(norms: Sequence[Rule | Definition], documents: Collection[str]) -> Iterator[Diagnostic]:
    known = {norm.id for norm in norms}
    for norm in norms:
        for key, target in _named_by(norm):
            args = {"key": key, "target": target}
            if target == norm.id:
                yield Diagnostic(codes.OWN_GENERAL, norm.span, args)
            elif "/" not in target or target in known:
                continue
            elif target.partition("/")[0] in documents:
                yield Diagnostic(codes.NO_SUCH_RULE, norm.span, args, _nearest(target, known))


def _different(norms: Sequence[Rule | Definition]) -> Iterator[Diagnostic]:
    """Yield an error for each rule that says to ask the same as one with which it can share no finding."""
    rules = {norm.id: norm for norm in norms if isinstance(norm, Rule)}
    for rule in rules.values():
        other = None if rule.same_as is None else rules.get(rule.same_as)
        reason = None if other is None or other is rule else _difference(rule, other)
        if other is not None and reason is not None:
            args = {"target": other.id, "zh": reason.zh, "en": reason.en}
            yield Diagnostic(codes.NOT_THE_SAME, rule.span, args, related=(other.span,))


def _difference(rule: Rule, other: Rule) -> Text | None:
    if other.document == rule.document:
        return Text("它在同一份文件里", "it stands in the same document")
    if other.same_as is not None:
        return Text(f"它自己又与 {other.same_as} 相同", f"it says itself to be the same as {other.same_as}")
    if other.subject.target != rule.subject.target:
        return Text("判定对象不同", "it judges another type")
    if _rhythm(other) != _rhythm(rule):
        return Text("周期不同", "its rhythm differs")
    return None


def _rhythm(rule: Rule) -> object:
    """Return what periods a rule has; those that a parameter gives may turn out to be the same."""
    return "parameter" if rule.every is not None and rule.every.param is not None else rule.every


def _nearest(target: str, known: Collection[str]) -> str | None:
    """Return the rule whose own id is most like that of `target`; the path before it says little."""
    own = {one.rpartition("/")[2]: one for one in known}
    found = nearest(target.rpartition("/")[2], own)
    return None if found is None else own[found]


def _named_by(norm: Rule | Definition) -> Iterator[tuple[str, str]]:
    """Yield the rules and documents that a norm names, each with the key under which it does."""
    yield from (("refs", target) for target in norm.refs)
    if isinstance(norm, Rule):
        yield from (("specialises", target) for target in norm.specialises)
        yield from () if norm.same_as is None else (("same_as", norm.same_as),)
    else:
        yield from (("overrides", target) for target in norm.overrides)
        yield from () if norm.helps is None else (("helps", norm.helps),)
