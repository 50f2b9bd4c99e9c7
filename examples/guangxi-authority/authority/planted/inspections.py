"""Inspections that were not held, held of oneself, on another matter, a day too late; a city left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book, Period, Plan
from made.days import whole
from pydantic import MISSING

from authority.ordinary.bodies import INSURANCE, MAIN, OTHERS, PRIVATE, PROVINCE, PROVINCE_TCM, PUBLIC
from authority.ordinary.inspections import add, key, supervised, tour
from authority.ordinary.oversight import add_finding
from qinglian_rules.facts.supervision import Finding, Inspection

_FIRST_CYCLE = (date(2022, 1, 1), date(2023, 12, 31))


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns inspections."""
    _of_2021(book, plan)
    _tours(book, plan)
    _drives(book, plan)
    _care(book, plan)
    _of_insurance(book, plan)
    _of_the_province(book, plan)
    _of_2023(book, plan)


def _change(book: Book, name: str, **values: Any) -> None:
    book.change(Inspection, name, **values)


def _violated(
    plan: Plan, rule: str, authority: str, why: str, period: Period | None = None, failed: tuple[str, ...] = ()
) -> None:
    plan.expect("violated", rule, ("HealthAuthority", authority), why, period=period, failed=failed)


def _of_2021(book: Book, plan: Plan) -> None:
    book.remove(Inspection, key(PROVINCE, "抽查", 2022))
    _violated(plan, "gx-2021/0.1/spot-checks-organised", PROVINCE, "全年没有抽查", whole(2022))
    _change(book, key(PROVINCE_TCM, "督查", 2023), topics=("医疗质量",), campaigns=("医疗质量提升",))
    _violated(plan, "gx-2021/0.1/supervision-organised-by-tcm-bureau", PROVINCE_TCM, "督查的是别的事情", whole(2023))
    for kind in ("督查", "抽查"):
        _change(book, key(PROVINCE_TCM, kind, 2024), campaigns=())
    why = "督查和抽查都以行动计划为主题，但没有包括专项行动"
    _violated(plan, "gx-2021/4.1/inspections-carried-out", PROVINCE_TCM, why, whole(2024))
    _change(book, key(MAIN, "巡查", 2024), target=MAIN)
    _violated(plan, "gx-2021/4.4/hospitals-inspected", MAIN, "只检查了自己", whole(2024))
    _change(book, key(PROVINCE, "督查", 2024), held=date(2024, 12, 31), ended=None)
    near = ("HealthAuthority", PROVINCE)
    plan.expect("compliant", "gx-2021/0.1/supervision-organised", near, "最后一天的督查也算", period=whole(2024))
    _change(book, key(MAIN, "巡查", 2021), held=date(2021, 9, 27), ended=None)
    near = ("HealthAuthority", MAIN)
    plan.expect("compliant", "gx-2021/4.4/hospitals-inspected", near, "印发当天的巡查也算", period=whole(2021))


def _tours(book: Book, plan: Plan) -> None:
    made = add(book, "JC-巡查-V1", MAIN, "医院巡查", date(2023, 10, 17), target=PRIVATE, topics=("九项准则",))
    plan.expect("violated", "gx-2021/4.4/campaign-in-hospital-tours", made, "这一次巡查没有包括专项行动")
    rule = "gx-2022/2.4.16/hospital-tours-take-in-the-nine-rules"
    _change(book, key(MAIN, "巡查", 2022), topics=("行风建设",))
    plan.expect("violated", rule, ("Inspection", key(MAIN, "巡查", 2022)), "巡查没有包括九项准则")
    _change(book, key(MAIN, "巡查", 2024), topics=MISSING)
    plan.expect("undetermined", rule, ("Inspection", key(MAIN, "巡查", 2024)), "巡查的内容没有登记")
    rule = "gx-2022/3.2/part-of-the-responsibility-check"
    plan.expect("undetermined", rule, ("Inspection", key(MAIN, "巡查", 2024)), "巡查的内容没有登记")
    rule = "gx-2022/2.4.16/hospital-tours-take-in-the-nine-rules"
    # A hospital's own tour is no tour by an authority.
    own = add(book, "JC-巡查-N1", PUBLIC, "医院巡查", date(2023, 10, 18), target=PUBLIC)
    plan.expect("not_applicable", rule, own, "医院自己的巡查，不是主管部门的")
    book.remove(Inspection, tour(2022))
    _violated(plan, "gx-2022/2.1.3/political-tours-held", MAIN, "两年里没有开展政治巡察", _FIRST_CYCLE)
    _change(book, tour(2024), topics=("卫生健康工作重要讲话", "党中央重大决策部署"))
    rule, subject = "gx-2022/2.1.3/political-tour-on-what-matters", ("Inspection", tour(2024))
    plan.expect("violated", rule, subject, "没有围绕重要指示批示", failed=("重要指示批示",))
    near = ("HealthAuthority", OTHERS[0])
    cycle = (date(2022, 1, 1), date(2026, 12, 31))
    plan.expect("pending", "gx-2022/2.1.3/political-tours-held", near, "五年一轮，还没有到期", period=cycle)


