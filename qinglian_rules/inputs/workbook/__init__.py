"""Facts to tables, the inverse of reading; and the blank workbook that a hospital fills."""

from qinglian_rules.inputs.workbook.blank import template
from qinglian_rules.inputs.workbook.write import write_folder, write_workbook

__all__ = ["template", "write_folder", "write_workbook"]
