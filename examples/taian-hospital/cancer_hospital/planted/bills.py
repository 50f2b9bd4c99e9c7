"""Charged twice (net of what was taken back), swapped, split, too dear; uploads; care; patients nobody identified."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from cancer_hospital.ordinary.bodies import NEIGHBOUR, put
from cancer_hospital.ordinary.care import (
    CONTRAST,
    CT,
    DRESSING,
    DRUG_CHARGE,
    DRUGS,
    ECG,
    KIDNEY,
    LIVER,
    NURSING,
    OLD_ITEM,
    add_episode,
    add_service,
    charge,
    prescribe,
    reverse,
    review,
    upload,
)
from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from qinglian_rules.facts.billing import BillingLine, ChargePair
from qinglian_rules.facts.care import CareEpisode, ClinicalFinding, ServiceKind

_ITEM = "ta-2024/2.3.12/"
_DOUBLE, _SWAPPED, _SPLIT = _ITEM + "no-double-charge", _ITEM + "no-swapped-charge", _ITEM + "no-split-charge"
_CATALOGUE, _PRICE = _ITEM + "insurance-catalogue-observed", _ITEM + "price-policy-observed"
_FALSE, _SUMS = _ITEM + "charges-are-for-care-given", _ITEM + "reckoning-in-order"
_DAY = date(2025, 6, 16)
_SAME = _ITEM + "no-service-charged-twice"
_HOUR = timedelta(hours=1)
_ONCE, _LIMIT = "每日限收一次", "每日限收数量"
_PAIR, _INCLUDED = "同日不得同收", "已含在另一项之内"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns bills."""
    _twice(book, plan)
    _per_day(book, plan)
    _pairs(book, plan)
    _swapped_and_split(book, plan)
    _insured(book, plan)
    _prices(book, plan)
    _uploads(book, plan)
    _care(book, plan)
    _identity(book, plan)


def _stay(book: Book, key: str, **more: Any) -> CareEpisode:
    return add_episode(book, f"JZ-{key}", "住院", _DAY, **more)


def _charged(
    book: Book, key: str, stay: CareEpisode, item: str, number: int = 1, after: int = 0, **more: Any
) -> BillingLine:
    """Write one thing done and charged for, some hours into the stay."""
    kind: ServiceKind = "检查" if item in {CT, CONTRAST} else "检验" if item in {LIVER, KIDNEY} else "护理"
    done = add_service(book, f"FW-{key}", stay, kind, item, quantity=Decimal(number))
    assert isinstance(done.done, datetime)
    usual: dict[str, Any] = {"charged": done.done + (1 + after) * _HOUR}
    return charge(book, f"MX-{key}", done, item, number, **{**usual, **more})


def _twice(book: Book, plan: Plan) -> None:
    """A day's nursing is charged once a day; what was taken back does not count, on whatever day."""
    stay = _stay(book, "A1")
    first = _charged(book, "A1-1", stay, NURSING)
    second = _charged(book, "A1-2", stay, NURSING, after=3)
    plan.expect("compliant", _DOUBLE, first, "当日先收的一笔")
    plan.expect("violated", _DOUBLE, second, "护理费一天收了两次", failed=(_ONCE,))
    stay = _stay(book, "C1")
    first = _charged(book, "C1-1", stay, NURSING)
    reverse(book, "MX-C1-冲", first, datetime(2025, 6, 18, 9))
    second = _charged(book, "C1-2", stay, NURSING, after=3)
    plan.expect("compliant", _DOUBLE, second, "一天收了两次，先收的两天后冲销了")
    plan.expect("not_applicable", _DOUBLE, first, "全部冲销，不算收费")
    stay = _stay(book, "C2")
    _charged(book, "C2-1", stay, NURSING)
    next_day = _charged(book, "C2-2", stay, NURSING, after=15)
    plan.expect("compliant", _DOUBLE, next_day, "次日零点以后收的，是另一天的")
    stay = _stay(book, "A2")
    _charged(book, "A2-1", stay, NURSING)
    half = _charged(book, "A2-2", stay, NURSING, number=2, after=3)
    back = reverse(book, "MX-A2-冲", half, datetime(2025, 6, 17, 9))
    book.change(BillingLine, back.id, number=Decimal(-1), amount=Decimal(-30))
    plan.expect("violated", _DOUBLE, half, "两次冲销了一次，净数仍超过一天一次", failed=(_ONCE,))
    stay = _stay(book, "B1")
    unsaid = _charged(book, "B1-1", stay, NURSING)
    book.change(BillingLine, unsaid.id, number=MISSING)
    for rule in (_DOUBLE, _SAME, _SUMS, _FALSE):
        plan.expect("undetermined", rule, unsaid, "数量没有登记")


