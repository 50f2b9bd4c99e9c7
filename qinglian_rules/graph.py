"""The dependency graph: from the words of a document to its rules, and to everything that they read (LANGUAGE 6).

One directed multigraph of networkx. A node is a text `kind:name`; its attribute `kind` says what it is:

    document → section → clause → rule or definition
    rule, definition → type, field (what it reads) · parameter · topic · document or external (what it cites)
    definition → type (the derived type that it concludes) → the rules that read it
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Document, Item, Quotation, Rule
from qinglian_rules.ir.types import FactOf
from qinglian_rules.ir.walk import walk

if TYPE_CHECKING:
    import networkx

Norm = Rule | Definition
Format = Literal["json", "graphml", "mermaid"]


class Graph:
    """Questions about what depends on what; `network` is the networkx graph itself."""

    def __init__(self, documents: Sequence[Document]) -> None:
        import networkx

        self.network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        self._known = {document.id: document for document in documents}
        for document in documents:
            self._add_document(document)

    # --- questions

    def affected_by(self, node: str) -> tuple[str, ...]:
        """Return the ids of all rules and definitions that feel a change of a field, type, parameter or topic.

        What a definition concludes is followed to the rules that read it.

        Raises:
            KeyError: there is no such node.
        """
        if node not in self.network:
            raise KeyError(node)
        found: dict[str, None] = {}
        waiting = [node]
        while waiting:
            for norm in self._readers(waiting.pop()):
                if norm not in found:
                    found[norm] = None
                    waiting.extend(self._targets(norm, "concludes"))
        return tuple(name.partition(":")[2] for name in found)

    def external(self) -> tuple[str, ...]:
        """Return the instruments that are cited and not in the repository."""
        return tuple(data["title"] for _, data in self.network.nodes(data=True) if data["kind"] == "external")

    def neighbours(self, norm: str) -> Mapping[str, tuple[str, ...]]:
        """Return what a rule or definition is connected with, by kind of edge; incoming kinds end with `-by`."""
        name = next((found for found in (f"rule:{norm}", f"definition:{norm}") if found in self.network), None)
        if name is None:
            raise KeyError(norm)
        groups: dict[str, list[str]] = {}
        for _, target, kind in self.network.out_edges(name, keys=True):
            groups.setdefault(kind, []).append(target)
        for source, _, kind in self.network.in_edges(name, keys=True):
            groups.setdefault(f"{kind}-by", []).append(source)
        return {kind: tuple(sorted(set(names))) for kind, names in sorted(groups.items())}

    # --- export

    def export(self, form: Format) -> str:
        """Return the whole graph as JSON (node-link), GraphML or a Mermaid flow chart."""
        import networkx

        if form == "json":
            return json.dumps(networkx.node_link_data(self.network, edges="edges"), ensure_ascii=False, indent=1)
        if form == "graphml":
            return "\n".join(networkx.generate_graphml(self.network))
        return "\n".join(self._mermaid())

    def _mermaid(self) -> Iterator[str]:
        numbers = {name: f"n{number}" for number, name in enumerate(self.network.nodes)}
        yield "flowchart LR"
        for name, data in self.network.nodes(data=True):
            yield f'  {numbers[name]}["{_safe(data["title"])}"]'
        for source, target, kind in self.network.edges(keys=True):
            yield f"  {numbers[source]} -->|{kind}| {numbers[target]}"

    # --- building

    def _node(self, kind: str, name: str, title: str | None = None, **data: Any) -> str:
        node = f"{kind}:{name}"
        if node not in self.network or title is not None:
            self.network.add_node(node, kind=kind, title=title or name, **data)
        return node

    def _edge(self, source: str, target: str, kind: str) -> None:
        # The key keeps the several edges between two nodes apart, and makes a repeated one count once.
        self.network.add_edge(source, target, key=kind)

    def _add_document(self, document: Document) -> None:
        node = self._node("document", document.id, document.title)
        for cited in (*document.implements, *document.supersedes):
            self._edge(node, self._cited(cited), "cites")
        for parameter in document.parameters:
            self._node("parameter", parameter.name, parameter.title)
        for item in document.items:
            self._add_item(document, node, item)

    def _cited(self, name: str) -> str:
        document = name.partition("/")[0]
        return self._node("document", document) if document in self._known else self._node("external", name)

    def _add_item(self, document: Document, parent: str, item: Item) -> None:
        section = self._node("section", f"{document.id} {item.section}", item.title)
        self._edge(parent, section, "contains")
        for rule in item.rules:
            self._add_norm(document, section, rule, "rule")
            self._add_rule(rule)
        for definition in item.definitions:
            node = self._add_norm(document, section, definition, "definition")
            self._edge(node, self._node("type", definition.target), "concludes")
            if definition.helps is not None:
                self._edge(self._norm_or_document(definition.helps), node, "helped")

    def _add_norm(self, document: Document, section: str, norm: Norm, kind: str) -> str:
        node = self._node(kind, norm.id, norm.title)
        for quotation in norm.clause:
            clause = self._clause(document, quotation)
            self._edge(section, clause, "contains")
            self._edge(clause, node, "says")
        self._edge(node, self._node("type", norm.subject.target), "judges" if kind == "rule" else "reads")
        for root in _roots(norm):
            self._add_reads(node, root)
        for cited in norm.refs:
            self._edge(node, self._norm_or_document(cited), "cites")
        return node

    def _add_rule(self, rule: Rule) -> None:
        node = f"rule:{rule.id}"
        if rule.evidence is not None and rule.evidence.about is not None:
            self._edge(node, self._node("topic", rule.evidence.about), "about")
        for general in rule.specialises:
            self._edge(node, f"rule:{general}", "specialises")
            self._node("rule", general)
        if rule.same_as is not None:
            self._edge(node, self._node("rule", rule.same_as), "same")
        if rule.every is not None and rule.every.param is not None:
            self._edge(node, self._node("parameter", rule.every.param), "limited")

    def _norm_or_document(self, cited: str) -> str:
        for document in self._known.values():
            if cited.startswith(f"{document.id}/"):
                kind = "definition" if any(d.id == cited for d in document.definitions) else "rule"
                return self._node(kind, cited)
        return self._cited(cited)

    def _clause(self, document: Document, quotation: Quotation) -> str:
        start, end = quotation.spans[0][0], quotation.spans[-1][1]
        return self._node("clause", f"{document.id}@{start}-{end}", str(quotation))

    def _add_reads(self, node: str, root: n.Node) -> None:
        for part in walk(root):
            over = getattr(part, "over", None)
            if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
                self._edge(node, self._node("type", over.source.target), "reads")
            if isinstance(part, n.Param):
                self._edge(node, self._node("parameter", part.name), "limited")
            if isinstance(part, n.Field) and isinstance(part.fact.type, FactOf):
                target = part.fact.type.target
                field = self._node("field", f"{target}.{part.name}")
                self._edge(self._node("type", target), field, "has")
                self._edge(node, field, "reads")

    # --- walking

    def _readers(self, node: str) -> Iterator[str]:
        """Yield the rules and definitions that read a node or, of a type, one of its fields."""
        for place in (node, *self._targets(node, "has")):
            for source, _, kind in self.network.in_edges(place, keys=True):
                if kind in {"reads", "judges", "limited", "about"}:
                    yield source

    def _targets(self, node: str, kind: str) -> Iterable[str]:
        return [target for _, target, key in self.network.out_edges(node, keys=True) if key == kind]


def _roots(norm: Norm) -> Iterator[n.Node]:
    yield norm.when
    yield from (let.node for let in norm.lets)
    if isinstance(norm, Definition):
        yield from (node for _, node in norm.values)
        return
    yield from (condition.node for condition in norm.conditions)
    if norm.due is not None:
        yield norm.due


def _safe(text: str) -> str:
    """A label that Mermaid takes: quotes and brackets have a meaning of their own there."""
    return text.replace('"', "”").replace("[", "［").replace("]", "］").replace("\n", " ")


def types_read(documents: Iterable[Document]) -> tuple[str, ...]:
    """Return the fact types that rules and definitions of `documents` judge or read, in the order of first use."""
    found: dict[str, None] = {}
    for document in documents:
        norms: tuple[Norm, ...] = (*document.definitions, *document.rules)
        for norm in norms:
            found[norm.subject.target] = None
            for root in _roots(norm):
                found.update(dict.fromkeys(_targets_of(root)))
            if isinstance(norm, Rule) and norm.judgement is not None:
                found["Judgement"] = None
    return tuple(found)


def _targets_of(root: n.Node) -> Iterator[str]:
    for part in walk(root):
        over = getattr(part, "over", None)
        if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
            yield over.source.target
        if isinstance(part, n.Follow):
            yield part.target
        if isinstance(part, n.Judged):
            yield "Judgement"
