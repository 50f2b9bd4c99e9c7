"""Thirty percent: exactly, a little less, more; and units of the roster that nobody accepted at the end of the year."""

from __future__ import annotations

from datetime import date, timedelta

from made.book import Book, Plan
from made.days import span
from pydantic import MISSING

from hospital.days import LAST_DAY
from hospital.ordinary.bodies import CITY, COUNTY, OTHER_CITY, PROVINCE, TCM_BUREAU
from hospital.ordinary.creation import PASSED, YEAR_END, add_review, add_unit, review_key, roster_key
from qinglian_rules.facts.accreditation import CreationRoster, DemonstrationReview

_SHARE = "ha-2024/1.1/thirty-percent-accepted"
_ACCEPTED = "ha-2024/1.1/roster-units-accepted-at-year-end"
_SUBJECT = "HealthAuthority"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns the rosters."""
    _exactly(book, plan)
    _just_below(book, plan)
    _unknown(book, plan)
    _after_the_year(book, plan)
    _units(book, plan)


def _refuse(book: Book, authority: str, *numbers: int) -> None:
    for number in numbers:
        book.change(DemonstrationReview, review_key(authority, number), result="不通过")


def _exactly(book: Book, plan: Plan) -> None:
    _refuse(book, CITY, *range(7, PASSED[CITY] + 1))
    book.change(DemonstrationReview, review_key(CITY, 6), accepted=LAST_DAY)
    plan.expect("compliant", _SHARE, (_SUBJECT, CITY), "名单20家，验收通过6家，正好30%，其中一家是最后一天通过的")


def _just_below(book: Book, plan: Plan) -> None:
    """29 of 97 would be 30 % if it were rounded."""
    _refuse(book, OTHER_CITY, *range(30, PASSED[OTHER_CITY] + 1))
    why = "名单97家，验收通过29家，是29.9%，四舍五入才到30%"
    plan.expect("violated", _SHARE, (_SUBJECT, OTHER_CITY), why, failed=("达到30%",))


def _unknown(book: Book, plan: Plan) -> None:
    """3 of 11 are known to have passed; with the fourth it would be more than 30 %."""
    _refuse(book, TCM_BUREAU, PASSED[TCM_BUREAU])
    book.change(DemonstrationReview, review_key(TCM_BUREAU, 4), result=MISSING)
    plan.expect("undetermined", _SHARE, (_SUBJECT, TCM_BUREAU), "11家已知通过3家，还有一家的结果没有登记")
    entry = ("CreationRoster", roster_key(TCM_BUREAU, 4))
    plan.expect("undetermined", _ACCEPTED, entry, "验收结果没有登记")


def _after_the_year(book: Book, plan: Plan) -> None:
    """The province has 15 units; two left the roster, and of the five that passed one did so too late."""
    _refuse(book, PROVINCE, PASSED[PROVINCE])
    late, left = 5, 14
    book.change(DemonstrationReview, review_key(PROVINCE, late), accepted=date(2025, 1, 3))
    both = ("考评", "验收")
    plan.expect("violated", _ACCEPTED, ("CreationRoster", roster_key(PROVINCE, late)), "次年1月3日才验收", failed=both)
    for number in (left, left + 1):
        gone = span(date(2024, 4, 1), LAST_DAY - timedelta(days=1))
        book.change(CreationRoster, roster_key(PROVINCE, number), span=gone)
        book.remove(DemonstrationReview, review_key(PROVINCE, number))
        entry = ("CreationRoster", roster_key(PROVINCE, number))
        plan.expect("not_applicable", _ACCEPTED, entry, "年底前一天退出名单，不要求验收")
    why = "年底名单13家（两家前一天退出），当年通过4家，是30.8%；次年才通过的一家不算，要是那两家还在名单上就不到30%"
    plan.expect("compliant", _SHARE, (_SUBJECT, PROVINCE), why)


def _units(book: Book, plan: Plan) -> None:
    reviews = {number: review_key(OTHER_CITY, number) for number in (40, 41, 42, 43, 44)}
    entries = {number: ("CreationRoster", roster_key(OTHER_CITY, number)) for number in reviews}
    book.change(DemonstrationReview, reviews[40], score=None)
    plan.expect("compliant", _ACCEPTED, entries[40], "有结论，没有评分，也考评了")
    book.change(DemonstrationReview, reviews[41], result="待验收")
    plan.expect("violated", _ACCEPTED, entries[41], "打了分，还没有结论", failed=("验收",))
    book.change(DemonstrationReview, reviews[42], accepted=YEAR_END - timedelta(days=1))
    why = "11月30日验收，不在年末（该委定为12月1日起）"
    plan.expect("violated", _ACCEPTED, entries[42], why, failed=("考评", "验收"))
    book.change(DemonstrationReview, reviews[43], accepted=YEAR_END)
    plan.expect("compliant", _ACCEPTED, entries[43], "年末的第一天验收")
    book.change(DemonstrationReview, reviews[44], accepted=MISSING)
    why = "验收日期没有登记；年末的验收声明都已登记，没有日期的不能算在年末"
    plan.expect("violated", _ACCEPTED, entries[44], why, failed=("考评", "验收"))
    extra = add_unit(book, COUNTY, 1)
    add_review(book, COUNTY, 1, date(2024, 6, 3), passed=True, score=88)
    plan.expect("not_applicable", _ACCEPTED, extra, "县级的名单，不是受文机关的")
