"""Culture without its place or its medium, affairs not disclosed, units that left the roster a day early."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan
from made.days import span, whole
from pydantic import MISSING

from hospital.days import LAST_DAY
from hospital.ordinary.bodies import CITY, HOSPITAL, OTHER_CITY, PRIVATE, PROVINCIAL, TCM_BUREAU
from hospital.ordinary.creation import own_unit
from hospital.ordinary.pay import discipline_office
from hospital.planted.found import body
from qinglian_rules.facts.accreditation import CreationRoster
from qinglian_rules.facts.governance import Structure
from qinglian_rules.facts.meetings import MajorMatterCatalogue
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.service import PublicNotice
from qinglian_rules.facts.supervision import Inspection

_SPACES = "ha-2024/3.10/spaces-used"
_FORMS = "ha-2024/3.10/forms-varied"
_NINE = "ha-2024/3.10/nine-rules-and-proposals-publicised"
_MODELS = "ha-2024/3.9/models-publicised-by-authorities"
_HIGHLIGHT = "ha-2024/3.9/highlight-unit-created"
_UNITS = "ha-2024/4.13/clean-units-created"
_DISCLOSED = "ha-2024/4.13/affairs-disclosed"
_YEAR = whole(2024)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns culture, disclosure, and what a hospital has to lay down."""
    _places_and_media(book, plan)
    _notices(book, plan)
    _units(book, plan)
    _laid_down(book, plan)
    _heads(book, plan)


def _places_and_media(book: Book, plan: Plan) -> None:
    """The hospital's lift shows nothing, and there is no album; the other hospitals near the edge."""
    book.remove(PublicNotice, f"GS-{HOSPITAL}-电梯内")
    plan.expect("violated", _SPACES, body(HOSPITAL), "电梯内没有宣传", period=_YEAR, failed=("电梯内",))
    plan.expect("violated", _FORMS, body(HOSPITAL), "没有画册", period=_YEAR, failed=("画册",))
    book.change(PublicNotice, f"GS-{HOSPITAL}-楼道", span=span(date(2023, 5, 1), date(2024, 1, 1)))
    shown = f"GS-{PROVINCIAL}-文化"
    book.change(PublicNotice, shown, span=span(date(2022, 1, 1), date(2024, 1, 1)))
    why = "长廊和墙体的宣传元旦当天才撤下，这一天在本年度"
    plan.expect("compliant", _SPACES, body(PROVINCIAL), why, period=_YEAR)
    plan.expect("compliant", _FORMS, body(PROVINCIAL), why, period=_YEAR)
    book.change(PublicNotice, f"GS-{PRIVATE}-文化", forms=MISSING)
    plan.expect("undetermined", _FORMS, body(PRIVATE), "用了哪些形式没有登记", period=_YEAR)
    book.change(Hospital, PRIVATE, culture_spaces=("厅室", "其他"))
    plan.expect("compliant", _SPACES, body(PRIVATE), "另有没有列名的空间，不要求", period=_YEAR)


def _notices(book: Book, plan: Plan) -> None:
    book.change(PublicNotice, f"GS-{PROVINCIAL}-倡议", span=span(date(2025, 1, 1)))
    why = "次年元旦才宣传九项倡议"
    plan.expect("violated", _NINE, body(PROVINCIAL), why, period=_YEAR, failed=("九项倡议",))
    book.change(PublicNotice, f"GS-{PROVINCIAL}-院务", span=span(date(2023, 1, 1), date(2023, 12, 31)))
    why = "院务公开到上一年年底为止"
    plan.expect("violated", _DISCLOSED, body(PROVINCIAL), why, period=_YEAR, failed=("院务公开",))
    book.change(PublicNotice, f"GS-{PRIVATE}-党务", contents=MISSING)
    plan.expect("undetermined", _DISCLOSED, body(PRIVATE), "一份公示没有登记内容", period=_YEAR)
    book.change(PublicNotice, f"GS-{TCM_BUREAU}-典型", contents=("典型案例",))
    why = "宣传的是典型案例，不是先进典型"
    plan.expect("violated", _MODELS, body(TCM_BUREAU), why, period=_YEAR)
    book.change(PublicNotice, f"GS-{CITY}-典型", span=span(LAST_DAY, LAST_DAY))
    plan.expect("compliant", _MODELS, body(CITY), "只在当年最后一天宣传", period=_YEAR)
    book.change(PublicNotice, f"GS-{OTHER_CITY}-典型", contents=MISSING)
    plan.expect("undetermined", _MODELS, body(OTHER_CITY), "公示了什么没有登记", period=_YEAR)


