"""Policies without the rules that durable-rules does not carry."""

from __future__ import annotations

from dataclasses import replace

from qinglian_rules.backends.durable import supported
from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Document


def carried(policy: Policy) -> Policy:
    """Return a policy with those of its rules that durable-rules carries, and all definitions."""
    return replace(policy, documents=tuple(_carried(document) for document in policy.documents))


def _carried(document: Document) -> Document:
    items = (replace(item, rules=tuple(one for one in item.rules if supported(one) is None)) for item in document.items)
    return replace(document, items=tuple(items))
