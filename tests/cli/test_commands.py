"""The other commands, as their users run them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qinglian_rules.documents.folders import bundled_ids
from tests.cli.samples import ITEM, POLICY, SOURCE, Ran, data, policy, run

RULE = "own-1/1/place-and-record"
DAY = ("--as-of", "2024-01-05")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return policy(tmp_path / "规则" / "own-1")


# --- explain


def explain(rules: Path, tmp_path: Path, wanted: str, *more: object) -> Ran:
    return run("explain", data(tmp_path / "数据"), wanted, "--policy", rules, *DAY, *more)


@pytest.mark.parametrize("wanted", ["V-1", RULE, "place-and-record", f"{RULE}@RepVisit:V-1"])
def test_a_decision_is_explained_by_its_id_its_rule_or_its_subject(wanted: str, rules: Path, tmp_path: Path) -> None:
    out = explain(rules, tmp_path, wanted).out
    assert "违反  来访的地点和记录（严重）" in out
    assert "如果：接待地点为“药学部接待室”，则合规" in out


def test_an_explanation_says_who_could_supply_what_is_missing(rules: Path, tmp_path: Path) -> None:
    assert "查明：登记“医药代表来访”的部门补填“接待地点”" in explain(rules, tmp_path, "V-3").out


def test_an_explanation_as_json_has_what_was_tried(rules: Path, tmp_path: Path) -> None:
    found = {one["subject"]["id"]: one for one in explain(rules, tmp_path, RULE, "--format", "json").json}
    assert found["V-1"]["would_change"] == {"place": "药学部接待室"}
    assert [one["missing"] for one in found["V-3"]["would_settle"][0]] == ["RepVisit.place"]


def test_an_id_that_nothing_bears_is_refused_with_the_nearest(rules: Path, tmp_path: Path) -> None:
    ran = explain(rules, tmp_path, "place-and-records")
    assert ran.code == 2
    assert "QL707" in ran.err
    assert "是否想写“place-and-record”" in ran.err


# --- coverage


def test_the_ledger_as_json_has_the_promised_keys() -> None:
    ran = run("coverage", "--policy", "gx-2021", "--format", "json")
    (document,) = ran.json["documents"]
    assert list(document) == ["id", "status", "characters", "covered", "uncovered", "blocks"]
    assert all(list(block) == ["id", "form", "kind", "conditions", "spans"] for block in document["blocks"])
    forms = {"require", "forbid", "evidence", "judgement", "define", "responsible", "text"}
    assert {block["form"] for block in document["blocks"]} <= forms
    assert all(0 <= start < end for block in document["blocks"] for start, end in block["spans"])


def test_the_pilot_document_has_no_uncovered_span() -> None:
    ran = run("coverage", "--policy", "gx-2021", "--format", "json")
    (document,) = ran.json["documents"]
    assert (ran.code, document["uncovered"], document["covered"]) == (0, [], document["characters"])


def open_policy(tmp_path: Path, status: str) -> Path:
    item = ITEM.replace("clause: 来访应当文明\nkind: principle", "clause: 来访应当\nkind: principle")
    return policy(tmp_path / "own-1", item, POLICY.replace("status: trial", f"status: {status}"))


@pytest.mark.parametrize(("status", "code"), [("draft", 0), ("trial", 1), ("stable", 1)])
def test_an_open_ledger_exits_with_1_unless_it_is_a_draft(status: str, code: int, tmp_path: Path) -> None:
    assert run("coverage", "--policy", open_policy(tmp_path, status)).code == code


def test_an_uncovered_span_counts_in_characters_of_the_source(tmp_path: Path) -> None:
    ran = run("coverage", "--policy", open_policy(tmp_path, "trial"), "--format", "json")
    ((start, end),) = ran.json["documents"][0]["uncovered"]
    assert SOURCE[start:end] == "文明"


def test_the_ledger_as_text_shows_the_words_that_no_block_quotes(tmp_path: Path) -> None:
    out = run("coverage", "--policy", open_policy(tmp_path, "trial")).out
    assert "未覆盖" in out
    assert "文明" in out
    assert "禁止 1" in out
    english = run("coverage", "--policy", open_policy(tmp_path, "trial"), "--lang", "en").out
    assert "uncovered" in english


# --- template


def test_a_blank_workbook_is_written_and_reads_back_without_a_mistake(rules: Path, tmp_path: Path) -> None:
    out = tmp_path / "新 建" / "待填.xlsx"
    assert run("template", "--policy", rules, "--out", out).code == 0
    ran = run("check", out, "--policy", rules, *DAY)
    assert ran.code == 0
    assert "QL708" in ran.err


def test_a_workbook_that_is_there_is_not_replaced_unless_forced(rules: Path, tmp_path: Path) -> None:
    out = tmp_path / "已填写.xlsx"
    out.write_bytes(b"filled")
    ran = run("template", "--policy", rules, "--out", out)
    assert (ran.code, out.read_bytes()) == (2, b"filled")
    assert "QL717" in ran.err
    assert run("template", "--policy", rules, "--out", out, "--force").code == 0
    assert out.read_bytes().startswith(b"PK")


def test_the_workbook_is_described_as_json(rules: Path, tmp_path: Path) -> None:
    described = run("template", "--policy", rules, "--out", tmp_path / "a.xlsx", "--format", "json").json
    types = {one["name"]: one for one in described["types"]}
    assert {"RepVisit", "Hospital", "TrainingSession"} <= set(types)
    place = next(field for field in types["RepVisit"]["fields"] if field["name"] == "place")
    assert (place["title"], place["type"]) == ("接待地点", "Str")
    assert [one["title"] for one in described["parameters"]] == ["来访的最长时间"]


# --- lint


def test_lint_counts_what_it_found_and_exits_with_2_for_an_error(tmp_path: Path) -> None:
    ran = run("lint", policy(tmp_path / "own-1", ITEM.replace("kind: obligation\n", "kind: obligations\n")))
    assert ran.code == 2
    assert "1 个错误" in ran.out.splitlines()[-1]
    assert "是否想写“obligation”" in ran.out


def test_lint_lets_warnings_pass_unless_strict(rules: Path) -> None:
    assert run("lint", rules).code == 0
    assert run("lint", rules, "--strict").code == 2


def test_lint_as_json_says_where_and_what(tmp_path: Path) -> None:
    folder = policy(tmp_path / "own-1", ITEM.replace("visit.place in", "visit.plaze in"))
    (found,) = [one for one in run("lint", folder, "--format", "json").json if one["severity"] == "error"]
    assert list(found) == ["code", "severity", "message", "hint", "file", "span"]
    line, start, _, end = found["span"]
    assert Path(found["file"]).read_text(encoding="utf-8").splitlines()[line - 1][start - 1 : end - 1] == "visit.plaze"


def test_lint_underlines_under_chinese_characters(tmp_path: Path) -> None:
    folder = policy(tmp_path / "own-1", ITEM.replace("visit.place in", "visit.接待地址 in"))
    lines = run("lint", folder).out.splitlines()
    index = next(number for number, line in enumerate(lines) if "visit.接待地址" in line and line.startswith("  |"))
    assert lines[index + 1] == "  |         " + "^" * len("visit.") + "^^" * len("接待地址")


def test_lint_of_a_bundled_document_takes_its_id() -> None:
    assert "条规则" in run("lint", "gx-2021").out


def test_lint_of_something_that_is_no_policy_is_a_diagnostic(tmp_path: Path) -> None:
    for wanted in ("gx-2o21", tmp_path / "没有", data(tmp_path / "数据"), tmp_path / "数据" / "医院.csv"):
        assert run("lint", wanted).code == 2


# --- test


CASES = """place-and-record:
  base:
    Hospital: {id: H-1, province: 广西, reception_places: [药学部接待室]}
    RepVisit: {id: V-1, body: H-1, start: 2023-05-10 15:00, place: 药学部接待室, record: K-1}
  as_of: 2024-12-31
  compliant:
    - {title: 都有}
  violated:
    - {title: 到诊室, change: {RepVisit V-1: {place: 门诊诊室}}, failed: [地点]}