def _drives(book: Book, plan: Plan) -> None:
    book.remove(Inspection, key(MAIN, "执法3", 2023))
    failed = ("打击非法应用人类辅助生殖技术",)
    _violated(plan, "gx-2022/2.4.17/enforcement-drives", MAIN, "三项专项执法少了一项", whole(2023), failed)
    book.remove(Inspection, key(MAIN, "专项2", 2022))
    _violated(plan, "gx-2022/2.4.17/equipment-drives", MAIN, "没有整治设备投放", whole(2022), ("设备投放",))
    _change(book, key(MAIN, "社会办医2", 2024), inspection="日常监督")
    why = "医疗保健只有日常监督，不是专项检查"
    _violated(plan, "gx-2022/2.4.19/private-care-inspected", MAIN, why, whole(2024), ("医疗保健",))
    for number in (1, 2):
        _change(book, key(MAIN, f"社会办医{number}", 2022), campaigns=())
    _violated(plan, "gx-2022/2.4.19/comprehensive-rectification", MAIN, "没有开展综合整治", whole(2022))
    book.remove(Inspection, key(MAIN, "专项3", 2023))
    _violated(plan, "gx-2022/2.4.20/trade-cleaning-drive", MAIN, "没有开展行业清源", whole(2023))
    _change(book, key(MAIN, "专项4", 2022), campaigns=("户外广告整治",))
    _violated(plan, "gx-2022/2.4.20/online-advertisement-drive", MAIN, "整治的是户外广告", whole(2022))
    _change(book, key(MAIN, "专项3", 2024), campaigns=MISSING)
    subject, why = ("HealthAuthority", MAIN), "有一次检查属于哪个行动没有登记"
    plan.expect("undetermined", "gx-2022/2.4.20/trade-cleaning-drive", subject, why, period=whole(2024))


def _care(book: Book, plan: Plan) -> None:
    book.remove(Inspection, key(MAIN, "医疗2", 2023))
    _violated(plan, "gx-2022/2.3.12/key-technologies-supervised", MAIN, "没有事中监管", whole(2023), ("事中",))
    _change(book, key(MAIN, "医疗4", 2022), held=date(2021, 12, 31), ended=None)
    _violated(plan, "gx-2022/2.3.12/infection-control-supervised", MAIN, "上一年最后一天的检查不算", whole(2022))
    _change(book, key(MAIN, "医疗5", 2023), held=date(2023, 1, 1), ended=None)
    near = ("HealthAuthority", MAIN)
    rule = "gx-2022/2.3.12/laboratory-safety-supervised"
    plan.expect("compliant", rule, near, "一年的第一天的检查算这一年的", period=whole(2023))
    _change(book, key(MAIN, "自查", 2024), topics=("廉洁风险防控薄弱环节",))
    failed = ("党员个人廉洁自律",)
    _violated(plan, "gx-2022/2.3.14/weak-links-looked-for", MAIN, "没有查党员个人", whole(2024), failed)
    book.change(
        Inspection, key("WJW-4503", "自查", 2022),
        topics=("廉洁风险防控薄弱环节", "党员廉洁自律薄弱环节", "红包礼金", "公私财物", "基建工程"),
    )  # fmt: skip
    rule, both = "gx-2022/2.4.18/outstanding-problems-screened", ("津补贴", "采购受贿")
    _violated(plan, rule, "WJW-4503", "五类问题只排查了三类", failed=both)


