"""One rule of the bundled documents at a time, so that a world for it is small."""

from __future__ import annotations

from dataclasses import replace

from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Document, Rule
from qinglian_rules.testing.rules import bundled


def rules() -> tuple[Rule, ...]:
    """Return all rules of the bundled documents."""
    return tuple(bundled().rules.values())


def only(rule: Rule) -> Policy:
    """Return the bundled documents with one rule, and all definitions."""
    policy = bundled()
    return replace(policy, documents=tuple(_only(document, rule) for document in policy.documents))


def _only(document: Document, rule: Rule) -> Document:
    items = (replace(item, rules=tuple(one for one in item.rules if one.id == rule.id)) for item in document.items)
    return replace(document, items=tuple(items))
