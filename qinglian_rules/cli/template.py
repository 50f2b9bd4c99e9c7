"""`qinglian template`: the blank workbook that a hospital fills."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qinglian_rules.cli.options import Lang_, Language, Policies, lang_of, load_or_leave
from qinglian_rules.graph import types_read
from qinglian_rules.inputs import template


def run(
    out: Annotated[Path, typer.Option("--out", help="要写的工作簿。 Workbook to write.")] = Path("qinglian.xlsx"),
    policy: Policies = None,
    language: Lang_ = Language.zh,
) -> None:
    """Write a workbook with a sheet for every fact type that the chosen policies read."""
    lang = lang_of(language)
    documents = load_or_leave(policy, lang).documents
    parameters = tuple(parameter for document in documents for parameter in document.parameters)
    template(types_read(documents), parameters, out, lang)
    typer.echo(f"→ {out}", err=True)
