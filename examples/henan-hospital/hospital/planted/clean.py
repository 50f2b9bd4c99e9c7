"""Bribes, abuse of power and favours, in cases and in what was offered; what only was alleged."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.days import DAY_BEFORE
from hospital.ordinary.conduct import add_benefit, add_case, add_sanction
from hospital.planted.found import find
from qinglian_rules.facts.misconduct import Behaviour

_RULES: dict[Behaviour, str] = {
    "以权谋私": "ha-2024/4.13/no-abuse-of-power",
    "索取回扣": "ha-2024/4.13/no-bribe-asked-for",
    "采购中收受贿赂": "ha-2024/4.13/no-bribe-taken",
    "收受回扣": "ha-2024/4.13/no-bribe-taken",
    "为亲友谋利": "ha-2024/4.13/no-favours-for-relatives",
}
_ON_RECORD = "ha-2024/4.13/no-bribe-on-record"
_HARM = "ha-2024/4.13/no-harm-to-the-hospital"
_IS_HARMED = "是否损害医院利益"
_FOR_POWER = "是否属于以职务便利换取利益"
_TAKEN, _ASKED = "受贿", "索贿"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns clean leaders, teams and departments."""
    _cases(book, plan)
    _chain(book, plan)
    _benefits(book, plan)
    _harm(book, plan)


def _cases(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, Behaviour, dict[str, Any], Status, str], ...] = (
        ("AJ-A11", "索取回扣", {"person": "R155"}, "violated", "查实耗材采购员索取回扣"),
        ("AJ-A12", "采购中收受贿赂", {"person": "R146"}, "violated", "查实设备采购中收受贿赂"),
        ("AJ-C11", "收受回扣", {"verified": False, "verified_on": None}, "compliant", "反映收受回扣，没有查实"),
        ("AJ-B11", "采购中收受贿赂", {"verified": MISSING}, "undetermined", "是否查实没有登记"),
        ("AJ-C12", "索取回扣", {"occurred": DAY_BEFORE}, "not_applicable", "文件印发前一天的行为"),
    )
    for key, behaviour, values, status, why in lines:
        occurred = values.pop("occurred", date(2024, 5, 14))
        case = add_case(book, key, behaviour, occurred, **values)
        if status == "violated":
            add_sanction(book, case)
        plan.expect(status, _RULES[behaviour], case, why)


def _chain(book: Book, plan: Plan) -> None:
    """A gift on record leads to a case; the fault is named once, on the gift."""
    gift = add_benefit(book, "LY-A1", date(2024, 5, 22))
    case = add_case(book, "AJ-C13", "收受回扣", date(2024, 5, 22), person="R154", benefit=gift.id)
    add_sanction(book, case)
    plan.expect("violated", _ON_RECORD, gift, "药品采购员收了企业人员的消费卡", failed=(_TAKEN,))
    plan.expect("not_applicable", _RULES["收受回扣"], case, "利益往来已经登记，在那里检查，一事不列两次")
    plan.expect("compliant", "ha-2024/1.5/verified-kickbacks-dealt-with", case, "查实之后及时处理")


def _benefits(book: Book, plan: Plan) -> None:
    taken = date(2024, 6, 18)
    other: dict[str, Any] = {"act": "介绍患者"}
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("LY-A2", {"solicited": True, "accepted": False}, "violated", (_ASKED,), "索取了，没有得到"),
        ("LY-A3", {"solicited": True}, "violated", (_ASKED, _TAKEN), "索取并收受"),
        ("LY-A4", {"giver_kind": "其他个人", "form": "回扣"}, "violated", (_TAKEN,), "登记为回扣，不论谁给"),
        ("LY-A5", other, "violated", (_TAKEN,), "为介绍患者而给，认定是以职务便利换取利益"),
        ("LY-C1", other, "not_applicable", (), "为介绍患者而给，认定与职务无关"),
        ("LY-B1", other, "undetermined", (), "为介绍患者而给，还没有人认定"),
        ("LY-B2", {"accepted": MISSING}, "undetermined", (), "收没收下没有登记"),
        ("LY-B3", {"act": MISSING}, "undetermined", (), "为了什么没有登记"),
        ("LY-C2", {"act": "无"}, "not_applicable", (), "与任何行为无关"),
        ("LY-C3", {"giver_kind": "患者"}, "not_applicable", (), "患者给的，由一（五）管"),
    )
    for key, values, status, failed, why in lines:
        gift = add_benefit(book, key, taken, **values)
        if key in {"LY-A5", "LY-C1"}:
            find(book, gift, _FOR_POWER, "符合" if key == "LY-A5" else "不符合", date(2024, 9, 3))
        plan.expect(status, _ON_RECORD, gift, why, failed=failed)


def _harm(book: Book, plan: Plan) -> None:
    """A verified favour may or may not have cost the hospital something."""
    day = date(2024, 10, 21)
    favour = add_case(book, "AJ-A14", "为亲友谋利", date(2024, 4, 9), person="R005")
    find(book, favour, _IS_HARMED, "符合", day)
    plan.expect("violated", _RULES["为亲友谋利"], favour, "查实为兄弟的企业谋利")
    plan.expect("violated", _HARM, favour, "认定损害了医院利益")
    abuse = add_case(book, "AJ-A15", "以权谋私", date(2024, 4, 10), person="R008")
    find(book, abuse, _IS_HARMED, "符合", day)
    find(book, abuse, _IS_HARMED, "不符合", date(2024, 12, 2))
    plan.expect("violated", _RULES["以权谋私"], abuse, "查实以权谋私")
    plan.expect("compliant", _HARM, abuse, "先认定损害医院利益，复核认定没有，以后一次为准")
    doubtful = add_case(book, "AJ-A16", "以权谋私", date(2024, 4, 11), person="R008")
    plan.expect("violated", _RULES["以权谋私"], doubtful, "查实以权谋私")
    plan.expect("undetermined", _HARM, doubtful, "是否损害医院利益还没有认定")
    embezzled = add_case(book, "AJ-A17", "违规占有公私财物", date(2024, 4, 12), person="R162")
    plan.expect("violated", _HARM, embezzled, "查实占有公家财物")
