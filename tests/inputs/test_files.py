"""Files that are not what they should be: each is reported, and the rest is read."""

from __future__ import annotations

import json
import struct
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.inputs import limits, read_facts, write_folder, write_workbook
from qinglian_rules.inputs.sources import scan as scan_module
from tests.inputs.samples import FULL, SampleInk, SampleKinds, only, reasons, write

GOOD = "编号,名称\n墨-1,墨水一\n"
INK = SampleInk(id="墨-1", name="墨水一")


def test_a_file_named_in_chinese_with_chinese_headers_is_read(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "样例墨水.csv", GOOD)])
    assert (read.facts, read.refused, read.diagnostics, read.tables) == ((INK,), (), (), frozenset({"SampleInk"}))


def test_a_file_named_in_english_with_english_headers_is_read(tmp_path: Path) -> None:
    assert read_facts([write(tmp_path, "SampleInk.csv", "name,id\n墨水一,墨-1\n")]).facts == (INK,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_of_a_text_is_found(encoding: str, tmp_path: Path) -> None:
    assert read_facts([write(tmp_path, "SampleInk.csv", GOOD, encoding)]).facts == (INK,)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str, tmp_path: Path) -> None:
    assert read_facts([write(tmp_path, "SampleInk.csv", GOOD.replace(",", delimiter))]).facts == (INK,)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_break_ends_a_row(newline: str, tmp_path: Path) -> None:
    assert read_facts([write(tmp_path, "SampleInk.csv", GOOD.replace("\n", newline))]).facts == (INK,)


