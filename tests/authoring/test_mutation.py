"""Mutants: which changes of a rule there are, which its cases see, and what is said of the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from qinglian_rules.authoring.mutation import MutationRun, mutants_of, run_mutation
from qinglian_rules.authoring.mutation.equivalents import read_explanations
from qinglian_rules.cli.app import app
from qinglian_rules.ir.rules import Definition, Rule
from qinglian_rules.loading import load
from tests.authoring.samples import ITEM, POLICY, SAMPLE, SOURCE
from tests.authoring.test_run import PASSING
from tests.passes.samples import item

PERSON = "rule\nid: a\nclause: 文字\neach: person in Person\n"
VISIT = "rule\nid: a\nclause: 文字\neach: visit in RepVisit\n"
PARTY, STAFF = "person.is_party_member", "person.is_medical_staff"
PLACES = "len(visit.body.reception_places)"
EMPLOYED = "exists(e for e in Employment if e.person == person)"
RECORD = "visit.record is not None"
IN_ROOMS = "visit.place in {'诊室', '病房'}"
TODAY = "earlier(date_of(visit.start), now)"


def texts(block: str) -> set[str]:
    """Return the mutants of a rule block as they are printed, in English."""
    checked, _ = item(block)
    (made,) = checked.rules
    return {mutant.describe("en") for mutant in mutants_of(made)}


@pytest.mark.parametrize(
    ("block", "wanted"),
    [
        (f"{PERSON}require: {PARTY}", f"negated  require: {PARTY} → not {PARTY}"),
        (f"{PERSON}require: not {PARTY}", f"negated  require: not {PARTY} → {PARTY}"),
        (f"{PERSON}require: {EMPLOYED}", "negated  require: e.person == person → not e.person == person"),
        (f"{PERSON}when: {PARTY}\nforbid: {STAFF}", f"dropped  when: {PARTY} → —"),
        (f"{PERSON}unless: {PARTY}\nforbid: {STAFF}", f"dropped  when: not {PARTY} → —"),
        (f"{PERSON}require: {PARTY} and {STAFF}", f"dropped  require: {PARTY} → —"),
        (f"{PERSON}require: {PARTY} and {STAFF}", f"swapped  require: {PARTY} and {STAFF} → {PARTY} or {STAFF}"),
        (f"{PERSON}require:\n  甲: {PARTY}\n  乙: {STAFF}", f"dropped  乙: {STAFF} → —"),
        (f"{VISIT}require: {PLACES} > 3", "moved  require: 3 → 4"),
        (f"{VISIT}require: {PLACES} > 3", "moved  require: 3 → 2"),
        (f"{VISIT}require: {PLACES} > 3", f"boundary  require: {PLACES} > 3 → {PLACES} >= 3"),
        (f"{VISIT}require: visit.start > date(2023, 3, 1)", "shifted  require: date(2023, 3, 1) → date(2023, 3, 2)"),
        (f"{VISIT}require: {RECORD}\ndue: visit.start + minutes(5)", "shifted  due: minutes(5) → minutes(6)"),
        (f"{VISIT}require: visit.place == '诊室'", 'member  require: visit.place == "诊室" → visit.place == "另诊室"'),
        (f"{VISIT}require: {IN_ROOMS}", 'member  require: ["诊室", "病房"] → ["诊室", "另病房"]'),
        (f"{VISIT}let:\n  day: {TODAY}\nrequire: day > now", f"swapped  let day: {TODAY} → later(date_of"),
    ],
)  # fmt: skip
def test_a_rule_is_changed_by_one_small_step(block: str, wanted: str) -> None:
    found = texts(block)
    assert any(wanted in text for text in found), sorted(found)


def test_a_word_is_replaced_by_one_of_its_enum_that_is_not_used() -> None:
    block = 'rule\nid: a\nclause: 文字\neach: hospital in Hospital\nforbid: hospital.ownership == "公立"'
    assert any('"民营"' in text for text in texts(block))


def test_a_set_that_holds_all_words_loses_one() -> None:
    block = 'rule\nid: a\nclause: 文字\neach: hospital in Hospital\nforbid: hospital.ownership in {"公立", "民营"}'
    assert 'member  forbid: ["公立", "民营"] → ["民营"]' in texts(block)


def test_every_mutant_says_something_else_and_reads_otherwise() -> None:
    norms: tuple[Rule | Definition, ...] = (*SAMPLE.documents[0].rules, *SAMPLE.documents[0].definitions)
    for norm in norms:
        mutants = list(mutants_of(norm))
        assert all(mutant.norm != norm for mutant in mutants)
        assert len({mutant.text for mutant in mutants}) == len(mutants)


def test_rules_that_ask_for_a_record_or_a_finding_have_no_mutants() -> None:
    rules: Iterator[Rule] = (one for one in SAMPLE.rules.values() if one.form in {"evidence", "judgement"})
    assert [list(mutants_of(one)) for one in rules] == [[], []]


# --- run against cases

ONE_RULE = ITEM.split("```rule\nid: intruders")[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a document with one rule of two named conditions, whose cases see every mutant."""
    made = tmp_path / "sample"
    made.mkdir()
    rest = SOURCE.removeprefix("要定点接待，有人记录").strip()
    item = ONE_RULE.format(text=SOURCE, more="") + f"```text\nclause: {rest}\nwhy: artefact\n```\n"
    for name, content in (
        ("policy.yaml", POLICY),
        ("source.txt", SOURCE),
        ("1-all.md", item),
        ("1-all.cases.yaml", PASSING),
    ):
        (made / name).write_text(content, encoding="utf-8")
    return made


