"""Outside tables to typed facts, and what was refused; facts to tables; the blank workbook."""

from qinglian_rules.inputs.mapping import TableMapping, load_mapping
from qinglian_rules.inputs.model import Input, Progress, Refusal
from qinglian_rules.inputs.read import read_facts
from qinglian_rules.inputs.workbook import template, write_folder, write_workbook

__all__ = [
    "Input",
    "Progress",
    "Refusal",
    "TableMapping",
    "load_mapping",
    "read_facts",
    "template",
    "write_folder",
    "write_workbook",
]
