"""Which paper there is where a rule takes one of several: on one matter or on some together, a rule or a mechanism.

The examples file one on each matter alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qinglian_rules.facts.engine import RecordKind
from qinglian_rules.ir.rules import EvidenceSpec

_ALONE: Final[tuple[tuple[str, RecordKind, str], ...]] = (
    ("gx-2021/2/campaign-against-red-packets", "活动", "整治“红包”专项行动"),
    ("gx-2021/2/campaign-against-kickbacks", "活动", "整治回扣专项行动"),
    ("gx-2021/2/mechanism-against-red-packets", "机制", "打击“红包”长效机制"),
    ("gx-2021/2/mechanism-against-kickbacks", "机制", "打击回扣长效机制"),
    ("gx-2021/2/mechanism-against-other-problems", "机制", "打击行风问题长效机制"),
    ("gx-2021/3.2.2/rewards-and-penalties", "机制", "“红包”奖惩"),
    ("gx-2021/3.4.3/complaints-about-red-packets", "机制", "“红包”投诉举报"),
    ("gx-2021/3.4.3/complaints-about-kickbacks", "机制", "回扣投诉举报"),
    ("gx-2021/3.4.3/handling-of-red-packets", "机制", "“红包”调查处理"),
    ("gx-2021/3.4.3/handling-of-kickbacks", "机制", "回扣调查处理"),
    ("gx-2021/3.4.3/inspection-of-red-packets", "机制", "“红包”督导检查"),
    ("gx-2021/3.4.3/inspection-of-kickbacks", "机制", "回扣督导检查"),
    ("gx-2021/3.4.3/surrender-of-red-packets", "制度", "“红包”主动上缴"),
    ("gx-2021/3.4.3/surrender-of-kickbacks", "制度", "回扣主动上缴"),
    ("gx-2021/3.4.3/leads-on-red-packets", "制度", "“红包”线索反映"),
    ("gx-2021/3.4.3/leads-on-kickbacks", "制度", "回扣线索反映"),
    ("gx-2021/3.4.3/verification-of-red-packets", "制度", "“红包”调查核实"),
    ("gx-2021/3.4.3/verification-of-kickbacks", "制度", "回扣调查核实"),
    ("gx-2021/3.4.3/disposal-of-red-packets", "制度", "“红包”处置上报"),
    ("gx-2021/3.4.3/disposal-of-kickbacks", "制度", "回扣处置上报"),
    ("gx-2023/1.3/part-of-the-performance-appraisal", "考核", "行风纳入年度绩效考核"),
    ("gx-2023/3.9/talks-about-irregular-care", "机制", "不规范诊疗行为约谈"),
    ("gx-2023/3.9/talks-about-unreasonable-care", "机制", "不合理诊疗行为约谈"),
    ("gx-2023/3.9/punishing-irregular-care", "机制", "不规范诊疗行为查处"),
    ("gx-2023/3.9/punishing-unreasonable-care", "机制", "不合理诊疗行为查处"),
)

FILED: Final[Mapping[str, EvidenceSpec]] = {
    rule: EvidenceSpec(record, topic, (), None) for rule, record, topic in _ALONE
}
