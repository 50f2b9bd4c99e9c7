"""`qinglian graph`: the dependency graph, what is external, what a change affects."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qinglian_rules.cli.options import Lang_, Language, Out, Policies, lang_of, leave, load_or_leave, to_json, write
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.graph import Graph


class GraphForm(StrEnum):
    """The forms in which a graph is exported."""

    json = "json"
    graphml = "graphml"
    mermaid = "mermaid"


def run(
    policy: Policies = None,
    form: Annotated[GraphForm, typer.Option("--format", help="导出格式。")] = GraphForm.json,
    affected_by: Annotated[
        str | None,
        typer.Option("--affected-by", help="某字段、类型、参数或主题变动影响哪些规则，如 field:RepVisit.place。"),
    ] = None,
    external: Annotated[
        bool, typer.Option("--external", help="引用而库中没有的文件。 Cited, not in the repository.")
    ] = False,
    out: Out = None,
    language: Lang_ = Language.zh,
) -> None:
    """Export the graph, or answer one question about it."""
    lang = lang_of(language)
    graph = Graph(load_or_leave(policy, lang).documents)
    if affected_by is not None:
        if affected_by not in graph.network:
            leave(lang, codes.NO_SUCH_NODE, name=affected_by)
        found = graph.affected_by(affected_by)
    elif external:
        found = graph.external()
    else:
        write(graph.export(form.value), out)
        return
    write(to_json(list(found)) if form is GraphForm.json and out is not None else "\n".join(found) + "\n", out)
