"""`qinglian graph`: the dependency graph, what is external, what a change affects."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from qinglian_rules.cli.options import Lang_, Language, Out, Policies, lang_of, load_or_leave
from qinglian_rules.cli.output import leave, printable, to_json, write
from qinglian_rules.diagnostics import Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import Graph

_KINDS = ("field", "type", "parameter", "topic", "rule", "definition", "document")


class GraphForm(StrEnum):
    """The forms in which a graph is exported, and answers to questions about it."""

    json = "json"
    graphml = "graphml"
    mermaid = "mermaid"
    text = "text"


def run(
    policy: Policies = None,
    form: Annotated[
        GraphForm | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help="json（默认）、graphml、mermaid。 提问时用 text（默认）、json。 Form; text or json for answers.",
            show_default=False,
        ),
    ] = None,
    affected_by: Annotated[
        str | None,
        typer.Option(
            "--affected-by",
            metavar="NODE",
            help="改动它会影响哪些规则。 如 RepVisit.place。 Rules that feel a change of it.",
        ),
    ] = None,
    external: Annotated[
        bool, typer.Option("--external", help="引用而库中没有的文件。 Cited, not in the repository.")
    ] = False,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Export the graph, or answer one question about it."""
    lang = lang_of(language)
    asks = external or affected_by is not None
    chosen = form or (GraphForm.text if asks else GraphForm.json)
    _check_form(chosen, lang, asks=asks)
    graph = Graph(load_or_leave(policy, lang).documents)
    if not asks:
        write(_exported(graph, chosen), out, lang)
        return
    found = graph.external() if affected_by is None else graph.affected_by(_node(graph, affected_by, lang))
    text = to_json(list(found), out) if chosen is GraphForm.json else printable("\n".join(found))
    write(text, out, lang)


def _check_form(form: GraphForm, lang: Lang, *, asks: bool) -> None:
    """Leave where the graph is asked for as text, or an answer as a drawing."""
    known = ("text", "json") if asks else ("json", "graphml", "mermaid")
    if form.value not in known:
        leave(lang, codes.BAD_VALUE, name="--format", value=form.value, known="、".join(known), command="")


def _exported(graph: Graph, form: GraphForm) -> str:
    if form is GraphForm.graphml:
        return printable(graph.export("graphml"))
    return printable(graph.export("mermaid" if form is GraphForm.mermaid else "json"))


def _node(graph: Graph, name: str, lang: Lang) -> str:
    """Return the node that a user means: `RepVisit.place`, `医药代表来访.接待地点`, a parameter or a topic."""
    english = _english(name)
    node = next((found for found in (name, *_spellings(english)) if found in graph.network), None)
    if node is None:
        near = nearest(name, [found.partition(":")[2] for found in graph.network if found.startswith(_KINDS)])
        leave(lang, codes.NO_SUCH_NODE, suggestion=near, name=name)
    return node


def _spellings(name: str) -> Iterator[str]:
    return (f"{kind}:{name}" for kind in _KINDS)


def _english(name: str) -> str:
    """Return `类型.字段` by its English names, where they are titles; anything else as it stands."""
    type_name, dot, field_name = name.partition(".")
    fact_type = Vocabulary.current().fact_type(type_name)
    if fact_type is None:
        return name
    field = fact_type.field(field_name) if dot else None
    return f"{fact_type.name}.{field.name}" if field is not None else f"{fact_type.name}{dot}{field_name}"
