"""Tables of other systems, read by a mapping; and mappings that are wrong."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import MISSING

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.people import Person
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.inputs import Input, TableMapping, load_mapping, read_facts
from qinglian_rules.inputs.mapping import read_table_mapping
from tests.inputs.samples import SampleInk, SampleKinds, reasons, write

HEAD = "tables:\n  - file: t.csv\n"
INK = HEAD + "    facts:\n      - type: SampleInk\n        fields: {id: No, name: Label}\n"


def mapping(text: str) -> TableMapping:
    read, found = read_table_mapping("mapping.yaml", text)
    assert read is not None, [one.message("en") for one in found]
    return read


def mapped(tmp_path: Path, fields: str, table: str, more: str = "", style: str = "") -> Input:
    """Read `t.csv` as `SampleKinds` with these fields; `more` stands beside `fields`, `style` beside `facts`."""
    facts = f"    facts:\n      - type: SampleKinds\n        fields: {{{fields}}}\n"
    text = HEAD + style + facts + more
    return read_facts([write(tmp_path, "t.csv", table)], mapping=mapping(text))


def values(read: Input, field: str) -> list[object]:
    assert read.refused == (), [one.diagnostic.message("en") for one in read.refused]
    return [getattr(fact, field) for fact in read.facts]


# --- what a mapping can say --------------------------------------------------------------------------------------


def test_columns_are_read_as_fields_under_either_name(tmp_path: Path) -> None:
    text = HEAD + "    facts:\n      - type: 样例墨水\n        fields: {编号: No, name: Label}\n"
    read = read_facts([write(tmp_path, "t.csv", "No,Label,Other\n1,a,x\n")], mapping=mapping(text))
    assert (read.facts, read.refused, read.diagnostics) == ((SampleInk(id="1", name="a"),), (), ())


def test_a_pattern_puts_columns_together_and_nothing_else(tmp_path: Path) -> None:
    read = mapped(tmp_path, 'id: "OP-{No}/{Year}", words: "{No.__class__}"', "No,Year,No.__class__\n7,2023,x\n")
    assert values(read, "id") == ["OP-7/2023"]
    assert values(read, "words") == ["x"]


def test_a_pattern_with_an_empty_column_is_empty(tmp_path: Path) -> None:
    read = mapped(tmp_path, 'id: "OP-{No}"', "No,x\n1,x\n,x\n")
    assert reasons(read) == [("t.csv", 3, "No", "QL344")]


def test_a_constant_is_the_same_in_every_row(tmp_path: Path) -> None:
    read = mapped(tmp_path, "id: No, size: {constant: 大}, words: {constant: 无}", "No\n1\n2\n")
    assert (values(read, "size"), values(read, "words")) == (["大", "大"], [None, None])


def test_words_are_translated_and_others_read_as_they_stand(tmp_path: Path) -> None:
    read = mapped(tmp_path, "id: No, size: {column: S, values: {Very Big: 大, tiny: 小}}", "No,S\n1,Very Big\n2,中\n")
    assert values(read, "size") == ["大", "中"]


def test_a_word_without_translation_is_refused_unless_the_mapping_says_what_it_is(tmp_path: Path) -> None:
    table = "No,S\n1,huge\n2,\n"
    read = mapped(tmp_path, "id: No, size: {column: S, values: {big: 大}}", table)
    assert reasons(read) == [("t.csv", 2, "S", "QL341")]
    read = mapped(tmp_path, "id: No, size: {column: S, values: {big: 大}, otherwise: 中}", table)
    assert values(read, "size") == ["中", MISSING]
    read = mapped(tmp_path, "id: No, size: {column: S, values: {big: 大}, otherwise: 无}", table)
    assert values(read, "size") == [None, MISSING]


def test_a_date_format_holds_for_the_table_or_for_one_field(tmp_path: Path) -> None:
    fields = 'id: No, day: A, moment: {column: B, format: "%d.%m.%Y %H:%M"}, term.start: A, words: A'
    read = mapped(tmp_path, fields, "No,A,B\n1,05/10/2023,10.05.2023 15:30\n", style='    format: "%m/%d/%Y"\n')
    assert values(read, "day") == [date(2023, 5, 10)]
    assert values(read, "moment") == [datetime(2023, 5, 10, 15, 30)]
    assert values(read, "term") == [DateSpan(start=date(2023, 5, 10))]
    assert values(read, "words") == ["05/10/2023"]


def test_a_date_of_another_format_is_refused(tmp_path: Path) -> None:
    read = mapped(tmp_path, "id: No, day: A", "No,A\n1,2023-05-10\n2,\n3,未知\n", style='    format: "%m/%d/%Y"\n')
    assert reasons(read) == [("t.csv", 2, "A", "QL387")]
    assert [fact.key for fact in read.facts] == ["2", "3"]


def test_a_number_is_multiplied_exactly(tmp_path: Path) -> None:
    read = mapped(tmp_path, "id: No, amount: {column: A, times: 10000}", 'No,A\n1,0.35\n2,"1,000.1"\n3,\n')
    assert values(read, "amount") == [Decimal(3500), Decimal(10001000), MISSING]


def test_blanks_are_said_for_the_table_and_for_a_field(tmp_path: Path) -> None:
    style = '    blanks: {unknown: [N/A, "-"], none: [NIL]}\n'
    fields = 'id: No, words: A, note: {column: A, blanks: {none: ["-"], unknown: [""]}}'
    read = mapped(tmp_path, fields, "No,A\n1,N/A\n2,-\n3,NIL\n4,\n", style=style)
    assert values(read, "words") == [MISSING, MISSING, None, MISSING]
    assert values(read, "note") == [MISSING, None, None, MISSING]


def test_null_of_another_system_is_an_empty_cell(tmp_path: Path) -> None:
    text = HEAD.replace("t.csv", "t.json") + "    facts: [{type: SampleKinds, fields: {id: No, words: A, note: A}}]\n"
    read = read_facts([write(tmp_path, "t.json", '[{"No": 1, "A": null}]')], mapping=mapping(text))
    assert (values(read, "words"), values(read, "note")) == ([MISSING], [None])


def test_several_facts_of_a_row_are_each_made_once(tmp_path: Path) -> None:
    text = INK + "      - type: Person\n        fields: {id: Who, specialty: What}\n        given: [Who]\n"
    table = "No,Label,Who,What\n1,a,P-1,内科\n2,b,P-1,内科\n3,c,,\n"
    read = read_facts([write(tmp_path, "t.csv", table)], mapping=mapping(text))
    assert [type(fact).__name__ for fact in read.facts] == ["SampleInk", "Person", "SampleInk", "SampleInk"]
    assert read.refused == ()


def test_facts_that_share_a_key_must_agree_unless_the_first_is_to_stand(tmp_path: Path) -> None:
    text = HEAD + "    facts:\n      - type: Person\n        fields: {id: Who, specialty: What}\n"
    path = write(tmp_path, "t.csv", "Who,What\nP-1,内科\nP-1,外科\n")
    assert reasons(read_facts([path], mapping=mapping(text))) == [("t.csv", 3, "Who", "QL375")]
    read = read_facts([path], mapping=mapping(text + "        repeated: first\n"))
    assert (read.facts, read.refused) == ((Person(id="P-1", specialty="内科"),), ())


def test_only_rows_with_certain_words_are_read(tmp_path: Path) -> None:
    read = mapped(tmp_path, "id: No", "No,K\n1,a\n2,b\n3,c\n4,\n", more="        where: {K: [a, c]}\n")
    assert values(read, "id") == ["1", "3"]


def test_words_that_choose_rows_may_be_long(tmp_path: Path) -> None:
    long = "某某省某某市某某县卫生健康委员会和中医药管理局关于采购医疗设备的若干规定以及补充说明第一号"
    read = mapped(tmp_path, "id: No", f"No,K\n1,{long}\n2,b\n", more=f"        where: {{K: [{long}]}}\n")
    assert values(read, "id") == ["1"]


def test_a_column_of_moments_may_fill_a_field_of_days(tmp_path: Path) -> None:
    table = "No,A\n1,2023-05-10T15:30:00\n"
    read = mapped(tmp_path, "id: No, day: A", table, style='    format: "%Y-%m-%dT%H:%M:%S"\n')
    assert values(read, "day") == [date(2023, 5, 10)]


def test_a_header_below_title_lines_is_found(tmp_path: Path) -> None:
    read = mapped(tmp_path, "id: No", "某某系统导出\n2023年\nNo,K\n1,a\n", style="    header: 3\n")
    assert values(read, "id") == ["1"]
    assert reasons(mapped(tmp_path, "id: K", "标题\n\nNo,K\n1,\n", style="    header: 2\n")) == [
        ("t.csv", 4, "K", "QL344")
    ]


def test_a_sheet_and_a_pattern_of_file_names_choose_tables(tmp_path: Path) -> None:
    from tests.inputs.test_files import workbook

    text = INK.replace("t.csv", "export-*.xlsx\n    sheet: 明细")
    workbook(tmp_path / "export-2023.xlsx", {"明细": [["No", "Label"], ["1", "a"]], "样例墨水": [["编号"], ["2"]]})
    read = read_facts([tmp_path], mapping=mapping(text))
    assert read.facts == (SampleInk(id="1", name="a"), SampleInk(id="2"))


def test_completeness_and_body_are_stated_in_the_mapping(tmp_path: Path) -> None:
    text = (
        "body: H-1\n" + HEAD + "    facts: [{type: Person, fields: {id: No}}]\n"
        "complete:\n  - {type: Person, body: H-1, to: 2023-12-31}\n  - {type: Nobody}\n"
    )
    read = read_facts([write(tmp_path, "t.csv", "No\nP-1\n")], mapping=mapping(text))
    assert read.facts == (Person(id="P-1", body="H-1"), Complete(type="Person", body="H-1", end=date(2023, 12, 31)))
    assert reasons(read) == [("mapping.yaml", 7, "type", "QL378")]


def test_a_mapping_that_no_table_uses_is_reported(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "样例墨水.csv", "编号\n1\n")], mapping=mapping(INK))
    assert [(one.code.id, one.args["name"]) for one in read.diagnostics] == [("QL385", "t.csv")]
    assert read.facts == (SampleInk(id="1"),)


def test_a_column_that_the_table_lacks_is_reported_with_the_nearest_name(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "t.csv", "No,Labels\n1,a\n")], mapping=mapping(INK))
    assert reasons(read) == [("t.csv", 1, "Label", "QL382")]
    assert read.refused[0].diagnostic.suggestion == "Labels"
    assert [span.file for span in read.refused[0].diagnostic.related] == ["mapping.yaml"]
    assert (read.facts, read.incomplete_types) == ((), {"SampleInk"})


# --- mappings that are wrong -------------------------------------------------------------------------------------

FIELD = HEAD + "    facts:\n      - type: SampleKinds\n        fields:\n          id: No\n          "

WRONG: list[tuple[str, str, str, str]] = [
    ("unknown key", HEAD + "    fcts: []\n    facts: []\n", "QL121", "fcts"),
    ("no file", "tables:\n  - facts: []\n", "QL122", "facts: []"),
    ("no tables", "body: H-1\n", "QL122", "body: H-1"),
    ("tables is text", "tables: t.csv\n", "QL123", "t.csv"),
    ("unknown type", HEAD + "    facts: [{type: SampleInc, fields: {id: No}}]\n", "QL380", "SampleInc"),
    ("derived type", HEAD + "    facts: [{type: SampleDerived, fields: {id: No}}]\n", "QL380", "SampleDerived"),
    ("general type", HEAD + "    facts: [{type: Body, fields: {id: No}}]\n", "QL380", "Body"),
    ("unknown field", FIELD + "amont: A\n", "QL381", "amont"),
    ("end of no span", FIELD + "day.start: A\n", "QL381", "day.start"),
    ("no key", HEAD + "    facts: [{type: SampleInk, fields: {name: No}}]\n", "QL122", "{name: No}"),
    ("list for a field", FIELD + "day: [A, B]\n", "QL123", "[A, B]"),
    ("unknown key of a field", FIELD + "day: {column: A, colum: B}\n", "QL121", "colum"),
    ("no column", FIELD + "day: {times: 2}\n", "QL122", "{times: 2}"),
    ("bad constant", FIELD + "size: {constant: 特大}\n", "QL341", "特大"),
    ("bad format", FIELD + 'day: {column: A, format: "%m/%d"}\n', "QL383", '"%m/%d"'),
    ("two-digit year", FIELD + 'day: {column: A, format: "%m/%d/%y"}\n', "QL383", '"%m/%d/%y"'),
    ("bad factor", FIELD + "amount: {column: A, times: 万}\n", "QL384", "万"),
    ("negative factor", FIELD + "amount: {column: A, times: -1}\n", "QL384", "-1"),
    ("open brace", FIELD + 'words: "OP-{A"\n', "QL386", '"OP-{A"'),
    ("empty braces", FIELD + 'words: "OP-{}"\n', "QL386", '"OP-{}"'),
    ("nested braces", FIELD + 'words: "{{A}}"\n', "QL386", '"{{A}}"'),
    ("bad header row", HEAD + "    header: 三\n    facts: []\n", "QL388", "三"),
    ("bad word for repeated", INK + "        repeated: last\n", "QL341", "last"),
]


def underlined(text: str, diagnostic: Diagnostic) -> str:
    """Return what a diagnostic underlines, from its first line on."""
    span = diagnostic.span
    assert span is not None
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join(lines)[span.column - 1 :]


@pytest.mark.parametrize(("text", "code", "words"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_a_mistake_in_a_mapping_is_underlined(text: str, code: str, words: str) -> None:
    read, found = read_table_mapping("mapping.yaml", text)
    assert read is None
    assert [(one.code.id, underlined(text, one)) for one in found] == [(code, words)]
    assert all(not re.search(r"\{[a-z_]+\}", one.message(lang)) for one in found for lang in ("zh", "en"))


def test_all_mistakes_of_a_mapping_come_at_once() -> None:
    _, found = read_table_mapping("mapping.yaml", FIELD + "amont: A\n          day: {colum: A}\n")
    assert [one.code.id for one in found] == ["QL381", "QL121", "QL122"]


def test_a_mapping_file_that_cannot_be_read_is_a_diagnostic(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.yaml", "QL314"), (write(tmp_path, "b.yaml", "\x00", "utf-8"), "QL307")):
        read, found = load_mapping(path)
        assert (read, [one.code.id for one in found]) == (None, [code])


def test_a_hostile_mapping_reaches_nothing(tmp_path: Path) -> None:
    text = INK.replace("Label", '"{No.__class__.__mro__}{0}{No!r:>10}"')
    read = read_facts([write(tmp_path, "t.csv", "No\n1\n")], mapping=mapping(text))
    assert [code for *_, code in reasons(read)] == ["QL382"]


def test_the_example_of_the_guide_works(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guides" / "mapping.md").read_text("utf-8")
    blocks = dict(re.findall(r"```(yaml|csv)\n(.*?)```", guide, re.DOTALL))
    read = read_facts([write(tmp_path, "payments-2013.csv", blocks["csv"])], mapping=mapping(blocks["yaml"]))
    assert (read.refused, len(read.facts)) == ((), 6)
    assert sorted(type(fact).__name__ for fact in read.facts) == [
        "Benefit",
        "Benefit",
        "Company",
        "Company",
        "Complete",
        "Person",
    ]
    first = read.facts[0].model_dump()
    assert (first["id"], first["taken"], first["form"]) == ("OP-22880959", date(2013, 8, 1), "宴请")


def test_a_sample_of_every_kind_can_be_mapped(tmp_path: Path) -> None:
    fields = ", ".join(f"{name}: {name}" for name in SampleKinds.model_fields)
    table = ",".join(SampleKinds.model_fields) + "\n1" + "," * (len(SampleKinds.model_fields) - 1) + "\n"
    assert len(mapped(tmp_path, fields, table).facts) == 1
