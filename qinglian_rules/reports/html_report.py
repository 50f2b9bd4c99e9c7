"""A report as one HTML file that needs nothing else: no script, no font, no network."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from qinglian_rules.decisions.model import STATUS_ZH, Decision, Report
from qinglian_rules.decisions.rendering import render_html
from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Refusal
from qinglian_rules.reports.json_report import refusal_data
from qinglian_rules.reports.outline import TRIED, by_rule, by_section, head, lacks

_STYLE = """
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:62rem;
margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .7rem;text-align:left}
td:nth-child(n+2){text-align:right}table.wide td{text-align:left}
article{border-left:.3rem solid #999;margin:1rem 0;padding:.1rem 1rem;background:#fafafa}
article.violated{border-color:#b3261e}article.undetermined{border-color:#b8860b}article.compliant{border-color:#2e7d32}
article h3{margin:.4rem 0;font-size:1.05rem}article h3 span{font-weight:normal;color:#555}
dl{display:grid;grid-template-columns:6rem 1fr;gap:.1rem .6rem;margin:.4rem 0}dt{color:#555}dd{margin:0}
summary{cursor:pointer;font-size:1.2rem;margin:1rem 0}
details.more{margin:-.6rem 0 1rem 1.3rem}details.more>summary{font-size:.95rem;color:#555;margin:0}
details.more h3{font-size:.95rem}
@media print{article{break-inside:avoid}}
"""
NAMED = 8
"""How many further subjects of a rule are named before somebody opens them."""


def render_html_report(
    report: Report, *, refused: Iterable[Refusal] = (), everything: bool = False, lang: Lang = "zh"
) -> str:
    """Return a report as a whole HTML page: counts by item, then within each status rule by rule."""
    rejected = tuple(refused)
    top = head(report, rejected, lang)
    groups = [report.violated, report.undetermined, report.pending]
    groups += [report.compliant, report.not_applicable] if everything else []
    body = [
        f"<h1>{html.escape(top.title)}</h1>",
        *(f"<p>{html.escape(fact)}</p>" for fact in top.facts),
        _table([[name for name, _ in top.counts], [str(count) for _, count in top.counts]]),
        *_sections(report, lang),
        *(part for group in groups for part in _group(group, lang)),
        *_lacking(report, lang),
        *_refused(rejected, lang),
    ]
    code = "zh-CN" if lang == "zh" else "en"
    return (
        f'<!doctype html>\n<html lang="{code}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{html.escape(top.title)}</title>'
        f"<style>{_STYLE}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _sections(report: Report, lang: Lang) -> Iterator[str]:
    names = [STATUS_ZH[status] if lang == "zh" else status for status in ("violated", "undetermined", "pending")]
    rows = [[section, *(str(count or "") for count in counts)] for section, counts in by_section(report)]
    if rows:
        yield "<h2>" + ("各条款的情况" if lang == "zh" else "Item by item") + "</h2>"
        yield _table([["条款" if lang == "zh" else "item", *names], *rows])


def _group(decisions: tuple[Decision, ...], lang: Lang) -> Iterator[str]:
    if not decisions:
        return
    status = decisions[0].status
    groups = by_rule(decisions)
    opened = " open" if status == "violated" else ""
    yield f"<details{opened}><summary>{html.escape(_heading(decisions, len(groups), lang))}</summary>"
    for number, group in enumerate(groups):
        yield render_html(group[0], lang, tried=number < TRIED and status in {"violated", "undetermined"})
        yield from _more_of_it(group[1:], lang)
    yield "</details>"


def _heading(decisions: tuple[Decision, ...], rules: int, lang: Lang) -> str:
    status, count = decisions[0].status, len(decisions)
    if lang == "zh":
        return f"{STATUS_ZH[status]} {count} 条，涉及 {rules} 条规则"
    return f"{status.replace('_', ' ')}: {count}, of {rules} rules"


def _more_of_it(rest: list[Decision], lang: Lang) -> Iterator[str]:
    """Yield the other decisions by a rule, folded up under the names of their subjects."""
    if not rest:
        return
    named = "、".join(dict.fromkeys(decision.subject.id for decision in rest[:NAMED]))
    dots = "…" if len(rest) > NAMED else ""
    title = f"同一条规则另有 {len(rest)} 条：{named}{dots}" if lang == "zh" else f"{len(rest)} more: {named}{dots}"
    yield f'<details class="more"><summary>{html.escape(title)}</summary>'
    yield from (render_html(decision, lang, tried=False) for decision in rest)
    yield "</details>"


def _lacking(report: Report, lang: Lang) -> Iterator[str]:
    rows = [[name, str(count)] for name, count in lacks(report, lang)]
    if rows:
        yield "<h2>" + ("缺少的信息" if lang == "zh" else "What is missing") + "</h2>"
        yield _table([["缺少", "涉及判定"] if lang == "zh" else ["missing", "decisions"], *rows])


def _refused(refused: tuple[Refusal, ...], lang: Lang) -> Iterator[str]:
    if refused:
        names = ("file", "sheet", "row", "column", "reason")
        rows = [[str(data[name] or "") for name in names] for data in (refusal_data(r, lang) for r in refused)]
        titles = ["文件", "工作表", "行", "列", "原因"] if lang == "zh" else list(names)
        yield "<h2>" + ("未读入的行" if lang == "zh" else "Refused rows") + "</h2>" + _table([titles, *rows], "wide")


def _table(rows: list[list[str]], kind: str = "") -> str:
    first, *others = rows
    header = "".join(f"<th>{html.escape(cell)}</th>" for cell in first)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in others)
    return f'<table class="{kind}"><tr>{header}</tr>{body}</table>'
