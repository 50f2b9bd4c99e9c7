"""Bills with a line too many, checks that were corrected too late, money that was paid back or not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from made.days import whole
from pydantic import MISSING

from hospital.ordinary.billing import add_fault, add_line, add_price, add_upload, line
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.clinical import add_diagnosis, add_drug, add_prescription, add_service, day_in, stays
from hospital.ordinary.misconduct import add_case, add_sanction
from qinglian_rules.facts.billing import BillingLine, FundRefund, PriceItem
from qinglian_rules.facts.care import ServiceRecord

_BILLS = "gx-2023/3.11"
_BEYOND = "no-charge-beyond-insurance"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns bills."""
    _lines(book, plan)
    _twice(book, plan)
    _uploads(book, plan)
    _findings(book, plan)
    _split(book, plan)
    _beyond_the_scope(book, plan)


def _services(book: Book) -> list[ServiceRecord]:
    """Write services of stays that nothing else is billed for, one a stay."""
    free = [one for one in stays(book)[1::2] if day_in(one).month in {1, 2, 3, 4, 9, 10, 11}]
    return [
        add_service(book, f"JZ-D{number}", one, "治疗", "项目0", day_in(one)) for number, one in enumerate(free[:12])
    ]


def _lines(book: Book, plan: Plan) -> None:
    add_price(book, "SF限", "项目0", insurance_limits=("限重症",))
    add_price(book, "SF自", "项目0", insured=False, insurance_class="自费")
    lines: tuple[tuple[str, str, dict[str, Any], Status, str, tuple[str, ...], str], ...] = (
        ("A1", "SF1", {}, "violated", "no-swapped-charge", ("收费项目不是所做的项目",), "做的是项目0，收的是项目1"),
        ("A2", "SF0", {"service": None}, "violated", "no-false-settlement", ("没有提供服务或药品",), "没有服务记录"),
        (
            "A3",
            "SF0",
            {"number": Decimal(2), "amount": Decimal(120)},
            "violated",
            "no-false-settlement",
            ("数量多于实际提供",),
            "做了一次，收了两次",
        ),
        ("A4", "SF限", {"limits_met": False}, "violated", _BEYOND, ("不符合支付限制",), "不是重症"),
        ("A5", "SF自", {}, "violated", "no-charge-beyond-insurance", ("项目不属支付范围",), "自费项目由基金支付"),
        (
            "A6",
            "SF0",
            {"physician": "R033"},
            "violated",
            "no-charge-without-qualification",
            ("开单医师没有有效执业证书",),
            "开单的没有医师执业证书",
        ),
        ("B1", "SF限", {"limits_met": MISSING}, "undetermined", "no-charge-beyond-insurance", (), "是否重症没有登记"),
        ("C1", "SF自", {"insured": False}, "not_applicable", "no-charge-beyond-insurance", (), "自费项目，患者自付"),
    )
    services = _services(book)
    for service, (key, item, values, status, rule, failed, why) in zip(services, lines, strict=False):
        made = add_line(book, f"FY-{key}", service, item)
        book.change(BillingLine, made.id, **values)
        plan.expect(status, f"{_BILLS}/{rule}", made, why, failed=failed)
    twice = f"{_BILLS}/no-double-charge"
    plan.expect("violated", twice, ("BillingLine", "FY-A3"), "每日限收一次，收了两次", failed=("每日限收一次",))
    dear = {"price": Decimal("60.01"), "amount": Decimal("60.01")}
    made = add_line(book, "FY-A7", services[8], "SF0", **dear)
    plan.expect(
        "violated",
        f"{_BILLS}/no-charge-above-the-standard",
        made,
        "最高60元，收了60.01元",
        failed=("单价高于最高价格",),
    )
    plan.expect("violated", "gx-2022/2.2.10/prices-as-in-force", made, "超过最高价格一分钱", failed=("超过最高价格",))


def _twice(book: Book, plan: Plan) -> None:
    """A second line of one day; one that was taken back does not count."""
    services = _services_again(book)
    rule = f"{_BILLS}/no-double-charge"
    for service, key, taken_back in zip(services, ("A8", "C2"), (False, True), strict=True):
        first = add_line(book, line(service.id), service, "SF0")
        charged = first.charged
        assert isinstance(charged, datetime)
        if taken_back:
            back = {"number": Decimal(-1), "amount": Decimal(-60), "reverses": first.id}
            add_line(book, f"{first.id}-冲", service, "SF0", charged=charged + timedelta(minutes=5), **back)
        made = add_line(book, f"FY-{key}", service, "SF0", charged=charged + timedelta(hours=2))
        if taken_back:
            plan.expect("compliant", rule, made, "前一笔已经冲销，当天只收了一次")
        else:
            plan.expect("violated", f"{_BILLS}/no-service-charged-twice", made, "同一次服务收了两次")
            over = f"{_BILLS}/no-false-settlement"
            plan.expect("compliant", over, made, "每一笔都不多于实际提供的数量")


