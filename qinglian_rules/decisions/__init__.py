"""Decisions, reports and explanations."""

from qinglian_rules.decisions.model import STATUS_ZH, STATUSES, Decision, Report, SubjectRef, overshadow

__all__ = ["STATUSES", "STATUS_ZH", "Decision", "Report", "SubjectRef", "overshadow"]
