"""Standard cases: for a rule that asks for a record or a finding, what it must find and what it must leave alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from qinglian_rules.authoring.cases.model import Case, Expect, Expected
from qinglian_rules.authoring.cases.stage import Parts
from qinglian_rules.authoring.cases.standard.evidence import evidence_cases
from qinglian_rules.authoring.cases.standard.findings import finding_cases
from qinglian_rules.authoring.cases.standard.ground import Ground, Grounds
from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Rule


def standard_cases(policy: Policy, documents: Collection[str] | None = None) -> tuple[Case, ...]:
    """Return the standard cases of all rules of a policy, or of some documents, that ask for a record or a finding."""
    parts = Parts(policy)
    rules = (rule for rule in policy.rules.values() if documents is None or rule.document in documents)
    return tuple(case for rule in rules for case in cases_of_rule(rule, parts))


def cases_of_rule(rule: Rule, parts: Parts) -> tuple[Case, ...]:
    """Return the standard cases of a rule; none for one that facts decide, or whose subject is beyond generation."""
    if rule.form not in {"evidence", "judgement"}:
        return ()
    grounds = Grounds(parts)
    ground = grounds.ground(rule)
    if ground is None:
        return ()
    cases = evidence_cases(ground, grounds) if rule.evidence is not None else finding_cases(ground)
    return tuple(_permitted(case, rule) for case in (*cases, *_elsewhere(grounds, ground)))


def _elsewhere(grounds: Grounds, ground: Ground) -> Iterator[Case]:
    for title, other in grounds.elsewhere(ground):
        yield other.case(title, Expected("not_applicable"))


def _permitted(case: Case, rule: Rule) -> Case:
    """What a permission leaves open does not apply unless it is known to be used."""
    if rule.kind != "permission" or case.expect == "compliant":
        return case
    other: Expect = "not_applicable"
    return replace(case, expected=Expected(other))
