"""Asking a mapping for a value of one shape, and reporting where it has another."""

from __future__ import annotations

from collections.abc import Iterable

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import syntax as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.model import Text
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.syntax.surface import Mapping, Scalar, Sequence, Value

SHAPES: dict[type, Text] = {
    Scalar: Text("文字", "text"),
    Sequence: Text("列表", "a list"),
    Mapping: Text("“键: 值”", "`key: value` entries"),
}

KEY_GLOSSES = {
    "id": "（编号，只用小写字母、数字和连字符）",
    "title": "（标题）",
    "section": "（文件自己的编号，如 三/（三）/4）",
    "clause": "（这条规则所依据的原文）",
    "each": "（判定的对象，如 visit in RepVisit）",
    "record": "（资料类别，如 制度）",
    "by": "（由哪个部门认定）",
    "conclude": "（推出什么事实）",
    "offices": "（责任部门）",
    "why": "（为什么不是规范，或者原文为什么没有写明）",
}
"""What a key holds, for whoever left it out."""


def span_of_key(mapping: Mapping, key: str) -> Span:
    """Return where `key` stands; the whole mapping where it is not there."""
    entry = mapping.entry(key)
    return mapping.span if entry is None else entry.key.span


def check_keys(
    mapping: Mapping,
    known: Iterable[str],
    required: Iterable[str],
    where: Span,
    name: tuple[str, str],
    found: list[Diagnostic],
) -> None:
    """Report unknown keys where they stand, and missing ones at `where`.

    Args:
        name: what the mapping is called, in Chinese and in English.
    """
    names = tuple(known)
    meant: set[str | None] = set()
    for entry in mapping.entries:
        key = entry.key.text
        if key not in names:
            near = nearest(key, names)
            meant.add(near)
            args = {"where": name[0], "where_en": name[1], "key": excerpt(key)}
            found.append(Diagnostic(codes.UNKNOWN_KEY, entry.key.span, args, near))
    for key in required:
        # A key that is there under a mistyped name is not missing too.
        if mapping.entry(key) is None and key not in meant:
            args = {"where": name[0], "where_en": name[1], "key": key, "gloss": KEY_GLOSSES.get(key, "")}
            found.append(Diagnostic(codes.MISSING_KEY, where, args))


def text_of(mapping: Mapping, key: str, found: list[Diagnostic]) -> Scalar | None:
    """Return the text under `key`; None where there is none or, reported, another shape."""
    value = mapping.get(key)
    if value is None or isinstance(value, Scalar):
        return value
    found.append(wrong_shape(key, Scalar, value))
    return None


def mapping_of(mapping: Mapping, key: str, found: list[Diagnostic]) -> Mapping | None:
    """Return the mapping under `key`; None where there is none or, reported, another shape."""
    value = mapping.get(key)
    if value is None or isinstance(value, Mapping):
        return value
    found.append(wrong_shape(key, Mapping, value))
    return None


def texts_of(mapping: Mapping, key: str, found: list[Diagnostic]) -> tuple[Scalar, ...]:
    """Return the texts under `key`, which is one text or a list of texts; () where there is none."""
    value = mapping.get(key)
    if value is None:
        return ()
    if isinstance(value, Scalar):
        return (value,)
    if isinstance(value, Mapping):
        found.append(wrong_shape(key, Sequence, value))
        return ()
    found.extend(wrong_shape(key, Scalar, item) for item in value.items if not isinstance(item, Scalar))
    return tuple(item for item in value.items if isinstance(item, Scalar))


def wrong_shape(key: str, expected: type, value: Value) -> Diagnostic:
    """Report that the value of `key` has another shape than it takes."""
    wanted, got = SHAPES[expected], SHAPES[type(value)]
    args = {"key": key, "expected": wanted.zh, "found": got.zh, "expected_en": wanted.en, "found_en": got.en}
    return Diagnostic(codes.WRONG_SHAPE, value.span, args)
