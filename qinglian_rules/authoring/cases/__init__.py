"""Cases of rules: read, run, generated where a rule asks for a record or a finding; and what none of them reaches."""

from qinglian_rules.authoring.cases.model import Case, Expected, FactName
from qinglian_rules.authoring.cases.outcomes import Outcome, differences, outcome
from qinglian_rules.authoring.cases.reach import Gap, Reached
from qinglian_rules.authoring.cases.run import (
    CaseRun,
    Failure,
    Result,
    Runner,
    all_cases,
    cases_of,
    check_cases,
    run_cases,
)
from qinglian_rules.authoring.cases.stage import Part, Parts, Stage, set_up

__all__ = [
    "Case",
    "CaseRun",
    "Expected",
    "FactName",
    "Failure",
    "Gap",
    "Outcome",
    "Part",
    "Parts",
    "Reached",
    "Result",
    "Runner",
    "Stage",
    "all_cases",
    "cases_of",
    "check_cases",
    "differences",
    "outcome",
    "run_cases",
    "set_up",
]
