"""policy.yaml: what a document says of itself, its parameters, its tables."""

from __future__ import annotations

from datetime import date

import pytest

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.documents.metadata import Metadata, read_metadata
from qinglian_rules.documents.parameters import RHYTHM, read_parameters
from qinglian_rules.documents.tables import read_tables
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import types as t
from qinglian_rules.ir.rules import Bound, Parameter
from qinglian_rules.syntax import Mapping, Sequence, read_mapping
from tests.documents.samples import POLICY
from tests.syntax.marked import marked

DAY = date(2021, 9, 27)


def metadata(content: str) -> Metadata:
    read, found = read_metadata("policy.yaml", content)
    assert marked(content, found) == []
    assert read is not None
    return read


def mistakes(content: str) -> list[tuple[str, str]]:
    return marked(content, read_metadata("policy.yaml", content)[1])


def changed(old: str, new: str) -> str:
    assert old in POLICY
    return POLICY.replace(old, new)


def test_a_document_says_what_it_is() -> None:
    read = metadata(POLICY + "number: 桂卫医发〔2021〕28号\nissued: 2021-09-27\nimplements: 国卫医函〔2021〕169号\n")
    assert (read.id, read.title, read.issuer, read.rank, read.status) == (
        "sample",
        "样例",
        ("某某卫生健康委员会",),
        "province",
        "stable",
    )
    assert (read.number, read.issued) == ("桂卫医发〔2021〕28号", DAY)
    assert (read.implements, read.supersedes) == (("国卫医函〔2021〕169号",), ())
    assert read.reach.text == 'body.province == "广西"'


def test_what_a_document_does_not_say_is_none() -> None:
    read = metadata(POLICY)
    assert (read.number, read.issued, read.params, read.tables) == (None, None, None, None)


def test_the_days_of_force_are_read() -> None:
    read = metadata(POLICY)
    assert read.force_from == Bound(date(2021, 1, 1), date(2021, 1, 1))
    assert read.force_to == Bound(date(2024, 12, 31), date(2024, 12, 31))


def test_a_day_that_the_text_does_not_give_lies_between_two() -> None:
    content = changed("{from: 2021-01-01, to: 2024-12-31}", "{from: {earliest: 2022-01-01, latest: 2022-12-31}}")
    read = metadata(content)
    assert read.force_from == Bound(date(2022, 1, 1), date(2022, 12, 31))
    assert read.force_to is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(changed("rank: province", "rank: provice"), [("QL433", "provice")], id="an unknown rank"),
        pytest.param(changed("stable", "done"), [("QL433", "done")], id="an unknown status"),
        pytest.param(changed("title:", "titel:"), [("QL121", "titel")], id="a misspelt key"),
        pytest.param(changed("id: sample", "id: Sample_1"), [("QL439", "Sample_1")], id="an id that is no name"),
        pytest.param(changed("2021-01-01", "2021-1-1"), [("QL432", "2021-1-1")], id="a date in another form"),
        pytest.param(changed("2021-01-01", "2021-02-30"), [("QL432", "2021-02-30")], id="a date that is none"),
        pytest.param(changed("2021-01-01", "1821-01-01"), [("QL432", "1821-01-01")], id="a date before 1900"),
        pytest.param(POLICY + "issued: 9月27日\n", [("QL432", "9月27日")], id="an issue date in words"),
        pytest.param(
            changed("{from: 2021-01-01, to: 2024-12-31}", "{to: 2024-12-31}"),
            [("QL122", "{to: 2024-12-31}")],
            id="no first day",
        ),
        pytest.param(
            changed("{from: 2021-01-01, to: 2024-12-31}", "{from: 2024-12-31, to: 2021-01-01}"),
            [("QL435", "{from: 2024-12-31, to: 2021-01-01}")],
            id="a last day before the first",
        ),
        pytest.param(
            changed("from: 2021-01-01", "from: {earliest: 2021-03-01, latest: 2021-02-01}"),
            [("QL435", "{earliest: 2021-03-01, latest: 2021-02-01}")],
            id="earliest after latest",
        ),
        pytest.param(
            changed("from: 2021-01-01", "from: {earliest: 2021-03-01}"),
            [("QL122", "{earliest: 2021-03-01}")],
            id="earliest alone",
        ),
        pytest.param(changed("[某某卫生健康委员会]", "[甲, 甲]"), [("QL124", "甲")], id="an issuer twice"),
        pytest.param(POLICY + "tables: {a: b}\n", [("QL123", "{a: b}")], id="tables that are no list"),
        pytest.param(POLICY + "params: [a]\n", [("QL123", "[a]")], id="parameters that are a list"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(content: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(mistakes(content)) == sorted(expected)


def test_an_unknown_key_is_told_the_nearest() -> None:
    _, found = read_metadata("policy.yaml", changed("issuer:", "issuers:"))
    assert [one.suggestion for one in found if one.code.id == "QL121"] == ["issuer"]


def test_an_empty_file_lacks_every_key() -> None:
    read, found = read_metadata("policy.yaml", "")
    assert read is None
    assert [one.args["key"] for one in found] == ["id", "title", "issuer", "in_force", "reach", "rank", "status"]


# --- parameters -----------------------------------------------------------------------------------

LIMIT = "limit: {title: 时限, type: Duration, unit: minutes, bounds: {low: 1 minute, high: 1 day}, why: 只说“及时”}"


def parameters(content: str) -> tuple[tuple[Parameter, ...], list[tuple[str, str]]]:
    mapping, reported = read_mapping("policy.yaml", content)
    found: list[Diagnostic] = list(reported)
    return read_parameters("sample", mapping, Vocabulary.current(), found), marked(content, found)


def test_a_parameter_has_its_qualified_name_type_unit_bounds_and_reason() -> None:
    (parameter,), found = parameters(LIMIT)
    assert found == []
    assert parameter == Parameter("sample/limit", "时限", t.DURATION, "minutes", "1 minute", "1 day", "只说“及时”")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Int", t.INT),
        ("Decimal", t.DECIMAL),
        ("Ratio", t.RATIO),
        ("Bool", t.BOOL),
        ("Date", t.DATE),
        ("List[Str]", t.ListOf(t.STR)),
        ("Enum[甲, 乙]", t.Enum(("甲", "乙"))),
        ("List[Enum[甲、乙]]", t.ListOf(t.Enum(("甲", "乙")))),
        ("Ref[Hospital]", t.RefOf("Hospital")),
        ("Ref[医院]", t.RefOf("Hospital")),
    ],
)
def test_a_parameter_is_of_any_type(typed: str, kind: t.Type) -> None:
    (parameter,), found = parameters(f"limit: {{title: 甲, type: {typed}, why: 乙}}")
    assert (parameter.type, found) == (kind, [])


