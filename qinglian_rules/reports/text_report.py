"""A report that a person reads in a minute on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.decisions.rendering import render_text
from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Refusal
from qinglian_rules.reports.json_report import refusal_data
from qinglian_rules.reports.outline import by_rule, by_severity, head, lacks, place_of

SHOWN = 8
"""Of how many rules, lacks and refusals one is written out; how many more there are is always said."""
LISTED = 20
"""Of how many further rules there is a line."""
NAMED = 6
"""How many further subjects of a rule are named."""


def render_text_report(
    report: Report, *, refused: Iterable[Refusal] = (), everything: bool = False, lang: Lang = "zh"
) -> str:
    """Return a report as text: counts, the gravest violations, what is missing most; `everything` writes out all."""
    rejected = tuple(refused)
    top = head(report, rejected, lang)
    lines = [top.title, *top.facts, "  ".join(f"{name} {count}" for name, count in top.counts), ""]
    lines.extend(_refused(rejected, lang))
    lines.extend(_violated(report, lang, everything=everything))
    lines.extend(_lacking(report, lang))
    if everything:
        others = (*report.undetermined, *report.pending, *report.compliant, *report.not_applicable)
        lines.extend(render_text(decision, lang, tried=False) for decision in others)
    return "\n".join(lines) + "\n"


def _refused(refused: tuple[Refusal, ...], lang: Lang) -> Iterator[str]:
    for refusal in refused[:SHOWN]:
        reason = refusal_data(refusal, lang)["reason"]
        yield (
            f"未读入  {place_of(refusal, lang)}：{reason}"
            if lang == "zh"
            else f"refused  {place_of(refusal, lang)}: {reason}"
        )
    if len(refused) > SHOWN:
        rest = len(refused) - SHOWN
        yield f"另有 {rest} 处未读入，见 --format json" if lang == "zh" else f"{rest} more refused: see --format json"
    if refused:
        yield ""


def _violated(report: Report, lang: Lang, *, everything: bool) -> Iterator[str]:
    if everything:
        for number, decision in enumerate(by_severity(report.violated)):
            yield render_text(decision, lang, tried=number < SHOWN)
            yield ""
        return
    groups = by_rule(report.violated)
    chosen = _chosen(groups)
    for group in chosen:
        yield render_text(group[0], lang)
        yield from _more_of_it(group, lang)
        yield ""
    yield from _other_rules([group for group in groups if group not in chosen], lang)


def _chosen(groups: list[list[Decision]]) -> list[list[Decision]]:
    """Return the groups that are written out: the gravest of every item first, then others, in their order."""
    items = [(group[0].document.id, group[0].rule.section) for group in groups]
    first = [number for number, item in enumerate(items) if item not in items[:number]]
    others = [number for number in range(len(groups)) if number not in first]
    return [groups[number] for number in sorted((first + others)[:SHOWN])]


def _more_of_it(group: list[Decision], lang: Lang) -> Iterator[str]:
    rest = group[1:]
    if rest:
        named = "、".join(dict.fromkeys(decision.subject.id for decision in rest[:NAMED]))
        dots = "…" if len(rest) > NAMED else ""
        zh = f"      同一条规则另有 {len(rest)} 条违反：{named}{dots}"
        yield zh if lang == "zh" else f"      {len(rest)} more violations of this rule: {named}{dots}"


def _other_rules(groups: list[list[Decision]], lang: Lang) -> Iterator[str]:
    if groups:
        count = sum(len(group) for group in groups)
        zh = f"其余 {len(groups)} 条规则另有 {count} 条违反（用 --all、--format html 或 --format json 查看）："
        yield (
            zh if lang == "zh" else f"{count} more violations of {len(groups)} other rules (--all, --format html|json):"
        )
        for group in groups[:LISTED]:
            yield f"  {len(group):>6}  {group[0].rule.title}  {group[0].document.id} {group[0].rule.section}"
        if len(groups) > LISTED:
            yield "       …"
        yield ""


def _lacking(report: Report, lang: Lang) -> Iterator[str]:
    found = list(lacks(report, lang))
    if not found:
        return
    yield "待查明最常缺少：" if lang == "zh" else "what undetermined decisions lack most:"
    for name, count in found[:SHOWN]:
        yield f"  {count:>6}  {name}"
    if len(found) > SHOWN:
        yield f"  … 共 {len(found)} 项" if lang == "zh" else f"  … {len(found)} in all"
