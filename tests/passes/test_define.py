"""`define` blocks: what is concluded, and what a conclusion must give (LANGUAGE 5)."""

from __future__ import annotations

import pytest

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Definition, Every
from qinglian_rules.ir.types import INT, Enum, RefOf
from tests.passes.samples import found_in, item

GRADE = """define
id: fails-once-verified
clause: 一经查实，一律判定不合格
kind: veto
each: case in MisconductCase
when: case.verified and case.verified_on is not None and case.person is not None
conclude: EthicsGrade(person=case.person, year=year(case.verified_on), grade="不合格", date=case.verified_on)
veto: true"""


def definition(block: str) -> Definition:
    """Return the one definition of a block in which nothing is found."""
    checked, _ = item(block)
    assert [found.message() for found in checked.diagnostics] == []
    (made,) = checked.definitions
    return made


def test_a_definition_concludes_a_fact() -> None:
    made = definition(GRADE)
    assert made.id == "t-2024/1.1/fails-once-verified"
    assert (made.target, made.kind, made.veto, made.title) == ("EthicsGrade", "veto", True, "一经查实，一律判定不合格")
    values = dict(made.values)
    assert list(values) == ["person", "year", "grade", "date"]
    assert (values["person"].type, values["year"].type) == (RefOf("Person"), INT)
    assert isinstance(values["grade"].type, Enum)


def test_fields_may_be_named_in_chinese() -> None:
    chinese = GRADE.replace("person=case.person, year=", "人员=case.当事人, 考评年度=").replace(
        "EthicsGrade", "医德等级"
    )
    assert dict(definition(chinese).values) == dict(definition(GRADE).values)


def test_a_fact_is_given_by_its_key() -> None:
    made = definition(
        "define\nid: a\nclause: 文字\neach: benefit in Benefit\nwhen: benefit.accepted\n"
        "conclude: RedPacket(benefit=benefit)"
    )
    assert isinstance(dict(made.values)["benefit"], n.KeyOf)
    assert (made.veto, made.kind) == (False, "definition")


def test_body_and_date_are_the_subjects_unless_given() -> None:
    definition(GRADE.replace(", date=case.verified_on", ""))


def test_a_definition_may_serve_a_rule_instead_of_quoting() -> None:
    made = definition(GRADE.replace("clause: 一经查实，一律判定不合格", "helps: 2/other") + "\noverrides: [a, 2/b]")
    assert (made.helps, made.overrides) == ("t-2024/2/other", ("t-2024/1.1/a", "t-2024/2/b"))
    assert [code for code, _ in found_in(GRADE.replace("clause: 一经查实，一律判定不合格\n", ""))] == ["QL522"]


def test_a_definition_may_have_a_rhythm() -> None:
    block = GRADE.replace("when:", "every: year\nwhen: within(case.occurred, period) and")
    assert definition(block).every == Every(12)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("EthicsGrade(", "EthicsGrades(", ("QL231", "EthicsGrades"), id="an unknown type"),
        pytest.param("EthicsGrade(", "Person(", ("QL516", "Person"), id="a type that is recorded"),
        pytest.param("grade=", "grades=", ("QL232", 'grades="不合格"'), id="an unknown field"),
        pytest.param('"不合格"', '"不及格"', ("QL235", '"不及格"'), id="a word that is no member"),
        pytest.param(
            "year(case.verified_on)", "case.behaviour", ("QL518", "case.behaviour"), id="a value of another type"
        ),
        pytest.param("year(case.verified_on)", "1.5", ("QL518", "1.5"), id="a value of a wider type"),
        pytest.param("person=case.person", "person=case.company", ("QL518", "case.company"), id="another reference"),
        pytest.param(" and case.person is not None", "", ("QL240", "case.person"), id="a value that may be None"),
        pytest.param("grade=", "year=1, grade=", ("QL519", "year=1"), id="a field given twice"),
        pytest.param("veto: true", "veto: yes", ("QL512", "yes"), id="a veto that is neither true nor false"),
        pytest.param("kind: veto", "kind: vetoes", ("QL502", "vetoes"), id="an unknown kind"),
        pytest.param("veto: true", "due: case.verified_on", ("QL121", "due"), id="a limit"),
    ],
)
def test_a_mistake_is_underlined(old: str, new: str, expected: tuple[str, str]) -> None:
    assert expected in found_in(GRADE.replace(old, new))


def test_key_fields_must_be_given() -> None:
    found = found_in(GRADE.replace("year=year(case.verified_on), ", ""))
    assert [code for code, _ in found] == ["QL517"]


def test_a_type_that_is_recorded_is_refused_with_those_that_may_be_concluded() -> None:
    checked, _ = item(GRADE.replace("EthicsGrade(", "Person("))
    hint = checked.diagnostics[0].hint("zh")
    assert hint is not None
    assert "EthicsGrade" in hint


def test_a_date_that_the_subject_lacks_must_be_given() -> None:
    block = (
        "define\nid: a\nclause: 文字\neach: person in Person\n"
        'conclude: EthicsGrade(person=person, year=2024, grade="不合格")'
    )
    assert [code for code, _ in found_in(block)] == ["QL520"]
    assert found_in(block.replace("each:", "every: year\neach:")) == []
    assert found_in(block.replace('"不合格"', '"不合格", date=date(2024, 1, 1)')) == []


@pytest.mark.parametrize(
    "conclude", ["case.person", "EthicsGrade", "EthicsGrade(case.person)", "x.EthicsGrade(year=1)"]
)
def test_a_conclusion_is_written_as_a_fact(conclude: str) -> None:
    block = GRADE.split("conclude:", maxsplit=1)[0] + f"conclude: {conclude}"
    assert [code for code, _ in found_in(block)] == ["QL515"]


def test_a_definition_has_no_limit() -> None:
    assert ("QL238", "due") in found_in(GRADE.replace("date=case.verified_on", "date=due"))
