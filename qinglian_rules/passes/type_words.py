"""Types and fields as Chinese messages say them: `DateTime` is 日期时间, `RepVisit` is “医药代表来访”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from qinglian_rules.facts.vocabulary import Vocabulary

_SCALARS: Final = {
    "Bool": "“是/否”",
    "Int": "整数",
    "Decimal": "数",
    "Ratio": "比例",
    "Str": "文字",
    "Enum": "固定的词",
    "Date": "日期",
    "DateTime": "日期时间",
    "Time": "钟点",
    "Duration": "时长",
    "Span": "期间",
    "Slot": "每周时段",
    "None": "无",
    "Rhythm": "周期",
}
_ENUM: Final = re.compile(r"Enum\(([^)]*)\)")
_REFERENCE: Final = re.compile(r"Ref\[(\w+)\]")
_LIST: Final = re.compile(r"List\[([^\[\]]*)\]")
_FIELD: Final = re.compile(r"\b([A-Z]\w*)\.(\w+)\b", re.ASCII)
_NAME: Final = re.compile(r"\b[A-Z]\w*\b", re.ASCII)
_TYPED: Final = ("type", "left", "right", "given", "wanted", "field")


def with_chinese(args: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments of a message with those that name types added in Chinese, `type_zh` beside `type`."""
    added = {f"{name}_zh": in_chinese(args[name]) for name in _TYPED if name in args}
    return {**args, **added}


def in_chinese(text: str) -> str:
    """Return the written form of a type, of several, or of a field, in Chinese."""
    text = text.replace(" | None", "（可以没有）")
    text = _ENUM.sub(r"固定的词（\1）", text)
    text = _FIELD.sub(lambda match: _field(match[1], match[2]) or match[0], text)
    text = _REFERENCE.sub(lambda match: f"{_called(match[1])}的编号", text)
    text = _LIST.sub(lambda match: f"由{in_chinese(match[1])}组成的列表", text)
    return _NAME.sub(lambda match: _SCALARS.get(match[0]) or _called(match[0]), text)


def _called(name: str) -> str:
    fact_type = Vocabulary.current().types.get(name)
    return f"“{fact_type.title}”" if fact_type is not None and fact_type.title else name


def _field(type_name: str, field_name: str) -> str | None:
    fact_type = Vocabulary.current().types.get(type_name)
    field = None if fact_type is None else fact_type.fields.get(field_name)
    return None if field is None or not field.title else f"{_called(type_name)}的“{field.title}”"
