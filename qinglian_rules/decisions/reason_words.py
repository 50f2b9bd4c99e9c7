"""The parts of a condition that decided, and derived facts with their sources, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qinglian_rules.backends.concluded import Absent, model_of
from qinglian_rules.backends.findings import deciding_findings
from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.occasions import in_force, norm_force
from qinglian_rules.decisions.deciding import Reason
from qinglian_rules.decisions.explanation import Source, occasion_of
from qinglian_rules.decisions.model import Decision
from qinglian_rules.decisions.near import Near
from qinglian_rules.decisions.wording import word_value
from qinglian_rules.diagnostics import Lang
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.vocabulary import FactType
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Document
from qinglian_rules.ir.show import show

MOST_KEYS = 5
_CALENDAR = "calendar: "
_FORCE = "in_force: "
_FINDINGS = {"judged": "对“{name}”的认定", "judgement": "{name}的认定"}


def reason_words(reason: Reason, decision: Decision, lang: Lang) -> str:
    """Return what a part read and found; the condition itself where that says nothing."""
    zh = lang == "zh"
    shown = list(_found(reason, decision, lang)) if _ranges(reason.node) else list(_values(reason, decision, lang))
    if not shown and not reason.causes:
        condition = show(reason.node, lang)
        shown = [f"“{condition}”" if zh else f"`{condition}`"]
    if reason.node is decision.rule.due:
        shown.insert(0, "期限不能确定" if zh else "the due is open")
    if reason.value is None:
        shown.extend(_lacking(reason.causes, decision, lang))
    return ("，" if zh else ", ").join(shown)


def _lacking(causes: Iterable[str], decision: Decision, lang: Lang) -> Iterator[str]:
    """What an unknown part hangs on; days whose calendar is not published are nobody's to hand over."""
    regions = [cause.removeprefix(_CALENDAR) for cause in causes if cause.startswith(_CALENDAR)]
    documents = [cause.removeprefix(_FORCE) for cause in causes if cause.startswith(_FORCE)]
    others = [cause_words(cause, decision, lang) for cause in causes if not cause.startswith((_CALENDAR, _FORCE))]
    if others:
        yield ("缺" if lang == "zh" else "missing ") + "、".join(others)
    for region in regions:
        zh, en = f"{region}有关日期的放假安排还没有收录", f"the days off of {region} are not known so far"
        yield zh if lang == "zh" else en
    for name in documents:
        yield _force_words(decision.world.documents[name], lang)


def _force_words(document: Document, lang: Lang) -> str:
    """That the text of a document, or of the one that follows it, does not give a day of its force."""
    first, zh = document.force_from, lang == "zh"
    if first.earliest == first.latest:
        return f"《{document.title}》施行到何日不明" if zh else f"the last day of force of {document.id} is not known"
    low, high = word_value(first.earliest, lang), word_value(first.latest, lang)
    if zh:
        return f"《{document.title}》没有写明何日起施行，只知在{low}至{high}之间"
    return f"{document.id} does not say from which day on it is in force, which is between {low} and {high}"


def _ranges(node: n.Node) -> bool:
    """Whether a part says whether something is there, so that its words are about that and not about what it joins."""
    return isinstance(node, n.Exists | n.All) and isinstance(node.over.source, n.FactsOf)


def _found(reason: Reason, decision: Decision, lang: Lang) -> Iterator[str]:
    node, zh = reason.node, lang == "zh"
    assert isinstance(node, n.Exists | n.All)
    title = _title_of(reason, decision, lang)
    keys = "、".join(fact.key for fact in reason.facts[:MOST_KEYS])
    if reason.value is None:
        yield f"是否有符合条件的“{title}”不能确定" if zh else f"whether there is a matching {title} is open"
        if keys:
            yield f"可能是{keys}" if zh else f"it may be {keys}"
    elif isinstance(node, n.All):
        failing = f"“{title}” {keys} 不符合" if zh else f"{title} {keys} fails"
        yield failing if keys and not reason.value else show(node, lang)
    elif reason.value:
        yield f"有“{title}” {keys}" if zh else f"there is {title} {keys}"
    else:
        yield f"没有符合条件的“{title}”记录" if zh else f"there is no matching {title}"
    if reason.near:
        near = ("、" if zh else ", ").join(_near(one, decision, lang) for one in reason.near)
        yield f"接近的有{near}" if zh else f"near it come {near}"


