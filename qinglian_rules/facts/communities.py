"""County medical communities: hospitals and health centres of a county that work as one."""

from __future__ import annotations

from pydantic import MISSING

from qinglian_rules.facts.base import BodyRef, Fact, HospitalRef, Key, fact_field
from qinglian_rules.facts.refs import StructureRef
from qinglian_rules.facts.values import DateSpan, Day


class MedicalCommunity(Fact, title="医共体", dated="span"):
    """One county medical community, for the run of days for which it exists. `span` dates it. Key: `id`.

    `body` is the authority that answers for it, `lead` the hospital that leads it. `leadership` is the group that
    directs it and `internal_rules` the document on how it works, both None where there is none. `payment_reformed`:
    the insurance pays it in a reformed way. The last three days are None where that has never been done.
    """

    id: Key
    body: BodyRef | MISSING = fact_field("主管机构")
    name: str | MISSING = fact_field("名称")
    span: DateSpan | MISSING = fact_field("存续期间")
    lead: HospitalRef | MISSING = fact_field("牵头医院")
    members: tuple[HospitalRef, ...] | MISSING = fact_field("成员单位")
    leadership: StructureRef | None | MISSING = fact_field("领导机构")
    internal_rules: str | None | MISSING = fact_field("内部运行制度文号")
    payment_reformed: bool | MISSING = fact_field("是否实行医保支付方式改革")
    monitored: Day | None | MISSING = fact_field("最近监测日期", blank="none")
    evaluated: Day | None | MISSING = fact_field("最近评估日期", blank="none")
    appraised: Day | None | MISSING = fact_field("最近考核日期", blank="none")
