"""One thing missing at a time: a meeting, an entry of a list, a lesson; all else is as in an ordinary hospital."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import half, quarter, span, whole
from made.papers import finding_key
from pydantic import MISSING

from hospital.ordinary.aftermath import lessons
from hospital.ordinary.party import branch_meeting, yearly
from hospital.ordinary.power import entry
from hospital.planted.absent_checks import checks_and_training
from hospital.planted.change import Change
from qinglian_rules.facts.engine import Judgement
from qinglian_rules.facts.governance import StaffAssignment
from qinglian_rules.facts.meetings import CriticismRemark, MajorMatterCatalogue, Meeting
from qinglian_rules.facts.reports import WorkPlan
from qinglian_rules.facts.service import Licence
from qinglian_rules.facts.supervision import Rectification, WatchListEntry

_2022, _2023 = "gx-2022", "gx-2023"
_PARTY_LIFE = f"{_2022}/2.1.4"
_ZB1, _ZB2 = ("PartyBranch", "ZB1"), ("PartyBranch", "ZB2")


def plant(book: Book, plan: Plan) -> None:
    """Plant all of it, after all else is planted."""
    for change in (*_meetings(), *_standing(), *checks_and_training()):
        change.make(book, plan)
    _left_over(book)


def _left_over(book: Book) -> None:
    """Take out what was written of meetings that are not there."""
    for meeting, rule in (
        (yearly("民主生活会", 2022), f"{_PARTY_LIFE}/leaders-party-meeting-of-high-quality"),
        (yearly("组织生活会", 2023, "ZB1"), f"{_PARTY_LIFE}/branch-life-meeting-of-high-quality"),
    ):
        for number in (1, 2):
            book.remove(CriticismRemark, f"{meeting}-{number}")
        book.remove(Judgement, finding_key(meeting, rule))


def _meetings() -> tuple[Change, ...]:
    """Return the meetings and talks that were not held."""
    return (*_life_meetings(), *_branch_meetings(), *_talks_and_congress())


def _life_meetings() -> tuple[Change, ...]:
    """Return the yearly meetings of party life that are missing, or of which the branch is."""
    return (
        Change(
            Meeting,
            yearly("民主生活会", 2022),
            "2022年没有开民主生活会",
            (f"{_PARTY_LIFE}/leaders-party-meeting-each-year",),
            period=whole(2022),
        ),
        Change(
            Meeting,
            yearly("组织生活会", 2023, "ZB1"),
            "2023年没有开组织生活会",
            (f"{_PARTY_LIFE}/branch-life-meeting-each-year",),
            _ZB1,
            whole(2023),
        ),
        Change(
            Meeting,
            yearly("民主评议党员", 2024, "ZB2"),
            "是哪个支部评议的没有登记",
            (f"{_PARTY_LIFE}/members-reviewed-each-year",),
            _ZB2,
            whole(2024),
            values={"branch": MISSING},
            status="undetermined",
        ),
    )


def _branch_meetings() -> tuple[Change, ...]:
    """Return the half-yearly and quarterly meetings that a party branch left out."""
    return (
        Change(
            Meeting,
            branch_meeting("ZB2", "党课", 2023, 1),
            "2023年上半年没有党课",
            (f"{_PARTY_LIFE}/party-lecture",),
            _ZB2,
            half(2023, 1),
        ),
        Change(
            Meeting,
            branch_meeting("ZB2", "支部委员会", 2024, 3),
            "2024年第三季度没有开支部委员会",
            (f"{_PARTY_LIFE}/branch-committee",),
            _ZB2,
            quarter(2024, 3),
        ),
        Change(
            Meeting,
            branch_meeting("ZB2", "支部党员大会", 2022, 3),
            "2022年第三季度没有开党员大会",
            (f"{_PARTY_LIFE}/branch-assembly",),
            _ZB2,
            quarter(2022, 3),
        ),
    )


def _talks_and_congress() -> tuple[Change, ...]:
    """Return the heart-to-heart talks and the staff congress that a year lacks."""
    return (
        Change(
            Meeting,
            "TX-2023-1",
            "2023年上半年没有谈心谈话",
            (f"{_PARTY_LIFE}/heart-to-heart-talks",),
            period=half(2023, 1),
        ),
        Change(
            Meeting,
            yearly("职工代表大会", 2023),
            "2023年没有开职工代表大会",
            (f"{_2022}/2.2.8/staff-congress-held",),
            period=whole(2023),
        ),
    )


def _standing() -> tuple[Change, ...]:
    """Return what should stand all the time, and does not."""
    return (*_lists(), *_rule_of_law(), *_lessons_drawn())


def _lists() -> tuple[Change, ...]:
    """Return what is missing on the watch list and in the catalogue of major matters."""
    ended = span(date(2022, 1, 10), date(2023, 6, 30))
    return (
        Change(
            WatchListEntry,
            "QD-3",
            "清单里这一项2023年6月就撤了",
            (f"{_2022}/2.1.3/list-follows-the-tasks",),
            failed=("统筹疫情防控",),
            values={"span": ended},
        ),
        Change(
            WatchListEntry,
            "QD-2023-2",
            "2023年下半年清单没有更新",
            (f"{_2022}/2.1.3/list-updated",),
            period=half(2023, 2),
        ),
        Change(
            MajorMatterCatalogue,
            entry("大额度资金使用"),
            "清单里大额度资金使用的条目到期没有续",
            (f"{_2022}/2.2.6/catalogue-covers-the-four-kinds",),
            failed=("大额度资金使用",),
            values={"span": span(date(2021, 12, 1), date(2024, 12, 15))},
        ),
    )


def _rule_of_law() -> tuple[Change, ...]:
    """Return what is missing of the rule of law: in the plan, in its staff, in the scope of the licence."""
    return (
        Change(
            WorkPlan,
            "JH-规划",
            "总体规划没有写法治建设",
            (f"{_2022}/2.2.8/rule-of-law-in-the-master-plan",),
            values={"topics": ("学科建设",)},
        ),
        Change(
            StaffAssignment,
            "ZZ-法治",
            "法治工作人员调走，没有补上",
            (f"{_2022}/2.2.8/legal-staff-in-place",),
            values={"span": span(date(2022, 2, 7), date(2024, 3, 31))},
        ),
        Change(
            Licence,
            "ZZ-执业",
            "骨科不在登记的诊疗科目之内",
            (f"{_2023}/3.12/no-care-beyond-the-registered-scope",),
            ("Licence", "ZZ-执业"),
            whole(2023),
            values={"scope": ("康复医学", "神经内科", "中医")},
        ),
    )


def _lessons_drawn() -> tuple[Change, ...]:
    """Return the case from which no lesson was drawn."""
    return (
        Change(
            Rectification,
            lessons("AJ-Q2"),
            "没有以案促改",
            (f"{_2022}/2.3.14/lessons-drawn-from-each-case",),
            ("MisconductCase", "AJ-Q2"),
        ),
    )
