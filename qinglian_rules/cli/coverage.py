"""`qinglian coverage`: how much of each text its rules express."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import typer

from qinglian_rules.cli.options import (
    Form,
    Format,
    Lang_,
    Language,
    Out,
    Policies,
    lang_of,
    load_or_leave,
    to_json,
    write,
)
from qinglian_rules.documents import DocumentCoverage, coverage
from qinglian_rules.documents import to_json as coverage_json
from qinglian_rules.ir.rules import Document


def run(policy: Policies = None, form: Format = Form.text, out: Out = None, language: Lang_ = Language.zh) -> None:
    """Print the ledger; exit 1 where a document that is not a draft has words that no block quotes."""
    lang = lang_of(language)
    documents = load_or_leave(policy, lang).documents
    found = [coverage(document) for document in documents]
    if form is Form.json:
        write(to_json(coverage_json(found)), out)
    else:
        pairs = zip(documents, found, strict=True)
        write("\n".join(line for document, one in pairs for line in _lines(document, one, lang)), out)
    if any(one.uncovered and one.status != "draft" for one in found):
        raise typer.Exit(1)


def _lines(document: Document, found: DocumentCoverage, lang: str) -> Iterator[str]:
    forms = Counter(block.form for block in found.blocks)
    share = found.covered * 100 / found.characters if found.characters else 100.0
    zh = lang == "zh"
    yield f"{document.id}  {document.title}  ({found.status})"
    label = ("字数", "已有依据") if zh else ("characters", "covered")
    yield f"  {label[0]} {found.characters}  {label[1]} {found.covered} ({share:.1f}%)"
    yield "  " + "  ".join(f"{name} {count}" for name, count in sorted(forms.items()))
    for start, end in found.uncovered:
        words = "".join(document.source[start:end].split())
        yield f"  {'未覆盖' if zh else 'uncovered'} {start}-{end} {words[:60]}"