def _per_day(book: Book, plan: Plan) -> None:
    stay = _stay(book, "A3")
    exact = _charged(book, "A3-1", stay, DRESSING, number=2)
    plan.expect("compliant", _DOUBLE, exact, "换药一天两次，正好是限收的数量")
    more = _charged(book, "A3-2", stay, DRESSING, after=4)
    plan.expect("violated", _DOUBLE, more, "换药一天收了三次，限收两次", failed=(_LIMIT,))
    other = _stay(book, "C3", body=NEIGHBOUR)
    first = _charged(book, "C3-1", other, NURSING, body=NEIGHBOUR)
    second = _charged(book, "C3-2", other, NURSING, after=2, body=NEIGHBOUR)
    plan.expect("not_applicable", _DOUBLE, second, "邻近的医院收了两次，本方案管不到它")
    assert first.body == NEIGHBOUR


def _pairs(book: Book, plan: Plan) -> None:
    pair: dict[str, Any] = {"first": LIVER, "second": KIDNEY, "same_day": True, "basis": "价格政策"}
    put(book, ChargePair, "TS-2", pair, {"span": span(date(2020, 1, 1), _DAY)})
    stay = _stay(book, "A4")
    _charged(book, "A4-1", stay, CONTRAST)
    inside = _charged(book, "A4-2", stay, CT, after=1)
    plan.expect("violated", _DOUBLE, inside, "增强扫描已经包含平扫，又收平扫", failed=(_INCLUDED,))
    stay = _stay(book, "C4")
    contrast = _charged(book, "C4-1", stay, CONTRAST)
    reverse(book, "MX-C4-冲", contrast, datetime(2025, 6, 19, 9))
    plain = _charged(book, "C4-2", stay, CT, after=1)
    plan.expect("compliant", _DOUBLE, plain, "增强扫描冲销了，只收平扫")
    stay = _stay(book, "A5")
    _charged(book, "A5-1", stay, LIVER)
    both = _charged(book, "A5-2", stay, KIDNEY, after=1)
    plan.expect("violated", _DOUBLE, both, "两项不得同日收取，这一天正好是规定的最后一天", failed=(_PAIR,))
    plan.expect("violated", _SPLIT, both, "应当合并为生化全套，拆成两项收")
    stay = _stay(book, "A6", span=span(_DAY + timedelta(days=1), _DAY + timedelta(days=6)))
    _charged(book, "A6-1", stay, LIVER)
    both = _charged(book, "A6-2", stay, KIDNEY, after=1)
    plan.expect("compliant", _DOUBLE, both, "规定次日就停止执行")
    plan.expect("violated", _SPLIT, both, "应当合并为生化全套，拆成两项收")
    nursing = _stay(book, "C5")
    _charged(book, "C5-1", nursing, NURSING)
    dressing = _charged(book, "C5-2", nursing, DRESSING, after=1)
    plan.expect("compliant", _DOUBLE, dressing, "护理与换药不得同收的规定1月底就停止了")


def _swapped_and_split(book: Book, plan: Plan) -> None:
    stay = _stay(book, "A7")
    done = add_service(book, "FW-A7", stay, "检查", CT)
    swapped = charge(book, "MX-A7", done, CONTRAST)
    plan.expect("violated", _SWAPPED, swapped, "做的是平扫，收的是增强", failed=("收费项目不是所做的项目",))
    drug = _charged(book, "A8", _stay(book, "A8"), NURSING, drug=DRUGS[1])
    plan.expect("violated", _SWAPPED, drug, "收的药品没有开过", failed=("收费药品不是所开的药品",))
    stay = _stay(book, "C6")
    prescribe(book, "CF-C6", stay, drugs=(DRUGS[1],))
    written = _charged(book, "C6", stay, NURSING, drug=DRUGS[1])
    plan.expect("compliant", _SWAPPED, written, "药品开过处方")
    stay = _stay(book, "C7")
    _charged(book, "C7-1", stay, LIVER)
    other_day = _charged(book, "C7-2", stay, KIDNEY, after=15)
    plan.expect("compliant", _SPLIT, other_day, "不是同一天，不是分解")
    stay = _stay(book, "C8")
    liver = _charged(book, "C8-1", stay, LIVER)
    reverse(book, "MX-C8-冲", liver, datetime(2025, 6, 20, 9))
    kidney = _charged(book, "C8-2", stay, KIDNEY, after=1)
    plan.expect("compliant", _SPLIT, kidney, "另一项冲销了")