"""


def test_cases_that_pass_and_what_they_leave_out_are_told(rules: Path) -> None:
    (rules / "1-visits.cases.yaml").write_text(CASES, encoding="utf-8")
    ran = run("test", "--policy", rules)
    assert ran.code == 1
    assert "未触及" in ran.out
    assert "0 个未通过" in ran.out


def test_a_case_that_fails_is_shown_with_its_place(rules: Path) -> None:
    (rules / "1-visits.cases.yaml").write_text(
        CASES.replace("place: 门诊诊室", "place: 药学部接待室"), encoding="utf-8"
    )
    ran = run("test", "--policy", rules, "--format", "json")
    assert ran.code == 1
    assert [(one["case"], one["line"]) for one in ran.json["failures"]] == [("到诊室", 9)]


def test_a_case_that_is_wrong_exits_with_2(rules: Path) -> None:
    (rules / "1-visits.cases.yaml").write_text(CASES.replace("place: 门诊诊室", "plaze: 门诊诊室"), encoding="utf-8")
    ran = run("test", "--policy", rules)
    assert ran.code == 2
    assert "place" in ran.err


# --- rule


@pytest.mark.parametrize("name", [RULE, "place-and-record", "来访的地点和记录"])
def test_a_rule_is_shown_by_its_id_its_last_part_or_its_title(name: str, rules: Path) -> None:
    out = run("rule", name, "--policy", rules).out
    assert "“来访须在公布的地点接待，接待须有记录”" in out
    assert "地点: visit.place in visit.body.reception_places" in out
    assert "field:RepVisit.place" in out


def test_a_rule_as_json_has_text_condition_neighbours_and_cases() -> None:
    shown = run("rule", "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded", "--format", "json").json
    assert "定点: visit.place in visit.body.reception_places" in shown["source"]
    assert "type:RepVisit" in shown["neighbours"]["judges"]
    assert "violated" in {case["expect"] for case in shown["cases"]}
    assert shown["clause"][0].startswith("参照“定时定点定人”")


def test_a_rule_that_is_not_there_is_refused_with_the_nearest(rules: Path) -> None:
    ran = run("rule", "place-and-recrod", "--policy", rules)
    assert ran.code == 2
    assert "是否想写“place-and-record”" in ran.err


# --- graph


def test_the_graph_is_json_unless_asked_otherwise(rules: Path) -> None:
    graph = run("graph", "--policy", rules).json
    assert {"nodes", "edges"} <= set(graph)
    assert f"rule:{RULE}" in {node["id"] for node in graph["nodes"]}


def test_the_graph_as_graphml_is_xml_with_every_node(rules: Path) -> None:
    nodes = len(run("graph", "--policy", rules).json["nodes"])
    root = ElementTree.fromstring(run("graph", "--policy", rules, "--format", "graphml").out)
    assert len([element for element in root.iter() if element.tag.endswith("}node")]) == nodes


def test_the_graph_as_mermaid_is_a_flow_chart(rules: Path) -> None:
    assert run("graph", "--policy", rules, "--format", "mermaid").out.startswith("flowchart LR\n")


@pytest.mark.parametrize(
    "node",
    ["field:RepVisit.place", "RepVisit.place", "医药代表来访.接待地点", "RepVisit", "医药代表来访"],
)
def test_what_a_change_affects_is_asked_in_either_language(node: str, rules: Path) -> None:
    assert RULE in run("graph", "--policy", rules, "--affected-by", node).out.splitlines()


def test_what_a_parameter_affects_is_listed_as_json_on_request(rules: Path) -> None:
    asked = ("graph", "--policy", rules, "--affected-by", "own-1/stay_limit", "--format", "json")
    assert run(*asked).json == ["own-1/1/visits-are-short"]


def test_what_is_cited_and_not_here_is_listed() -> None:
    assert "国卫医函〔2021〕169号" in run("graph", "--policy", "gx-2021", "--external").out.splitlines()


def test_a_node_that_is_not_there_is_refused_with_the_nearest(rules: Path) -> None:
    ran = run("graph", "--policy", rules, "--affected-by", "RepVisit.plaze")
    assert ran.code == 2
    assert "RepVisit.place" in ran.err


@pytest.mark.parametrize("more", [("--external", "--format", "mermaid"), ("--format", "text")])
def test_a_form_that_does_not_fit_the_question_is_refused(more: tuple[str, ...], rules: Path) -> None:
    ran = run("graph", "--policy", rules, *more)
    assert (ran.code, ran.out) == (2, "")
    assert "QL713" in ran.err


# --- all of them

LISTING = {
    "coverage": ("coverage",),
    "lint": ("lint",),
    "graph": ("graph",),
    "external": ("graph", "--external"),
}


@pytest.mark.parametrize("args", LISTING.values(), ids=LISTING)
def test_json_written_to_a_file_is_what_would_be_printed(args: tuple[str, ...], rules: Path, tmp_path: Path) -> None:
    chosen = [rules] if args[0] == "lint" else ["--policy", rules]
    out = tmp_path / "out.json"
    printed = run(*args, *chosen, "--format", "json")
    written = run(*args, *chosen, "--format", "json", "--out", out)
    assert (written.code, written.out) == (printed.code, "")
    assert json.loads(out.read_text(encoding="utf-8")) == printed.json


def test_without_a_policy_all_bundled_documents_are_taken() -> None:
    documents = run("coverage", "--format", "json").json["documents"]
    assert [document["id"] for document in documents] == list(bundled_ids())
