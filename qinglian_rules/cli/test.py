"""`qinglian test`: run the cases of the rules, and say what no case reaches."""

from __future__ import annotations

import typer

from qinglian_rules.authoring.cases import CaseRun, run_cases
from qinglian_rules.cli.options import (
    Form,
    Format,
    Lang_,
    Language,
    Out,
    Policies,
    lang_of,
    load_with_definitions_or_leave,
)
from qinglian_rules.cli.output import REFUSED, print_diagnostics, printable, to_json, write
from qinglian_rules.cli.progress import working
from qinglian_rules.diagnostics import Lang


def run(policy: Policies = None, form: Format = Form.text, out: Out = None, language: Lang_ = Language.zh) -> None:
    """Run all cases; exit 1 where one fails or something is not reached, 2 where a case itself is wrong."""
    lang = lang_of(language)
    loaded, documents = load_with_definitions_or_leave(policy, lang)
    with working("运行用例", "running cases", lang):
        done = run_cases(loaded, documents=documents)
    print_diagnostics(done.diagnostics, lang)
    write(to_json(done.to_json(lang), out) if form is Form.json else printable(_text(done, lang)), out, lang)
    if any(diagnostic.severity == "error" for diagnostic in done.diagnostics):
        raise typer.Exit(REFUSED)
    if done.failures or done.unreached:
        raise typer.Exit(1)


def _text(done: CaseRun, lang: Lang) -> str:
    zh = lang == "zh"
    lines = [f"✗ {failure.describe(lang)}" for failure in done.failures]
    lines += [f"{'未触及' if zh else 'not reached'}  {gap.describe(lang)}" for gap in done.unreached]
    lines.append(_summary(done, zh=zh))
    return "\n".join(lines) + "\n"


def _summary(done: CaseRun, *, zh: bool) -> str:
    written = sum(reached.written for reached in done.reached.values())
    standard = sum(reached.standard for reached in done.reached.values())
    shown = sum(1 for reached in done.reached.values() if reached.statuses)
    names = sum(len(reached.failed) for reached in done.reached.values())
    failed, unreached, norms = len(done.failures), len(done.unreached), len(done.reached)
    if zh:
        return (
            f"{norms} 条规则和定义，用例触及 {shown} 条，触及具名条件 {names} 个\n"
            f"{done.passed} 个用例通过（编写 {written} 个，标准用例 {standard} 个），"
            f"{failed} 个未通过，{unreached} 处未触及"
        )
    return (
        f"{norms} rules and definitions, {shown} of them and {names} named conditions reached by cases\n"
        f"{done.passed} cases passed ({written} written, {standard} standard), {failed} failed, "
        f"{unreached} places not reached"
    )
