"""`qinglian lint`: everything that is wrong or doubtful in rule files, in one run."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from qinglian_rules.authoring.cases import check_cases
from qinglian_rules.cli.options import Form, Format, Lang_, Language, Out, lang_of, loaded
from qinglian_rules.cli.output import REFUSED, has_colour, to_json, worded, write
from qinglian_rules.diagnostics import Lang
from qinglian_rules.reports.json_report import diagnostic_data


def run(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|DIR]",
            help="文件编号或规则文件夹。 不写则检查全部内置文件。 Document ids or folders; all if none.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="警告也算不通过。 Warnings count too.")] = False,
    form: Format = Form.text,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Check policy folders and their cases; exit 2 where there is an error (or, with --strict, a warning)."""
    lang = lang_of(language)
    policy, found = loaded(paths or (), lang)
    diagnostics = (*found, *check_cases(policy))
    if form is Form.json:
        write(to_json([diagnostic_data(diagnostic, lang) for diagnostic in diagnostics], out), out, lang)
    else:
        colour = out is None and has_colour(sys.stdout)
        rows = [worded(diagnostic, lang, colour=colour) for diagnostic in diagnostics]
        errors = sum(1 for diagnostic in diagnostics if diagnostic.severity == "error")
        write("\n".join([*rows, _count(len(policy.rules), errors, len(rows) - errors, lang)]), out, lang)
    if any(diagnostic.severity == "error" or strict for diagnostic in diagnostics):
        raise typer.Exit(REFUSED)


def _count(rules: int, errors: int, warnings: int, lang: Lang) -> str:
    """Say how much was found. A document with an error is not loaded, so that its rules are not counted."""
    if lang == "en":
        counted = [(errors, "error"), (warnings, "warning"), *([] if errors else [(rules, "rule")])]
        return ", ".join(f"{number} {word}" + ("" if number == 1 else "s") for number, word in counted)
    return f"{errors} 个错误，{warnings} 个警告" + ("" if errors else f"，共 {rules} 条规则")
