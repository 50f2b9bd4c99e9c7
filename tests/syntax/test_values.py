"""What the block reader reads: mappings, lists, flow, quotes, continuation. Every scalar is text."""

from __future__ import annotations

import pytest

from qinglian_rules.syntax import NO_CONDITIONS, Scalar, Segment, Sequence, read_mapping
from tests.syntax.marked import plain, read, scalar, under


@pytest.mark.parametrize("text", ["on", "no", "yes", "true", "null", "~", "12:30", "2021-09-27", "1e3", "0x1F", "007"])
def test_a_scalar_is_the_text_that_is_typed(text: str) -> None:
    assert read(f"a: {text}") == {"a": text}


def test_a_value_may_hold_a_colon_and_a_hash() -> None:
    assert read("title: 第 #3 条: 甲 # 不是注释") == {"title": "第 #3 条: 甲 # 不是注释"}


def test_a_colon_without_a_space_is_text() -> None:
    assert read("from: 14:00\nb: http://x") == {"from": "14:00", "b": "http://x"}


def test_keys_may_be_chinese_and_hold_spaces() -> None:
    assert read("RepVisit V-1: {定 时: 甲}") == {"RepVisit V-1": {"定 时": "甲"}}


def test_a_quoted_key_may_hold_a_colon() -> None:
    assert read("\"甲: 乙\": 丙\n'丁: 戊': 己") == {"甲: 乙": "丙", "丁: 戊": "己"}


def test_a_line_that_starts_with_a_hash_is_a_comment_wherever_it_stands() -> None:
    assert read("# 甲\na: 乙\n  # 丙\n  丁\n# 戊\nb: 己") == {"a": "乙丁", "b": "己"}


def test_empty_lines_do_not_end_a_continuation() -> None:
    assert read("a: 乙\n\n  丙\n\nb: 丁") == {"a": "乙丙", "b": "丁"}


def test_nested_mappings_follow_indentation() -> None:
    content = "a:\n  b:\n      c: 甲\n      d: 乙\n  e: 丙\nf: 丁"
    assert read(content) == {"a": {"b": {"c": "甲", "d": "乙"}, "e": "丙"}, "f": "丁"}


def test_a_list_may_stand_below_its_key_or_level_with_it() -> None:
    assert read("a:\n  - 甲\n  - 乙\nb: 丙") == {"a": ["甲", "乙"], "b": "丙"}
    assert read("a:\n- 甲\n- 乙\nb: 丙") == {"a": ["甲", "乙"], "b": "丙"}


def test_a_list_item_may_be_a_mapping_whose_first_key_stands_behind_the_dash() -> None:
    content = "cases:\n  - title: 甲\n    change: {a: b}\n  - {title: 乙}\n  -\n    title: 丙"
    assert read(content) == {"cases": [{"title": "甲", "change": {"a": "b"}}, {"title": "乙"}, {"title": "丙"}]}


def test_a_list_item_may_be_a_list() -> None:
    assert read("a:\n  - - 甲\n    - 乙\n  - [丙]") == {"a": [["甲", "乙"], ["丙"]]}


def test_a_list_item_goes_on_in_lines_indented_more_than_its_dash() -> None:
    assert read("a:\n  - 甲\n    乙\n  - 丙") == {"a": ["甲乙", "丙"]}


def test_a_list_item_that_holds_a_colon_is_text_when_quoted() -> None:
    assert read('a:\n  - "联系人及联系方式:"') == {"a": ["联系人及联系方式:"]}


def test_flow_lists_and_mappings_nest() -> None:
    content = "a: [甲, {b: 乙, c: [丙, 丁]}, []]\nd: {}"
    assert read(content) == {"a": ["甲", {"b": "乙", "c": ["丙", "丁"]}, []], "d": {}}


def test_a_quoted_value_in_flow_may_hold_commas_and_brackets() -> None:
    assert read("a: {b: \"甲, 乙}\", c: '丙], 丁'}") == {"a": {"b": "甲, 乙}", "c": "丙], 丁"}}


def test_a_plain_value_in_flow_may_hold_balanced_brackets_and_colons() -> None:
    assert read("a: {type: Enum[甲, 乙], at: 14:00, b: (1): x}") == {
        "a": {"type": "Enum[甲, 乙]", "at": "14:00", "b": "(1): x"}
    }


def test_full_width_punctuation_is_text_in_flow() -> None:
    assert read("a: [参照“定时，定点”（“三定”）的方式, 乙：丙]") == {
        "a": ["参照“定时，定点”（“三定”）的方式", "乙：丙"]
    }


def test_a_last_comma_in_flow_adds_nothing() -> None:
    assert read("a: [甲, 乙,]\nb: {c: 丙,}") == {"a": ["甲", "乙"], "b": {"c": "丙"}}


