"""Patients who were not told, or too late; places without cameras; calls and surveys that asked nothing."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from made.book import Book, Plan, Status
from made.days import whole
from pydantic import MISSING

from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.care import add_stay, tell
from hospital.ordinary.governance import add_place
from qinglian_rules.facts.governance import SensitivePlace
from qinglian_rules.facts.service import PatientNotice
from qinglian_rules.facts.supervision import PatientFollowUp, SatisfactionSurvey

_TOLD = "gx-2021/3.2.2/both-sides-told"
_CAMERAS = "gx-2021/3.2.4/cameras-at-prone-places"
_BLIND = "gx-2021/3.2.4/no-blind-spots"
_CALLED = "gx-2021/3.4.3/patients-called-on"
_WAYS = "gx-2021/3.4.3/patients-called-on-in-several-ways"
_ASKED = "gx-2021/3.4.3/satisfaction-asked-at-the-counter"
_SUBJECT = ("Hospital", HOSPITAL)


def plant(book: Book, plan: Plan, rng: Random) -> None:
    """Plant what concerns patients and places."""
    _notices(book, plan, rng)
    _places(book, plan)
    _follow_ups(book, plan)
    _surveys(book, plan)


def _notices(book: Book, plan: Plan, rng: Random) -> None:
    admitted = date(2024, 6, 18)
    lines: tuple[tuple[str, int | None, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("ZY-A1", None, {}, "violated", ("患方", "医方"), "没有告知"),
        ("ZY-A2", 2, {}, "violated", ("患方", "医方"), "入院第二天之后才告知，医院规定1天"),
        ("ZY-A3", 0, {"signed_by_patient": False}, "violated", ("患方",), "患方没有签字"),
        ("ZY-A4", 0, {"signed_by_staff": False}, "violated", ("医方",), "医方没有签字"),
        ("ZY-B1", 0, {"signed_by_staff": MISSING}, "undetermined", (), "看不出医方签字没有"),
        ("ZY-C1", 1, {}, "compliant", (), "入院次日告知，正好1天"),
    )
    for key, days, values, status, failed, why in lines:
        stay = add_stay(book, key, admitted, 6, "KS02", rng)
        if days is not None:
            told = tell(book, stay, admitted + timedelta(days=days))
            book.change(PatientNotice, told.id, **values)
        plan.expect(status, _TOLD, stay, why, failed=failed)


def _places(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], Status, str, str], ...] = (
        ("CS-A1", {"cameras": 0}, "violated", _CAMERAS, "没有安装监控"),
        ("CS-A2", {"blind_spot": True}, "violated", _BLIND, "有监控死角"),
        ("CS-B1", {"cameras": MISSING}, "undetermined", _CAMERAS, "不知道有没有监控"),
        ("CS-B2", {"blind_spot": MISSING}, "undetermined", _BLIND, "没有检查过有没有死角"),
        ("CS-C1", {"red_packet_prone": False, "cameras": 0}, "not_applicable", _CAMERAS, "不是重点场所"),
    )
    for key, values, status, rule, why in lines:
        add_place(book, key, f"场所{key}", cameras=2, blind_spot=False)
        book.change(SensitivePlace, key, **values)
        plan.expect(status, rule, ("SensitivePlace", key), why)


def _follow_ups(book: Book, plan: Plan) -> None:
    seen: set[int] = set()
    for call in book.of(PatientFollowUp):
        assert isinstance(call.done, date)
        year = call.done.year
        first = year not in seen
        seen.add(year)
        if year == 2021:
            book.change(PatientFollowUp, call.id, way="短信" if first else "电话", asked_about_conduct=True)
        elif year == 2022:
            book.change(PatientFollowUp, call.id, asked_about_conduct=False)
        elif year == 2023:
            book.change(PatientFollowUp, call.id, way="电话")
        else:
            book.change(PatientFollowUp, call.id, asked_about_conduct=MISSING)
    plan.expect("compliant", _WAYS, _SUBJECT, "2021年只有一次短信，其余是电话，正好两种", period=whole(2021))
    plan.expect("violated", _CALLED, _SUBJECT, "2022年的随访只问病情，没有问行风", period=whole(2022))
    plan.expect("not_applicable", _WAYS, _SUBJECT, "2022年没有问行风的随访，由前一条检查", period=whole(2022))
    plan.expect("violated", _WAYS, _SUBJECT, "2023年的随访只有电话一种", period=whole(2023))
    plan.expect("undetermined", _CALLED, _SUBJECT, "2024年的随访是否问了行风没有登记", period=whole(2024))
    plan.expect("undetermined", _WAYS, _SUBJECT, "2024年的随访是否问了行风没有登记", period=whole(2024))


def _surveys(book: Book, plan: Plan) -> None:
    for survey in book.of(SatisfactionSurvey):
        assert isinstance(survey.done, date)
        if survey.done.year in {2022, 2023}:
            book.change(SatisfactionSurvey, survey.id, point="住院期间")
        elif survey.done.year == 2024:
            book.change(SatisfactionSurvey, survey.id, asks_conduct=MISSING)
    last = max((one for one in book.of(SatisfactionSurvey) if "-2022" in one.id), key=lambda one: one.id)
    book.change(SatisfactionSurvey, last.id, point="出院", done=date(2022, 12, 31))
    plan.expect("compliant", _ASKED, _SUBJECT, "2022年最后一天办理出院时做过一次", period=whole(2022))
    plan.expect("violated", _ASKED, _SUBJECT, "2023年的评价都在住院期间做", period=whole(2023))
    plan.expect("undetermined", _ASKED, _SUBJECT, "2024年的评价是否包含行风没有登记", period=whole(2024))
