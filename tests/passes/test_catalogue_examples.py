"""Every code about conditions is what its bad example gets, and its good example is found in order."""

from __future__ import annotations

import pytest

from qinglian_rules.diagnostics.catalogue import all_codes
from qinglian_rules.diagnostics.model import Code
from qinglian_rules.ir.nodes import Context, Node, Var
from qinglian_rules.ir.types import DATE, SPAN, FactOf
from qinglian_rules.passes.scope import Absent, Scope
from tests.passes.samples import check

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
