"""One page an item of a document: its text, in which every clause leads to its rules, and the rules below it."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from generators.page import Page, fence, prose
from qinglian_rules.decisions.wording import SEVERITY_ZH
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import Graph
from qinglian_rules.ir.rules import Definition, Document, Item, Kind, Quotation, Rule, TextBlock

Norm = Rule | Definition

FORMS = {
    "require": "要求",
    "forbid": "禁止",
    "evidence": "查资料",
    "judgement": "人工认定",
    "define": "推导",
    "responsible": "责任分工",
    "text": "非规范文字",
}
KINDS: dict[Kind, str] = {
    "obligation": "义务",
    "prohibition": "禁止",
    "permission": "允许",
    "threshold": "限额",
    "frequency": "频次",
    "deadline": "期限",
    "sanction": "处理",
    "scope": "范围",
    "responsibility": "责任",
    "aim": "目标",
    "principle": "原则",
    "definition": "定义",
    "consequence": "后果",
    "veto": "一票否决",
}
WHYS = {
    "title": "题名",
    "preamble": "引言",
    "cross-reference": "依据",
    "contact": "联系方式",
    "signature": "落款",
    "artefact": "排印痕迹",
}
NEIGHBOURS = {
    "specialises": "细化",
    "specialises-by": "细化它的",
    "same": "要求相同",
    "same-by": "要求相同",
    "cites": "引用",
    "cites-by": "被引用于",
    "helped-by": "辅助",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What pages of items link to: the dependency graph, and the place of each rule by its id."""

    graph: Graph
    places: Mapping[str, str]


def places(documents: Iterable[Document]) -> dict[str, str]:
    """Return where each rule and definition stands, as a path from the page of any item."""
    return {
        norm.id: f"../{document.id}/{_slug(item)}.md#r{number}"
        for document in documents
        for item in document.items
        for number, norm in enumerate(_norms(document, item), 1)
    }


def pages(document: Document, context: Context) -> Iterator[Page]:
    """Yield the page of each item."""
    for number, item in enumerate(document.items):
        norms = _norms(document, item)
        yield Page.of(
            f"policies/{document.id}/{_slug(item)}.md",
            f"# {prose(' '.join(dict.fromkeys((item.section, item.title))))}",
            _ways(document, number),
            _annotated(document, item, norms),
            "## 规则" if norms else "",
            *(_norm(place, norm, context) for place, norm in enumerate(norms, 1)),
            "## 不含规范的文字" if item.texts else "",
            "\n".join(_text(block) for block in item.texts),
        )


def _slug(item: Item) -> str:
    return PurePosixPath(item.file).stem


def _ways(document: Document, number: int) -> str:
    """Return links to the document, and to the items before and behind."""
    ways = [f"[{prose(document.title)}](index.md)"]
    for name, place in (("上一条", number - 1), ("下一条", number + 1)):
        if 0 <= place < len(document.items):
            item = document.items[place]
            ways.append(f"{name} [{prose(item.section)}]({_slug(item)}.md)")
    return " · ".join(ways)


def _offsets(document: Document, item: Item) -> list[int]:
    """Return where each character of the item stands in the text of the document; white space does not count."""
    count = sum(1 for character in item.text if not character.isspace())
    after = (at for at in range(item.start, len(document.source)) if not document.source[at].isspace())
    return list(islice(after, count))


def _norms(document: Document, item: Item) -> list[Norm]:
    """Return the rules and definitions in the order in which their words end; those without words come last."""
    offsets = _offsets(document, item)
    return sorted((*item.rules, *item.definitions), key=lambda norm: (_last(norm, offsets), norm.id))


def _last(norm: Norm, offsets: Sequence[int]) -> int:
    """Return the last character of the norm's own words in this item, one behind all where it has none."""
    first, last = offsets[0], offsets[-1]
    ends = [end - 1 for quotation in norm.clause for start, end in quotation.spans if first <= start <= last]
    return max(ends, default=last + 1)


def _annotated(document: Document, item: Item, norms: Sequence[Norm]) -> str:
    """The item's text with a numbered mark behind the words of each norm, headings in bold."""
    offsets = iter(_offsets(document, item))
    marks = _marks(document, item, norms)
    headings = {at for start, stop in item.headings for at in range(start, stop)}
    lines = []
    for line in item.text.split("\n"):
        places = [(next(offsets) if not character.isspace() else None, character) for character in line]
        words = "".join(html.escape(character, quote=False) + marks.get(at, "") for at, character in places)
        bold = any(at in headings for at, _ in places)
        lines.append(f"<p><strong>{words}</strong></p>" if bold else f"<p>{words}</p>")
    return "\n".join(['<div class="clause">', *lines, "</div>"])


def _marks(document: Document, item: Item, norms: Sequence[Norm]) -> dict[int | None, str]:
    """Return the marks of norms by the last character of their words."""
    offsets = _offsets(document, item)
    marks: dict[int | None, str] = {}
    for number, norm in enumerate(norms, 1):
        at = _last(norm, offsets)
        # The word joiner keeps a mark on the line of the words that it belongs to.
        mark = f'&#8288;<sup><a href="#r{number}" title="{html.escape(norm.title)}">{number}</a></sup>'
        marks[at] = marks.get(at, "") + mark
    return marks


def _norm(number: int, norm: Norm, context: Context) -> str:
    form = norm.form if isinstance(norm, Rule) else "define"
    facts = [f"`{norm.id}`", FORMS[form], KINDS[norm.kind]]
    if isinstance(norm, Rule):
        facts.append(SEVERITY_ZH[norm.severity])
    blocks = (
        f'<a id="r{number}"></a>',
        f"### {number}. {prose(norm.title)}",
        " · ".join(facts),
        "**原文** " + "；".join(_words(quotation) for quotation in norm.clause) if norm.clause else "",
        f"**解读** {prose(norm.reading)}" if norm.reading else "",
        fence(textwrap.dedent(norm.source), "yaml"),
        "\n".join(_connections(norm, context)),
    )
    return "\n\n".join(block for block in blocks if block)


def _words(quotation: Quotation) -> str:
    return f"“{prose(str(quotation))}”" + ("（引自他条）" if quotation.borrowed else "")


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
        yield "- 参数：" + "、".join(f"`{name}`" for name in parameters)
    for kind, title in NEIGHBOURS.items():
        names = [name.partition(":")[2] for name in near.get(kind, ())]
        if names:
            yield f"- {title}：" + "、".join(_link(name, context) for name in names)


def _field(name: str) -> str:
    """Return a field by its Chinese names, linked to the page of its type."""
    type_name, _, field_name = name.partition(".")
    fact_type = Vocabulary.current().types[type_name]
    field = fact_type.fields[field_name]
    return f"[{fact_type.title}.{field.title}](../../reference/facts/{type_name}.md)"


def _type(name: str) -> str:
    return f"[{Vocabulary.current().types[name].title}](../../reference/facts/{name}.md)"


def _link(name: str, context: Context) -> str:
    place = context.places.get(name)
    return prose(name) if place is None else f"[`{name}`]({place})"


def _text(block: TextBlock) -> str:
    label = "、".join(block.offices) if block.form == "responsible" else WHYS.get(block.why or "", "")
    return f"- {'；'.join(_words(quotation) for quotation in block.clause)}（{prose(label)}）"
