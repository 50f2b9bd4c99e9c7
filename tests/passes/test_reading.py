"""Reading the text of a condition: what keeps it from Python's parser, and where that is underlined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qinglian_rules.diagnostics import Span
from qinglian_rules.passes.findings import Findings
from qinglian_rules.passes.reading import read_condition
from qinglian_rules.syntax import RULE_CONDITIONS, Scalar, Segment, read_mapping
from tests.passes.samples import check, good, scalar, unmarked
from tests.syntax.marked import under


@pytest.mark.parametrize(
    ("marked", "codes"),
    [
        pytest.param("hospital.beds «＞» 100", ["QL203"], id="a full-width sign"),
        pytest.param("hospital.province «！»= «“»广西«”»", ["QL203"] * 3, id="full-width quotes and exclamation mark"),
        pytest.param("hospital.province in {«“»广西«”，“»广东«”»}", ["QL203"] * 3, id="signs side by side are one"),
        pytest.param("«（»hospital.beds > 100«）»", ["QL203"] * 2, id="full-width brackets"),
        pytest.param("hospital.beds > «１００»", ["QL203"], id="full-width digits"),
        pytest.param("hospital.«ｂeds» > 100", ["QL204"], id="a field with a full-width letter"),
        pytest.param("«ｈospital».beds > 100", ["QL204"], id="a name with a full-width letter"),
        pytest.param("hospital.beds > 100 «# 床位 > 100»", ["QL205"], id="a comment"),
        pytest.param("hospital.beds > 100 «\\»", ["QL206"], id="a backslash"),
        pytest.param('hospital.province == «"广西»', ["QL207"], id="a text without end"),
        pytest.param('hospital.province in {«"广西" "广东"»}', ["QL208"], id="a missing comma between texts"),
        pytest.param('hospital.province == «""»', [], id="an empty text"),
        pytest.param("«(»hospital.beds > 100", ["QL209"], id="a bracket that is not closed"),
        pytest.param("hospital.beds > 100«)»", ["QL209"], id="a bracket that was not opened"),
        pytest.param("(hospital.beds > 100«]»", ["QL209"], id="a bracket closed by another"),
        pytest.param("hospital.beds > 100 «$»", ["QL210"], id="a character of no language"),
        pytest.param("hospital.beds > «1e999999»", ["QL211"], id="an exponent"),
        pytest.param("hospital.beds > «0x1F»", ["QL211"], id="a hexadecimal number"),
        pytest.param("hospital.beds > «1_000»", ["QL211"], id="underscores in a number"),
        pytest.param("hospital.beds > «1234567890123456789»", ["QL211"], id="nineteen digits"),
        pytest.param("hospital.beds > «0or» hospital.for_profit", ["QL211"], id="a number run into a word"),
        pytest.param("hospital.beds > 100 «and»", ["QL213"], id="an operator without operand"),
        pytest.param("hospital.beds «=» 100", ["QL214"], id="one equals sign"),
        pytest.param(
            "exists(p for p in Person if p.body «=» hospital)", ["QL214"], id="one equals sign in a quantifier"
        ),
        pytest.param("hospital.beds > 100 «&&» hospital.for_profit", ["QL215"], id="an operator of C"),
        pytest.param("«!»hospital.for_profit", ["QL215"], id="an exclamation mark for not"),
        pytest.param("hospital.beds «≥» 100", ["QL215"], id="a sign of mathematics"),
        pytest.param("hospital.beds «<>» 100", ["QL215"], id="an operator of SQL"),
        pytest.param("hospital.beds > 100 «AND» hospital.for_profit", ["QL215"], id="an operator in capitals"),
        pytest.param("hospital.beds > 100 «或者» hospital.for_profit", ["QL215"], id="an operator in Chinese"),
        pytest.param('hospital.province == «f"广西"»', ["QL218"], id="an f-string"),
        pytest.param('hospital.province == «b"x"»', ["QL218"], id="bytes"),
    ],
)
def test_a_mistake_in_the_text_is_underlined(marked: str, codes: list[str]) -> None:
    text, parts = unmarked(marked)
    expected = list(zip(codes, parts, strict=True)) if codes else []
    assert check(text).underlined == expected


def test_what_is_repaired_in_the_reading_is_checked_further() -> None:
    text, parts = unmarked("«hospital.bedz» «＞» 100")
    assert check(text).underlined == [("QL232", parts[0]), ("QL203", parts[1])]


def test_several_mistakes_in_the_text_come_at_once() -> None:
    assert check("hospital.beds && 1e9 || “x").codes == ["QL215", "QL211", "QL215", "QL203", "QL207"]


def test_a_full_width_character_inside_a_text_is_text() -> None:
    good('hospital.province == "（，＝１"')


def test_the_hint_says_what_to_write() -> None:
    (found,) = check("hospital.beds ≥ 100").diagnostics
    assert found.hint("zh") == "改为 >="
    assert found.hint("en") == "write `>=`"


def test_an_empty_condition_is_reported() -> None:
    assert check("   ").codes == ["QL212"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 1000 + "1" + ")" * 1000, id="brackets"),
        pytest.param("[" * 1000, id="brackets that are not closed"),
        pytest.param("not " * 1000 + "hospital.for_profit", id="not"),
        pytest.param("-" * 5000 + "1 > 0", id="minus"),
        pytest.param("hospital" + ".body" * 1000, id="fields"),
        pytest.param("1" + " + 1" * 1000 + " > 0", id="sums"),
        pytest.param("1 if hospital.for_profit else " * 200 + "1", id="choices"),
    ],
)
def test_nesting_a_thousand_deep_is_reported(text: str) -> None:
    checked = check(text)
    assert checked.node is None
    assert checked.codes[0] == "QL202"


def test_a_condition_may_be_long_and_no_longer() -> None:
    part = "hospital.beds > 100 or "
    assert check(part * 300 + "hospital.for_profit").codes == []
    assert check(part * 400 + "hospital.for_profit").codes == ["QL201"]


def test_a_number_of_a_million_digits_is_reported() -> None:
    assert check("hospital.beds > " + "9" * 1_000_000).codes == ["QL201"]
    assert check("hospital.beds > " + "9" * 5000).codes == ["QL211"]


def test_a_wide_space_between_words_is_a_space() -> None:
    good("hospital.beds　> 100")


def test_spans_behind_chinese_characters_are_right() -> None:
    text = '来访.接待地点 == "药学部接待室" and 来访.接代人 == hospital'
    content = f"require: {text}"
    mapping, _ = read_mapping("t.md", content, RULE_CONDITIONS)
    value = mapping.get("require")
    assert isinstance(value, Scalar)
    source = read_condition(value, Findings())
    assert source is not None
    compare = source.tree.values[1].left  # type: ignore[attr-defined]
    assert under(content, source.span(compare)) == "来访.接代人"


def test_spans_in_a_continued_condition_stand_on_their_own_line() -> None:
    content = "require: hospital.for_profit and\n  hospital.bedz > 100"
    mapping, _ = read_mapping("t.md", content, RULE_CONDITIONS)
    value = mapping.get("require")
    assert isinstance(value, Scalar)
    source = read_condition(value, Findings())
    assert source is not None
    span = source.span(source.tree.values[1].left)  # type: ignore[attr-defined]
    assert (span.line, under(content, span)) == (2, "hospital.bedz")


@given(st.text(max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    assert_read_or_reported(text)


WORDS = (
    'hospital .beds ( ) [ ] { } "广西" \' " == = in not is None # exists for x Person if else lambda : := * ** f 1 1e9'
)
PIECES = st.sampled_from([*WORDS.split(), "，", "“", "\\", "@"])


@given(st.lists(PIECES, max_size=20))
def test_any_words_of_the_language_are_read_or_reported(words: list[str]) -> None:
    assert_read_or_reported(" ".join(words))


def assert_read_or_reported(text: str) -> None:
    checked = check(text.replace("\n", " "))
    errors = [diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"]
    assert checked.node is not None or errors


def test_a_place_that_was_joined_is_told_by_its_own_line() -> None:
    joined = Scalar("甲 + 乙", Span("t.md", 3, 5, 4, 4), (Segment(0, 3, 5, 2), Segment(2, 4, 3, 3)))
    source = read_condition(joined, Findings())
    assert source is not None
    assert source.span(source.tree.right) == Span("t.md", 4, 5, 4, 6)  # type: ignore[attr-defined]


def test_columns_count_from_where_the_value_stands() -> None:
    source = read_condition(scalar("  甲.乙 > 3", column=10), Findings())
    assert source is not None
    assert source.span(source.tree).column == 12
