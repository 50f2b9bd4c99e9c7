"""Care that was not needed, papers that were lent, advertisements that say too much."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from made.days import half, quarter, whole
from pydantic import MISSING

from hospital.ordinary.authorities import add_talk
from hospital.ordinary.bodies import HOSPITAL
from hospital.ordinary.clinical import (
    add_advertisement,
    add_clinical_finding,
    add_device,
    add_licence,
    add_prescription,
    add_review,
    add_service,
    day_in,
    review,
    stays,
)
from hospital.ordinary.misconduct import find
from hospital.ordinary.quality import add_indicator, add_reuse, improve, yearly
from hospital.ordinary.usage import add_alert
from qinglian_rules.facts.care import CareEpisode, ClinicalFault, PrescriptionReview
from qinglian_rules.facts.misconduct import Measure
from qinglian_rules.facts.prescribing import QualityIndicator, UsageAlert
from qinglian_rules.facts.service import AdvertisementKind, Licence, ServiceOffering

_CARE, _DRUGS, _BILLS, _ILLEGAL, _SHOWN = "gx-2023/3.9", "gx-2023/3.10", "gx-2023/3.11", "gx-2023/3.12", "gx-2023/3.13"
_ORDER = "gx-2022/2.3.11"
_BEAUTY, _DEVICE = "no-irregular-cosmetic-advertisement", "no-illegal-device-advertisement"
_US = ("Hospital", HOSPITAL)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns care."""
    _services(book, plan)
    _faults(book, plan)
    _reviews(book, plan)
    _alerts(book, plan)
    _indicators(book, plan)
    _papers(book, plan)
    _advertisements(book, plan)
    _devices(book, plan)
    _offered(book, plan)


def _services(book: Book, plan: Plan) -> None:
    late = [one for one in stays(book) if day_in(one).month in {6, 7, 8}]
    first, second, third, fourth = late[1], late[3], late[5], late[7]
    made = add_service(book, "JZ-A1", first, "检查", "项目0", day_in(first), indication=None)
    plan.expect("violated", f"{_CARE}/no-examination-without-grounds", made, "没有记录依据")
    made = add_service(book, "JZ-B1", first, "检查", "项目1", day_in(first), indication=MISSING)
    plan.expect("undetermined", f"{_CARE}/no-examination-without-grounds", made, "病历缺页，不知道有没有依据")
    rule = f"{_CARE}/no-repeated-examination"
    add_service(book, "JZ-A2", second, "检查", "项目2", day_in(second))
    made = add_service(book, "JZ-A3", second, "检查", "项目2", day_in(second) + timedelta(days=7))
    plan.expect("violated", rule, made, "第7天又做一次，没有理由")
    add_service(book, "JZ-C1", third, "检查", "项目2", day_in(third))
    made = add_service(book, "JZ-C2", third, "检查", "项目2", day_in(third) + timedelta(days=8))
    plan.expect("compliant", rule, made, "第8天又做一次，医院规定7天之内算重复")
    again = {"repeat_reason": "术后复查"}
    made = add_service(book, "JZ-C3", second, "检查", "项目2", day_in(second) + timedelta(days=5), **again)
    plan.expect("compliant", rule, made, "记有再次检查的理由")
    made = add_service(book, "JZ-A4", fourth, "检验", "项目3", day_in(fourth), performed_by="R079")
    plan.expect("violated", f"{_ILLEGAL}/no-unqualified-staff", made, "行政人员操作")
    made = add_service(book, "JZ-A5", fourth, "检验", "项目0", day_in(fourth), indication=None)
    plan.expect("violated", f"{_BILLS}/no-test-without-indication", made, "没有记录指征")
    book.change(CareEpisode, late[9].id, admission_indication=None)
    rule = f"{_BILLS}/no-admission-without-indication"
    plan.expect("violated", rule, ("CareEpisode", late[9].id), "没有记录入院指征")
    book.change(CareEpisode, late[11].id, admission_indication=MISSING)
    plan.expect("undetermined", rule, ("CareEpisode", late[11].id), "入院记录没有找到")


