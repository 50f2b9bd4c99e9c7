"""`rule` blocks: keys, forms, names, limits, and what comes out of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.build import TRUE
from qinglian_rules.ir.rules import Every, JudgementSpec, Subject
from qinglian_rules.ir.types import DATE, DATETIME, FactOf
from qinglian_rules.passes import check_item
from qinglian_rules.syntax import read_item
from tests.passes.samples import CONTEXT, FRONT, found_in, good, item, rule

PLAIN = """rule
id: a-rule
title: 一条规则
clause: 每年文字
each: visit in RepVisit
require: visit.in_clinical_area
severity: serious"""


def test_a_rule_says_where_it_belongs() -> None:
    made = rule(PLAIN)
    assert made.id == "t-2024/1.1/a-rule"
    assert (made.document, made.section, made.title) == ("t-2024", "一/1", "一条规则")
    assert made.subject == Subject("visit", "RepVisit")
    assert (made.form, made.severity, made.kind) == ("require", "serious", "obligation")
    assert made.when == TRUE
    assert [condition.name for condition in made.conditions] == [""]
    assert made.source == PLAIN.removeprefix("rule\n")


def test_what_is_left_out_has_its_default() -> None:
    made = rule("rule\nid: a\nclause: 文字\neach: visit in RepVisit\nforbid: visit.in_clinical_area")
    assert (made.title, made.severity, made.kind) == ("文字", "minor", "prohibition")
    assert (made.every, made.start, made.due, made.reading) == (None, None, None, None)


def test_the_front_matter_gives_what_the_block_leaves_out() -> None:
    front = FRONT.replace(
        "---\n文字", "defaults: {each: visit in RepVisit, kind: threshold, severity: critical}\n---\n文字"
    )
    made = rule("rule\nid: a\nclause: 文字\nrequire: visit.in_clinical_area", front=front)
    assert (made.subject.target, made.kind, made.severity) == ("RepVisit", "threshold", "critical")
    own = rule("rule\nid: a\nclause: 文字\neach: p in Person\nkind: aim\nrequire: p.is_party_member", front=front)
    assert (own.subject.target, own.kind, own.severity) == ("Person", "aim", "critical")


def test_a_type_may_be_named_by_its_title() -> None:
    assert rule(PLAIN.replace("in RepVisit", "in 医药代表来访")).subject.target == "RepVisit"


def test_when_and_unless_become_one_condition() -> None:
    made = rule(PLAIN + '\nwhen: visit.place == "药学部"\nunless: visit.discipline_present')
    assert isinstance(made.when, n.And)
    assert isinstance(made.when.items[1], n.Not)


def test_conditions_have_names() -> None:
    named = "require:\n  定点: visit.place in visit.body.reception_places\n  有记录: visit.record is not None"
    made = rule(PLAIN.replace("require: visit.in_clinical_area", named))
    assert [condition.name for condition in made.conditions] == ["定点", "有记录"]


def test_a_condition_is_made_for_each_member() -> None:
    made = rule(
        PLAIN.replace(
            "require: visit.in_clinical_area",
            'require:\n  for k in ["产品推广", "投标"]: visit.purpose != k\n  有记录: visit.record is not None',
        )
    )
    assert [condition.name for condition in made.conditions] == ["产品推广", "投标", "有记录"]
    assert made.conditions[0].node == good('visit.purpose != "产品推广"')
    assert made.conditions[1].node == good('visit.purpose != "投标"')


def test_a_member_may_be_a_number_and_decide_a_branch() -> None:
    text = "require:\n  for k in [1, 2]: visit.visitors > k if k == 1 else visit.visitors < k"
    made = rule(PLAIN.replace("require: visit.in_clinical_area", text))
    assert [condition.name for condition in made.conditions] == ["1", "2"]
    assert made.conditions[0].node == good("visit.visitors > 1")
    assert made.conditions[1].node == good("visit.visitors < 2")


def test_judgement_says_whose_finding_decides() -> None:
    block = PLAIN.replace("require: visit.in_clinical_area", "judgement: {by: [甲, 乙], basis: 记录, accept: [符合]}")
    made = rule(block)
    assert made.judgement == JudgementSpec(("甲", "乙"), "记录", ("符合",))
    assert made.conditions == ()
    usual = rule(PLAIN.replace("require: visit.in_clinical_area", "judgement: {by: 甲}"))
    assert usual.judgement == JudgementSpec(("甲",), None, ("符合", "基本符合"))


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("month", Every(1)),
        ("quarter", Every(3)),
        ("half-year", Every(6)),
        ("year", Every(12)),
        ("2 years from 2022-01-01", Every(24, date(2022, 1, 1))),
        ("params.cycle", Every(None, param="t-2024/cycle")),
    ],
)
def test_a_rhythm_is_read(text: str, every: Every) -> None:
    block = PLAIN.replace("require: visit.in_clinical_area", f"forbid: within(visit.start, period)\nevery: {text}")
    assert rule(block).every == every


def test_a_limit_is_a_date_or_a_moment() -> None:
    assert rule(PLAIN + "\ndue: visit.start + params.wait").due == n.Shift(
        n.Field(n.Var("visit", type=FactOf("RepVisit")), "start", type=DATETIME),
        n.Param("t-2024/wait", type=good("params.wait > params.wait - days(1)").left.type),  # type: ignore[attr-defined]
        1,
        type=DATETIME,
    )
    assert found_in(PLAIN + "\ndue: visit.visitors") == [("QL521", "visit.visitors")]


def test_due_in_a_condition_has_the_type_of_the_limit() -> None:
    block = PLAIN.replace("require: visit.in_clinical_area", "require: visit.end is not None and visit.end <= due")
    made = rule(block + "\ndue: visit.start + params.wait")
    assert isinstance(made.conditions[0].node, n.And)
    assert made.conditions[0].node.items[1].right == n.Context("due", type=DATETIME)  # type: ignore[attr-defined]


def test_with_a_rhythm_the_end_of_the_period_is_the_limit() -> None:
    block = PLAIN.replace("require: visit.in_clinical_area", "require: date_of(visit.start) <= due")
    made = rule(block + "\nevery: year")
    assert made.due is None
    assert made.conditions[0].node.right == n.Context("due", type=DATE)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("require: within(visit.start, period)", "period"),
        ("require: visit.start <= due", "due"),
        ("when: visit.start <= due\nrequire: visit.in_clinical_area\ndue: now", "due"),
        ("forbid: visit.start <= due\nevery: year", "due"),
        ("require: visit.in_clinical_area\ndue: due + days(1)", "due"),
    ],
)
def test_a_name_that_is_not_there_is_reported(change: str, name: str) -> None:
    assert ("QL238", name) in found_in(PLAIN.replace("require: visit.in_clinical_area", change))


def test_let_names_stand_for_expressions() -> None:
    block = PLAIN.replace(
        "require: visit.in_clinical_area",
        "let:\n  stay: visit.end - visit.start\n  long: stay > params.wait\nwhen: visit.end is not None\nrequire: long",
    )
    made = rule(block)
    assert [let.name for let in made.lets] == ["stay", "long"]
    assert isinstance(made.conditions[0].node, n.LetRef)
    assert made.lets[1].node.left == n.LetRef("stay", type=made.lets[0].node.type)  # type: ignore[attr-defined]


def test_a_let_name_may_use_the_limit_unless_the_limit_uses_it() -> None:
    block = PLAIN.replace(
        "require: visit.in_clinical_area", "let:\n  late: now > due\nrequire: not late\ndue: visit.start + params.wait"
    )
    rule(block)
    circular = block.replace("late: now > due", "late: due").replace("not late", "now < late")
    assert found_in(circular.replace("visit.start + params.wait", "late")) == [("QL238", "due")]


def test_a_let_name_uses_only_those_before_it() -> None:
    block = PLAIN.replace(
        "require: visit.in_clinical_area", "let:\n  one: two\n  two: visit.in_clinical_area\nrequire: one"
    )
    assert found_in(block) == [("QL230", "two")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("kinds: aim", ("QL121", "kinds"), id="an unknown key"),
        pytest.param("kind: veto", ("QL502", "veto"), id="a kind of definitions"),
        pytest.param("kind: dutty", ("QL502", "dutty"), id="an unknown kind"),
        pytest.param("from: 2024-13-01", ("QL507", "2024-13-01"), id="an impossible date"),
        pytest.param("every: yearly", ("QL506", "yearly"), id="an unknown rhythm"),
        pytest.param("every: 2 years", ("QL506", "2 years"), id="a cycle without a first day"),
        pytest.param("every: params.cycles", ("QL233", "params.cycles"), id="an unknown rhythm parameter"),
        pytest.param("every: params.wait", ("QL514", "params.wait"), id="a parameter that is no rhythm"),
        pytest.param("let:\n  now: visit.start", ("QL237", "now"), id="a let with a word of the language"),
        pytest.param("let:\n  visit: visit.start", ("QL236", "visit"), id="a let with the subject's name"),
        pytest.param("let:\n  ａ: visit.start", ("QL204", "ａ"), id="a let with a full-width letter"),
        pytest.param("let:\n  a b: visit.start", ("QL525", "a b"), id="a let of two words"),
    ],
)
def test_a_wrong_key_or_value_is_underlined(change: str, expected: tuple[str, str]) -> None:
    assert found_in(f"{PLAIN}\n{change}") == [expected]


def test_a_rule_has_one_form() -> None:
    assert [code for code, _ in found_in(PLAIN + "\njudgement: {by: 甲}")] == ["QL501"]
    assert [code for code, _ in found_in(PLAIN.replace("require: visit.in_clinical_area\n", ""))] == ["QL501"]


def test_what_must_be_there_is_missed() -> None:
    assert [code for code, _ in found_in("rule\nrequire: True")] == ["QL122"] * 3
    assert [code for code, _ in found_in("text\nclause: 文字")] == ["QL122"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("id: a-rule", "id: A_Rule", [("QL503", "A_Rule")], id="an id in capitals"),
        pytest.param("each: visit in RepVisit", "each: RepVisit", [("QL505", "RepVisit")], id="each without a name"),
        pytest.param("visit in RepVisit", "visit in RepVisits", [("QL231", "RepVisits")], id="each of an unknown type"),
        pytest.param(
            "visit in RepVisit", "now in RepVisit", [("QL237", "now"), ("QL230", "visit")], id="a reserved subject"
        ),
        pytest.param(
            "require: visit.in_clinical_area",
            "require:\n  for k in visit.names: visit.purpose == k",
            [("QL508", "for k in visit.names"), ("QL230", "visit")],
            id="members that are not written out",
        ),
        pytest.param(
            "require: visit.in_clinical_area",
            'require:\n  甲: visit.in_clinical_area\n  for k in ["甲"]: visit.place == k',
            [("QL509", '甲: visit.in_clinical_area\n  for k in ["甲"]: visit.place == k')],
            id="two conditions of one name",
        ),
        pytest.param(
            "require: visit.in_clinical_area",
            'require:\n  A类: visit.in_clinical_area\n  for k in ["Ａ类"]: visit.place == k',
            [("QL509", 'A类: visit.in_clinical_area\n  for k in ["Ａ类"]: visit.place == k')],
            id="two conditions whose names differ in width",
        ),
        pytest.param("severity: serious", "severity: high", [("QL502", "high")], id="an unknown severity"),
        pytest.param(
            "require: visit.in_clinical_area",
            "judgement: {by: 甲, accept: [好]}",
            [("QL502", "好")],
            id="a finding that nobody makes",
        ),
    ],
)
def test_a_mistake_is_underlined(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert found_in(PLAIN.replace(old, new)) == expected


def test_a_prohibition_has_no_limit() -> None:
    block = PLAIN.replace("require", "forbid") + "\ndue: now"
    assert [code for code, _ in found_in(block)] == ["QL524"]


def test_all_mistakes_of_a_file_come_at_once() -> None:
    first = PLAIN.replace("visit.in_clinical_area", "visit.in_clinic")
    second = PLAIN.replace("a-rule", "b-rule").replace("serious", "bad") + "\nwhen: visit.record > 3\ndue: visit.place"
    assert [code for code, _ in found_in(first, second)] == ["QL232", "QL502", "QL240", "QL521"]


def test_a_rule_with_a_mistake_is_left_out_and_the_others_stay() -> None:
    checked, _ = item(PLAIN.replace("serious", "bad"), PLAIN.replace("a-rule", "b-rule"))
    assert [made.id for made in checked.rules] == ["t-2024/1.1/b-rule"]


def test_a_warning_leaves_the_rule_in() -> None:
    checked, _ = item(PLAIN.replace("visit.in_clinical_area", "not not visit.in_clinical_area"))
    assert [found.code.id for found in checked.diagnostics] == ["QL271"]
    assert len(checked.rules) == 1


def test_an_id_is_used_once() -> None:
    assert found_in(PLAIN, PLAIN) == [("QL504", "a-rule")]


def test_the_offices_of_the_item_hold_for_every_rule() -> None:
    checked, _ = item(PLAIN, "responsible\nclause: 责任处室\noffices: [医政处, 办公室]")
    assert checked.rules[0].offices == ("医政处", "办公室")
    assert checked.texts[0].form == "responsible"


def test_words_without_a_norm_say_why() -> None:
    checked, _ = item("text\nclause: 文字\nwhy: preamble")
    assert (checked.texts[0].form, checked.texts[0].why) == ("text", "preamble")
    assert found_in("text\nclause: 文字\nwhy: because") == [("QL502", "because")]


def test_references_become_whole_ids() -> None:
    made = rule(PLAIN + "\nspecialises: [b-rule, 2.2/c, other/1/d]\nrefs: [a-rule, gx-2022, 2/e]")
    assert made.specialises == ("t-2024/1.1/b-rule", "t-2024/2.2/c", "other/1/d")
    assert made.refs == ("t-2024/1.1/a-rule", "gx-2022", "t-2024/2/e")


def test_what_a_rule_says_about_itself_is_kept() -> None:
    made = rule(PLAIN + "\nreading: 理解\nknown_false_positives: [甲, 乙]\nhandle: 处理\nfrom: 2024-01-01")
    assert (made.reading, made.known_false_positives, made.start) == ("理解", ("甲", "乙"), date(2024, 1, 1))
    assert [str(one) for one in made.handle] == ["处理"]


def test_a_block_that_was_not_read_whole_is_not_said_to_lack_keys() -> None:
    content = FRONT + f"\n```{PLAIN}\nwhen visit.in_clinical_area\nlet:\n  a: visit.places\n```\n"
    read, found = read_item("1.1-item.md", content)
    assert read is not None
    assert [one.code.id for one in found] == ["QL105"]
    checked = check_item(read, CONTEXT)
    assert [one.code.id for one in checked.diagnostics] == ["QL232"]
    assert checked.rules == ()


MUTATED = "rule duties id: each: every: when: require: forbid: let: due: clause: visit case . , : ( ) [ ] { } - == in"


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 8), st.sampled_from(MUTATED.split())), max_size=4))
@settings(deadline=None)
def test_a_file_is_checked_or_reported_whatever_stands_in_it(edits: list[tuple[int, int, str]]) -> None:
    text = PLAIN + "\nwhen: visit.end is not None and visit.end > visit.start\nlet:\n  long: visit.end - visit.start"
    for place, removed, put in edits:
        text = text[:place] + put + text[place + removed :]
    content = f"{FRONT}\n```rule\n{text.removeprefix('rule')}\n```\n"
    read, found = read_item("1.1-item.md", content)
    assert read is not None
    checked = check_item(read, CONTEXT)
    errors = [one for one in (*found, *checked.diagnostics) if one.severity == "error"]
    assert errors or checked.rules or not read.blocks
    lines = content.split("\n")
    for one in checked.diagnostics:
        assert one.span is not None
        assert 1 <= one.span.line <= one.span.end_line <= len(lines)
        assert 1 <= one.span.column <= len(lines[one.span.line - 1]) + 1
