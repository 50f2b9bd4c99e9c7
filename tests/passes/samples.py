"""What the tests of the checker stand on: a context, conditions and items as text, and which text is underlined."""

from __future__ import annotations

from dataclasses import dataclass

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.rules import Parameter, Quotation, Rule
from qinglian_rules.ir.types import DATE, DECIMAL, DURATION, INT, RATIO, SPAN, STR, FactOf, ListOf, Type
from qinglian_rules.passes import CheckedItem, Context, check_item
from qinglian_rules.passes.conditions import Conditions
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.scope import Scope
from qinglian_rules.syntax import ItemFile, Scalar, Segment, Value, read_item
from qinglian_rules.syntax import Sequence as ListValue
from tests.syntax.marked import assert_told, under

TYPES: dict[str, Type] = {
    "wait": DURATION,
    "places": ListOf(STR),
    "limit": INT,
    "amount": DECIMAL,
    "part": RATIO,
    "cycle": STR,
    "word": STR,
    "since": DATE,
}
PARAMETERS = {name: Parameter(f"t-2024/{name}", name, type_, None, None, None, "") for name, type_ in TYPES.items()}
TOPICS = {"医德医风": ("行风", "医德"), "忠诚教育": ()}


def quote(item: ItemFile, value: Value) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    """Quote without looking: what is written is taken as one fragment of the text."""
    if isinstance(value, ListValue):
        return tuple(one for part in value.items for one in quote(item, part)[0]), ()
    text = value.text if isinstance(value, Scalar) else ""
    return (Quotation((text,), ((0, len(text)),), item.section),), ()


CONTEXT = Context("t-2024", Vocabulary.current(), PARAMETERS, TOPICS, quote)
SUBJECTS = {
    "hospital": "Hospital",
    "person": "Person",
    "job": "Employment",
    "visit": "RepVisit",
    "case": "MisconductCase",
}
NAMES: dict[str, Node] = {name: n.Var(name, type=FactOf(target)) for name, target in SUBJECTS.items()} | {
    "period": n.Context("period", type=SPAN),
    "due": n.Context("due", type=DATE),
    "now": n.Context("now", type=DATE),
    "document": n.Context("document", type=SPAN),
}
SCOPE = Scope(NAMES)


def scalar(text: str, column: int = 1) -> Scalar:
    """Return a text as it would stand on the first line of a file, from `column`."""
    return Scalar(text, Span("t.md", 1, column, 1, column + len(text)), (Segment(0, 1, column, len(text)),))


@dataclass(frozen=True)
class Checked:
    """A condition that was checked."""

    text: str
    node: Node | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        return [diagnostic.code.id for diagnostic in self.diagnostics]

    @property
    def underlined(self) -> list[tuple[str, str]]:
        return [(diagnostic.code.id, under(self.text, diagnostic.span)) for diagnostic in self.diagnostics]


def check(text: str, context: Context = CONTEXT, scope: Scope = SCOPE) -> Checked:
    """Check a condition over all the subjects at once."""
    findings = Findings()
    node = Conditions(context, findings).condition(scalar(text), scope)
    for diagnostic in findings.found:
        assert_told(diagnostic)
    return Checked(text, node, findings.in_order())


def good(text: str, context: Context = CONTEXT, scope: Scope = SCOPE) -> Node:
    """Return the node of a condition in which nothing is found."""
    checked = check(text, context, scope)
    assert checked.underlined == []
    assert checked.node is not None
    return checked.node


def unmarked(text: str) -> tuple[str, list[str]]:
    """Return a text without the marks « and », and what stood between them, in order."""
    parts = text.replace("»", "«").split("«")
    return "".join(parts), parts[1::2]


FRONT = """---
section: 一/1
title: 一项
---
文字。
"""


def item(*blocks: str, name: str = "1.1-item.md", front: str = FRONT) -> tuple[CheckedItem, str]:
    """Check an item file of these blocks; return what came out, and the file's text."""
    content = front + "".join(f"\n```{block.strip()}\n```\n" for block in blocks)
    read, found = read_item(name, content)
    assert [diagnostic.message() for diagnostic in found] == []
    assert read is not None
    checked = check_item(read, CONTEXT)
    for diagnostic in checked.diagnostics:
        assert_told(diagnostic)
    return checked, content


def found_in(*blocks: str, front: str = FRONT) -> list[tuple[str, str]]:
    """Return the code and the underlined text of everything found in an item of these blocks."""
    checked, content = item(*blocks, front=front)
    return [(diagnostic.code.id, under(content, diagnostic.span)) for diagnostic in checked.diagnostics]


def rule(block: str, front: str = FRONT) -> Rule:
    """Return the one rule of a block in which nothing is found."""
    checked, content = item(block, front=front)
    found = [(one.code.id, under(content, one.span)) for one in checked.diagnostics]
    assert found == []
    (made,) = checked.rules
    return made
