"""The blank workbook: a sheet per fact type, one for parameters to be set, one for completeness, one that explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qinglian_rules.diagnostics import Lang, Text
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.inputs.cells.empty import NONE_WORD, UNKNOWN_WORD
from qinglian_rules.inputs.model import UNREAD_MARK
from qinglian_rules.inputs.workbook.layout import ColumnSpec, columns_of, sheet_name
from qinglian_rules.inputs.workbook.notes import INSTRUCTIONS, note
from qinglian_rules.inputs.workbook.parameters import EXPLAINED, Explained, explain
from qinglian_rules.inputs.workbook.write import cell_formats
from qinglian_rules.ir.rules import Parameter

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

INSTRUCTION_SHEET = Text(UNREAD_MARK + "说明", UNREAD_MARK + "Instructions")
WORDS_SHEET = Text(UNREAD_MARK + "选项", UNREAD_MARK + "Words")
KIND_OF_SHEET = Text("表 {name}", "sheet {name}")

ROWS = 5_000
"""Rows that have drop-downs; further ones can be written all the same."""

EXCEL_LIST_LIMIT = 255
"""Characters of a drop-down that Excel takes in one cell; longer ones point to a sheet."""

_ENGINE = ("ParameterValue", "Complete")
_WIDTHS = {"Bool": 10, "Date": 13, "DateTime": 18, "List": 28, "Str": 18, "Span": 24}
_FORMATS = {"Date": "Date", "DateTime": "DateTime"}
_NUMBERS = ("Int", "Decimal")


def template(policy_types: Sequence[str], parameters: Sequence[Parameter], out: Path, lang: Lang = "zh") -> None:
    """Write the blank workbook that a hospital fills. Read back as it is, it holds no fact and no mistake.

    Args:
        policy_types: names of the fact types that the chosen policies read; a general type stands for all its kinds.
        parameters: those that the hospital has still to set.
        lang: of sheet names, headers and notes.

    Raises:
        KeyError: a name is no fact type.
    """
    from xlsxwriter import Workbook

    vocabulary = Vocabulary.current()
    types = _types(policy_types, vocabulary)
    with Workbook(str(out)) as workbook:
        sheets = _Sheets(workbook, cell_formats(workbook), vocabulary, lang)
        sheets.explain(types)
        for fact_type in types:
            sheets.table(fact_type)
        sheets.parameters(vocabulary.types["ParameterValue"], parameters)
        sheets.table(vocabulary.types["Complete"], {"type": [sheet_name(one, lang) for one in types]})
        sheets.words()


def _types(names: Iterable[str], vocabulary: Vocabulary) -> list[FactType]:
    """Return the types that have tables: each once, in the order given, a general one as its kinds."""
    concrete = dict.fromkeys(name for given in names for name in vocabulary.types[given].subtypes)
    types = [vocabulary.types[name] for name in concrete if name not in _ENGINE]
    return [fact_type for fact_type in types if not fact_type.derived]


@dataclass(slots=True)
class _Sheets:
    """Writes the sheets of one workbook. Long lists of words are gathered, and written last."""

    workbook: Workbook
    formats: dict[str, Format]
    vocabulary: Vocabulary
    lang: Lang
    long_lists: dict[tuple[str, ...], int] = field(default_factory=dict)

    def explain(self, types: Sequence[FactType]) -> None:
        """Write the first sheet: how to fill the workbook, and which sheets there are."""
        sheet = self.workbook.add_worksheet(INSTRUCTION_SHEET.render(self.lang))
        sheet.set_column(0, 0, 110, self.workbook.add_format({"text_wrap": True, "valign": "top"}))
        lines = INSTRUCTIONS.render(self.lang).splitlines()
        lines += ["", *(KIND_OF_SHEET.render(self.lang, {"name": sheet_name(one, self.lang)}) for one in types)]
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line)

    def table(self, fact_type: FactType, words: dict[str, list[str]] | None = None) -> None:
        """Write the sheet of a fact type; `words` are drop-downs beside those of its fields."""
        sheet = self.workbook.add_worksheet(sheet_name(fact_type, self.lang))
        for number, column in enumerate(columns_of(fact_type)):
            self._column(sheet, number, column, (words or {}).get(column.field.name))
        sheet.freeze_panes(1, 1)

    def parameters(self, fact_type: FactType, parameters: Sequence[Parameter]) -> None:
        """Write the sheet of parameters: a row for each, what it is about beside it, the value to be filled in."""
        sheet = self.workbook.add_worksheet(sheet_name(fact_type, self.lang))
        columns = {column.field.name: column for column in columns_of(fact_type)}
        order: list[ColumnSpec | Explained]
        order = [columns.pop("parameter"), EXPLAINED[0], columns.pop("value"), *EXPLAINED[1:], *columns.values()]
        for number, column in enumerate(order):
            if isinstance(column, ColumnSpec):
                self._column(sheet, number, column, None)
            else:
                self._explained_column(sheet, number, column)
        for row, parameter in enumerate(parameters, start=1):
            sheet.write_string(row, 0, parameter.name)
            for number, column in enumerate(order):
                if isinstance(column, Explained):
                    sheet.write_string(row, number, explain(parameter, column, self.lang), self.formats["Text"])
        sheet.freeze_panes(1, 1)

    def words(self) -> None:
        """Write the hidden sheet of the lists that are too long for a cell's own drop-down."""
        if not self.long_lists:
            return
        sheet = self.workbook.add_worksheet(WORDS_SHEET.render(self.lang))
        for words, number in self.long_lists.items():
            sheet.write_column(0, number, words)
        sheet.hide()

    def _column(self, sheet: Worksheet, number: int, column: ColumnSpec, words: list[str] | None) -> None:
        title = column.title(self.lang)
        sheet.write_string(0, number, title, self.formats["header"])
        text = note(column, self.vocabulary, self.lang)
        sheet.write_comment(0, number, text, {"x_scale": 2.2, "y_scale": 1 + 0.35 * text.count("\n")})
        kind = "Date" if column.part is not None else column.field.type.name
        width = max(_WIDTHS.get(kind, 14), 2 * len(title) + 2 if self.lang == "zh" else len(title) + 2)
        sheet.set_column(number, number, width, None if kind in _NUMBERS else self.formats[_FORMATS.get(kind, "Text")])
        choices = words or _choices(column.field)
        if choices and column.part is None:
            self._drop_down(sheet, number, tuple(choices))

    def _explained_column(self, sheet: Worksheet, number: int, column: Explained) -> None:
        sheet.write_string(0, number, UNREAD_MARK + column.title.render(self.lang), self.formats["header"])
        sheet.set_column(number, number, column.width)

    def _drop_down(self, sheet: Worksheet, number: int, words: tuple[str, ...]) -> None:
        options = {"validate": "list", "error_type": "warning", "source": list(words)}
        if len(",".join(words)) > EXCEL_LIST_LIMIT or any("," in word for word in words):
            options["source"] = self._long_list(words)
        sheet.data_validation(1, number, ROWS, number, options)

    def _long_list(self, words: tuple[str, ...]) -> str:
        from xlsxwriter.utility import xl_col_to_name

        letters = xl_col_to_name(self.long_lists.setdefault(words, len(self.long_lists)))
        return f"='{WORDS_SHEET.render(self.lang)}'!${letters}$1:${letters}${len(words)}"


def _choices(field_type: FieldType) -> list[str]:
    """Return the words of a column's drop-down: its members, and 无 and 未知 where a cell may have to say so."""
    if field_type.type.name not in ("Bool", "Enum"):
        return []
    words = list(field_type.type.words) or ["是", "否"]
    empty_is_none = field_type.blank == "none" and field_type.nullable
    if field_type.nullable and not empty_is_none and NONE_WORD not in words:
        words.append(NONE_WORD)
    if field_type.may_be_unknown and empty_is_none and UNKNOWN_WORD not in words:
        words.append(UNKNOWN_WORD)
    return words