def test_flow_goes_on_over_lines_indented_more_deeply() -> None:
    content = "a: {b: 甲,\n  c: [乙,\n    丙]}\nd: 丁"
    assert read(content) == {"a": {"b": "甲", "c": ["乙", "丙"]}, "d": "丁"}


def test_a_value_may_start_on_the_line_below_its_key() -> None:
    assert read("a:\n  甲\n  乙\nb:\n  [丙]") == {"a": "甲乙", "b": ["丙"]}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('"甲: 乙 # 丙"', "甲: 乙 # 丙"),
        (r'"说\"甲\"和\\"', '说"甲"和\\'),
        (r'"C:\new"', r"C:\new"),
        ("'说\"甲\"'", '说"甲"'),
        ("'it''s'", "it's"),
        ('""', ""),
    ],
)
def test_quotes_are_taken_off_and_escapes_read(typed: str, text: str) -> None:
    assert read(f"a: {typed}") == {"a": text}
    assert read(f"a: [{typed}]") == {"a": [text]}


def test_chinese_quotation_marks_are_text() -> None:
    assert read("clause: “三定”“三有”") == {"clause": "“三定”“三有”"}


def test_lines_join_with_a_space_except_between_chinese_characters() -> None:
    assert read("a: 甲\n  乙，\n  丙\nb: one\n  two\nc: 使用 APP\n  等") == {
        "a": "甲乙，丙",
        "b": "one two",
        "c": "使用 APP 等",
    }


def test_dos_line_ends_and_a_byte_order_mark_do_not_count() -> None:
    assert read("\ufeffa: 甲\r\nb: 乙\r\n") == {"a": "甲", "b": "乙"}


def test_nothing_reads_as_an_empty_mapping() -> None:
    assert read("") == {}
    assert read("# 只有注释\n\n") == {}


def test_without_conditions_every_key_is_read_alike() -> None:
    mapping, found = read_mapping("x.yaml", "when: [甲]\nrequire: {a: 乙}", NO_CONDITIONS)
    assert (plain(mapping), found) == ({"when": ["甲"], "require": {"a": "乙"}}, ())


# --- places ---------------------------------------------------------------------------------------


def test_a_scalar_knows_the_place_of_each_of_its_parts() -> None:
    content = "id: x\nclause: 甲乙\n   丙丁 EF\n   GH"
    value = scalar(content, "clause")
    assert value.text == "甲乙丙丁 EF GH"
    for part in ("甲乙", "乙", "丁 E", "GH", "H"):
        start = value.text.index(part)
        assert under(content, value.place(start, start + len(part))) == part


def test_a_part_that_crosses_lines_is_underlined_from_its_start_to_its_end() -> None:
    content = "clause: 甲乙\n   丙丁"
    assert under(content, scalar(content, "clause").place(1, 3)) == "乙\n   丙"


def test_the_span_of_a_quoted_scalar_holds_its_quotes_and_its_parts_do_not() -> None:
    content = r'a: {b: "甲\"乙"}'
    value = scalar(content, "a", "b")
    assert value.quoted
    assert under(content, value.span) == r'"甲\"乙"'
    assert [under(content, value.place(at, at + 1)) for at in range(3)] == ["甲", '"', "乙"]


def test_offsets_outside_the_text_are_moved_to_its_ends() -> None:
    value = scalar("a: 甲乙", "a")
    assert value.place(-5, 99) == value.span
    assert under("a: 甲乙", value.place(2, 2)) == ""


def test_an_empty_scalar_is_placed_where_its_quotes_are() -> None:
    content = 'a: ""'
    assert under(content, scalar(content, "a").place(0, 1)) in {"", '""'}


def test_lists_and_mappings_know_where_they_start_and_end() -> None:
    content = "a: [甲, {b: 乙}]\nc:\n  - 丙\n  - 丁"
    mapping, _ = read_mapping("x.yaml", content)
    flow, block = mapping.get("a"), mapping.get("c")
    assert isinstance(flow, Sequence)
    assert isinstance(block, Sequence)
    assert under(content, flow.span) == "[甲, {b: 乙}]"
    assert under(content, flow.items[1].span) == "{b: 乙}"
    assert under(content, block.span) == "- 丙\n  - 丁"


def test_the_place_of_an_escaped_character_counts_its_backslash() -> None:
    value = scalar(r'a: "x\"y"', "a")
    assert value.segments == (Segment(0, 1, 5, 1), Segment(1, 1, 7, 2))


def test_cutting_keeps_places() -> None:
    whole = Scalar("abcd", scalar("a: abcd", "a").span, (Segment(0, 1, 4, 2), Segment(2, 2, 9, 2)))
    piece = whole.cut(1, 3)
    assert piece.text == "bc"
    assert piece.segments == (Segment(0, 1, 5, 1), Segment(1, 2, 9, 1))
