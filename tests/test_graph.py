"""The dependency graph links every rule to its words, and to everything that it reads."""

from __future__ import annotations

import io
import json

import networkx
import pytest

from qinglian_rules.graph import Graph, types_read
from tests.decisions.scenes import VISIT_RULE, policy


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(policy().documents)


def test_a_rule_hangs_on_its_clause_its_section_and_its_document(graph: Graph) -> None:
    path = networkx.shortest_path(graph.network, "document:gx-2021", f"rule:{VISIT_RULE}")
    kinds = [graph.network.nodes[name]["kind"] for name in path]
    assert kinds == ["document", "section", "clause", "rule"]


def test_every_rule_and_definition_is_reached_from_its_document(graph: Graph) -> None:
    for document in policy().documents:
        reached = networkx.descendants(graph.network, f"document:{document.id}")
        assert {f"rule:{rule.id}" for rule in document.rules} <= reached
        assert {f"definition:{definition.id}" for definition in document.definitions} <= reached


def test_a_change_of_a_field_is_felt_by_the_rules_that_read_it(graph: Graph) -> None:
    found = graph.affected_by("field:RepVisit.place")
    assert VISIT_RULE in found
    assert "gx-2021/3.3.4/intruder-sent-away" not in found
    assert "gx-2022/2.3.11/no-promotion-by-visitors-in-care-places" in graph.affected_by("field:RepVisit.purpose")


def test_a_change_is_felt_through_what_definitions_conclude(graph: Graph) -> None:
    felt = set(graph.affected_by("field:Benefit.giver_kind"))
    assert "gx-2021/3.2.1/property-is-a-red-packet" in felt
    assert "gx-2021/3.2.1/every-red-packet-in-the-campaign" in felt


def test_a_change_of_a_parameter_is_felt(graph: Graph) -> None:
    assert graph.affected_by("parameter:gx-2021/removal_limit") == ("gx-2021/3.3.4/intruder-sent-away",)


def test_an_unknown_node_is_a_key_error(graph: Graph) -> None:
    with pytest.raises(KeyError):
        graph.affected_by("field:RepVisit.plase")


def test_instruments_that_are_cited_and_not_here_are_listed(graph: Graph) -> None:
    assert "国卫医函〔2021〕169号" in graph.external()


def test_the_graph_reads_back_from_json_and_graphml(graph: Graph) -> None:
    data = json.loads(graph.export("json"))
    assert networkx.node_link_graph(data, edges="edges").number_of_edges() == graph.network.number_of_edges()
    text = io.BytesIO(graph.export("graphml").encode())
    assert networkx.read_graphml(text).number_of_nodes() == graph.network.number_of_nodes()


def test_mermaid_has_a_line_for_every_node_and_edge(graph: Graph) -> None:
    lines = graph.export("mermaid").splitlines()
    assert lines[0] == "flowchart LR"
    assert len(lines) == 1 + graph.network.number_of_nodes() + graph.network.number_of_edges()


def test_the_types_that_a_hospital_must_hand_over_are_those_that_rules_read() -> None:
    found = types_read(policy("gx-2021").documents)
    assert {"RepVisit", "Benefit", "EvidenceRecord", "Judgement", "Complete"} - set(found) == {"Complete"}
    assert len(found) == len(set(found))
