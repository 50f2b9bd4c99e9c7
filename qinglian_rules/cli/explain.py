"""`qinglian explain`: judge, and explain the decisions about one subject or rule in full."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qinglian_rules.cli.check import (
    AsOf,
    AssumeComplete,
    BodyOption,
    Completes,
    MapFile,
    Period,
    Question,
    judged,
)
from qinglian_rules.cli.options import Form, Format, Lang_, Language, Out, Policies, lang_of
from qinglian_rules.cli.output import leave, printable, to_json, write
from qinglian_rules.cli.progress import working
from qinglian_rules.decisions.model import Decision
from qinglian_rules.decisions.rendering import render_text
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.reports.json_report import decision_data


def run(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="文件夹、工作簿或表格。 Folder, workbook or table.")],
    wanted: Annotated[
        str, typer.Argument(metavar="ID", help="判定、规则或对象的编号。 Id of a decision, rule or subject.")
    ],
    as_of: AsOf = None,
    period: Period = None,
    policy: Policies = None,
    complete: Completes = None,
    assume_complete: AssumeComplete = False,
    map_file: MapFile = None,
    body: BodyOption = None,
    form: Format = Form.text,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Explain decisions: why, why not, what is missing, what would change them."""
    lang = lang_of(language)
    question = Question([path], as_of, period, policy, complete or (), assume_complete, map_file, body)
    report, _ = judged(question, lang)
    found = [decision for decision in report.decisions if wanted in _names(decision)]
    if not found:
        known = {name for decision in report.decisions for name in _names(decision)}
        leave(lang, codes.NO_SUCH_DECISION, suggestion=nearest(wanted, sorted(known)), id=wanted)
    with working("推算缺什么、怎样才合规", "trying out what would settle or change it", lang):
        if form is Form.json:
            text = to_json([decision_data(decision, lang, tried=True) for decision in found], out)
        else:
            text = printable("\n\n".join(render_text(decision, lang) for decision in found))
    write(text, out, lang)


def _names(decision: Decision) -> set[str]:
    """Return what a decision may be called: its id, its rule's in full or the last part of it, its subject's."""
    return {decision.id, decision.rule.id, decision.rule.id.rpartition("/")[2], decision.subject.id}