def test_a_rhythm_is_text_with_a_unit_of_its_own() -> None:
    (parameter,), found = parameters("cycle: {title: 周期, type: Rhythm, why: “定期”没有次数}")
    assert (parameter.type, parameter.unit, found) == (t.STR, RHYTHM, [])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(LIMIT.replace("Duration", "Minutes"), [("QL436", "Minutes")], id="an unknown type"),
        pytest.param(LIMIT.replace("Duration", "Ref[Nobody]"), [("QL436", "Ref[Nobody]")], id="a fact type of nobody"),
        pytest.param(LIMIT.replace("Duration", "Enum[甲, 甲]"), [("QL436", "Enum[甲, 甲]")], id="a word twice"),
        pytest.param(
            LIMIT.replace("Duration", "List[List[Str]]"), [("QL436", "List[List[Str]]")], id="a list of lists"
        ),
        pytest.param(
            LIMIT.replace("Duration", "List[" * 3000 + "]" * 3000),
            [("QL436", "List[" * 3000 + "]" * 3000)],
            id="a type three thousand deep",
        ),
        pytest.param(LIMIT.replace("unit: minutes", "unit: months"), [("QL437", "months")], id="a unit without length"),
        pytest.param(LIMIT.replace("unit: minutes, ", ""), [("QL437", "limit")], id="a duration without unit"),
        pytest.param(LIMIT.replace("1 minute", "一分钟"), [("QL438", "一分钟")], id="a bound in words"),
        pytest.param(LIMIT.replace("low", "min"), [("QL121", "min")], id="a bound that is none"),
        pytest.param(LIMIT.replace(", why: 只说“及时”", ""), [("QL122", "limit")], id="no reason"),
        pytest.param(LIMIT.replace("limit:", "Limit:"), [("QL439", "Limit")], id="a name in capitals"),
        pytest.param(LIMIT.replace("limit:", "a-b:"), [("QL439", "a-b")], id="a name with a hyphen"),
        pytest.param("limit: 3", [("QL123", "3")], id="a value where a declaration belongs"),
    ],
)
def test_a_mistake_in_a_parameter_is_reported_where_it_stands(content: str, expected: list[tuple[str, str]]) -> None:
    assert parameters(content)[1] == expected


# --- tables ---------------------------------------------------------------------------------------

TABLE = "tables: [{type: Hospital, file: tables/h.csv, origin: 名录, from: 2021-01-01}]"
FILES = {"tables/h.csv": "id\nH-1\n"}


def tables(content: str):
    mapping, _ = read_mapping("policy.yaml", content)
    value = mapping.get("tables")
    assert isinstance(mapping, Mapping)
    assert isinstance(value, Sequence)
    found: list[Diagnostic] = []
    return read_tables("sample", value, FILES, Vocabulary.current(), found), marked(content, found)


def test_a_table_has_type_file_origin_days_and_content() -> None:
    (table,), found = tables(TABLE)
    assert found == []
    assert (table.document, table.type, table.file, table.origin) == ("sample", "Hospital", "tables/h.csv", "名录")
    assert (table.start, table.end, table.content) == (date(2021, 1, 1), None, "id\nH-1\n")


def test_a_table_may_be_named_by_the_chinese_title_of_its_type() -> None:
    (table,), _ = tables(TABLE.replace("Hospital", "医院"))
    assert table.type == "Hospital"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(TABLE.replace("Hospital", "Hospitel"), [("QL440", "Hospitel")], id="an unknown type"),
        pytest.param(TABLE.replace("type: Hospital", "type: Body"), [("QL440", "Body")], id="an abstract type"),
        pytest.param(TABLE.replace("tables/h.csv", "tables/x.csv"), [("QL431", "tables/x.csv")], id="no such file"),
        pytest.param(TABLE.replace("tables/h.csv", "../h.csv"), [("QL441", "../h.csv")], id="a file outside"),
        pytest.param(TABLE.replace("tables/h.csv", "/etc/h.csv"), [("QL441", "/etc/h.csv")], id="an absolute path"),
        pytest.param(TABLE.replace("2021-01-01", "2021"), [("QL432", "2021")], id="a year for a day"),
        pytest.param("tables: [a]", [("QL123", "a")], id="a table that is a word"),
    ],
)
def test_a_mistake_in_a_table_is_reported_where_it_stands(content: str, expected: list[tuple[str, str]]) -> None:
    assert tables(content)[1] == expected
