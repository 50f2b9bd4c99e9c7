"""What companies gave: kickbacks under any name, meals that may sway care, promotion in exchange."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book, Plan, Status
from pydantic import MISSING

from hospital.ordinary.benefits import IMPARTIAL, IS_KICKBACK, add_from_company, add_promotion, judge
from qinglian_rules.facts.benefits import Benefit, BenefitForm
from qinglian_rules.facts.engine import FindingWord

_ANY = "gx-2021/2/no-kickback-taken"
_KICKBACK = "gx-2021/3.3.1/no-kickback"
_COMMISSION = "gx-2021/3.3.1/no-commission"
_OTHER_FORM = "gx-2021/3.3.1/no-kickback-in-another-form"
_SWAYS = "gx-2021/3.3.1/nothing-that-sways-care"
_PROMOTION = "gx-2021/3.3.1/no-promotion-in-exchange"
_SCHOLARLY = "gx-2023/3.8/no-transfer-under-a-scholarly-name"


def plant(book: Book, plan: Plan) -> None:
    """Plant what companies gave."""
    _by_name(book, plan)
    _in_other_forms(book, plan)
    _asked_for(book, plan)
    _meals(book, plan)
    _promotion(book, plan)


def _by_name(book: Book, plan: Plan) -> None:
    staff: dict[str, Any] = {"giver_kind": "医药企业人员", "act": "处方"}
    add_from_company(book, "LY-K1", date(2022, 2, 18), "R009", "回扣", amount=Decimal(12_000), **staff)
    plan.expect("violated", _KICKBACK, ("Benefit", "LY-K1"), "收受医药企业人员的处方回扣")
    add_from_company(book, "LY-K2", date(2022, 8, 26), "R024", "提成", act="使用产品")
    plan.expect("violated", _COMMISSION, ("Benefit", "LY-K2"), "收受企业按耗材用量给的提成")
    values: dict[str, Any] = {"giver_kind": "其他医疗机构", "company": None, "act": "介绍患者"}
    add_from_company(book, "LY-K3", date(2022, 9, 9), "R024", "提成", **values)
    why = "接收转诊的机构给的提成，不是医药企业给的，由工作目标一条管"
    plan.expect("compliant", _COMMISSION, ("Benefit", "LY-K3"), why)
    plan.expect("violated", _ANY, ("Benefit", "LY-K3"), "登记为提成，不论谁给")


def _in_other_forms(book: Book, plan: Plan) -> None:
    fee: dict[str, Any] = {"pretext": "讲课费", "act": "处方", "amount": Decimal(3000)}
    add_from_company(book, "LY-K4", date(2022, 6, 17), "R010", "劳务报酬", **fee)
    plan.expect("violated", _OTHER_FORM, ("Benefit", "LY-K4"), "名为讲课费，换的是处方")
    add_from_company(book, "LY-K5", date(2023, 6, 16), "R010", "劳务报酬", **fee)
    why = "2023年的讲课费换处方，报告列出2023年要点的专门规定"
    plan.expect("violated", _SCHOLARLY, ("Benefit", "LY-K5"), why, failed=("学术",))
    research: dict[str, Any] = {"pretext": "科研经费", "act": "使用产品"}
    add_from_company(book, "LY-K6", date(2023, 9, 1), "R021", "捐赠", **research)
    plan.expect("violated", _SCHOLARLY, ("Benefit", "LY-K6"), "名为科研经费，换的是使用产品", failed=("科研",))

    unsettled = add_from_company(book, "LY-K7", date(2024, 5, 10), "R011", "劳务报酬", act="其他")
    for rule in (_ANY, _OTHER_FORM):
        plan.expect("undetermined", rule, unsettled, "换的是什么写作“其他”，还没有认定是不是回扣")
    cleared = add_from_company(book, "LY-K8", date(2024, 5, 17), "R013", "劳务报酬", act="开展研究")
    judge(book, cleared, IS_KICKBACK, "不符合", date(2024, 6, 3))
    plan.expect("compliant", _OTHER_FORM, cleared, "合同约定的研究者报酬，认定不是回扣")


def _asked_for(book: Book, plan: Plan) -> None:
    rule = "gx-2021/2/kickback-asked-for"
    add_from_company(book, "LY-K9", date(2023, 10, 12), "R015", "提成", accepted=False, solicited=True)
    plan.expect("violated", rule, ("Benefit", "LY-K9"), "向企业索取提成，对方没有给也是索取")
    taken, asked = "gx-2021/2/improper-gain-taken", "gx-2021/2/improper-gain-asked-for"
    add_from_company(book, "LY-N1", date(2022, 12, 5), "R027", "其他不正当利益")
    plan.expect("violated", taken, ("Benefit", "LY-N1"), "登记为其他不正当利益并且收受")
    add_from_company(book, "LY-N2", date(2022, 12, 6), "R027", "其他不正当利益", accepted=False)
    plan.expect("compliant", taken, ("Benefit", "LY-N2"), "登记为其他不正当利益，当场谢绝")
    add_from_company(book, "LY-N3", date(2022, 12, 7), "R027", "其他不正当利益", accepted=False, solicited=True)
    plan.expect("violated", asked, ("Benefit", "LY-N3"), "索取其他不正当利益，没有得到")


def _meals(book: Book, plan: Plan) -> None:
    day = date(2024, 10, 11)
    lines: tuple[tuple[str, BenefitForm, FindingWord | None, Status, tuple[str, ...], str], ...] = (
        ("LY-M1", "宴请", "符合", "violated", ("宴请",), "认定影响公正性的宴请"),
        ("LY-M2", "健身", "基本符合", "violated", ("其他休闲社交活动",), "认定影响公正性的高尔夫球活动"),
        ("LY-M3", "考察", "符合", "violated", ("考察",), "认定影响公正性的外出考察"),
        ("LY-M4", "宴请", None, "undetermined", (), "还没有认定是否影响公正性"),
        ("LY-M5", "学习", None, "undetermined", (), "还没有认定是否影响公正性"),
        ("LY-M6", "旅游", None, "undetermined", (), "还没有认定是否影响公正性"),
        ("LY-M7", "礼品", "不符合", "compliant", (), "带标识的笔，认定不影响公正性"),
    )
    for number, (key, form, finding, status, failed, why) in enumerate(lines):
        benefit = add_from_company(book, key, day + timedelta(days=number), "R015", form)
        if finding is not None:
            judge(book, benefit, IMPARTIAL, finding, date(2024, 11, 8))
        plan.expect(status, _SWAYS, benefit, why, failed=failed)
    _changed_minds(book, plan, day)


def _changed_minds(book: Book, plan: Plan, day: date) -> None:
    """Two findings about one meal: the later one counts; of one day they contradict each other."""
    twice = add_from_company(book, "LY-M8", day, "R019", "宴请")
    _judge_twice(book, twice, date(2024, 11, 1), date(2024, 11, 22))
    plan.expect("compliant", _SWAYS, twice, "先认定影响公正性，复核后认定不影响，以后一次为准")
    at_odds = add_from_company(book, "LY-M9", day, "R019", "宴请")
    _judge_twice(book, at_odds, date(2024, 11, 22), date(2024, 11, 22))
    plan.expect("undetermined", _SWAYS, at_odds, "同一天有两个相反的认定")


def _judge_twice(book: Book, benefit: Benefit, first: date, second: date) -> None:
    one = judge(book, benefit, IMPARTIAL, "符合", first)
    book.add(one.model_copy(update={"id": f"{one.id}-复核", "finding": "不符合", "date": second}))


def _promotion(book: Book, plan: Plan) -> None:
    held = date(2023, 4, 14)
    lines: tuple[tuple[str, tuple[str, ...], Any, Status, tuple[str, ...], str], ...] = (
        ("TG-A1", ("R006", "R007"), ("使用",), "violated", ("使用",), "以使用该产品为交换条件"),
        ("TG-A2", ("R020",), ("推荐", "采购"), "violated", ("推荐", "采购"), "以推荐和采购为交换条件"),
        ("TG-B1", ("R020",), MISSING, "undetermined", (), "不知道有没有交换条件"),
        ("TG-C1", (), ("供应",), "not_applicable", (), "有交换条件，但本院没有人参加"),
    )
    for key, participants, conditions, status, failed, why in lines:
        add_promotion(book, key, held, participants, conditions=conditions)
        plan.expect(status, _PROMOTION, ("PromotionActivity", key), why, failed=failed)
