"""The annotated documents: the list of all, one page a document, and one page an item (see `items`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from generators import items
from generators.page import Page, prose, table
from qinglian_rules.documents import coverage
from qinglian_rules.engine import Policy
from qinglian_rules.graph import Graph
from qinglian_rules.ir.rules import Bound, Document, PolicyStatus, Rank
from qinglian_rules.loading import load_leniently

STATUSES: dict[PolicyStatus, str] = {"draft": "起草中", "trial": "试行", "stable": "定稿", "retired": "停用"}
RANKS: dict[Rank, str] = {"national": "国家", "province": "省", "city": "市", "hospital": "医院"}
INTRO = """每份文件的原文逐条列出，每一处文字都连到表达它的规则。起草中的文件只写出了一部分条目。

Each clause of a text leads to the rules that express it. Of a draft, some items only are written."""


def pages() -> Iterator[Page]:
    """Yield the list of documents, and for each its page and those of its items."""
    policy, _ = load_leniently(())
    context = items.Context(Graph(policy.documents), items.places(policy.documents))
    yield _overview(policy)
    for document in policy.documents:
        yield _document(document)
        yield from items.pages(document, context)


def _overview(policy: Policy) -> Page:
    head = ("文件", "状态", "字数", "已有依据", *items.FORMS.values())
    rows = []
    for document in policy.documents:
        found = coverage(document)
        counts: Counter[str] = Counter(block.form for block in found.blocks)
        link = f"[{prose(document.title)}]({document.id}/index.md)"
        numbers = [str(found.characters), str(found.covered), *(str(counts.get(form, 0)) for form in items.FORMS)]
        rows.append((link, STATUSES[document.status], *numbers))
    return Page.of("policies/index.md", "# 文件与规则 · Documents and rules", INTRO, table(head, rows))


def _document(document: Document) -> Page:
    parameters = [(f"`{_local(p.name)}`", prose(p.title), p.unit or "", prose(p.why)) for p in document.parameters]
    return Page.of(
        f"policies/{document.id}/index.md",
        f"# {prose(document.title)}",
        "\n".join(f"- **{name}** {prose(value)}" for name, value in _facts(document).items()),
        "## 条目",
        table(("条", "标题", "规则", "定义"), (_row(document, number) for number in range(len(document.items)))),
        "## 由医院设定的参数" if parameters else "",
        table(("参数", "含义", "单位", "为什么由医院设定"), parameters) if parameters else "",
    )


def _facts(document: Document) -> dict[str, str]:
    facts = {
        "编号": document.id,
        "发文机关": "、".join(document.issuer),
        "文号": document.number or "—",
        "施行": f"{_day(document.force_from)}—{_day(document.force_to) if document.force_to else ''}",
        "层级": RANKS[document.rank],
        "状态": STATUSES[document.status],
        "依据": "、".join(document.implements),
        "取代": "、".join(document.supersedes),
    }
    return {name: value for name, value in facts.items() if value}


def _day(bound: Bound) -> str:
    if bound.earliest == bound.latest:
        return bound.earliest.isoformat()
    return f"{bound.earliest}至{bound.latest}之间（原文没有写明）"


def _row(document: Document, number: int) -> tuple[str, ...]:
    item = document.items[number]
    link = f"[{prose(item.section)}]({PurePosixPath(item.file).stem}.md)"
    return (link, prose(item.title), str(len(item.rules)), str(len(item.definitions)))


def _local(name: str) -> str:
    return name.rpartition("/")[2]
