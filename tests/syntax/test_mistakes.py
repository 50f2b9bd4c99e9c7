"""What the block reader refuses: each mistake has its code, underlines its own characters, and hides no other."""

from __future__ import annotations

import pytest

from qinglian_rules.diagnostics.catalogue import syntax as codes
from qinglian_rules.syntax import Sequence, read_item, read_mapping
from tests.syntax.marked import mistakes, plain, under


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a:\t甲", [("QL102", "\t")], id="a tab between key and value"),
        pytest.param("a:\n\tb: 甲", [("QL102", "\t")], id="a tab as indentation"),
        pytest.param("a: 甲\t\t乙", [("QL102", "\t\t")], id="tabs inside a value"),
        pytest.param("a: 甲\u200b乙", [("QL103", "\u200b")], id="a zero-width space"),
        pytest.param("a: 甲\u202e乙", [("QL103", "\u202e")], id="a mark that turns the direction of writing"),
        pytest.param("a: 甲\x00", [("QL103", "\x00")], id="a NUL"),
        pytest.param("　a: 甲", [("QL104", "　")], id="a full-width space as indentation"),
        pytest.param("a: 甲\nb 乙", [("QL105", "b 乙")], id="a line without a colon"),
        pytest.param("---\na: 甲", [("QL105", "---")], id="a document marker"),
        pytest.param("a: 甲\n? b", [("QL105", "? b")], id="a complex key"),
        pytest.param("a: 甲\n{b: 乙}", [("QL105", "{b: 乙}")], id="flow where a key belongs"),
        pytest.param("a: 甲\na: 乙", [("QL106", "a")], id="a duplicate key"),
        pytest.param("a: {b: 甲, b: 乙}", [("QL106", "b")], id="a duplicate key in flow"),
        pytest.param("a: 甲\nａ: 乙", [("QL106", "ａ")], id="a duplicate key in full-width letters"),
        pytest.param("a: &x 甲", [("QL107", "&x")], id="an anchor"),
        pytest.param("a: *x", [("QL107", "*x")], id="an alias"),
        pytest.param("a: !!str 甲", [("QL107", "!!str")], id="a tag"),
        pytest.param("a: [甲, *x]", [("QL107", "*x")], id="an alias in flow"),
        pytest.param("a:\n  - &x 甲", [("QL107", "&x")], id="an anchor in a list"),
        pytest.param("a: 甲\n  kind: aim", [("QL108", "kind: aim")], id="a key indented by mistake"),
        pytest.param("a:\n    b: 甲\n  c: 乙", [("QL108", "c: 乙")], id="a line between two levels"),
        pytest.param("  a: 甲\nb: 乙", [("QL108", "a: 甲")], id="a first line too far in"),
        pytest.param('a: "甲', [("QL109", '"甲')], id="an open quote"),
        pytest.param("a: ['甲, 乙]", [("QL109", "'甲, 乙]")], id="an open quote in flow"),
        pytest.param('a: "甲"乙', [("QL110", "乙")], id="text behind a quote"),
        pytest.param("a: [甲] 乙", [("QL110", "乙")], id="text behind a list"),
        pytest.param('a: ["甲" 乙, 丙]', [("QL110", "乙")], id="text behind a quote in flow"),
        pytest.param("a: [甲, 乙", [("QL111", "[")], id="an open bracket"),
        pytest.param("a: {b: 甲", [("QL111", "{")], id="an open brace"),
        pytest.param("a: {b: [甲}", [("QL110", "}")], id="a bracket closed by a brace"),
        pytest.param("a:", [("QL113", "")], id="a key without a value"),
        pytest.param("a:\nb: 甲", [("QL113", "")], id="a key without a value among others"),
        pytest.param("a: [甲, , 乙]", [("QL113", ",")], id="an empty item in flow"),
        pytest.param("a: {b: , c: 乙}", [("QL113", ",")], id="an empty value in flow"),
        pytest.param("id：甲", [("QL114", "：")], id="a full-width colon behind a key"),
        pytest.param("id：见 a: b", [("QL114", "：")], id="a full-width colon before another colon"),
        pytest.param("a: {b：甲}", [("QL114", "：")], id="a full-width colon in flow"),
        pytest.param("a: {b: 甲，c: 乙}", [("QL114", "，")], id="a full-width comma in flow"),
        pytest.param("id:甲", [("QL115", ":")], id="no space behind a colon"),
        pytest.param("a: |\n  甲\n  乙", [("QL116", "|")], id="a block scalar"),
        pytest.param("a: >-\n  甲", [("QL116", ">-")], id="a folded scalar"),
        pytest.param("a: 甲\n- 乙", [("QL117", "- 乙")], id="a list among keys"),
        pytest.param("- 乙", [("QL117", "- 乙")], id="a list alone"),
        pytest.param("a: {b: 甲, 乙}", [("QL118", "乙")], id="a comma that was meant as text"),
        pytest.param('a: {"b", c: 乙}', [("QL118", '"b"')], id="a quoted key without a value in flow"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(content: str, expected: list[tuple[str, str]]) -> None:
    assert mistakes(content) == expected


def test_a_mistake_loses_nothing_but_its_own_entry() -> None:
    content = 'a: 甲\nb: "乙\nc: [丙\nd 丁\ne: &x 戊\nf: 己\ng:\n  h: *y\n  i: 庚'
    mapping, found = read_mapping("x.yaml", content)
    assert plain(mapping) == {"a": "甲", "f": "己", "g": {"i": "庚"}}
    assert [diagnostic.code.id for diagnostic in found] == ["QL109", "QL111", "QL105", "QL107", "QL107"]


def test_mistakes_that_can_be_read_over_lose_nothing() -> None:
    mapping, found = read_mapping("x.yaml", "id：甲\nb:乙\nc:\t丙\nid: 丁")
    assert plain(mapping) == {"id": "甲", "b": "乙", "c": "丙"}
    assert [diagnostic.code.id for diagnostic in found] == ["QL114", "QL115", "QL102", "QL106"]


def test_a_duplicate_points_at_the_first_one_and_the_first_one_stays() -> None:
    mapping, (found,) = read_mapping("x.yaml", "a: 甲\nb: 乙\na: 丙")
    assert plain(mapping) == {"a": "甲", "b": "乙"}
    assert [span.line for span in found.related] == [1]


def test_the_repair_of_a_full_width_colon_is_shown() -> None:
    _, (found,) = read_mapping("x.yaml", "kind：aim")
    assert found.hint("zh") == "改成“kind: aim”"
    assert found.hint("en") == "write `kind: aim`"


def test_a_key_indented_by_mistake_is_read_as_if_it_were_not() -> None:
    mapping, _ = read_mapping("x.yaml", "title: 甲\n  kind: aim\nid: x")
    assert plain(mapping) == {"title": "甲", "kind": "aim", "id": "x"}


# --- limits ---------------------------------------------------------------------------------------


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    def nested(depth: int) -> str:
        return "\n".join("  " * level + f"k{level}:" for level in range(depth - 1)) + "\n" + "  " * depth + "last: 甲"

    assert mistakes(nested(20)) == []
    assert mistakes(nested(21)) == [("QL112", "last: 甲")]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a: " + "[" * 1000 + "]" * 1000, id="lists in flow"),
        pytest.param("a: " + "{a: " * 1000 + "b" + "}" * 1000, id="mappings in flow"),
        pytest.param("a:\n  " + "- " * 1000 + "b", id="lists on one line"),
        pytest.param("\n".join(" " * level + "k:" for level in range(1000)) + "\n" + " " * 1000 + "v", id="mappings"),
    ],
)
def test_nesting_a_thousand_deep_is_one_diagnostic(content: str) -> None:
    assert [code for code, _ in mistakes(content)] == ["QL112"]


