"""One page an item of a document: its text, in which every clause leads to its rules, and the list of these."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import islice

from generators.names import KINDS, WHYS, Norm, form_of, own, slug
from generators.page import Page, prose, table
from qinglian_rules.decisions.wording import SEVERITY_ZH
from qinglian_rules.ir.rules import Document, Item, Quotation, Rule, TextBlock


def pages(document: Document) -> Iterator[Page]:
    """Yield the page of each item."""
    for number, item in enumerate(document.items):
        norms = norms_of(document, item)
        yield Page.of(
            f"policies/{document.id}/{slug(item)}.md",
            f"# {prose(' '.join(dict.fromkeys((item.section, item.title))))}",
            _ways(document, number),
            _annotated(document, item, norms),
            "## 规则" if norms else "",
            table(("", "规则", "形式", "种类", "程度"), (_row(item, *one) for one in enumerate(norms, 1)))
            if norms
            else "",
            "## 不含规范的文字" if item.texts else "",
            "\n".join(_text(block) for block in item.texts),
        )


def _row(item: Item, number: int, norm: Norm) -> tuple[str, ...]:
    severity = SEVERITY_ZH[norm.severity] if isinstance(norm, Rule) else ""
    link = f"[{prose(norm.title)}]({slug(item)}/{own(norm)}.md)<br>`{norm.id}`"
    return (f'<a id="r{number}"></a>{number}', link, form_of(norm), KINDS[norm.kind], severity)


def _ways(document: Document, number: int) -> str:
    """Return links to the document, and to the items before and behind."""
    ways = [f"[{prose(document.title)}](index.md)"]
    for name, place in (("上一条", number - 1), ("下一条", number + 1)):
        if 0 <= place < len(document.items):
            item = document.items[place]
            ways.append(f"{name} [{prose(item.section)}]({slug(item)}.md)")
    return " · ".join(ways)


def offsets_of(document: Document, item: Item) -> list[int]:
    """Return where each character of the item stands in the text of the document; white space does not count."""
    count = sum(1 for character in item.text if not character.isspace())
    after = (at for at in range(item.start, len(document.source)) if not document.source[at].isspace())
    return list(islice(after, count))


def norms_of(document: Document, item: Item) -> list[Norm]:
    """Return the rules and definitions in the order in which their words end; those without words come last."""
    offsets = offsets_of(document, item)
    return sorted((*item.rules, *item.definitions), key=lambda norm: (_last(norm, offsets), norm.id))


def _last(norm: Norm, offsets: Sequence[int]) -> int:
    """Return the last character of the norm's own words in this item, one behind all where it has none."""
    first, last = offsets[0], offsets[-1]
    ends = [end - 1 for quotation in norm.clause for start, end in quotation.spans if first <= start <= last]
    return max(ends, default=last + 1)


def _annotated(document: Document, item: Item, norms: Sequence[Norm]) -> str:
    """The item's text with a numbered mark behind the words of each norm, headings in bold."""
    offsets = iter(offsets_of(document, item))
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
    offsets = offsets_of(document, item)
    marks: dict[int | None, str] = {}
    for number, norm in enumerate(norms, 1):
        at = _last(norm, offsets)
        # The word joiner keeps a mark on the line of the words that it belongs to.
        mark = (
            f'&#8288;<sup><a href="{slug(item)}/{own(norm)}.html" title="{html.escape(norm.title)}">{number}</a></sup>'
        )
        marks[at] = marks.get(at, "") + mark
    return marks


def quoted_words(quotation: Quotation) -> str:
    """Return the words that a block quotes, and whether they stand in another item."""
    return f"“{prose(str(quotation))}”" + ("（引自他条）" if quotation.borrowed else "")


def _text(block: TextBlock) -> str:
    label = "、".join(block.offices) if block.form == "responsible" else WHYS.get(block.why or "", "")
    return f"- {'；'.join(quoted_words(quotation) for quotation in block.clause)}（{prose(label)}）"
