"""Bodies of work, plans, lists and notices that lack something, ended too early, or are just long enough."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import span, whole
from pydantic import MISSING

from authority.ordinary.bodies import LAST_DAY, MAIN, PRIVATE, PROVINCE, PROVINCE_TCM
from authority.ordinary.people import officer_of
from authority.ordinary.standing import (
    CLEAN_TOPICS,
    MEMBERS,
    campaign_plan,
    clean_plan,
    conduct_plan,
    notice,
    structure,
    tasks,
)
from qinglian_rules.facts.accreditation import DemonstrationReview
from qinglian_rules.facts.governance import NamedResponsibility, StaffAssignment, Structure
from qinglian_rules.facts.reports import ReportSubmission, TaskAssignment, WorkPlan
from qinglian_rules.facts.service import PublicNotice, SelfCheckEnrolment
from qinglian_rules.facts.supervision import WatchListEntry

_SET_UP = date(2021, 10, 8)
_IN_FORCE = date(2022, 4, 20)
_SHOWN = ("清廉文化", "清廉医院建设进展", "先进典型", "清廉医院建设成效")


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns the standing order of things."""
    _temporary(book, plan)
    _conduct_structures(book, plan)
    _campaign_plans(book, plan)
    _clean_plans(book, plan)
    _coordination(book, plan)
    _watch_lists(book, plan)
    _notices(book, plan)
    _of_2023(book, plan)
    _self_checks(book, plan)


def _authority(key: str) -> tuple[str, str]:
    return "HealthAuthority", key


def _temporary(book: Book, plan: Plan) -> None:
    def at(city: str) -> tuple[str, str]:
        return "Structure", structure(city, "临时性工作机构")

    book.change(Structure, at(MAIN)[1], head=officer_of(MAIN))
    rule = "gx-2021/4.1/temporary-body-led-by-the-head"
    plan.expect("violated", rule, at(MAIN), "组长不是主要负责同志")
    rule = "gx-2021/4.1/temporary-body-works-full-time"
    book.change(StaffAssignment, f"ZZ-{at('WJW-4502')[1]}", full_time=False)
    plan.expect("violated", rule, at("WJW-4502"), "没有专职人员")
    book.change(StaffAssignment, f"ZZ-{at('WJW-4511')[1]}", full_time=MISSING)
    plan.expect("undetermined", rule, at("WJW-4511"), "是否专职没有登记")
    rule = "gx-2021/4.1/department-duties-laid-down"
    book.change(Structure, at("WJW-4503")[1], duties_written=False)
    plan.expect("violated", rule, at("WJW-4503"), "没有明确部门职责")
    book.change(Structure, at("WJW-4505")[1], duties_written=MISSING)
    plan.expect("undetermined", rule, at("WJW-4505"), "是否明确职责没有登记")
    rule = "gx-2021/4.1/temporary-body-set-up"
    for city, end, status, why in (
        ("WJW-4504", date(2024, 12, 30), "violated", "行动计划期满前一天撤销了"),
        ("WJW-4506", date(2024, 12, 31), "compliant", "正好到行动计划期满"),
    ):
        book.change(Structure, at(city)[1], span=span(_SET_UP, end))
        plan.expect(status, rule, _authority(city), why)  # type: ignore[arg-type]


def _conduct_structures(book: Book, plan: Plan) -> None:
    for kind in ("行风建设组织机构", "行风建设领导小组"):
        book.change(Structure, structure("WJW-4505", kind), span=span(_SET_UP, date(2024, 9, 30)))
    rule = "gx-2021/3.4.1/authority-has-a-conduct-structure"
    plan.expect("violated", rule, _authority("WJW-4505"), "机构改革以后没有行风建设组织机构，也没有领导小组")
    rule = "gx-2023/1.3/authority-has-a-conduct-organisation"
    plan.expect("compliant", rule, _authority("WJW-4505"), "2023年底机构还在")
    book.change(StaffAssignment, f"ZZ-{structure('WJW-4506', '行风建设组织机构')}", full_time=False)
    rule = "gx-2021/3.4.1/authority-has-full-time-staff"
    plan.expect("violated", rule, _authority("WJW-4506"), "工作人员都是兼职")