def _faults(book: Book, plan: Plan) -> None:
    found = date(2023, 5, 15)
    lines: tuple[tuple[str, ClinicalFault, int, Status, str], ...] = (
        ("LC-A1", "无依据检查", 61, "violated", "reasonable-testing"),
        ("LC-A2", "大处方", 20, "compliant", "reasonable-medication"),
        ("LC-A3", "不规范治疗", 20, "compliant", "reasonable-treatment"),
        ("LC-A4", "重复检查", 60, "compliant", "reasonable-testing"),
    )
    for key, fault, days, status, rule in lines:
        made = add_clinical_finding(book, key, fault, found, corrected=found + timedelta(days=days))
        plan.expect("violated", f"{_ORDER}/{rule}", made, f"认定{fault}")
        if fault in {"无依据检查", "重复检查"}:
            failed: tuple[str, ...] = (fault,) if status == "violated" else ()
            why = f"认定之后第{days}天整改，规定60天"
            plan.expect(status, f"{_CARE}/examinations-put-right", made, why, failed=failed)
    serious = f"{_CARE}/serious-faults-punished"
    for key, days, outcome in (("LC-A5", 60, "compliant"), ("LC-A6", 61, "violated")):
        made = add_clinical_finding(book, key, "违反诊疗常规", found, serious=True)
        add_talk(book, f"CZ-{key}", found + timedelta(days=days), clinical_finding=key, department="KS01")
        book.change(Measure, f"CZ-{key}", body=HOSPITAL, measure="限制处方权")
        status = "violated" if outcome == "violated" else "compliant"
        failed = ("违反诊疗常规",) if status == "violated" else ()
        plan.expect(status, serious, made, f"第{days}天限制处方权，规定60天", failed=failed)
        plan.expect("violated", f"{_ORDER}/reasonable-treatment", made, "认定违反诊疗常规")
    made = add_clinical_finding(book, "LC-A7", "夸大病情", found, approach="诱使")
    plan.expect("violated", f"{_ILLEGAL}/no-care-by-deceit", made, "夸大病情诱使患者", failed=("夸大病情", "诱使"))
    corrected: tuple[tuple[str, int, Status], ...] = (("LC-A8", 30, "compliant"), ("LC-A9", 31, "violated"))
    for key, days, status in corrected:
        made = add_clinical_finding(book, key, "无指征化验", found, corrected=found + timedelta(days=days))
        plan.expect(status, f"{_BILLS}/clinical-faults-put-right", made, f"第{days}天整改，规定30天")
        plan.expect("violated", f"{_ORDER}/reasonable-testing", made, "认定无指征化验")


def _reviews(book: Book, plan: Plan) -> None:
    episode = stays(book)[4]
    for number, (result, status, why) in enumerate(
        (
            ("用药不适宜处方", "violated", "点评为用药不适宜处方"),
            ("待点评", "not_applicable", "还没有点评"),
        ),
        start=1,
    ):
        written = add_prescription(book, f"CFD-A{number}", episode, day_in(episode), ("YP1",))
        made = add_review(book, f"DP-A{number}", written.id, day_in(episode) + timedelta(days=9), result=result)
        outcome: Status = "violated" if status == "violated" else "not_applicable"
        failed = (result,) if status == "violated" else ()
        plan.expect(outcome, f"{_DRUGS}/prescriptions-rational", made, why, failed=failed)
    other = review(2023, 2)
    book.change(PrescriptionReview, other, reviewer="R079")
    plan.expect("violated", f"{_DRUGS}/reviewed-by-professionals", ("PrescriptionReview", other), "由行政人员点评")
    book.remove(PrescriptionReview, review(2022, 3))
    why = "2022年第三季度没有点评处方"
    plan.expect("violated", f"{_ORDER}/prescriptions-reviewed", _US, why, period=quarter(2022, 3))


