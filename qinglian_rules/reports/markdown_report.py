"""A report as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from qinglian_rules.decisions.model import STATUS_ZH, Report
from qinglian_rules.decisions.rendering import escape_markdown, render_markdown
from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Refusal
from qinglian_rules.reports.json_report import refusal_data
from qinglian_rules.reports.outline import TRIED, by_severity, head, lacks, place_of


def render_markdown_report(
    report: Report, *, refused: Iterable[Refusal] = (), everything: bool = False, lang: Lang = "zh"
) -> str:
    """Return a report as Markdown: all violations, what is undetermined and pending, refused rows."""
    rejected = tuple(refused)
    top = head(report, rejected, lang)
    lines = [f"# {top.title}", "", *(f"- {fact}" for fact in top.facts), ""]
    lines += ["| " + " | ".join(name for name, _ in top.counts) + " |", "|" + " --- |" * len(top.counts)]
    lines += ["| " + " | ".join(str(count) for _, count in top.counts) + " |", ""]
    groups = [report.violated, report.undetermined, report.pending]
    groups += [report.compliant, report.not_applicable] if everything else []
    written = 0
    for group in groups:
        if group:
            name = STATUS_ZH[group[0].status] if lang == "zh" else group[0].status
            lines += [f"## {name}（{len(group)}）" if lang == "zh" else f"## {name} ({len(group)})", ""]
        for decision in by_severity(group):
            lines.append(render_markdown(decision, lang, tried=written < TRIED))
            written += 1
    found = list(lacks(report, lang))
    if found:
        lines += ["## 缺少的信息" if lang == "zh" else "## What is missing", ""]
        lines += [f"- {name}：{count}" for name, count in found] + [""]
    if rejected:
        lines += ["## 未读入" if lang == "zh" else "## Refused", ""]
    for refusal in rejected:
        place, reason = place_of(refusal, lang), refusal_data(refusal, lang)["reason"]
        lines.append("- " + escape_markdown(f"{place}：{reason}" if lang == "zh" else f"{place}: {reason}"))
    return "\n".join(lines) + "\n"
