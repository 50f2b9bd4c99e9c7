"""A policy folder with cases: running, checking and showing them, from Python and on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from qinglian_rules.authoring.cases import cases_of, check_cases, run_cases
from qinglian_rules.cli.app import app
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.engine import Policy
from qinglian_rules.loading import load, load_with_definitions
from tests.authoring.samples import ITEM, POLICY, SOURCE, VISITS

PASSING = (
    VISITS
    + """  compliant: [{title: 在接待室}]
  violated:
    - {title: 到诊室, change: {RepVisit V-1: {place: 诊室}}, failed: [定点]}
    - {title: 没有记录, change: {RepVisit V-1: {record: none}}, failed: [有记录]}
  undetermined: [{title: 地点不明, change: {RepVisit V-1: {place: unknown}}}]
  not_applicable: [{title: 外省, change: {Hospital H-1: {province: 广东}}}]
"""
)
ONLY_VISITS = ITEM.split("```rule\nid: intruders")[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a document with one rule, whose cases show everything."""
    made = tmp_path / "sample"
    made.mkdir()
    item = ONLY_VISITS.format(text=SOURCE, more="")
    rest = SOURCE.replace("要定点接待，有人记录", "…").strip()
    fragments = [part for part in rest.split("…") if part]
    item += "".join(f"```text\nclause: {part}\nwhy: artefact\n```\n" for part in fragments)
    (made / "policy.yaml").write_text(POLICY, encoding="utf-8")
    (made / "source.txt").write_text(SOURCE, encoding="utf-8")
    (made / "1-all.md").write_text(item, encoding="utf-8")
    (made / "1-all.cases.yaml").write_text(PASSING, encoding="utf-8")
    return made


def with_cases(folder: Path, content: str) -> Policy:
    (folder / "1-all.cases.yaml").write_text(content, encoding="utf-8")
    return load(folder)


def test_cases_are_read_from_the_folder_that_the_document_was_loaded_from(folder: Path) -> None:
    done = run_cases(load(folder))
    assert (done.passed, done.failures, done.unreached, done.diagnostics) == (5, (), (), ())


def test_a_folder_of_several_documents_is_read_in_its_parts(folder: Path) -> None:
    assert run_cases(load(folder.parent)).passed == 5


def test_cases_of_one_document_are_judged_with_the_definitions_of_those_that_it_shares() -> None:
    policy, ids, found = load_with_definitions(["gx-2023"])
    assert (ids, found) == ({"gx-2023"}, ())
    assert {document.id for document in policy.documents} >= {"gx-2021", "gx-2023"}
    done = run_cases(policy, documents=ids)
    assert done.failures == ()
    assert {name.partition("/")[0] for name in done.reached} == {"gx-2023"}


def test_all_documents_are_loaded_with_their_definitions_as_they_are() -> None:
    policy, ids, _ = load_with_definitions(())
    assert ids == {document.id for document in policy.documents}


def test_what_is_not_reached_is_said_by_rule(folder: Path) -> None:
    done = run_cases(with_cases(folder, PASSING.replace("failed: [有记录]", "failed: [定点]")))
    (failure,) = done.failures
    assert failure.describe("en").endswith("1-all.cases.yaml:8): failed must be 定点, is 有记录")
    assert [gap.describe("en") for gap in done.unreached] == [
        "sample/1/visits-in-order  the condition `有记录` fails in no case"
    ]


def test_a_case_that_fails_shows_nothing(folder: Path) -> None:
    done = run_cases(with_cases(folder, VISITS + "  violated: [{title: a}]\n"))
    assert [gap.what.en for gap in done.unreached] == ["no case of it passes"]


def test_a_cases_file_that_is_no_text_is_reported(folder: Path) -> None:
    (folder / "1-all.cases.yaml").write_bytes("甲".encode("gb18030"))
    (diagnostic,) = run_cases(load(folder)).diagnostics
    assert diagnostic.severity == "error"


def test_a_link_to_a_file_elsewhere_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(PASSING, encoding="utf-8")
    (folder / "2-link.cases.yaml").symlink_to(tmp_path / "secret.yaml")
    done = run_cases(load(folder))
    assert done.passed == 5
    assert [diagnostic.code.id for diagnostic in done.diagnostics] == [codes.OUTSIDE_FOLDER.id]


def test_a_rule_without_cases_is_a_warning(folder: Path) -> None:
    assert [d.code.id for d in check_cases(with_cases(folder, ""))] == ["QL650"]


def test_a_rule_that_is_in_force_in_none_of_its_cases_is_a_warning(folder: Path) -> None:
    content = VISITS.replace("2023-05-10", "2020-05-10") + "  not_applicable: [{title: a}]\n"
    (warning,) = check_cases(with_cases(folder, content))
    assert (warning.code.id, warning.severity) == ("QL651", "warning")
    assert warning.span is not None
    assert warning.span.file.endswith("1-all.md")


def test_a_rule_with_one_case_in_force_is_none(folder: Path) -> None:
    assert check_cases(load(folder)) == ()


def test_the_cases_of_a_rule_come_in_the_order_of_their_statuses(folder: Path) -> None:
    policy = load(folder)
    found = cases_of(policy, policy.rules["sample/1/visits-in-order"])
    assert [(case.expect, case.title) for case in found][:2] == [("compliant", "在接待室"), ("violated", "到诊室")]


def command(*words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    return done.exit_code, done.output


def test_the_command_says_that_all_passes_and_is_reached(folder: Path) -> None:
    code, output = command("test", "--policy", folder)
    assert code == 0
    assert "5 个用例通过（编写 5 个，标准用例 0 个），0 个未通过，0 处未触及" in output


def test_the_command_leaves_with_1_where_a_case_fails(folder: Path) -> None:
    with_cases(folder, PASSING + "  pending: [{title: 早一天}]\n")
    code, output = command("test", "--policy", folder)
    assert code == 1
    assert "「早一天」" in output
    assert "应为未到期，实为合规" in output


def test_the_command_leaves_with_1_where_something_is_not_reached(folder: Path) -> None:
    with_cases(folder, PASSING.replace("undetermined", "#"))
    code, output = command("test", "--policy", folder, "--lang", "en")
    assert code == 1
    assert "not reached  sample/1/visits-in-order  no case is undetermined" in output


def test_the_command_leaves_with_2_where_a_case_is_wrong(folder: Path) -> None:
    with_cases(folder, PASSING + "  pending: [{titel: a}]\n")
    assert command("test", "--policy", folder)[0] == 2


def test_the_command_gives_data(folder: Path) -> None:
    code, output = command("test", "--policy", folder, "--format", "json")
    data = json.loads(output)
    assert code == 0
    assert data["passed"] == 5
    assert data["rules"] == [
        {
            "id": "sample/1/visits-in-order",
            "cases": 5,
            "standard_cases": 0,
            "statuses": ["compliant", "not_applicable", "undetermined", "violated"],
            "failed": ["定点", "有记录"],
        }
    ]


def test_lint_speaks_of_cases_too(folder: Path) -> None:
    with_cases(folder, "")
    code, output = command("lint", folder)
    assert code == 0
    assert "QL650" in output
    assert command("lint", folder, "--strict")[0] == 2


def test_a_rule_is_shown_with_its_cases(folder: Path) -> None:
    output = command("rule", "visits-in-order", "--policy", folder)[1]
    assert "[violated] 到诊室" in output
