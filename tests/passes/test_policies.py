"""What documents say together: ids, references, and the order of derived types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qinglian_rules.ir.build import TRUE
from qinglian_rules.ir.rules import Bound, Document, Item
from qinglian_rules.passes import check_policies, strata
from tests.passes.samples import CONTEXT, item, rule

DAY = date(2024, 1, 1)


def document(*blocks: str, name: str = "t-2024") -> Document:
    """Return a document of one item that holds these blocks."""
    checked, _ = item(*blocks)
    made = Item("1.1-item.md", "一/1", "一项", "文字。", 0, checked.rules, checked.definitions, checked.texts)
    return of_items(made, name=name)


def of_items(*items: Item, name: str = "t-2024") -> Document:
    return Document(
        id=name,
        title="文件",
        issuer=(),
        number=None,
        issued=None,
        force_from=Bound(DAY, DAY),
        force_to=None,
        reach=TRUE,
        rank="province",
        implements=(),
        supersedes=(),
        status="draft",
        parameters=tuple(CONTEXT.parameters.values()),
        items=items,
        source="文字。",
        sha256="",
    )


RULE = "rule\nid: {id}\nclause: 文字\neach: person in Person\nrequire: person.is_party_member"


def test_documents_without_fault_give_nothing() -> None:
    assert check_policies([document(RULE.format(id="a"), RULE.format(id="b") + "\nspecialises: a")]) == ()


def test_an_id_is_used_once_in_all_documents() -> None:
    (found,) = check_policies([document(RULE.format(id="a")), document(RULE.format(id="a"))])
    assert (found.code.id, found.args["id"]) == ("QL550", "t-2024/1.1/a")
    assert len(found.related) == 1


def test_a_reference_to_a_rule_that_is_not_there_is_an_error() -> None:
    made = document(RULE.format(id="a-rule"), RULE.format(id="b") + "\nspecialises: a-rules\nrefs: [1.1/c, a-rule]")
    found = check_policies([made])
    assert [(one.code.id, one.args["key"], one.suggestion) for one in found] == [
        ("QL551", "refs", None),
        ("QL551", "specialises", "t-2024/1.1/a-rule"),
    ]


def test_what_is_not_loaded_cannot_be_missed() -> None:
    made = document(RULE.format(id="b") + "\nspecialises: other-2024/1/c\nrefs: [other-2024, 医师法]")
    assert check_policies([made]) == ()


def test_no_rule_is_a_special_case_of_itself() -> None:
    made = document(RULE.format(id="b") + "\nspecialises: b")
    assert [one.code.id for one in check_policies([made])] == ["QL553"]


SAME = RULE.format(id="b") + "\nsame_as: other-2024/1.1/a"


def other(block: str) -> Document:
    """Return another document, `other-2024`, that holds a block."""
    made = document(block, name="other-2024")
    (only,) = made.items
    rules = tuple(replace(rule, id=f"other-2024/1.1/{rule.id[11:]}", document=made.id) for rule in only.rules)
    return replace(made, items=(replace(only, rules=rules),))


def test_a_rule_may_ask_the_same_as_one_of_another_document() -> None:
    assert check_policies([other(RULE.format(id="a")), document(SAME)]) == ()


ON_A_POST = "rule\nid: a\nclause: 文字\neach: post in Post\nrequire: post.named_key"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (ON_A_POST, "type"),
        (RULE.format(id="a") + "\nevery: year", "rhythm"),
        (RULE.format(id="a") + "\nsame_as: third-2024/1.1/c", "third-2024/1.1/c"),
    ],
)
def test_what_cannot_be_the_same_is_an_error_that_says_why(block: str, reason: str) -> None:
    (found,) = check_policies([other(block), document(SAME)])
    assert found.code.id == "QL554"
    assert reason in found.message("en")
    assert len(found.related) == 1


def test_a_rule_of_the_same_document_is_not_the_same_as_another() -> None:
    (found,) = check_policies([document(RULE.format(id="a"), RULE.format(id="b") + "\nsame_as: a")])
    assert found.code.id == "QL554"


# --- strata ---------------------------------------------------------------------------------------


def packet(reads: str = "benefit.accepted", concluded: str = "RedPacket") -> str:
    """Return a definition over benefits that concludes a type where `reads` holds."""
    head = f"define\nid: {concluded.lower()}\nclause: 文字\neach: benefit in Benefit\n"
    return f"{head}when: {reads}\nconclude: {concluded}(benefit=benefit)"


def kickback(reads: str) -> str:
    return packet(reads, "Kickback")


READS_PACKET = "exists(r for r in RedPacket if r.benefit == benefit)"
READS_KICKBACK = "exists(k for k in Kickback if k.benefit == benefit)"


def test_a_derived_type_comes_after_those_that_it_reads() -> None:
    assert strata([document(kickback(READS_PACKET), packet())]) == ("RedPacket", "Kickback")
    assert strata([document(packet(READS_KICKBACK), kickback("benefit.accepted"))]) == ("Kickback", "RedPacket")


def test_a_derived_subject_is_read() -> None:
    grade = (
        "define\nid: grade\nclause: 文字\neach: packet in RedPacket\n"
        'conclude: EthicsGrade(person=packet.person, year=year(packet.date), grade="不合格")'
    )
    assert strata([document(grade, packet())]) == ("RedPacket", "EthicsGrade")


def test_strata_go_through_several_documents() -> None:
    assert strata([document(kickback(READS_PACKET)), document(packet(), name="u-2024")]) == ("RedPacket", "Kickback")


def test_types_that_nothing_concludes_have_no_stratum() -> None:
    assert strata([document(RULE.format(id="a"))]) == ()


def test_a_circle_is_an_error_that_shows_it() -> None:
    made = document(kickback(READS_PACKET), packet(READS_KICKBACK))
    (found,) = check_policies([made])
    assert found.code.id == "QL552"
    assert found.args["cycle"] in {"RedPacket → Kickback → RedPacket", "Kickback → RedPacket → Kickback"}
    assert len(found.related) == 1
    assert strata([made]) == ()


def test_a_type_that_reads_itself_is_a_circle() -> None:
    (found,) = check_policies([document(packet(READS_PACKET))])
    assert found.args["cycle"] == "RedPacket → RedPacket"


def test_what_stands_behind_a_circle_is_not_reported_again() -> None:
    grade = (
        "define\nid: grade\nclause: 文字\neach: packet in RedPacket\n"
        'conclude: EthicsGrade(person=packet.person, year=year(packet.date), grade="不合格")'
    )
    assert len(check_policies([document(packet(READS_PACKET), grade)])) == 1


def test_rules_may_read_what_definitions_conclude() -> None:
    made = rule("rule\nid: a\nclause: 文字\neach: packet in RedPacket\nrequire: packet.person.is_party_member")
    assert made.subject.target == "RedPacket"
