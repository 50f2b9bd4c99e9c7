"""The words of the blank workbook: what goes into a column, what an empty cell means, how to begin."""

from __future__ import annotations

from qinglian_rules.diagnostics import Lang, Text
from qinglian_rules.facts.vocabulary import FactType, FieldKind, FieldType, Vocabulary
from qinglian_rules.inputs.workbook.layout import ColumnSpec

MOST_WORDS = 30

KINDS = {
    "Bool": Text("是或否", "是 (yes) or 否 (no)"),
    "Int": Text("整数", "a whole number"),
    "Decimal": Text("数，如 1234.50", "a number such as 1234.50"),
    "Ratio": Text("比例，如 30%、0.3 或 3/10", "a ratio: 30%, 0.3 or 3/10"),
    "Str": Text("文字", "text"),
    "Enum": Text("从下拉列表里选", "a word of the list"),
    "Date": Text("日期，如 2023-05-10", "a date such as 2023-05-10"),
    "DateTime": Text("日期和时间，如 2023-05-10 15:00", "a date with its time, such as 2023-05-10 15:00"),
    "Time": Text("时间，如 15:00", "a time such as 15:00"),
    "Duration": Text("时长，如 30分钟、2小时、3天", "a duration such as 30 minutes"),
    "Span": Text("起止日期，如 2021-01-01..2023-05-01；未结束写 2021-01-01..", "a span: 2021-01-01..2023-05-01"),
    "Slot": Text("每周的时段，如 周三 14:00-17:00", "a weekly slot such as 周三 14:00-17:00"),
    "Ref": Text("“{target}”表里的编号", "the id of a `{target}`"),
    "List": Text("可写多项，用分号隔开；每项：", "any number of items with semicolons between; each: "),
}
ENDS = {
    "start": Text("开始的日期，如 2021-01-01", "the first day, such as 2021-01-01"),
    "end": Text("结束的日期（含当日）；还没有结束就写“无”或“至今”", "the last day; 无 where it has not ended"),
}
EMPTY_IS_NONE = Text("留空：没有；不知道就写“未知”", "empty: none; write 未知 where it is not known")
EMPTY_IS_UNKNOWN = Text("留空：不知道；确知没有就写“无”", "empty: not known; write 无 where there is none")
EMPTY_IS_ONLY_UNKNOWN = Text("留空：不知道", "empty: not known")
OPTIONAL = Text("可以留空", "may be left empty")
REQUIRED = Text("必填", "required")
UNIT = Text("单位：{unit}，只写数字", "unit: {unit}, digits only")
BARE_UNIT = Text("只写数字时以{unit}计", "a bare number is in {unit}")
PRIVATE = Text("个人或患者信息，注意保管", "personal or patient data")

INSTRUCTIONS = Text(
    """本工作簿由 qinglian template 生成，填好后运行：qinglian check 本文件.xlsx
每张表是一种记录，一行一条；用不到的表留空即可。
列名上的批注说明这一列写什么、留空是什么意思；有下拉列表的请从中选。
“无”是确知没有，“未知”是不知道；两者结论不同，不要混用。
金额一律以元为单位，不写“万元”。日期写 2023-05-10，日期和时间写 2023-05-10 15:00。
人员和患者只写编号，不写姓名。一张表里引用另一张表的记录时，写那条记录的编号。
编号在同一张表里不能重复。任职期间等起止日期：还没有结束的，“结束”一列写“无”或“至今”。
“参数取值”表：原文没有写明的限期和数量由本单位设定，在“取值”一列填写；不填就是没有设定。
“完整性声明”表：只有声明某类记录在某段时间内已全部交来，才能判定“没有记录”就是没有做；没有声明的，结论是待查明。
名字以 # 开头的表和列只供阅读，不会读入。""",
    """This workbook was made by `qinglian template`. Fill it, then run: qinglian check FILE.xlsx
Each sheet is one kind of record, a row each; leave the sheets empty that you do not need.
The note on a header says what goes into the column, and what an empty cell means.
无 says that there is known to be none, 未知 that it is not known; the two lead to different decisions.
Amounts are in yuan. Dates are written 2023-05-10, dates with a time 2023-05-10 15:00.
Persons and patients are ids, never names. A record of another sheet is named by its id.
No id occurs twice in a sheet. Where a span has not ended, its end is 无.
`ParameterValue`: limits that the text leaves open and your hospital sets; an empty `value` leaves it unset.
`Complete`: only where you state that all records of a kind and a time were handed over does no record mean none.
Sheets and columns whose name starts with # are for reading and are not read back.""",
)


def note(column: ColumnSpec, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return what a person must know to fill a column, a line each."""
    field = column.field
    lines = [_what(column, vocabulary, lang)]
    if field.unit:
        lines.append(unit_text(field.unit, field.type.name, lang))
    words = field.type.words or (field.type.item.words if field.type.item is not None else ())
    if words:
        lines.append("、".join(words[:MOST_WORDS]) + ("…" if len(words) > MOST_WORDS else ""))
    lines.append(_when_empty(field, lang) if column.part is None else EMPTY_IS_ONLY_UNKNOWN.render(lang))
    if field.private:
        lines.append(PRIVATE.render(lang))
    if field.doc and lang == "en":
        lines.append(field.doc)
    return "\n".join(lines)


def _what(column: ColumnSpec, vocabulary: Vocabulary, lang: Lang) -> str:
    if column.part is not None:
        return ENDS[column.part].render(lang)
    return kind_text(column.field.type, vocabulary, lang)


def kind_text(kind: FieldKind, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return how values of a kind are written."""
    text = KINDS[kind.name].render(lang, {"target": _target(kind, vocabulary, lang)})
    return text if kind.item is None else text + kind_text(kind.item, vocabulary, lang)


def unit_text(unit: str, kind: str, lang: Lang) -> str:
    """Return what is said of a unit: a duration may be written with another one."""
    return (BARE_UNIT if kind == "Duration" else UNIT).render(lang, {"unit": unit})


def _target(kind: FieldKind, vocabulary: Vocabulary, lang: Lang) -> str:
    target = vocabulary.types.get(kind.target or "")
    if target is None:
        return kind.target or ""
    types = [vocabulary.types[name] for name in target.subtypes] if target.abstract else [target]
    return "、".join(_name(one, lang) for one in types)


def _name(fact_type: FactType, lang: Lang) -> str:
    return fact_type.title if lang == "zh" and fact_type.title else fact_type.name


def _when_empty(field: FieldType, lang: Lang) -> str:
    if field.required:
        return REQUIRED.render(lang)
    if not field.may_be_unknown:
        return OPTIONAL.render(lang)
    if not field.nullable:
        return EMPTY_IS_ONLY_UNKNOWN.render(lang)
    return (EMPTY_IS_NONE if field.blank == "none" else EMPTY_IS_UNKNOWN).render(lang)
