"""The blank workbook: complete, readable by people, and read back as nothing until somebody fills it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from qinglian_rules.diagnostics import Lang
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.inputs import read_facts, template
from qinglian_rules.inputs.workbook.layout import columns_of
from qinglian_rules.inputs.workbook.texts import cell_text
from qinglian_rules.ir import types as t
from qinglian_rules.ir.rules import Parameter
from tests.inputs.samples import FULL

PARAMETERS = (
    Parameter("gx-2021/removal_limit", "驱离时限", t.DURATION, "分钟", "1 minutes", "1 days", "“及时”没有数字"),
    Parameter("gx-2021/top_share", "排名靠前的比例", t.RATIO, None, None, "50%", "“靠前”没有数字"),
    Parameter("gx-2021/grades", "等次", t.ListOf(t.Enum(("优秀", "良好"))), None, None, None, "由医院规定"),
)


def blank(tmp_path: Path, types: Sequence[str] = ("SampleKinds",), lang: Lang = "zh") -> Path:
    template(types, PARAMETERS, tmp_path / "blank.xlsx", lang)
    return tmp_path / "blank.xlsx"


def header(sheet: Worksheet) -> list[Any]:
    return [cell.value for cell in sheet[1]]


def fill(book: Workbook, sheet: str, row: int, **cells: object) -> None:
    """Write cells by the beginning of their header."""
    titles = header(book[sheet])
    for title, value in cells.items():
        book[sheet].cell(row, titles.index(title.replace("__", ".")) + 1, value)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_untouched_workbook_holds_no_fact_and_no_mistake(lang: Lang, tmp_path: Path) -> None:
    ours = [one.name for one in Vocabulary.current().types.values()]
    read = read_facts([blank(tmp_path, ours, lang)])
    assert (read.facts, read.refused, read.diagnostics) == ((), (), ())
    concrete = {one.name for one in Vocabulary.current().types.values() if not one.abstract and not one.derived}
    assert read.tables == concrete


def test_a_filled_workbook_gives_every_kind_of_fact(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path))
    columns = columns_of(Vocabulary.current().types["SampleKinds"])
    for number, column in enumerate(columns, start=1):
        book["样例各类"].cell(2, number, cell_text(FULL, column))
    fill(book, "参数取值", 2, 取值="30分钟", 自=date(2023, 1, 1))
    fill(book, "完整性声明", 2, 事实类型="样例各类", 至=date(2023, 12, 31))
    book.save(tmp_path / "filled.xlsx")
    read = read_facts([tmp_path / "filled.xlsx"])
    assert read.refused == ()
    assert read.facts == (
        FULL,
        ParameterValue(parameter="gx-2021/removal_limit", value="30分钟", start=date(2023, 1, 1)),
        Complete(type="样例各类", end=date(2023, 12, 31)),
    )


def test_the_sheets_are_instructions_types_parameters_and_completeness(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path, ["Body", "RepVisit", "SampleDerived"]))
    assert book.sheetnames == ["#说明", "医院", "主管部门", "医药代表来访", "参数取值", "完整性声明"]
    words = "\n".join(str(row[0].value) for row in book["#说明"].iter_rows())
    assert "qinglian check" in words
    assert "医药代表来访" in words


def test_a_general_type_stands_for_its_kinds_once(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path, ["Hospital", "Body", "Hospital"]))
    assert book.sheetnames.count("医院") == 1


def test_headers_are_frozen_titled_and_explained(tmp_path: Path) -> None:
    sheet = load_workbook(blank(tmp_path))["样例各类"]
    assert sheet.freeze_panes == "B2"
    notes = {str(cell.value): cell.comment.text for cell in sheet[1] if cell.comment is not None}
    assert list(notes) == header(sheet)
    assert "必填" in notes["编号"]
    assert "单位：元" in notes["金额（元）"]
    assert "留空：没有" in notes["终止日"]
    assert "留空：不知道；确知没有就写“无”" in notes["说明"]
    assert "“无”或“至今”" in notes["任期.结束"]
    assert "“样例墨水”表里的编号" in notes["墨水"]
    assert all(note.strip() for note in notes.values())


def test_an_english_workbook_has_english_names(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path, lang="en"))
    assert book.sheetnames == ["#Instructions", "SampleKinds", "ParameterValue", "Complete", "#Words"]
    assert header(book["SampleKinds"])[:3] == ["id", "yes", "maybe"]
    assert {"#title", "#bounds"} <= set(header(book["ParameterValue"]))


def choices(sheet: Worksheet) -> dict[str, str]:
    """Return the drop-downs of a sheet by the header of their column."""
    return {
        str(sheet.cell(1, next(iter(rule.sqref.ranges)).min_col).value): str(rule.formula1)
        for rule in sheet.data_validations.dataValidation
    }


def test_words_and_truth_have_drop_downs(tmp_path: Path) -> None:
    found = choices(load_workbook(blank(tmp_path))["样例各类"])
    assert found["是否合格"] == '"是,否"'
    assert found["是否复核"] == '"是,否,未知"'
    assert found["大小"] == '"大,中,小,无"'
    # A comma in a word would split it, so this list stands on a sheet of its own.
    assert found["颜色"] == "'#选项'!$A$1:$A$4"


def test_long_lists_stand_on_a_hidden_sheet_that_is_not_read(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path))
    assert book["#选项"].sheet_state == "hidden"
    assert [cell.value for cell in book["#选项"]["A"]] == ["红", "绿", "其他, 另注", "无"]


def test_completeness_offers_the_types_of_the_workbook(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path, ["RepVisit", "Benefit"]))
    assert choices(book["完整性声明"])["事实类型"] == '"医药代表来访,利益往来"'


def test_parameters_stand_with_their_title_unit_bounds_and_reason(tmp_path: Path) -> None:
    sheet = load_workbook(blank(tmp_path))["参数取值"]
    rows = [dict(zip(header(sheet), [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    limit, share, grades = rows
    assert (limit["参数"], limit["#名称"], limit["取值"]) == ("gx-2021/removal_limit", "驱离时限", None)
    assert "只写数字时以分钟计" in limit["#写法"]
    assert (limit["#范围"], limit["#原文为何没有写明"]) == ("1 minutes 到 1 days", "“及时”没有数字")
    assert (share["#范围"], grades["#范围"]) == ("不大于 50%", "")
    assert "优秀、良好" in grades["#写法"]


def test_the_types_of_cells_protect_what_is_typed(tmp_path: Path) -> None:
    sheet = load_workbook(blank(tmp_path))["样例各类"]
    formats = {str(cell.value): sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert all(width and width >= 10 for width in formats.values())


def test_a_name_that_is_no_type_raises(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="Nothing"):
        blank(tmp_path, ["Nothing"])


def test_empty_cells_of_a_hospital_row_are_what_the_notes_say(tmp_path: Path) -> None:
    book = load_workbook(blank(tmp_path, ["Hospital"]))
    fill(book, "医院", 2, 编号="H-1", 省份="广西", 采用的文件="gx-2021；gx-2023", 接待时段="周三 14:00-17:00")
    book.save(tmp_path / "filled.xlsx")
    (hospital,) = read_facts([tmp_path / "filled.xlsx"]).facts
    assert isinstance(hospital, Hospital)
    assert (hospital.adopts, hospital.closed) == (("gx-2021", "gx-2023"), None)
