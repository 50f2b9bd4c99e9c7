"""Papers that are not there or of which nobody knows the topic; findings that say no, or that nobody has made."""

from __future__ import annotations

from datetime import date

from made.book import Book, Plan, Status
from made.days import whole
from made.papers import finding_key, paper_key
from pydantic import MISSING

from authority.days import AS_OF
from authority.ordinary.bodies import MAIN, PROVINCE, PROVINCE_TCM
from qinglian_rules.facts.engine import Complete, EvidenceRecord, Judgement


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns records and findings."""
    _absent(book, plan)
    _not_known(book, plan)
    _findings(book, plan)
    _two_findings(book, plan)


def _authority(key: str) -> tuple[str, str]:
    return "HealthAuthority", key


def _paper(body: str, rule: str, year: int | None) -> str:
    return paper_key(body, rule, None if year is None else whole(year))


def _absent(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, int | None, str], ...] = (
        (MAIN, "gx-2021/4.2/information-mechanism", None, "没有部门间的信息通报机制"),
        (MAIN, "gx-2021/4.3/opinion-gathered", None, "没有舆情信息台账"),
        (MAIN, "gx-2021/3.4.3/handling-of-kickbacks", 2022, "2022年没有完善回扣调查处理体系的记录"),
        (MAIN, "gx-2022/2.3.15/party-constitution-taught", None, "没有教育党员遵守党章的记录"),
        (MAIN, "gx-2022/2.4.17/self-check-reviewed-by-level", None, "自查系统没有分级审核"),
        (MAIN, "gx-2022/2.4.20/with-insurance-departments", None, "没有与医保部门的协同联动机制"),
        (MAIN, "gx-2022/2.4.20/chaos-analysed", 2023, "2023年没有研究分析行业乱象"),
        (MAIN, "gx-2023/1.1/party-building-furthers-conduct", 2023, "没有以党建促行风"),
        (MAIN, "gx-2023/3.15/guided-to-good-conduct", None, "没有引导民营医院加强行风建设"),
        (MAIN, "gx-2023/4.16/supervision-duty-urged", 2023, "没有督导各单位履行行风监管责任"),
        (PROVINCE, "gx-2022/2.3.14/warning-reader-printed", None, "没有编印警示教育读本"),
        (PROVINCE, "gx-2022/3.1/whole-region-guided", 2024, "2024年没有指导全区的文件"),
        (PROVINCE_TCM, "gx-2021/4.3/results-publicised", None, "没有宣传工作成效"),
    )
    for body, rule, year, why in lines:
        book.remove(EvidenceRecord, _paper(body, rule, year))
        plan.expect("violated", rule, _authority(body), why, period=None if year is None else whole(year))


def _not_known(book: Book, plan: Plan) -> None:
    """Of one city the records of 2024 were not handed over; of one paper nobody knows the topic."""
    city = "WJW-4514"
    (everybodys,) = (one for one in book.of(Complete) if one.type == "EvidenceRecord")
    book.remove(Complete, everybodys.key)
    bodies = {record.body for record in book.of(EvidenceRecord)} - {city}
    for body in sorted(one for one in bodies if isinstance(one, str)):
        book.add(Complete(type="EvidenceRecord", body=body, end=AS_OF))
    book.add(Complete(type="EvidenceRecord", body=city, end=date(2023, 12, 31)))
    for rule, year in (
        ("gx-2022/2.4.20/chaos-analysed", 2024),
        ("gx-2022/2.4.17/drug-procurement-supervised", 2024),
    ):
        book.remove(EvidenceRecord, _paper(city, rule, year))
        why = "2024年的资料清单没有交来"
        plan.expect("undetermined", rule, _authority(city), why, period=whole(year))
    rule = "gx-2022/2.4.20/chaos-analysed"
    book.change(EvidenceRecord, _paper(MAIN, rule, 2022), topics=MISSING)
    plan.expect("undetermined", rule, _authority(MAIN), "有一份分析，没有登记是什么的", period=whole(2022))


def _findings(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, str, str | None, str | None, Status, str], ...] = (
        (MAIN, "gx-2021/4.2/departments-work-closer", "不符合", None, "violated", "认定部门间没有联动"),
        (MAIN, "gx-2022/2.4.19/dealt-with-resolutely", "不符合", None, "violated", "认定查处不坚决"),
        (MAIN, "gx-2022/2.4.16/channels-clear", None, None, "undetermined", "还没有认定"),
        (MAIN, "gx-2023/3.13/pursued-in-earnest", None, None, "undetermined", "还没有认定"),
        (MAIN, "gx-2022/3.1/strictness-kept-up", "符合", "综合监督科", "undetermined", "认定的部门不对"),
        (MAIN, "gx-2022/2.4.20/supervision-by-data", "基本符合", None, "compliant", "“基本符合”也是符合"),
    )
    for body, rule, word, office, status, why in lines:
        key = finding_key(body, rule)
        if word is None:
            book.remove(Judgement, key)
        else:
            book.change(Judgement, key, finding=word, **({} if office is None else {"office": office}))
        plan.expect(status, rule, _authority(body), why)


def _two_findings(book: Book, plan: Plan) -> None:
    """Two findings of one day that say yes and no; and one of no that a later one of yes overtakes."""
    for rule, day, status, why in (
        ("gx-2022/2.4.20/lasting-order", None, "undetermined", "同一天一个符合，一个不符合"),
        ("gx-2021/4.3/hospitals-guided", date(2023, 12, 20), "compliant", "先不符合，后符合，以后一次为准"),
    ):
        last = book.get(Judgement, finding_key(MAIN, rule))
        other = last.model_copy(update={"id": f"{last.id}-2", "finding": "不符合", "date": day or last.date})
        book.add(other)
        book.change(Judgement, last.id, finding="符合")
        plan.expect(status, rule, _authority(MAIN), why)  # type: ignore[arg-type]
