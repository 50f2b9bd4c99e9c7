"""Item files: front matter, words, headings and blocks, and what is wrong with them."""

from __future__ import annotations

import pytest

from qinglian_rules.diagnostics import Code
from qinglian_rules.diagnostics.catalogue import all_codes
from qinglian_rules.syntax import ItemFile, read_item
from tests.syntax.marked import marked, plain, under

FRONT = "---\nsection: 三/（三）/4\ntitle: 严惩违规违法人员\n---\n"
TEXT = "#### 4. 严惩违规违法人员。\n\n完善医药代表院内拜访医务人员的管理制度，拟定细化可执行的院内制度。\n\n"
RULE = "```rule\nid: a\nclause: 拟定细化可执行的院内制度\n```\n"
GOOD = FRONT + TEXT + RULE


def item(content: str, path: str = "3.3.4-punish.md") -> ItemFile:
    read, found = read_item(path, content)
    assert marked(content, found) == []
    assert read is not None
    return read


def mistakes(content: str) -> list[tuple[str, str]]:
    return marked(content, read_item("3.3.4-punish.md", content)[1])


def test_front_matter_names_the_item() -> None:
    read = item(GOOD)
    assert (read.section, read.title, read.defaults) == ("三/（三）/4", "严惩违规违法人员", None)
    assert under(GOOD, read.section_span) == "三/（三）/4"


def test_the_number_of_an_item_is_that_of_its_file() -> None:
    assert item(GOOD, "policies/gx-2021/3.3.4-punish-violations.md").number == "3.3.4"


def test_a_heading_belongs_to_the_words_without_its_marks() -> None:
    read = item(GOOD)
    assert read.text == "4. 严惩违规违法人员。\n完善医药代表院内拜访医务人员的管理制度，拟定细化可执行的院内制度。"
    assert [read.text[start:end] for start, end in read.headings] == ["4. 严惩违规违法人员。"]


def test_words_between_blocks_belong_to_the_item() -> None:
    read = item(FRONT + "## 甲\n乙\n" + RULE + "丙\n### 丁\n" + RULE + "戊")
    assert read.text == "甲\n乙\n丙\n丁\n戊"
    assert [read.text[start:end] for start, end in read.headings] == ["甲", "丁"]


def test_words_keep_their_place_in_the_file() -> None:
    read = item(GOOD)
    for part in ("严惩违规", "管理制度，拟定"):
        start = read.text.index(part)
        assert under(GOOD, read.words.place(start, start + len(part))) == part


def test_blocks_come_in_their_order_with_kind_body_source_and_place() -> None:
    content = FRONT + TEXT + RULE + "\n~~~text\nclause: 甲\nwhy: title\n~~~\n````define\nid: b\n````\n"
    read = item(content)
    assert [block.kind for block in read.blocks] == ["rule", "text", "define"]
    rule = read.blocks[0]
    assert plain(rule.body) == {"id": "a", "clause": "拟定细化可执行的院内制度"}
    assert rule.source == "id: a\nclause: 拟定细化可执行的院内制度"
    assert under(content, rule.span) == RULE
    assert not rule.damaged


def test_scalars_of_a_block_stand_at_their_place_in_the_markdown_file() -> None:
    body = item(GOOD).blocks[0].body
    assert under(GOOD, body.entries[0].key.span) == "id"
    assert under(GOOD, body.entries[1].value.span) == "拟定细化可执行的院内制度"


def test_defaults_are_read() -> None:
    content = GOOD.replace("---\n#", "defaults:\n  each: visit in RepVisit\n  kind: obligation\n---\n#")
    assert plain(item(content).defaults) == {"each": "visit in RepVisit", "kind": "obligation"}
    flow = GOOD.replace("---\n#", "defaults: {each: visit in RepVisit, severity: minor}\n---\n#")
    assert plain(item(flow).defaults) == {"each": "visit in RepVisit", "severity": "minor"}


def test_dos_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert item("\ufeff" + GOOD.replace("\n", "\r\n")) == item(GOOD)


