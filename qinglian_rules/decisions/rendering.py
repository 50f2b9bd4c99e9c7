"""A decision in words: text for a terminal, Markdown, HTML; Chinese or English."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qinglian_rules.backends.concluded import model_of, read
from qinglian_rules.backends.findings import deciding_rule_findings
from qinglian_rules.decisions.candidates import SOMETHING
from qinglian_rules.decisions.model import STATUS_ZH, Decision
from qinglian_rules.decisions.reason_words import chain_words, finding_words, limit_words, outside_words, reason_words
from qinglian_rules.decisions.wording import SEVERITY_ZH, quoted, word_value
from qinglian_rules.diagnostics import Lang
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.vocabulary import FieldType
from qinglian_rules.ir.rules import Rule

_MARKDOWN = re.compile(r"[\\`*_<\[|]")
_STATUS_EN = {"not_applicable": "not applicable", "pending": "pending"}
_LABELS = {
    "failed": ("未满足", "not met"),
    "forbidden": ("违反之处", "found"),
    "unknown": ("不明", "not known"),
    "holds": ("满足", "met"),
    "outside": ("不在适用范围", "outside of"),
    "source": ("来源", "follows from"),
    "citation": ("依据", "basis"),
    "handle": ("后续", "what follows"),
    "missing": ("查明", "would settle it"),
    "change": ("如果", "if"),
    "person": ("认定", "rests on"),
    "offices": ("责任部门", "responsible"),
    "running": ("说明", "note"),
    "reading": ("解读", "reading"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line of an explanation."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a reader of a decision sees: a heading, where it stands, the subject, and labelled lines."""

    status: str
    title: str
    place: str
    subject: str
    lines: tuple[Line, ...]


def card(decision: Decision, lang: Lang = "zh", *, tried: bool = True) -> Card:
    """Return a decision in words.

    Args:
        tried: with what would settle or change it, which is found by running the rule again many times.
    """
    zh = lang == "zh"
    severity = SEVERITY_ZH[decision.severity] if zh else decision.severity
    return Card(
        status=STATUS_ZH[decision.status] if zh else _STATUS_EN.get(decision.status, decision.status),
        title=f"{decision.rule.title}（{severity}）" if zh else f"{decision.rule.title} ({severity})",
        place=f"{decision.document.id} {decision.rule.section}",
        subject=_subject(decision, lang),
        lines=tuple(_lines(decision, lang, tried=tried)),
    )


def render_text(decision: Decision, lang: Lang = "zh", *, tried: bool = True) -> str:
    """Return a decision as plain text, several lines."""
    shown = card(decision, lang, tried=tried)
    colon = "：" if lang == "zh" else ": "
    head = f"{shown.status}  {shown.title}    {shown.place}"
    rows = [shown.subject, *(f"{line.label}{colon}{line.text}" for line in shown.lines)]
    return "\n".join([head, *(f"      {row}" for row in rows)])


def render_markdown(decision: Decision, lang: Lang = "zh", *, tried: bool = True) -> str:
    """Return a decision as Markdown: a heading and a list."""
    shown = card(decision, lang, tried=tried)
    colon = "：" if lang == "zh" else ": "
    lines = (f"- **{line.label}**{colon}{escape_markdown(line.text)}" for line in shown.lines)
    title = f"### {shown.status} {escape_markdown(shown.title)}"
    return "\n".join([title, "", f"`{shown.place}`", "", f"- {escape_markdown(shown.subject)}", *lines, ""])


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, whatever a table's cell held."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def render_html(decision: Decision, lang: Lang = "zh", *, tried: bool = True) -> str:
    """Return a decision as an HTML `article`; every text is escaped."""
    shown = card(decision, lang, tried=tried)
    rows = "".join(f"<dt>{html.escape(line.label)}</dt><dd>{html.escape(line.text)}</dd>" for line in shown.lines)
    return (
        f'<article class="decision {decision.status} {decision.severity}">'
        f"<h3><span>{html.escape(shown.status)}</span> {html.escape(shown.title)}</h3>"
        f"<p>{html.escape(shown.place)} · {html.escape(shown.subject)}</p><dl>{rows}</dl></article>"
    )


