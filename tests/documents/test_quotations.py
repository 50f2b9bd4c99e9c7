"""Quotations are looked up word for word; what is not there is explained."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qinglian_rules.documents.bare import bare
from tests.documents.samples import IDS, Desk, item, source
from tests.syntax.marked import marked

TEXT = (
    "1. 严惩。对违规人员\n\n及时驱离，对核实的行为及时上报，"
    "对查实收受回扣的人员根据金额从严处罚（含 APP 渠道），涉嫌犯罪的移送。"
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(TEXT)


def test_words_are_found_with_their_place_in_the_source(desk: Desk) -> None:
    ((quotation,), found) = desk.quote("对核实的行为及时上报")
    assert found == ()
    assert quotation.fragments == ("对核实的行为及时上报",)
    assert [TEXT[start:end] for start, end in quotation.spans] == ["对核实的行为及时上报"]
    assert (quotation.section, quotation.borrowed) == ("一", False)


def test_page_breaks_and_spaces_do_not_count(desk: Desk) -> None:
    assert desk.words("对违规人员及时驱离") == [["对违规人员\n\n及时驱离"]]
    assert desk.words("含APP渠道") == [["含 APP 渠道"]]
    assert desk.words("对核实的 行为\n  及时　上报") == [["对核实的行为及时上报"]]


def test_each_further_fragment_is_the_nearest_after_the_one_before(desk: Desk) -> None:
    assert desk.words("对核实的行为…人员…处罚") == [["对核实的行为", "人员", "处罚"]]
    (quotation,), _ = desk.quote("对核实的行为……人员")
    assert quotation.fragments == ("对核实的行为", "人员")
    assert TEXT[slice(*quotation.spans[1])] == "人员"
    assert quotation.spans[1][0] == TEXT.index("人员根据金额")
    assert str(quotation) == "对核实的行为…人员"


def test_a_list_holds_several_quotations(desk: Desk) -> None:
    assert desk.words("[严惩, 及时驱离, {words: 及时, nth: 2}]") == [["严惩"], ["及时驱离"], ["及时"]]


def test_nth_counts_the_occurrences_of_the_first_fragment(desk: Desk) -> None:
    (quotation,), _ = desk.quote("{words: 及时, nth: 2}")
    assert quotation.spans[0][0] == TEXT.index("及时上报")
    (quotation,), _ = desk.quote("{words: 人员…处罚, nth: 2}")
    assert quotation.spans[0][0] == TEXT.index("人员根据")
    assert desk.words("{words: 严惩, nth: 1}") == [["严惩"]]


def test_words_may_reach_from_a_heading_into_the_paragraph() -> None:
    desk = Desk("1. 严惩。对违规人员", item("#### 1. 严惩。\n\n对违规人员"))
    assert desk.words("严惩。对违规人员") == [["严惩。对违规人员"]]


def test_words_of_another_item_are_borrowed() -> None:
    text = "各级各类医疗机构要学习。要教育。"
    desk = Desk(text, item("各级各类医疗机构要学习。"), item("要教育。", "2-b.md", "二"))
    (quotation,), found = desk.quote("{section: 一, words: 各级各类医疗机构}", at=1)
    assert found == ()
    assert (quotation.section, quotation.borrowed, quotation.spans) == ("一", True, ((0, 8),))


def test_an_items_own_section_is_not_borrowed(desk: Desk) -> None:
    (quotation,), _ = desk.quote("{section: 一, words: 严惩}")
    assert not quotation.borrowed


def test_words_of_an_item_that_is_not_in_the_source_have_no_place() -> None:
    desk = Desk("别的文字", item("严惩违规人员"))
    (quotation,), found = desk.quote("违规人员")
    assert (quotation.spans, found) == ((), ())


# --- what is wrong --------------------------------------------------------------------------------


def wrong(desk: Desk, clause: str) -> list[tuple[str, str]]:
    return marked(f"clause: {clause}", desk.quote(clause)[1])


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        pytest.param("全新的说法", [("QL401", "全新的说法")], id="words that are nowhere"),
        pytest.param("对核实的行径及时上报", [("QL402", "径")], id="one character is another"),
        pytest.param("对核实行为及时上报", [("QL402", "行")], id="a character is missing"),
        pytest.param("对核实的行为要及时上报", [("QL402", "要")], id="a character too many"),
        pytest.param("时驱离,对核实", [("QL403", ",")], id="an ASCII comma"),
        pytest.param("从严处罚(含APP渠道)", [("QL403", "(")], id="an ASCII parenthesis"),
        pytest.param("从严处罚（含ＡPP渠道）", [("QL403", "Ａ")], id="a full-width letter"),
        pytest.param("1． 严惩", [("QL403", "．")], id="a full-width full stop for a plain one"),
        pytest.param("及时", [("QL404", "及时")], id="words that occur twice"),
        pytest.param("{words: 及时, nth: 3}", [("QL405", "及时")], id="an occurrence too many"),
        pytest.param("移送…从严", [("QL406", "从严")], id="fragments in the wrong order"),
        pytest.param("根据金额…重判", [("QL401", "重判")], id="a further fragment that is nowhere"),
        pytest.param("…", [("QL408", "…")], id="nothing but an ellipsis"),
        pytest.param("[]", [("QL408", "[]")], id="an empty list"),
        pytest.param("根据金额...处罚", [("QL409", "...")], id="an ellipsis of full stops"),
        pytest.param("根据金额⋯处罚", [("QL409", "⋯")], id="another ellipsis"),
        pytest.param("{section: 九, words: 严惩}", [("QL410", "九")], id="a section that is none"),
        pytest.param("{words: 及时, nth: 二}", [("QL411", "二")], id="an nth that is no number"),
        pytest.param("{words: 及时, nth: 0}", [("QL411", "0")], id="an nth below one"),
        pytest.param("{word: 及时}", [("QL121", "word")], id="a misspelt key"),
        pytest.param("[[严惩]]", [("QL123", "[严惩]")], id="a list in a list"),
        pytest.param("{words: [严惩]}", [("QL123", "[严惩]")], id="words that are a list"),
    ],
)
def test_what_is_wrong_with_a_quotation_is_pointed_out(
    desk: Desk, clause: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(wrong(desk, clause)) == sorted(expected)


def test_a_list_reports_every_wrong_quotation_and_keeps_the_right_ones(desk: Desk) -> None:
    quotations, found = desk.quote("[严惩, 及时, 移送, 新的说法]")
    assert [str(quotation) for quotation in quotations] == ["严惩", "移送"]
    assert [one.code.id for one in found] == ["QL404", "QL401"]


def test_the_nearest_passage_is_shown(desk: Desk) -> None:
    _, (found,) = desk.quote("对核实的行径及时上报")
    assert found.message("zh") == "本项里没有“对核实的行径及时上报”：第 6 个字写作“径”，原文是“为”"
    assert found.hint("zh") == "原文：“对核实的行为及时上报”"
    assert found.hint("en") == "the text: `对核实的行为及时上报`"


def test_a_first_character_that_differs_does_not_hide_the_passage(desk: Desk) -> None:
    _, (found,) = desk.quote("队核实的行为及时上报")
    assert (found.code.id, found.args["passage"]) == ("QL402", "对核实的行为及时上报")
    assert found.args["written"] == "队"


def test_words_that_go_on_behind_the_end_of_the_item_differ_there(desk: Desk) -> None:
    _, (found,) = desk.quote("涉嫌犯罪的移送。完")
    assert (found.code.id, found.args["written"], found.args["wanted"]) == ("QL402", "完", "（到此为止）")


def test_straight_quotes_point_at_the_chinese_ones() -> None:
    desk = Desk("参照“三定三有”的方式")
    _, (found,) = desk.quote('参照"三定三有"的方式')
    assert (found.code.id, found.args["written"], found.args["wanted"]) == ("QL403", '"', "“")


def test_words_of_another_item_are_told_where_they_stand() -> None:
    desk = Desk("要学习。要教育。", item("要学习。"), item("要教育。", "2-b.md", "二"))
    _, (found,) = desk.quote("要教育")
    assert found.code.id == "QL407"
    assert found.hint("zh") == "写 {section: 二, words: 要教育}"


def test_a_section_that_is_none_is_told_the_nearest() -> None:
    desk = Desk("甲乙", item("甲", section="三/（一）/1"), item("乙", "2-b.md", "三/（二）/1"))
    _, (found,) = desk.quote("{section: 三/(一)/1, words: 甲}")
    assert found.suggestion == "三/（一）/1"


# --- the five documents ---------------------------------------------------------------------------


@pytest.fixture(scope="module", params=IDS)
def real(request: pytest.FixtureRequest) -> Desk:
    return Desk(source(request.param))


PASSAGES = {
    "gx-2021": [
        "向自治区卫生健康委、自治区中医药局分别报送季度工作进展",
        "应全部纳入此次专项行动整治范围…明确处罚红线",
    ],
    "gx-2022": ["确保对党绝对忠诚。坚持把党的政治建设摆在首位", "清廉思想、清廉制度…融入医院发展的各方面全过程"],
    "gx-2023": ["健全完善行风建设工作领导体系", "县（市、区）以上卫生健康主管部门和二级及以上医疗机构…配置专职人员"],
    "ha-2024": ["不断提高医疗服务质量和水平", "在公立医院中拥有人、财、物等业务处置权或决定权…实行定期轮岗制度"],
    "ta-2024": ["为推动医院高质量发展提供坚强保障", "落实“支部建在科室上”“双带头人”“双培养”等要求"],
}


@pytest.mark.parametrize(("name", "passage"), [(name, one) for name in IDS for one in PASSAGES[name]])
def test_passages_of_the_real_texts_are_found_across_page_breaks(name: str, passage: str) -> None:
    ((*found,),) = Desk(source(name)).words(passage)
    assert "…".join("".join(words.split()) for words in found) == passage


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_sentence_of_the_real_texts_is_found_where_it_stands(real: Desk, data: st.DataObject) -> None:
    plain = bare(real.text)
    start = data.draw(st.integers(0, len(plain.text) - 1))
    words = plain.text[start : start + data.draw(st.integers(1, 60))]
    quotations, found = real.quote('"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"')
    times = plain.text.count(words)
    if times > 1:
        assert [one.args["count"] for one in found] == [str(times)]
    else:
        assert quotations[0].spans == (plain.span(start, start + len(words)),)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_changed_character_in_a_long_passage_is_pointed_at(real: Desk, data: st.DataObject) -> None:
    plain = bare(real.text)
    start = data.draw(st.integers(0, len(plain.text) - 40))
    words = plain.text[start : start + 40]
    at = data.draw(st.integers(10, 39))
    broken = words[:at] + "龘" + words[at + 1 :]
    _, (found,) = real.quote('"' + broken.replace('"', '\\"') + '"')
    assert (found.code.id, found.args["written"], found.args["at"]) == ("QL402", "龘", str(at + 1))
