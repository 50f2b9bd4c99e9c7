"""What rules and definitions of all documents say together: ids, references, circles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import definitions as codes
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
    return (*_same_ids(norms), *_references(norms, {document.id for document in documents}), *cycles(documents))


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
    else:
        yield from (("overrides", target) for target in norm.overrides)
        yield from () if norm.helps is None else (("helps", norm.helps),)