def test_a_line_break_inside_quotes_is_part_of_its_cell(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "SampleInk.csv", 'id,name\n1,"a\nb"\n\n1,c\n')])
    assert read.facts == (SampleInk(id="1", name="a\nb"),)
    # The header is row 1; the record with the line break is row 2, the empty line row 3.
    assert reasons(read) == [("SampleInk.csv", 4, "id", "QL375")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("SampleInk.csv", b"", "QL305"),
        ("SampleInk.csv", b"\xef\xbb\xbf\r\n  ", "QL305"),
        ("SampleInk.xlsx", b"", "QL305"),
        ("SampleInk.xls", b"", "QL305"),
        ("SampleInk.json", b"", "QL305"),
        ("SampleInk.xlsx", b"id,name\n1,a\n", "QL306"),
        ("SampleInk.xls", b"<html><table><tr><td>id</td></tr></table></html>", "QL306"),
        ("SampleInk.csv", b"%PDF-1.7 \x00", "QL306"),
        ("SampleInk.csv", b"PK\x03\x04 not a zip \x00\x01", "QL306"),
        ("SampleInk.csv", b'[{"id": "1"}]', "QL306"),
        ("SampleInk.csv", b"\x00\x01\x02\x03", "QL306"),
        ("SampleInk.csv", b"id,name\n1,\xff\xfe\xfd\n", "QL307"),
        ("SampleInk.csv", b"\xff\xfei\x00d\x00\xff", "QL307"),
        ("SampleInk.xlsx", b"PK\x03\x04 cut off", "QL309"),
        ("SampleInk.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "QL309"),
        ("SampleInk.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "QL309"),
        ("SampleInk.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "QL306"),
        ("SampleInk.json", b"hello", "QL311"),
        ("SampleInk.json", b'{"id": 1', "QL311"),
        ("SampleInk.json", b"[" * 100_000, "QL311"),
        ("SampleInk.json", b"3", "QL312"),
    ],
    ids=[
        "empty csv", "blank csv", "0-byte workbook", "0-byte old workbook", "empty json", "text named xlsx",
        "web page named xls", "pdf named csv", "zip named csv", "json named csv", "bytes named csv", "bad bytes",
        "bad utf-16", "broken zip", "broken ole", "password", "old workbook named xlsx", "no json", "cut json",
        "deep json", "a number",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_and_the_rest_is_read(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    write(tmp_path, "样例墨水.csv", GOOD)
    read = read_facts([tmp_path])
    assert reasons(read) == [(name, None, None, code)]
    assert read.facts == (INK,)
    assert "SampleInk" in read.incomplete_types
    assert all(only(read.refused).diagnostic.message(lang) for lang in ("zh", "en"))


def test_the_message_says_what_a_wrong_file_is(tmp_path: Path) -> None:
    diagnostic = only(read_facts([write(tmp_path, "SampleInk.xls", "<html>")]).refused).diagnostic
    assert diagnostic.message("zh") == "文件名说是旧版 Excel 工作簿（.xls），内容却是网页"
    assert diagnostic.message("en") == "the name says an old Excel workbook (.xls), the content is a web page"


def test_a_path_that_is_not_there_is_refused_and_nothing_is_complete(tmp_path: Path) -> None:
    read = read_facts([tmp_path / "recods"])
    assert [code for *_, code in reasons(read)] == ["QL301"]
    assert {"SampleInk", "RepVisit"} <= read.incomplete_types


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    assert [code for *_, code in reasons(read_facts([tmp_path]))] == ["QL302"]


def test_a_file_of_another_kind_is_refused_where_it_is_named(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "SampleInk.docx", "x")])
    assert reasons(read) == [("SampleInk.docx", None, None, "QL303")]
    assert read.incomplete_types == {"SampleInk"}


def test_other_things_in_a_folder_are_named_and_left(tmp_path: Path) -> None:
    write(tmp_path, "样例墨水.csv", GOOD)
    write(tmp_path, "README.md", "x")
    write(tmp_path, ".hidden.csv", "x")
    write(tmp_path, "~$样例墨水.xlsx", "x")
    (tmp_path / "2021").mkdir()
    read = read_facts([tmp_path])
    assert [(one.code.id, one.args["name"]) for one in read.diagnostics] == [("QL304", "2021"), ("QL304", "README.md")]
    assert (read.refused, read.facts) == ((), (INK,))


def test_an_unreadable_file_named_by_a_type_is_refused_in_a_folder_too(tmp_path: Path) -> None:
    write(tmp_path, "样例墨水.csv", GOOD)
    write(tmp_path, "SampleKinds.parquet", "x")
    read = read_facts([tmp_path])
    assert reasons(read) == [("SampleKinds.parquet", None, None, "QL303")]
    assert read.incomplete_types == {"SampleKinds"}


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "SampleInk.csv", GOOD)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reasons(read_facts([path])) == [("SampleInk.csv", None, None, "QL314")]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "SampleInk.csv", GOOD)
    assert read_facts([path, tmp_path]).facts == (INK,)


def test_files_of_one_name_are_shown_with_their_paths(tmp_path: Path) -> None:
    paths = []
    for year in ("2021", "2022"):
        (tmp_path / year).mkdir()
        paths.append(write(tmp_path / year, "SampleInk.csv", GOOD))
    refusal = only(read_facts(paths).refused)
    assert refusal.file.endswith("2022/SampleInk.csv")
    assert "2021/SampleInk.csv" in refusal.diagnostic.message()


# --- rows of text ------------------------------------------------------------------------------------------------


def test_a_row_with_too_few_or_too_many_cells_is_refused(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "SampleInk.csv", "id,name\n1\n2,a,b\n3,c,,\n4,d\n")])
    assert reasons(read) == [("SampleInk.csv", 2, None, "QL328"), ("SampleInk.csv", 3, None, "QL329")]
    assert [fact.key for fact in read.facts] == ["3", "4"]
    assert read.incomplete_types == {"SampleInk"}


def test_quotes_that_do_not_match_are_reported_with_the_lines_that_are_lost(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "SampleInk.csv", 'id,name\n1,a\n2,"b\n3,c\n')])
    assert reasons(read) == [("SampleInk.csv", 3, None, "QL313")]
    assert "第 3 到 4 行" in only(read.refused).diagnostic.message()
    assert read.facts == (SampleInk(id="1", name="a"),)


def test_text_behind_a_closed_quote_spoils_its_row_only(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "SampleInk.csv", 'id,name\n1,"a"b\n2,c\n')])
    assert reasons(read) == [("SampleInk.csv", 2, None, "QL313")]
    assert read.facts == (SampleInk(id="2", name="c"),)


def test_a_cell_of_a_million_characters_is_refused_and_the_next_row_is_read(tmp_path: Path) -> None:
    read = read_facts([write(tmp_path, "SampleInk.csv", f'id,name\n1,"{"字" * 10**6}"\n2,c\n')])
    assert reasons(read) == [("SampleInk.csv", 2, "name", "QL330")]
    assert "1000000" in only(read.refused).diagnostic.message()
    assert read.facts == (SampleInk(id="2", name="c"),)