def _campaign_plans(book: Book, plan: Plan) -> None:
    book.change(WorkPlan, campaign_plan(MAIN), quantified=False)
    plan.expect("violated", "gx-2021/4.1/goals-made-measurable", ("WorkPlan", campaign_plan(MAIN)), "目标没有量化")
    book.change(WorkPlan, campaign_plan("WJW-4514"), binding=MISSING)
    subject = ("WorkPlan", campaign_plan("WJW-4514"))
    plan.expect("undetermined", "gx-2021/4.1/goals-made-binding", subject, "目标是否硬化没有认定")
    for city, day, status in (("WJW-4507", 29, "violated"), ("WJW-4508", 28, "compliant")):
        book.change(TaskAssignment, tasks(city), assigned=date(2021, 12, day))
        why = f"12月{day}日才分解任务，期限为方案制定后60天"
        rule = "gx-2021/4.1/tasks-shared-out"
        plan.expect(status, rule, ("WorkPlan", campaign_plan(city)), why)  # type: ignore[arg-type]
    book.change(WorkPlan, campaign_plan("WJW-4510"), plan="其他")
    rule = "gx-2021/4.1/campaign-plan-drawn-up"
    plan.expect("violated", rule, _authority("WJW-4510"), "有别的计划，没有专项行动方案")
    book.change(WorkPlan, campaign_plan("WJW-4509"), adopted=date(2021, 11, 27))
    plan.expect("compliant", rule, _authority("WJW-4509"), "晚一天拟定的也是拟定了")
    book.change(TaskAssignment, tasks("WJW-4509"), assigned=date(2021, 12, 1))


def _clean_plans(book: Book, plan: Plan) -> None:
    def without(city: str, topic: str) -> tuple[str, str]:
        key = clean_plan(city)
        # Nobody knows whether the document was in force before 20 April.
        book.change(WorkPlan, key, adopted=_IN_FORCE, topics=tuple(one for one in CLEAN_TOPICS if one != topic))
        if city != MAIN:
            book.change(ReportSubmission, f"BS-{city}-清廉", sent=_IN_FORCE, received=_IN_FORCE)
        return "WorkPlan", key

    private, nine = "2.4.19/plan-takes-in-private-hospitals", "2.4.16/clean-hospital-plan-takes-in-the-nine-rules"
    four = "gx-2022/1.2/plan-has-the-four-goals"
    plan.expect("violated", f"gx-2022/{private}", without(MAIN, "社会办医综合整治"), "方案没有包括社会办医")
    plan.expect("violated", f"gx-2022/{nine}", without("WJW-4512", "九项准则"), "方案没有包括九项准则")
    plan.expect("violated", four, without("WJW-4511", "医风清新"), "四清少了一清", failed=("医风清新",))
    early = clean_plan("WJW-4513")
    book.change(WorkPlan, early, topics=tuple(one for one in CLEAN_TOPICS if one != "九项准则"))
    why = "方案没有包括九项准则，但原文没有印发日期，3月28日是否已经施行不知道"
    plan.expect("undetermined", f"gx-2022/{nine}", ("WorkPlan", early), why)
    key = clean_plan("WJW-4509")
    book.change(WorkPlan, key, topics=MISSING)
    for rule in (f"gx-2022/{private}", f"gx-2022/{nine}", four):
        plan.expect("undetermined", rule, ("WorkPlan", key), "方案的内容没有登记")


def _coordination(book: Book, plan: Plan) -> None:
    key = f"JG-{PROVINCE}-协调"
    members = tuple(one for one in MEMBERS if one != "自治区药监局")
    book.change(Structure, key, member_bodies=members, led_by=PROVINCE_TCM)
    rule = "gx-2022/3.1/members-of-the-coordination"
    plan.expect("violated", rule, ("Structure", key), "八个成员单位少了一个", failed=("自治区药监局",))
    rule = "gx-2022/3.1/coordination-led-by-the-health-commission"
    plan.expect("violated", rule, ("Structure", key), "由中医药局牵头")
    book.change(Structure, key, span=span(_SET_UP, date(2024, 12, 30)))
    rule = "gx-2022/3.1/coordination-mechanism-set-up"
    plan.expect("violated", rule, _authority(PROVINCE), "协调机制早一天撤销了")
    book.remove(DemonstrationReview, "YB-2")
    rule = "gx-2021/3.1.1/a-group-of-model-hospitals"
    plan.expect("violated", rule, _authority(PROVINCE), "“一批”只有一家")
    book.change(DemonstrationReview, "YB-1", accepted=date(2022, 9, 1))
    rule = "gx-2021/3.1.1/recommended-from-below"
    plan.expect("violated", rule, ("DemonstrationReview", "YB-1"), "下面还没有推荐就定了")


