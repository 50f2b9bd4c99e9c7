"""Clean-hospital policy documents as decisions that explain themselves.

`load` gives a policy, `policy.check` a report of decisions, `policy.gate` the hot path: one fact in, its decisions out.
See docs/guides/tutorial-programmers.md.
"""

from qinglian_rules.decisions import Decision, Report
from qinglian_rules.diagnostics import Diagnostic, FactsError, PolicyError, QinglianError
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, EvidenceRecord, Judgement, ParameterValue
from qinglian_rules.facts.store import FactBase
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.loading import load

__all__ = [
    "Complete",
    "DateSpan",
    "Decision",
    "Diagnostic",
    "EvidenceRecord",
    "Fact",
    "FactBase",
    "FactsError",
    "Judgement",
    "ParameterValue",
    "Policy",
    "PolicyError",
    "QinglianError",
    "Report",
    "WeeklySlot",
    "load",
]
