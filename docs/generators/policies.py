"""The annotated documents: one page a document, one page an item, on which every clause leads to its rules."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generators.page import Page, fence, prose, table
from qinglian_rules.decisions.wording import SEVERITY_ZH
from qinglian_rules.documents import coverage
from qinglian_rules.engine import Policy
from qinglian_rules.graph import Graph
from qinglian_rules.ir.rules import Definition, Document, Item, Quotation, Rule
from qinglian_rules.loading import load_leniently

Norm = Rule | Definition

FORMS = {
    "require": "计算 · computed",
    "forbid": "计算（禁止）· computed",
    "define": "推导 · define",
    "evidence": "查记录 · record",
    "judgement": "人工认定 · judgement",
    "text": "无规范内容 · no norm",
    "responsible": "责任部门 · responsible",
}


def pages() -> Iterator[Page]:
    """Yield the list of documents, and for each its page and those of its items."""
    policy, _ = load_leniently(())
    graph = Graph(policy.documents)
    yield _overview(policy)
    for document in policy.documents:
        yield _document(document)
        for number, item in enumerate(document.items):
            end = document.items[number + 1].start if number + 1 < len(document.items) else len(document.source)
            yield _item(document, item, end, graph)


def _overview(policy: Policy) -> Page:
    head = ("文件", "状态", "字数", "已有依据", *FORMS.values())
    rows = []
    for document in policy.documents:
        found = coverage(document)
        counts: Counter[str] = Counter(block.form for block in found.blocks)
        link = f"[{prose(document.title)}]({document.id}/index.md)"
        numbers = [str(found.characters), str(found.covered), *(str(counts.get(form, 0)) for form in FORMS)]
        rows.append((link, document.status, *numbers))
    intro = "每份文件的原文逐条列出，每一处文字都连到表达它的规则。"
    return Page.of("policies/index.md", "# 文件与规则 · Documents and rules", intro, table(head, rows))


def _document(document: Document) -> Page:
    facts = [
        ("发文机关", "、".join(document.issuer)),
        ("文号", document.number or "—"),
        ("效力", f"{document.force_from.earliest} — {document.force_to.latest if document.force_to else ''}"),
        ("层级", document.rank),
    ]
    items = [
        (f"[{prose(item.section)}]({_slug(item)}.md)", prose(item.title), str(len(item.rules)))
        for item in document.items
    ]
    parameters = [(f"`{p.name}`", prose(p.title), p.unit or "", prose(p.why)) for p in document.parameters]
    return Page.of(
        f"policies/{document.id}/index.md",
        f"# {prose(document.title)}",
        table(("", ""), facts),
        "## 条目",
        table(("条", "标题", "规则数"), items),
        "## 由医院设定的参数" if parameters else "",
        table(("参数", "含义", "单位", "为什么由医院设定"), parameters) if parameters else "",
    )


def _slug(item: Item) -> str:
    return item.file.removesuffix(".md")


def _item(document: Document, item: Item, end: int, graph: Graph) -> Page:
    norms: list[Norm] = sorted(
        (*item.rules, *item.definitions), key=lambda norm: (_last(norm, item.start, end), norm.id)
    )
    return Page.of(
        f"policies/{document.id}/{_slug(item)}.md",
        f"# {prose(item.section)} {prose(item.title)}",
        f"[{prose(document.title)}](index.md)",
        _annotated(document, item.start, end, norms),
        "## 规则",
        *(_norm(number, norm, graph) for number, norm in enumerate(norms, 1)),
    )


def _last(norm: Norm, start: int, end: int) -> int:
    """Where the last of the norm's own words in this item end; there its mark stands."""
    ends = [span[1] for quotation in norm.clause for span in quotation.spans if start <= span[0] < end]
    return max(ends, default=start)


def _annotated(document: Document, start: int, end: int, norms: Sequence[Norm]) -> str:
    """The item's text with a numbered mark behind the words of each norm."""
    marks: dict[int, list[int]] = {}
    for number, norm in enumerate(norms, 1):
        marks.setdefault(_last(norm, start, end), []).append(number)
    parts: list[str] = []
    for position in range(start, end):
        parts.append(html.escape(document.source[position], quote=False))
        parts.extend(f'<sup><a href="#r{number}">{number}</a></sup>' for number in marks.get(position + 1, ()))
    paragraphs = [re.sub(r"\s*\n\s*", "", block).strip() for block in re.split(r"\n\s*\n", "".join(parts))]
    return "\n".join(f"<p>{block}</p>" for block in paragraphs if block)


def _norm(number: int, norm: Norm, graph: Graph) -> str:
    form = norm.form if isinstance(norm, Rule) else "define"
    facts = [f"`{norm.id}`", FORMS[form], norm.kind]
    if isinstance(norm, Rule):
        facts.append(SEVERITY_ZH[norm.severity])
    reads = [name.partition(":")[2] for name in graph.neighbours(norm.id).get("reads", ()) if name.startswith("field:")]
    return "\n\n".join(
        block
        for block in (
            f'<a id="r{number}"></a>',
            f"### {number}. {prose(norm.title)}",
            " · ".join(facts),
            "原文：" + "；".join(_words(quotation) for quotation in norm.clause),
            f"解读：{prose(norm.reading)}" if norm.reading else "",
            fence(norm.source, "yaml"),
            "读取：" + "、".join(f"`{name}`" for name in reads) if reads else "",
        )
        if block
    )


def _words(quotation: Quotation) -> str:
    return f"“{prose(str(quotation))}”" + ("（引自他条）" if quotation.borrowed else "")
