"""Red packets in all their forms, what must follow each of them, and what only looks like one."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.ordinary.benefits import DURING_CARE, add_from_patient, judge
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.misconduct import add_lead
from qinglian_rules.facts.benefits import Benefit, BenefitForm, BenefitSurrender
from qinglian_rules.facts.engine import FindingWord
from qinglian_rules.facts.people import Person

_TAKEN = "gx-2021/2/no-red-packet-taken"
_ASKED = "gx-2021/2/no-red-packet-asked-for"
_CAMPAIGN = "gx-2021/3.2.1/every-red-packet-in-the-campaign"
_SURRENDER = "gx-2021/3.2.2/unavoidable-red-packet-surrendered"
_REGISTER = "gx-2021/3.2.2/surrender-registered"

_FORMS: tuple[tuple[str, date, str, BenefitForm, dict[str, Any], str], ...] = (
    ("LY-A1", date(2021, 9, 27), "R014", "礼金", {}, "印发当日收取患者礼金"),
    ("LY-A2", date(2021, 12, 8), "R041", "礼品", {"amount": Decimal(1)}, "护士收取一元的礼品，金额不论"),
    ("LY-A3", date(2022, 1, 27), "R022", "有价证券", {"giver_kind": "患者亲友"}, "收取患者亲友的有价证券"),
    ("LY-A4", date(2022, 5, 13), "R028", "股权", {}, "收取患者给的股权"),
    ("LY-A5", date(2022, 7, 22), "R008", "其他财物", {}, "收取没有列名的财物"),
    ("LY-A6", date(2022, 10, 21), "R016", "旅游", {"paid_by_giver": True}, "参加患者付费的旅游"),
    (
        "LY-A7",
        date(2023, 2, 10),
        "R023",
        "宴请",
        {"arranged_by_giver": True, "own_share": Decimal(200)},
        "患者安排的宴请，自付了自己的一份也是",
    ),
    ("LY-A8", date(2024, 4, 19), "R029", "健身", {"organised_by_giver": True}, "参加患者组织的健身活动"),
)  # fmt: skip


def plant(book: Book, plan: Plan) -> None:
    """Plant red packets."""
    for key, taken, receiver, form, values, why in _FORMS:
        add_from_patient(book, key, taken, receiver, form, **values)
        enter(book, key, taken + timedelta(days=12))
        plan.expect("violated", _TAKEN, ("Benefit", key), why)
    _campaign(book, plan)
    _asked_for(book, plan)
    _outside_of_care(book, plan)
    _unknown(book, plan)
    _near(book, plan)
    _surrendered(book, plan)


def enter(book: Book, benefit: str, received: date) -> None:
    """Enter a benefit as a lead of the campaign, looked into and closed in time."""
    add_lead(book, f"XS-{benefit}", received, "收受红包", benefit=benefit)


def _campaign(book: Book, plan: Plan) -> None:
    add_from_patient(book, "LY-B1", date(2022, 9, 2), "R017", "消费卡")
    plan.expect("violated", _TAKEN, ("Benefit", "LY-B1"), "收取患者的消费卡")
    plan.expect("violated", _CAMPAIGN, ("RedPacket", "LY-B1"), "没有作为专项行动的线索登记，也没有立案")

    taken = date(2022, 9, 12)
    lines: tuple[tuple[str, dict[str, Any], int, Status, str], ...] = (
        ("LY-B2", {}, 31, "violated", "第31天才作为线索登记，医院规定30天"),
        ("LY-B3", {}, 30, "compliant", "第30天作为线索登记"),
        ("LY-B4", {"campaign": "其他"}, 5, "violated", "登记了线索，但没有纳入专项行动"),
        ("LY-B5", {"campaign": MISSING}, 5, "undetermined", "线索是否属于专项行动没有登记"),
    )
    for key, values, days, status, why in lines:
        add_from_patient(book, key, taken, "R042", "礼金")
        add_lead(book, f"XS-{key}", taken + timedelta(days=days), "收受红包", benefit=key, **values)
        plan.expect("violated", _TAKEN, ("Benefit", key), "收取患者礼金")
        plan.expect(status, _CAMPAIGN, ("RedPacket", key), why)


def _asked_for(book: Book, plan: Plan) -> None:
    add_from_patient(book, "LY-C1", date(2022, 11, 24), "R024", "礼金", accepted=False, solicited=True)
    plan.expect("violated", _ASKED, ("Benefit", "LY-C1"), "向患者索取，对方没有给也是索取")
    add_from_patient(book, "LY-C2", date(2023, 1, 12), "R024", "礼金", solicited=True)
    enter(book, "LY-C2", date(2023, 1, 20))
    plan.expect("violated", _ASKED, ("Benefit", "LY-C2"), "索取并收取；报告只列出索取一条")
    add_from_patient(book, "LY-C3", date(2023, 1, 16), "R018", "礼金", accepted=False, solicited=MISSING)
    plan.expect("undetermined", _ASKED, ("Benefit", "LY-C3"), "不知道是否索取")


def _outside_of_care(book: Book, plan: Plan) -> None:
    """Gifts before admission and after discharge hang on what a person found."""
    taken = date(2023, 6, 9)
    lines: tuple[tuple[str, str, FindingWord | None, Status, str], ...] = (
        ("LY-D1", "诊疗前", "符合", "violated", "入院之前收取，认定属于诊疗活动过程"),
        ("LY-D2", "出院后", "不符合", "compliant", "出院之后的馈赠，认定不属于诊疗活动过程"),
        ("LY-D3", "出院后", None, "undetermined", "出院之后的馈赠，还没有认定"),
    )
    for key, stage, finding, status, why in lines:
        benefit = add_from_patient(book, key, taken, "R030", "礼品", care_stage=stage)
        if finding is not None:
            judge(book, benefit, DURING_CARE, finding, date(2023, 6, 20))
        if finding != "不符合":
            enter(book, key, date(2023, 6, 21))
        plan.expect(status, _TAKEN, ("Benefit", key), why)
    add_from_patient(book, "LY-D4", taken, "R031", "礼品", care_stage="出院后")
    plan.expect("undetermined", _TAKEN, ("Benefit", "LY-D4"), "出院之后的馈赠，还没有认定")
    plan.expect("undetermined", _CAMPAIGN, ("RedPacket", "LY-D4"), "若是“红包”就应当登记线索")


def _unknown(book: Book, plan: Plan) -> None:
    book.add(Person(id="R104", body=HOSPITAL, is_medical_staff=MISSING, profession="其他", department="KS01"))
    taken = date(2024, 9, 6)
    lines: tuple[tuple[str, str, BenefitForm, dict[str, Any], str], ...] = (
        ("LY-E1", "R104", "礼金", {}, "不知道 R104 是不是医务人员"),
        ("LY-E2", "R032", "宴请", {"arranged_by_giver": MISSING}, "不知道宴请由谁安排"),
        ("LY-E3", "R032", "礼金", {"care_stage": MISSING}, "不知道处在哪个诊疗阶段"),
        ("LY-E4", "R032", "礼金", {"accepted": MISSING}, "不知道收下了没有"),
    )
    for key, receiver, form, values, why in lines:
        add_from_patient(book, key, taken, receiver, form, **values)
        enter(book, key, taken + timedelta(days=10))
        plan.expect("undetermined", _TAKEN, ("Benefit", key), why)


def _near(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, date, str, dict[str, Any], Status, str], ...] = (
        ("LY-F1", date(2023, 3, 3), "R087", {}, "compliant", "行政人员收取，不是医务人员，不属于“红包”"),
        ("LY-F2", date(2023, 3, 6), "R014", {"care_stage": "与诊疗无关"}, "compliant", "与诊疗无关的人情往来"),
        ("LY-F3", date(2023, 3, 8), "R014", {"accepted": False}, "not_applicable", "当场谢绝"),
        ("LY-F4", date(2021, 9, 26), "R014", {}, "not_applicable", "行动计划印发的前一天"),
    )
    for key, taken, receiver, values, status, why in lines:
        add_from_patient(book, key, taken, receiver, "礼金", **values)
        plan.expect(status, _TAKEN, ("Benefit", key), why)


def _surrendered(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, int | None, Status, str], ...] = (
        ("LY-G1", 3, "compliant", "第三天上缴，医院规定三天"),
        ("LY-G2", 4, "violated", "第四天才上缴，医院规定三天"),
        ("LY-G3", None, "violated", "一直没有上缴"),
        ("LY-G4", 1, "compliant", "次日上缴"),
        ("LY-G5", 2, "compliant", "两天之内上缴"),
    )
    taken = date(2024, 3, 12)
    for key, days, status, why in lines:
        benefit = add_from_patient(book, key, taken, "R025", "礼金", could_not_refuse=True)
        enter(book, key, taken + timedelta(days=5))
        plan.expect("violated", _TAKEN, benefit, "不知情或不可抗收下的也是“红包”，上缴只影响处理")
        plan.expect(status, _SURRENDER, ("RedPacket", key), why)
        if days is not None:
            _surrender(book, benefit, taken + timedelta(days=days))
    book.change(BenefitSurrender, "SJ-LY-G4", registered=None, register_number=None)
    plan.expect("violated", _REGISTER, ("BenefitSurrender", "SJ-LY-G4"), "上缴了，没有登记")
    book.change(BenefitSurrender, "SJ-LY-G5", registered=MISSING)
    plan.expect("undetermined", _REGISTER, ("BenefitSurrender", "SJ-LY-G5"), "不知道登记没有")
    plan.expect("compliant", _REGISTER, ("BenefitSurrender", "SJ-LY-G1"), "上缴并登记")


def _surrender(book: Book, benefit: Benefit, day: date) -> None:
    book.add(
        BenefitSurrender(
            id=f"SJ-{benefit.id}",
            body=HOSPITAL,
            benefit=benefit.id,
            person=benefit.receiver,
            surrendered=day,
            way="上缴",
            reason="不可抗",
            amount=benefit.amount,
            office="行风管理办公室",
            registered=day,
            register_number=f"DJ-{benefit.id}",
            receipt=None,
        )
    )
