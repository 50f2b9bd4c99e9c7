"""A small document, the five real texts, and a checker that only looks up clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.documents import Loaded, Quoter, Topics, load_document
from qinglian_rules.documents.bare import SourceText
from qinglian_rules.documents.source import SourceCheck, check_source
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.nodes import Const, Node
from qinglian_rules.ir.rules import Document, Quotation, TextBlock
from qinglian_rules.ir.types import BOOL
from qinglian_rules.passes.context import CheckedItem, Context
from qinglian_rules.syntax import ItemFile, Mapping, Scalar, Value, read_item, read_mapping

POLICIES = Path(__file__).parents[2] / "policies"
IDS = ("gx-2021", "gx-2022", "gx-2023", "ha-2024", "ta-2024")
TRUE = Const(True, type=BOOL)

SOURCE = """某某卫生健康委员会文件

一、总体要求

建立健全奖惩机制，坚决查处违规

人员。畅通举报渠道，及时处理举报。

二、附则

本办法自印发之日起施行，举报电话（略）。
"""
POLICY = """id: sample
title: 样例
issuer: [某某卫生健康委员会]
in_force: {from: 2021-01-01, to: 2024-12-31}
reach: body.province == "广西"
rank: province
status: stable
"""
TITLE = """---
section: 题头
title: 题头
---
某某卫生健康委员会文件

```text
clause: 某某卫生健康委员会文件
why: title
```
"""
ONE = """---
section: 一
title: 总体要求
---
## 一、总体要求

建立健全奖惩机制，坚决查处违规人员。畅通举报渠道，及时处理举报。

```rule
id: rewards
clause: 建立健全奖惩机制
```

```duties
records:
  pursue: {clause: 坚决查处违规人员}
  report: {clause: 畅通举报渠道…及时处理举报}
```
"""
TWO = """---
section: 二
title: 附则
---
## 二、附则

本办法自印发之日起施行，举报电话（略）。

```text
clause: 本办法自印发之日起施行，举报电话（略）
why: artefact
```
"""
FILES = {
    "policy.yaml": POLICY,
    "source.txt": SOURCE,
    "0-head.md": TITLE,
    "1-overall.md": ONE,
    "2-closing.md": TWO,
}


def source(name: str) -> str:
    return (POLICIES / name / "source.txt").read_text(encoding="utf-8")


class ClauseChecks:
    """Looks up every `clause`, and finds nothing else wrong."""

    def check_item(self, item: ItemFile, context: Context) -> CheckedItem:
        texts: list[TextBlock] = []
        found: list[Diagnostic] = []
        for clause in (clause for block in item.blocks for clause in clauses(block.body)):
            quotations, wrong = context.quote(item, clause)
            texts.append(TextBlock("text", quotations, "title", ()))
            found.extend(wrong)
        return CheckedItem((), (), tuple(texts), tuple(found))

    def check_reach(self, reach: Scalar, context: Context) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        return TRUE, ()

    def check_policies(self, documents: Sequence[Document]) -> tuple[Diagnostic, ...]:
        return ()


def clauses(value: Value) -> Iterator[Value]:
    if isinstance(value, Mapping):
        for entry in value.entries:
            if entry.key.text == "clause":
                yield entry.value
            else:
                yield from clauses(entry.value)


def load(files: dict[str, str], topics: Topics | None = None) -> Loaded:
    return load_document(
        files, vocabulary=Vocabulary.current(), topics=topics or Topics(), checks=ClauseChecks(), folder="sample"
    )


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return the files of the sample with one text replaced in one of them."""
    assert old in FILES[name]
    return FILES | {name: FILES[name].replace(old, new)}


def item(text: str, path: str = "1-a.md", section: str = "一") -> ItemFile:
    read, found = read_item(path, f"---\nsection: {section}\ntitle: 甲\n---\n{text}\n")
    assert found == ()
    assert read is not None
    return read


def check(text: str, *items: ItemFile, complete: bool = True) -> SourceCheck:
    return check_source(SourceText("source.txt", text), items, complete=complete)


class Desk:
    """A text with its items, ready for quoting."""

    def __init__(self, text: str, *items: ItemFile) -> None:
        self.text = text
        self.items = items or (item(text),)
        source_text = SourceText("source.txt", text)
        placed = check_source(source_text, self.items, complete=False)
        self.quoter = Quoter(source_text, placed.passages)

    def quote(self, clause: str, at: int = 0) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
        """Quote the value of a `clause` line."""
        return self.quoter.quote(self.items[at], clause_value(clause))

    def words(self, clause: str, at: int = 0) -> list[list[str]]:
        """Return, for each quotation, what stands in the text at the spans of its fragments."""
        quotations, found = self.quote(clause, at)
        assert found == ()
        return [[self.text[start:end] for start, end in quotation.spans] for quotation in quotations]


def clause_value(clause: str) -> Value:
    mapping, found = read_mapping("1-a.md", f"clause: {clause}")
    assert found == ()
    value = mapping.get("clause")
    assert value is not None
    return value
