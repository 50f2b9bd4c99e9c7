"""Names and types in conditions: what is refused is underlined, and what is accepted has the nodes that it means."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.types import BOOL, DATE, DECIMAL, DURATION, INT, RATIO, STR, Enum, FactOf, ListOf, Maybe, RefOf
from tests.passes.samples import check, good, unmarked

BEDS = n.Field(n.Var("hospital", type=FactOf("Hospital")), "beds", type=INT)


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        pytest.param("«hopital».beds > 100", "QL230", id="an unknown name"),
        pytest.param("hospital.for_profit is «true»", "QL230", id="a truth value of another language"),
        pytest.param("hospital in «Hospital»", "QL230", id="a fact type as a value"),
        pytest.param("«params» == 3", "QL230", id="params without a name"),
        pytest.param("exists(p for p in «Persons» if p.is_medical_staff)", "QL231", id="an unknown type"),
        pytest.param("«hospital.bedz» > 100", "QL232", id="an unknown field"),
        pytest.param("«visit.host.beds» > 100", "QL232", id="a field of another type behind a reference"),
        pytest.param("now - hospital.registered < «params.wate»", "QL233", id="an unknown parameter"),
        pytest.param("«exist»(p for p in Person)", "QL234", id="an unknown function"),
        pytest.param("«open»(hospital.name) == 1", "QL234", id="a function of Python"),
        pytest.param('hospital.ownership == «"公立医院"»', "QL235", id="a word that is no member"),
        pytest.param('hospital.ownership in {"公立", «"民办"»}', "QL235", id="a word in a list that is no member"),
        pytest.param(
            '(«"私立"» if hospital.for_profit else "公立") == hospital.ownership', "QL235", id="a word in a choice"
        ),
        pytest.param("exists(«hospital» for hospital in Hospital)", "QL236", id="a name that is taken"),
        pytest.param("exists(«due» for due in Person)", "QL237", id="a name of the language"),
        pytest.param("exists(«count» for count in Person)", "QL237", id="a function's name"),
        pytest.param("«hospital.beds.number» > 1", "QL239", id="a field of a number"),
        pytest.param("«period.middle» > now", "QL239", id="a part that no span has"),
        pytest.param("«hospital.closed» > now", "QL240", id="an order without a guard"),
        pytest.param("«visit.booking».made < visit.start", "QL240", id="a reference that may be None"),
        pytest.param("«visit.booking».made is None", "QL240", id="a test behind a reference that may be None"),
        pytest.param(
            "visit.booking is None or visit.host == «visit.booking.decided_by».id", "QL240", id="a second None"
        ),
        pytest.param("«hospital.registered» is None", "QL241", id="is None of what is never None"),
        pytest.param("hospital.closed is not None and «hospital.closed is None»", "QL270", id="is None behind a guard"),
        pytest.param("«hospital» is None", "QL241", id="is None of a fact"),
        pytest.param('«hospital.beds == "100"»', "QL242", id="a number and a text"),
        pytest.param("«hospital.registered == 2024»", "QL242", id="a date and a number"),
        pytest.param("«hospital.ownership == hospital.level»", "QL242", id="two enums without a common word"),
        pytest.param("«hospital.ownership == hospital.name»", "QL242", id="an enum and a text field"),
        pytest.param("«hospital.ownership in hospital.reception_places»", "QL242", id="an enum among texts"),
        pytest.param("«hospital.ownership == params.word»", "QL242", id="an enum and a text parameter"),
        pytest.param("«visit.host == visit.body»", "QL242", id="references to different types"),
        pytest.param('«visit.host == "P-1"»', "QL242", id="a reference and a text"),
        pytest.param("(«1 if hospital.for_profit else now») == now", "QL242", id="branches of different types"),
        pytest.param("«hospital.province < hospital.name»", "QL243", id="an order of texts"),
        pytest.param("«hospital.for_profit < True»", "QL243", id="an order of truth values"),
        pytest.param("«period == document»", "QL244", id="equality of spans"),
        pytest.param("«hospital.reception_places == hospital.reception_places»", "QL244", id="equality of lists"),
        pytest.param("«hospital.beds» and hospital.for_profit", "QL245", id="a number as a condition"),
        pytest.param("not «hospital.name»", "QL245", id="not of a text"),
        pytest.param("«hospital»", "QL245", id="a fact as a condition"),
        pytest.param("«hospital.registered + 30» < now", "QL246", id="a date plus a number"),
        pytest.param("«hospital.registered + hospital.registered» < now", "QL246", id="a date plus a date"),
        pytest.param("«days(3) * days(3)» > days(1)", "QL246", id="a duration times a duration"),
        pytest.param("«days(3) * 1.5» > days(1)", "QL246", id="a duration times a decimal"),
        pytest.param('«-hospital.name» == "x"', "QL246", id="minus a text"),
        pytest.param("«days(3) / days(1)» > 1", "QL246", id="a quotient of durations"),
        pytest.param('"南" in «hospital.province»', "QL248", id="in a text"),
        pytest.param("visit.start in «period»", "QL248", id="in a span"),
        pytest.param("«year(hospital.name)» == 2024", "QL249", id="an argument of a wrong type"),
        pytest.param("«year()» == 2024", "QL249", id="an argument that is missing"),
        pytest.param('add_months(now, 1, «clip="start"») > now', "QL250", id="a word that a keyword does not take"),
        pytest.param("«year(day=now)» == 2024", "QL249", id="a keyword for an argument"),
        pytest.param("hospital.registered < «date(2023, 2, 29)»", "QL251", id="a day that does not exist"),
        pytest.param("hospital.registered < «date(1066, 1, 1)»", "QL251", id="a day too early"),
        pytest.param('«hospital» == "H-1"', "QL252", id="a fact and a text"),
        pytest.param("«hospital» > 3", "QL252", id="a fact and a number"),
        pytest.param("«hospital» + 1 > 3", "QL252", id="a fact in arithmetic"),
        pytest.param("hospital.beds in [1, «now»]", "QL253", id="a list of different types"),
        pytest.param("«hospital.__class__» == 1", "QL225", id="an attribute of Python"),
        pytest.param("«__import__»(hospital.name) == 1", "QL225", id="a function inside Python"),
        pytest.param("«hospital.name._private»() == 1", "QL225", id="a method inside Python"),
        pytest.param("«hospital.name.upper»() == 1", "QL226", id="a method of Python"),
    ],
)
def test_what_is_refused_is_underlined(marked: str, code: str) -> None:
    text, parts = unmarked(marked)
    assert (code, parts[0]) in check(text).underlined


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("hopital.beds > 100", "hospital"),
        ("hospital.bedz > 100", "beds"),
        ("hospital.编制床 > 100", "编制床位"),
        ("exists(p for p in Persons)", "Person"),
        ("exists(p for p in 医药代表来方)", "医药代表来访"),
        ("now - hospital.registered < params.wate", "wait"),
        ("exist(p for p in Person)", "exists"),
        ('visit.visitor_kind == "医药代理"', "医药代表"),
        ("hospital.for_profit == true", "True"),
        ("hospital in Hospital", "exists(x for x in Hospital if …)"),
    ],
)
def test_the_nearest_name_is_suggested(text: str, suggestion: str) -> None:
    assert [found.suggestion for found in check(text).diagnostics] == [suggestion]


def test_all_mistakes_of_a_condition_come_at_once() -> None:
    text = 'hospital.bedz > 1 and hospital.closed > now and hospital.ownership == "私立" and nobody'
    assert check(text).codes == ["QL232", "QL240", "QL235", "QL230"]


def test_one_mistake_is_reported_once() -> None:
    assert check("exists(p for p in Persons if p.body == hospital and p.age > 3)").codes == ["QL231"]
    assert check("nobody.beds > 100 and nobody.beds < 200").codes == ["QL230", "QL230"]


# --- what conditions become -----------------------------------------------------------------------


def test_a_name_may_be_chinese() -> None:
    assert good("hospital.编制床位 > 100") == good("hospital.beds > 100")
    assert good("exists(p for p in 人员 if p.是否党员)") == good("exists(p for p in Person if p.is_party_member)")


def test_a_reference_is_followed() -> None:
    node = good("visit.host.is_medical_staff")
    visit = n.Var("visit", type=FactOf("RepVisit"))
    host = n.Field(visit, "host", type=RefOf("Person"))
    assert node == n.Field(n.Follow(host, "Person", type=FactOf("Person")), "is_medical_staff", type=BOOL)


def test_a_fact_compares_by_its_key() -> None:
    node = good("visit.host == person")
    assert isinstance(node, n.Compare)
    assert node.right == n.KeyOf(n.Var("person", type=FactOf("Person")), type=RefOf("Person"))


def test_a_reference_to_a_body_compares_with_one_to_a_hospital() -> None:
    assert isinstance(good("person.body == visit.body"), n.Compare)
    assert isinstance(good("person.body == hospital"), n.Compare)


def test_a_moment_meets_a_date_by_its_date() -> None:
    node = good("visit.start <= due")
    assert isinstance(node, n.Compare)
    assert isinstance(node.left, n.DateOf)
    mirrored = good("now >= visit.start")
    assert isinstance(mirrored, n.Compare)
    assert isinstance(mirrored.right, n.DateOf)


def test_an_explicit_date_of_is_the_same_node() -> None:
    assert good("date_of(visit.start) <= due") == good("visit.start <= due")


def test_a_chained_comparison_is_an_and() -> None:
    assert good("1 < hospital.beds < 100") == good("1 < hospital.beds and hospital.beds < 100")


def test_a_word_takes_the_type_of_its_enum() -> None:
    node = good('hospital.ownership == "公立"')
    assert isinstance(node, n.Compare)
    assert isinstance(node.right.type, Enum)


def test_a_list_of_words_takes_the_type_of_its_enum() -> None:
    node = good('hospital.ownership in {"公立", "民营"}')
    assert isinstance(node, n.In)
    assert isinstance(node.members.type, ListOf)
    assert isinstance(node.members.type.item, Enum)


def test_numbers_of_all_types_compare() -> None:
    for right in ("100", "99.5", "percent(30)", "hospital.beds / 2", "params.amount", "params.part"):
        assert isinstance(good(f"hospital.beds > {right}"), n.Compare)


def test_literals_are_exact() -> None:
    values = {
        "0.1": n.Const(Decimal("0.1"), type=DECIMAL),
        "percent(30)": n.Const(Fraction(3, 10), type=RATIO),
        "1 / 3": n.Const(Fraction(1, 3), type=RATIO),
        "123456789012345678": n.Const(123456789012345678, type=INT),
        "-3": n.Const(-3, type=INT),
    }
    for text, constant in values.items():
        node = good(f"hospital.beds > {text}")
        assert isinstance(node, n.Compare)
        assert node.right == constant


def test_dates_and_durations_of_literals_are_literals() -> None:
    assert good("now > date(2024, 2, 29)") == n.Compare(
        ">", n.Context("now", type=DATE), n.Const(date(2024, 2, 29), type=DATE), type=BOOL
    )
    node = good("now - hospital.registered < days(1) * 3")
    assert isinstance(node, n.Compare)
    assert node.right == n.Const(timedelta(days=3), type=DURATION)


def test_days_of_an_expression_scale_a_day() -> None:
    node = good("now < hospital.registered + days(hospital.beds)")
    assert isinstance(node, n.Compare)
    assert isinstance(node.right, n.Shift)
    assert node.right.duration == n.ScaleDuration(n.Const(timedelta(days=1), type=DURATION), BEDS, type=DURATION)


def test_a_word_may_be_read_as_a_text_by_a_function() -> None:
    assert isinstance(good('hospital.level is not None and starts_with(hospital.level, "三级")'), n.And)


def test_a_reference_may_be_looked_for_in_a_list() -> None:
    node = good("visit.host in visit.body.reception_staff")
    assert isinstance(node, n.In)


def test_a_period_has_its_last_day_and_a_tenure_may_not() -> None:
    good("period.end > now")
    assert check("job.span.end > now").codes == ["QL240"]
    good("job.span.end is None or job.span.end > now")


def test_a_topic_in_a_condition_is_read_as_its_canonical_name() -> None:
    by_alias = good('exists(r for r in EvidenceRecord if "行风" in r.topics)')
    assert by_alias == good('exists(r for r in EvidenceRecord if "医德医风" in r.topics)')
    checked = check('exists(r for r in EvidenceRecord if "行封" in r.topics)')
    assert checked.underlined == [("QL511", '"行封"')]


def test_units_that_differ_are_refused() -> None:
    assert check("hospital.beds > visit.visitors").codes == ["QL247"]
    assert check("hospital.beds + visit.visitors > 3").codes == ["QL247"]


def test_a_number_without_a_unit_goes_with_any() -> None:
    good("hospital.beds > 3")
    good("hospital.beds > params.limit")
    good("hospital.beds > count(p for p in Person if p.body == hospital)")


def test_division_stands_inside_a_comparison_only() -> None:
    good("(hospital.beds + 1) / 2 * 3 > 10")
    assert check("exists(x for x in [hospital.beds / 2] if x > 1)").codes == ["QL254"]


def test_what_is_always_the_same_is_a_warning() -> None:
    assert check("1 < 2").codes == ["QL270"]
    assert check("hospital.beds == hospital.beds and hospital.for_profit").codes == ["QL270"]
    assert check('hospital.province == "广西" or 1 > 2').underlined == [("QL270", "1 > 2")]
    assert check("hospital.name in []").codes == ["QL270"]


def test_a_maybe_compares_by_equality_without_a_guard() -> None:
    node = good('hospital.level == "三级甲等"')
    assert isinstance(node, n.Compare)
    assert isinstance(node.left.type, Maybe)
    good('hospital.city in ["南宁", "柳州"]')
    good("hospital.city == hospital.district")


def test_a_list_may_hold_none() -> None:
    node = good("hospital.name in [hospital.city, hospital.province]")
    assert isinstance(node, n.In)
    assert node.members.type == ListOf(Maybe(STR))
