"""Files to tables: what a path holds, before anything is known about fact types."""

from qinglian_rules.inputs.sources.find import ENDINGS, SourceFile, find_files
from qinglian_rules.inputs.sources.open import open_tables

__all__ = ["ENDINGS", "SourceFile", "find_files", "open_tables"]
