"""`qinglian check`: judge what is in folders and workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qinglian_rules.cli.options import (
    Lang_,
    Language,
    Out,
    Policies,
    lang_of,
    load_or_leave,
    parse_day,
    parse_span,
)
from qinglian_rules.cli.output import (
    REFUSED,
    leave,
    print_diagnostics,
    print_some,
    printable,
    reason_of,
    to_json,
    write,
)
from qinglian_rules.cli.progress import progress_of_reading, working
from qinglian_rules.decisions.model import Report
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.vocabulary import FactType, Vocabulary
from qinglian_rules.inputs import Input, TableMapping, load_mapping, read_facts
from qinglian_rules.reports import render_html_report, render_markdown_report, render_text_report, report_data


class ReportForm(StrEnum):
    """The forms of a report."""

    text = "text"
    json = "json"
    html = "html"
    md = "md"


Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="文件夹、工作簿或表格。 Folders, workbooks or tables.")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="判定日，默认今天。 Day of judgement.")]
Period = Annotated[
    str | None,
    typer.Option("--period", metavar="FROM..TO", help="审查期间，默认判定日那一年。 Period under review."),
]
Completes = Annotated[
    list[str] | None,
    typer.Option(
        "--complete",
        metavar="TYPE=FROM..TO",
        help="声明某类事实在这些天里齐全。 可多次，首日可省略。 States what is complete.",
    ),
]
AssumeComplete = Annotated[
    bool, typer.Option("--assume-complete", help="假定提交的各表齐全。 Take every table for complete.")
]
MapFile = Annotated[
    Path | None, typer.Option("--map", metavar="FILE", help="别的系统导出表的映射文件。 Mapping of other tables.")
]
BodyOption = Annotated[
    str | None,
    typer.Option("--body", metavar="ID", help="没写机构的记录归它。 Body of facts that name none."),
]


def run(
    paths: Paths,
    as_of: AsOf = None,
    period: Period = None,
    policy: Policies = None,
    complete: Completes = None,
    assume_complete: AssumeComplete = False,
    map_file: MapFile = None,
    body: BodyOption = None,
    everything: Annotated[bool, typer.Option("--all", help="也列出合规与不适用的。 With what is in order.")] = False,
    form: Annotated[ReportForm, typer.Option("--format", help="报告格式。 Form of the report.")] = ReportForm.text,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Judge facts. Exit code 0: nothing violated; 1: violated; 2: refused input; 3: something undetermined."""
    lang = lang_of(language)
    question = Question(paths, as_of, period, policy, complete or (), assume_complete, map_file, body)
    report, given = judged(question, lang)
    with working("整理报告", "writing the report", lang):
        text = rendered(report, given, form, everything=everything, out=out, lang=lang)
    write(text, out, lang)
    raise typer.Exit(exit_code(report, given))


@dataclass(frozen=True, slots=True)
class Question:
    """What a command line asks to be judged, as it was typed."""

    paths: Sequence[Path]
    as_of: str | None
    period: str | None
    policies: Sequence[str] | None
    complete: Iterable[str]
    assume_complete: bool
    map_file: Path | None
    body: str | None


def judged(question: Question, lang: Lang) -> tuple[Report, Input]:
    """Read and judge; print what is wrong with the input on the error stream."""
    day = date.today() if question.as_of is None else parse_day(question.as_of, lang)
    review = parse_span(question.period, lang)
    stated = list(_stated(question.complete, lang))
    policy = load_or_leave(question.policies, lang)
    given = read_input(question.paths, question.map_file, lang)
    statements = [*stated, *(assumed(given, day) if question.assume_complete else ())]
    base = FactBase([*given.facts, *statements], incomplete=given.incomplete_types)
    with working("判定", "judging", lang):
        report = policy.check(base, as_of=day, period=review, body=question.body)
    print_some(report.diagnostics, lang)
    together = replace(given, diagnostics=(*given.diagnostics, *report.diagnostics))
    return replace(report, assumed_complete=question.assume_complete), together


