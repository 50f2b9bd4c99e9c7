"""Why durable-rules cannot carry a condition."""

from __future__ import annotations

from typing import Final

from qinglian_rules.diagnostics import Text

NESTED: Final = Text("量词里还有量词", "it has a quantifier within a quantifier")
LIST_MEMBERS: Final = Text("量词逐一考察列表的成员", "a quantifier ranges over the members of a list")
SEVERAL_FACTS: Final = Text(
    "一处计算用到几个事实的字段", "a computation takes fields of several facts, or of another fact and a parameter"
)
CALENDAR: Final = Text(
    "按所判机构的工作日推算另一事实的日期", "the working days of the body judged are counted from a day of another fact"
)
CHOSEN_REFERENCE: Final = Text("所跟随的引用由条件选出", "the reference that it follows is itself computed")
NO_FIXED_FORM: Final = Text(
    "比较整段期间或列表", "it compares whole spans or lists, which have no fixed form as one text"
)
JOINED_WORDS: Final = Text("比较两个事实的文字开头", "it compares how texts of two facts begin")
TOO_WIDE: Final = Text("一处条件的连接过多", "one of its conditions joins more than the engine takes")


class UnsupportedError(Exception):
    """Raised while a rule is planned, by whatever finds that it cannot be carried."""

    def __init__(self, reason: Text) -> None:
        self.reason = reason
        super().__init__(reason.en)
