"""Pay that nothing is tied to, results used for four of five purposes, decisions that cite an old assessment."""

from __future__ import annotations

from datetime import date
from typing import Any

from cancer_hospital.days import YEAR
from cancer_hospital.ordinary.bodies import NEIGHBOUR, SECRETARIES, THIS
from cancer_hospital.ordinary.ethics import (
    PURPOSES,
    add_appraisal,
    add_assessment,
    add_decision,
    add_effect,
    add_scheme,
    assessment,
    effect_rule,
)
from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from qinglian_rules.facts.ethics import Appraisal, Commendation, EthicsAssessment, PayScheme

_PAY = "ta-2024/2.4.14/"
_USED = "ta-2024/2.6.21/"
_RULES = {
    "年度考核": "appraisals-linked",
    "职称聘任": "promotions-linked",
    "岗位聘用": "posts-linked",
    "评先评优": "awards-linked",
    "绩效分配": "pay-linked",
}
_BY_RULE, _CITED, _LATEST = "依据本院规定", "引用本人考评", "是最近一次考评"
_NINE, _FITS, _DONE = "考评含九项准则", "适用该等级的规定", "按规定执行"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns results and pay."""
    _pay(book, plan)
    _four_of_five(book, plan)
    _broken_links(book, plan)
    _kept_links(book, plan)
    _appraisals(book, plan)
    _party_work(book, plan)
    book.change(Commendation, "BZ-1", decided=date(2026, 1, 9))
    plan.expect("violated", "ta-2024/2.5.17/models-dug-up", THIS, "次年1月才评出典型", period=YEAR)


def _pay(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], str, Status, tuple[str, ...], str], ...] = (
        ("A1", {"linked_to_appraisal": False}, "appraisal-bears-on-staff-pay", "violated", (), "不与医务人员薪酬挂钩"),
        (
            "A2",
            {"linked_to_head_pay": False},
            "appraisal-bears-on-the-heads-pay",
            "violated",
            (),
            "不与主要负责人薪酬挂钩",
        ),
        (
            "A3",
            {"linked_to_hospital_appraisal": False},
            "appraisal-bears-on-total-pay",
            "violated",
            (),
            "不与薪酬总量挂钩",
        ),
        ("A4", {"total": None}, "total-pay-managed", "violated", ("核定总量",), "没有写明总量"),
        ("A5", {"reflects_duties": False}, "pay-reflects-duties", "violated", (), "不体现岗位职责"),
        ("A6", {"reflects_knowledge": False}, "pay-reflects-knowledge", "violated", (), "不体现知识价值"),
        (
            "B1",
            {"linked_to_appraisal": MISSING},
            "appraisal-bears-on-staff-pay",
            "undetermined",
            (),
            "是否挂钩没有登记",
        ),
    )
    for key, values, rule, status, failed, why in lines:
        made = add_scheme(book, f"XC-{key}", date(2025, 9, 1), **values)
        plan.expect(status, _PAY + rule, made, why, failed=failed)
    loose: dict[str, Any] = {"linked_to_appraisal": False}
    rule = _PAY + "appraisal-bears-on-staff-pay"
    other = add_scheme(book, "XC-C1", date(2025, 9, 1), body=NEIGHBOUR, **loose)
    plan.expect("not_applicable", rule, other, "邻近医院的方案，本方案管不到")
    old = span(date(2022, 1, 1), date(2025, 1, 1))
    made = add_scheme(book, "XC-A7", date(2022, 1, 1), span=old, **loose)
    plan.expect("violated", rule, made, "没有挂钩，2025年1月1日当天还在施行")
    book.change(PayScheme, "XC-2025", forms=("岗位绩效工资", "年薪制", "其他"))
    plan.expect("compliant", _PAY + "yearly-salaries", THIS, "实行了年薪制")


def _four_of_five(book: Book, plan: Plan) -> None:
    """One person's results were used for every purpose but the post."""
    person = "R100"
    for year, day in ((2024, date(2025, 1, 10)), (2025, date(2025, 12, 19))):
        _good(book, person, year, day)
    for kind, _, _, day, year in PURPOSES:
        unused: dict[str, Any] = {"basis": None, "assessment": None} if kind == "岗位聘用" else {}
        made = add_decision(book, f"RS-四用-{kind}", person, kind, day, assessment(person, year), **unused)
        if unused:
            why = "五种用途里，考评结果唯独没有用于岗位聘用"
            plan.expect("violated", _USED + _RULES[kind], made, why, failed=(_BY_RULE, _CITED))
        else:
            plan.expect("compliant", _USED + _RULES[kind], made, "考评结果用上了")


def _good(book: Book, person: str, year: int, day: date) -> None:
    """Let a person's assessment of a year be good, on a known day."""
    book.change(EthicsAssessment, assessment(person, year), assessed=day, grade="优秀")


