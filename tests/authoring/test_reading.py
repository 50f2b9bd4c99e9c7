"""What is wrong in a cases file is reported where it stands, all of it at once."""

from __future__ import annotations

import pytest

from qinglian_rules.authoring.cases.reading import CasesFile
from qinglian_rules.diagnostics.catalogue import all_codes
from tests.authoring.samples import BODY, SAMPLE, VISITS, cases, policy, read
from tests.syntax.marked import marked

OPEN = policy(metadata={", to: 2024-12-31}": "}"})
START = "visits-in-order:\n  base:\n"
PACKETS = f"no-red-packet:\n  base:\n    {BODY}\n    Benefit: {{id: B-1, body: H-1}}\n"

MISTAKES = {
    "QL601": (VISITS.replace("visits-in-order", "visit-in-order"), "visit-in-order"),
    "QL602": (VISITS.replace("RepVisit:", "RepVisits:"), "RepVisits"),
    "QL603": (VISITS + "    Body: {id: H-2}\n", "Body"),
    "QL604": (VISITS + "    RedPacket: {benefit: B-1}\n", "RedPacket"),
    "QL605": (VISITS + "  violated: [{title: a, change: {RepVisit V-1: {plce: 诊室}}}]\n", "plce"),
    "QL606": (VISITS + "  violated: [{title: a, change: {V-1: {place: 诊室}}}]\n", "V-1"),
    "QL607": (VISITS + "  violated: [{title: a, remove: [RepVisit V-2]}]\n", "RepVisit V-2"),
    "QL608": (VISITS + "  violated: [{title: a, add: {Hospital: {id: H-1}}}]\n", "{id: H-1}"),
    "QL609": (VISITS + "  violated: [{title: a, change: {RepVisit V-1: {id: V-2}}}]\n", "id"),
    "QL610": (VISITS + "  violated: [{title: a, incomplete: [Sanction]}]\n", "Sanction"),
    "QL616": (VISITS + "  violated: [{title: a, period: 2022-01-01..}]\n", "2022-01-01.."),
    "QL617": (START + f"    {BODY}\n  violated: [{{title: a}}]\n", "{title: a}"),
    "QL618": (
        VISITS + "  violated: [{title: a, add: {RepVisit: {id: V-2}}}]\n",
        "{title: a, add: {RepVisit: {id: V-2}}}",
    ),
    "QL619": (VISITS + "  violated: [{title: a, of: Hospital H-1}]\n", "Hospital H-1"),
    "QL625": (VISITS + "  violated: [{title: a, params: {removal_limits: 3}}]\n", "removal_limits"),
    "QL626": (VISITS + "  violated: [{title: a, params: {removal_limit: 半小时}}]\n", "半小时"),
    "QL630": (VISITS + "  violated: [{title: a, failed: [地点]}]\n", "地点"),
    "QL631": (VISITS + "  compliant: [{title: a, failed: [定点]}]\n", "failed"),
    "QL632": (VISITS + "  violated: [{title: a, concluded: {RepVisit V-1: {place: 诊室}}}]\n", "RepVisit V-1"),
}


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_is_reported_where_it_stands(code: str) -> None:
    content, underlined = MISTAKES[code]
    found, diagnostics = read(content)
    assert marked(content, diagnostics) == [(code, underlined)]
    assert found == ()


def test_a_document_that_does_not_say_when_it_ends_asks_for_the_day_of_judgement() -> None:
    content = VISITS + "  compliant: [{title: a}]\n"
    assert marked(content, read(content, OPEN)[1]) == [("QL615", "{title: a}")]
    assert len(cases(content.replace("title: a", "title: a, as_of: 2023-12-31"), OPEN)) == 1


def test_every_code_of_a_mistake_in_a_file_is_tried() -> None:
    errors = {code.id for code in all_codes() if code.id.startswith("QL6") and code.severity == "error"}
    assert errors == {*MISTAKES, "QL615"}