def without_records(folder: Path) -> None:
    """Take away the case that shows what the second condition is for."""
    content = "".join(line for line in PASSING.splitlines(keepends=True) if "没有记录" not in line)
    (folder / "1-all.cases.yaml").write_text(content, encoding="utf-8")


def explained(folder: Path, mutant: str) -> None:
    content = f"1/visits-in-order:\n  - mutant: {mutant}\n    why: 甲\n"
    (folder / "1-all.mutants.yaml").write_text(content, encoding="utf-8")


def mutated(folder: Path) -> MutationRun:
    return run_mutation(load(folder))


def test_cases_that_show_each_condition_see_every_mutant(folder: Path) -> None:
    done = mutated(folder)
    assert done.mutants == done.killed > 0
    assert done.survivors == ()


def test_what_no_case_sees_is_listed(folder: Path) -> None:
    without_records(folder)
    done = mutated(folder)
    assert {survivor.mutant.text for survivor in done.survivors} == {"有记录: visit.record is not None → —"}
    assert done.killed == done.mutants - 1


def test_an_author_may_say_why_nothing_can_see_a_mutant(folder: Path) -> None:
    without_records(folder)
    explained(folder, "有记录: visit.record is not None → —")
    done = mutated(folder)
    assert ([survivor.why for survivor in done.survivors], done.unexplained, done.diagnostics) == (["甲"], (), ())


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_mutant_may_stand_in_quotes_as_in_yaml(folder: Path, quote: str) -> None:
    without_records(folder)
    explained(folder, f"{quote}有记录: visit.record is not None → —{quote}")
    done = mutated(folder)
    assert ([survivor.why for survivor in done.survivors], done.unexplained, done.diagnostics) == (["甲"], (), ())


def test_quotes_inside_a_mutant_are_part_of_it(folder: Path) -> None:
    content = '1/visits-in-order:\n  - {mutant: 甲, why: 乙}\n  - mutant: \'"a" == b → "c"\'\n    why: 乙\n'
    (folder / "1-all.mutants.yaml").write_text(content, encoding="utf-8")
    read, found = read_explanations(load(folder))
    assert found == ()
    assert [one.mutant for ones in read.values() for one in ones] == ["甲", '"a" == b → "c"']


def test_an_explanation_of_what_does_not_survive_is_a_warning(folder: Path) -> None:
    explained(folder, "有记录: visit.record is not None → —")
    (found,) = mutated(folder).diagnostics
    assert (found.code.id, found.severity, found.span is not None) == ("QL652", "warning", True)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("1/visit-in-order:\n  - {mutant: a, why: b}\n", "QL601"),
        ("1/visits-in-order: 甲\n", "QL123"),
        ("1/visits-in-order:\n  - {mutant: a}\n", "QL122"),
        ("1/visits-in-order:\n  - {mutant: a, why: b, who: c}\n", "QL121"),
    ],
)
def test_a_mistake_in_a_file_of_explanations_is_reported_where_it_stands(folder: Path, content: str, code: str) -> None:
    (folder / "1-all.mutants.yaml").write_text(content, encoding="utf-8")
    found = [one for one in mutated(folder).diagnostics if one.severity == "error"]
    assert [one.code.id for one in found] == [code]
    assert found[0].span is not None
    assert found[0].span.file.endswith("1-all.mutants.yaml")


# --- on the command line


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["mutate", *arguments, "--policy", str(folder)])
    return result.exit_code, result.output


def test_the_command_is_content_where_cases_see_every_mutant(folder: Path) -> None:
    code, output = run(folder)
    assert code == 0
    assert "100.0%" in output


def test_the_command_fails_on_a_survivor_that_nobody_explains(folder: Path) -> None:
    without_records(folder)
    code, output = run(folder)
    assert code == 1
    assert "✗ 去掉一个条件  有记录: visit.record is not None → —" in output


def test_the_command_counts_as_data(folder: Path) -> None:
    without_records(folder)
    code, output = run(folder, "--format", "json")
    data = json.loads(output)
    assert code == 1
    assert data["killed"] == data["mutants"] - 1
    assert [one["change"] for one in data["survivors"]] == ["dropped"]


def test_the_command_wants_cases_that_pass(folder: Path) -> None:
    (folder / "1-all.cases.yaml").write_text(PASSING.replace("violated:", "pending:"), encoding="utf-8")
    assert run(folder)[0] == 2


def test_the_command_knows_which_rules_there_are(folder: Path) -> None:
    assert run(folder, "sample/1/visits")[0] == 0
    code, output = run(folder, "sample/2")
    assert code == 2
    assert "sample/2" in output