def _services_again(book: Book) -> list[ServiceRecord]:
    free = [one for one in stays(book)[1::2] if day_in(one).month in {5, 6}]
    return [
        add_service(book, f"JZ-E{number}", one, "治疗", "项目0", day_in(one)) for number, one in enumerate(free[:2])
    ]


def _uploads(book: Book, plan: Plan) -> None:
    rule = f"{_BILLS}/settlement-agrees-with-the-bill"
    entry = book.get(BillingLine, line("JZ-08"))
    made = add_upload(book, "SC-A1", entry, uploaded_amount=Decimal("60.01"))
    plan.expect("violated", rule, made, "上传的比账单多一分钱", failed=("上传多于费用总额",))
    made = add_upload(book, "SC-B1", book.get(BillingLine, line("JZ-09")), billed=MISSING)
    plan.expect("undetermined", rule, made, "账单总额没有登记")


def _findings(book: Book, plan: Plan) -> None:
    found = date(2023, 7, 10)
    for key, days, status in (("SF-A1", 31, "violated"), ("SF-C1", 30, "compliant")):
        corrected = found + timedelta(days=days)
        made = add_fault(book, key, "重复收费", found, corrected=corrected, line=line("JZ-07"))
        outcome: Status = "violated" if status == "violated" else "compliant"
        plan.expect(outcome, f"{_BILLS}/faults-put-right", made, f"第{days}天纠正，规定30天")
        plan.expect("compliant", f"{_BILLS}/fund-money-returned", made, "第20天退回基金")
    tested = add_fault(book, "SF-A5", "无指征化验", found, line=line("JZ-07"))
    rule = "gx-2022/2.3.11/unreasonable-care-as-billed"
    plan.expect("violated", rule, tested, "收费检查认定无指征化验", failed=("检查",))
    kept = add_fault(book, "SF-A2", "分解收费", found, line=line("JZ-06"))
    book.change(FundRefund, "TH-SF-A2", findings=())
    plan.expect("violated", f"{_BILLS}/fund-money-returned", kept, "退款没有写是哪一笔")
    verified = date(2023, 9, 6)
    fraud: dict[str, Any] = {"person": "R091", "verified_on": verified, "opened": date(2023, 8, 9), "campaign": None}
    case = add_case(book, "AJ-G1", "欺诈骗保", date(2023, 5, 5), **fraud)
    add_sanction(book, case, verified + timedelta(days=91))
    plan.expect("violated", f"{_BILLS}/fraud-punished", case, "查实后第91天才处理，规定90天")
    rule, both = f"{_BILLS}/no-suspected-fraud-occurs", ("认定涉嫌恶意骗保", "查实欺诈骗保")
    plan.expect("violated", rule, ("Hospital", HOSPITAL), "2023年发生恶意骗保", period=whole(2023), failed=both)
    made = add_fault(book, "SF-A3", "虚假结算", found, deliberate=True, case=case.id)
    plan.expect("compliant", f"{_BILLS}/fraud-investigated", made, "第30天立案")
    unopened = add_fault(book, "SF-A4", "虚假结算", found, deliberate=True)
    plan.expect("violated", f"{_BILLS}/fraud-investigated", unopened, "认定恶意骗保，没有立案")


def _split(book: Book, plan: Plan) -> None:
    """Two parts of what may only be charged together."""
    book.change(PriceItem, "SF合", must_combine=True)
    episode = next(one for one in stays(book)[1::2] if day_in(one).month == 12)
    for number, item in enumerate(("项目0", "项目1")):
        service = add_service(book, f"JZ-F{number}", episode, "治疗", item, day_in(episode))
        made = add_line(book, line(service.id), service, f"SF{number}")
        charged = made.charged
        assert isinstance(charged, datetime)
        book.change(BillingLine, made.id, charged=charged + timedelta(minutes=number))
    why = "两个部分只能合并收费，分开收了"
    plan.expect("violated", f"{_BILLS}/no-split-charge", ("BillingLine", line("JZ-F1")), why)


def _beyond_the_scope(book: Book, plan: Plan) -> None:
    rule = f"{_BILLS}/no-drug-beyond-its-scope"
    add_drug(book, "YP5", "某抗肿瘤药", "抗肿瘤药物", essential=False, limited_diagnoses=("C34",))
    episode = stays(book)[6]
    for key, code, outcome in (("A9", "C50.9", "violated"), ("C9", "C34.1", "compliant")):
        stay = episode if key == "A9" else stays(book)[8]
        add_diagnosis(book, f"ZD-{key}", stay, code)
        made = add_prescription(book, f"CFD-{key}", stay, day_in(stay), ("YP5",))
        status: Status = "violated" if outcome == "violated" else "compliant"
        plan.expect(status, rule, made, f"限C34，诊断是{code}")
