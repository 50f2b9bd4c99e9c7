"""`qinglian mutate`: change rules one small step at a time, and list the changes that no case sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from qinglian_rules.authoring.cases import run_cases
from qinglian_rules.authoring.cases.run import norms_of
from qinglian_rules.authoring.mutation import MutationRun, Survivor, run_mutation
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
from qinglian_rules.cli.output import REFUSED, leave, print_diagnostics, printable, to_json, write
from qinglian_rules.cli.progress import working
from qinglian_rules.diagnostics import Lang
from qinglian_rules.diagnostics.catalogue import command as codes

WANTED = 95
"""Of a hundred mutants of a document, how many its cases must see."""


def run(
    rules: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="规则编号的开头，如 gx-2021/3.3.4。 What the ids of rules start with."),
    ] = None,
    policy: Policies = None,
    form: Format = Form.text,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Run all mutants; exit 1 where too few are seen or a survivor is not explained, 2 where a case does not pass."""
    lang = lang_of(language)
    loaded, documents = load_with_definitions_or_leave(policy, lang)
    # Asked first: the cases of all documents take a while.
    if rules and not any(name.startswith(tuple(rules)) for name in norms_of(loaded)):
        leave(lang, codes.NO_SUCH_RULE, id="、".join(rules))
    with working("试改规则", "running mutants", lang):
        before = run_cases(loaded, documents=documents)
        done = None if before.failures else run_mutation(loaded, rules or (), documents)
    if done is None:
        leave(lang, codes.CASES_FAIL, count=str(len(before.failures)))
    print_diagnostics(done.diagnostics, lang)
    names = [document.id for document in loaded.documents if done.of_document(document.id).mutants]
    write(to_json(done.to_json(lang), out) if form is Form.json else printable(_text(done, names, lang)), out, lang)
    if any(diagnostic.severity == "error" for diagnostic in done.diagnostics):
        raise typer.Exit(REFUSED)
    if done.unexplained or any(too_few(done.of_document(name)) for name in names):
        raise typer.Exit(1)


def too_few(done: MutationRun) -> bool:
    """Whether fewer mutants are seen than must be."""
    return done.killed * 100 < WANTED * done.mutants


def _text(done: MutationRun, names: list[str], lang: Lang) -> str:
    zh = lang == "zh"
    lines = list(_survivors(done, lang))
    for name in names:
        one = done.of_document(name)
        share = one.killed * 100 / one.mutants
        lines.append(
            f"{name}  变异 {one.mutants} 个，用例看出 {one.killed} 个（{share:.1f}%），"
            f"存活 {len(one.survivors)} 个，其中 {len(one.unexplained)} 个没有说明"
            if zh
            else f"{name}  {one.mutants} mutants, {one.killed} seen by cases ({share:.1f}%), "
            f"{len(one.survivors)} survive, {len(one.unexplained)} of them unexplained"
        )
    return "\n".join(lines) + "\n"


def _survivors(done: MutationRun, lang: Lang) -> Iterator[str]:
    for name, score in done.scores.items():
        if score.survivors:
            yield f"{name}  {score.killed}/{score.mutants}"
            yield from (f"  {_line(survivor, lang)}" for survivor in score.survivors)


def _line(survivor: Survivor, lang: Lang) -> str:
    said = survivor.mutant.describe(lang)
    if survivor.why is None:
        return f"✗ {said}"
    return f"= {said}  （{survivor.why}）" if lang == "zh" else f"= {said}  ({survivor.why})"