def test_the_limit_of_the_csv_module_is_left_as_it_was(tmp_path: Path) -> None:
    import csv

    before = csv.field_size_limit()
    read_facts([write(tmp_path, "SampleInk.csv", GOOD)])
    assert csv.field_size_limit() == before


def test_a_file_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qinglian_rules.inputs.sources.sniff.MAX_TEXT_BYTES", 10)
    assert [code for *_, code in reasons(read_facts([write(tmp_path, "SampleInk.csv", GOOD)]))] == ["QL308"]


# --- JSON --------------------------------------------------------------------------------------------------------


def test_json_lines_a_list_and_an_object_of_lists_are_read(tmp_path: Path) -> None:
    record = {"编号": "墨-1", "name": "墨水一"}
    write(tmp_path, "SampleInk.jsonl", json.dumps(record) + "\n\n" + json.dumps({**record, "编号": "墨-2"}))
    write(tmp_path, "样例墨水.json", json.dumps([{**record, "编号": "墨-3"}]))
    write(tmp_path, "all.json", json.dumps({"SampleInk": [{**record, "编号": "墨-4"}]}))
    read = read_facts([tmp_path])
    assert (sorted(fact.key for fact in read.facts), read.refused) == (["墨-1", "墨-2", "墨-3", "墨-4"], ())


def test_a_bad_line_of_json_lines_is_refused_by_its_number(tmp_path: Path) -> None:
    lines = ['{"id": "1"}', "{oops", '["2"]', '{"id": "3", "id": "4"}', '{"id": "5"}']
    read = read_facts([write(tmp_path, "SampleInk.jsonl", "\n".join(lines))])
    assert [(row, code) for _, row, _, code in reasons(read)] == [(2, "QL311"), (3, "QL312"), (4, "QL311")]
    assert [fact.key for fact in read.facts] == ["1", "5"]
    assert "`id` occurs twice" in read.refused[2].diagnostic.message("en")


def test_a_field_that_a_record_leaves_out_is_unknown_and_null_is_none(tmp_path: Path) -> None:
    lines = ['{"id": "1", "maybe": null}', '{"id": "2"}', '{"id": "3", "yes": null}']
    read = read_facts([write(tmp_path, "SampleKinds.jsonl", "\n".join(lines))])
    assert [getattr(fact, "maybe", 0) for fact in read.facts] == [None, SampleInk(id="x").name]
    assert reasons(read) == [("SampleKinds.jsonl", 3, "yes", "QL342")]


def test_numbers_of_json_are_exact(tmp_path: Path) -> None:
    text = '[{"id": "1", "amount": 0.1234567890123456}, {"id": "2", "amount": 1e999999}, {"id": "3", "number": NaN}]'
    read = read_facts([write(tmp_path, "SampleKinds.json", text)])
    assert [str(fact.model_dump()["amount"]) for fact in read.facts] == ["0.1234567890123456"]
    assert [code for *_, code in reasons(read)] == ["QL366", "QL365"]


# --- workbooks ---------------------------------------------------------------------------------------------------


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    with Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def test_the_sheets_of_a_workbook_are_tables(tmp_path: Path) -> None:
    path = workbook(tmp_path / "all.xlsx", {"样例墨水": [["编号", "名称"], ["墨-1", "墨水一"]], "空": []})
    read = read_facts([path])
    assert (read.facts, read.refused, read.diagnostics) == ((INK,), (), ())


def test_a_workbook_with_one_sheet_may_be_named_by_its_file(tmp_path: Path) -> None:
    path = workbook(tmp_path / "样例墨水.xlsx", {"Sheet1": [["编号", "名称"], ["墨-1", "墨水一"]]})
    assert read_facts([path]).facts == (INK,)


def test_rows_are_counted_as_the_sheet_shows_them(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [], ["", "编号", "名称"], [], ["", "墨-1", "墨水一"], ["", "墨-1"]]
    read = read_facts([workbook(tmp_path / "a.xlsx", {"样例墨水": rows})])
    assert read.facts == (INK,)
    assert reasons(read) == [("a.xlsx", 6, "编号", "QL375")]
    assert only(read.refused).sheet == "样例墨水"