def _of_insurance(book: Book, plan: Plan) -> None:
    _change(book, key(INSURANCE, "执法", 2023), campaigns=())
    failed = ("打击欺诈骗取医疗保障基金",)
    _violated(plan, "gx-2022/2.4.17/enforcement-drives", INSURANCE, "没有打击欺诈骗保", whole(2023), failed)
    _change(book, key(INSURANCE, "执法", 2024), topics=())
    rule = "gx-2022/2.4.16/insurance-checks-take-in-the-nine-rules"
    _violated(plan, rule, INSURANCE, "医保检查没有包括九项准则", whole(2024))
    rule = "gx-2022/2.4.16/keeping-of-the-nine-rules-inspected"
    _violated(plan, rule, INSURANCE, "全年没有检查九项准则的执行", whole(2024))
    near = ("HealthAuthority", INSURANCE)
    rule = "gx-2022/2.4.17/enforcement-drives"
    plan.expect("compliant", rule, near, "医疗美容和辅助生殖不归医保部门执法", period=whole(2024))


def _of_the_province(book: Book, plan: Plan) -> None:
    late = supervised("WJW-4514", 2022)
    _change(book, late, held=date(2024, 1, 1), ended=None)
    why = "14个设区市只督察了13个：最后一个推迟到了2024年1月1日"
    _violated(plan, "gx-2022/2.4.17/fourteen-cities-every-two-years", PROVINCE, why, _FIRST_CYCLE)
    last = supervised("WJW-4512", 2022)
    _change(book, last, held=date(2023, 12, 31), ended=None)
    near, cycle = ("HealthAuthority", PROVINCE), (date(2024, 1, 1), date(2025, 12, 31))
    rule = "gx-2022/2.4.17/fourteen-cities-every-two-years"
    plan.expect("compliant", rule, near, "第二个两年还没有过完，14个设区市都已督察", period=cycle)
    bare = supervised("WJW-4511", 2024)
    _change(book, bare, topics=("依法执业",))
    rule = "gx-2022/2.4.17/conduct-in-general-supervision"
    plan.expect("violated", rule, ("Inspection", bare), "综合监管督察没有包括行风建设")


def _of_2023(book: Book, plan: Plan) -> None:
    year = whole(2023)
    _change(book, key(MAIN, "依法执业", 2023), inspection="调研")
    _violated(plan, "gx-2023/3.12/lawful-practice-inspected", MAIN, "只有调研，不是检查", year)
    for number in (1, 2):
        book.remove(Inspection, f"{key('WJW-4510', '暗访', 2023)}-{number}")
    _violated(plan, "gx-2023/1.3/open-and-secret-inspections", "WJW-4510", "只有明察没有暗访", year, ("暗访",))
    _change(book, key("WJW-4511", "调研", 2023), topics=("医疗机构廉洁从业",))
    rule = "gx-2023/1.3/conduct-and-corruption-studied-on-the-spot"
    _violated(plan, rule, "WJW-4511", "没有调研腐败问题", year, ("腐败问题",))
    study = key("WJW-4512", "调研", 2023)
    _change(book, study, report=None)
    plan.expect("violated", "gx-2023/1.3/study-report-written", ("Inspection", study), "没有编制调研报告")
    visit = f"{key(MAIN, '暗访', 2023)}-2"
    _change(book, visit, findings_count=1, target=PUBLIC)
    held = book.get(Inspection, visit).held
    assert isinstance(held, date)
    add_finding(book, "FX-V1", PUBLIC, visit, held, ("台账不全",))
    book.change(Finding, "FX-V1", published=False)
    rule = "gx-2023/1.3/findings-circulated"
    plan.expect("violated", rule, ("Inspection", visit), "发现的问题没有通报")
    unsure = f"{key('WJW-4502', '暗访', 2023)}-1"
    _change(book, unsure, findings_count=MISSING)
    plan.expect("undetermined", rule, ("Inspection", unsure), "发现多少问题没有登记")
    clean = f"{key('WJW-4503', '暗访', 2023)}-1"
    plan.expect("not_applicable", rule, ("Inspection", clean), "没有发现问题，无须通报")
