"""Training, activities, meetings and models that lack something."""

from __future__ import annotations

from made.book import Book, Period, Plan
from made.days import half, whole
from pydantic import MISSING

from authority.ordinary.bodies import MAIN
from authority.ordinary.education import activity, bulletin, coordination, deliberation, session
from authority.ordinary.reports import RECIPIENTS, quarterly
from qinglian_rules.facts.engine import EvidenceRecord
from qinglian_rules.facts.ethics import Commendation
from qinglian_rules.facts.governance import Coordination
from qinglian_rules.facts.meetings import AgendaItem
from qinglian_rules.facts.misconduct import Bulletin
from qinglian_rules.facts.reports import ReportSubmission, TaskAssignment
from qinglian_rules.facts.training import TrainingSession

_YEAR = whole(2023)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns an authority's own staff."""
    _sessions(book, plan)
    _sessions_of_2023(book, plan)
    _models_and_meetings(book, plan)
    _leaders(book, plan)
    _joint_work(book, plan)


def _violated(plan: Plan, rule: str, authority: str, why: str, period: Period, failed: tuple[str, ...] = ()) -> None:
    plan.expect("violated", rule, ("HealthAuthority", authority), why, period=period, failed=failed)


def _sessions(book: Book, plan: Plan) -> None:
    book.change(TrainingSession, session(MAIN, "医德医风教育", 2022), state="取消")
    _violated(plan, "gx-2022/2.3.13/conduct-training-held", MAIN, "培训取消了", whole(2022))
    book.change(TrainingSession, session("WJW-4513", "医德医风教育", 2024), state=MISSING)
    subject, why = ("HealthAuthority", "WJW-4513"), "培训是否举行没有登记"
    plan.expect("undetermined", "gx-2022/2.3.13/conduct-training-held", subject, why, period=whole(2024))
    book.remove(TrainingSession, session("WJW-4502", "警示教育", 2024))
    for rule in ("warning-education-as-a-habit", "bad-examples-nearby-used"):
        _violated(plan, f"gx-2022/2.3.14/{rule}", "WJW-4502", "全年没有警示教育", whole(2024))
    topics = ("法律法规", "行业规章制度")
    book.change(TrainingSession, session("WJW-4509", "廉洁从业教育", 2024), topics=topics)
    rule = "gx-2022/2.3.15/laws-and-rules-studied"
    _violated(plan, rule, "WJW-4509", "没有学习党纪条规", whole(2024), ("党纪条规",))
    book.remove(EvidenceRecord, activity("WJW-4510", 2023, 2))
    _violated(plan, "gx-2022/2.3.15/series-of-activities", "WJW-4510", "“系列”只有一次", _YEAR)
    last = whole(2024)[1]
    book.change(EvidenceRecord, activity(MAIN, 2024, 2), date=last)
    near, rule = ("HealthAuthority", MAIN), "gx-2022/2.3.15/series-of-activities"
    plan.expect("compliant", rule, near, "第二次在一年的最后一天", period=whole(2024))


def _sessions_of_2023(book: Book, plan: Plan) -> None:
    book.change(TrainingSession, session("WJW-4503", "警示教育", 2023), cases_nearby=False)
    # The same words stand in both documents: one finding, with two citations.
    rule = "gx-2022/2.3.14/bad-examples-nearby-used"
    _violated(plan, rule, "WJW-4503", "用的不是身边的案例", _YEAR)
    materials = ("广西医疗卫生领域党员干部违纪违法案件",)
    book.change(TrainingSession, session("WJW-4504", "警示教育", 2023), materials=materials)
    rule, failed = "gx-2023/2.7/named-materials-studied", ("党员干部违纪违法案例剖析材料汇编",)
    _violated(plan, rule, "WJW-4504", "两种材料只学了一种", _YEAR, failed)
    book.change(TrainingSession, session("WJW-4508", "职业精神教育", 2023), topics=("爱岗敬业",))
    rule = "gx-2023/2.5/professional-spirit-taught"
    _violated(plan, rule, "WJW-4508", "没有讲廉洁自律", _YEAR, ("廉洁自律",))
    book.change(TrainingSession, session("WJW-4511", "医德医风教育", 2023), state="计划")
    for rule in ("gx-2022/2.3.13/conduct-training-held", "gx-2023/2.5/medical-ethics-taught"):
        _violated(plan, rule, "WJW-4511", "只有计划，没有举行", _YEAR)


def _models_and_meetings(book: Book, plan: Plan) -> None:
    book.change(Bulletin, bulletin("WJW-4505"), subject="工作进展")
    _violated(plan, "gx-2023/2.7/grave-cases-circulated", "WJW-4505", "通报的不是典型案例", _YEAR)
    book.remove(Commendation, "BZ-WJW-4506")
    _violated(plan, "gx-2023/2.5/models-chosen", "WJW-4506", "没有评选先进", _YEAR)
    book.change(Commendation, "BZ-WJW-4507", rewarded=False)
    rule, subject = "gx-2023/2.5/model-persons-honoured", ("Commendation", "BZ-WJW-4507")
    plan.expect("violated", rule, subject, "有表扬没有嘉奖", failed=("嘉奖",))
    book.change(Commendation, "BZ-WJW-4508", praised=MISSING)
    subject = ("Commendation", "BZ-WJW-4508")
    plan.expect("undetermined", rule, subject, "是否表扬没有登记")
    book.change(AgendaItem, deliberation("WJW-4506", 2), deliberated=False)
    _violated(plan, "gx-2023/1.2/leaders-deliberate", "WJW-4506", "议题没有讨论就定了", half(2023, 2))
    book.change(AgendaItem, deliberation("WJW-4507", 1), topics=MISSING)
    subject, why = ("HealthAuthority", "WJW-4507"), "议题的主题没有登记"
    plan.expect("undetermined", "gx-2023/1.2/leaders-deliberate", subject, why, period=half(2023, 1))


def _leaders(book: Book, plan: Plan) -> None:
    """Leaders who decide without giving out the work, and who hear of conduct but report nothing."""
    book.change(AgendaItem, deliberation("WJW-4508", 1), decided=False)
    book.change(TaskAssignment, "RW-WJW-4508-2023-1", topics=())
    _violated(plan, "gx-2023/1.2/leaders-arrange", "WJW-4508", "讨论了，没有决定，也没有分解任务", half(2023, 1))
    for number in (2, 3):
        for recipient in RECIPIENTS:
            book.change(ReportSubmission, quarterly("WJW-4509", 2023, number, recipient), topics=())
    _violated(plan, "gx-2023/1.2/leaders-report", "WJW-4509", "下半年的报告没有行风建设", half(2023, 2))
    book.change(ReportSubmission, quarterly("WJW-4510", 2023, 3, RECIPIENTS[0]), topics=MISSING)
    subject, why = ("HealthAuthority", "WJW-4510"), "别的报告写了行风建设，这一份没有登记也无妨"
    plan.expect("compliant", "gx-2023/1.2/leaders-report", subject, why, period=half(2023, 2))


def _joint_work(book: Book, plan: Plan) -> None:
    book.change(Coordination, coordination("WJW-4512", 2022), partners=())
    for rule in ("gx-2021/4.2/joint-rectification", "gx-2022/2.4.17/departments-join-forces"):
        _violated(plan, rule, "WJW-4512", "没有别的部门参与", whole(2022))
    book.change(Coordination, coordination("WJW-4513", 2021), partners=MISSING)
    subject, why = ("HealthAuthority", "WJW-4513"), "有哪些部门参与没有登记"
    plan.expect("undetermined", "gx-2021/4.2/joint-rectification", subject, why, period=whole(2021))
