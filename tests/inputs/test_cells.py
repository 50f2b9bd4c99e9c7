"""What a cell may hold, kind by kind: what is read, and what is refused with which code."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.facts.vocabulary import FieldType, Vocabulary
from qinglian_rules.inputs.cells import Blanks, value_reader
from qinglian_rules.inputs.model import FormulaError
from tests.inputs.samples import SampleKinds

D = date(2023, 5, 10)
AT = datetime(2023, 5, 10, 15, 0)
LAST = date(2023, 5, 1)
FIRST = date(2021, 1, 1)


def field(name: str) -> FieldType:
    return Vocabulary.current().types[SampleKinds.__name__].fields[name]


def read(name: str, cell: Any) -> Any:
    value = value_reader(field(name))(cell)
    return value.code.id if isinstance(value, Diagnostic) else value


def slot(weekday: int, start: int, end: int) -> WeeklySlot:
    return WeeklySlot(weekday=weekday, start=time(start), end=time(end))


READ: list[tuple[str, Any, Any]] = [
    *[("yes", cell, True) for cell in ("是", "true", "TRUE", "Yes", "1", "√", True, 1, 1.0)],
    *[("yes", cell, False) for cell in ("否", "false", "no", "0", "×", False, 0.0)],
    ("yes", "大概是", "QL340"),
    ("yes", 2.0, "QL340"),
    *[("day", cell, D) for cell in ("2023-05-10", "2023/5/10", "2023.5.10", "2023年5月10日", "20230510", 20230510.0)],
    *[("day", cell, D) for cell in ("２０２３－０５－１０", "2023-05-10 00:00:00", D, datetime(2023, 5, 10))],
    *[
        ("day", cell, "QL350")
        for cell in ("10/5/2023", "2023-5/10", "23-05-10", "2023", "昨天", True, 1e300, -1.0, [D])
    ],
    *[("day", cell, "QL351") for cell in ("2023-02-30", "2023-13-01", "20230230")],
    *[("day", cell, "QL352") for cell in (45056, 45056.0, "45056", 45056.625)],
    *[("day", cell, "QL356") for cell in ("2023-05-10 15:00", AT)],
    *[("moment", cell, AT) for cell in ("2023-05-10 15:00", "2023-05-10T15:00:00", "2023年5月10日15时", AT)],
    ("moment", "2023/5/10 15:00:30", datetime(2023, 5, 10, 15, 0, 30)),
    ("moment", "20230510150030", datetime(2023, 5, 10, 15, 0, 30)),
    *[("moment", cell, "QL354") for cell in ("2023-05-10", D, 20230510.0)],
    *[("moment", cell, "QL355") for cell in ("2023-05-10T15:00Z", "2023-05-10T15:00+08:00", "2023-05-10 15:00 UTC")],
    *[("moment", cell, "QL353") for cell in ("5月10日下午", "2023-05-10 3pm", "15:00")],
    *[("moment", cell, "QL351") for cell in ("2023-05-10 25:00", "2023-02-30 15:00")],
    ("moment", 45056.625, "QL352"),
    *[("clock", cell, time(14, 30)) for cell in ("14:30", "14：30", "14时30分", time(14, 30), timedelta(hours=14.5))],
    *[("clock", cell, "QL357") for cell in ("下午两点", "1430", 0.6, timedelta(days=2))],
    ("clock", "25:00", "QL351"),
    *[
        ("amount", cell, Decimal("1234.5"))
        for cell in ("1234.50", "1,234.50", "１２３４．５", "1234.5元", "￥1,234.50", 1234.5)
    ],
    ("amount", 0.1 + 0.2, Decimal("0.3")),
    ("amount", Decimal("1E+5"), Decimal(100000)),
    *[("amount", cell, "QL365") for cell in ("约500", "1,23", "500-600", True, float("nan"), float("inf"), "12x34")],
    *[("amount", cell, "QL366") for cell in ("1e999999", "1.23E+05", Decimal("1E+999999"), Decimal("1E-999999"))],
    *[("amount", cell, "QL367") for cell in ("3.5万元", "3.5万", "5千元", "100美元")],
    ("amount", 1.5e15, "QL347"),
    *[("number", cell, 3) for cell in (3, 3.0, "3", "3.0", "3件", "３", Decimal("3.0"))],
    *[("number", cell, "QL368") for cell in (3.5, "3.5")],
    ("number", 10**400, "QL366"),
    *[("part", cell, Fraction(3, 10)) for cell in ("30%", "30％", "0.3", "3/10", 0.3, " 6 / 20 ")],
    *[("part", cell, "QL369") for cell in ("三成", "3/0", True, "0.3元")],
    *[("words", cell, "3") for cell in (3, 3.0, "3", " 3 ")],
    ("words", D, "2023-05-10"),
    ("words", 1.234567890123456e17, "QL347"),
    ("words", ["a"], "QL346"),
    ("words", {"a": 1}, "QL346"),
    ("words", "x" * 32_767, "x" * 32_767),
    ("words", "x" * 32_768, "QL330"),
    ("words", FormulaError("#N/A"), "QL331"),
    ("words", "'无", "无"),
    ("words", "'quoted'", "'quoted'"),
    ("size", "大", "大"),
    ("size", " 中 ", "中"),
    ("size", "特大", "QL341"),
    ("colour", "其他， 另注", "其他, 另注"),
    *[
        ("term", cell, DateSpan(start=FIRST, end=LAST))
        for cell in ("2021-01-01..2023-05-01", "2021-01-01 至 2023-05-01")
    ],
    *[("term", cell, DateSpan(start=FIRST, end=LAST)) for cell in ("2021/1/1～2023/5/1", "2021年1月1日到2023年5月1日")],
    *[("term", cell, DateSpan(start=FIRST, end=None)) for cell in ("2021-01-01..", "2021-01-01至今", "2021-01-01..无")],
    ("term", {"start": "2021-01-01", "end": None}, DateSpan(start=FIRST, end=None)),
    ("term", {"start": "2021-01-01"}, DateSpan(start=FIRST)),
    ("term", "2021-01-01..未知", DateSpan(start=FIRST)),
    ("term", "..2023-05-01", DateSpan(end=LAST)),
    *[("term", cell, "QL358") for cell in ("2021-01-01", "2021年起", {"from": "2021-01-01"}, 2021.0, "无..2021-01-01")],
    ("term", "2023-05-01..2021-01-01", "QL359"),
    ("term", "2021-01-01..2023-02-30", "QL351"),
    *[("took", cell, timedelta(minutes=90)) for cell in ("90分钟", "90 minutes", "1.5小时", "1小时30分", "90", 90.0)],
    ("took", timedelta(days=2), timedelta(days=2)),
    ("took", time(1, 30), timedelta(minutes=90)),
    *[("took", cell, "QL361") for cell in ("半天", "3个工作日", "", "9999999年") if cell],
    ("hours", "周三 14:00-17:00；周四 9:00-11:00", (slot(3, 14, 17), slot(4, 9, 11))),
    (
        "hours",
        "星期一至星期二 8:00－12:00、14:00－17:00",
        (slot(1, 8, 12), slot(2, 8, 12), slot(1, 14, 17), slot(2, 14, 17)),
    ),
    ("hours", "Wed 14:00-17:00", (slot(3, 14, 17),)),
    ("hours", "周日14点至17点", (slot(7, 14, 17),)),
    ("hours", [{"weekday": 3, "from": "14:00", "to": "17:00"}], (slot(3, 14, 17),)),
    ("hours", "无", ()),
    *[
        ("hours", cell, "QL360")
        for cell in ("周三下午", "14:00-17:00", "周八 14:00-17:00", 3.0, [{"weekday": "3"}], [{}])
    ],
    *[("hours", cell, "QL359") for cell in ("周三 17:00-14:00", [{"weekday": 3, "from": "17:00", "to": "14:00"}])],
    ("hours", "周五至周一 14:00-17:00", "QL360"),
    ("places", "药学部接待室、门诊办公室", ("药学部接待室", "门诊办公室")),
    ("places", "a；b;c|d\ne；；", ("a", "b", "c", "d", "e")),
    ("places", '["a、b", "c"]', ("a、b", "c")),
    ("places", "[]", ()),
    ("places", "[未完", ("[未完",)),
    ("places", ["a", "b"], ("a", "b")),
    ("places", 101.0, ("101",)),
    ("places", {"a": 1}, "QL346"),
    ("places", [["a"]], "QL346"),
    ("days", "2023-05-10、2023-05-11", (D, date(2023, 5, 11))),
    ("days", "2023-05-10、2023-02-30", "QL351"),
]


@pytest.mark.parametrize(
    ("name", "cell", "expected"), READ, ids=[f"{n}-{name}-{str(cell)[:20]!r}" for n, (name, cell, _) in enumerate(READ)]
)
def test_a_cell_is_read_or_refused(name: str, cell: Any, expected: Any) -> None:
    value = read(name, cell)
    assert value == expected
    assert type(value) is type(expected)


EMPTY: list[tuple[str, Any, Any]] = [
    ("day", "", MISSING),
    ("day", "  ", MISSING),
    ("ended", "", None),
    ("ended", "未知", MISSING),
    ("ended", "无", None),
    ("words", "", MISSING),
    ("words", "无", None),
    ("words", None, None),
    ("day", "无", "QL342"),
    ("day", None, "QL342"),
    ("day", "未知", MISSING),
    ("id", "未知", "QL343"),
    ("places", "无", ()),
    ("days", "无", None),
    ("colour", "无", "无"),
    ("size", MISSING, MISSING),
]


@pytest.mark.parametrize(("name", "cell", "expected"), EMPTY, ids=[f"{name}-{cell!r}" for name, cell, _ in EMPTY])
def test_an_empty_cell_is_what_its_field_declares(name: str, cell: Any, expected: Any) -> None:
    value = read(name, cell)
    assert value is expected or value == expected


def test_a_mapping_may_say_what_an_empty_cell_means() -> None:
    none = Blanks(none=frozenset({"", "-"}), unknown=frozenset({"N/A"}), null_is_none=False)
    reader = value_reader(field("words"), none)
    assert [reader(cell) for cell in ("", "-", None)] == [None, None, None]
    assert reader("N/A") is MISSING


HINTS: list[tuple[str, Any, str, str]] = [
    ("day", 45056.0, "2023-05-10", "2023-05-10"),
    ("moment", 45056.625, "2023-05-10 15:00", "2023-05-10 15:00"),
    ("amount", "3.5万元", "35000", "35000"),
    ("amount", "3.5万", "35000", "35000"),
    ("size", "大的", "是否想写“大”", "did you mean `大`"),
    ("moment", D, "2023-05-10 00:00", "2023-05-10 00:00"),
    ("took", "半天", "以分钟计", "of 分钟"),
]


@pytest.mark.parametrize(("name", "cell", "zh", "en"), HINTS, ids=[f"{name}-{cell}" for name, cell, _, _ in HINTS])
def test_a_hint_says_what_to_write_in_both_languages(name: str, cell: Any, zh: str, en: str) -> None:
    diagnostic = value_reader(field(name))(cell)
    assert isinstance(diagnostic, Diagnostic)
    assert zh in (diagnostic.hint("zh") or "")
    assert en in (diagnostic.hint("en") or "")


def test_a_long_value_is_cut_in_the_message() -> None:
    diagnostic = value_reader(field("day"))("昨" * 1000)
    assert isinstance(diagnostic, Diagnostic)
    assert len(diagnostic.message()) < 60
