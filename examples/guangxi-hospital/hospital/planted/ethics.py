"""From the benefit to the personnel decision: grades that contradict the veto, and decisions that pass it by."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.ordinary.benefits import add_from_patient
from hospital.ordinary.bodies import COMPANIES, HOSPITAL
from hospital.ordinary.ethics import add_decision, add_review, assessment, effect_rule
from hospital.ordinary.misconduct import add_bulletin, add_case, add_lead, add_sanction, find
from qinglian_rules.facts.accreditation import AccreditationReview, ReviewKind
from qinglian_rules.facts.benefits import Donation
from qinglian_rules.facts.ethics import Appraisal, EthicsAssessment, Grade, PersonnelDecision, PersonnelKind
from qinglian_rules.facts.misconduct import Behaviour, MisconductCase

_ITEM = "gx-2023/3.8"
_LINKED = "gx-2022/2.3.13"
"""Asks the same as gx-2023 三（八）, and is shown for both."""
_GRADE = f"{_ITEM}/recorded-grade-agrees-with-the-veto"
_LATER = f"{_ITEM}/later-recorded-grade-agrees-with-the-veto"
_FOLLOW = f"{_ITEM}/decisions-follow-the-verified-grade"
_TAKEN = "gx-2021/2/no-red-packet-taken"
_ASSESSED = date(2023, 12, 12)
_YEAR = (date(2023, 1, 1), date(2023, 12, 31))


def plant(book: Book, plan: Plan) -> None:
    """Plant what concerns grades, decisions, reviews and donations."""
    _clear_decisions(book)
    _the_chain(book, plan)
    _denied(book, plan)
    _too_late_for_the_veto(book, plan)
    _regraded_in_time(book, plan)
    _earlier_conduct(book, plan)
    _graded_next_year(book, plan)
    _same_sort(book, plan)
    _links(book, plan)
    _nine_rules(book, plan)
    _reviews(book, plan)
    _donations(book, plan)
    _transfer_of_interests(book, plan)


def _clear_decisions(book: Book) -> None:
    """Take out the ordinary decisions on those for whom something is planted."""
    for decision in book.of(PersonnelDecision):
        if decision.person in _PERSONS:
            book.remove(PersonnelDecision, decision.id)


_PERSONS = {"R057", "R058", "R059", "R060", "R067", "R068", "R069", "R070", "R071", "R072", "R073", "R074", "R033"}


def _verified(book: Book, key: str, person: str, occurred: date, verified_on: date) -> MisconductCase:
    """Write a red packet from the benefit to the bulletin, everything that gx-2021 asks for done."""
    benefit = add_from_patient(book, f"LY-{key}", occurred, person, "礼金")
    lead = add_lead(book, f"XS-{key}", occurred + timedelta(days=7), "收受红包", benefit=benefit.id, person=person)
    case = add_case(
        book,
        f"AJ-{key}",
        "收受红包",
        occurred,
        person=person,
        lead=lead.id,
        benefit=benefit.id,
        verified_on=verified_on,
    )
    add_sanction(book, case, verified_on + timedelta(days=30))
    add_bulletin(book, case, verified_on + timedelta(days=60))
    return case


def _regrade(book: Book, person: str, grade: Grade) -> EthicsAssessment:
    book.change(EthicsAssessment, assessment(person, 2023), grade=grade)
    return book.get(EthicsAssessment, assessment(person, 2023))


def _the_chain(book: Book, plan: Plan) -> None:
    """Benefit, red packet, case, grade, decision: the grade was recorded as good, and an award given on it."""
    _verified(book, "V1", "R057", date(2023, 4, 10), date(2023, 6, 20))
    plan.expect("violated", _TAKEN, ("Benefit", "LY-V1"), "链条起点：收取患者礼金")
    rule = "gx-2021/3.2.1/every-red-packet-in-the-campaign"
    plan.expect("compliant", rule, ("RedPacket", "LY-V1"), "当周纳入专项行动")
    cited = _regrade(book, "R057", "良好")
    plan.expect("violated", _GRADE, cited, "2023年6月查实收受红包，12月仍考评为“良好”")
    award = add_decision(book, "RS-V1", "R057", "评先评优", date(2023, 12, 27), cited)
    plan.expect("violated", _FOLLOW, award, "已经查实，仍按“良好”评为先进")


def _denied(book: Book, plan: Plan) -> None:
    """Graded as the veto wants; once the decision follows, once it does not."""
    _verified(book, "V2", "R058", date(2023, 3, 6), date(2023, 5, 5))
    plan.expect("violated", _TAKEN, ("Benefit", "LY-V2"), "收取患者礼金")
    cited = _regrade(book, "R058", "不合格")
    plan.expect("compliant", _GRADE, cited, "查实之后考评为“不合格”")
    refused = add_decision(book, "RS-V2", "R058", "评先评优", date(2023, 12, 27), cited)
    plan.expect("compliant", f"{_LINKED}/awards-linked-to-the-grade", refused, "按规定取消评优资格")
    paid = add_decision(book, "RS-V3", "R058", "绩效分配", date(2023, 12, 29), cited)
    book.change(PersonnelDecision, paid.id, result="有利")
    rule, failed = f"{_LINKED}/pay-linked-to-the-grade", ("按规定执行",)
    plan.expect("violated", rule, paid, "规定扣减绩效，没有扣", failed=failed)


def _too_late_for_the_veto(book: Book, plan: Plan) -> None:
    """Verified after the assessment: the grade must be put right; an earlier decision stands, a later one does not."""
    _verified(book, "V4", "R059", date(2023, 11, 6), date(2023, 12, 28))
    plan.expect("violated", _TAKEN, ("Benefit", "LY-V4"), "收取患者礼金")
    cited = _regrade(book, "R059", "合格")
    plan.expect("violated", _GRADE, cited, "12月12日考评为“合格”，12月28日查实之后没有改正")
    before = add_decision(book, "RS-V4", "R059", "评先评优", date(2023, 12, 27), cited)
    plan.expect("compliant", _FOLLOW, before, "决定的次日才查实，不溯及")
    after = add_decision(book, "RS-V5", "R059", "绩效分配", date(2023, 12, 29), cited)
    plan.expect("violated", _FOLLOW, after, "查实的次日仍按“合格”分配绩效")


def _regraded_in_time(book: Book, plan: Plan) -> None:
    """Graded in June, verified in August, graded anew in December: the old entry no longer matters."""
    _verified(book, "V5", "R033", date(2023, 6, 12), date(2023, 8, 25))
    plan.expect("violated", _TAKEN, ("Benefit", "LY-V5"), "收取患者礼金")
    anew = _regrade(book, "R033", "不合格")
    first = anew.model_copy(update={"id": f"{anew.id}-半年", "assessed": date(2023, 6, 30), "grade": "合格"})
    book.add(first)
    plan.expect("compliant", _GRADE, first, "查实之前的半年考评，查实之后已经重新考评")
    plan.expect("compliant", _GRADE, anew, "查实之后重新考评为“不合格”")


def _earlier_conduct(book: Book, plan: Plan) -> None:
    _verified(book, "V6", "R060", date(2022, 11, 14), date(2023, 2, 20))
    plan.expect("violated", _TAKEN, ("Benefit", "LY-V6"), "收取患者礼金")
    cited = _regrade(book, "R060", "合格")
    plan.expect("violated", _GRADE, cited, "2022年的行为2023年查实，2023年考评仍为“合格”")


def _graded_next_year(book: Book, plan: Plan) -> None:
    _verified(book, "V7", "R067", date(2023, 8, 14), date(2023, 10, 9))
    plan.expect("violated", _TAKEN, ("Benefit", "LY-V7"), "收取患者礼金")
    book.change(EthicsAssessment, assessment("R067", 2023), assessed=date(2024, 1, 12), grade="合格")
    why = "2023年查实，2024年1月补作的2023年度考评仍为“合格”"
    plan.expect("violated", _LATER, ("Person", "R067"), why, period=_YEAR)


def _same_sort(book: Book, plan: Plan) -> None:
    case = add_case(book, "AJ-V8", "过度检查", date(2023, 5, 8), person="R068", verified_on=date(2023, 7, 3))
    unreasonable = "gx-2022/2.3.11/unreasonable-care-as-verified"
    plan.expect("violated", unreasonable, case, "查实过度检查", failed=("检查",))
    cited = book.get(EthicsAssessment, assessment("R068", 2023))
    plan.expect("undetermined", _GRADE, cited, "查实过度检查，是否与回扣、红包同类还没有认定")
    why = "查实过度检查，是否与回扣、红包同类还没有认定"
    pay = add_decision(book, "RS-V8", "R068", "绩效分配", date(2023, 12, 29), cited)
    plan.expect("undetermined", _FOLLOW, pay, why)


def _links(book: Book, plan: Plan) -> None:
    day = date(2023, 12, 28)
    lines: tuple[tuple[str, str, PersonnelKind, str, dict[str, Any], Status, tuple[str, ...], str], ...] = (
        ("RS-A1", "R069", "评先评优", "awards", {"basis": None}, "violated", ("依据本院规定",), "没有依据医院的规定"),
        (
            "RS-A2",
            "R070",
            "职务晋级",
            "promotions",
            {"assessment": assessment("R070", 2022)},
            "violated",
            ("是最近一次考评",),
            "引用上一年度的考评，本年度的已经有了",
        ),
        (
            "RS-A3",
            "R071",
            "职称聘任",
            "titles",
            {"assessment": assessment("R072", 2023)},
            "violated",
            ("引用本人考评",),
            "引用了别人的考评",
        ),
        (
            "RS-A4",
            "R072",
            "绩效分配",
            "pay",
            {"basis": effect_rule("绩效分配", "不合格"), "result": "不利"},
            "violated",
            ("适用该等级的规定",),
            "考评合格，却适用不合格的规定扣了绩效",
        ),
        ("RS-B1", "R073", "职务晋级", "promotions", {"assessment": MISSING}, "undetermined", (), "不知引用哪次考评"),
    )
    for key, person, kind, name, values, status, failed, why in lines:
        cited = _regrade(book, person, "合格")
        made = add_decision(book, key, person, kind, day, cited)
        book.change(PersonnelDecision, key, **values)
        plan.expect(status, f"{_LINKED}/{name}-linked-to-the-grade", made, why, failed=failed)
    doubtful = ("PersonnelDecision", "RS-B1")
    plan.expect("not_applicable", f"{_LINKED}/pay-linked-to-the-grade", doubtful, "职务晋级不是绩效分配")


def _nine_rules(book: Book, plan: Plan) -> None:
    rule = "gx-2022/2.4.16/nine-rules-in-the-ethics-assessment"
    left_out, blurred = assessment("R073", 2023), assessment("R074", 2023)
    book.change(EthicsAssessment, left_out, covers_nine_rules=False)
    plan.expect("violated", rule, ("EthicsAssessment", left_out), "考评没有纳入九项准则")
    book.change(EthicsAssessment, blurred, covers_nine_rules=MISSING)
    plan.expect("undetermined", rule, ("EthicsAssessment", blurred), "看不出是否纳入九项准则")
    rule = "gx-2022/2.4.16/nine-rules-in-the-yearly-appraisal"
    book.change(Appraisal, "KH-2023-R074", covers_nine_rules=False)
    plan.expect("violated", rule, ("Appraisal", "KH-2023-R074"), "年度考核没有纳入九项准则")


def _reviews(book: Book, plan: Plan) -> None:
    rule = f"{_ITEM}/recorded-result-agrees-with-the-veto"
    paper = {"major_problem": True, "finding_document": "评审组认定书1号", "found_on": date(2023, 11, 2)}
    unsaid = {"major_problem": MISSING, "finding_document": MISSING}
    lines: tuple[tuple[str, ReviewKind, dict[str, Any], Status, str], ...] = (
        ("PS-A1", "医院评审", paper, "violated", "书面认定有重大行风问题，仍记为“通过”"),
        ("PS-A2", "临床重点专科评审", {**paper, "result": "整改后再审"}, "violated", "“整改后再审”保留了通过的余地"),
        ("PS-B1", "医院评审", unsaid, "undetermined", "有没有认定重大行风问题没有登记"),
        ("PS-C1", "医院评审", {**paper, "finding_document": None}, "compliant", "只有口头反映，没有书面认定"),
        ("PS-C2", "医院评审", {**paper, "result": "不通过"}, "compliant", "一票否决，没有通过"),
        ("PS-C3", "其他评审", paper, "not_applicable", "不是列名的两种评审"),
    )
    for key, kind, values, status, why in lines:
        add_review(book, key, kind, date(2023, 11, 17), None)
        book.change(AccreditationReview, key, **values)
        failed = (kind,) if status == "violated" else ()
        plan.expect(status, rule, ("AccreditationReview", key), why, failed=failed)


def _donations(book: Book, plan: Plan) -> None:
    rule = f"{_ITEM}/no-donation-tied-to-purchase"
    lines: tuple[tuple[str, Any, Status, str], ...] = (
        ("JZ-A1", True, "violated", "捐赠设备附加采购耗材的条件"),
        ("JZ-B1", MISSING, "undetermined", "是否附加采购条件没有登记"),
        ("JZ-C1", False, "compliant", "没有附加条件的捐赠"),
    )
    for key, tied, status, why in lines:
        book.add(
            Donation(
                id=key,
                body=HOSPITAL,
                received=date(2023, 4, 21),
                company=COMPANIES[9],
                taker="单位",
                form="设备",
                amount=Decimal(80_000),
                tied_to_purchase=tied,
            )
        )
        plan.expect(status, rule, ("Donation", key), why)


def _transfer_of_interests(book: Book, plan: Plan) -> None:
    """A company's case under a scholarly name, once without any measure, once with all of them."""
    struck, severely = f"{_ITEM}/interest-transfer-struck-at", f"{_ITEM}/interest-transfer-struck-at-severely"
    behaviour: Behaviour = "借学术科研捐赠输送利益"
    verified = date(2023, 8, 18)
    idle = add_case(book, "AJ-T1", behaviour, date(2023, 6, 5), company=COMPANIES[2], verified_on=verified)
    plan.expect("violated", struck, idle, "查实借学术输送利益，没有任何处理")
    plan.expect("undetermined", severely, idle, "打击是否严厉还没有认定")
    plan.expect("undetermined", "gx-2021/2/interest-transfer-punished-severely", idle, "惩处是否严肃还没有认定")
    plan.expect("violated", "gx-2021/2/interest-transfer-banned", idle, "没有禁入")
    plan.expect("violated", "gx-2021/2/interest-transfer-case-handed-over", idle, "没有移送")
    plan.expect("violated", "gx-2021/4.2/companies-in-cases-dealt-with", idle, "没有采取任何措施")
    plan.expect("violated", "gx-2021/4.2/credit-rating-relied-on", idle, "没有写明失信等级的决定")
    person = add_case(book, "AJ-T2", behaviour, date(2023, 6, 6), person="R092", verified_on=verified)
    add_sanction(book, person, verified + timedelta(days=60))
    find(book, severely, ("违规案件", person.id), verified + timedelta(days=60), "纪检监察部门")
    plan.expect("compliant", struck, person, "第60天给予处分")
