"""A report that a person reads in a minute on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qinglian_rules.decisions.model import Report
from qinglian_rules.decisions.rendering import render_text
from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Refusal
from qinglian_rules.reports.json_report import refusal_data
from qinglian_rules.reports.outline import by_severity, head, lacks, place_of

SHOWN = 12
"""How many violations are written out; how many more there are is always said."""


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
    ordered = by_severity(report.violated)
    shown = ordered if everything else ordered[:SHOWN]
    for number, decision in enumerate(shown):
        yield render_text(decision, lang, tried=number < SHOWN)
        yield ""
    rest = len(ordered) - len(shown)
    if rest:
        zh = f"另有 {rest} 条违反，用 --all、--format html 或 --format json 查看"
        yield zh if lang == "zh" else f"{rest} more violations: see --all, --format html or --format json"
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
