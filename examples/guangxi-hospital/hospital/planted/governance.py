"""Bodies of work led by the wrong person, responsibilities left with the predecessor, notices taken down too early."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE_TCM
from hospital.ordinary.governance import add_structure
from hospital.ordinary.people import officer_of
from hospital.ordinary.posts import CONDUCT_LEADER, NEW_HEAD, OLD_HEAD
from hospital.planted.reports import body
from qinglian_rules.facts.governance import NamedResponsibility, SocialSupervisor, StaffAssignment, Structure
from qinglian_rules.facts.service import PublicNotice, ServiceOffering

_SINCE = date(2021, 10, 12)
_LAST_DAY = date(2024, 12, 31)
_DAY_BEFORE = date(2024, 12, 30)
_SUBJECT = ("Hospital", HOSPITAL)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns structures, responsibilities and notices."""
    _mechanisms(book, plan)
    _first_mechanism(book, plan)
    _responsibilities(book, plan)
    _full_time_staff(book, plan)
    _authority_structures(book, plan)
    _notices(book, plan)
    _services(book, plan)


def _mechanisms(book: Book, plan: Plan) -> None:
    old, new = "JG-专项1", "JG-专项2"
    functions = ("纪检监察", "人事", "财务", "质控", "护理", "药剂", "医保")
    book.change(Structure, new, functions=functions, deputies=("R087",))
    book.change(Structure, old, office="KS11", duties_written=MISSING)
    lines: tuple[tuple[str, str, Status, tuple[str, ...], str], ...] = (
        (new, "named-departments-take-part", "violated", ("信息", "设备"), "信息、设备两个部门没有参与"),
        (new, "mechanism-with-the-leader-in-charge", "violated", (), "副组长不是分管行风的领导"),
        (old, "office-in-the-conduct-department", "violated", (), "办公室设在院办公室"),
        (old, "departments-by-their-duties", "undetermined", (), "职责分工文件没有找到"),
        (old, "mechanism-led-by-the-head", "compliant", (), "撤销之日正是老院长任职的最后一天"),
        (old, "named-departments-take-part", "compliant", (), "列名部门都参与；没有单设质控部门，兼办质控的医务部参与"),
    )
    for key, rule, status, failed, why in lines:
        plan.expect(status, f"gx-2021/3.4.2/{rule}", ("Structure", key), why, failed=failed)


def _first_mechanism(book: Book, plan: Plan) -> None:
    days = (date(2021, 9, 28), date(2021, 10, 7))
    hasty = add_structure(book, "JG-专项0", HOSPITAL, "专项工作机制", days, CONDUCT_LEADER)
    book.change(Structure, hasty.id, duties_written=False)
    plan.expect("violated", "gx-2021/3.4.2/mechanism-led-by-the-head", hasty, "组长是副院长")
    why = "撤销之前还没有明确由谁分管行风"
    plan.expect("violated", "gx-2021/3.4.2/mechanism-with-the-leader-in-charge", hasty, why)
    plan.expect("violated", "gx-2021/3.4.2/departments-by-their-duties", hasty, "没有职责分工")


def _responsibilities(book: Book, plan: Plan) -> None:
    book.change(NamedResponsibility, f"ZR1-{NEW_HEAD}", span=span(date(2024, 7, 1), _LAST_DAY))
    rule = "gx-2021/3.4.2/head-is-first-responsible"
    plan.expect("compliant", rule, _SUBJECT, "指定正好到判定之日为止")
    book.remove(NamedResponsibility, f"ZR2-{NEW_HEAD}")
    book.change(NamedResponsibility, f"ZR2-{OLD_HEAD}", span=span(date(2021, 10, 8)))
    rule = "gx-2021/3.4.2/head-is-first-in-charge"
    plan.expect("violated", rule, _SUBJECT, "院长换人之后，第一承办人仍是老院长")


