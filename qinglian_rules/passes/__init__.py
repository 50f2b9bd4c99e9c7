"""The checker: surface blocks become rules and definitions whose conditions are typed nodes.

`check_item` and `check_reach` check one document's files, `check_policies` what documents say together.
"""

from qinglian_rules.passes.context import CheckedItem, Context, Quote
from qinglian_rules.passes.cost import cost
from qinglian_rules.passes.item import check_item
from qinglian_rules.passes.policies import check_policies
from qinglian_rules.passes.single import check_condition, check_reach
from qinglian_rules.passes.strata import strata

__all__ = [
    "CheckedItem",
    "Context",
    "Quote",
    "check_condition",
    "check_item",
    "check_policies",
    "check_reach",
    "cost",
    "strata",
]
