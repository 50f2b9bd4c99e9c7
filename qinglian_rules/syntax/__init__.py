"""Item files and YAML-like files -> the surface tree, in which every value keeps its place."""

from qinglian_rules.syntax.item import read_item
from qinglian_rules.syntax.reader import NO_CONDITIONS, RULE_CONDITIONS, Conditions, read_mapping
from qinglian_rules.syntax.surface import (
    Block,
    BlockKind,
    Entry,
    ItemFile,
    Mapping,
    Scalar,
    Segment,
    Sequence,
    Value,
)

__all__ = [
    "NO_CONDITIONS",
    "RULE_CONDITIONS",
    "Block",
    "BlockKind",
    "Conditions",
    "Entry",
    "ItemFile",
    "Mapping",
    "Scalar",
    "Segment",
    "Sequence",
    "Value",
    "read_item",
    "read_mapping",
]
