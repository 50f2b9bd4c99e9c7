"""The tables of regional days: what Guangxi's says, and how a table is read."""

import itertools
from datetime import date, timedelta

import pytest

from qinglian_rules.calendars import Calendar, DayTable, bundled_tables, read_table
from qinglian_rules.facts.values import FIRST_DAY

CALENDAR = Calendar()
GUANGXI_OFF = [
    date(2021, 4, 14), date(2021, 4, 15), date(2021, 4, 16), date(2022, 4, 2), date(2022, 4, 6), date(2023, 4, 21),
    date(2023, 4, 23), date(2024, 4, 11), date(2024, 4, 12),
]  # fmt: skip

TABLE = """
region = "西藏"
first = 2022-01-01
last = 2022-12-31
source = "示例"
off = [2022-03-03]
work = [2022-03-05]
"""


@pytest.mark.parametrize("day", GUANGXI_OFF, ids=str)
def test_a_day_of_the_festival_is_off_in_guangxi_and_worked_elsewhere(day: date):
    assert CALENDAR.is_workday(day, "广西") is False
    assert CALENDAR.is_workday(day, "广东") is True


def test_the_sunday_that_makes_up_for_the_festival_is_worked_in_guangxi_alone():
    assert CALENDAR.is_workday(date(2021, 4, 18), "广西") is True
    assert CALENDAR.is_workday(date(2021, 4, 18), "广东") is False


def test_guangxi_differs_from_the_nation_on_no_other_day():
    days = [
        date(2021, 1, 1) + timedelta(days=index) for index in range((date(2025, 1, 31) - date(2021, 1, 1)).days + 1)
    ]
    different = [day for day in days if CALENDAR.is_workday(day, "广西") is not CALENDAR.is_workday(day, "广东")]
    assert different == sorted([*GUANGXI_OFF, date(2021, 4, 18)])


@pytest.mark.parametrize(
    ("inside", "outside"),
    [(date(2021, 1, 1), date(2020, 12, 31)), (date(2025, 1, 31), date(2025, 2, 1))],
    ids=["first day", "last day"],
)
def test_guangxi_is_known_up_to_the_edge_of_its_table_and_not_beyond(inside: date, outside: date):
    assert CALENDAR.is_workday(inside, "广西") is not None
    assert CALENDAR.is_workday(outside, "广西") is None
    assert CALENDAR.is_workday(outside, "广东") is not None


def test_guangxi_answers_to_its_full_name():
    assert CALENDAR.is_workday(date(2024, 4, 11), "广西壮族自治区") is False
    assert CALENDAR.is_workday(date(2025, 2, 10), "广西壮族自治区") is None


def test_every_bundled_table_names_its_region_and_its_source():
    assert [table.region for table in bundled_tables()] == ["广西"]
    assert all(table.source for table in bundled_tables())


def test_no_name_means_two_regions():
    named = [{table.region, *table.other_names} for table in bundled_tables()]
    assert not any(one & other for one, other in itertools.combinations(named, 2))


def test_a_listed_day_of_a_bundled_table_differs_from_the_nation():
    for table in bundled_tables():
        assert all(CALENDAR.is_workday(day, "广东") is True for day in table.off)
        assert all(CALENDAR.is_workday(day, "广东") is False for day in table.work)


def test_a_table_is_read_as_it_is_written():
    assert read_table(TABLE) == DayTable(
        region="西藏",
        first=date(2022, 1, 1),
        last=date(2022, 12, 31),
        off=frozenset({date(2022, 3, 3)}),
        work=frozenset({date(2022, 3, 5)}),
        source="示例",
    )


def test_a_table_that_was_read_extends_a_calendar():
    calendar = Calendar((*bundled_tables(), read_table(TABLE)))
    assert calendar.is_workday(date(2022, 3, 3), "西藏") is False
    assert calendar.is_workday(date(2024, 4, 11), "广西") is False


@pytest.mark.parametrize("key", ["region", "first", "last", "source", "off", "work"])
def test_a_table_without_one_of_its_keys_is_refused(key: str):
    lines = [line for line in TABLE.splitlines() if not line.startswith(f"{key} ")]
    with pytest.raises(ValueError, match=f"lacks `{key}`"):
        read_table("\n".join(lines))


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2022, 1, 2), date(2022, 1, 1)), (FIRST_DAY - timedelta(days=1), date(2022, 1, 1))],
    ids=["backwards", "before 1900"],
)
def test_a_table_that_runs_over_no_possible_days_is_refused(first: date, last: date):
    with pytest.raises(ValueError, match="a table of days runs from"):
        DayTable("西藏", first, last, frozenset(), frozenset())
