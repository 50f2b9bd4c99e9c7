"""Key posts held too long: by a day, across a new name, across a break that was a day too short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from made.book import Book, Plan, Status
from made.days import span
from pydantic import MISSING

from hospital.days import LAST_DAY
from hospital.ordinary.bodies import PRIVATE
from hospital.ordinary.posts import PostLine, add_post, add_tenure, tenure
from qinglian_rules.facts.posts import Post, PostPower, PostTenure
from qinglian_rules.facts.values import DateSpan

_TERM = "ha-2024/4.12/key-post-term-not-exceeded"
_HAS_TERM = "ha-2024/4.12/key-post-has-a-term"
_STAFF_AND_MONEY = "ha-2024/4.12/staff-and-finance-posts-on-the-list"
_POWER_LISTED = "ha-2024/4.12/power-and-risk-posts-on-the-list"
_BUYING = "ha-2024/4.12/purchase-and-approval-posts-on-the-list"
_OWN, _RUN, _KNOWN = "本段任职超期", "连续任职超期", "自已知在岗日起超期"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns who holds a key post for how long, and which posts are key posts."""
    _to_the_day(book, plan)
    _renamed(book, plan)
    _breaks(book, plan)
    _starts_unknown(book, plan)
    _without_a_term(book, plan)
    _power_and_risk(book, plan)
    _not_on_the_list(book, plan)


def _to_the_day(book: Book, plan: Plan) -> None:
    add_post(book, PostLine("GW40", "物资采购员", "KS24", "采购", "采购", "物资"))
    lines: tuple[tuple[str, date, date | None, Status, str], ...] = (
        ("R151", date(2021, 6, 1), date(2024, 6, 1), "compliant", "医院规定三年，正好在期满的那一天离岗"),
        ("R159", date(2021, 6, 1), date(2024, 6, 2), "violated", "期满的次日才离岗，超了一天"),
        ("R160", date(2021, 12, 31), None, "compliant", "到2024年12月31日正好满三年"),
        ("R149", date(2021, 12, 30), None, "violated", "到2024年12月31日超了一天，2025年1月才轮岗也不改变"),
    )
    for person, start, end, status, why in lines:
        held = add_tenure(book, tenure("GW40", person), "GW40", person, start, end)
        plan.expect(status, _TERM, held, why, failed=(_OWN, _RUN) if status == "violated" else ())
    at_the_year_end = tenure("GW40", "R149")
    book.change(PostTenure, at_the_year_end, span=span(date(2021, 12, 30), date(2025, 1, 5)))
    leap = add_tenure(book, tenure("GW40", "R152"), "GW40", "R152", date(2021, 2, 28), date(2024, 2, 29))
    plan.expect("not_applicable", _TERM, leap, "超期一天，但文件印发之前就已经离岗，不溯及")


def _renamed(book: Book, plan: Plan) -> None:
    """The post got a new name in 2022 and kept its duties, so the run goes on; another object is another work."""
    add_post(book, PostLine("GW41", "高值耗材专员（原名）", "KS24", "采购", "采购", "耗材"))
    add_tenure(book, tenure("GW41", "R155"), "GW41", "R155", date(2020, 11, 2), date(2022, 10, 7))
    why = "2022年岗位改名，采购的仍是耗材，从2020年11月起连续计算，早已超过三年"
    plan.expect("violated", _TERM, ("PostTenure", tenure("GW19", "R155")), why, failed=(_RUN,))
    add_post(book, PostLine("GW42", "专项服务采购员", "KS24", "采购", "采购", "服务"))
    add_tenure(book, tenure("GW42", "R154"), "GW42", "R154", date(2020, 3, 2), date(2022, 7, 31))
    why = "以前采购的是服务，现在采购的是药剂，不是同样的职责"
    plan.expect("compliant", _TERM, ("PostTenure", tenure("GW18", "R154")), why)


def _breaks(book: Book, plan: Plan) -> None:
    """Between two tenures lie 90 whole days, which the hospital's rule takes for no break, or 91."""
    add_tenure(book, "RZ-GW21-R157-前", "GW21", "R157", date(2021, 2, 1), date(2022, 8, 2))
    why = "离岗90天后又回来，医院规定满91天才重新起算，差一天，连续计算超过三年"
    plan.expect("violated", _TERM, ("PostTenure", tenure("GW21", "R157")), why, failed=(_RUN,))
    add_tenure(book, "RZ-GW22-R146-前", "GW22", "R146", date(2020, 1, 6), date(2022, 11, 29))
    why = "离岗91天后又回来，重新起算"
    plan.expect("compliant", _TERM, ("PostTenure", tenure("GW22", "R146")), why)


