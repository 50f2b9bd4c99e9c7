"""The nation agrees day by day with two independent sources, and does not follow one of them into guessing."""

import csv
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from chinese_calendar import constants

from qinglian_rules.calendars import Calendar

CALENDAR = Calendar()
LISTED_DAYS = Path(__file__).parents[3] / "shared" / "data" / "cn-holidays" / "days.csv"
ALL_DAYS = [date(2021, 1, 1) + timedelta(days=index) for index in range(2191)]


def test_the_nation_agrees_with_the_package_holidays_from_2021_to_2026():
    china = holidays.country_holidays("CN", years=range(2020, 2028))
    assert ALL_DAYS[-1] == date(2026, 12, 31)
    different = [day for day in ALL_DAYS if CALENDAR.is_workday(day, "北京") is not china.is_working_day(day)]
    assert different == []


@pytest.mark.skipif(not LISTED_DAYS.exists(), reason="the table of listed days is not on this machine")
def test_the_nation_agrees_with_the_listed_days_from_2021_to_2026():
    rows = csv.DictReader(LISTED_DAYS.read_text(encoding="utf-8").splitlines())
    listed = {date.fromisoformat(row["date"]): row["kind"] == "work" for row in rows}
    assert len(listed) > 200
    expected = {day: listed.get(day, day.isoweekday() <= 5) for day in ALL_DAYS}
    assert {day: CALENDAR.is_workday(day, "北京") for day in ALL_DAYS} == expected


def test_a_year_without_a_notice_is_unknown_where_the_package_holidays_guesses():
    first = date(max(constants.holidays).year + 1, 1, 1)
    china = holidays.country_holidays("CN", years=[first.year])
    assert first in china
    assert CALENDAR.is_workday(first, "北京") is None
    assert CALENDAR.is_workday(first - timedelta(days=1), "北京") is not None