def _near(near: Near, decision: Decision, lang: Lang) -> str:
    """A fact that comes near, and what of it does not fit."""
    zh = lang == "zh"
    fields = decision.world.vocabulary.types[model_of(near.fact).__name__].fields
    said = [
        _said(fields[name].title if zh else name.replace("_", " "), value, lang) for name, value in near.values.items()
    ]
    what = ("，" if zh else ", ").join(said)
    if not what:
        return near.fact.key
    return f"{near.fact.key}（{what}）" if zh else f"{near.fact.key} ({what})"


def _values(reason: Reason, decision: Decision, lang: Lang) -> Iterator[str]:
    if isinstance(reason.node, n.Judged):
        yield from _judged(reason, reason.node, decision, lang)
        return
    zh = lang == "zh"
    if reason.measure is not None and reason.target is not None:
        yield _measured(reason, decision, lang)
    for name, value in reason.lets.items():
        # A `let` keeps the name that the rule gives it, which stands apart from the Chinese around it.
        yield _said(f"{name} " if lang == "zh" and name.isascii() else name, value, lang)
    if reason.measure is None or reason.target is None:
        for path, value in reason.values.items():
            title = path if path not in reason.fields else _field_title(*reason.fields[path], decision, lang)
            yield _said(title, value, lang)
    keys = [fact.key for fact in reason.facts[:MOST_KEYS]]
    if keys:
        dots = "…" if len(reason.facts) > MOST_KEYS else ""
        yield ("涉及" if zh else "concerning ") + "、".join(keys) + dots


def _said(title: str, value: object, lang: Lang) -> str:
    """One value under its title: yes, no and none after a colon, so that Chinese does not say 是是."""
    word = word_value(value, lang)
    if lang == "en":
        return f"{title} is {word}"
    if value is None or isinstance(value, bool):
        return f"{title.rstrip()}：{word}"
    return f"{title}是{' ' if title.endswith(' ') else ''}{word}"


def _measured(reason: Reason, decision: Decision, lang: Lang) -> str:
    """What a count, a share, a sum over facts came to."""
    title, word = _title_of(reason, decision, lang), word_value(reason.measure, lang)
    parts = (reason.node.left, reason.node.right) if isinstance(reason.node, n.Compare) else ()
    if any(isinstance(part, n.ShareOf) for part in parts):
        return f"符合的“{title}”占{word}" if lang == "zh" else f"{word} of {title} do"
    if any(isinstance(part, n.Count) for part in parts):
        return f"符合条件的“{title}”有{word}条" if lang == "zh" else f"there are {word} of {title}"
    return f"“{title}”得出{word}" if lang == "zh" else f"{title} come to {word}"


def _judged(reason: Reason, node: n.Judged, decision: Decision, lang: Lang) -> Iterator[str]:
    """A person's answer to a question: yes or no, by whom and when; that there is none, where that is so."""
    fact = decision.explanation.case.evaluator.value(node.fact)
    found = () if isinstance(fact, Absent | Unknown) else deciding_findings(decision.world, node.question, fact)
    by = "；".join(finding_words(finding, lang) for finding in found)
    if lang == "zh":
        yield f"“{node.question}”" + (f"由{by}" if by else "还没有认定")
    else:
        yield f'"{node.question}": ' + (by or "nobody has judged it")


def finding_words(finding: Judgement, lang: Lang) -> str:
    """Return who found what, and when."""
    office, day, word = (word_plain(part, lang) for part in (finding.office, finding.date, finding.finding))
    basis = finding.basis if isinstance(finding.basis, str) else None
    if lang == "zh":
        return f"{office}于{day}认定“{word}”" + (f"（依据：{basis}）" if basis else "")
    return f'{office} found "{word}" on {day}' + (f" ({basis})" if basis else "")