def _broken_links(book: Book, plan: Plan) -> None:
    kind, decided = PURPOSES[4][0], date(2025, 6, 30)
    person = "R101"
    _good(book, person, 2024, date(2025, 1, 10))
    cited = assessment(person, 2024)
    add_effect(book, "GD-旧", kind, "优秀", "加分", span=span(date(2022, 1, 1), date(2025, 6, 29)))
    add_assessment(book, "KP-旧-R101", person, 2023, date(2024, 1, 8), "优秀")
    _good(book, "R102", 2024, date(2025, 1, 10))
    lines: tuple[tuple[str, dict[str, Any], tuple[str, ...], str], ...] = (
        ("A1", {"basis": "GD-旧"}, (_BY_RULE,), "依据的规定前一天就停止施行了"),
        ("A2", {"basis": effect_rule("评先评优", "优秀")}, (_BY_RULE,), "依据的是评先评优的规定"),
        ("A3", {"assessment": "KP-旧-R101"}, (_LATEST,), "引用的是上一年的考评"),
        ("A4", {"assessment": assessment("R102", 2024)}, (_CITED,), "引用的是别人的考评"),
        ("A5", {"basis": effect_rule(kind, "良好")}, (_FITS,), "考评优秀，适用的却是良好的规定"),
    )
    for key, values, failed, why in lines:
        made = add_decision(book, f"RS-{key}", person, kind, decided, cited, **values)
        plan.expect("violated", _USED + _RULES[kind], made, why, failed=failed)
    for other, at in (("年度考核", date(2025, 12, 31)), ("职称聘任", decided)):
        year = 2025 if at.month == 12 else 2024
        alone = add_decision(book, f"RS-A8-{other}", person, other, at, assessment(person, year), basis=None)  # type: ignore[arg-type]
        plan.expect("violated", _USED + _RULES[other], alone, "没有依据本院的规定", failed=(_BY_RULE,))
    poor: dict[str, Any] = {"grade": "一般", "covers_nine_rules": False}
    book.change(EthicsAssessment, assessment("R103", 2024), **poor)
    made = add_decision(book, "RS-A6", "R103", kind, decided, assessment("R103", 2024), result="有利")
    why = "考评不含九项准则；等级一般应当扣减，却作了有利的决定"
    plan.expect("violated", _USED + _RULES[kind], made, why, failed=(_NINE, _DONE))


def _kept_links(book: Book, plan: Plan) -> None:
    kind = PURPOSES[3][0]
    rule = _USED + _RULES[kind]
    day = date(2025, 12, 19)
    _good(book, "R104", 2025, day)
    cited = assessment("R104", 2025)
    same_day = add_decision(book, "RS-C1", "R104", kind, day, cited)
    plan.expect("compliant", rule, same_day, "考评当日作出决定")
    before = add_decision(book, "RS-A7", "R104", kind, date(2025, 12, 18), cited)
    plan.expect("violated", rule, before, "决定在前，引用的考评次日才作出", failed=(_CITED,))
    book.change(EthicsAssessment, assessment("R104", 2025), published=False)
    manager = add_decision(book, "RS-C2", "R004", kind, date(2025, 12, 30), cited, assessment=None, basis=None)
    plan.expect("not_applicable", rule, manager, "不是医务人员")
    unsaid = add_decision(book, "RS-B1", "R104", kind, date(2025, 12, 30), cited, basis=MISSING)
    plan.expect("undetermined", rule, unsaid, "依据哪条规定没有登记")
    gap = add_decision(book, "RS-B2", "R104", kind, date(2025, 12, 30), cited, assessment=MISSING)
    plan.expect("undetermined", rule, gap, "引用了哪次考评没有登记")


def _appraisals(book: Book, plan: Plan) -> None:
    rule = _USED + "yearly-appraisals-cite-the-results"
    day = date(2025, 12, 31)
    _good(book, "R105", 2025, date(2025, 12, 19))
    cited = assessment("R105", 2025)
    lines: tuple[tuple[str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("A1", {"assessment": None}, "violated", (_CITED,), "年度考核没有引用考评"),
        ("A2", {"assessment": assessment("R105", 2024)}, "violated", (_LATEST,), "引用的是上一年的考评"),
        ("A3", {"covers_nine_rules": False}, "violated", ("含九项准则",), "考核不含九项准则"),
        ("B1", {"covers_nine_rules": MISSING}, "undetermined", (), "是否含九项准则没有登记"),
    )
    for key, values, status, failed, why in lines:
        made = add_appraisal(book, f"NK-{key}", "R105", "年度考核", day, **{"assessment": cited, **values})
        plan.expect(status, rule, made, why, failed=failed)


def _party_work(book: Book, plan: Plan) -> None:
    item = "ta-2024/2.1.2/"
    _good(book, "R106", 2025, date(2025, 12, 19))
    for key, value, status in (("D1", False, "violated"), ("D2", MISSING, "undetermined")):
        cited = assessment("R106", 2025)
        made = add_decision(
            book, f"RS-{key}", "R106", "评先评优", date(2025, 12, 30), cited, party_work_considered=value
        )
        why = "评先评优没有看党建工作成效" if value is False else "看没看没有登记"
        plan.expect(status, item + "awards-rest-on-party-work", made, why)  # type: ignore[arg-type]
        done = add_appraisal(book, f"JX-{key}", "R106", "绩效考核", date(2025, 7, 7), covers_party_work=value)
        plan.expect(status, item + "performance-rests-on-party-work", done, why)  # type: ignore[arg-type]
    appraised = item + "secretaries-appraised"
    book.change(Appraisal, "DJ-ZB1", appraised=date(2026, 2, 15))
    plan.expect("compliant", appraised, ("PartyBranch", "ZB1"), "第四十六天考核，晚考核也是考核", period=YEAR)
    book.change(Appraisal, "DJ-ZB2", appraised=date(2026, 2, 14))
    plan.expect("compliant", appraised, ("PartyBranch", "ZB2"), "年度结束后第四十五天考核", period=YEAR)
    book.change(Appraisal, "DJ-ZB3", person=SECRETARIES["ZB4"])
    plan.expect("violated", appraised, ("PartyBranch", "ZB3"), "考核的是另一个支部的书记", period=YEAR)
