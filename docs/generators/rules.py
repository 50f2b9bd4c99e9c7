"""One page a rule or definition: its words in the text, what it says, what it is connected with, its cases."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generators.items import offsets_of, quoted_words
from generators.names import KINDS, NEIGHBOURS, Norm, form_of, place, slug
from generators.page import Page, fence, prose, table
from qinglian_rules.authoring.cases import Case, all_cases
from qinglian_rules.authoring.cases.model import norms_in
from qinglian_rules.authoring.cases.outcomes import GROUP_ZH
from qinglian_rules.decisions.wording import SEVERITY_ZH
from qinglian_rules.engine import Policy
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import Graph
from qinglian_rules.ir.rules import Definition, Document, Item, Rule
from qinglian_rules.ir.show import show

OUTSIDE_SEARCH = "---\nsearch:\n  exclude: true\n---"
"""The search leads to the page of the item, which holds the words and the titles of all its rules."""


@dataclass(frozen=True, slots=True)
class Context:
    """What pages of rules show beside the rule: the dependency graph, the place of each rule, the cases of each."""

    graph: Graph
    places: Mapping[str, str]
    titles: Mapping[str, str]
    cases: Mapping[str, Sequence[Case]]

    @classmethod
    def of(cls, policy: Policy) -> Context:
        """Gather what belongs to the rules of all documents."""
        cases: dict[str, list[Case]] = {}
        for case in all_cases(policy)[0]:
            cases.setdefault(case.norm, []).append(case)
        titles = {
            norm.id: norm.title for document in policy.documents for item in document.items for norm in norms_in(item)
        }
        return cls(Graph(policy.documents), places(policy.documents), titles, cases)


def places(documents: Iterable[Document]) -> dict[str, str]:
    """Return where the page of each rule and definition stands, as a path from the page of any other."""
    return {
        norm.id: f"../../{place(document, item, norm)}"
        for document in documents
        for item in document.items
        for norm in norms_in(item)
    }


def pages(document: Document, context: Context) -> Iterator[Page]:
    """Yield the page of each rule and definition of a document."""
    for item in document.items:
        for norm in norms_in(item):
            yield _page(document, item, norm, context)


def _page(document: Document, item: Item, norm: Norm, context: Context) -> Page:
    facts = [f"`{norm.id}`", form_of(norm), KINDS[norm.kind]]
    if isinstance(norm, Rule):
        facts.append(SEVERITY_ZH[norm.severity])
    return Page.of(
        f"policies/{place(document, item, norm)}",
        OUTSIDE_SEARCH,
        f"# {prose(norm.title)}",
        f"[{prose(document.title)}](../index.md) · [{prose(item.section)}](../{slug(item)}.md)",
        " · ".join(facts),
        _passage(document, item, norm),
        "\n".join(_notes(norm)),
        "## 规则",
        fence(textwrap.dedent(norm.source), "yaml"),
        *_in_chinese(norm),
        "## 关联",
        "\n".join(_connections(norm, context)) or "没有关联的规则、字段和参数。",
        "## 用例",
        _cases(context.cases.get(norm.id, ())),
    )


def _notes(norm: Norm) -> Iterator[str]:
    if norm.clause:
        yield "- **原文** " + "；".join(quoted_words(quotation) for quotation in norm.clause)
    if norm.reading:
        yield f"- **解读** {prose(norm.reading)}"
    if isinstance(norm, Rule):
        if norm.known_false_positives:
            yield f"- **可能误报** {prose('；'.join(norm.known_false_positives))}"
        if norm.handle:
            yield "- **后果** " + "；".join(quoted_words(quotation) for quotation in norm.handle)
        if norm.offices:
            yield f"- **责任** {prose('、'.join(norm.offices))}"


def _passage(document: Document, item: Item, norm: Norm) -> str:
    """The paragraphs of the item that hold the norm's own words, which are marked; "" where it has none here."""
    spans = [span for quotation in norm.clause if not quotation.borrowed for span in quotation.spans]
    places = iter(offsets_of(document, item))
    shown = []
    for line in item.text.split("\n"):
        at = [next(places) if not character.isspace() else None for character in line]
        marked = [where is not None and any(start <= where < end for start, end in spans) for where in at]
        if any(marked):
            shown.append(f"<p>{_marked(line, marked)}</p>")
    return "\n".join(['<div class="clause">', *shown, "</div>"]) if shown else ""


def _marked(line: str, marked: Sequence[bool]) -> str:
    parts = []
    for number, character in enumerate(line):
        before = number > 0 and marked[number - 1]
        tag = "<mark>" if marked[number] and not before else "</mark>" if before and not marked[number] else ""
        parts.append(tag + html.escape(character, quote=False))
    return "".join(parts) + ("</mark>" if marked and marked[-1] else "")


def _in_chinese(norm: Norm) -> tuple[str, ...]:
    """The conditions with the Chinese names of types and fields, as they may be written too."""
    if isinstance(norm, Rule) and norm.form not in {"require", "forbid"}:
        return ()
    lines = [f"{let.name} = {show(let.node, 'zh')}" for let in norm.lets]
    lines.append(f"适用: {show(norm.when, 'zh')}")
    if isinstance(norm, Definition):
        lines += [f"{name} = {show(node, 'zh')}" for name, node in norm.values]
    else:
        lines += [f"{one.name or form_of(norm)}: {show(one.node, 'zh')}" for one in norm.conditions]
        lines += [] if norm.due is None else [f"期限: {show(norm.due, 'zh')}"]
    return ("## 条件，用中文名称", fence("\n".join(lines), "python"))


def _connections(norm: Norm, context: Context) -> Iterator[str]:
    """Yield a line for each sort of thing that a norm is connected with."""
    near = context.graph.neighbours(norm.id)
    fields = [name.partition(":")[2] for name in near.get("reads", ()) if name.startswith("field:")]
    if fields:
        yield "- 读取：" + "、".join(_field(name) for name in fields)
    if isinstance(norm, Definition):
        yield f"- 推出：{_type(norm.target)}"
    parameters = [name.rpartition("/")[2] for name in near.get("limited", ())]
    if parameters:
        yield "- 参数：" + "、".join(f"[`{name}`](../../parameters.md)" for name in parameters)
    for kind, title in NEIGHBOURS.items():
        names = [name.partition(":")[2] for name in near.get(kind, ())]
        if names:
            yield f"- {title}：" + "、".join(_link(name, context) for name in names)


def _field(name: str) -> str:
    """Return a field by its Chinese names, linked to the page of its type."""
    type_name, _, field_name = name.partition(".")
    fact_type = Vocabulary.current().types[type_name]
    field = fact_type.fields[field_name]
    return f"[{fact_type.title}.{field.title}](../../../reference/facts/{type_name}.md)"


def _type(name: str) -> str:
    return f"[{Vocabulary.current().types[name].title}](../../../reference/facts/{name}.md)"


def _link(name: str, context: Context) -> str:
    there = context.places.get(name)
    return prose(name) if there is None else f"[`{name}`]({there})"


def _cases(cases: Sequence[Case]) -> str:
    """A table of the cases that stand in files, and how many were generated."""
    written = [case for case in cases if not case.standard]
    rows = [(GROUP_ZH[case.expect], prose(case.title), str(case.as_of)) for case in written]
    generated = len(cases) - len(written)
    more = f"另有 {generated} 个由程序生成的标准用例。" if generated else ""
    shown = table(("应为", "用例", "判定日"), rows) if rows else ""
    return "\n\n".join(part for part in (shown, more) if part) or "没有用例。"