def _units(book: Book, plan: Plan) -> None:
    until = span(date(2024, 4, 1), date(2024, 12, 30))
    book.change(CreationRoster, own_unit(PRIVATE, "亮点单元"), span=until)
    plan.expect("violated", _HIGHLIGHT, body(PRIVATE), "亮点单元年底前一天退出名单")
    book.change(CreationRoster, own_unit(PROVINCIAL, "亮点单元"), span=span(LAST_DAY))
    plan.expect("compliant", _HIGHLIGHT, body(PROVINCIAL), "年底最后一天列入名单")
    book.change(CreationRoster, own_unit(PRIVATE, "团队"), unit_kind="支部")
    plan.expect("violated", _UNITS, body(PRIVATE), "登记的是支部，没有清廉团队", failed=("清廉团队",))
    book.change(CreationRoster, own_unit(PROVINCIAL, "科室"), unit_kind=MISSING)
    plan.expect("undetermined", _UNITS, body(PROVINCIAL), "一个单位没有登记类型")


def _laid_down(book: Book, plan: Plan) -> None:
    book.remove(MajorMatterCatalogue, f"SZ-{PROVINCIAL}-大额度资金使用")
    rule = "ha-2024/4.11/scope-laid-down"
    plan.expect("violated", rule, body(PROVINCIAL), "事项清单没有大额度资金使用", failed=("大额度资金使用",))
    book.change(MajorMatterCatalogue, f"SZ-{PROVINCIAL}-轮岗", matter="日常事项")
    rule = "ha-2024/4.12/rotation-in-the-catalogue"
    plan.expect("violated", rule, body(PROVINCIAL), "轮岗列作日常事项，不是“三重一大”")
    book.change(MajorMatterCatalogue, f"SZ-{HOSPITAL}-轮岗", topic="关键岗位轮岗", span=span(date(2024, 12, 31)))
    plan.expect("compliant", rule, body(HOSPITAL), "年底最后一天列入清单")
    book.change(Structure, discipline_office(PROVINCIAL), duties_written=False)
    rule = "ha-2024/2.8/discipline-duties-written"
    plan.expect("violated", rule, body(PROVINCIAL), "纪检监察机构没有写明职责")
    plan.expect("not_applicable", rule, body(PRIVATE), "没有设党委")


def _heads(book: Book, plan: Plan) -> None:
    """The head is not looked at by himself alone; the second half-year ends with the year."""
    first, second = (date(2024, 1, 1), date(2024, 6, 30)), (date(2024, 7, 1), date(2024, 12, 31))
    rule = "ha-2024/4.11/head-checked-regularly"
    book.change(Inspection, f"JC-{PROVINCIAL}-一把手2", topics=("一把手民主集中制",))
    why = "下半年没有看廉政风险"
    plan.expect("violated", rule, body(PROVINCIAL), why, period=second, failed=("廉政风险",))
    book.change(Inspection, f"JC-{PROVINCIAL}-一把手1", inspection="自查自纠", body=PROVINCIAL)
    both = ("民主集中制", "廉政风险")
    plan.expect("violated", rule, body(PROVINCIAL), "上半年只有自查自纠", period=first, failed=both)
    book.change(Inspection, f"JC-{HOSPITAL}-一把手1", held=date(2024, 6, 30))
    plan.expect("compliant", rule, body(HOSPITAL), "上半年的最后一天检查", period=first)
    book.change(Inspection, f"JC-{HOSPITAL}-一把手2", inspection=MISSING)
    plan.expect("undetermined", rule, body(HOSPITAL), "下半年一次检查没有登记类型", period=second)
    rule = "ha-2024/4.11/major-matters-checked"
    book.change(Inspection, f"JC-{PROVINCIAL}-三重一大", held=date(2025, 1, 8))
    plan.expect("violated", rule, body(PROVINCIAL), "次年1月才检查", period=_YEAR)
    book.change(Inspection, f"JC-{HOSPITAL}-三重一大", inspection="自查自纠", body=HOSPITAL)
    plan.expect("compliant", rule, body(HOSPITAL), "医院自己检查也算", period=_YEAR)