def _alerts(book: Book, plan: Plan) -> None:
    issued = date(2023, 6, 6)
    for number, (key, days, outcome) in enumerate((("YJ-C1", 30, "compliant"), ("YJ-A6", 31, "violated"))):
        add_alert(book, key, issued, 0, 4 * number)
        book.change(UsageAlert, key, unreasonable=True)
        add_talk(book, f"CZ-{key}", issued + timedelta(days=days), alert=key, person="R009")
        book.change(Measure, f"CZ-{key}", body=HOSPITAL)
        status: Status = "violated" if outcome == "violated" else "compliant"
        why = f"认定不合理，第{days}天约谈，规定30天"
        plan.expect(status, f"{_CARE}/unreasonable-use-talked-about", ("UsageAlert", key), why)
    add_alert(book, "YJ-A7", issued, 0, 8)
    book.change(UsageAlert, "YJ-A7", analysed=issued + timedelta(days=11), commented=issued + timedelta(days=15))
    plan.expect("violated", f"{_CARE}/alerts-analysed", ("UsageAlert", "YJ-A7"), "第11天才分析，规定10天")
    plan.expect("compliant", f"{_CARE}/alerts-commented-on", ("UsageAlert", "YJ-A7"), "第15天点评")


def _indicators(book: Book, plan: Plan) -> None:
    end = half(2023, 1)[1]
    for key, more, lines in (
        ("ZB-A1", {"analysed": end + timedelta(days=31), "causes": None}, ("problems-analysed", "causes-found")),
        ("ZB-C1", {"analysed": end + timedelta(days=30), "causes": "专科收治感染患者多"}, ()),
    ):
        values: dict[str, Any] = {"department": "KS02", "target": Decimal(40), **more}
        add_indicator(book, key, "抗菌药物使用强度", half(2023, 1), "45.0", **values)
        for name in lines:
            why = "使用强度高于目标，第31天才分析，没有查找原因"
            plan.expect("violated", f"{_DRUGS}/{name}", ("IndicatorProblem", key), why)
        improve(book, f"GJ-{key}", key, end + timedelta(days=45 + len(lines)), cause=None if lines else "感染患者多")
    problem, near = ("IndicatorProblem", "ZB-A1"), ("IndicatorProblem", "ZB-C1")
    plan.expect("violated", f"{_DRUGS}/measures-drawn-up", problem, "第47天才制定改进措施，规定45天")
    plan.expect("violated", f"{_DRUGS}/measures-aimed-at-causes", ("ImprovementMeasure", "GJ-ZB-A1"), "没有写原因")
    plan.expect("compliant", f"{_DRUGS}/problems-analysed", near, "第30天分析")
    plan.expect("compliant", f"{_DRUGS}/measures-drawn-up", near, "第45天制定改进措施")
    late = improve(book, "GJ-A2", "ZB-C1", end + timedelta(days=40), done=end + timedelta(days=131))
    plan.expect("violated", f"{_DRUGS}/measures-carried-out-one-by-one", late, "第91天才落实，规定90天")
    small = {"department": "KS04", "denominator": Decimal(99), "target": Decimal(30), "peer_value": Decimal(30)}
    add_indicator(book, "ZB-C2", "抗菌药物使用强度", half(2023, 1), "66.0", **small)
    book.change(QualityIndicator, yearly("次均费用", 2024), value=Decimal("410.56"))
    rule = f"{_ORDER}/no-unreasonable-growth-of-costs"
    plan.expect("violated", rule, ("QualityIndicator", yearly("次均费用", 2024)), "比2023年增长5%多一分钱，认定不合理")
    question, grown = "医疗费用增长是否合理", yearly("次均费用", 2024)
    find(book, question, ("质量指标", grown), date(2025, 2, 10), "医务科", "不符合")

    same: dict[str, Any] = {"value": Decimal("48.2"), "target": Decimal(48), "peer_value": Decimal(48)}
    book.change(QualityIndicator, yearly("门诊患者基本药物处方占比", 2023), **same)
    why = "与2022年一样，没有提高"
    plan.expect("violated", f"{_DRUGS}/more-essential-drugs-for-outpatients", _US, why, period=whole(2023))


