"""`evidence` and `duties`: the condition that they mean (LANGUAGE 2.3 and 4.7)."""

from __future__ import annotations

import pytest

from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import EvidenceSpec, JudgementSpec
from tests.passes.samples import found_in, good, item, rule

START = 'exists(r for r in EvidenceRecord if r.body == hospital and r.record == "制度"'
HEAD = """rule
id: a
clause: 每年文字
each: hospital in Hospital
"""


@pytest.mark.parametrize(
    ("block", "condition"),
    [
        pytest.param("evidence: {record: 制度}", f"{START})", id="the kind of record alone"),
        pytest.param(
            "evidence: {record: 制度, about: 行风}",
            f'{START} and "医德医风" in r.topics)',
            id="a topic by an alias",
        ),
        pytest.param(
            "evidence: {record: 制度, by: [党委, 院办]}",
            f'{START} and r.approved_by in ["党委", "院办"])',
            id="who approved it",
        ),
        pytest.param(
            "evidence: {record: 制度, within: 12 months}",
            f"{START} and r.date > add_months(now, -12) and r.date <= now)",
            id="how recent, in months",
        ),
        pytest.param(
            "evidence: {record: 制度, within: 2 years}",
            f"{START} and r.date > add_months(now, -24) and r.date <= now)",
            id="how recent, in years",
        ),
        pytest.param(
            "evidence: {record: 制度, within: 30 days}",
            f"{START} and r.date > now - days(30) and r.date <= now)",
            id="how recent, in days",
        ),
        pytest.param(
            "every: year\nevidence: {record: 制度}",
            f"{START} and r.date >= period.start and r.date <= now)",
            id="in each period",
        ),
        pytest.param(
            "every: year\nevidence: {record: 制度, within: 6 months}",
            f"{START} and r.date > add_months(now, -6) and r.date <= now)",
            id="recent in each period",
        ),
        pytest.param("due: params.since\nevidence: {record: 制度}", f"{START} and r.date <= due)", id="up to a limit"),
        pytest.param(
            "every: year\ndue: period.end + params.wait\nevidence: {record: 制度}",
            f"{START} and r.date >= period.start and r.date <= due)",
            id="from the period's start to its limit",
        ),
        pytest.param(
            "due: params.since\nevidence: {record: 制度, within: 12 months}",
            f"{START} and r.date > add_months(now, -12) and r.date <= due)",
            id="recent and up to a limit",
        ),
    ],
)
def test_evidence_means_a_record(block: str, condition: str) -> None:
    made = rule(HEAD + block)
    assert made.form == "evidence"
    (found,) = made.conditions
    assert found.node == good(condition.replace("exists(r for r", "exists(record for record").replace("r.", "record."))


def test_the_record_belongs_to_the_body_of_the_subject() -> None:
    made = rule(HEAD.replace("hospital in Hospital", "visit in RepVisit") + "evidence: {record: 制度}")
    condition = 'exists(record for record in EvidenceRecord if record.body == visit.body and record.record == "制度")'
    assert made.conditions[0].node == good(condition)


def test_a_moment_as_limit_counts_by_its_date() -> None:
    block = HEAD.replace("hospital in Hospital", "visit in RepVisit") + "due: visit.start\nevidence: {record: 制度}"
    node = rule(block).conditions[0].node
    assert any(isinstance(part, n.DateOf) for part in _parts(node))


def _parts(node: n.Node) -> tuple[n.Node, ...]:
    assert isinstance(node, n.Exists)
    assert isinstance(node.over.condition, n.And)
    return tuple(item.right for item in node.over.condition.items if isinstance(item, n.Compare))


def test_the_record_is_called_by_a_free_name() -> None:
    made = rule(HEAD.replace("hospital in Hospital", "record in Hospital") + "evidence: {record: 制度}")
    node = made.conditions[0].node
    assert isinstance(node, n.Exists)
    assert node.over.name == "evidence"


def test_evidence_says_in_words_what_it_asks_for() -> None:
    made = rule(HEAD + "evidence: {record: 制度, about: 行风, by: 党委, within: 12 months}")
    assert made.evidence == EvidenceSpec("制度", "医德医风", ("党委",), "12 months")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param("{record: 制定}", ("QL235", "制定"), id="an unknown kind of record"),
        pytest.param("{record: 制度, about: 行锋}", ("QL511", "行锋"), id="an unknown topic"),
        pytest.param("{record: 制度, within: 一年内}", ("QL510", "一年内"), id="a length that cannot be read"),
        pytest.param("{record: 制度, after: 甲}", ("QL121", "after"), id="an unknown key"),
    ],
)
def test_a_mistake_in_evidence_is_underlined(evidence: str, expected: tuple[str, str]) -> None:
    assert found_in(f"{HEAD}evidence: {evidence}") == [expected]


def test_no_record_can_be_asked_of_what_has_no_body() -> None:
    block = HEAD.replace("hospital in Hospital", "c in Complete") + "evidence: {record: 制度}"
    assert [code for code, _ in found_in(block)] == ["QL513"]


