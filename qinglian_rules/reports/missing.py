"""What a decision hangs on, in the words of those who can supply it."""

from __future__ import annotations

from qinglian_rules.decisions.model import Report
from qinglian_rules.diagnostics import Lang

_KINDS = {
    "judgement": "{name}的认定",
    "judged": "对“{name}”的认定",
    "conflict": "{name}只有一个结论（现有的互相矛盾）",
    "in_force": "《{name}》何时施行",
    "complete": "“{name}”已交齐的声明",
    "calendar": "{name}有关日期的放假安排（还没有收录）",
}


def word_missing(name: str, report: Report, lang: Lang) -> str:
    """Return one name of `Decision.missing` in words: Chinese titles, or the name itself in English."""
    if lang == "en":
        return name
    kind, colon, rest = name.partition(": ")
    if not colon:
        return _parameter(name, report) or _field(name, report) or name
    if kind == "complete":
        fact_type = report.world.vocabulary.types.get(rest)
        rest = fact_type.title if fact_type is not None else rest
    elif kind == "conflict":
        rest = _field(rest, report) or rest
    elif kind == "in_force":
        document = report.world.documents.get(rest)
        rest = document.title if document is not None else rest
    return _KINDS.get(kind, kind + ": {name}").format(name=rest)


def _parameter(name: str, report: Report) -> str | None:
    """Return `params.removal_limit` by its title; the documents may have several of one name."""
    known = {parameter.name: parameter for d in report.world.documents.values() for parameter in d.parameters}
    titles = [one.title for full, one in known.items() if f"params.{full.rpartition('/')[2]}" == name]
    return None if not titles else "参数" + "或".join(f"“{title}”" for title in dict.fromkeys(titles))


def _field(name: str, report: Report) -> str | None:
    type_name, _, field_name = name.partition(".")
    fact_type = report.world.vocabulary.types.get(type_name)
    field = None if fact_type is None else fact_type.fields.get(field_name)
    return None if fact_type is None or field is None else f"{fact_type.title}的“{field.title}”"
