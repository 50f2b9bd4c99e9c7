"""What a reader is told of a condition that decided: what came near, limits, what persons found."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import qinglian_rules as ql
from qinglian_rules.decisions.rendering import render_text
from qinglian_rules.decisions.wording import word_value
from qinglian_rules.facts.accreditation import CreationRoster, DemonstrationReview
from qinglian_rules.facts.benefits import Benefit
from qinglian_rules.facts.billing import InsuranceCheck
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from qinglian_rules.facts.misconduct import MisconductCase, Sanction
from qinglian_rules.facts.people import HealthAuthority, Hospital, Person
from tests.decisions.scenes import policy

AS_OF = date(2024, 6, 1)
HOSPITAL = Hospital(id="H-1", province="广西", city="南宁")
TAKERS = "gx-2021/3.2.2/takers-dealt-with"
SWAYS = "gx-2021/3.3.1/nothing-that-sways-care"
ATMOSPHERE = "gx-2021/3.1.3/upright-culture"


def text(rule: str, *facts: ql.Fact, lang: Any = "zh") -> str:
    report = policy("gx-2021").check([HOSPITAL, *facts], as_of=AS_OF)
    (decision,) = (one for one in report if one.rule.id == rule)
    return render_text(decision, lang, tried=False)


def case_and_sanctions(*sanctions: Sanction) -> tuple[ql.Fact, ...]:
    day = date(2024, 1, 10)
    case = MisconductCase(
        id="C-1", body="H-1", person="P-1", behaviour="收受红包", occurred=day, verified=True, verified_on=day
    )
    limit = ParameterValue(parameter="red_packet_sanction_limit", value="30天")
    return (case, limit, Complete(type="Sanction", end=AS_OF), Person(id="P-1", body="H-1"), *sanctions)


def sanction(key: str, case: str, imposed: date) -> Sanction:
    return Sanction(id=key, body="H-1", case=case, person="P-1", imposed=imposed)


def test_what_came_late_is_named_with_its_day_and_the_limit() -> None:
    said = text(TAKERS, *case_and_sanctions(sanction("S-1", "C-1", date(2024, 2, 10))))
    assert "没有符合条件的“处罚处分”记录，接近的有S-1（处罚日期是2024-02-10）" in said
    assert "期限是2024-02-09" in said


def test_a_record_of_another_case_does_not_come_near() -> None:
    said = text(TAKERS, *case_and_sanctions(sanction("S-2", "C-9", date(2024, 1, 20))))
    assert "没有符合条件的“处罚处分”记录" in said
    assert "S-2" not in said


def test_of_many_others_none_is_called_near() -> None:
    late = [sanction(f"S-{number}", "C-1", date(2024, 3, number)) for number in range(1, 6)]
    assert "接近的有" not in text(TAKERS, *case_and_sanctions(*late))


def test_a_record_that_may_be_the_one_is_named_with_what_it_lacks() -> None:
    unsure = Sanction(id="S-3", body="H-1", person="P-1", imposed=date(2024, 1, 20))
    assert "不能确定，可能是S-3，缺处罚处分的“案件”" in text(TAKERS, *case_and_sanctions(unsure))


def test_what_is_not_known_stands_without_the_condition() -> None:
    gift = Benefit(
        id="B-3",
        body="H-1",
        taken=date(2024, 1, 10),
        form="礼金",
        accepted=False,
        giver_kind="患者",
        care_stage="诊疗过程中",
        receiver="P-1",
    )
    assert "不明：缺利益往来的“是否索取”" in text("gx-2021/2/no-red-packet-asked-for", gift)


def meal(*findings: Judgement) -> tuple[ql.Fact, ...]:
    benefit = Benefit(
        id="B-1", body="H-1", taken=date(2024, 1, 10), form="宴请", accepted=True, giver_kind="医药企业", receiver="P-1"
    )
    return (benefit, Person(id="P-1", body="H-1", is_medical_staff=True), *findings)


def finding(about: str, subject: str, word: Any, office: str) -> Judgement:
    return Judgement(
        id="J-1", body="H-1", about=about, subject=subject, office=office, finding=word, date=date(2024, 2, 1)
    )


def test_an_answer_to_a_question_says_whose_and_of_when() -> None:
    said = text(SWAYS, *meal(finding("是否影响医疗行为公正性", "B-1", "符合", "行风办")))
    assert "违反之处：宴请 — 形式是“宴请”；“是否影响医疗行为公正性”由行风办于2024-02-01认定“符合”" in said


def test_a_question_that_nobody_answered_says_so() -> None:
    said = text(SWAYS, *meal())
    assert "“是否影响医疗行为公正性”还没有认定" in said
    assert "缺对“是否影响医疗行为公正性”的认定" in said


def test_a_rule_on_a_persons_word_shows_that_word() -> None:
    found = finding(ATMOSPHERE, "H-1", "不符合", "上级卫生健康行政部门")
    assert "认定：上级卫生健康行政部门于2024-02-01认定“不符合”" in text(ATMOSPHERE, found)
    assert "还没有认定" in text(ATMOSPHERE)


def test_yes_no_and_none_stand_after_a_colon() -> None:
    asked = Benefit(
        id="B-2",
        body="H-1",
        taken=date(2024, 1, 10),
        form="礼金",
        accepted=False,
        solicited=True,
        giver_kind="患者",
        care_stage="诊疗过程中",
        receiver="P-1",
    )
    rule = "gx-2021/2/no-red-packet-asked-for"
    assert "违反之处：是否索取：是" in text(rule, asked)
    assert "found: solicited is yes" in text(rule, asked, lang="en")


def kickback() -> tuple[ql.Fact, ...]:
    done, verified = date(2024, 12, 2), date(2025, 1, 24)
    case = MisconductCase(
        id="C-7", body="H-1", person="P-1", behaviour="输送回扣", occurred=done, verified=True, verified_on=verified
    )
    limit = ParameterValue(parameter="report_workdays", value="5")
    return (case, limit, Person(id="P-1", body="H-1"), Complete(type="ReportSubmission", end=date(2025, 2, 20)))


@pytest.mark.parametrize("engine", ["reference", "python"])
def test_a_due_beyond_the_calendar_says_that_its_days_are_not_known(engine: Any) -> None:
    report = policy("gx-2021").check([HOSPITAL, *kickback()], as_of=date(2025, 2, 20), engine=engine)
    (decision,) = (one for one in report if one.rule.id == "gx-2021/3.3.4/verified-kickback-reported")
    assert (decision.status, decision.missing) == ("undetermined", ("calendar: 广西",))
    said = decision.explain("zh")
    assert "不明：期限不能确定，查实日期是2025-01-24，" in said
    assert "，广西有关日期的放假安排还没有收录；“" in said
    assert "查明：广西有关日期的放假安排公布后，收录进工作日历" in said
    assert "the due is open" in decision.explain("en")


AUTHORITY = HealthAuthority(id="A-1", province="河南", level="省级", kind="卫生健康主管部门")
YEAR = ql.DateSpan(start=date(2024, 1, 1), end=None)
REVIEW = ql.DateSpan(start=date(2024, 1, 1), end=date(2025, 1, 31))


def accepted(units: int, passed: int) -> str:
    """What is said of an authority with so many units on its roster, of which so many passed."""
    roster = [CreationRoster(id=f"R-{n}", body="A-1", unit=f"U-{n}", span=YEAR) for n in range(units)]
    reviews = [
        DemonstrationReview(id=f"D-{n}", body="A-1", unit=f"U-{n}", accepted=date(2024, 12, 1), result="通过")
        for n in range(passed)
    ]
    stated = [Complete(type=name, end=date(2025, 1, 31)) for name in ("CreationRoster", "DemonstrationReview")]
    report = policy("ha-2024").check([AUTHORITY, *roster, *reviews, *stated], as_of=date(2025, 1, 31), period=REVIEW)
    (decision,) = (one for one in report if one.rule.id == "ha-2024/1.1/thirty-percent-accepted")
    assert decision.status == ("violated" if not units or passed * 10 < units * 3 else "compliant")
    return render_text(decision, "zh", tried=False)


def test_a_let_is_shown_by_its_value_and_its_guard_is_left_out() -> None:
    said = accepted(97, 29)
    assert "未满足：达到30% — accepted 是 29/97（29.9%）\n" in said
    assert "is None" not in said
    assert "percent(30)" not in said


def test_where_the_guard_decides_it_is_what_is_shown() -> None:
    assert "未满足：有创建名单 — accepted：无\n" in accepted(0, 0)


def test_a_let_that_holds_is_shown_by_its_value_too() -> None:
    assert "满足：达到30% — accepted 是 50%\n" in accepted(4, 2)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Fraction(1, 4), "25%"),
        (Fraction(29, 97), "29/97（29.9%）"),
        (Fraction(1, 1000), "1/1000（0.1%）"),
        (Fraction(-1, 3), "-1/3（-33.3%）"),
    ],
)
def test_a_part_that_is_no_whole_percentage_is_shown_both_ways(part: Fraction, words: str) -> None:
    assert word_value(part, "zh") == words
    assert word_value(part, "en") == words.replace("（", " (").replace("）", ")")


# --- a first day of force that the text does not give


def refused_check(held: date, lang: Any) -> str:
    """What is said of a hospital that did not help with a check of 2024."""
    facts = [
        Hospital(id="H-9", province="山东", city="泰安", name="泰安市肿瘤防治院"),
        HealthAuthority(id="A-9", province="山东", city="泰安", level="市级", kind="医疗保障部门"),
        InsuranceCheck(id="K-1", body="A-9", target="H-9", held=held, stage="事中审核", cooperated=False),
        Complete(type="InsuranceCheck", end=date(2025, 6, 1)),
    ]
    report = policy("ta-2024").check(facts, as_of=date(2025, 6, 1), period=(date(2024, 1, 1), date(2024, 12, 31)))
    (decision,) = (one for one in report if one.rule.id == "ta-2024/2.3.12/review-helped")
    return f"{decision.status} {decision.missing} {render_text(decision, lang, tried=False)}"


def test_a_day_between_the_bounds_of_force_is_said_to_hang_on_them() -> None:
    said = refused_check(date(2024, 6, 1), "zh")
    assert said.startswith("undetermined ('in_force: ta-2024',)")
    assert "没有写明何日起施行，只知在2024-01-01至2024-12-31之间" in said
    assert "which is between 2024-01-01 and 2024-12-31" in refused_check(date(2024, 6, 1), "en")


def test_a_day_after_the_bounds_of_force_is_decided() -> None:
    assert refused_check(date(2024, 12, 31), "zh").startswith("violated")
