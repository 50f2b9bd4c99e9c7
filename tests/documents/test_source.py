"""The source check: the item files together are the text, white space and page breaks aside."""

from __future__ import annotations

import pytest

from qinglian_rules.documents.bare import SourceText, bare
from qinglian_rules.documents.nearby import differ_in_width, nearest_passage
from qinglian_rules.syntax import read_item
from tests.documents.samples import IDS, POLICIES, check, item, source
from tests.syntax.marked import under

TEXT = "一、甲\n\n要学习，要教\n育。\n\n二、乙\n要检查。要整改。\n"
FIRST = item("## 一、甲\n\n要学习，要教育。")
SECOND = item("## 二、乙\n\n要检查。\n\n要整改。", "2-b.md", "二")


def test_items_that_are_the_text_are_found_in_it() -> None:
    placed = check(TEXT, FIRST, SECOND)
    assert placed.found == ()
    assert [(one.path, one.start) for one in placed.passages] == [("1-a.md", 0), ("2-b.md", 11)]


def test_the_order_of_the_files_does_not_matter() -> None:
    placed = check(TEXT, SECOND, FIRST)
    assert placed.found == ()
    assert [one.start for one in placed.passages] == [11, 0]


def test_items_with_the_same_words_stand_one_after_the_other() -> None:
    placed = check("要学习。要学习。", item("要学习。"), item("要学习。", "2-b.md", "二"))
    assert placed.found == ()
    assert [one.start for one in placed.passages] == [0, 4]


def test_a_changed_character_is_shown_in_both_places() -> None:
    changed = item("## 二、乙\n\n要检察。要整改。", "2-b.md", "二")
    (found,) = check(TEXT, FIRST, changed).found
    assert found.code.id == "QL421"
    assert (found.args["written"], found.args["wanted"]) == ("察。要整改。", "查。要整改。")
    assert found.span is not None
    assert (found.span.file, found.span.line, found.span.column) == ("2-b.md", 7, 3)
    assert [under(TEXT, place) for place in found.related] == ["查"]
    assert found.related[0].file == "source.txt"


def test_words_left_out_at_the_end_of_an_item_are_missing() -> None:
    (found,) = check(TEXT, FIRST, item("## 二、乙\n\n要检查。", "2-b.md", "二")).found
    assert found.code.id == "QL423"
    assert under(TEXT, found.span) == "要整改。"


def test_words_between_items_are_missing() -> None:
    short = item("要检查。要整改。", "2-b.md", "二")
    (found,) = check(TEXT, FIRST, short).found
    assert (found.code.id, under(TEXT, found.span)) == ("QL423", "二、乙")


def test_a_draft_may_hold_a_part_of_the_text() -> None:
    placed = check(TEXT, SECOND, complete=False)
    assert placed.found == ()
    assert placed.passages[0].start == 11


def test_a_draft_is_word_for_word_too() -> None:
    (found,) = check(TEXT, item("二、乙要检察。", "2-b.md", "二"), complete=False).found
    assert found.code.id == "QL421"


def test_words_in_two_items_are_reported_at_the_second() -> None:
    (found,) = check(TEXT, item("一、甲要学习，要教育。二、乙"), SECOND).found
    assert found.code.id == "QL424"
    assert found.span is not None
    assert found.span.file == "2-b.md"
    assert found.args["other"] == "1-a.md"


def test_words_that_go_on_behind_the_text_differ_there() -> None:
    (found,) = check("要检查。", item("要检查。要整改。")).found
    assert (found.code.id, found.args["written"], found.args["wanted"]) == ("QL421", "要整改。", "（到此为止）")
    assert [(place.line, place.column) for place in found.related] == [(1, 5)]


def test_an_item_of_another_document_is_unknown() -> None:
    (found,) = check(TEXT, item("完全不同的文字。"), complete=False).found
    assert found.code.id == "QL422"


def test_punctuation_counts() -> None:
    (found,) = check("要学习，要教育。", item("要学习,要教育。")).found
    assert (found.code.id, found.args["written"][0], found.args["wanted"][0]) == ("QL421", ",", "，")


@pytest.mark.parametrize("name", IDS)
def test_a_real_text_is_one_item_of_itself(name: str) -> None:
    text = source(name)
    placed = check(text, item(text))
    assert (placed.found, placed.passages[0].start) == ((), 0)


@pytest.mark.parametrize("name", IDS)
def test_a_real_text_cut_into_items_is_put_together_again(name: str) -> None:
    text = source(name)
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    items = [item(paragraph, f"{number}-x.md", str(number)) for number, paragraph in enumerate(paragraphs, start=1)]
    assert check(text, *items).found == ()
    (missing,) = check(text, *(items[:7] + items[8:])).found
    assert bare(under(text, missing.span)).text == bare(paragraphs[7]).text


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in POLICIES.glob("*/policy.yaml")))
def test_every_item_file_of_the_policies_stands_in_its_source(folder: str) -> None:
    paths = sorted((POLICIES / folder).glob("*.md"))
    items = [read_item(path.name, path.read_text(encoding="utf-8"))[0] for path in paths]
    placed = check(source(folder), *(one for one in items if one is not None), complete=False)
    assert [(found.code.id, found.message()) for found in placed.found] == []
    assert len(placed.passages) == len(paths)


# --- bare text ------------------------------------------------------------------------------------


def test_white_space_of_any_width_is_left_out_and_places_are_kept() -> None:
    stripped = bare("　甲 乙\n\n丙\t")
    assert (stripped.text, stripped.offsets) == ("甲乙丙", (1, 3, 6))
    assert stripped.span(0, 2) == (1, 4)


def test_a_place_in_the_source_has_line_and_column() -> None:
    text = SourceText("source.txt", "甲乙\n\n 丙丁")
    assert under(text.text, text.place(1, 3)) == "乙\n\n 丙"
    assert under(text.text, text.place(3, 4)) == "丁"


# --- passages that are near -----------------------------------------------------------------------


def test_nothing_is_near_words_of_another_kind() -> None:
    assert nearest_passage("要学习，要教育。", "全新说法") is None


def test_a_passage_is_near_though_its_middle_differs() -> None:
    near = nearest_passage("先写别的，对违规出现在诊疗场所的人员及时驱离", "对违规出现在治疗场所的人员")
    assert near is not None
    assert (near.start, near.end, near.at) == (5, 18, 6)


@pytest.mark.parametrize(
    ("one", "other"), [(",", "，"), ('"', "”"), ("Ａ", "A"), ("。", "."), ("［", "["), ("(", "（")]
)
def test_marks_differ_in_width_alone(one: str, other: str) -> None:
    assert differ_in_width(one, other)
    assert differ_in_width(other, one)


@pytest.mark.parametrize(("one", "other"), [("甲", "乙"), (",", "。"), ("a", "A"), ("甲", "甲")])
def test_other_characters_do_not(one: str, other: str) -> None:
    assert not differ_in_width(one, other)
