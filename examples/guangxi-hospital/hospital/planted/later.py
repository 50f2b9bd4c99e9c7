"""What a hospital left undone of the building of a clean hospital and of the work on conduct in 2023."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Plan
from made.days import half, whole
from made.papers import paper_key
from pydantic import MISSING

from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE
from hospital.ordinary.clean import PLAN, plan_report, two_duties
from hospital.ordinary.ethics import file_of
from hospital.ordinary.people import PARTY_HEAD
from hospital.ordinary.posts import tenure
from hospital.ordinary.programme import check, lesson
from hospital.ordinary.quality import add_complaint, knows
from hospital.ordinary.visits import KEY_COMPANY
from qinglian_rules.facts.engine import EvidenceRecord, RecordKind
from qinglian_rules.facts.ethics import Commendation, EthicsFile
from qinglian_rules.facts.governance import NamedResponsibility
from qinglian_rules.facts.reports import ReportSubmission, TaskAssignment, WorkPlan
from qinglian_rules.facts.service import PublicNotice
from qinglian_rules.facts.supervision import Complaint, Inspection, SatisfactionSurvey
from qinglian_rules.facts.training import KnowledgeTest, TrainingSession
from qinglian_rules.facts.visits import Intrusion, RepVisit

_US = ("Hospital", HOSPITAL)
_WEAK = ("廉洁风险防控薄弱环节", "党员廉洁自律薄弱环节")
_PROHIBITIONS = tuple(f"“十严禁”第{number}项" for number in "一二三四五六七八九十")
_CLEAN, _NINE, _CULTURE = "gx-2022/3.2", "gx-2022/2.4.16", "gx-2022/2.3.15"
_WORK, _TAUGHT, _VOICES = "gx-2023/1.3", "gx-2023/2.6", "gx-2023/4.17"


def plant(book: Book, plan: Plan) -> None:
    """Plant what was left undone."""
    _plans(book, plan)
    _nine_rules(book, plan)
    _taught(book, plan)
    _representatives(book, plan)
    _files(book, plan)
    _papers(book, plan)
    _work_on_conduct(book, plan)
    _complaints(book, plan)
    _permitted(book, plan)


def _plans(book: Book, plan: Plan) -> None:
    rule = "gx-2022/4/implementation-plan-reported"
    book.change(ReportSubmission, plan_report(HOSPITAL), received=date(2022, 4, 21))
    plan.expect("violated", rule, _US, "4月21日才收到，期限是4月20日")
    book.change(ReportSubmission, plan_report(CITY), received=date(2022, 4, 20))
    plan.expect("compliant", rule, ("HealthAuthority", CITY), "4月20日当天收到")
    book.change(WorkPlan, PLAN, topics=("党风清正", "院风清朗", "行风清明", "九项准则"))
    rule = "gx-2022/1.2/plan-has-the-four-goals"
    plan.expect("undetermined", rule, ("WorkPlan", PLAN), "没有写医风清新；4月11日制订，不知道那天是否已经施行")
    for number in (1, 2, 3):
        book.change(TaskAssignment, f"RW-清廉-{number}", assigned=date(2022, 5, 12))
    why = "第31天才分解任务，规定30天；4月11日制订，不知道那天是否已经施行"
    plan.expect("undetermined", f"{_CLEAN}/plan-organised", ("WorkPlan", PLAN), why)
    book.change(NamedResponsibility, "ZR-清廉", person="R003")
    why = "指定的是副院长，不是党组织主要负责人"
    plan.expect("violated", f"{_CLEAN}/party-head-is-first-responsible", _US, why)


def _nine_rules(book: Book, plan: Plan) -> None:

    for year in (2022, 2023):
        book.change(Inspection, check(HOSPITAL, "薄弱环节", year), topics=(*_WEAK, *_PROHIBITIONS))
    why = "历次自查自纠都没有对照九项准则"
    plan.expect("violated", f"{_NINE}/five-ones", _US, why, failed=("自查自纠",))
    key = check(CITY, "医院巡查", 2023)
    book.change(Inspection, key, topics=("行风",))
    rule = f"{_NINE}/hospital-tours-take-in-the-nine-rules"
    plan.expect("violated", rule, ("Inspection", key), "巡查没有看九项准则")
    book.change(Inspection, check(HOSPITAL, "薄弱环节", 2024), topics=(_WEAK[1], *_PROHIBITIONS[:9]))
    why = "2024年只查了九项，没有查第十项"
    plan.expect("violated", "gx-2022/2.3.11/ten-prohibitions-checked", _US, why, period=whole(2024))
    why = "2024年没有查找廉洁风险防控的薄弱环节"
    rule = "gx-2022/2.3.14/weak-links-looked-for"
    plan.expect("violated", rule, _US, why, period=whole(2024), failed=("廉洁风险防控工作",))


def _taught(book: Book, plan: Plan) -> None:
    book.change(TrainingSession, lesson(HOSPITAL, "警示教育", 2023), cases_nearby=False)
    rule, why = "gx-2022/2.3.14/bad-examples-nearby-used", "2023年的警示教育没有用身边的案例"
    plan.expect("violated", rule, _US, why, period=whole(2023))
    session = lesson(HOSPITAL, "廉洁从业教育", 2022)
    book.change(TrainingSession, session, topics=("法律法规", "行业规章制度"))
    why = "2022年没有学党纪条规"
    plan.expect("violated", f"{_CULTURE}/laws-and-rules-studied", _US, why, period=whole(2022), failed=("党纪条规",))
    book.change(TrainingSession, lesson(HOSPITAL, "忠诚教育", 2023), state="计划")
    why = "2023年的忠诚教育列了计划，没有举行"
    plan.expect("violated", "gx-2022/2.1.1/loyalty-education-each-year", _US, why, period=whole(2023))
    book.change(TrainingSession, lesson(HOSPITAL, "法纪教育", 2023), held=date(2023, 12, 31))
    why = "2023年最后一天举行"
    plan.expect("compliant", f"{_TAUGHT}/law-and-discipline-taught", _US, why, period=whole(2023))
    book.change(TrainingSession, lesson(HOSPITAL, "职业道德教育", 2023), held=date(2024, 1, 2))
    why = "拖到2024年1月才举行"
    plan.expect("violated", f"{_TAUGHT}/professional-morals-taught", _US, why, period=whole(2023))
    book.change(KnowledgeTest, knows("R044"), knows=False)
    why = "有一人不知晓，知晓率不是100%"
    plan.expect("violated", f"{_TAUGHT}/everybody-knows-the-nine-rules", _US, why, period=whole(2023))


def _representatives(book: Book, plan: Plan) -> None:
    rule = "gx-2022/2.3.11/reps-of-key-companies-pledged"
    visits = [one for one in book.of(RepVisit) if one.company == KEY_COMPANY and one.pledge is not MISSING]
    later = [one for one in visits if one.id.startswith("LF0")][8:11]
    none, unsaid, near = later
    book.change(RepVisit, none.id, pledge=None)
    all_three = ("代表本人签订", "来访之前签订", "来访时有效")
    plan.expect("violated", rule, ("RepVisit", none.id), "重点单位的代表没有签廉洁承诺书", failed=all_three)
    book.change(RepVisit, unsaid.id, pledge=MISSING)
    plan.expect("undetermined", rule, ("RepVisit", unsaid.id), "有没有承诺书没有登记")
    plan.expect("compliant", rule, ("RepVisit", near.id), "承诺书在来访之前签订并且有效")
    intrusion = next(one for one in book.of(Intrusion) if one.intruder_kind == "医药代表")
    book.change(Intrusion, intrusion.id, promoting=True)
    rule = "gx-2022/2.3.11/no-promotion-by-intruders-in-care-places"
    plan.expect("violated", rule, ("Intrusion", intrusion.id), "医药代表在诊疗场所推销")


def _files(book: Book, plan: Plan) -> None:
    book.remove(EthicsFile, file_of("R071"))
    rule = "gx-2022/2.3.13/everybody-has-an-ethics-file"
    plan.expect("violated", rule, ("Person", "R071"), "没有医德档案")
    book.remove(EthicsFile, file_of("R046"))
    plan.expect("not_applicable", rule, ("Person", "R046"), "2024年4月已经离职")
    book.change(Commendation, f"BZ-{HOSPITAL}-行风先进个人", rewarded=False)
    rule = "gx-2023/2.5/model-persons-honoured"
    model = ("Commendation", f"BZ-{HOSPITAL}-行风先进个人")
    plan.expect("violated", rule, model, "只通报表扬，没有嘉奖", failed=("嘉奖",))


def _papers(book: Book, plan: Plan) -> None:
    for rule, year, why in (
        ("gx-2022/1.2/restraint-of-power", None, "没有权力制约的机制"),
        ("gx-2022/2.2.9/opinion-on-heads-carried-out", None, "没有监督一把手和领导班子的方案"),
        ("gx-2022/2.1.2/moral-lectures", 2024, "2024年没有道德讲堂"),
        ("gx-2022/2.3.12/quality-campaign", 2022, "2022年没有医疗质量提升专项行动"),
    ):
        period = None if year is None else whole(year)
        book.remove(EvidenceRecord, paper_key(HOSPITAL, rule, period))
        plan.expect("violated", rule, _US, why, period=period)


def _work_on_conduct(book: Book, plan: Plan) -> None:
    book.remove(Inspection, check(HOSPITAL, "行风自查自纠2", 2023))
    why = "2023年下半年没有自查自纠"
    plan.expect("violated", f"{_WORK}/regular-self-checks", _US, why, period=half(2023, 2))
    why = "2023年下半年没有自查自纠诊疗行为"
    plan.expect("violated", "gx-2023/3.9/self-checks-at-regular-times", _US, why, period=half(2023, 2))
    book.remove(NamedResponsibility, two_duties(PARTY_HEAD))
    leader = ("PostTenure", tenure("GW25", PARTY_HEAD))
    plan.expect("violated", f"{_WORK}/leaders-bear-two-duties", leader, "没有明确党委书记的一岗双责")
    book.change(PublicNotice, f"GS-{HOSPITAL}-电话", media=("官方网站",))
    plan.expect("violated", f"{_WORK}/hotline-shown-in-the-hospital", _US, "只在网站上公布，院内没有")
    book.change(SatisfactionSurvey, "MY-第三方2023", online=MISSING)
    why = "第三方调查是不是通过网络没有登记"
    plan.expect("undetermined", "gx-2023/1.4/survey-through-networks", _US, why, period=whole(2023))
    book.change(TaskAssignment, f"RW-{HOSPITAL}-行风1", done=date(2023, 6, 29))
    late = ("TaskAssignment", f"RW-{HOSPITAL}-行风1")
    plan.expect("violated", "gx-2023/1.2/carried-out-together", late, "6月28日到期，29日才完成")


def _complaints(book: Book, plan: Plan) -> None:
    received = date(2023, 6, 1)
    lines: tuple[tuple[str, dict[str, Any], str, str, tuple[str, ...], str], ...] = (
        ("TS-A1", {"accepted": date(2023, 6, 7)}, "violated", "complaints-taken-up", ("12345热线",), "第6天才受理"),
        ("TS-C1", {"accepted": date(2023, 6, 6)}, "compliant", "complaints-taken-up", (), "第5天受理，规定5天"),
        ("TS-A2", {"office": None}, "violated", "office-named", (), "没有落实责任部门"),
        ("TS-A3", {"responsible": None}, "violated", "person-named", (), "没有落实责任人"),
        ("TS-A4", {"due": None}, "violated", "time-limit-set", (), "没有定办理期限"),
        ("TS-A5", {"closed": date(2023, 6, 22)}, "violated", "time-limit-kept", (), "6月21日到期，22日才办结"),
        ("TS-C2", {"closed": date(2023, 6, 21)}, "compliant", "time-limit-kept", (), "到期那天办结"),
        (
            "TS-C3",
            {"matter": "医疗质量", "office": None},
            "not_applicable",
            "office-named",
            (),
            "不是行风诉求",
        ),
    )
    for key, values, status, rule, failed, why in lines:
        made = add_complaint(book, key, received, "12345热线", **values)
        plan.expect(status, f"{_VOICES}/{rule}", made, why, failed=failed)  # type: ignore[arg-type]
    made = add_complaint(book, "TS-A6", received, "信访", matter="红包回扣", result="部分属实")
    plan.expect("violated", f"{_VOICES}/substantiated-complaints-made-known", made, "部分属实，办结后没有通报")
    book.change(Complaint, f"TS-{PROVINCE}-1", closed=date(2023, 5, 9) + timedelta(days=61))
    rule = f"{_NINE}/fed-back-problems-dealt-with"
    plan.expect("violated", rule, ("Complaint", f"TS-{PROVINCE}-1"), "第61天才办结，规定60天")
    rule = f"{_VOICES}/time-limit-kept"
    plan.expect("violated", rule, ("Complaint", f"TS-{PROVINCE}-1"), "6月9日到期，7月9日才办结")


def _permitted(book: Book, plan: Plan) -> None:
    """What the plan only allows or encourages, and an authority made use of."""
    lines: tuple[tuple[str, str, RecordKind, str], ...] = (
        (CITY, "gx-2022/2.4.20/regular-management-explored", "机制", "行业规范管理长效机制"),
        (CITY, "gx-2022/2.4.20/monitoring-explored", "机制", "行业监控长效机制"),
        (PROVINCE, "gx-2022/4/adjusted-to-superiors", "文件", "按上级要求调整实施方案"),
        (PROVINCE, "gx-2022/4/adjusted-to-progress", "文件", "按实际情况调整实施方案"),
    )
    for owner, rule, record, topic in lines:
        key = paper_key(owner, rule)
        book.add(
            EvidenceRecord(
                id=key,
                body=owner,
                record=record,
                topics=(topic,),
                date=date(2023, 3, 15),
                approved_by=None,
                number=None,
                title=topic,
                location=None,
            )
        )
        plan.expect("compliant", rule, ("HealthAuthority", owner), "许可的事，做了")
    rule = "gx-2022/2.4.20/monitoring-explored"
    plan.expect("not_applicable", rule, ("HealthAuthority", PROVINCE), "许可的事，没有做也不违反")