def test_a_formula_that_failed_is_refused_and_not_taken_for_none(tmp_path: Path) -> None:
    with Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet("样例各类")
        sheet.write_row(0, 0, ["编号", "附注", "终止日"])
        sheet.write_string(1, 0, "1")
        sheet.write_formula(1, 1, "=NA()", None, "#N/A")
        sheet.write_string(2, 0, "2")
    read = read_facts([tmp_path / "a.xlsx"])
    assert reasons(read) == [("a.xlsx", 2, "附注", "QL331")]
    assert "#N/A" in only(read.refused).diagnostic.message()
    assert [fact.key for fact in read.facts] == ["2"]


def test_a_sheet_that_reaches_too_far_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    with Workbook(str(tmp_path / "a.xlsx")) as book:
        far = book.add_worksheet("样例各类")
        far.write_row(0, 0, ["编号"])
        far.write_string(1_048_575, 16_383, "x")
        book.add_worksheet("样例墨水").write_column(0, 0, ["编号", "墨-1"])
    read = read_facts([tmp_path / "a.xlsx"])
    assert [(code, row) for _, row, _, code in reasons(read)] == [("QL310", None)]
    assert only(read.refused).sheet == "样例各类"
    assert read.facts == (SampleInk(id="墨-1"),)


def test_formats_far_away_do_not_count(tmp_path: Path) -> None:
    with Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet("样例墨水")
        sheet.write_column(0, 0, ["编号", "墨-1"])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert read_facts([tmp_path / "a.xlsx"]).facts == (SampleInk(id="墨-1"),)


def _repacked(source: Path, target: Path, part: str, change: bytes) -> Path:
    """Copy a workbook with one part replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, change if info.filename == part else old.read(info))
    return target


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    write_workbook([INK], tmp_path / "a.xlsx")
    bomb = _repacked(tmp_path / "a.xlsx", tmp_path / "b.xlsx", "xl/styles.xml", b" " * (limits.MAX_UNPACKED_BYTES + 1))
    assert bomb.stat().st_size < 2_000_000
    assert [code for *_, code in reasons(read_facts([bomb]))] == ["QL308"]


def test_cells_without_a_reference_are_counted_from_the_one_before(tmp_path: Path) -> None:
    sheet = (
        b'<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>id</t></is></c></row>'
        b'<row r="1000000"><c/><c/><c r="K1000000"/><c><v>1</v></c></row></sheetData></worksheet>'
    )
    write_workbook([INK], tmp_path / "a.xlsx")
    path = _repacked(tmp_path / "a.xlsx", tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", sheet)
    seen = scan_module.scan(path)
    assert not isinstance(seen, Diagnostic)
    assert (seen.sheets["样例墨水"].rows, seen.sheets["样例墨水"].columns) == (1_000_000, 12)
    assert [code for *_, code in reasons(read_facts([path]))] == ["QL310"]


HEAD = b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
FOOT = b"</sheetData></worksheet>"
HIDDEN = {
    "a > inside quotes": b'<row r="2"><c x=">" r="XFD1048576"><v>1</v></c></row>',
    "quotes inside quotes": b"""<row r="2"><c a="'" b='>' r="XFD1048576"><v>1</v></c></row>""",
    "no place that there is": b'<row r="2"><c r="I99999992"><v>1</v></c></row>',
    "an entity": b'<row r="2"><c r="&#88;FD1048576"><v>1</v></c></row>',
    "behind a long text": b'<row r="2"><c r="A2" t="inlineStr"><is><t>' + b"x" * (2 * 1024**2) + b"</t></is></c>"
    b'<c r="XFD1048576"><v>1</v></c></row>',
    "a prefix": b'<row r="2"><x.y-z:c r="XFD1048576"><v>1</v></x.y-z:c></row>',
    "spaces and single quotes": b"<row r='2'><c\n\tr = 'XFD1048576' ><v>1</v></c></row>",
}


@pytest.mark.parametrize("rows", HIDDEN.values(), ids=HIDDEN)
def test_a_far_cell_cannot_be_hidden(rows: bytes, tmp_path: Path) -> None:
    write_workbook([INK], tmp_path / "a.xlsx")
    path = _repacked(tmp_path / "a.xlsx", tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", HEAD + rows + FOOT)
    assert [code for *_, code in reasons(read_facts([path]))] in (["QL309"], ["QL310"])


def test_one_long_text_in_very_many_cells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_module, "MAX_TEXT_OF_CELLS", 50_000)
    path = workbook(tmp_path / "a.xlsx", {"样例墨水": [["编号", "名称"], *([str(n), "x" * 1000] for n in range(60))]})
    assert [code for *_, code in reasons(read_facts([path]))] == ["QL308"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_with_a_broken_part_is_refused_without_a_traceback(part: str, tmp_path: Path) -> None:
    write_workbook([FULL], tmp_path / "a.xlsx")
    path = _repacked(tmp_path / "a.xlsx", tmp_path / "b.xlsx", part, b"<broken")
    read = read_facts([path])
    assert (read.facts, [code for *_, code in reasons(read)]) == ((), ["QL309"])


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    write_workbook([INK], tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as book:
        book.writestr("xl/worksheets/SHEET1.xml", "<worksheet/>")
    assert [code for *_, code in reasons(read_facts([tmp_path / "a.xlsx"]))] == ["QL309"]


OLD = Path(__file__).parent / "old.xls"
"""A small .xls: a date, a number and a text; a row with an Excel serial and 3.5; a row with #N/A."""