def _full_time_staff(book: Book, plan: Plan) -> None:
    book.change(StaffAssignment, "ZZ-1", span=span(_SINCE, _DAY_BEFORE))
    rule = "gx-2021/3.4.1/hospital-has-full-time-staff"
    plan.expect("violated", rule, _SUBJECT, "专职人员前一天调离，只剩兼职人员")
    book.change(StaffAssignment, f"ZZ-{CITY}-1", span=span(_SINCE, _LAST_DAY))
    rule = "gx-2021/3.4.1/authority-has-full-time-staff"
    plan.expect("compliant", rule, body(CITY), "专职人员正好任到判定之日")
    book.change(StaffAssignment, f"ZZ-{PROVINCE_TCM}-1", full_time=MISSING)
    plan.expect("undetermined", rule, body(PROVINCE_TCM), "不知道是专职还是兼职")


def _authority_structures(book: Book, plan: Plan) -> None:
    standing, temporary = f"JG-{PROVINCE_TCM}-1", f"JG-{PROVINCE_TCM}-2"
    book.change(Structure, standing, span=span(date(2021, 10, 8), _DAY_BEFORE))
    rule = "gx-2021/3.4.1/authority-has-a-conduct-structure"
    plan.expect("violated", rule, body(PROVINCE_TCM), "组织机构前一天撤销")
    book.change(Structure, temporary, duties_written=False)
    rule = "gx-2021/4.1/department-duties-laid-down"
    plan.expect("violated", rule, ("Structure", temporary), "没有明确部门职责")

    of_the_city = f"JG-{CITY}-2"
    book.change(Structure, of_the_city, head=officer_of(CITY))
    rule = "gx-2021/4.1/temporary-body-led-by-the-head"
    plan.expect("violated", rule, ("Structure", of_the_city), "由工作人员牵头，不是主要负责同志")
    book.change(StaffAssignment, f"ZZ-{CITY}-2", full_time=False)
    rule = "gx-2021/4.1/temporary-body-works-full-time"
    plan.expect("violated", rule, ("Structure", of_the_city), "只有兼职人员")


def _notices(book: Book, plan: Plan) -> None:
    book.change(PublicNotice, "GS-本单位", span=span(_SINCE, _LAST_DAY))
    book.change(PublicNotice, "GS-上级", span=span(_SINCE, _DAY_BEFORE))
    book.change(PublicNotice, "GS-资源2", media=MISSING)
    book.change(PublicNotice, "GS-学习", prominent=False)
    book.change(PublicNotice, f"GS-{CITY}-学习", media=("官方网站", "微信公众号"))
    book.change(PublicNotice, f"GS-{CITY}-计划", media=("官方网站",))
    rule = "gx-2021/3.2.2/own-hotline-published"
    plan.expect("compliant", rule, _SUBJECT, "正好公布到判定之日")
    rule = "gx-2021/3.2.2/superior-hotline-published"
    plan.expect("violated", rule, _SUBJECT, "上级举报途径前一天撤下")
    rule = "gx-2021/3.2.3/resource-information-given"
    plan.expect("undetermined", rule, _SUBJECT, "有一份公示没有登记发布在哪里")
    rule, poster = "gx-2021/3.1.3/study-shown-in-the-hospital", ("显著位置张贴海报",)
    plan.expect("violated", rule, _SUBJECT, "海报没有贴在显著位置", failed=poster)
    rule = "gx-2021/3.1.3/study-through-network-media"
    plan.expect("violated", rule, body(CITY), "没有用应用程序", failed=("应用程序",))
    rule = "gx-2021/4.3/publicised-through-many-channels"
    plan.expect("violated", rule, body(CITY), "只在官方网站一种渠道宣传")


def _services(book: Book, plan: Plan) -> None:
    book.change(ServiceOffering, "FW2", span=span(date(2020, 5, 1), date(2024, 10, 31)))
    rule = "gx-2021/3.2.3/booking-by-three-ways"
    plan.expect("violated", rule, _SUBJECT, "扫码预约10月底停用", failed=("扫码预约",))
    for supervisor in book.of(SocialSupervisor):
        book.change(SocialSupervisor, supervisor.id, span=span(date(2022, 1, 1), _LAST_DAY))
    rule = "gx-2021/3.2.4/social-supervisors-appointed"
    plan.expect("compliant", rule, _SUBJECT, "全体社会监督员的聘期正好到判定之日")