def _subject(decision: Decision, lang: Lang) -> str:
    fact_type = decision.world.vocabulary.types[decision.subject.type]
    parts = [f"{fact_type.title if lang == 'zh' else fact_type.name} {decision.subject.id}"]
    if decision.period is not None:
        parts.append(word_value(decision.period, lang))
    else:
        name = model_of(decision.fact).fact_dated
        day = None if name is None else read(decision.fact, name)
        parts += [word_value(day, lang)] if isinstance(day, date | DateSpan) else []
    body = decision.explanation.case.evaluator.scope.body
    if isinstance(body, str) and body != decision.subject.id:
        parts.append(body)
    return ("，" if lang == "zh" else ", ").join(parts)


def _lines(decision: Decision, lang: Lang, *, tried: bool) -> Iterator[Line]:
    yield from _reasons(decision, lang)
    for source in decision.explanation.sources:
        yield _line("source", chain_words(source, decision, lang), lang)
    for rule in (decision.rule, *decision.also):
        yield _line("citation", _citation(decision, rule), lang)
    if decision.rule.handle and decision.status == "violated":
        yield _line("handle", "；".join(quoted(str(words)) for words in decision.rule.handle), lang)
    if decision.rule.judgement is not None:
        yield _line("person", _person(decision, lang), lang)
    if tried:
        for missing in decision.explanation.missing:
            supplied = [lack.supplier.render(lang) for lack in missing.lacks]
            yield _line("missing", ("；并且" if lang == "zh" else "; and ").join(supplied), lang)
        yield from _change(decision, lang)
    if decision.running:
        note = "期间未结束，以上为截至目前的情况" if lang == "zh" else "the period has not ended; this is so far"
        yield _line("running", note, lang)
    if decision.offices:
        yield _line("offices", "、".join(decision.offices), lang)


def _line(label: str, text: str, lang: Lang) -> Line:
    return Line(_LABELS[label][0 if lang == "zh" else 1], text)


def _reasons(decision: Decision, lang: Lang) -> Iterator[Line]:
    kinds = {"violated": "failed", "pending": "failed", "undetermined": "unknown", "compliant": "holds"}
    label = kinds.get(decision.status, "outside")
    if label == "failed" and decision.rule.form == "forbid":
        label = "forbidden"
    reasons = decision.explanation.why
    outside = outside_words(decision, lang) if decision.status == "not_applicable" else None
    if outside is not None:
        yield _line("outside", outside, lang)
        return
    for name in dict.fromkeys(reason.name for reason in reasons):
        group = [reason for reason in reasons if reason.name == name]
        said = [reason_words(reason, decision, lang) for reason in group] + list(limit_words(group, decision, lang))
        words = ("；" if lang == "zh" else "; ").join(dict.fromkeys(said))
        yield _line(label, f"{name} — {words}" if name else words, lang)


def _citation(decision: Decision, rule: Rule) -> str:
    """The words of a rule and its document; with the section where it is not the one that the heading names."""
    words = "；".join(quoted(str(quotation)) for quotation in rule.clause)
    document = decision.world.documents[rule.document]
    section = "" if rule is decision.rule else f" {rule.section}"
    return f"{words}，{document.number or document.title}{section}"


def _person(decision: Decision, lang: Lang) -> str:
    """Whose word it is, and what it was."""
    spec = decision.rule.judgement
    assert spec is not None
    found = deciding_rule_findings(decision.world, decision.rule.id, spec, decision.fact, decision.period)
    if found:
        return "；".join(finding_words(finding, lang) for finding in found)
    offices = "、".join(spec.by)
    return f"本结论取决于{offices}的认定，还没有认定" if lang == "zh" else f"a finding of {offices}, who have made none"


def _change(decision: Decision, lang: Lang) -> Iterator[Line]:
    change = decision.explanation.change
    if change is None:
        return
    zh = lang == "zh"
    fields = decision.world.vocabulary.types[decision.subject.type].fields
    parts = [_changed(fields[item.field], item.value, lang) for item in change.fields]
    text = "、".join(parts) + "，则合规" if zh else " and ".join(parts) + ", it would be compliant"
    yield _line("change", text, lang)


def _changed(field: FieldType, value: object, lang: Lang) -> str:
    name = field.title if lang == "zh" else field.name.replace("_", " ")
    if value == SOMETHING:
        return f"填有{name}" if lang == "zh" else f"{name} were filled in"
    return f"{name}为{word_value(value, lang)}" if lang == "zh" else f"{name} were {word_value(value, lang)}"
