"""Parsing what is printed gives the same conditions, in English and in Chinese names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qinglian_rules.diagnostics import Lang
from qinglian_rules.engine import Policy
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.rules import Definition, Document, Rule
from tests.properties.comparing import FEW
from tests.properties.policies import loaded, texts
from tests.properties.printing import printed

ENOUGH = settings(FEW, max_examples=60)


def norms(document: Document) -> Sequence[Rule | Definition]:
    return (*document.definitions, *document.rules)


def conditions(norm: Rule | Definition) -> Sequence[Node | None]:
    lets = [let.node for let in norm.lets]
    if isinstance(norm, Definition):
        return [norm.when, *lets, *(node for _, node in norm.values)]
    return [norm.when, norm.due, *lets, *(one.node for one in norm.conditions)]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_parse_after_print_is_the_identity(lang: Lang) -> None:
    @ENOUGH
    @given(st.data())
    def again(data: st.DataObject) -> None:
        documents = data.draw(texts())
        policy = accepted(documents)
        blocks = ["\n---\n".join(printed(norm, lang) for norm in norms(one)) for one in policy.documents]
        reread = loaded(tuple({**spec, "rules": rules} for spec, rules in zip(documents, blocks, strict=True)))
        for before, after in zip(policy.documents, reread.documents, strict=True):
            for one, other in zip(norms(before), norms(after), strict=True):
                assert conditions(one) == conditions(other), one.id

    again()


def accepted(documents: tuple[dict[str, object], ...]) -> Policy:
    from hypothesis import assume

    from tests.conformance.build import CaseError

    try:
        return loaded(documents)
    except CaseError:
        assume(False)
        raise
