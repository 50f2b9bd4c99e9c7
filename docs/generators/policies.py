"""The annotated documents: the list of all, what they leave open and cite, a page a document, an item and a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generators import items, rules
from generators.names import FORMS, slug
from generators.page import Page, prose, table
from qinglian_rules.documents import DocumentCoverage, coverage
from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Bound, Document, Parameter, PolicyStatus, Rank
from qinglian_rules.loading import load_leniently

STATUSES: dict[PolicyStatus, str] = {"draft": "起草中", "trial": "试行", "stable": "定稿", "retired": "停用"}
RANKS: dict[Rank, str] = {"national": "国家", "province": "省", "city": "市", "hospital": "医院"}
INTRO = """每份文件的原文逐条列出，每一处文字都连到表达它的规则；每条规则有自己的一页。

Each clause of a text leads to the rules that express it, and each rule has a page of its own.

- [由医院设定的参数](parameters.md)：原文没有写明的期限、次数和名单。
- [引用的其他文件](external.md)：原文引用而这里没有收录的文件。"""
FORM_INTRO = """“计算”由登记的事实直接判定（要求和禁止，具名条件各算一条）；
“查资料”看有没有记录；“人工认定”取决于有权认定的人。

Computed from recorded facts (each named condition counts), asked of the records, or left to a person."""


def pages() -> Iterator[Page]:
    """Yield all pages of documents."""
    policy, _ = load_leniently(())
    context = rules.Context.of(policy)
    yield _overview(policy)
    yield _parameters(policy, context)
    yield _external(context)
    for document in policy.documents:
        yield _document(document)
        yield from items.pages(document)
        yield from rules.pages(document, context)


def _overview(policy: Policy) -> Page:
    found = [(document, coverage(document)) for document in policy.documents]
    return Page.of(
        "policies/index.md",
        "# 文件与规则 · Documents and rules",
        INTRO,
        table(("文件", "状态", "字数", "已有依据", *FORMS.values()), (_counts(*one) for one in found)),
        "## 怎样判定 · How norms are decided",
        FORM_INTRO,
        table(("文件", "规范", "计算", "查资料", "人工认定", "定义"), (_decided(*one) for one in found)),
    )


def _counts(document: Document, found: DocumentCoverage) -> tuple[str, ...]:
    counts: Counter[str] = Counter(block.form for block in found.blocks)
    link = f"[{prose(document.title)}]({document.id}/index.md)"
    numbers = (str(found.characters), str(found.covered), *(str(counts.get(form, 0)) for form in FORMS))
    return (link, STATUSES[document.status], *numbers)


def _decided(document: Document, found: DocumentCoverage) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for block in found.blocks:
        counts["computed" if block.form in {"require", "forbid"} else block.form] += max(block.conditions, 1)
    norms = counts["computed"] + counts["evidence"] + counts["judgement"]
    shares = (
        f"{counts[form]}（{counts[form] * 100 / max(norms, 1):.0f}%）" for form in ("computed", "evidence", "judgement")
    )
    return (f"[{document.id}]({document.id}/index.md)", str(norms), *shares, str(counts["define"]))


def _parameters(policy: Policy, context: rules.Context) -> Page:
    """What the texts leave open, by document, with the rules that ask for it."""
    blocks = []
    for document in policy.documents:
        if document.parameters:
            blocks.append(f"## {prose(document.title)}")
            rows = [_parameter(document, one, context) for one in document.parameters]
            blocks.append(table(("参数", "含义", "类型", "范围", "为什么由医院设定", "用到它的规则"), rows))
    intro = (
        "原文没有写明、由医院（或主管部门）设定的期限、次数、比例和名单。"
        "没有设定的，用到它的规则待查明，并说明缺哪一个参数。"
    )
    return Page.of("policies/parameters.md", "# 由医院设定的参数 · Parameters", intro, *blocks)


def _parameter(document: Document, parameter: Parameter, context: rules.Context) -> tuple[str, ...]:
    readers = context.graph.affected_by(f"parameter:{parameter.name}")
    links = [f"[{prose(context.titles[one])}]({context.places[one].removeprefix('../../')})" for one in readers]
    kind = f"{parameter.type}" + (f"（{parameter.unit}）" if parameter.unit else "")
    span = "—" if parameter.low is None and parameter.high is None else f"{parameter.low or ''}–{parameter.high or ''}"
    name = f"`{parameter.name.removeprefix(f'{document.id}/')}`"
    return (name, prose(parameter.title), kind, span, prose(parameter.why), "、".join(links))


def _external(context: rules.Context) -> Page:
    """The instruments that are cited and not in the repository, with what cites them."""
    rows = []
    for name in sorted(context.graph.external()):
        sources = sorted(source for source, _ in context.graph.network.in_edges(f"external:{name}"))
        rows.append((prose(name), "、".join(dict.fromkeys(_citing(source, context) for source in sources))))
    intro = "原文引用、这里没有收录的法律、文件和清单。命令 `qinglian graph --external` 列出同样的内容。"
    return Page.of(
        "policies/external.md", "# 引用的其他文件 · External instruments", intro, table(("文件", "引用处"), rows)
    )


def _citing(source: str, context: rules.Context) -> str:
    kind, _, name = source.partition(":")
    if kind == "document":
        return f"[{name}]({name}/index.md)"
    there = context.places.get(name)
    return prose(name) if there is None else f"[{prose(context.titles[name])}]({there.removeprefix('../../')})"


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
    link = f"[{prose(item.section)}]({slug(item)}.md)"
    return (link, prose(item.title), str(len(item.rules)), str(len(item.definitions)))


def _local(name: str) -> str:
    return name.rpartition("/")[2]
