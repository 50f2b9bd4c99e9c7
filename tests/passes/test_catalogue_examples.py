"""Every code about conditions is what its bad example gets, and its good example is found in order."""

from __future__ import annotations

import pytest

from qinglian_rules.diagnostics.catalogue import all_codes
from qinglian_rules.diagnostics.model import Code
from qinglian_rules.ir.nodes import Context, Node, Var
from qinglian_rules.ir.types import DATE, SPAN, FactOf
from qinglian_rules.passes.scope import Absent, Scope
from tests.passes.samples import check, found_in, item

NAMES: dict[str, Node | Absent | None] = {
    "hospital": Var("hospital", type=FactOf("Hospital")),
    "now": Context("now", type=DATE),
    "document": Context("document", type=SPAN),
    "period": Absent("没有 every", "no every"),
    "due": Absent("没有 due", "no due"),
}
CODES = [code for code in all_codes() if code.id.startswith("QL2")]


@pytest.mark.parametrize("code", [code for code in CODES if code.bad], ids=lambda code: code.id)
def test_the_bad_example_gets_its_code(code: Code) -> None:
    assert check(code.bad, scope=Scope(NAMES)).codes == [code.id]


@pytest.mark.parametrize("code", [code for code in CODES if code.good], ids=lambda code: code.id)
def test_in_the_good_example_nothing_is_found(code: Code) -> None:
    checked = check(code.good, scope=Scope(NAMES))
    assert checked.codes == []
    assert checked.node is not None


# --- examples that are lines of a block ----------------------------------------------------------

RULE = """id: a-rule
clause: 文字
each: visit in RepVisit
require: visit.in_clinical_area"""
DEFINE = """id: a-definition
clause: 文字
each: benefit in Benefit
conclude: RedPacket(benefit=benefit)"""
FORMS = {"require", "forbid", "evidence", "judgement"}
BLOCK_CODES = [code for code in all_codes() if "QL500" < code.id < "QL550" and code.bad]


def keys(text: str) -> set[str]:
    """Return the keys that lines of a block give; the four forms stand for each other."""
    found = {line.partition(":")[0] for line in text.split("\n") if not line.startswith(" ")}
    return found | FORMS if found & FORMS else found


def block(example: str) -> str:
    """Return a block that is right but for what the example says."""
    kind, plain = ("define", DEFINE) if keys(example) & {"conclude", "veto"} else ("rule", RULE)
    kept = [line for line in plain.split("\n") if line.partition(":")[0] not in keys(example)]
    return "\n".join([kind, *kept, example])


@pytest.mark.parametrize("code", BLOCK_CODES, ids=lambda code: code.id)
def test_the_bad_lines_get_their_code(code: Code) -> None:
    assert code.id in [found for found, _ in found_in(block(code.bad))]


@pytest.mark.parametrize("code", BLOCK_CODES, ids=lambda code: code.id)
def test_in_the_good_lines_it_is_not_found(code: Code) -> None:
    checked, _ = item(block(code.good))
    errors = [found.code.id for found in checked.diagnostics if found.severity == "error"]
    assert errors == []
    assert code.id not in [found.code.id for found in checked.diagnostics]