def _papers(book: Book, plan: Plan) -> None:
    book.change(Licence, "ZZ-医师-R009", misuses=("出借",), misused_by="医师")
    rule = f"{_ILLEGAL}/doctor-misuses-a-certificate"
    plan.expect("violated", rule, ("Licence", "ZZ-医师-R009"), "把执业证书借给别人", failed=("出借",))
    rule = f"{_ILLEGAL}/institution-misuses-a-doctors-certificate"
    plan.expect("compliant", rule, ("Licence", "ZZ-医师-R009"), "出借的是医师，不是医院")
    book.change(Licence, "ZZ-医师-R011", misuses=MISSING, misused_by=MISSING)
    plan.expect("undetermined", rule, ("Licence", "ZZ-医师-R011"), "有没有违法情形没有登记")
    rule = f"{_ILLEGAL}/doctor-misuses-a-certificate"
    plan.expect("undetermined", rule, ("Licence", "ZZ-医师-R011"), "有没有违法情形没有登记")


def _advertisements(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, AdvertisementKind, dict[str, Any], str, tuple[str, ...], str], ...] = (
        ("GG-A1", "医疗广告", {"false_claims": True}, "no-false-medical-advertisement", (), "宣称治愈率100%"),
        ("GG-A2", "医疗信息", {"false_claims": True, "licence": None}, "no-false-medical-information", (), "虚构专家"),
        ("GG-A3", "医疗广告", {"licence": None}, "no-unreviewed-advertisement", ("没有审查证明",), "没有审查证明"),
        ("GG-A4", "医疗广告", {"as_reviewed": False}, "advertised-as-reviewed", (), "与审查的样件不一致"),
        (
            "GG-A5",
            "医美广告",
            {"exaggerates": True},
            _BEAUTY,
            ("夸大治疗效果",),
            "夸大疗效",
        ),
        (
            "GG-A6",
            "医疗器械广告",
            {"licence": None},
            _DEVICE,
            ("未经审查",),
            "器械广告未经审查",
        ),
    )
    for key, kind, values, rule, failed, why in lines:
        made = add_advertisement(book, key, kind, "报纸", online=False, **values)
        plan.expect("violated", f"{_SHOWN}/{rule}", made, why, failed=failed)
    days = {"start": date(2023, 3, 1), "end": date(2023, 11, 30)}
    made = add_advertisement(book, "GG-C1", "医疗广告", "报纸", online=False, span=days)
    plan.expect("compliant", f"{_SHOWN}/advertised-as-certified", made, "在证明期满的那天停止发布")
    days = {"start": date(2023, 3, 1), "end": date(2023, 12, 1)}
    made = add_advertisement(book, "GG-A7", "医疗广告", "报纸", online=False, span=days)
    plan.expect("violated", f"{_SHOWN}/advertised-as-certified", made, "期满次日还在发布", failed=("不在有效期之内",))


def _devices(book: Book, plan: Plan) -> None:
    rule = "gx-2022/2.4.17/large-equipment-not-placed-without-licence"
    add_licence(book, "ZZ-甲类", "大型医用设备配置许可证", (date(2023, 2, 2), None), ("甲类",))
    early = {"acquired": date(2023, 2, 1), "licence": "ZZ-甲类"}
    made = add_device(book, "SB-A1", "甲类设备", "甲类大型医用设备", **early)
    plan.expect("violated", rule, made, "许可的前一天就装上了")
    made = add_device(book, "SB-C1", "甲类设备", "甲类大型医用设备", **{**early, "acquired": date(2023, 2, 2)})
    plan.expect("compliant", rule, made, "许可当天装上")
    rule = "gx-2022/2.4.17/no-equipment-placed-under-a-pretext"
    made = add_device(book, "SB-A2", "化学发光仪", "非大型医用设备", source="捐赠", tied_to_supplies=True)
    plan.expect("violated", rule, made, "捐赠的设备附带采购试剂", failed=("捐赠名义",))


def _offered(book: Book, plan: Plan) -> None:
    made = add_reuse(book, "HR-A1", date(2023, 5, 8), reused=False, reason=None)

    for rule in (f"{_ORDER}/eligible-results-taken-over", "gx-2023/5.18/results-taken-over"):
        plan.expect("violated", rule, made, "没有互认，也没有写理由")
    for one in book.of(ServiceOffering):
        if one.offering == "日间医疗":
            book.remove(ServiceOffering, one.id)
    why = "没有日间医疗"
    plan.expect("violated", "gx-2023/5.18/new-models-offered", _US, why, failed=("日间医疗",))
