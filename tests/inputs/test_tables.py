"""Sheets, columns and rows: which are read, which are refused, and where the message points."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import MISSING

from qinglian_rules.diagnostics import Span
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.people import Person
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.facts.visits import RepVisit
from qinglian_rules.inputs import Input, read_facts
from tests.inputs.samples import SampleInk, SampleKinds, only, reasons, write


def kinds(tmp_path: Path, *lines: str, name: str = "SampleKinds.csv") -> Input:
    """Read a table of `SampleKinds`, the first line being its header."""
    return read_facts([write(tmp_path, name, "\n".join(lines))])


def one(read: Input) -> SampleKinds:
    (fact,) = read.facts
    assert isinstance(fact, SampleKinds)
    return fact


# --- tables ------------------------------------------------------------------------------------------------------


def test_an_unknown_table_is_refused_with_the_nearest_name_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, "样例墨水.csv", "编号\n墨-1\n")
    write(tmp_path, "样例各样.csv", "编号\n1\n")
    read = read_facts([tmp_path])
    assert reasons(read) == [("样例各样.csv", None, None, "QL320")]
    assert "是否想写“样例各类”" in (only(read.refused).diagnostic.hint() or "")
    assert (read.facts, read.incomplete_types) == ((SampleInk(id="墨-1"),), {"SampleKinds"})


def test_a_derived_type_is_never_handed_over(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "样例推出.csv", "编号\n1\n")])
    assert (reasons(read), read.facts) == ([("样例推出.csv", None, None, "QL321")], ())


def test_a_general_type_asks_for_one_of_its_kinds(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "机构.csv", "编号\nH-1\n")])
    assert reasons(read) == [("机构.csv", None, None, "QL322")]
    assert "医院、主管部门" in (only(read.refused).diagnostic.hint() or "")
    assert {"Hospital", "HealthAuthority"} <= read.incomplete_types


def test_a_table_whose_name_starts_with_a_hash_is_for_reading_only(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "#说明.csv", "随便\n写写\n")])
    assert (read.facts, read.refused, read.diagnostics) == ((), (), ())


def test_a_table_with_a_header_only_was_handed_over(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,日期")
    assert (read.facts, read.refused, read.tables) == ((), (), {"SampleKinds"})


# --- columns -----------------------------------------------------------------------------------------------------


def test_an_unknown_column_is_reported_with_the_nearest_name_and_the_rest_is_read(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,是否和格,#备注", "1,是,x")
    (said,) = read.diagnostics
    assert (said.code.id, said.suggestion, said.severity) == ("QL323", "是否合格", "warning")
    assert said.span == Span("SampleKinds.csv", 1, 2, 1, 3)
    assert one(read).yes is MISSING


def test_an_absent_column_is_unknown_in_every_row_even_where_empty_means_none(tmp_path: Path) -> None:
    fact = one(kinds(tmp_path, "编号", "1"))
    assert (fact.maybe is MISSING, fact.ended is MISSING) == (True, True)
    fact = one(kinds(tmp_path, "编号,是否复核,终止日", "1,,"))
    assert (fact.maybe, fact.ended) == (None, None)


@pytest.mark.parametrize("header", ["金额", "amount", "金额（元）", "金额(元)", "金额（必填）", "金额 （元）"])
def test_a_header_may_carry_the_unit_or_a_note(header: str, tmp_path: Path) -> None:
    read = kinds(tmp_path, f"编号,{header}", "1,35000")
    assert (str(one(read).amount), read.diagnostics) == ("35000", ())


@pytest.mark.parametrize(("header", "hint"), [("金额（万元）", "乘以 10000"), ("金额（美元）", "换算")])
def test_a_column_in_another_unit_is_refused_and_the_rows_are_read_without_it(
    header: str, hint: str, tmp_path: Path
) -> None:
    read = kinds(tmp_path, f"编号,{header},件数", "1,3.5,2")
    assert reasons(read) == [("SampleKinds.csv", 1, header, "QL326")]
    assert hint in (only(read.refused).diagnostic.hint() or "")
    assert (one(read).amount is MISSING, one(read).number) == (True, 2)


def test_two_columns_of_one_field_are_both_refused(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,日期,day", "1,2023-05-10,2023-05-11")
    assert reasons(read) == [("SampleKinds.csv", 1, "日期", "QL324"), ("SampleKinds.csv", 1, "day", "QL324")]
    assert one(read).day is MISSING


def test_a_table_without_its_key_is_refused_once(tmp_path: Path) -> None:
    read = kinds(tmp_path, "日期", "2023-05-10", "2023-05-11")
    assert reasons(read) == [("SampleKinds.csv", 1, "编号", "QL325")]
    assert "2 行" in (only(read.refused).diagnostic.hint() or "")
    assert (read.facts, read.incomplete_types) == ((), {"SampleKinds"})


def test_values_under_no_column_name_are_reported_once(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,,日期", "1,,2023-05-10", "2,x,2023-05-10", "3,y,2023-05-10")
    (said,) = read.diagnostics
    assert (said.code.id, said.span) == ("QL327", Span("SampleKinds.csv", 3, 2, 3, 3))
    assert len(read.facts) == 3


SPANS: list[tuple[str, str, object]] = [
    ("任期.开始,任期.结束", "2021-01-01,2023-05-01", DateSpan(start=date(2021, 1, 1), end=date(2023, 5, 1))),
    ("term.start,term.end", "2021-01-01,无", DateSpan(start=date(2021, 1, 1), end=None)),
    ("任期.开始,任期.结束", "2021-01-01,至今", DateSpan(start=date(2021, 1, 1), end=None)),
    ("任期.开始,任期.结束", "2021-01-01,", DateSpan(start=date(2021, 1, 1))),
    ("任期.开始,任期.结束", ",", MISSING),
    ("任期.开始,任期.结束", "未知,无", DateSpan(end=None)),
    ("任期.起", "2021-01-01", DateSpan(start=date(2021, 1, 1))),
    ("任期", "2021-01-01..", DateSpan(start=date(2021, 1, 1), end=None)),
]


@pytest.mark.parametrize(
    ("header", "cells", "expected"), SPANS, ids=[f"{header} {cells}" for header, cells, _ in SPANS]
)
def test_a_span_stands_in_one_column_or_in_two(header: str, cells: str, expected: object, tmp_path: Path) -> None:
    width = header.count(",") + 1
    read = kinds(tmp_path, f"编号,{header},日期", f"1,{cells},", f"2{',' * width},")
    assert read.refused == ()
    assert getattr(read.facts[0], "term", None) == expected
    assert getattr(read.facts[1], "term", None) is MISSING


def test_a_span_that_may_be_none_is_none_where_both_of_its_cells_are_empty(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,所属期间.开始,所属期间.结束", "1,,", "2,未知,未知", "3,无,无", "4,无,2021-01-01")
    assert [fact.model_dump().get("period", MISSING) for fact in read.facts] == [None, {}, None]
    assert reasons(read) == [("SampleKinds.csv", 5, "所属期间.开始", "QL358")]


def test_a_span_cannot_have_both_one_column_and_two(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,任期,任期.开始", "1,2021-01-01..,2021-01-01")
    assert {code for *_, code in reasons(read)} == {"QL324"}


# --- rows --------------------------------------------------------------------------------------------------------


def test_a_bad_row_is_refused_whole_with_every_bad_cell_and_the_others_go_on(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,日期,件数,大小", "1,2023-02-30,3.5,大", "2,2023-05-10,3,大")
    assert reasons(read) == [("SampleKinds.csv", 2, "日期", "QL351"), ("SampleKinds.csv", 2, "件数", "QL368")]
    assert read.refused[0].diagnostic.span == Span("SampleKinds.csv", 2, 2, 2, 3)
    assert (one(read).id, read.incomplete_types) == ("2", {"SampleKinds"})


BOUNDS: list[tuple[str, str, str]] = [
    ("件数", "-1", "QL345"),
    ("金额", "-0.01", "QL345"),
    ("金额", "1234567890123456789", "QL345"),
    ("占比", "30", "QL370"),
    ("占比", "-1%", "QL345"),
    ("日期", "1899-12-31", "QL345"),
    ("日期", "2200-01-01", "QL345"),
    ("时刻", "2200-01-01 00:00", "QL345"),
]


@pytest.mark.parametrize(("column", "cell", "code"), BOUNDS, ids=[f"{column} {cell}" for column, cell, _ in BOUNDS])
def test_a_value_beyond_its_bounds_is_refused(column: str, cell: str, code: str, tmp_path: Path) -> None:
    read = kinds(tmp_path, f"编号,{column}", f"1,{cell}")
    assert reasons(read) == [("SampleKinds.csv", 2, column, code)]
    assert only(read.refused).diagnostic.message("en").isascii()


def test_a_row_without_its_key_is_refused(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,件数", ",3", "未知,3", "2,3")
    assert reasons(read) == [("SampleKinds.csv", 2, "编号", "QL344"), ("SampleKinds.csv", 3, "编号", "QL343")]
    assert only(read.refused[:1]).diagnostic.message() == "“编号”是空的"


def test_a_key_of_more_than_two_hundred_characters_is_refused(tmp_path: Path) -> None:
    assert [code for *_, code in reasons(kinds(tmp_path, "编号", "x" * 201))] == ["QL345"]


def test_none_where_a_field_always_has_a_value_refuses_the_row(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,日期", "1,无")
    assert reasons(read) == [("SampleKinds.csv", 2, "日期", "QL342")]
    assert only(read.refused).diagnostic.message() == "“日期”不能是“无”"


# --- all rows together -------------------------------------------------------------------------------------------


def test_the_second_of_two_facts_with_one_key_is_refused_and_both_rows_are_named(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,件数", "1,3", "2,3", "1,4")
    refusal = only(read.refused)
    assert (refusal.row, refusal.column, refusal.diagnostic.code.id) == (4, "编号", "QL375")
    assert refusal.diagnostic.message() == "“样例各类”的“1”已在 SampleKinds.csv 第 2 行出现"
    assert refusal.diagnostic.related == (Span("SampleKinds.csv", 2, 1, 2, 2),)
    assert [fact.key for fact in read.facts] == ["1", "2"]


def test_a_reference_that_leads_nowhere_is_a_warning_and_the_fact_stays(tmp_path: Path) -> None:
    write(tmp_path, "样例墨水.csv", "编号\n墨-1\n")
    read = read_facts(
        [tmp_path, write(tmp_path, "SampleKinds.csv", "编号,墨水,各墨水\n1,墨-1,墨-9\n2,墨-8,墨-9、墨-1\n")]
    )
    said = [(one.code.id, one.args["key"], one.args["count"], one.span and one.span.line) for one in read.diagnostics]
    assert said == [("QL376", "墨-8", "1", 3), ("QL376", "墨-9", "2", 2)]
    assert (len(read.facts), read.refused) == (3, ())


def test_a_type_that_nobody_handed_over_is_named_once(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,墨水,各墨水", "1,墨-1,墨-2", "2,墨-3,")
    (said,) = read.diagnostics
    assert said.code.id == "QL377"
    assert said.message() == "没有交来任何“样例墨水”，而这些字段指向它：样例各类.墨水、样例各类.各墨水"


def test_a_reference_to_a_general_type_may_lead_to_any_of_its_kinds(tmp_path: Path) -> None:
    write(tmp_path, "医院.csv", "编号\nH-1\n")
    write(tmp_path, "主管部门.csv", "编号\nA-1\n")
    read = read_facts([tmp_path, write(tmp_path, "人员.csv", "编号,机构\nP-1,H-1\nP-2,A-1\nP-3,X-1\n")])
    assert [(one.code.id, one.args["key"]) for one in read.diagnostics] == [("QL376", "X-1")]


# --- the sheets about facts --------------------------------------------------------------------------------------


def test_a_statement_of_completeness_is_a_row(tmp_path: Path) -> None:
    text = "事实类型,机构,自,至\n医药代表来访,,2023-01-01,2023-12-31\n来访,,,\n"
    read = read_facts([write(tmp_path, "完整性声明.csv", text)])
    assert read.facts == (Complete(type="医药代表来访", start=date(2023, 1, 1), end=date(2023, 12, 31)),)
    assert reasons(read) == [("完整性声明.csv", 3, "事实类型", "QL378")]


def test_a_parameter_is_a_row_and_one_without_a_value_sets_nothing(tmp_path: Path) -> None:
    text = "参数,#名称,取值,自\nremoval_limit,驱离时限,30分钟,2023-01-01\nreport_workdays,上报时限,,\n"
    read = read_facts([write(tmp_path, "参数取值.csv", text)])
    expected = ParameterValue(parameter="removal_limit", value="30分钟", start=date(2023, 1, 1))
    assert (read.facts, read.refused, read.diagnostics) == ((expected,), (), ())


def test_a_body_is_given_to_facts_that_name_none(tmp_path: Path) -> None:
    write(tmp_path, "人员.csv", "编号,机构\nP-1,\nP-2,H-2\n")
    write(tmp_path, "参数取值.csv", "参数,取值\nremoval_limit,30分钟\n")
    read = read_facts([tmp_path], body="H-1")
    assert set(read.facts) == {
        Person(id="P-1", body="H-1"),
        Person(id="P-2", body="H-2"),
        ParameterValue(parameter="removal_limit", value="30分钟"),
    }


def test_progress_is_reported_by_table(tmp_path: Path) -> None:
    seen: list[tuple[str, int]] = []
    path = write(tmp_path, "SampleInk.csv", "id\n" + "".join(f"{number}\n" for number in range(2500)))
    read_facts([path], progress=lambda table, rows: seen.append((table, rows)))
    assert seen == [("SampleInk.csv", 1000), ("SampleInk.csv", 2000), ("SampleInk.csv", 2500)]


def test_every_refusal_has_words_in_both_languages(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号,日期,金额,大小,任期", "1,2023-13-01,3万元,特大,昨天", "1,,,,")
    assert len(read.refused) == 4
    for refusal in read.refused:
        for text in (refusal.diagnostic.message(lang) for lang in ("zh", "en")):
            assert text
            assert "{" not in text


def test_twenty_thousand_visits_are_all_read(tmp_path: Path) -> None:
    header = "编号,医院,来访时间,来访人员类别,企业,授权产品,人数,接待地点,接待人,预约,审批人,来访记录,是否在诊疗区"
    row = "V-{},H-1,2023-05-10 15:{:02},医药代表,C-1,甲、乙,2,药学部接待室,P-1,B-{},P-2,K-1,否"
    lines = [header, *(row.format(number, number % 60, number) for number in range(20_000))]
    path = write(tmp_path, "医药代表来访.csv", "\n".join(lines))
    read = read_facts([path])
    assert (len(read.facts), read.refused) == (20_000, ())
    assert isinstance(read.facts[0], RepVisit)


def test_facts_are_in_the_order_of_the_tables(tmp_path: Path) -> None:
    read = kinds(tmp_path, "编号", "2", "1", "3")
    assert [fact.key for fact in read.facts if isinstance(fact, Fact)] == ["2", "1", "3"]
