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
    load_or_leave,
    print_diagnostics,
    to_json,
    write,
)


def run(policy: Policies = None, form: Format = Form.text, out: Out = None, language: Lang_ = Language.zh) -> None:
    """Run all cases; exit 1 where one fails or something is not reached, 2 where a case itself is wrong."""
    lang = lang_of(language)
    done = run_cases(load_or_leave(policy, lang))
    print_diagnostics(done.diagnostics, lang)
    write(to_json(done.to_json(lang)) if form is Form.json else _text(done, lang), out)
    if any(diagnostic.severity == "error" for diagnostic in done.diagnostics):
        raise typer.Exit(2)
    if done.failures or done.unreached:
        raise typer.Exit(1)


def _text(done: CaseRun, lang: str) -> str:
    zh = lang == "zh"
    lines = [f"✗ {failure.describe(lang)}" for failure in done.failures]
    lines += [f"{'未触及' if zh else 'not reached'}  {gap.describe(lang)}" for gap in done.unreached]
    lines.append(
        f"{done.passed} 个用例通过，{len(done.failures)} 个未通过，{len(done.unreached)} 处未触及"
        if zh
        else f"{done.passed} cases passed, {len(done.failures)} failed, {len(done.unreached)} places not reached"
    )
    return "\n".join(lines) + "\n"
