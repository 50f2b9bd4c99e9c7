"""What functions and arithmetic on time mean, against definitions that enumerate."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import MISSING

from qinglian_rules.backends import operations as op
from qinglian_rules.calendars import Calendar, RegionalCalendar
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY, DateSpan, WeeklySlot

WHOLE_DAYS = st.dates(FIRST_DAY, LAST_DAY)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31, 23, 59, 59))
INTEGERS = st.integers(-(2**63), 2**63 - 1)
ONE_DAY = timedelta(days=1)


# --- moving and measuring


@given(day=WHOLE_DAYS, count=st.integers(-200_000, 200_000))
def test_a_date_moves_by_whole_days_and_back(day: date, count: int):
    moved = op.shift(day, op.days(count), 1)
    in_range = FIRST_DAY.toordinal() <= day.toordinal() + count <= LAST_DAY.toordinal()
    assert moved == (date.fromordinal(day.toordinal() + count) if in_range else MISSING)
    assert not in_range or op.shift(moved, op.days(count), -1) == day


@pytest.mark.parametrize(
    "duration", [timedelta(hours=36), timedelta(minutes=1), timedelta(days=-1, seconds=1)], ids=str
)
def test_a_date_moved_by_a_part_of_a_day_is_unknown(duration: timedelta):
    assert op.shift(date(2022, 1, 1), duration, 1) is MISSING
    assert op.shift(date(2022, 1, 1), duration, -1) is MISSING


def test_a_moment_moves_by_minutes():
    assert op.shift(datetime(2022, 1, 1, 0, 10), timedelta(minutes=30), -1) == datetime(2021, 12, 31, 23, 40)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("moment", [date(2022, 1, 1), datetime(2022, 1, 1)], ids=["date", "moment"])
def test_a_move_out_of_all_time_is_unknown(moment: date, sign):
    assert op.shift(moment, timedelta(days=999_999_999), sign) is MISSING
    assert op.shift(moment, timedelta(days=150_000), sign) is MISSING


def test_the_last_moment_of_the_range_is_in_it():
    assert op.shift(datetime(2199, 12, 31), timedelta(hours=23), 1) == datetime(2199, 12, 31, 23)
    assert op.shift(datetime(2199, 12, 31), timedelta(hours=24), 1) is MISSING
    assert op.shift(FIRST_DAY, ONE_DAY, -1) is MISSING


@given(left=MOMENTS, right=MOMENTS)
def test_what_elapsed_leads_from_one_moment_to_the_other(left: datetime, right: datetime):
    assert op.shift(right, op.elapsed(left, right), 1) == left


def test_durations_add_subtract_and_scale():
    assert op.calculate_duration("+", op.hours(1), op.minutes(30)) == op.minutes(90)
    assert op.calculate_duration("-", op.hours(1), op.minutes(90)) == op.minutes(-30)
    assert op.scale(op.hours(2), 3) == op.hours(6)
    assert op.negative(op.days(3)) == op.days(-3)


@given(count=INTEGERS)
def test_a_duration_is_exact_or_too_long(count: int):
    seconds = {op.minutes: 60, op.hours: 3600, op.days: 86_400}
    for build, unit in seconds.items():
        exact = count * unit * 10**6
        built = build(count)
        assert built is MISSING if abs(exact) >= 2**63 else built // timedelta(microseconds=1) == exact


@pytest.mark.parametrize("longest", [op.LONGEST, timedelta.max, timedelta.min, -op.LONGEST], ids=str)
def test_durations_beyond_the_longest_are_unknown(longest: timedelta):
    assert op.scale(longest, 2) is MISSING
    assert op.calculate_duration("+", longest, longest) is MISSING
    assert op.calculate_duration("-", longest, -op.LONGEST if longest > timedelta() else op.LONGEST) is MISSING


# --- days


@given(year=st.integers(1890, 2210), month=st.integers(-1, 14), day=st.integers(-1, 33))
def test_a_date_is_built_where_it_exists(year: int, month: int, day: int):
    try:
        expected = date(year, month, day) if 1900 <= year <= 2199 else MISSING
    except ValueError:
        expected = MISSING
    assert op.make_date(year, month, day) == expected


@given(year=INTEGERS, month=INTEGERS, day=INTEGERS)
def test_no_number_makes_building_a_date_fail(year: int, month: int, day: int):
    assert op.make_date(year, month, day) is MISSING or 1900 <= year <= 2199
    assert op.make_date(2024, month, day) is MISSING or 1 <= month <= 12
    assert op.make_date(2024, 2, day) is MISSING or 1 <= day <= 29


@given(day=WHOLE_DAYS, at=st.times())
def test_a_moment_has_the_parts_of_its_date(day: date, at: time):
    moment = datetime.combine(day, at)
    assert (op.year(moment), op.month_of_year(moment), moment.day) == (day.year, day.month, day.day)
    assert op.weekday(moment) == op.weekday(day) == day.weekday() + 1
    assert type(op.date_of(moment)) is date
    assert op.date_of(moment) == op.date_of(day) == day


@given(left=WHOLE_DAYS, right=st.one_of(WHOLE_DAYS, MOMENTS))
def test_the_same_month_is_in_the_same_quarter_is_in_the_same_year(left: date, right: date):
    near = right.replace(year=left.year)
    for other in (right, near):
        assert op.same_month(left, other) == (f"{left:%Y%m}" == f"{other:%Y%m}")
        assert op.same_quarter(left, other) == (_quarter(left) == _quarter(other))
        assert op.same_year(left, other) == (left.year == other.year)


def _quarter(day: date) -> tuple[int, int]:
    return day.year, next(quarter for quarter in range(1, 5) if day.month <= quarter * 3)


@given(day=WHOLE_DAYS, count=st.integers(-400, 400))
def test_adding_months_goes_month_by_month_and_clips_at_the_end(day: date, count: int):
    first = day.replace(day=1)
    for _ in range(abs(count)):
        first = first + timedelta(days=31) if count > 0 else first - ONE_DAY
        first = first.replace(day=1)
    added = op.add_months(day, count)
    if not 1900 <= first.year <= 2199:
        assert added is MISSING
    else:
        candidates = [first + timedelta(days=index) for index in range(day.day)]
        assert added == [candidate for candidate in candidates if candidate.month == first.month][-1]


@given(moment=MOMENTS, count=st.integers(-300, 300))
def test_adding_years_is_adding_twelve_months_each_and_keeps_the_time(moment: datetime, count: int):
    added = op.add_years(moment, count)
    assert added == op.add_months(moment, 12 * count)
    assert added is MISSING or added.time() == moment.time()


@pytest.mark.parametrize("count", [2**63 - 1, -(2**63)], ids=str)
def test_no_number_makes_adding_months_fail(count: int):
    assert op.add_months(date(2022, 1, 1), count) is MISSING
    assert op.add_years(date(2022, 1, 1), count) is MISSING


# --- spans


KNOWN = st.dates(date(2021, 1, 1), date(2021, 1, 12))
PARTS = st.one_of(KNOWN, st.just(MISSING))
ENDS = st.one_of(KNOWN, st.none(), st.just(MISSING))


@st.composite
def spans(draw) -> DateSpan:
    start, end = draw(PARTS), draw(ENDS)
    assume(not (isinstance(start, date) and isinstance(end, date) and end < start))
    return DateSpan(start=start, end=end)


def completions(span: DateSpan, *others: DateSpan) -> list[tuple[date, date]]:
    """All that the span may be, its unknown ends taking the days at which an answer may change."""
    known = [day for one in (span, *others) for day in (one.start, one.end) if isinstance(day, date)]
    near = {day + timedelta(days=by) for day in known for by in (-1, 0, 1)} | {FIRST_DAY, LAST_DAY}
    starts = near if span.start is MISSING else {span.start}
    ends = near if span.end is MISSING else {LAST_DAY if span.end is None else span.end}
    return [(start, end) for start in starts for end in ends if start <= end]


def settled(answers: set[bool]) -> bool | object:
    return answers.pop() if len(answers) == 1 else MISSING


@given(one=spans(), other=spans())
def test_during_is_answered_exactly_where_all_possible_spans_agree(one: DateSpan, other: DateSpan):
    expected = settled(
        {
            max(start, other_start) <= min(end, other_end)
            for start, end in completions(one, other)
            for other_start, other_end in completions(other, one)
        }
    )
    assert op.during(one, other) is expected
    assert op.during(other, one) is expected


@given(day=KNOWN, at=st.times(), span=spans())
def test_within_is_answered_exactly_where_all_possible_spans_agree(day: date, at: time, span: DateSpan):
    point = DateSpan(start=day, end=day)
    expected = settled({start <= day <= end for start, end in completions(span, point)})
    assert op.within(day, span) is expected
    assert op.within(datetime.combine(day, at), span) is expected


def test_spans_that_touch_on_one_day_share_it():
    march = DateSpan(start=date(2022, 3, 1), end=date(2022, 3, 31))
    assert op.during(DateSpan(start=date(2022, 3, 31), end=None), march) is True
    assert op.during(DateSpan(start=date(2022, 4, 1), end=None), march) is False


def test_a_span_known_to_be_over_cannot_reach_a_later_moment_whatever_its_start():
    over = DateSpan(end=date(2021, 12, 31))
    assert op.within(datetime(2022, 1, 1), over) is False
    assert op.within(datetime(2021, 12, 31, 23, 59), over) is True
    assert op.within(datetime(2021, 12, 30), over) is MISSING


def test_a_span_of_which_nothing_is_known_may_hold_any_day_but_surely_meets_all_time():
    nothing = DateSpan()
    assert op.within(date(2022, 1, 1), nothing) is MISSING
    assert op.during(nothing, DateSpan(start=FIRST_DAY, end=LAST_DAY)) is True


SLOTS = (
    WeeklySlot(weekday=3, start=time(14), end=time(17)),
    WeeklySlot(weekday=3, start=time(9), end=time(10)),
    WeeklySlot(weekday=7, start=time(0), end=time(23, 59)),
)


@given(moment=MOMENTS)
def test_a_moment_is_in_the_slots_if_it_is_in_one_of_them(moment: datetime):
    name = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][moment.weekday()]
    clock = (moment.hour, moment.minute)
    expected = {
        "Wed": (14, 0) <= clock < (17, 0) or (9, 0) <= clock < (10, 0),
        "Sun": clock < (23, 59),
    }.get(name, False)
    assert op.within(moment, SLOTS) is expected


@pytest.mark.parametrize(
    ("clock", "expected"),
    [(time(13, 59, 59), False), (time(14), True), (time(16, 59, 59), True), (time(17), False)],
    ids=["just before", "its start", "just before its end", "its end"],
)
def test_the_start_of_a_slot_is_in_it_and_its_end_is_not(clock: time, expected: bool):
    assert op.within(datetime.combine(date(2023, 5, 10), clock), SLOTS) is expected


def test_without_slots_no_moment_is_within():
    assert op.within(datetime(2023, 5, 10, 15), ()) is False


# --- working days


GUANGDONG = RegionalCalendar(Calendar(), "广东")
NOWHERE_KNOWN = RegionalCalendar(Calendar(), None)


@given(day=st.dates(date(2019, 1, 1), date(2026, 12, 31)), at=st.times(), count=st.integers(-300, 300))
def test_a_moment_counts_working_days_from_its_date(day: date, at: time, count: int):
    moment = datetime.combine(day, at)
    known = GUANGDONG.workdays_after(day, count)
    assert op.workdays_after(GUANGDONG, moment, count) == (MISSING if known is None else known)
    assert op.is_workday(GUANGDONG, moment) is GUANGDONG.is_workday(day)
    earlier = datetime(2019, 1, 1, 12)
    assert op.workdays_between(GUANGDONG, earlier, moment) == GUANGDONG.workdays_between(earlier.date(), day)


def test_what_the_calendar_does_not_know_is_unknown():
    assert op.workdays_after(NOWHERE_KNOWN, date(2022, 1, 1), 1) is MISSING
    assert op.workdays_between(NOWHERE_KNOWN, date(2022, 1, 1), date(2022, 1, 2)) is MISSING
    assert op.is_workday(NOWHERE_KNOWN, date(2022, 1, 1)) is MISSING
    assert op.workdays_after(GUANGDONG, date(2022, 1, 1), 2**63 - 1) is MISSING


def test_a_day_off_is_known_to_be_off():
    assert op.is_workday(GUANGDONG, date(2021, 10, 1)) is False
