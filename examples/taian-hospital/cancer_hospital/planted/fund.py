"""Money of the insurance fund paid back only on order, checks that did not happen, records destroyed too early."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from cancer_hospital.days import AS_OF, YEAR
from cancer_hospital.ordinary.bodies import INSURANCE_BUREAU, THIS
from cancer_hospital.ordinary.insurance import KINDS, add_check, add_finding, add_record, add_refund, record
from cancer_hospital.ordinary.limits import CORRECTION_DAYS, PUNISHMENT_DAYS, REFUND_DAYS
from cancer_hospital.ordinary.supervision import add_inspection, add_joint_punishment
from made.book import Book, Plan, Status
from made.days import quarter
from pydantic import MISSING

from qinglian_rules.facts.billing import InsuranceCheck, InsuranceRecord

_ITEM = "ta-2024/2.3.12/"
_CHECKS = "ta-2024/2.2.8/"
_RETURNED, _CORRECTED = _ITEM + "fund-money-returned-of-its-own-accord", _ITEM + "irregular-use-corrected"
_KEPT = _ITEM + "records-not-destroyed-early"
_DAY = timedelta(days=1)
_FOUND = date(2025, 7, 14)
_LINE = "MX-JZ-001-1"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns the insurance fund."""
    _refunds(book, plan)
    _found_by_others(book, plan)
    _corrections(book, plan)
    _fraud(book, plan)
    _destroyed(book, plan)
    _kept(book, plan)
    _checks(book, plan)
    _random_checks(book, plan)


def _refunds(book: Book, plan: Plan) -> None:
    limit = _FOUND + timedelta(days=REFUND_DAYS)
    ordered: dict[str, Any] = {"reason": "责令退回", "ordered": _FOUND + _DAY}
    lines: tuple[tuple[str, date, dict[str, Any], Status, str], ...] = (
        ("A1", _FOUND + 5 * _DAY, ordered, "violated", "责令之后才退回，不是主动退回"),
        ("A2", _FOUND + 5 * _DAY, {"ordered": _FOUND + _DAY}, "violated", "登记为主动退回，其实先有责令"),
        ("A3", limit + _DAY, {}, "compliant", "第十六天退回，没有责令，晚退也是主动退"),
        ("A4", _FOUND - _DAY, {}, "violated", "退的是认定之前的另一笔"),
        ("C1", limit, {}, "compliant", "第十五天退回"),
        ("B1", _FOUND + 5 * _DAY, {"reason": MISSING}, "undetermined", "是不是主动退回没有登记"),
    )
    for key, day, values, status, why in lines:
        made = add_finding(book, f"WT-{key}", _LINE, _FOUND)
        add_refund(book, f"TH-{key}", made.id, day, **values)
        plan.expect(status, _RETURNED, made, why)
    half = add_finding(book, "WT-A8", _LINE, _FOUND)
    add_refund(book, "TH-A8", half.id, limit, amount=Decimal(30))
    plan.expect("violated", _RETURNED, half, "只退了一半")
    never = add_finding(book, "WT-A5", _LINE, _FOUND)
    plan.expect("violated", _RETURNED, never, "从来没有退回")
    recent = add_finding(book, "WT-C2", _LINE, date(2025, 12, 31), corrected=date(2026, 1, 5))
    add_refund(book, "TH-C2", recent.id, date(2026, 1, 15))
    plan.expect("compliant", _RETURNED, recent, "年底认定，次年第十五天退回")


def _found_by_others(book: Book, plan: Plan) -> None:
    own = add_inspection(book, "JD-自查", "自查自纠", _FOUND, ("医保",))
    bureau = add_inspection(book, "JD-医保局", "飞行检查", _FOUND, ("医保",), body=INSURANCE_BUREAU)
    lines: tuple[tuple[str, dict[str, Any], Status, str], ...] = (
        ("A6", {"inspection": own.id}, "violated", "医院自己查出的，没有退回"),
        ("A7", {"inspection": bureau.id}, "violated", "医保局查出的，也没有主动退回"),
        ("C4", {"verdict": "可疑"}, "not_applicable", "可疑的先查明"),
        ("C5", {"line": None}, "violated", "费用和就诊都没有登记，以医保基金的检查论，没有退回"),
        ("B2", {"verdict": MISSING}, "undetermined", "结论没有登记"),
    )
    for key, values, status, why in lines:
        made = add_finding(book, f"WT-{key}", _LINE, _FOUND, **values)
        plan.expect(status, _RETURNED, made, why)


def _corrections(book: Book, plan: Plan) -> None:
    limit = timedelta(days=CORRECTION_DAYS)
    lines: tuple[tuple[str, date, Any, Status, str], ...] = (
        ("D1", _FOUND, _FOUND + limit + _DAY, "violated", "第三十一天才纠正"),
        ("D2", _FOUND, _FOUND + limit, "compliant", "第三十天纠正"),
        ("D3", _FOUND, None, "violated", "没有纠正"),
        ("D4", _FOUND, MISSING, "undetermined", "何时纠正没有登记"),
    )
    for key, found, value, status, why in lines:
        made = add_finding(book, f"WT-{key}", _LINE, found, corrected=value, line=None)
        add_refund(book, f"TH-{key}", made.id, found)
        plan.expect(status, _CORRECTED, made, why)


