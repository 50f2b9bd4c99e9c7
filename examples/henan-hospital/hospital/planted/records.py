"""Papers that are not there, late, of which nobody knows the topic or that go by another name; findings that say no."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from made.book import Book, Period, Plan, Status
from made.days import whole
from made.papers import finding_key, paper_key
from pydantic import MISSING

from hospital.days import AS_OF, ISSUED, LAST_DAY
from hospital.ordinary.bodies import (
    AUTHORITIES,
    CITY,
    HOSPITAL,
    OTHER_CITY,
    PRIVATE,
    PROVINCE,
    PROVINCIAL,
    TCM_BUREAU,
)
from hospital.planted.found import body
from qinglian_rules.facts.engine import Complete, EvidenceRecord, Judgement

_YEAR = whole(2024)


def _paper(book: Book, owner: str, rule: str) -> tuple[str, Period | None]:
    """Return the id of the record that a rule asks of a body, and its period: the year, or none."""
    name = f"ha-2024/{rule}"
    keys = {one.id for one in book.of(EvidenceRecord)}
    of_the_year = paper_key(owner, name, _YEAR)
    return (of_the_year, _YEAR) if of_the_year in keys else (paper_key(owner, name), None)


def _finding(book: Book, owner: str, rule: str) -> tuple[str, Period | None]:
    """Return the id of the finding that a rule asks for about a body, and its period: the year, or none."""
    name = f"ha-2024/{rule}"
    keys = {one.id for one in book.of(Judgement)}
    of_the_year = finding_key(owner, name, _YEAR)
    return (of_the_year, _YEAR) if of_the_year in keys else (finding_key(owner, name), None)


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns records and findings."""
    _absent(book, plan)
    _changed(book, plan)
    _not_complete(book, plan)
    _findings(book, plan)
    _two_findings(book, plan)


def _absent(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, str], ...] = (
        (HOSPITAL, "4.12/rotation-system", "没有关键岗位轮岗制度"),
        (HOSPITAL, "2.8/weak-links-listed", "没有列出薄弱环节"),
        (HOSPITAL, "3.10/clean-stories-told", "2024年没有讲“清廉故事”的宣传"),
        (PROVINCIAL, "0.1/provincial-hospitals-carry-it-out", "没有落实安排"),
        (PROVINCIAL, "1.2/linking-scheme-adopted", "没有绩效考核结果与薪酬分配挂钩方案"),
        (CITY, "1.1/model-unit-standard", "没有示范单位创建标准"),
        (OTHER_CITY, "2.6/down-to-the-front-line", "2024年没有深入基层一线的检查记录"),
    )
    for owner, rule, why in lines:
        key, period = _paper(book, owner, rule)
        book.remove(EvidenceRecord, key)
        plan.expect("violated", f"ha-2024/{rule}", body(owner), why, period=period)


def _changed(book: Book, plan: Plan) -> None:
    """Early, late, on the last day; under another name of the topic; the topic unknown."""
    lines: tuple[tuple[str, str, dict[str, Any], Status, str], ...] = (
        (HOSPITAL, "4.12/key-post-list", {"date": date(2025, 1, 2)}, "violated", "次年1月2日才列出清单"),
        (TCM_BUREAU, "0.1/tcm-bureau-carries-it-out", {"date": LAST_DAY}, "compliant", "年底最后一天作出安排"),
        (
            HOSPITAL,
            "2.7/office-rules-of-procedure",
            {"date": date(2019, 5, 6)},
            "compliant",
            "2019年的规则还在用",
        ),
        (HOSPITAL, "3.9/integrity-held-beautiful", {"date": date(2024, 1, 1)}, "compliant", "当年第一天的宣传"),
        (
            HOSPITAL,
            "3.9/honesty-held-an-honour",
            {"date": date(2023, 12, 31)},
            "violated",
            "上一年最后一天的宣传",
        ),
        (
            HOSPITAL,
            "1.5/ethics-assessment-detailed-rules",
            {"topics": ("医德考评细则",)},
            "compliant",
            "主题写的是别名",
        ),
        (HOSPITAL, "3.9/integrity-position", {"topics": MISSING}, "undetermined", "设施是做什么的没有登记"),
    )
    for owner, rule, values, status, why in lines:
        key, period = _paper(book, owner, rule)
        book.change(EvidenceRecord, key, **values)
        plan.expect(status, f"ha-2024/{rule}", body(owner), why, period=period)
    copied = paper_key(PROVINCE, "ha-2024/5/copied-to-the-provincial-group")
    book.change(EvidenceRecord, copied, date=ISSUED + timedelta(days=11))
    rule = "ha-2024/5/copied-to-the-provincial-group"
    plan.expect("violated", rule, body(PROVINCE), "印发后第11天才抄送，规定10天")
    alias = paper_key(HOSPITAL, "ha-2024/4.13/party-disclosure-rules")
    book.change(EvidenceRecord, alias, topics=("院务公开", "党务公开"))
    book.remove(EvidenceRecord, paper_key(HOSPITAL, "ha-2024/4.13/hospital-disclosure-rules"))
    rule = "ha-2024/4.13/hospital-disclosure-rules"
    plan.expect("compliant", rule, body(HOSPITAL), "党务公开、院务公开合在一份制度里")


