"""`qinglian rule ID`: one rule: its words, how it is written, what it is connected with, its cases."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from qinglian_rules.authoring.cases import cases_of
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
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.engine import Policy
from qinglian_rules.graph import Graph, Norm
from qinglian_rules.ir.rules import Document


def run(
    rule_id: Annotated[
        str, typer.Argument(metavar="ID", help="规则编号，可以只写最后一段。 Full id or its last part.")
    ],
    policy: Policies = None,
    form: Format = Form.text,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Show a rule or definition."""
    lang = lang_of(language)
    loaded = load_or_leave(policy, lang)
    found = _find(loaded, rule_id)
    if not found:
        names = [norm.id for document in loaded.documents for norm in _norms(document)]
        diagnostic = Diagnostic(codes.NO_SUCH_RULE, args={"id": rule_id}, suggestion=nearest(rule_id, names))
        print_diagnostics([diagnostic], lang)
        raise typer.Exit(2)
    data = [_data(loaded, norm) for norm in found]
    write(to_json(data if len(data) > 1 else data[0]) if form is Form.json else "\n".join(map(_text, data)), out)


def _norms(document: Document) -> tuple[Norm, ...]:
    return (*document.rules, *document.definitions)


def _find(policy: Policy, rule_id: str) -> list[Norm]:
    norms = [norm for document in policy.documents for norm in _norms(document)]
    exact = [norm for norm in norms if norm.id == rule_id]
    return exact or [norm for norm in norms if norm.id.endswith(f"/{rule_id}")]


def _data(policy: Policy, norm: Norm) -> dict[str, Any]:
    document = next(found for found in policy.documents if found.id == norm.document)
    return {
        "id": norm.id,
        "title": norm.title,
        "document": document.title,
        "section": norm.section,
        "clause": [str(quotation) for quotation in norm.clause],
        "kind": norm.kind,
        "reading": norm.reading,
        "source": norm.source,
        "file": norm.span.file,
        "line": norm.span.line,
        "neighbours": {kind: list(names) for kind, names in Graph(policy.documents).neighbours(norm.id).items()},
        "cases": [{"title": case.title, "expect": case.expect} for case in cases_of(policy, norm)],
    }


def _text(data: dict[str, Any]) -> str:
    lines = [
        f"{data['id']}  {data['title']}",
        f"{data['document']}  {data['section']}  ({data['file']}:{data['line']})",
        *(f"“{words}”" for words in data["clause"]),
        "",
        data["source"],
        *(f"{kind}: {', '.join(names)}" for kind, names in data["neighbours"].items()),
        *(f"  [{case['expect']}] {case['title']}" for case in data["cases"]),
    ]
    return "\n".join(lines) + "\n"
