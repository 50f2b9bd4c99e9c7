"""Papers that are not there, of which nobody knows the topic, or that go by another name; findings that say no."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan, Status
from made.days import whole
from made.papers import finding_key, paper_key
from pydantic import MISSING

from hospital.days import AS_OF, in_plan
from hospital.ordinary.bodies import CITY, HOSPITAL, PROVINCE, PROVINCE_TCM
from hospital.planted.reports import body
from qinglian_rules.facts.engine import Complete, EvidenceRecord, Judgement


def record(body: str, rule: str, year: int | None = None) -> str:
    """Return the id of the record that a duty of the action plan asks for; `rule` lacks the document."""
    return paper_key(body, f"gx-2021/{rule}", None if year is None else in_plan(year))


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns records and findings."""
    _absent(book, plan)
    _not_known(book, plan)
    _near(book, plan)
    _findings(book, plan)


def _absent(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, int | None, str], ...] = (
        (HOSPITAL, "3.2.4/social-supervisor-system", None, "没有社会监督员制度"),
        (HOSPITAL, "3.3.3/approval-procedures", None, "没有医疗重点环节的审批程序"),
        (HOSPITAL, "3.4.3/disposal-of-kickbacks", None, "没有回扣处置上报制度"),
        (HOSPITAL, "2/campaign-against-kickbacks", 2023, "2023年没有整治回扣专项行动的记录"),
        (HOSPITAL, "3.4.3/leads-gathered", 2023, "2023年没有线索台账"),
        (CITY, "3.4.3/complaints-about-red-packets", 2022, "2022年没有完善投诉举报体系的记录"),
        (CITY, "4.2/information-mechanism", None, "没有信息通报机制"),
        (PROVINCE_TCM, "1/keep-correcting-malpractice", 2024, "2024年没有纠治不正之风的记录"),
    )
    for owner, rule, year, why in lines:
        book.remove(EvidenceRecord, record(owner, rule, year))
        period = None if year is None else whole(year)
        plan.expect("violated", f"gx-2021/{rule}", body(owner), why, period=period)


def _not_known(book: Book, plan: Plan) -> None:
    (all_records,) = (one for one in book.of(Complete) if one.type == "EvidenceRecord")
    book.remove(Complete, all_records.key)
    for key in (HOSPITAL, CITY, PROVINCE_TCM):
        book.add(Complete(type="EvidenceRecord", body=key, end=AS_OF))
    book.add(Complete(type="EvidenceRecord", body=PROVINCE, end=date(2023, 12, 31)))
    book.remove(EvidenceRecord, record(PROVINCE, "1/keep-correcting-malpractice", 2024))
    rule, why = "gx-2021/1/keep-correcting-malpractice", "2024年的资料清单没有交来"
    plan.expect("undetermined", rule, body(PROVINCE), why, period=whole(2024))
    book.remove(EvidenceRecord, record(PROVINCE, "4.3/results-publicised"))
    rule, why = "gx-2021/4.3/results-publicised", "没有交来宣传工作成效的资料，2024年的清单也没有"
    plan.expect("undetermined", rule, body(PROVINCE), why)

    book.change(EvidenceRecord, record(HOSPITAL, "3.3.3/electronic-records-used"), topics=MISSING)
    rule, why = "gx-2021/3.3.3/electronic-records-used", "有一个系统，没有登记是做什么的"
    plan.expect("undetermined", rule, body(HOSPITAL), why)


def _near(book: Book, plan: Plan) -> None:
    book.change(EvidenceRecord, record(HOSPITAL, "1/keep-correcting-malpractice", 2022), date=date(2022, 12, 31))
    rule = "gx-2021/1/keep-correcting-malpractice"
    plan.expect("compliant", rule, body(HOSPITAL), "当年最后一天的记录", period=whole(2022))
    book.change(EvidenceRecord, record(HOSPITAL, "3.2.2/rewards-and-penalties"), topics=("红包奖惩",))
    rule = "gx-2021/3.2.2/rewards-and-penalties"
    plan.expect("compliant", rule, body(HOSPITAL), "主题写的是别名“红包奖惩”")
    book.add(
        EvidenceRecord(
            id=record(CITY, "4.3/public-encouraged"),
            body=CITY,
            record="宣传",
            topics=("群众参与行风监督",),
            date=date(2022, 5, 20),
            approved_by=None,
            number=None,
            title="有奖举报宣传",
            location=None,
        )
    )
    plan.expect("compliant", "gx-2021/4.3/public-encouraged", body(CITY), "鼓励群众参与，是许可而用了的")
    why = "鼓励是许可，没有用也不违反"
    plan.expect("not_applicable", "gx-2021/4.3/public-encouraged", body(PROVINCE_TCM), why)


def _findings(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, str | None, str | None, Status, str], ...] = (
        (HOSPITAL, "gx-2021/3.1.2/able-to-resist-corruption", "不符合", None, "violated", "认定没有达到"),
        (HOSPITAL, "gx-2021/3.3.4/own-rules-workable", "不符合", None, "violated", "认定院内制度不可执行"),
        (CITY, "gx-2021/4.2/departments-work-closer", "不符合", None, "violated", "认定部门间没有联动"),
        (HOSPITAL, "gx-2021/3.1.3/forms-fully-used", None, None, "undetermined", "还没有认定"),
        (CITY, "gx-2021/3.1.2/study-in-depth", None, None, "undetermined", "还没有认定"),
        (HOSPITAL, "gx-2023/3.8/nine-rules-carried-out", None, None, "undetermined", "还没有认定"),
        (HOSPITAL, "gx-2021/3.4.2/duty-carried-out-in-earnest", "符合", "财务科", "undetermined", "认定的部门不对"),
        (HOSPITAL, "gx-2021/1/govern-at-the-source", "基本符合", None, "compliant", "“基本符合”也是符合"),
    )
    for owner, rule, word, office, status, why in lines:
        key = finding_key(owner, rule)
        if word is None:
            book.remove(Judgement, key)
        else:
            book.change(Judgement, key, finding=word, **({} if office is None else {"office": office}))
        plan.expect(status, rule, body(owner), why)
    _later_finding(book, plan)


def _later_finding(book: Book, plan: Plan) -> None:
    """A finding of no, and a year later one of yes: the latest counts."""
    rule = "gx-2021/3.2.2/resolutely"
    last = book.get(Judgement, finding_key(HOSPITAL, rule))
    first = last.model_copy(update={"id": f"{last.id}-2023", "finding": "不符合", "date": date(2023, 12, 20)})
    book.add(first)
    plan.expect("compliant", rule, body(HOSPITAL), "2023年认定不符合，2024年认定符合，以后一次为准")