@pytest.mark.parametrize(
    ("content", "suggestion"),
    [
        (MISTAKES["QL601"][0], "visits-in-order"),
        (MISTAKES["QL602"][0], "RepVisit"),
        (MISTAKES["QL605"][0], "place"),
        (MISTAKES["QL607"][0], "RepVisit V-1"),
        (MISTAKES["QL625"][0], "removal_limit"),
        (VISITS + "  violatd: [{title: a}]\n", "violated"),
        (VISITS + "  violated: [{title: a, chnge: {}}]\n", "change"),
        (VISITS + "  concluded: [{title: a}]\n", None),
    ],
)
def test_a_near_name_is_suggested(content: str, suggestion: str | None) -> None:
    (diagnostic,) = read(content)[1]
    assert diagnostic.suggestion == suggestion


@pytest.mark.parametrize(
    ("change", "underlined"),
    [
        ("RepVisit V-1: {start: 2023-02-30 15:00}", "2023-02-30 15:00"),
        ("RepVisit V-1: {visitors: 三}", "三"),
        ("RepVisit V-1: {visitors: -1}", "-1"),
        ("RepVisit V-1: {visitor_kind: 记者}", "记者"),
        ("RepVisit V-1: {place: none}", "none"),
        ("RepVisit V-1: {place: [诊室]}", "[诊室]"),
        (
            "Hospital H-1: {reception_hours: [{weekday: 9, from: 14:00, to: 17:00}]}",
            "{weekday: 9, from: 14:00, to: 17:00}",
        ),
        ("Hospital H-1: {reception_hours: [周三下午]}", "周三下午"),
        ("Hospital H-1: {reception_places: {a: b}}", "{a: b}"),
        ("RepVisit V-1: 诊室", "诊室"),
    ],
)
def test_a_value_that_its_field_does_not_take_is_reported_where_it_stands(change: str, underlined: str) -> None:
    content = f"{VISITS}  violated: [{{title: a, change: {{{change}}}}}]\n"
    assert [text for _, text in marked(content, read(content)[1])] == [underlined]


def test_all_mistakes_of_a_file_come_at_once() -> None:
    content = VISITS + "  violated:\n    - {change: {RepVisit V-1: {plce: a, visitors: b}}, as_of: 2023}\n    - 乙\n"
    assert len(read(content)[1]) == 5


def test_a_base_with_a_mistake_is_not_reported_again_by_its_cases() -> None:
    content = VISITS.replace("place: 接待室", "plce: 接待室") + "  compliant: [{title: a, remove: [RepVisit V-1]}]\n"
    assert [code for code, _ in marked(content, read(content)[1])] == ["QL605"]


@pytest.mark.parametrize("name", ["1/visits-in-order", "sample/1/visits-in-order"])
def test_a_file_beside_no_item_names_rules_by_more_of_their_id(name: str) -> None:
    content = VISITS.replace("visits-in-order", name) + "  compliant: [{title: a}]\n"
    found, diagnostics = read(content, path="chains.cases.yaml")
    assert diagnostics == ()
    assert [case.norm for case in found] == ["sample/1/visits-in-order"]


def test_a_file_beside_no_item_does_not_know_rules_by_their_last_part() -> None:
    (diagnostic,) = read(VISITS, path="chains.cases.yaml")[1]
    assert diagnostic.code.id == "QL601"


def test_the_item_of_a_file_is_the_one_of_the_same_name() -> None:
    file = CasesFile("policies/sample/1-all.cases.yaml", "", SAMPLE.documents[0])
    assert file.item is not None
    assert file.item.file == "1-all.md"


def test_the_subject_of_a_rule_on_what_is_concluded_need_not_be_named() -> None:
    (case,) = cases(PACKETS + "  not_applicable: [{title: a}]\n")
    assert case.of is None


def test_the_day_of_judgement_is_the_last_day_of_force_unless_the_case_says_otherwise() -> None:
    first, second = cases(VISITS + "  compliant: [{title: a}, {title: b, as_of: 2023-12-31}]\n")
    assert (first.as_of.isoformat(), second.as_of.isoformat()) == ("2024-12-31", "2023-12-31")
