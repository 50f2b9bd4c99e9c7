"""`qinglian rule ID`: one rule: its words, how it is written, what it is connected with, its cases."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from qinglian_rules.authoring.cases import cases_of
from qinglian_rules.cli.options import Form, Format, Lang_, Language, Out, Policies, lang_of, load_or_leave
from qinglian_rules.cli.output import leave, printable, to_json, write
from qinglian_rules.diagnostics import Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.engine import Policy
from qinglian_rules.graph import Graph, Norm
from qinglian_rules.ir.rules import Document

_EDGES_ZH = {
    "reads": "读取",
    "judges": "判定对象",
    "limited": "参数",
    "about": "主题",
    "cites": "引用",
    "concludes": "推出",
    "specialises": "细化",
    "says-by": "条文",
    "contains-by": "所在",
    "cites-by": "被引用于",
    "specialises-by": "细化它的",
    "same": "要求相同",
    "same-by": "要求相同",
    "helped": "辅助定义",
    "helped-by": "辅助",
}


def run(
    rule_id: Annotated[
        str,
        typer.Argument(metavar="ID", help="规则编号，可以只写最后一段，也可以写标题。 Id, its last part, or title."),
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
        leave(lang, codes.NO_SUCH_RULE, suggestion=_nearest(loaded, rule_id), id=rule_id)
    data = [_data(loaded, norm) for norm in found]
    if form is Form.json:
        write(to_json(data if len(data) > 1 else data[0], out), out, lang)
    else:
        write(printable("\n\n".join(_text(one, lang) for one in data)), out, lang)


def _norms(policy: Policy) -> list[Norm]:
    found: list[Norm] = []
    for document in policy.documents:
        found += [*document.rules, *document.definitions]
    return found


def _find(policy: Policy, name: str) -> list[Norm]:
    """Return the rules of that full id; else those with that last part, or of that title."""
    norms = _norms(policy)
    exact = [norm for norm in norms if norm.id == name]
    return exact or [norm for norm in norms if norm.id.endswith(f"/{name}") or norm.title == name]


def _nearest(policy: Policy, name: str) -> str | None:
    """Return the nearest full id, or the nearest last part or title of one."""
    norms = _norms(policy)
    if "/" in name:
        return nearest(name, [norm.id for norm in norms])
    return nearest(name, [word for norm in norms for word in (norm.id.rpartition("/")[2], norm.title)])


def _data(policy: Policy, norm: Norm) -> dict[str, Any]:
    document = _document(policy, norm)
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


def _document(policy: Policy, norm: Norm) -> Document:
    return next(found for found in policy.documents if found.id == norm.document)


def _text(data: dict[str, Any], lang: Lang) -> str:
    zh = lang == "zh"
    place = f"{data['file']}:{data['line']}"
    neighbours = [
        f"  {_EDGES_ZH.get(kind, kind) if zh else kind}: {', '.join(names)}"
        for kind, names in data["neighbours"].items()
    ]
    return "\n".join(
        [
            f"{data['id']}  {data['title']}",
            f"{data['document']}  {data['section']}（{place}）" if zh else f"{data['section']} ({place})",
            *(f"“{words}”" for words in data["clause"]),
            "",
            data["source"].rstrip(),
            "",
            "关联" if zh else "connected with",
            *neighbours,
            "用例" if zh else "cases",
            *(f"  [{case['expect']}] {case['title']}" for case in data["cases"]),
        ]
    )
