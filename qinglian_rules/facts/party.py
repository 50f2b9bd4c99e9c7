"""What the organisations of the Party do for their members and for those who may become members."""

from __future__ import annotations

from typing import Literal

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Fact, Key, PersonRef, fact_field
from qinglian_rules.facts.refs import BranchRef
from qinglian_rules.facts.values import DateSpan

CultivationAim = Literal["把业务骨干培养成党员", "把党员培养成业务骨干", "其他"]


class Cultivation(Fact, title="培养对象", dated="span", kind="aim"):
    """One person who is brought on by a branch, for a run of days, as in “双培养”. `span` dates it. Key: `id`."""

    id: Key
    body: BodyRef | MISSING = fact_field("机构")
    person: PersonRef | MISSING = fact_field("培养人员")
    branch: BranchRef | None | MISSING = fact_field("党支部")
    aim: CultivationAim | MISSING = fact_field("培养方向")
    span: DateSpan | MISSING = fact_field("培养期间")
