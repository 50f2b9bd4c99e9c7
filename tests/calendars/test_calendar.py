"""Working days: counting, regions, a caller's own days, and where knowledge ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qinglian_rules.calendars import FARTHEST, Calendar, DayTable, RegionalCalendar, bundled_tables
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan

CALENDAR = Calendar()
GUANGXI = RegionalCalendar(CALENDAR, "广西")
GUANGDONG = RegionalCalendar(CALENDAR, "广东")
NOWHERE_KNOWN = RegionalCalendar(CALENDAR, None)
KNOWN_DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))
ONE_DAY = timedelta(days=1)


def days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=index) for index in range((last - first).days + 1)]


# --- counting


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2021, 9, 30), 1, date(2021, 10, 8)),
        (date(2021, 9, 30), 3, date(2021, 10, 11)),
        (date(2021, 12, 31), 5, date(2022, 1, 10)),
        (date(2021, 10, 11), -3, date(2021, 9, 30)),
        (date(2021, 10, 2), -1, date(2021, 9, 30)),
        (date(2021, 10, 2), 0, date(2021, 10, 2)),
    ],
    ids=["over the holiday", "with a Saturday worked", "over new year", "back", "back from a day off", "nought"],
)
def test_working_days_are_counted_from_the_day_after(start: date, count: int, expected: date):
    assert GUANGDONG.workdays_after(start, count) == expected


def test_in_guangxi_the_count_skips_its_own_days_off():
    assert GUANGDONG.workdays_after(date(2022, 4, 1), 1) == date(2022, 4, 2)
    assert GUANGXI.workdays_after(date(2022, 4, 1), 1) == date(2022, 4, 7)


def test_in_guangxi_the_count_uses_its_own_working_sunday():
    assert GUANGXI.workdays_after(date(2021, 4, 16), 1) == date(2021, 4, 18)
    assert GUANGDONG.workdays_after(date(2021, 4, 16), 1) == date(2021, 4, 19)


def test_the_days_between_leave_out_the_first_and_hold_the_last():
    assert GUANGDONG.workdays_between(date(2021, 10, 8), date(2021, 10, 11)) == 2
    assert GUANGDONG.workdays_between(date(2021, 10, 8), date(2021, 10, 8)) == 0


def test_between_a_day_and_an_earlier_one_lies_nothing():
    assert GUANGDONG.workdays_between(date(2021, 10, 11), date(2021, 10, 8)) == 0
    assert NOWHERE_KNOWN.workdays_between(date(2021, 10, 11), date(2021, 10, 8)) == 0


@given(start=st.dates(date(2005, 1, 1), date(2024, 1, 1)), count=st.integers(0, 250))
def test_counting_on_and_counting_between_agree(start: date, count: int):
    end = GUANGDONG.workdays_after(start, count)
    assert GUANGDONG.workdays_between(start, end) == count
    assert count == 0 or GUANGDONG.is_workday(end)


@given(start=st.dates(date(2006, 1, 1), date(2025, 1, 1)), count=st.integers(1, 250))
def test_counting_back_reaches_the_day_from_which_so_many_lie_before(start: date, count: int):
    reached = GUANGDONG.workdays_after(start, -count)
    assert GUANGDONG.is_workday(reached)
    assert sum(map(GUANGDONG.is_workday, days_between(reached, start - ONE_DAY))) == count


@given(first=KNOWN_DAYS, length=st.integers(0, 60))
def test_the_days_between_are_those_that_are_worked(first: date, length: int):
    last = first + timedelta(days=length)
    worked = [GUANGDONG.is_workday(day) for day in days_between(first, last)[1:]]
    assert GUANGDONG.workdays_between(first, last) == (None if None in worked else sum(worked))


# --- where knowledge ends


def test_the_last_day_published_is_known():
    assert GUANGDONG.is_workday(date(2026, 12, 31)) is True


def test_the_first_day_of_the_first_year_is_known_and_the_day_before_is_not():
    assert GUANGDONG.is_workday(date(2004, 1, 1)) is False
    assert GUANGDONG.is_workday(date(2003, 12, 31)) is None


@pytest.mark.parametrize("day", [FIRST_DAY, date(2150, 6, 1), LAST_DAY], ids=str)
def test_a_day_of_a_far_year_is_unknown_even_if_it_is_a_sunday(day: date):
    assert GUANGDONG.is_workday(day) is None


def test_a_count_that_needs_an_unknown_day_is_unknown_and_a_shorter_one_is_not():
    calendar = RegionalCalendar(Calendar(), "广西")
    assert calendar.workdays_after(date(2025, 1, 24), 2) == date(2025, 1, 27)
    assert calendar.workdays_after(date(2025, 1, 24), 3) is None
    assert calendar.workdays_between(date(2025, 1, 24), date(2025, 1, 31)) == 2
    assert calendar.workdays_between(date(2025, 1, 24), date(2025, 2, 1)) is None
    assert calendar.workdays_after(date(2021, 1, 4), -1) is None


@pytest.mark.parametrize("start", [date(2010, 1, 1), date(2020, 1, 1)], ids=str)
def test_a_count_without_measure_is_unknown(start: date):
    assert GUANGDONG.workdays_after(start, FARTHEST + 1) is None
    assert GUANGDONG.workdays_after(start, -(2**63)) is None


def test_the_farthest_count_is_still_made():
    assert (
        GUANGDONG.workdays_between(date(2005, 1, 1), GUANGDONG.workdays_after(date(2005, 1, 1), FARTHEST)) == FARTHEST
    )


def test_counting_beyond_the_range_of_dates_is_unknown():
    assert GUANGDONG.workdays_after(LAST_DAY, 1) is None
    assert GUANGDONG.workdays_after(FIRST_DAY, -1) is None
    whole = CALENDAR.with_days(None, DateSpan(start=FIRST_DAY, end=LAST_DAY))
    assert RegionalCalendar(whole, "广东").workdays_after(LAST_DAY, 1) is None


def test_in_an_unknown_province_nothing_is_known():
    assert CALENDAR.is_workday(date(2021, 10, 11), None) is None
    assert NOWHERE_KNOWN.workdays_after(date(2021, 9, 30), 3) is None
    assert NOWHERE_KNOWN.workdays_between(date(2021, 9, 30), date(2021, 10, 8)) is None


# --- a caller's own days


SPRING_2025 = DateSpan(start=date(2025, 2, 1), end=date(2025, 12, 31))


def test_a_caller_extends_a_region_and_what_is_not_listed_follows_the_nation():
    extended = CALENDAR.with_days("广西", SPRING_2025, off=[date(2025, 3, 31), date(2025, 4, 1)])
    assert extended.is_workday(date(2025, 3, 31), "广西") is False
    assert extended.is_workday(date(2025, 3, 28), "广西") is True
    assert extended.is_workday(date(2025, 10, 1), "广西") is False
    assert extended.is_workday(date(2024, 4, 11), "广西") is False, "the bundled table still speaks for its own days"
    assert extended.is_workday(date(2026, 1, 5), "广西") is None
    assert extended.is_workday(date(2025, 3, 31), "广东") is True


def test_extending_leaves_the_calendar_that_was_extended_as_it_is():
    CALENDAR.with_days("广西", SPRING_2025)
    assert CALENDAR.is_workday(date(2025, 3, 28), "广西") is None


def test_a_caller_who_names_a_region_in_full_means_the_same_region():
    extended = CALENDAR.with_days("广西壮族自治区", SPRING_2025)
    assert extended.is_workday(date(2025, 3, 28), "广西") is True
    assert extended.is_workday(date(2024, 4, 11), "广西壮族自治区") is False


def test_the_latest_table_decides_alone_on_the_days_it_speaks_for():
    corrected = CALENDAR.with_days("广西", DateSpan(start=date(2024, 4, 1), end=date(2024, 4, 30)))
    assert corrected.is_workday(date(2024, 4, 11), "广西") is True
    assert corrected.is_workday(date(2023, 4, 21), "广西") is False


def test_a_region_that_gets_a_table_is_unknown_outside_of_it():
    tibet = CALENDAR.with_days("西藏", DateSpan(start=date(2022, 1, 1), end=date(2022, 12, 31)), off=[date(2022, 3, 3)])
    assert tibet.is_workday(date(2022, 3, 3), "西藏") is False
    assert tibet.is_workday(date(2023, 3, 3), "西藏") is None
    assert CALENDAR.is_workday(date(2023, 3, 3), "西藏") is True


YEAR_2150 = DateSpan(start=date(2150, 1, 1), end=date(2150, 12, 31))


def test_a_caller_gives_the_nation_a_year_that_is_not_published():
    longer = CALENDAR.with_days(None, YEAR_2150, off=[date(2150, 1, 1)], work=[date(2150, 1, 3)])
    assert longer.is_workday(date(2150, 1, 1), "广东") is False
    assert longer.is_workday(date(2150, 1, 2), "广东") is True
    assert longer.is_workday(date(2150, 1, 3), "广东") is True
    assert longer.is_workday(date(2150, 1, 4), "广东") is False
    assert longer.is_workday(date(2151, 1, 1), "广东") is None
    assert longer.is_workday(date(2150, 1, 2), None) is None
    assert longer.is_workday(date(2150, 1, 2), "广西") is None, "its own table does not speak for that year"


def test_a_correction_of_the_nation_keeps_the_other_published_days():
    corrected = CALENDAR.with_days(
        None, DateSpan(start=date(2021, 10, 1), end=date(2021, 10, 31)), off=[date(2021, 10, 8)]
    )
    assert corrected.is_workday(date(2021, 10, 8), "广东") is False
    assert corrected.is_workday(date(2021, 10, 9), "广东") is True
    assert corrected.is_workday(date(2021, 10, 8), "广西") is False, "a region follows the nation as corrected"


def test_a_region_of_an_unpublished_year_knows_its_listed_days_only():
    listed = CALENDAR.with_days("广西", YEAR_2150, off=[date(2150, 4, 1)], work=[date(2150, 4, 4)])
    assert listed.is_workday(date(2150, 4, 1), "广西") is False
    assert listed.is_workday(date(2150, 4, 4), "广西") is True
    assert listed.is_workday(date(2150, 4, 2), "广西") is None


@pytest.mark.parametrize(
    "span",
    [DateSpan(start=date(2025, 2, 1), end=None), DateSpan(start=date(2025, 2, 1)), DateSpan(end=date(2025, 2, 1))],
    ids=["open", "end unknown", "start unknown"],
)
def test_days_cannot_be_given_for_a_span_that_is_not_closed(span: DateSpan):
    with pytest.raises(ValueError, match="a first and a last one"):
        CALENDAR.with_days("广西", span)


def test_a_day_outside_of_its_span_is_refused():
    with pytest.raises(ValueError, match="2026-01-01 lies outside"):
        CALENDAR.with_days("广西", SPRING_2025, off=[date(2026, 1, 1)])


def test_a_day_that_is_off_and_worked_is_refused():
    with pytest.raises(ValueError, match="2025-03-31 is both off and worked"):
        CALENDAR.with_days("广西", SPRING_2025, off=[date(2025, 3, 31)], work=[date(2025, 3, 31)])


def test_a_calendar_may_do_without_the_bundled_tables():
    national_only = Calendar(tables=())
    assert national_only.is_workday(date(2024, 4, 11), "广西") is True
    assert national_only.is_workday(date(2025, 3, 28), "广西") is True


# --- what a look-up costs


def test_a_day_is_decided_once(monkeypatch):
    asked = []

    def listed(table: DayTable, day: date) -> None:
        asked.append(day)

    monkeypatch.setattr(DayTable, "listed", listed)
    calendar = RegionalCalendar(Calendar(bundled_tables()), "广西")
    assert [calendar.is_workday(date(2023, 3, 1)) for _ in range(3)] == [True] * 3
    assert asked == [date(2023, 3, 1)]


def test_regions_without_tables_share_what_was_decided():
    assert CALENDAR.days("广东") is CALENDAR.days("no such province")


@pytest.mark.parametrize(
    ("given_name", "name"), [("广西壮族自治区", "广西"), ("广西", "广西"), ("广东", "广东"), (None, None)]
)
def test_a_region_goes_by_one_name(given_name: str | None, name: str | None):
    assert RegionalCalendar(Calendar(), given_name).region == name
