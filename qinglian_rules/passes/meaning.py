"""What is well formed and most likely not meant; nothing here is about types."""

from __future__ import annotations

from qinglian_rules.ir.rules import Rule
from qinglian_rules.passes.keys import Keys


def check_meaning(rule: Rule, keys: Keys) -> None:
    """Report what is most likely not meant."""