def _insured(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("A9", {"limits_met": False}, "violated", ("不符合支付限制",), "不符合支付限制，由医保支付"),
        ("C9", {"limits_met": False, "insured": False}, "not_applicable", (), "不符合支付限制，自费"),
        ("B2", {"limits_met": MISSING}, "undetermined", (), "是否符合支付限制没有登记"),
    )
    for key, values, status, failed, why in lines:
        made = _charged(book, key, _stay(book, key), DRUG_CHARGE, **values)
        plan.expect(status, _CATALOGUE, made, why, failed=failed)


def _prices(book: Book, plan: Plan) -> None:
    dear, cent = Decimal("180.01"), Decimal("0.01")
    lines: tuple[tuple[str, str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("A10", CT, {"price": dear, "amount": dear}, _PRICE, "violated", ("单价高于最高价格",), "比最高价格多一分钱"),
        ("C10", CT, {}, _PRICE, "compliant", (), "正好是最高价格"),
        ("A11", OLD_ITEM, {}, _PRICE, "violated", ("不是现行项目",), "3月底就不再执行的项目"),
        ("A12", CT, {"amount": 180 + cent}, _SUMS, "violated", ("多算",), "金额比单价乘数量多一分钱"),
        ("B3", CT, {"price": MISSING}, _SUMS, "undetermined", (), "单价没有登记"),
    )
    for key, item, values, rule, status, failed, why in lines:
        made = _charged(book, key, _stay(book, key), item, **values)
        plan.expect(status, rule, made, why, failed=failed)
    plan.expect("undetermined", _PRICE, ("BillingLine", "MX-B3"), "单价没有登记")
    none = _charged(book, "A13", _stay(book, "A13"), NURSING, service=None)
    plan.expect("violated", _FALSE, none, "没有提供服务，也没有药品", failed=("没有提供服务或药品",))
    stay = _stay(book, "A15")
    done = add_service(book, "FW-A15", stay, "检查", CT)
    charge(book, "MX-A15-1", done, CT)
    again = charge(book, "MX-A15-2", done, CT, charged=datetime(2025, 6, 18, 9))
    plan.expect("violated", _SAME, again, "做了一次平扫，两天后又收一次")
    stay = _stay(book, "A14")
    done = add_service(book, "FW-A14", stay, "治疗", DRESSING)
    twice = charge(book, "MX-A14", done, DRESSING, 2)
    plan.expect("violated", _FALSE, twice, "换药一次，收了两次", failed=("数量多于实际提供",))
    unsaid = _charged(book, "B4", _stay(book, "B4"), ECG, service=MISSING)
    plan.expect("undetermined", _FALSE, unsaid, "对应什么服务没有登记，不等于没有")
    plan.expect("undetermined", _SAME, unsaid, "对应什么服务没有登记")
    plan.expect("undetermined", _SWAPPED, unsaid, "对应什么服务没有登记")


def _uploads(book: Book, plan: Plan) -> None:
    true, right = _ITEM + "settlement-data-true", _ITEM + "settlement-data-accurate"
    nursing = Decimal(30)
    cent = Decimal("0.01")
    more, beyond = "上传多于费用总额", "费用总额多于明细"
    lines: tuple[tuple[str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("U1", {"uploaded_amount": nursing + cent}, true, "violated", (more,), "上传比费用总额多一分钱"),
        ("U2", {"billed": nursing + cent}, true, "violated", (beyond,), "费用总额比明细多一分钱"),
        ("U3", {"uploaded_amount": nursing - cent}, true, "compliant", (), "上传的少，不是不真实"),
        ("U4", {"accurate": False}, right, "violated", (), "核对登记为不准确"),
        ("U5", {"accurate": MISSING}, right, "undetermined", (), "核对结果没有登记"),
        ("U6", {"uploaded_amount": MISSING}, true, "undetermined", (), "上传的金额没有登记"),
    )
    for key, values, rule, status, failed, why in lines:
        stay = _stay(book, key)
        _charged(book, key, stay, NURSING)
        plan.expect(status, rule, upload(book, stay, **values), why, failed=failed)
    stay = _stay(book, "U7")
    taken_back = _charged(book, "U7-1", stay, NURSING)
    reverse(book, "MX-U7-冲", taken_back, datetime(2025, 6, 18, 9))
    net = upload(book, stay, billed=nursing, uploaded_amount=nursing)
    plan.expect("violated", true, net, "明细冲销之后是零，费用总额没有减", failed=(beyond,))


def _care(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, str, str, int, Status], ...] = (
        ("F1", "违反诊疗常规", "care-by-the-standards", "违反诊疗常规", 5, "violated"),
        ("F2", "不规范治疗", "care-by-the-standards", "不规范治疗", 5, "violated"),
        ("F3", "过度检查", "services-reasonable", "过度检查", 5, "violated"),
        ("F4", "重复检查", "services-necessary", "认定为重复检查", 5, "violated"),
        ("F5", "过度检查", "services-reasonable", "", -1, "compliant"),
    )
    for key, fault, rule, name, after, status in lines:
        done = add_service(book, f"FW-{key}", _stay(book, key), "检查", CT)
        usual: dict[str, Any] = {"found": _DAY + timedelta(days=after), "fault": fault, "service": done.id}
        put(book, ClinicalFinding, f"RD-{key}", usual, {"episode": None, "prescription": None, "serious": False})
        why = f"认定为{fault}" if after > 0 else "认定在服务之前，说的不是这一次"
        plan.expect(status, _ITEM + rule, done, why, failed=(name,) if name else ())
    groundless = add_service(book, "FW-F6", _stay(book, "F6"), "检查", CT, indication=None)
    plan.expect("violated", _ITEM + "services-necessary", groundless, "没有记录依据", failed=("没有记录依据",))
    admitted = _ITEM + "admissions-necessary"
    stay = _stay(book, "F7", admission_indication=None)
    plan.expect("violated", admitted, stay, "没有记录入院指征", failed=("没有记录入院指征",))
    plan.expect("undetermined", admitted, _stay(book, "F8", admission_indication=MISSING), "入院指征没有登记")
    for key, result, name in (
        ("P1", "用药不适宜处方", "点评为用药不适宜"),
        ("P2", "超常处方", "点评为超常处方"),
        ("P3", "不规范处方", ""),
    ):
        written = prescribe(book, f"CF-{key}", _stay(book, key))
        review(book, f"DP-{key}", written, result, _DAY + timedelta(days=9))
        status = "violated" if name else "compliant"
        failed = (name,) if name else ()
        plan.expect(status, _ITEM + "drugs-used-reasonably", written, f"点评为{result}", failed=failed)


def _identity(book: Book, plan: Plan) -> None:
    patients, buyers = _ITEM + "patients-identified", _ITEM + "buyers-of-drugs-identified"
    for key, values, status, why in (
        ("I1", {"identity_checked": False}, "violated", "医保结算，没有核验身份"),
        ("I2", {"identity_checked": False, "insured": False}, "not_applicable", "自费，不在此列"),
        ("I3", {"identity_checked": MISSING}, "undetermined", "是否核验没有登记"),
    ):
        plan.expect(status, patients, _stay(book, key, **values), why)  # type: ignore[arg-type]
    for key, kind, checked, status, why in (
        ("Q1", "门诊", False, "violated", "取药时没有核验购药人"),
        ("Q2", "住院", False, "not_applicable", "住院患者不是购药"),
        ("Q3", "急诊", MISSING, "undetermined", "是否核验没有登记"),
    ):
        visit = add_episode(book, f"JZ-{key}", kind, _DAY)  # type: ignore[arg-type]
        book.change(CareEpisode, visit.id, admission_indication="符合入院标准")
        made = prescribe(book, f"CF-{key}", visit, collector_checked=checked)
        plan.expect(status, buyers, made, why)  # type: ignore[arg-type]