def _fraud(book: Book, plan: Plan) -> None:
    rule = _CHECKS + "deliberate-fraud-jointly-punished"
    lines: tuple[tuple[str, date, Any, Status, str], ...] = (
        ("E1", date(2025, 8, 4), True, "compliant", "正好第九十天联合惩戒"),
        ("E2", date(2025, 8, 3), True, "compliant", "第九十一天联合惩戒，晚惩戒也是惩戒"),
        ("E6", date(2025, 11, 3), True, "violated", "认定之后没有联合惩戒"),
        ("E3", AS_OF - timedelta(days=PUNISHMENT_DAYS), True, "pending", "到判定日正好九十天，还没有联合惩戒"),
        ("E4", date(2025, 11, 3), MISSING, "undetermined", "是不是恶意没有认定"),
        ("E5", date(2025, 8, 2), False, "not_applicable", "不是恶意骗保"),
    )
    add_joint_punishment(book, "LH-1", date(2025, 8, 4) + timedelta(days=PUNISHMENT_DAYS))
    for key, found, deliberate, status, why in lines:
        made = add_finding(book, f"WT-{key}", _LINE, found, line=None, deliberate=deliberate)
        add_refund(book, f"TH-{key}", made.id, found + 5 * _DAY)
        plan.expect(status, rule, made, why)


def _destroyed(book: Book, plan: Plan) -> None:
    made, until = date(2025, 1, 31), date(2025, 10, 31)
    lines: tuple[tuple[str, Any, Any, Status, str], ...] = (
        ("A1", until, until, "violated", "保管期限的最后一天就销毁了"),
        ("C1", until, until + _DAY, "compliant", "期满次日销毁，就是按规定保管"),
        ("C2", until, None, "compliant", "期满没有销毁"),
        ("B1", MISSING, until, "undetermined", "保管期限没有登记"),
        ("B2", until, MISSING, "undetermined", "是否销毁没有登记"),
    )
    for key, keep, destroyed, status, why in lines:
        batch = add_record(book, f"ZL-{key}", "病历", made, keep_until=keep, destroyed=destroyed)
        plan.expect(status, _KEPT, batch, why, failed=("病历",) if status == "violated" else ())
    for number, kind in enumerate(("处方", "会计凭证", "其他"), 2):
        more: dict[str, Any] = {"keep_until": until, "destroyed": until - timedelta(days=30)}
        batch = add_record(book, f"ZL-A{number}", kind, made, **more)  # type: ignore[arg-type]
        plan.expect("violated", _KEPT, batch, f"{kind}在期满前三十天销毁", failed=(kind,))


def _kept(book: Book, plan: Plan) -> None:
    whole = _ITEM + "records-whole"
    book.change(InsuranceRecord, record("处方", 4), complete=False)
    plan.expect("violated", whole, ("InsuranceRecord", record("处方", 4)), "四月的处方不完整")
    book.change(InsuranceRecord, record("病历", 4), complete=MISSING)
    plan.expect("undetermined", whole, ("InsuranceRecord", record("病历", 4)), "是否完整没有登记")
    stock = KINDS[7]
    for at in range(1, 13):
        book.remove(InsuranceRecord, record(stock, at))
    why = "没有保管医用耗材出入库记录"
    plan.expect("violated", _ITEM + "records-kept-of-every-kind", THIS, why, period=YEAR, failed=(stock,))


def _checks(book: Book, plan: Plan) -> None:
    book.change(InsuranceCheck, "ZC-05", held=date(2025, 3, 31))
    self_check = _ITEM + "self-checks-held"
    plan.expect("violated", self_check, THIS, "二季度的自查提前到3月31日做了", period=quarter(2025, 2))
    book.change(InsuranceCheck, "ZC-08", held=date(2025, 9, 30))
    plan.expect("compliant", self_check, THIS, "三季度的最后一天自查", period=quarter(2025, 3))
    book.change(InsuranceCheck, "ZC-11", target=MISSING)
    plan.expect("compliant", self_check, THIS, "没有登记查的是哪家医院，自查总是查本院", period=quarter(2025, 4))
    book.change(InsuranceCheck, "JC-10", held=date(2026, 1, 6))
    plan.expect("violated", _CHECKS + "cross-checks", THIS, "交叉检查次年1月才做", period=YEAR)
    book.change(InsuranceCheck, "RC-04", cooperated=False)
    plan.expect("violated", _ITEM + "review-helped", THIS, "医保经办审核时不配合", period=YEAR)
    book.change(InsuranceCheck, "ZX-09", cooperated=MISSING)
    plan.expect("undetermined", _ITEM + "supervision-helped", THIS, "是否配合没有登记", period=YEAR)


def _random_checks(book: Book, plan: Plan) -> None:
    drawn, public = _CHECKS + "both-drawn-at-random", _CHECKS + "result-made-public"
    held = date(2025, 10, 14)
    lines: tuple[tuple[str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("A1", {"inspectors_drawn": False}, drawn, "violated", ("随机选派检查人员",), "检查人员是指定的"),
        ("A2", {"published": None}, public, "violated", (), "结果没有公开"),
        ("C1", {"published": held}, public, "compliant", (), "当日公开"),
        ("B1", {"target_drawn": MISSING}, drawn, "undetermined", (), "检查对象是否随机没有登记"),
    )
    for key, values, rule, status, failed, why in lines:
        made = add_check(book, f"CC-{key}", "双随机一公开抽查", "事后监管", held, **values)
        plan.expect(status, rule, made, why, failed=failed)
    others: dict[str, Any] = {"body": INSURANCE_BUREAU, "inspectors_drawn": False}
    bureau = add_check(book, "CC-C2", "双随机一公开抽查", "事后监管", held, **others)
    plan.expect("not_applicable", drawn, bureau, "医保局组织的抽查，本方案管不到")
