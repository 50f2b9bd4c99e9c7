"""What is written is read back as the same facts, in every form."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.diagnostics import FactsError
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.inputs import read_facts, write_folder, write_workbook
from tests.inputs.samples import FULL, SAMPLES, SampleInk, SampleKinds

Writer = Callable[[Sequence[Fact], Path], Path]


def _as_workbook(facts: Sequence[Fact], folder: Path) -> Path:
    write_workbook(facts, folder / "facts.xlsx")
    return folder / "facts.xlsx"


def _as_csv(facts: Sequence[Fact], folder: Path) -> Path:
    write_folder(facts, folder / "csv")
    return folder / "csv"


def _as_lines(facts: Sequence[Fact], folder: Path) -> Path:
    write_folder(facts, folder / "lines", format="jsonl")
    return folder / "lines"


WRITERS = pytest.mark.parametrize("writer", [_as_workbook, _as_csv, _as_lines], ids=["workbook", "csv", "jsonl"])


@WRITERS
def test_every_kind_of_value_comes_back(writer: Writer, tmp_path: Path) -> None:
    read = read_facts([writer([FULL], tmp_path)])
    assert (read.facts, read.refused) == ((FULL,), ())


@WRITERS
@given(facts=st.lists(SAMPLES, max_size=4, unique_by=lambda fact: fact.id))
@settings(max_examples=60, deadline=None)
def test_generated_facts_come_back(writer: Writer, facts: list[SampleKinds]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = read_facts([writer(facts, Path(folder))]) if facts else None
    assert read is None or (read.refused, read.facts) == ((), tuple(facts))


@WRITERS
def test_statements_parameters_and_bodies_come_back(writer: Writer, tmp_path: Path) -> None:
    facts = [
        Hospital(id="H-1", name="某医院", adopts=("gx-2021",)),
        Complete(type="医药代表来访", body="H-1", start=date(2023, 1, 1), end=date(2023, 12, 31)),
        Complete(type="RepVisit"),
        ParameterValue(parameter="removal_limit", value="30分钟", body="H-1"),
        ParameterValue(parameter="gx-2021/share", value="3/10", start=date(2023, 1, 1)),
    ]
    read = read_facts([writer(facts, tmp_path)])
    assert (set(read.facts), read.refused) == (set(facts), ())


@WRITERS
def test_an_unset_field_stays_unknown_and_none_stays_none(writer: Writer, tmp_path: Path) -> None:
    facts = (SampleKinds(id="1"), SampleKinds(id="2", maybe=None, amount=None, ended=None, period=None, size=None))
    read = read_facts([writer(facts, tmp_path)])
    assert read.facts == facts
    first, second = read.facts
    assert isinstance(first, SampleKinds)
    assert isinstance(second, SampleKinds)
    assert (first.maybe is MISSING, second.maybe, second.period) == (True, None, None)


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        (SampleInk(id="1", name="x" * 32_768), "32767"),
        (SampleInk(id="1", name=" x"), "空格"),
        (SampleInk(id="1", name="a\x00b"), "字符"),
    ],
    ids=["too long", "spaces around", "NUL"],
)
def test_what_no_cell_holds_is_not_written(fact: Fact, reason: str, tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=reason):
        write_workbook([fact], tmp_path / "facts.xlsx")


def test_a_workbook_has_chinese_names_and_a_csv_english_ones(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(_as_workbook([FULL], tmp_path))["样例各类"]
    header = [cell.value for cell in sheet[1]]
    assert {"编号", "金额（元）", "任期.开始", "任期.结束"} <= set(header)
    text = (_as_csv([FULL], tmp_path) / "SampleKinds.csv").read_text("utf-8-sig")
    assert text.startswith("id,yes,maybe,number,amount,balance,part,words,note,colour")


def test_a_formula_in_a_text_is_text(tmp_path: Path) -> None:
    fact = SampleInk(id="1", name="=1+1")
    assert read_facts([_as_workbook([fact], tmp_path)]).facts == (fact,)


def test_an_end_that_nobody_knows_is_not_an_end_that_is_none(tmp_path: Path) -> None:
    facts = tuple(
        SampleKinds(id=str(number), term=DateSpan(start=start, end=end))
        for number, (start, end) in enumerate([(date(2021, 1, 1), None), (date(2021, 1, 1), MISSING), (MISSING, None)])
    )
    assert read_facts([_as_csv(facts, tmp_path)]).facts == facts
