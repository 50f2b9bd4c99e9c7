"""The generated Python back end: one function for the rules of a fact type, made from the checked nodes.

Its results equal those of the reference back end; what is unknown carries no causes here, and the reference is asked
for them when somebody reads what a decision is missing.
"""

from qinglian_rules.backends.python.program import Program
from qinglian_rules.backends.python.session import Session, judge_all

__all__ = ["Program", "Session", "judge_all"]