def _starts_unknown(book: Book, plan: Plan) -> None:
    known = tenure("GW15", "R138")
    book.change(PostTenure, known, span=DateSpan(end=date(2024, 11, 30)), held_on=date(2020, 6, 1))
    why = "何时到任没有登记，但2020年6月1日已经在岗，到2024年11月离岗时早已超过四年"
    plan.expect("violated", _TERM, ("PostTenure", known), why, failed=(_KNOWN,))
    unknown = tenure("GW16", "R139")
    book.change(PostTenure, unknown, span=DateSpan(end=None))
    plan.expect("undetermined", _TERM, ("PostTenure", unknown), "何时到任没有登记")


def _without_a_term(book: Book, plan: Plan) -> None:
    line = PostLine("GW43", "病案复印管理员", "KS18", "其他", "其他")
    add_post(book, line)
    book.change(Post, line.key, named_key=True)
    held = add_tenure(book, tenure("GW43", "R145"), "GW43", "R145", date(2015, 1, 5), None)
    plan.expect("violated", _HAS_TERM, ("KeyPost", "GW43"), "医院列为关键岗位，轮岗规定里没有这类岗位的期限")
    plan.expect("undetermined", _TERM, held, "没有期限，不知道是否超期")


def _power_and_risk(book: Book, plan: Plan) -> None:
    """Power over people, money or goods and a major risk make a key post; who only advises has no such power."""
    advises = PostLine("GW44", "物资保管员", "KS25", "药品保管", "其他", power=("物", "建议权"), major_risk=True)
    for line, person in ((advises, "R162"), (replace(advises, key="GW45", power=("物", "处置权")), "R163")):
        add_post(book, line)
        add_tenure(book, tenure(line.key, person), line.key, person, date(2019, 5, 6), None)
    why = "对物资只有建议权，不是关键岗位"
    plan.expect("not_applicable", _TERM, ("PostTenure", tenure("GW44", "R162")), why)
    book.change(Post, "GW45", major_risk=MISSING, named_key=False)
    plan.expect("undetermined", _POWER_LISTED, ("Post", "GW45"), "没有列入关键岗位，是否存在重大廉政风险没有登记")
    unlisted = add_post(book, replace(advises, key="GW49", power=("财", "处置权")))
    book.change(Post, unlisted.id, named_key=False)
    plan.expect("violated", _POWER_LISTED, unlisted, "对财有处置权且有重大廉政风险，没有列入关键岗位", failed=("财",))
    why = "有处置权，是否存在重大廉政风险没有登记，不知道是不是关键岗位"
    plan.expect("undetermined", _TERM, ("PostTenure", tenure("GW45", "R163")), why)
    add_post(book, replace(advises, key="GW46", power=("财", "决定权")))
    book.change(PostPower, "QL-GW46", form=MISSING)
    book.change(Post, "GW46", named_key=False)
    plan.expect("undetermined", _POWER_LISTED, ("Post", "GW46"), "没有列入关键岗位，权力的形式没有登记")
    held = add_tenure(book, tenure("GW46", "R164"), "GW46", "R164", date(2020, 1, 6), None)
    plan.expect("undetermined", _TERM, held, "权力的形式没有登记，不知道是不是关键岗位")


def _not_on_the_list(book: Book, plan: Plan) -> None:
    book.change(Post, "GW16", named_key=False)
    why = "会计没有列入医院的关键岗位，仍是关键岗位"
    plan.expect("violated", _STAFF_AND_MONEY, ("Post", "GW16"), why, failed=("财务岗位",))
    book.change(Post, "GW20", named_key=False)
    plan.expect("violated", _BUYING, ("Post", "GW20"), "试剂采购员没有列入医院的关键岗位", failed=("试剂",))
    book.change(Post, "GW24", named_key=MISSING)
    plan.expect("undetermined", _BUYING, ("Post", "GW24"), "是否列入没有登记")
    add_post(book, PostLine("GW47", "被服采购员", "KS25", "采购", "采购", "其他"))
    book.change(Post, "GW47", named_key=False)
    plan.expect("compliant", _BUYING, ("Post", "GW47"), "采购的不是原文列名的对象，列不列入由医院决定")
    private = add_post(book, PostLine("GW48", "药品采购员", None, "采购", "采购", "药剂"))
    book.change(Post, private.id, body=PRIVATE, named_key=False)
    held = add_tenure(book, tenure("GW48", "M003"), "GW48", "M003", date(2015, 3, 2), LAST_DAY, PRIVATE)
    plan.expect("not_applicable", _BUYING, private, "民营医院，不在此列")
    plan.expect("not_applicable", _TERM, held, "民营医院的采购员将近十年没有轮岗，本项只约束公立医院")