def read_input(paths: Sequence[Path], map_file: Path | None, lang: Lang) -> Input:
    """Read the facts of all paths, with progress on a terminal. A path that is not there does not stop the others."""
    there = [path for path in paths if _is_there(path)]
    if not there:
        leave(lang, codes.NO_SUCH_PATH, path=str(paths[0]))
    mapping = _mapping(map_file, lang) if map_file is not None else None
    try:
        with progress_of_reading(lang) as progress:
            given = read_facts(paths, mapping=mapping, progress=progress)
    except OSError as problem:
        leave(lang, codes.CANNOT_READ, path=str(problem.filename or there[0]), reason=reason_of(problem))
    print_some(given.diagnostics, lang)
    if not given.facts:
        print_diagnostics([Diagnostic(codes.NO_FACTS, args={"path": "、".join(str(path) for path in paths)})], lang)
    return given


def _mapping(path: Path, lang: Lang) -> TableMapping:
    if not _is_there(path):
        leave(lang, codes.NO_SUCH_PATH, path=str(path))
    mapping, found = load_mapping(path)
    print_diagnostics(found, lang)
    if mapping is None:
        raise typer.Exit(REFUSED)
    return mapping


def _is_there(path: Path) -> bool:
    """Whether a path can be looked up; a name that the system does not take is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _stated(complete: Iterable[str], lang: Lang) -> Iterator[Complete]:
    """Read `--complete TYPE=FROM..TO`; FROM may be left out, and TO of a type without a date."""
    for text in complete:
        name, equals, span = text.partition("=")
        start, dots, end = span.partition("..")
        if not equals or not dots:
            leave(lang, codes.BAD_COMPLETE, text=text)
        fact_type = _type_stated(name.strip(), lang)
        if not end and fact_type.dated is not None:
            leave(lang, codes.ENDLESS_COMPLETE, text=text)
        first, last = (parse_day(day, lang) if day else None for day in (start, end))
        if first is not None and last is not None and last < first:
            leave(lang, codes.BAD_COMPLETE, text=text)
        yield Complete(type=fact_type.name, start=first, end=last)


def _type_stated(name: str, lang: Lang) -> FactType:
    vocabulary = Vocabulary.current()
    fact_type = vocabulary.fact_type(name)
    if fact_type is None:
        near = nearest(name, [*vocabulary.types, *vocabulary.titles])
        leave(lang, codes.NO_SUCH_TYPE, suggestion=near, name=name)
    if fact_type.derived:
        leave(lang, codes.DERIVED_COMPLETE, name=name)
    return fact_type


def assumed(given: Input, day: date) -> Iterator[Complete]:
    """State completeness for every table handed over, up to the day of judgement."""
    for name in sorted(given.tables | {type(fact).__name__ for fact in given.facts}):
        yield Complete(type=name, end=day)


def rendered(report: Report, given: Input, form: ReportForm, *, everything: bool, out: Path | None, lang: Lang) -> str:
    """Return the report in the form asked for."""
    if form is ReportForm.json:
        data = report_data(
            report, refused=given.refused, diagnostics=given.diagnostics, everything=everything, lang=lang
        )
        return to_json(data, out)
    render = {
        ReportForm.text: render_text_report,
        ReportForm.html: render_html_report,
        ReportForm.md: render_markdown_report,
    }[form]
    text = render(report, refused=given.refused, everything=everything, lang=lang)
    return printable(text)


def exit_code(report: Report, given: Input) -> int:
    """Return 2 where input was refused, else 1 where something is violated, 3 where it is undetermined, else 0."""
    if given.refused or any(diagnostic.severity == "error" for diagnostic in given.diagnostics):
        return REFUSED
    if report.violated:
        return 1
    return 3 if report.undetermined else 0
