"""Which rules durable-rules carries. It is decided from the rule alone, before anything runs."""

from __future__ import annotations

from collections.abc import Iterable

from qinglian_rules.backends.durable.planning import planned_alone
from qinglian_rules.backends.durable.reasons import UnsupportedError
from qinglian_rules.diagnostics import Text
from qinglian_rules.ir.rules import Rule


def supported(rule: Rule) -> Text | None:
    """Return why durable-rules cannot carry a rule; None where it can."""
    try:
        planned_alone(rule)
    except UnsupportedError as error:
        return error.reason
    return None


def refused(rules: Iterable[Rule]) -> dict[str, Text]:
    """Return the rules that it cannot carry by id, each with the reason."""
    return {rule.id: reason for rule in rules if (reason := supported(rule)) is not None}