def test_a_line_with_a_hash_and_no_space_is_text() -> None:
    assert item(FRONT + "#甲\n" + RULE).headings == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(TEXT + RULE, [("QL131", "#### 4. 严惩违规违法人员。")], id="no front matter"),
        pytest.param("---\nsection: 一\n" + TEXT, [("QL132", "---")], id="open front matter"),
        pytest.param(
            GOOD.replace("title: 严惩违规违法人员\n", ""), [("QL122", "---")], id="a front-matter key is missing"
        ),
        pytest.param(GOOD.replace("title:", "titel:"), [("QL121", "titel")], id="a misspelt key"),
        pytest.param(
            GOOD.replace("title: 严惩违规违法人员", "title: [甲]"), [("QL123", "[甲]")], id="a title that is a list"
        ),
        pytest.param(
            GOOD.replace("---\n#", "defaults: {when: a}\n---\n#"), [("QL121", "when")], id="an unknown default"
        ),
        pytest.param(GOOD.replace("```rule", "```rules"), [("QL133", "```rules")], id="an unknown block"),
        pytest.param(GOOD.replace("```rule", "```"), [("QL137", "```")], id="a block without a kind"),
        pytest.param(GOOD.removesuffix("```\n"), [("QL134", "```rule")], id="an open block at the end"),
        pytest.param(
            FRONT + TEXT + RULE.removesuffix("```\n") + RULE, [("QL134", "```rule")], id="an open block before another"
        ),
        pytest.param(FRONT + TEXT + "```rule\n# 空\n```\n", [("QL135", "```rule")], id="an empty block"),
        pytest.param(FRONT + RULE, [("QL136", "")], id="no words"),
    ],
)
def test_a_mistake_in_an_item_file_is_reported_where_it_stands(content: str, expected: list[tuple[str, str]]) -> None:
    assert mistakes(content) == expected


def test_an_open_block_before_another_hides_neither() -> None:
    content = FRONT + TEXT + "```rule\nid: a\n\n```rule\nid: b\n```\n"
    read, _ = read_item("1-a.md", content)
    assert read is not None
    assert [plain(block.body) for block in read.blocks] == [{"id": "a"}, {"id": "b"}]


def test_a_file_reports_all_its_mistakes_at_once_in_the_order_of_its_lines() -> None:
    content = (
        "---\nsection: 一\nsection: 二\ntitle: 甲\n---\n文字\n"
        "```rule\nid：a\nwhen:\tb\n```\n```rull\n```\n```duties\nrecords: {a: [甲}\nkind: aim\nkind: aim\n```\n"
    )
    assert [code for code, _ in mistakes(content)] == ["QL106", "QL114", "QL102", "QL133", "QL110", "QL106"]


def test_the_nearest_kind_of_block_is_suggested() -> None:
    _, (found,) = read_item("1-a.md", GOOD.replace("```rule", "```dutys"))
    assert found.suggestion == "duties"


def test_a_block_that_lost_an_entry_says_so() -> None:
    read, found = read_item("1-a.md", GOOD.replace("id: a", 'id: "a'))
    assert read is not None
    assert [diagnostic.code.id for diagnostic in found] == ["QL109"]
    assert read.blocks[0].damaged
    assert read.blocks[0].body.keys() == ("clause",)


def test_a_file_without_its_section_is_no_item() -> None:
    read, _ = read_item("1-a.md", TEXT + RULE)
    assert read is None


def test_an_empty_file_is_reported() -> None:
    assert mistakes("") == [("QL131", "")]


def test_a_file_above_a_megabyte_is_refused() -> None:
    read, found = read_item("1-a.md", GOOD + "文" * 400_000)
    assert read is None
    assert [diagnostic.code.id for diagnostic in found] == ["QL101"]


# A repeated list entry is found by those who read the list.
SHOWN = [code for code in all_codes() if code.id.startswith("QL1") and code.bad and code.id != "QL124"]


@pytest.mark.parametrize("code", SHOWN, ids=lambda code: code.id)
def test_the_bad_example_of_a_code_shows_it_and_the_good_one_shows_nothing(code: Code) -> None:
    for example, shows in ((code.bad, True), (code.good, False)):
        found = {diagnostic.code.id for diagnostic in read_item("1-a.md", embedded(example))[1]}
        assert (code.id in found) is shows


def embedded(example: str) -> str:
    """Put an example of a code where it belongs: a whole file, a fence, or the inside of a block."""
    if example.startswith(("---", "####")):
        return example
    if example.startswith("```"):
        return FRONT + TEXT + example
    if example.startswith(("title", "titel")):
        return f"---\nsection: 一\n{example}\n---\n{TEXT}"
    return f"{FRONT}{TEXT}```rule\n{example}\n```\n"
