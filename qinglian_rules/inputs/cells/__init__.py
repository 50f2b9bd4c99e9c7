"""Cells to values: one small function per kind of field, from what stands in a cell to a value or a diagnostic."""

from qinglian_rules.inputs.cells.empty import Blanks, value_reader
from qinglian_rules.inputs.cells.kinds import Reader, reader_of

__all__ = ["Blanks", "Reader", "reader_of", "value_reader"]
