"""`qinglian template`: the blank workbook that a hospital fills."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from qinglian_rules.cli.options import Form, Format, Lang_, Language, Policies, lang_of, load_or_leave
from qinglian_rules.cli.output import leave, reason_of, say, to_json, write
from qinglian_rules.diagnostics import Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.graph import types_read
from qinglian_rules.inputs import template
from qinglian_rules.ir.rules import Parameter


def run(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="要写的工作簿。 Workbook to write.")] = Path(
        "qinglian.xlsx"
    ),
    policy: Policies = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件。 Replace a file that is there.")] = False,
    form: Format = Form.text,
    language: Lang_ = Language.zh,
) -> None:
    """Write a workbook with a sheet for every fact type that the chosen policies read; as JSON, also describe it."""
    lang = lang_of(language)
    documents = load_or_leave(policy, lang).documents
    parameters = tuple(parameter for document in documents for parameter in document.parameters)
    types = types_read(documents)
    _write_workbook(types, parameters, out, force=force, lang=lang)
    if form is Form.json:
        write(to_json(_data(out, types, parameters)), None, lang)
    say(f"→ {out}", lang)


def _write_workbook(
    types: tuple[str, ...], parameters: tuple[Parameter, ...], out: Path, *, force: bool, lang: Lang
) -> None:
    """Write the blank workbook, but not over one that somebody may have filled."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        if not force and out.exists() and out.stat().st_size > 0:
            leave(lang, codes.WOULD_OVERWRITE, path=str(out))
        out.parent.mkdir(parents=True, exist_ok=True)
        template(types, parameters, out, lang)
    except FileCreateError as problem:
        leave(lang, codes.CANNOT_WRITE, path=str(out), reason=str(problem))
    except OSError as problem:
        leave(lang, codes.CANNOT_WRITE, path=str(out), reason=reason_of(problem))


def _data(out: Path, types: Iterable[str], parameters: Iterable[Parameter]) -> dict[str, Any]:
    known = Vocabulary.current().types
    concrete = dict.fromkeys(name for given in types for name in known[given].subtypes)
    return {
        "workbook": str(out),
        "types": [_type(known[name]) for name in concrete if not known[name].derived],
        "parameters": [_parameter(parameter) for parameter in parameters],
    }


def _type(fact_type: FactType) -> dict[str, Any]:
    return {
        "name": fact_type.name,
        "title": fact_type.title,
        "dated": fact_type.dated,
        "key": list(fact_type.key),
        "fields": [_field(field) for field in fact_type.fields.values()],
    }


def _field(field: FieldType) -> dict[str, Any]:
    kind = field.type.item or field.type
    return {
        "name": field.name,
        "title": field.title,
        "type": field.type.name,
        "words": list(kind.words),
        "refers_to": kind.target,
        "unit": field.unit,
        "may_be_none": field.nullable,
        "private": field.private,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {"name": parameter.name, "title": parameter.title, "unit": parameter.unit, "why": parameter.why}