def test_a_file_above_a_megabyte_is_refused_unread() -> None:
    content = "a: " + "甲" * 333_333
    mapping, (found,) = read_mapping("x.yaml", content)
    assert mapping.entries == ()
    assert found.code is codes.TOO_LARGE
    assert "1000002" in found.message()


def test_a_file_with_thousands_of_entries_is_read_whole() -> None:
    content = "\n".join(f"k{number}: {{a: [甲, 乙], b: 丙}}" for number in range(5_000))
    mapping, found = read_mapping("x.yaml", content)
    assert (len(mapping.entries), found) == (5_000, ())


def test_a_flow_value_over_thousands_of_lines_is_read_whole() -> None:
    content = "a: [" + ",\n  ".join(f"甲{number}" for number in range(5_000)) + "]"
    mapping, found = read_mapping("x.yaml", content)
    value = mapping.get("a")
    assert isinstance(value, Sequence)
    assert (len(value.items), found) == (5_000, ())
    assert under(content, value.items[-1].span) == "甲4999"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("a" + " " * 300_000 + "b", id="blanks without a colon"),
        pytest.param("a:b" * 100_000, id="colons without a space"),
        pytest.param('"' + "a" * 300_000, id="an open quote"),
        pytest.param("for k in " + "[" * 300_000, id="brackets of a loop"),
        pytest.param("a: {" + "b，" * 100_000, id="full-width commas in flow"),
        pytest.param("a: {" + "b, " * 100_000, id="entries without a colon in flow"),
        pytest.param("a: {b: " + "x[" * 150_000, id="brackets in a text in flow"),
    ],
)
def test_a_hostile_line_is_read_in_no_time(line: str) -> None:
    found = read_mapping("x.yaml", f"require:\n  {line}\n{line}")[1]
    assert found
    assert all(len(one.message()) < 200 for one in found)


@pytest.mark.parametrize("line", ["#" + " " * 900_000 + "x", "``` a" + " " * 900_000 + "b"], ids=["heading", "fence"])
def test_a_hostile_line_of_an_item_is_read_in_no_time(line: str) -> None:
    item, _ = read_item("1-a.md", f"---\nsection: 一\ntitle: 甲\n---\n文字\n{line}\n")
    assert item is not None
