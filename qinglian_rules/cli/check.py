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
    leave,
    load_or_leave,
    parse_day,
    parse_span,
    print_diagnostics,
    to_json,
    write,
)
from qinglian_rules.cli.progress import progress_of_reading
from qinglian_rules.decisions.model import Report
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.inputs import Input, load_mapping, read_facts
from qinglian_rules.reports import render_html_report, render_markdown_report, render_text_report, report_data


class ReportForm(StrEnum):
    """The forms of a report."""

    text = "text"
    json = "json"
    html = "html"
    md = "md"


Paths = Annotated[list[Path], typer.Argument(help="文件夹、工作簿或表格。 Folders, workbooks or tables.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="判定日，默认今天。 Day of judgement.")]
Period = Annotated[str | None, typer.Option("--period", help="期间 FROM..TO。 Period under review.")]
Completes = Annotated[list[str] | None, typer.Option("--complete", help="TYPE=FROM..TO，可多次。")]
AssumeComplete = Annotated[bool, typer.Option("--assume-complete", help="假定提交的各表完整。")]
MapFile = Annotated[Path | None, typer.Option("--map", help="映射文件。 Mapping of other systems' tables.")]
BodyOption = Annotated[
    str | None, typer.Option("--body", help="没有写明机构的记录归属的机构。 Body of facts that name none.")
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
    everything: Annotated[bool, typer.Option("--all", help="也列出合规与不适用。 With what is in order.")] = False,
    form: Annotated[ReportForm, typer.Option("--format", help="报告格式。")] = ReportForm.text,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Judge facts. Exit code 0: nothing violated; 1: violated; 2: refused input; 3: something undetermined."""
    lang = lang_of(language)
    question = Question(paths, as_of, period, policy, complete or (), assume_complete, map_file, body)
    report, given = judged(question, lang)
    write(rendered(report, given, form, everything=everything, lang=lang), out)
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
    policy = load_or_leave(question.policies, lang)
    day = parse_day(question.as_of, lang) or date.today()
    review = parse_span(question.period, lang)
    given = read_input(question.paths, question.map_file, lang)
    statements = [*stated(question.complete, lang), *(assumed(given, day) if question.assume_complete else ())]
    base = FactBase([*given.facts, *statements], incomplete=given.incomplete_types)
    report = policy.check(base, as_of=day, period=review, body=question.body)
    print_diagnostics(report.diagnostics, lang)
    return replace(report, assumed_complete=question.assume_complete), given


def read_input(paths: Sequence[Path], map_file: Path | None, lang: Lang) -> Input:
    """Read the facts of all paths, with a progress bar on a terminal; leave where a path is not there."""
    for path in (*paths, *([map_file] if map_file is not None else [])):
        if not path.exists():
            leave(lang, codes.NO_SUCH_PATH, path=str(path))
    mapping = None
    if map_file is not None:
        mapping, found = load_mapping(map_file)
        print_diagnostics(found, lang)
        if mapping is None:
            raise typer.Exit(2)
    with progress_of_reading(lang) as progress:
        given = read_facts(paths, mapping=mapping, progress=progress)
    print_diagnostics(given.diagnostics, lang)
    if not given.facts:
        print_diagnostics([Diagnostic(codes.NO_FACTS, args={"path": "、".join(str(path) for path in paths)})], lang)
    return given


def stated(complete: Iterable[str], lang: Lang) -> Iterator[Complete]:
    """Read `--complete TYPE=FROM..TO`; FROM may be left out."""
    vocabulary = Vocabulary.current()
    for text in complete:
        name, equals, span = text.partition("=")
        start, dots, end = span.partition("..")
        if not equals or not dots:
            leave(lang, codes.BAD_COMPLETE, text=text)
        fact_type = vocabulary.fact_type(name)
        if fact_type is None:
            near = nearest(name, [*vocabulary.types, *vocabulary.titles])
            print_diagnostics([Diagnostic(codes.NO_SUCH_TYPE, args={"name": name}, suggestion=near)], lang)
            raise typer.Exit(2)
        yield Complete(type=fact_type.name, start=parse_day(start or None, lang), end=parse_day(end or None, lang))


def assumed(given: Input, day: date) -> Iterator[Complete]:
    """State completeness for every table handed over, up to the day of judgement."""
    for name in sorted(given.tables | {type(fact).__name__ for fact in given.facts}):
        yield Complete(type=name, end=day)


def rendered(report: Report, given: Input, form: ReportForm, *, everything: bool, lang: Lang) -> str:
    """Return the report in the form asked for."""
    if form is ReportForm.json:
        return to_json(report_data(report, refused=given.refused, everything=everything, lang=lang))
    render = {
        ReportForm.text: render_text_report,
        ReportForm.html: render_html_report,
        ReportForm.md: render_markdown_report,
    }[form]
    return render(report, refused=given.refused, everything=everything, lang=lang)


def exit_code(report: Report, given: Input) -> int:
    """Return 2 where input was refused, else 1 where something is violated, 3 where it is undetermined, else 0."""
    if given.refused or any(diagnostic.severity == "error" for diagnostic in given.diagnostics):
        return 2
    if report.violated:
        return 1
    return 3 if report.undetermined else 0
