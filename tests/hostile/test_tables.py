"""Bad tables through the real command line: a code, a place and words in both languages, and the rest still judged."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qinglian_rules.reports.text_report import SHOWN
from tests.cli.samples import ITEM, VISITS, Ran, data, policy, run
from tests.hostile.tables import BENEFITS, GOOD_SHEETS, bomb, with_row, workbook

LONGEST = 5.0
"""Seconds that a run may take."""


@dataclass(frozen=True)
class Bad:
    """A broken table and what must be said: code, row, column, words in Chinese and in English."""

    files: dict[str, str | bytes]
    code: str
    zh: str
    en: str
    row: int | None = None
    column: str | None = None
    file: str = "医药代表来访.csv"


def row(text: str) -> dict[str, str | bytes]:
    return {"医药代表来访.csv": VISITS + text + "\n"}


def money(cell: str, header: str = "金额") -> dict[str, str | bytes]:
    return {"利益往来.csv": f"id,{header}\nB-1,{cell}\n"}


BENEFIT = "利益往来.csv"
REFUSED = {
    "an unknown table": Bad(
        {"登记簿.csv": "a\n1\n"}, "QL320", "没有叫“登记簿”的事实类型", "no fact type", file="登记簿.csv"
    ),
    "a table nearly named": Bad(
        {"医药代表来放.csv": VISITS}, "QL320", "是否想写“医药代表来访”", "did you mean", file="医药代表来放.csv"
    ),
    "a type that rules conclude": Bad({"红包.csv": "id\n1\n"}, "QL321", "红包", "", file="红包.csv"),
    "words for a time": Bad(
        row("V-9,H-1,下午三点,无,甲,K"), "QL353", "“下午三点”不是日期时间", "no date with a time", 5, "来访时间"
    ),
    "words for a number": Bad(money("很多"), "QL365", "“很多”不是数", "is no number", 2, "金额", BENEFIT),
    "a day that no month has": Bad(
        row("V-9,H-1,2023-02-30 15:00,无,甲,K"), "QL351", "没有“2023-02-30 15:00”", "", 5, "来访时间"
    ),
    "a second fact with one key": Bad(
        row("V-1,H-1,2023-06-01 15:00,无,甲,K"), "QL375", "第 2 行出现", "row 2", 5, "id"
    ),
    "a word that is no member": Bad(
        {"利益往来.csv": "id,形式\nB-1,元宝\n"}, "QL341", "“元宝”不在可选的词里", "", 2, "形式", BENEFIT
    ),
    "万元 in the header": Bad(
        money("3", "金额（万元）"), "QL326", "每个数乘以 10000", "multiply each by 10000", 1, "金额（万元）", BENEFIT
    ),
    "万元 in a cell": Bad(money("1.2万元"), "QL367", "请写 12000", "12000", 2, "金额", BENEFIT),
    "an Excel day as a number": Bad(
        row("V-9,H-1,45056.625,无,甲,K"), "QL352", "2023-05-10 15:00", "2023-05-10 15:00", 5, "来访时间"
    ),
    "an empty file": Bad({BENEFIT: ""}, "QL305", "是空的", "empty", file=BENEFIT),
    "a file of blanks": Bad({BENEFIT: "\ufeff \n\n \t\n"}, "QL305", "是空的", "empty", file=BENEFIT),
    "too few cells": Bad(row("V-9,H-1"), "QL328", "只有 2 格，表头有 6 列", "2", 5),
    "too many cells": Bad(row("V-9,H-1,2023-05-10 15:00,无,甲,K,多"), "QL329", "7", "7", 5),
    "an exponent": Bad(money("1e999999"), "QL366", "科学计数法", "", 2, "金额", BENEFIT),
    "four hundred digits": Bad(money("1" + "0" * 400), "QL371", "位数太多", "too many digits", 2, "金额", BENEFIT),
    "not a number": Bad(money("nan"), "QL365", "“nan”不是数", "`nan`", 2, "金额", BENEFIT),
    "infinity": Bad(money("Infinity"), "QL365", "不是数", "no number", 2, "金额", BENEFIT),
    "less than nothing": Bad(money("-5"), "QL345", "-5", "-5", 2, "金额", BENEFIT),
    "a time with a zone": Bad(
        row("V-9,H-1,2023-05-10T15:00+08:00,无,甲,K"), "QL355", "带有时区", "zone", 5, "来访时间"
    ),
    "a time in UTC": Bad(row("V-9,H-1,2023-05-10T07:00Z,无,甲,K"), "QL355", "带有时区", "zone", 5, "来访时间"),
    "a million characters": Bad(
        row("V-9,H-1,2023-05-10 15:00,无," + "甲" * 10**6 + ",K"), "QL330", "1000000", "1000000", 5, "接待地点"
    ),
    "an open quote": Bad(row('V-9,H-1,2023-05-10 15:00,无,"甲,K'), "QL313", "引号", "quote", 5),
    "no key column": Bad({BENEFIT: "金额\n300\n"}, "QL325", "缺少“编号”一列", "absent", 1, "编号", BENEFIT),
    "a PDF called a workbook": Bad({"利益往来.xlsx": b"%PDF-1.7 x"}, "QL306", "PDF", "PDF", file="利益往来.xlsx"),
    "a page called a workbook": Bad(
        {"利益往来.xls": b"<html><table>"}, "QL306", "网页", "web page", file="利益往来.xls"
    ),
    "a workbook called a text": Bad({BENEFIT: b"PK\x03\x04" + b"x" * 99}, "QL306", "工作簿", "workbook", file=BENEFIT),
    "data called a text": Bad({BENEFIT: bytes(range(256)) * 9}, "QL306", "", "", file=BENEFIT),
    "a workbook of 0 bytes": Bad({"利益往来.xlsx": b""}, "QL305", "是空的", "empty", file="利益往来.xlsx"),
    "a workbook cut off": Bad({"利益往来.xlsx": b"PK\x03\x04" + b"\0" * 40}, "QL309", "", "", file="利益往来.xlsx"),
    "text in no known encoding": Bad({BENEFIT: b"id\n\xff\xfe\xfd\x81\x00"}, "QL306", "", "", file=BENEFIT),
    "JSON with a comma too many": Bad({"利益往来.json": '[{"id": "B-1",}]'}, "QL311", "", "", file="利益往来.json"),
    "JSON nested a thousand deep": Bad({"利益往来.json": "[" * 5000}, "QL311", "", "", file="利益往来.json"),
}


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return policy(tmp_path / "own-1")


def check(rules: Path, folder: Path, *more: object) -> Ran:
    started = time.perf_counter()
    ran = run("check", folder, "--policy", rules, "--as-of", "2024-01-05", "--format", "json", *more)
    assert time.perf_counter() - started < LONGEST
    return ran


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    data(folder)
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def violations(report: Any) -> set[str]:
    return {one["subject"]["id"] for one in report["decisions"] if one["status"] == "violated"}


@pytest.mark.parametrize("bad", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place_and_the_rest_is_judged(
    bad: Bad, rules: Path, tmp_path: Path
) -> None:
    folder = write(tmp_path / "数据", bad.files)
    ran = check(rules, folder)
    assert ran.code == 2
    (refused,) = ran.json["refused"]
    found = (refused["file"], refused["row"], refused["column"], refused["code"])
    assert found == (bad.file, bad.row, bad.column, bad.code)
    assert bad.zh in refused["reason"]
    assert bad.en in check(rules, folder, "--lang", "en").json["refused"][0]["reason"]
    assert "V-1" in violations(ran.json)


WARNED = {
    "an unknown column": (
        {"医院.csv": "id,省份,接待地点,级差\nH-1,广西,甲,三\n"},
        "QL323",
        "是否想写“级别”",
        "did you mean",
    ),
    "a reference to nothing": (row("V-9,H-9,2023-05-10 15:00,无,甲,K"), "QL376", "H-9", "H-9"),
    "a reference to no table": ({"利益往来.csv": "id,收受人\nB-1,P-1\n"}, "QL377", "人员", ""),
    "a column without a name": ({"医院.csv": "id,,省份,接待地点\nH-1,乙,广西,甲\n"}, "QL327", "没有列名", "no name"),
    "something that is no table": ({"说明.pdf": b"%PDF-"}, "QL304", "说明.pdf", "说明.pdf"),
}


@pytest.mark.parametrize(("files", "code", "zh", "en"), WARNED.values(), ids=WARNED)
def test_what_can_be_read_over_is_named_and_everything_is_judged(
    files: dict[str, str | bytes], code: str, zh: str, en: str, rules: Path, tmp_path: Path
) -> None:
    folder = write(tmp_path / "数据", files)
    ran = check(rules, folder)
    assert (ran.code, ran.json["refused"]) == (1, [])
    (warned,) = [one for one in ran.json["diagnostics"] if one["code"] == code]
    assert zh in f"{warned['message']} {warned['hint']}"
    assert code in ran.err
    assert en in check(rules, folder, "--lang", "en").err
    assert "V-1" in violations(ran.json)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_text_in_any_usual_encoding_is_read(encoding: str, rules: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "数据", {"医药代表来访.csv": VISITS.encode(encoding)})
    ran = check(rules, folder)
    assert (ran.code, ran.json["refused"], ran.json["diagnostics"]) == (1, [], [])


def test_many_bad_rows_are_all_refused_and_few_are_shown(rules: Path, tmp_path: Path) -> None:
    rows = "".join(f"W-{number},H-1,明天,无,甲,K\n" for number in range(2000))
    folder = write(tmp_path / "数据", {"医药代表来访.csv": VISITS + rows})
    assert len(check(rules, folder).json["refused"]) == 2000
    out = run("check", folder, "--policy", rules).out
    assert out.count("未读入  ") == SHOWN
    assert f"另有 {2000 - SHOWN} 处未读入" in out


def test_a_type_with_a_refused_row_is_not_complete(rules: Path, tmp_path: Path) -> None:
    sessions = "id,机构,举行日期\nT-1,H-1,2022-03-01\n"
    good = write(tmp_path / "好", {"教育培训.csv": sessions})
    bad = write(tmp_path / "坏", {"教育培训.csv": sessions + "T-2,H-1,明天\n"})
    assert "H-1" in violations(check(rules, good, "--assume-complete").json)
    report = check(rules, bad, "--assume-complete").json
    assert "H-1" not in violations(report)
    assert ["complete: TrainingSession"] in [one["missing"] for one in report["decisions"]]


# --- workbooks

WORKBOOKS: dict[str, tuple[Callable[[Path], Path], str, tuple[Any, ...]]] = {
    "an unknown sheet": (
        lambda path: workbook(path, {**GOOD_SHEETS, "登记": [["a"], [1]]}),
        "QL320",
        ("登记", None, None),
    ),
    "a day that Excel keeps as a number": (
        lambda path: workbook(path, with_row("医药代表来访", "V-9", "H-1", 45056.625, "无", "甲", "K")),
        "QL352",
        ("医药代表来访", 3, "来访时间"),
    ),
    "a truth for a time": (
        lambda path: workbook(path, with_row("医药代表来访", "V-9", "H-1", True, "无", "甲", "K")),
        "QL353",
        ("医药代表来访", 3, "来访时间"),
    ),
    "an error of a formula": (
        lambda path: workbook(path, with_row("医药代表来访", "V-9", "H-1", "=1/0", "无", "甲", "K")),
        "",
        ("医药代表来访", 3, "来访时间"),
    ),
}


@pytest.mark.parametrize(("make", "code", "place"), WORKBOOKS.values(), ids=WORKBOOKS)
def test_a_mistake_in_a_workbook_is_refused_with_sheet_row_and_column(
    make: Callable[[Path], Path], code: str, place: tuple[Any, ...], rules: Path, tmp_path: Path
) -> None:
    ran = check(rules, make(tmp_path / "一家 医院.xlsx"))
    assert ran.code == 2
    (refused,) = ran.json["refused"]
    assert refused["file"] == "一家 医院.xlsx"
    assert (refused["sheet"], refused["row"], refused["column"]) == place
    assert refused["code"].startswith(code)
    assert "V-1" in violations(ran.json)


def test_a_workbook_with_a_part_that_unpacks_to_very_much_takes_no_longer(rules: Path, tmp_path: Path) -> None:
    ran = check(rules, bomb(tmp_path / "a.xlsx", megabytes=300))
    assert "V-1" in violations(ran.json) or ran.json["refused"]


def test_a_long_text_in_a_workbook_is_read_or_refused(rules: Path, tmp_path: Path) -> None:
    long = workbook(
        tmp_path / "a.xlsx", with_row("医药代表来访", "V-9", "H-1", "2023-05-10 15:00", "无", "甲" * 32_767, "K")
    )
    assert check(rules, long).json["refused"] == []


def test_a_benefit_in_yuan_is_read(rules: Path, tmp_path: Path) -> None:
    assert check(rules, write(tmp_path / "数据", {BENEFIT: BENEFITS})).json["refused"] == []


def test_one_mistake_in_every_row_does_not_fill_the_screen(rules: Path, tmp_path: Path) -> None:
    rows = "".join(f"W-{number},X-{number},2023-05-10 15:00,无,甲,K\n" for number in range(300))
    folder = write(tmp_path / "数据", {"医药代表来访.csv": VISITS + rows})
    assert len(check(rules, folder).json["diagnostics"]) == 300
    err = run("check", folder, "--policy", rules).err
    assert err.count("警告 QL376") == 12
    assert "QL376 这样的提示另有 288 条" in err


def test_thousands_of_violations_are_explained_in_time(rules: Path, tmp_path: Path) -> None:
    home = policy(
        tmp_path / "tied" / "own-1",
        ITEM.replace(
            "forbid: visit.end - visit.start > params.stay_limit",
            "forbid: not exists(r for r in VisitBooking if r.company == visit.company and r.made < visit.start)",
        ).replace("when: visit.end is not None\n", ""),
    )
    rows = "".join(f"W-{number},H-1,2023-05-10 15:00,药学部接待室,K,E-{number}\n" for number in range(1000))
    bookings = "".join(f"B-{number},X-{number},2023-05-01 10:00\n" for number in range(1000))
    tables = {
        "医药代表来访.csv": "id,医院,来访时间,接待地点,来访记录,企业\n" + rows,
        "来访预约.csv": "id,企业,预约时间\n" + bookings,
    }
    report = check(home, write(tmp_path / "数据", tables), "--assume-complete").json
    assert report["summary"]["violated"] == 1000
