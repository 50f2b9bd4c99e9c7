"""Mapping files: how tables of other systems become facts (`--map`, docs/guides/mapping.md)."""

from qinglian_rules.inputs.mapping.load import load_mapping, read_table_mapping
from qinglian_rules.inputs.mapping.model import TableMapping

__all__ = ["TableMapping", "load_mapping", "read_table_mapping"]