# --- duties ---------------------------------------------------------------------------------------

DUTIES = """duties
each: hospital in Hospital
every: year
reading: 逐年检查
by: 院办
records:
  rules: {clause: 建立制度, record: 制度, about: 行风}
  own: {clause: 另一制度, record: 计划, by: [党委], kind: aim, severity: serious, title: 标题, reading: 自己的}
judgements:
  well-done: {clause: 做好工作, by: 上级, basis: 现场, accept: [符合]}
  by-head: {clause: 做好}"""


def test_each_line_of_duties_is_a_rule() -> None:
    checked, _ = item(DUTIES)
    assert [made.id.rpartition("/")[2] for made in checked.rules] == ["rules", "own", "well-done", "by-head"]
    assert [made.form for made in checked.rules] == ["evidence", "evidence", "judgement", "judgement"]
    assert all(made.from_duties for made in checked.rules)


def test_a_line_takes_from_the_head_what_it_leaves_out() -> None:
    shared, own = item(DUTIES)[0].rules[:2]
    assert (shared.kind, shared.severity, shared.title, shared.reading) == (
        "obligation",
        "minor",
        "建立制度",
        "逐年检查",
    )
    assert (own.kind, own.severity, own.title, own.reading) == ("aim", "serious", "标题", "自己的")
    assert shared.evidence == EvidenceSpec("制度", "医德医风", ("院办",), None)
    assert own.evidence == EvidenceSpec("计划", None, ("党委",), None)


def test_a_line_may_name_who_judges_or_take_it_from_the_head() -> None:
    well, by_head = item(DUTIES)[0].rules[2:]
    assert well.judgement == JudgementSpec(("上级",), "现场", ("符合",))
    assert by_head.judgement == JudgementSpec(("院办",), None)


def test_a_line_has_its_own_source() -> None:
    checked, _ = item(DUTIES)
    assert checked.rules[0].source == "  rules: {clause: 建立制度, record: 制度, about: 行风}"


def test_a_line_means_what_the_block_means() -> None:
    line = item(DUTIES)[0].rules[0]
    block = HEAD + "every: year\nevidence: {record: 制度, about: 行风, by: 院办}"
    assert line.conditions == rule(block).conditions


def test_a_mistake_in_one_line_leaves_the_others() -> None:
    checked, _ = item(DUTIES.replace("record: 计划", "record: 记划"))
    assert [found.code.id for found in checked.diagnostics] == ["QL235"]
    assert [made.id.rpartition("/")[2] for made in checked.rules] == ["rules", "well-done", "by-head"]


def test_a_mistake_in_the_head_leaves_none() -> None:
    checked, _ = item(DUTIES.replace("every: year", "every: yearly"))
    assert [found.code.id for found in checked.diagnostics] == ["QL506"]
    assert checked.rules == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("well-done:", "Well_done:", ("QL503", "Well_done"), id="an id in capitals"),
        pytest.param("own: {clause: 另一制度, ", "own: {", ("QL122", None), id="a line without a clause"),
        pytest.param("about: 行风}", "about: 行风, to: 甲}", ("QL121", "to"), id="an unknown key in a line"),
        pytest.param("own:", "rules-2: 制度\n  own:", ("QL123", None), id="a line that is text"),
        pytest.param("reading: 逐年检查", "readings: 逐年", ("QL121", "readings"), id="an unknown key in the head"),
    ],
)
def test_a_mistake_in_duties_is_underlined(old: str, new: str, expected: tuple[str, str | None]) -> None:
    found = found_in(DUTIES.replace(old, new))
    errors = [one for one in found if one[0] != "QL532"]
    assert [code for code, _ in errors] == [expected[0]]
    assert expected[1] is None or errors[0][1] == expected[1]


def test_duties_without_lines_are_reported() -> None:
    assert [code for code, _ in found_in("duties\neach: hospital in Hospital")] == ["QL523"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("by: [党委]", "by: []", id="a record"),
        pytest.param("by: 上级", "by: []", id="a finding"),
    ],
)
def test_an_empty_list_in_a_line_names_nobody_and_takes_nobody_from_the_head(old: str, new: str) -> None:
    errors = [one for one in found_in(DUTIES.replace(old, new)) if one[0] != "QL532"]
    assert errors == [("QL526", "[]")]


def test_an_empty_list_in_the_head_is_reported_once() -> None:
    checked, _ = item(DUTIES.replace("by: 院办", "by: []"))
    assert [one.code.id for one in checked.diagnostics if one.severity == "error"] == ["QL526"]
    assert checked.rules == ()


@pytest.mark.parametrize("form", ["judgement: {by: []}", "evidence: {record: 制度, by: []}"])
def test_an_empty_list_in_a_rule_names_nobody(form: str) -> None:
    assert [code for code, _ in found_in(HEAD + form)] == ["QL526"]
