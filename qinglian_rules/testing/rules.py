"""Finding the rule that a strategy is asked for."""

from __future__ import annotations

from functools import cache

from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Rule
from qinglian_rules.loading import load


@cache
def bundled() -> Policy:
    """Return all bundled documents, loaded once."""
    return load()


def found_rule(rule: Rule | str, policy: Policy | None = None) -> tuple[Rule, Policy]:
    """Return a rule with the policy in which it stands: the one given, or the bundled documents.

    Raises:
        LookupError: the policy has no such rule.
    """
    home = bundled() if policy is None else policy
    name = rule if isinstance(rule, str) else rule.id
    found = home.rules.get(name)
    if found is None or (isinstance(rule, Rule) and found != rule):
        where = "the bundled documents" if policy is None else "this policy"
        raise LookupError(f"{where} have no rule {name}; give its policy as the second argument")
    return found, home
