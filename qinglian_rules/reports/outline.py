"""What every report for people says first, and how it groups what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qinglian_rules.backends.verdicts import Status
from qinglian_rules.decisions.model import STATUS_ZH, STATUSES, Decision, Report
from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Refusal
from qinglian_rules.reports.missing import word_missing

_ORDER = {"critical": 0, "serious": 1, "minor": 2}
TRIED = 60
"""For so many decisions a report also says what would settle or change them, which takes many runs each."""


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a report: what was judged, and how many decisions of each status there are."""

    title: str
    facts: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def head(report: Report, refused: Iterable[Refusal], lang: Lang) -> Head:
    """Return the heading of a report."""
    zh = lang == "zh"
    documents = report.world.documents.values()
    start, end = report.world.setting.review_days
    names = ("、" if zh else ", ").join(f"{d.title}（{d.id}）" if zh else d.id for d in documents)
    number = len(report.world.facts)
    lines = [
        f"判定日 {report.as_of}，期间 {start} — {end}" if zh else f"as of {report.as_of}, period {start} — {end}",
        f"文件：{names}" if zh else f"documents: {names}",
        f"事实：{number} 条" if zh else f"facts: {number}",
    ]
    if report.assumed_complete:
        lines.append("假定提交的各表完整" if zh else "every table handed over is assumed to be complete")
    count = len(list(refused))
    if count:
        zh_line = f"有 {count} 处未能读入，相应的事实类型不视为完整"
        lines.append(zh_line if zh else f"refused in {count} places; the types concerned do not count as complete")
    counts = tuple((STATUS_ZH[s] if zh else s, report.summary[s]) for s in STATUSES)
    return Head("清廉医院规则判定报告" if zh else "Report of clean-hospital rules", tuple(lines), counts)


def by_severity(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions, the gravest first, else in the order of the texts."""
    return sorted(decisions, key=lambda decision: _ORDER[decision.severity])


def by_rule(decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Group decisions by their rule: the gravest rules first, else in the order of the texts."""
    groups: dict[str, list[Decision]] = {}
    for decision in by_severity(decisions):
        groups.setdefault(decision.rule.id, []).append(decision)
    return list(groups.values())


def by_section(report: Report) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Yield every item that has something open, and how much of it is violated, undetermined and pending."""
    shown: tuple[Status, ...] = ("violated", "undetermined", "pending")
    counter = Counter((d.document.id, d.rule.section, d.status) for d in report if d.overshadowed_by is None)
    for document in report.world.documents.values():
        for item in document.items:
            violated, undetermined, pending = (counter[document.id, item.section, status] for status in shown)
            if violated or undetermined or pending:
                yield f"{document.id} {item.section} {item.title}", (violated, undetermined, pending)


def lacks(report: Report, lang: Lang) -> Iterator[tuple[str, int]]:
    """Yield what undetermined decisions hang on and how many of them, the most frequent first."""
    counter = Counter(name for decision in report.undetermined for name in decision.missing)
    for name, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])):
        yield word_missing(name, report, lang), count


def place_of(refusal: Refusal, lang: Lang) -> str:
    """Return where a refusal stands as people say it: `来访.xlsx[来访] 第 3 行“接待地点”`."""
    file = refusal.file if refusal.sheet is None else f"{refusal.file}[{refusal.sheet}]"
    parts = [file]
    if refusal.row is not None:
        parts.append(f"第 {refusal.row} 行" if lang == "zh" else f"row {refusal.row}")
    if refusal.column is not None:
        parts.append(f"“{refusal.column}”" if lang == "zh" else f"`{refusal.column}`")
    return " ".join(parts)
