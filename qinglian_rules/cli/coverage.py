"""`qinglian coverage`: how much of each text its rules express."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import typer

from qinglian_rules.cli.options import Form, Format, Lang_, Language, Out, Policies, lang_of, load_or_leave
from qinglian_rules.cli.output import printable, to_json, write
from qinglian_rules.diagnostics import Lang
from qinglian_rules.documents import DocumentCoverage, coverage
from qinglian_rules.documents import to_json as coverage_json
from qinglian_rules.ir.rules import Document

_STATUS_ZH = {"draft": "起草中", "trial": "试行", "stable": "定稿", "retired": "停用"}
_FORMS_ZH = {
    "require": "要求",
    "forbid": "禁止",
    "evidence": "查资料",
    "judgement": "人工认定",
    "define": "定义",
    "responsible": "责任分工",
    "text": "非规范文字",
}


def run(policy: Policies = None, form: Format = Form.text, out: Out = None, language: Lang_ = Language.zh) -> None:
    """Print the ledger; exit 1 where a document that is not a draft has words that no block quotes."""
    lang = lang_of(language)
    documents = load_or_leave(policy, lang).documents
    found = [coverage(document) for document in documents]
    if form is Form.json:
        write(to_json(coverage_json(found), out), out, lang)
    else:
        pairs = zip(documents, found, strict=True)
        write(printable("\n".join(line for document, one in pairs for line in _lines(document, one, lang))), out, lang)
    if any(one.is_open for one in found):
        raise typer.Exit(1)


def _lines(document: Document, found: DocumentCoverage, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    forms = Counter(block.form for block in found.blocks)
    share = found.covered * 100 / found.characters if found.characters else 100.0
    by = found.covered_by
    status = _STATUS_ZH[found.status] if zh else found.status
    yield f"{document.id}  {document.title}（{status}）" if zh else f"{document.id}  {document.title} ({status})"
    if zh:
        yield f"  共 {found.characters} 字，已有依据 {found.covered} 字（{share:.1f}%）"
        yield f"  规则覆盖 {by['rules']} 字，定义 {by['definitions']} 字，责任和非规范文字 {by['texts']} 字"
    else:
        yield f"  {found.characters} characters, {found.covered} covered ({share:.1f}%)"
        yield f"  by rules {by['rules']}, by definitions {by['definitions']}, by text and offices {by['texts']}"
    yield "  " + "  ".join(f"{_FORMS_ZH[name] if zh else name} {count}" for name, count in sorted(forms.items()))
    for start, end in found.uncovered:
        text = "".join(document.source[start:end].split())
        yield f"  {'未覆盖' if zh else 'uncovered'} {start}-{end} {text[:60]}{'…' if len(text) > 60 else ''}"
