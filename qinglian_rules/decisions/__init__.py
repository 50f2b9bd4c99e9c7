"""Decisions, reports and explanations."""

from qinglian_rules.decisions.found import Found
from qinglian_rules.decisions.model import STATUS_ZH, STATUSES, Decision, Report, SubjectRef
from qinglian_rules.decisions.shown import overshadow

__all__ = ["STATUSES", "STATUS_ZH", "Decision", "Found", "Report", "SubjectRef", "overshadow"]