def test_an_old_workbook_is_read() -> None:
    read = read_facts([OLD])
    assert read.facts == (SampleKinds(id="甲-1", day=date(2023, 5, 10), number=3, words="旧格式"),)
    assert [(row, column, code) for _, row, column, code in reasons(read)] == [
        (3, "日期", "QL352"),
        (3, "件数", "QL368"),
        (4, "说明", "QL331"),
    ]


def changed(tmp_path: Path, before: bytes, after: bytes) -> Path:
    """Copy the old workbook with its first `before` replaced by as many bytes."""
    data = OLD.read_bytes()
    assert before in data
    assert len(before) == len(after)
    (tmp_path / "样例各类.xls").write_bytes(data.replace(before, after, 1))
    return tmp_path / "样例各类.xls"


def test_an_old_workbook_that_reaches_too_far_is_refused(tmp_path: Path) -> None:
    cell = struct.pack("<HHHH", 0x00FD, 10, 1, 0)
    path = changed(tmp_path, cell, struct.pack("<HHHH", 0x00FD, 10, 65_535, 65_535))
    assert [code for *_, code in reasons(read_facts([path]))] == ["QL310"]


def test_an_old_workbook_that_claims_too_much_is_refused(tmp_path: Path) -> None:
    size = struct.pack("<HHIIHH", 0x0200, 14, 0, 4, 0, 4)
    path = changed(tmp_path, size, struct.pack("<HHIIHH", 0x0200, 14, 0, 2**31, 0, 65_535))
    assert [code for *_, code in reasons(read_facts([path]))] == ["QL309"]


def test_a_chain_of_sectors_without_an_end_is_refused(tmp_path: Path) -> None:
    # The first sectors are the workbook's; the second is made to lead back to the first.
    path = changed(tmp_path, struct.pack("<III", 1, 2, 3), struct.pack("<III", 1, 0, 3))
    read = read_facts([path])
    assert [code for *_, code in reasons(read)] == ["QL309"]
    assert "no end" in only(read.refused).diagnostic.message("en")


@pytest.mark.parametrize("cut", range(0, 5632, 256))
def test_an_old_workbook_that_is_cut_off_is_refused_or_read(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "样例各类.xls"
    path.write_bytes(OLD.read_bytes()[:cut])
    assert read_facts([path]).refused


MUTATIONS = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=4)


def mutate(data: bytes, mutations: list[tuple[float, bytes]]) -> bytes:
    """Overwrite bytes of `data`; each place is a part of its length."""
    for place, change in mutations:
        start = int(place * len(data))
        data = data[:start] + change + data[start + len(change) :]
    return data


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx", "xls"])
@given(mutations=MUTATIONS)
@settings(max_examples=60, deadline=None)
def test_no_file_however_broken_raises(form: str, mutations: list[tuple[float, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = _sample(form, folder)
        path.write_bytes(mutate(path.read_bytes(), mutations))
        for refusal in read_facts([path]).refused:
            assert refusal.diagnostic.message("zh")
            assert refusal.diagnostic.message("en")


def _sample(form: str, folder: Path) -> Path:
    if form == "xlsx":
        write_workbook([FULL], folder / "a.xlsx")
        return folder / "a.xlsx"
    if form == "xls":
        (folder / "样例各类.xls").write_bytes(OLD.read_bytes())
        return folder / "样例各类.xls"
    write_folder([FULL], folder, format="csv" if form == "csv" else "jsonl")
    return folder / f"SampleKinds.{form}"
