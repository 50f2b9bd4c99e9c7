"""The rules of the documents that come with the package keep the laws that generated conditions keep."""

from __future__ import annotations

from functools import cache

import pytest

from qinglian_rules.documents import load_bundled
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Document, Rule
from qinglian_rules.ir.show import show
from qinglian_rules.ir.types import BOOL, DATE, SPAN, FactOf
from qinglian_rules.passes import Context, cost
from qinglian_rules.passes.conditions import Conditions
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.narrowing import present_if
from qinglian_rules.passes.ranges import DEEPEST
from qinglian_rules.passes.scope import Scope
from tests.passes.samples import quote, scalar
from tests.passes.test_laws import faults


@cache
def documents() -> dict[str, Document]:
    """Return what is there; the tests of the documents themselves say what must be."""
    return {document.id: document for document in load_bundled().documents}


def parts(norm: Rule | Definition) -> list[tuple[str, n.Node]]:
    """Return the nodes of a norm by where they stand."""
    found = [("when", norm.when), *((f"let {let.name}", let.node) for let in norm.lets)]
    if isinstance(norm, Rule):
        return [*found, *((f"condition {one.name}", one.node) for one in norm.conditions)]
    return [*found, *norm.values]


def norms() -> list[Rule | Definition]:
    return [norm for document in documents().values() for norm in (*document.rules, *document.definitions)]


def scope_of(norm: Rule | Definition) -> tuple[Scope, dict[str, n.Node]]:
    """Return the scope of a norm's conditions, and what its `let` names stand for."""
    due = norm.due if isinstance(norm, Rule) else None
    names: dict[str, n.Node] = {
        norm.subject.name: n.Var(norm.subject.name, type=FactOf(norm.subject.target)),
        "now": n.Context("now", type=DATE),
        "document": n.Context("document", type=SPAN),
        "period": n.Context("period", type=SPAN),
        "due": n.Context("due", type=DATE if due is None else due.type),
    }
    lets = {let.name: let.node for let in norm.lets}
    names |= {name: n.LetRef(name, type=node.type) for name, node in lets.items()}
    return Scope(names, present=present_if(norm.when, lets, holds=True)), lets


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_parsing_what_is_printed_gives_the_condition(lang: str) -> None:
    wrong = []
    for norm in norms():
        document = documents()[norm.document]
        local = {parameter.name.partition("/")[2]: parameter for parameter in document.parameters}
        scope, lets = scope_of(norm)
        for where, node in parts(norm):
            if node.type != BOOL or where == "when" or where.startswith("let") or isinstance(node, n.Const):
                continue
            findings = Findings()
            conditions = Conditions(Context(document.id, Vocabulary.current(), local, {}, quote), findings)
            conditions.lets.update(lets)
            text = show(node, "zh" if lang == "zh" else "en")
            if conditions.condition(scalar(text), scope) != node and "topics" not in text and "主题" not in text:
                wrong.append((norm.id, where, text, [found.message("en") for found in findings.found]))
    assert wrong == []


def test_every_node_keeps_the_invariants() -> None:
    assert [(norm.id, where, fault) for norm in norms() for where, node in parts(norm) for fault in faults(node)] == []


def test_every_condition_has_a_bounded_cost() -> None:
    assert [norm.id for norm in norms() for _, node in parts(norm) if cost(node) > DEEPEST] == []
