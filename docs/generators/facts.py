"""The fact types: what one record is, what dates it, and each field with its Chinese title, type and unit."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby

from generators.page import Page, prose, table
from qinglian_rules.facts.vocabulary import FactType, FieldKind, FieldType, Vocabulary

INTRO = """一个事实是一条记录。表的名称可用中文或英文，列名亦然；条件里两种名称也都能用。

A fact is one record. Sheets, columns and conditions may use the English names or the Chinese titles."""
BLANKS = {"none": "无 · none", "unknown": "未知 · unknown"}


def pages() -> Iterator[Page]:
    """Yield the list of fact types, then a page for each."""
    types = Vocabulary.current().types
    yield _index(types)
    yield from (_page(fact_type, types) for fact_type in types.values())


def _index(types: Mapping[str, FactType]) -> Page:
    by_module = sorted(types.values(), key=lambda fact_type: fact_type.model.__module__)
    blocks = [
        f"## {module.rpartition('.')[2]}\n\n{prose(_summary(module))}\n\n{_rows(group)}"
        for module, group in groupby(by_module, lambda fact_type: fact_type.model.__module__)
    ]
    return Page.of("reference/facts.md", "# 事实类型 · Fact types", INTRO, *blocks)


def _summary(module: str) -> str:
    return (inspect.getdoc(sys.modules[module]) or "").split("\n\n")[0]


def _rows(types: Iterator[FactType]) -> str:
    return table(
        ("名称", "type", "一条记录 · one record"),
        ((one.title, f"[{one.name}](facts/{one.name}.md)", prose(one.doc.split("\n\n")[0])) for one in types),
    )


def _page(fact_type: FactType, types: Mapping[str, FactType]) -> Page:
    fields = table(
        ("名称", "field", "类型 · type", "单位 · unit", "空格 · empty cell", "说明 · notes"),
        (_field(field, types) for field in fact_type.fields.values()),
    )
    return Page.of(
        f"reference/facts/{fact_type.name}.md",
        f"# {fact_type.title} · {fact_type.name}",
        inspect.cleandoc(fact_type.doc).replace("<", "&lt;"),
        _traits(fact_type),
        "## 字段 · Fields",
        fields,
        "[全部事实类型 · all fact types](../facts.md)",
    )


def _traits(fact_type: FactType) -> str:
    traits = {
        "键 · key": _code(*fact_type.key),
        "日期 · dated by": _code(fact_type.dated),
        "所属机构 · body": _code(fact_type.body),
        "类别 · kind": _code(fact_type.kind),
        "推导而来 · derived": "是 · yes" if fact_type.derived else "",
        "可指 · may be": _code(*fact_type.subtypes) if fact_type.abstract else "",
    }
    return "\n".join(f"- {name}: {value}" for name, value in traits.items() if value)


def _code(*names: str | None) -> str:
    return "、".join(f"`{name}`" for name in names if name)


def _field(field: FieldType, types: Mapping[str, FactType]) -> tuple[str, ...]:
    kind = _kind(field.type, types) + (" | 无" if field.nullable else "")
    notes = [prose(field.doc), "含个人信息 · private" if field.private else ""]
    blank = BLANKS[field.blank] if field.nullable else ""
    return (field.title, f"`{field.name}`", kind, field.unit or "", blank, " ".join(filter(None, notes)))


def _kind(kind: FieldKind, types: Mapping[str, FactType]) -> str:
    if kind.item is not None:
        return f"List: {_kind(kind.item, types)}"
    if kind.target is not None:
        return f"Ref: [{kind.target}]({kind.target}.md)" if kind.target in types else f"Ref: {kind.target}"
    return kind.name if not kind.words else "、".join(kind.words)
