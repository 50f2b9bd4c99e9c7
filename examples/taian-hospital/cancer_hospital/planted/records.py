"""Papers that are not on record, too late or of another kind, and what persons found, or have not found yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cancer_hospital.days import AS_OF, LAST_DAY, YEAR
from cancer_hospital.ordinary.bodies import HOSPITAL, THIS
from made.book import Book, Plan, Status
from made.papers import finding_key, paper_key
from pydantic import MISSING

from qinglian_rules.facts.engine import EvidenceRecord, Judgement

_RULES = "ta-2024/2.2.6/construction-rules"


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns papers and findings."""
    _standing(book, plan)
    _yearly(book, plan)
    _found(book, plan)


def _standing(book: Book, plan: Plan) -> None:
    book.remove(EvidenceRecord, paper_key(HOSPITAL, _RULES))
    plan.expect("violated", _RULES, THIS, "没有基本建设项目管理制度")
    lines: tuple[tuple[str, dict[str, Any], Status, str], ...] = (
        ("2.2.7/it-tender-rules", {"record": "方案"}, "violated", "是方案，不是制度"),
        ("2.2.7/security-rules", {"topics": ("信息安全",)}, "violated", "主题不是网络安全"),
        ("2.4.14/two-permissions", {"date": AS_OF + timedelta(days=1)}, "violated", "判定日的次日才有方案"),
        ("2.3.13/scientific-management", {"date": LAST_DAY}, "compliant", "年底那一天才有制度"),
        ("2.1.2/committee-pushes-reform", {"approved_by": "院长办公会"}, "violated", "改革方案不是党委审定的"),
        ("2.1.4/selection-mechanism", {"record": MISSING}, "undetermined", "是哪一类资料没有登记"),
    )
    for name, values, status, why in lines:
        rule = f"ta-2024/{name}"
        book.change(EvidenceRecord, paper_key(HOSPITAL, rule), **values)
        plan.expect(status, rule, THIS, why)


def _yearly(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], Status, str], ...] = (
        ("2.4.14/pay-supervised", {"date": date(2026, 1, 1)}, "violated", "次年元旦才检查"),
        ("2.5.15/self-discipline", {"date": LAST_DAY}, "compliant", "年度的最后一天"),
        ("2.5.17/good-doctors-of-china", {"topics": MISSING}, "undetermined", "评选的是什么没有登记"),
        ("2.1.2/discipline-commission-supervises", {"approved_by": "党委办公室"}, "violated", "检查不是纪委做的"),
    )
    for name, values, status, why in lines:
        rule = f"ta-2024/{name}"
        book.change(EvidenceRecord, paper_key(HOSPITAL, rule, YEAR), **values)
        plan.expect(status, rule, THIS, why, period=YEAR)


def _found(book: Book, plan: Plan) -> None:
    lines: tuple[tuple[str, dict[str, Any], Status, str], ...] = (
        ("2.2.7/safe", {"finding": "不符合"}, "violated", "认定为不符合"),
        ("1/trade-conduct-fresh", {"finding": "基本符合"}, "compliant", "基本符合也是符合"),
        ("2.4.14/public-good-leads", {"office": "党委办公室"}, "undetermined", "认定的不是有权的部门"),
        ("2.1.4/clean-cadres", {"date": AS_OF + timedelta(days=1)}, "undetermined", "判定日的次日才认定"),
        ("2.6.18/clean-working-style", {"finding": MISSING}, "undetermined", "认定的结果没有登记"),
    )
    for name, values, status, why in lines:
        rule = f"ta-2024/{name}"
        book.change(Judgement, finding_key(HOSPITAL, rule), **values)
        plan.expect(status, rule, THIS, why)
    nobody = "ta-2024/2.2.6/construction-governed"
    book.remove(Judgement, finding_key(HOSPITAL, nobody))
    plan.expect("undetermined", nobody, THIS, "没有人作过认定")
    twice = "ta-2024/1/working-style-honest"
    first = book.get(Judgement, finding_key(HOSPITAL, twice))
    given = {name: getattr(first, name) for name in first.model_fields_set}
    book.add(Judgement(**{**given, "id": f"{first.id}-反", "finding": "不符合"}))
    plan.expect("undetermined", twice, THIS, "同一天有相反的两个认定")