def _watch_lists(book: Book, plan: Plan) -> None:
    rule = "gx-2022/2.1.3/list-kept-by-the-authority"
    book.change(WatchListEntry, f"QD-{MAIN}", span=span(date(2022, 2, 14), date(2024, 6, 30)))
    plan.expect("violated", rule, _authority(MAIN), "清单半年前已到期")
    book.change(WatchListEntry, "QD-WJW-4513", measures=None)
    rule = "gx-2022/2.1.3/supervision-made-concrete"
    plan.expect("violated", rule, ("WatchListEntry", "QD-WJW-4513"), "没有监督措施", failed=("监督措施",))


def _notices(book: Book, plan: Plan) -> None:
    book.change(PublicNotice, notice("WJW-4514", "常设"), contents=_SHOWN)
    rule = "gx-2022/2.4.16/feedback-channels-published"
    plan.expect("violated", rule, _authority("WJW-4514"), "没有公布举报途径")
    contents = (*(one for one in _SHOWN if one != "先进典型"), "监督举报电话")
    book.change(PublicNotice, notice("WJW-4502", "常设"), contents=contents)
    rule = "gx-2022/3.3/progress-models-and-results-shown"
    for year in (2022, 2023, 2024):
        why, failed = "没有宣传先进典型", ("先进典型",)
        plan.expect("violated", rule, _authority("WJW-4502"), why, period=whole(year), failed=failed)
    book.change(PublicNotice, notice(MAIN, "计划"), media=("官方网站",))
    rule = "gx-2021/4.3/publicised-through-many-channels"
    plan.expect("violated", rule, _authority(MAIN), "只用了一种渠道")
    book.change(PublicNotice, notice(MAIN, "学习"), media=("官方网站", "微信公众号"))
    rule = "gx-2021/3.1.3/study-through-network-media"
    plan.expect("violated", rule, _authority(MAIN), "没有用应用程序", failed=("应用程序",))
    book.change(PublicNotice, notice(PROVINCE, "计划"), media=("报刊", "微信公众号"))
    plan.expect("violated", "gx-2021/5/plan-published", _authority(PROVINCE), "没有在官方网站公开")
    book.change(PublicNotice, notice("WJW-4503", "计划"), media=MISSING)
    rule = "gx-2021/4.3/publicised-through-many-channels"
    plan.expect("undetermined", rule, _authority("WJW-4503"), "用了哪些渠道没有登记")


def _of_2023(book: Book, plan: Plan) -> None:
    rule = "gx-2023/1.3/led-by-a-group"
    for city, end, status, why in (
        ("WJW-4512", date(2023, 12, 30), "violated", "领导小组早一天撤销了"),
        ("WJW-4513", date(2023, 12, 31), "compliant", "领导小组正好到年底"),
    ):
        book.change(Structure, structure(city, "行风建设领导小组"), span=span(_SET_UP, end))
        plan.expect(status, rule, _authority(city), why)  # type: ignore[arg-type]
    book.remove(NamedResponsibility, "ZR-双责-WJW-4514")
    rule = "gx-2023/1.3/leaders-bear-two-duties"
    plan.expect("violated", rule, ("PostTenure", "RZ-WJW-4514"), "主要负责人没有明确一岗双责")
    book.change(WorkPlan, conduct_plan("WJW-4505"), topics=("医疗质量",))
    rule, why = "gx-2023/1.2/planned-together", "年度计划没有行风建设"
    plan.expect("violated", rule, _authority("WJW-4505"), why, period=whole(2023))
    late, kept = f"RW-{MAIN}-2023-1", f"RW-{MAIN}-2023-2"
    book.change(TaskAssignment, late, done=date(2023, 5, 21))
    rule = "gx-2023/1.2/carried-out-together"
    plan.expect("violated", rule, ("TaskAssignment", late), "晚一天完成")
    plan.expect("compliant", rule, ("TaskAssignment", kept), "到期当天完成")


def _self_checks(book: Book, plan: Plan) -> None:
    book.change(SelfCheckEnrolment, f"ZC-{PRIVATE}", span=span(date(2023, 1, 1)))
    rule = "gx-2022/2.4.17/self-check-covers-every-institution"
    why = f"{LAST_DAY:%Y年%m月%d日}登记的机构第二天才接入"
    for authority in (MAIN, PROVINCE):
        plan.expect("violated", rule, _authority(authority), why)
    plan.expect("compliant", rule, _authority("WJW-4502"), "别的市的机构不算在本市")