def _not_complete(book: Book, plan: Plan) -> None:
    """Of the private hospital nobody says that its list of records is complete after June."""
    (every,) = (one for one in book.of(Complete) if one.type == "EvidenceRecord")
    book.remove(Complete, every.key)
    for owner in (HOSPITAL, PROVINCIAL, *AUTHORITIES):
        book.add(Complete(type="EvidenceRecord", body=owner, end=AS_OF))
    book.add(Complete(type="EvidenceRecord", body=PRIVATE, end=date(2024, 6, 30)))
    for rule in ("1.4/convenient-measures", "1.5/care-open"):
        key, period = _paper(book, PRIVATE, rule)
        book.remove(EvidenceRecord, key)
        why = "下半年的资料清单没有交来"
        plan.expect("undetermined", f"ha-2024/{rule}", body(PRIVATE), why, period=period)


def _findings(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, dict[str, Any] | None, Status, str], ...] = (
        (HOSPITAL, "4.12/rotation-pushed-hard", {"finding": "不符合"}, "violated", "认定轮岗没有大力推进"),
        (CITY, "2.6/organised-actively", {"finding": "不符合"}, "violated", "认定监督检查组织不积极"),
        (PRIVATE, "3.10/climate-thick", {"finding": "不符合"}, "violated", "认定没有形成氛围"),
        (HOSPITAL, "2.7/pushes-reform", None, "undetermined", "还没有认定"),
        (HOSPITAL, "2.8/procedure-strict", {"office": "财务科"}, "undetermined", "认定的部门不对"),
        (PROVINCE, "1.3/county-services-raised", {"date": date(2025, 3, 2)}, "undetermined", "判定日的次日才认定"),
        (OTHER_CITY, "1.3/county-services-raised", {"date": AS_OF}, "compliant", "判定当日认定"),
        (PROVINCIAL, "1.2/hospitals-motivated", {"finding": "基本符合"}, "compliant", "“基本符合”也是符合"),
    )
    for owner, rule, values, status, why in lines:
        key, period = _finding(book, owner, rule)
        if values is None:
            book.remove(Judgement, key)
        else:
            book.change(Judgement, key, **values)
        plan.expect(status, f"ha-2024/{rule}", body(owner), why, period=period)


def _two_findings(book: Book, plan: Plan) -> None:
    """The latest finding counts; two of one day that contradict each other say nothing."""
    lines: tuple[tuple[str, str, int, Status, str], ...] = (
        (HOSPITAL, "4.13/clean-in-business", -100, "compliant", "九月认定不符合，年底认定符合，以后一次为准"),
        (CITY, "2.6/creation-effective", 0, "undetermined", "同一天有符合、不符合两个认定"),
        (PROVINCIAL, "4.13/clean-in-business", 5, "violated", "先认定符合，五天以后认定不符合，以后一次为准"),
    )
    for owner, rule, days, status, why in lines:
        key, period = _finding(book, owner, rule)
        one = book.get(Judgement, key)
        assert isinstance(one.date, date)
        day = one.date + timedelta(days=days)
        book.add(one.model_copy(update={"id": f"{one.id}-另", "finding": "不符合", "date": day}))
        plan.expect(status, f"ha-2024/{rule}", body(owner), why, period=period)