def word_plain(value: object, lang: Lang) -> str:
    """Return a text without quotation marks, anything else as a value is written."""
    return value if isinstance(value, str) else word_value(value, lang)


def limit_words(reasons: Iterable[Reason], decision: Decision, lang: Lang) -> Iterator[str]:
    """Yield the due and the parameters that some parts compare with, each once."""
    titles = {parameter.name: parameter.title for parameter in decision.document.parameters}
    limits = {name: value for reason in reasons for name, value in reason.limits.items()}
    for name, value in limits.items():
        word = word_value(value, lang)
        if name == "due":
            yield f"期限是{word}" if lang == "zh" else f"due is {word}"
        else:
            yield f"“{titles.get(name, name)}”是{word}" if lang == "zh" else f"{name} is {word}"


def _title_of(reason: Reason, decision: Decision, lang: Lang) -> str:
    assert reason.target is not None
    return _type_title(decision.world.vocabulary.types[reason.target], lang)


def _field_title(type_name: str, field: str, decision: Decision, lang: Lang) -> str:
    fact_type = decision.world.vocabulary.types[type_name]
    title = fact_type.fields[field].title if lang == "zh" else field.replace("_", " ")
    if type_name == decision.subject.type:
        return title
    return f"{fact_type.title}的{title}" if lang == "zh" else f"{type_name}'s {title}"


def _type_title(fact_type: FactType, lang: Lang) -> str:
    return fact_type.title if lang == "zh" else fact_type.name


def cause_words(cause: str, decision: Decision, lang: Lang) -> str:
    """Return a missing thing by its Chinese title, or as it is named in English."""
    types = decision.world.vocabulary.types
    kind, _, name = cause.partition(": ")
    if lang == "en":
        return cause
    if kind == "complete" and name in types:
        return f"“{types[name].title}”的完整性声明"
    if kind == "in_force" and name in decision.world.documents:
        return f"《{decision.world.documents[name].title}》的施行日期"
    if kind in _FINDINGS:
        return _FINDINGS[kind].format(name=name)
    if kind == "the" and name in types:
        return f"适用的“{types[name].title}”（没有，或者有几条不同的）"
    if cause.startswith("params."):
        parameters = {p.name.rpartition("/")[2]: p.title for p in decision.document.parameters}
        return f"参数“{parameters.get(cause[7:], cause[7:])}”"
    type_name, _, field = cause.partition(".")
    if type_name in types and field in types[type_name].fields:
        return f"{types[type_name].title}的“{types[type_name].fields[field].title}”"
    return cause


def outside_words(decision: Decision, lang: Lang) -> str | None:
    """Return why a rule does not apply, where it is not its `when`: want of force or of reach; None otherwise."""
    zh = lang == "zh"
    occasion = occasion_of(decision)
    if in_force(decision.world, occasion) is False:
        days = word_value(norm_force(decision.world, decision.rule).days, lang)
        return f"不在施行期：{days}" if zh else f"not in force: {days}"
    if not decision.explanation.why_not:
        reach = show(decision.document.reach, lang)
        return f"不在适用范围：{reach}" if zh else f"out of reach: {reach}"
    return None


def chain_words(source: Source, decision: Decision, lang: Lang) -> str:
    """Return a derived fact with what it follows from, back to the facts that caused it."""
    types = decision.world.vocabulary.types
    titles = [_type_title(types[name], lang) for name in (source.type, source.subject_type)]
    concluded = ("，" if lang == "zh" else ", ").join(_concluded(source.values, lang))
    what = f"{titles[0]} {source.key}" + (f"（{concluded}）" if concluded else "")
    veto = ("一票否决，" if lang == "zh" else "veto, ") if source.veto else ""
    text = f"{what}{'由' if lang == 'zh' else ' from '}{titles[1]} {source.subject_key}（{veto}{source.citation}）"
    rest = [chain_words(before, decision, lang) for before in source.sources]
    return " ← ".join([text, *rest])


def _concluded(values: Mapping[str, object], lang: Lang) -> Iterator[str]:
    for value in values.values():
        if not isinstance(value, Unknown) and value is not None:
            yield word_value(value, lang)
