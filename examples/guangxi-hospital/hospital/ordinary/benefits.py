"""What was offered and what of it was in order: refused gifts, approved teaching, meals that a person looked into."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from made.book import Book

from hospital.days import workday_from
from hospital.ordinary.bodies import COMPANIES, HOSPITAL
from hospital.ordinary.people import doctors
from qinglian_rules.facts.benefits import Benefit, BenefitForm, PromotionActivity
from qinglian_rules.facts.engine import FindingWord, Judgement
from qinglian_rules.facts.misconduct import Lead
from qinglian_rules.facts.procurement import Interference, InterferenceArea, PrivateDealing

IMPARTIAL = "是否影响医疗行为公正性"
DURING_CARE = "是否属于从事诊疗活动过程中"
IS_KICKBACK = "是否属于回扣"
_DOCTORS = ("KS01", "KS02", "KS03", "KS04")


def write(book: Book, rng: Random) -> None:
    """Write benefits and dealings in which nothing is wrong."""
    staff = [person for department in _DOCTORS for person in doctors(book, department)]
    for number in range(1, 25):
        taken = date(2021, 10, 15) + timedelta(days=46 * number)
        receiver = staff[rng.randrange(len(staff))]
        add_from_patient(book, f"LY-T{number:02}", taken, receiver, "礼金" if number % 3 else "礼品", accepted=False)
    for number in range(1, 19):
        taken = workday_from(date(2021, 11, 3) + timedelta(days=61 * number))
        benefit = add_from_company(book, f"LY-Q{number:02}", taken, staff[number], "学习" if number % 2 else "宴请")
        judge(book, benefit, IMPARTIAL, "不符合", taken + timedelta(days=20))
    for number in range(1, 13):
        held = workday_from(date(2021, 12, 1) + timedelta(days=88 * number))
        add_promotion(book, f"TG{number:02}", held, tuple(staff[number : number + 3]))
    areas: tuple[InterferenceArea, ...] = ("药品采购", "医疗器械采购", "基本建设")
    for number, area in enumerate(areas, start=1):
        add_interference(book, f"GY{number}", date(2022, 3 * number, 9), area, against_rules=False)
    for number in range(1, 5):
        add_dealing(book, f"GR{number}", date(2022, 2 * number, 14), staff[number], "使用", against_rules=False)
    for number in range(1, 11):
        received = date(2021, 11, 1) + timedelta(days=101 * number)
        _unfounded_lead(book, f"XS{number:02}", received, staff[3 * number % 20])


def add_from_patient(
    book: Book, key: str, taken: date, receiver: str, form: BenefitForm, *, accepted: bool = True, **more: Any
) -> Benefit:
    """Write one thing that a patient offered during care; `more` overrides fields."""
    fields: dict[str, Any] = {
        "amount": Decimal(800),
        "giver": f"HZ-{key}",
        "giver_kind": "患者",
        "company": None,
        "care_stage": "诊疗过程中",
        "act": "无",
        "pretext": "感谢",
    }
    return _add(book, key, taken, receiver, form, accepted=accepted, **{**fields, **more})


def add_from_company(
    book: Book, key: str, taken: date, receiver: str, form: BenefitForm, *, accepted: bool = True, **more: Any
) -> Benefit:
    """Write one thing that a company gave, for no act at all; `more` overrides fields."""
    fields: dict[str, Any] = {
        "amount": Decimal(260),
        "giver": None,
        "giver_kind": "医药企业",
        "company": COMPANIES[0],
        "care_stage": "与诊疗无关",
        "act": "无",
        "pretext": "学术会议",
        "organised_by_giver": True,
        "paid_by_giver": True,
    }
    return _add(book, key, taken, receiver, form, accepted=accepted, **{**fields, **more})


def judge(book: Book, benefit: Benefit, question: str, finding: FindingWord, day: date) -> Judgement:
    """Write what the office of conduct found about a benefit."""
    made = Judgement(
        id=f"RD-{benefit.id}-{question}",
        body=HOSPITAL,
        about=question,
        subject_type="利益往来",
        subject=benefit.id,
        period=None,
        office="行风管理部门",
        assessor="R078",
        finding=finding,
        basis="登记表和谈话记录",
        date=day,
    )
    book.add(made)
    return made


def add_promotion(book: Book, key: str, held: date, participants: tuple[str, ...], **more: Any) -> PromotionActivity:
    """Write one event of a company that asks nothing in exchange; `more` overrides fields."""
    fields: dict[str, Any] = {
        "company": COMPANIES[3],
        "product": "某医药产品",
        "conditions": (),
        "costs_paid_by_company": True,
        "amount": Decimal(5000),
        "approved_by": "科教部门",
    }
    made = PromotionActivity(id=key, body=HOSPITAL, held=held, participants=participants, **{**fields, **more})
    book.add(made)
    return made


def add_interference(
    book: Book, key: str, occurred: date, area: InterferenceArea, *, against_rules: bool
) -> Interference:
    """Write one entry of the register of meddling."""
    made = Interference(
        id=key,
        body=HOSPITAL,
        occurred=occurred,
        person="R004",
        area=area,
        project=None,
        against_rules=against_rules,
        recorded=occurred,
        reported=True,
    )
    book.add(made)
    return made


def add_dealing(
    book: Book, key: str, occurred: date, person: str, act: str, *, against_rules: bool, **more: Any
) -> PrivateDealing:
    """Write one purchase, sale or use outside the hospital's channels."""
    fields: dict[str, Any] = {"object": "药品", "product": "临时外购药", "amount": Decimal(300), "episode": None}
    made = PrivateDealing(
        id=key,
        body=HOSPITAL,
        occurred=occurred,
        person=person,
        act=act,  # type: ignore[arg-type]
        against_rules=against_rules,
        approved_by=None if against_rules else "医务科",
        **{**fields, **more},
    )
    book.add(made)
    return made


def _unfounded_lead(book: Book, key: str, received: date, person: str) -> None:
    book.add(
        Lead(
            id=key,
            body=HOSPITAL,
            received=received,
            channel="来信",
            behaviour="收受红包",
            campaign="整治“红包”、回扣专项行动",
            person=person,
            company=None,
            benefit=None,
            assigned_to="行风管理办公室",
            responsible="R079",
            due=received + timedelta(days=60),
            closed=received + timedelta(days=45),
            outcome="不属实",
            feedback=received + timedelta(days=47),
        )
    )


def _add(book: Book, key: str, taken: date, receiver: str, form: BenefitForm, **more: Any) -> Benefit:
    fields: dict[str, Any] = {
        "solicited": False,
        "arranged_by_giver": False,
        "organised_by_giver": False,
        "paid_by_giver": False,
        "own_share": None,
        "episode": None,
        "product": None,
        "could_not_refuse": False,
        "place": None,
    }
    made = Benefit(id=key, body=HOSPITAL, taken=taken, form=form, receiver=receiver, **{**fields, **more})
    book.add(made)
    return made
