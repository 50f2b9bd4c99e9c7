"""A rule file broken in many ways: what `qinglian lint` says, what it underlines, in words that a clerk understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.item import ITEM, RULES, changed, lint, write

THREE = "rep-visit-three-fixed-three-recorded"
REPORTED = "clause: 对核实的输送回扣行为要及时上报"
REPORTED_BLOCK = ITEM[
    ITEM.index("```rule\nid: verified-kickback") : ITEM.index("```rule\nid: kickback-taker-punished\n")
]

# What is done to the file; and of each mistake its code, what is underlined, and words of its message or hint.
BROKEN = {
    "a quote is deleted": (changed('== "医药代表"', '== "医药代表'), [("QL207", '"医药代表', "没有结束的引号")]),
    "a field is misspelt": (changed("visit.place in", "visit.palce in"), [("QL232", "visit.palce", "是否想写“place”")]),
    "a field is misspelt in Chinese": (
        changed("visit.place in", "visit.接待的地点 in"),
        [("QL232", "visit.接待的地点", "是否想写“接待地点”")],
    ),
    "a key has a full-width colon": (
        changed("severity: serious", "severity：serious"),
        [("QL114", "：", "改成“severity: serious”")],
    ),
    "a name has a full-width colon": (changed("  定点: visit", "  定点：visit"), [("QL114", "：", "这里要用半角“:”")]),
    "a comma is full-width": (changed("visit.start, visit", "visit.start，visit"), [("QL203", "，", "改为 ,")]),
    "quotes are full-width": (
        changed('"医药代表"\nrequire', "“医药代表”\nrequire"),
        [("QL203", "“", '半角的 "'), ("QL203", "”", '半角的 "')],
    ),
    "a word is no member": (
        changed('"医药代表"\nrequire', '"药代"\nrequire'),
        [("QL235", '"药代"', "不是“医药代表来访”的“来访人员类别”可取的词；可取：医药代表、售后工程师")],
    ),
    "the clause is deleted": (
        changed(REPORTED + "\n", ""),
        [("QL122", "id: verified-kickback-reported", "补上 clause（这条规则所依据的原文）")],
    ),
    "the quotation is not word for word": (
        changed(REPORTED, REPORTED.replace("及时", "立即")),
        [("QL402", "立", "第 12 个字写作“立”，原文是“及”")],
    ),
    "the text of the document is changed": (
        changed("要及时驱离，对核实", "要立时驱离，对核实"),
        [("QL421", "立", "与 source.txt 不同"), ("QL402", "及", "写作“及”，原文是“立”")],
    ),
    "a quotation has a plain comma": (changed(REPORTED, REPORTED + ",对查实"), [("QL403", ",", "改成“，”")]),
    "a quotation occurs twice": (changed("clause: 从严", "clause: 回扣"), [("QL404", "回扣", "出现 2 次")]),
    "a block occurs twice": (
        ITEM + "\n" + REPORTED_BLOCK,
        [("QL504", "verified-kickback-reported", "在这一项里已经用过")],
    ),
    "a time is compared with a text": (
        changed("visit.booking.made < visit.start", 'visit.booking.made < "2023-05-10"'),
        [("QL242", 'visit.booking.made < "2023-05-10"', "一边是日期时间，一边是文字")],
    ),
    "a day is written as a text": (
        changed("s.imposed <= due", 's.imposed == "2023-05-10"'),
        [("QL242", 's.imposed == "2023-05-10"', "是否想写“date(2023, 5, 10)”")],
    ),
    "yes and no are written as texts": (
        changed("not intrusion.permitted", 'intrusion.permitted == "否"'),
        [("QL242", 'intrusion.permitted == "否"', "是否想写“not intrusion.permitted”")],
    ),
    "days are added as a number": (
        changed("case.verified_on + params.sanction_limit", "case.verified_on + 30"),
        [("QL246", "case.verified_on + 30", "是否想写“days(30)”")],
    ),
    "a limit is written in Chinese": (
        changed("due: case.verified_on + params.sanction_limit", "due: 30天"),
        [("QL211", "30天", "时长写成 days(30)")],
    ),
    "a topic is unknown": (
        changed("about: 医药代表来访管理", "about: 医药代表来访的管理"),
        [("QL511", "医药代表来访的管理", "是否想写“医药代表来访管理”")],
    ),
    "a function is unknown": (changed("within(visit", "inside(visit"), [("QL234", "inside", "within（在期间内）")]),
    "a function is in Chinese": (changed("within(visit", "属于(visit"), [("QL234", "属于", "是否想写“within”")]),
    "a parenthesis is open": (
        changed("visit.body.reception_hours)", "visit.body.reception_hours"),
        [("QL209", "(", "没有配对")],
    ),
    "a single = compares": (changed("visitor_kind ==", "visitor_kind ="), [("QL214", "=", "改为 ==")]),
    "and is written in Chinese": (
        changed("is not None and visit", "is not None 且 visit"),
        [("QL215", "且", "改为 and")],
    ),
    "and is written as in other languages": (
        changed("is not None and visit", "is not None && visit"),
        [("QL215", "&&", "改为 and")],
    ),
    "each is deleted": (
        changed("each: visit in RepVisit\n", ""),
        [("QL122", f"id: {THREE}", "补上 each（判定的对象，如 visit in RepVisit）")],
    ),
    "each names no type": (changed("visit in RepVisit", "visit in RepVisits"), [("QL231", "RepVisits", "“RepVisit”")]),
    "each has no name": (changed("visit in RepVisit", "RepVisit"), [("QL505", "RepVisit", "each: visit in RepVisit")]),
    "it requires and forbids": (
        changed("reading: “参照”", "forbid: visit.in_clinical_area\nreading: “参照”"),
        [("QL501", "forbid", "这里有 2 个")],
    ),
    "it is judged weekly": (
        changed("each: visit in RepVisit\n", "each: visit in RepVisit\nevery: weekly\n"),
        [("QL506", "weekly", "month（月）")],
    ),
    "a prohibition has a due": (
        changed("require: intrusion.removed is not None and", "forbid: intrusion.removed is not None and"),
        [("QL524", "due", "禁止没有期限")],
    ),
    "a name is defined nowhere": (
        changed("有记录: visit.record is", "有记录: 记录 is"),
        [("QL230", "记录", "是否想写“visit.来访记录”")],
    ),
    "a name is taken twice": (
        changed(
            "exists(s for s in Sanction if s.case == case and s.imposed <= due)", "exists(case for case in Sanction)"
        ),
        [("QL236", "case", "另有所指")],
    ),
    "an id has blanks and capitals": (
        changed(f"id: {THREE}", "id: Rep Visit_three"),
        [("QL503", "Rep Visit_three", "是否想写“rep-visit-three”")],
    ),
    "an id has full-width letters": (
        changed("id: intruder-sent-away", "id: ｉntruder-sent-away"),
        [("QL503", "ｉntruder-sent-away", "是否想写“intruder-sent-away”")],
    ),
    "a key is misspelt": (changed("severity: serious", "severety: serious"), [("QL121", "severety", "“severity”")]),
    "a needed key is misspelt": (
        changed("{by: 纪检监察部门", "{bye: 纪检监察部门"),
        [("QL121", "bye", "是否想写“by”")],
    ),
    "a key occurs twice": (
        changed("severity: serious", "severity: serious\nseverity: minor"),
        [("QL106", "severity", "写了两次")],
    ),
    "a kind is unknown": (
        changed("kind: obligation\neach: visit", "kind: 义务\neach: visit"),
        [("QL502", "义务", "是否想写“obligation”")],
    ),
    "a severity is in Chinese": (
        changed("severity: serious", "severity: 严重"),
        [("QL502", "严重", "serious（严重）")],
    ),
    "a parameter is unknown": (
        changed("<= params.removal_limit", "<= params.removel_limit"),
        [("QL233", "params.removel_limit", "是否想写“removal_limit”")],
    ),
    "what may be none is not tested": (
        changed("visit.booking is not None and ", ""),
        [("QL240", "visit.booking", "写成 visit.booking is not None and …")],
    ),
    "what is never none is tested": (
        changed("定点: visit.place in", "定点: visit.place is not None and visit.place in"),
        [("QL241", "visit.place", "总有值，不会是“无”")],
    ),
    "none is compared with ==": (
        changed("visit.record is not None", "visit.record != None"),
        [("QL228", "visit.record != None", "visit.record is not None")],
    ),
    "a tab indents": (changed("  定点: visit", "\t定点: visit"), [("QL102", "\t", "改用空格")]),
    "a fence is not closed": (ITEM.rstrip()[:-3], [("QL134", "```rule", "没有以“```”结束")]),
    "a kind of block is unknown": (changed("```duties", "```duty"), [("QL133", "```duty", "是否想写“duties”")]),
    "a brace is not closed": (changed("医药代表来访管理}", "医药代表来访管理"), [("QL111", "{", "补上“}”")]),
    "a blank is missing behind a colon": (changed("kind: obligation", "kind:obligation"), [("QL115", ":", "一个空格")]),
}


@pytest.mark.parametrize(("item", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_gets_exactly_the_diagnostics_that_help(
    item: str, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    ran, found = lint(write(tmp_path, item))
    assert ran.code == 2
    assert [(one.code, one.underlined) for one in found] == [(code, words) for code, words, _ in expected]
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in f"{one.message} {one.hint}"


@pytest.mark.parametrize("item", [item for item, _ in BROKEN.values()], ids=BROKEN)
def test_every_message_is_filled_in_and_in_its_language(item: str, tmp_path: Path) -> None:
    home = write(tmp_path, item)
    chinese, english = lint(home)[1], lint(home, "en")[1]
    assert [one.code for one in chinese] == [one.code for one in english]
    for one in (*chinese, *english):
        assert "{}" not in one.message
        assert not any(f"{{{name}" in one.message for name in ("type", "left", "right", "words", "gloss", "known"))
    assert all(any("\u4e00" <= character <= "\u9fff" for character in one.message) for one in chinese)
    assert [one.message for one in chinese] != [one.message for one in english]


HARMLESS = {
    "line ends of Windows": ITEM.replace("\n", "\r\n").encode(),
    "blanks at the ends of lines": ITEM.replace("\n", "  \n").encode(),
    "a mark of the encoding": ITEM.encode("utf-8-sig"),
    "no line end at the end": ITEM.rstrip().encode(),
    "more blank lines": ITEM.replace("\n\n", "\n\n\n\n").encode(),
    "words broken over two lines": changed(
        "拟定细化可执行的院内制度，对违规", "拟定细化可执行的院内制度，\n对违规"
    ).encode(),
    "a quoted scalar": changed("clause: 从严", 'clause: "从严"').encode(),
    "a list of one": changed("clause: 从严", "clause: [从严]").encode(),
    "names in Chinese": changed(
        "visit.place in visit.body.reception_places", "visit.接待地点 in visit.医院.接待地点"
    ).encode(),
    "a type in Chinese": changed("each: visit in RepVisit", "each: visit in 医药代表来访").encode(),
}


@pytest.mark.parametrize("item", HARMLESS.values(), ids=HARMLESS)
def test_what_looks_different_and_says_the_same_is_read(item: bytes, tmp_path: Path) -> None:
    ran, found = lint(write(tmp_path, item))
    assert [one for one in found if one.severity == "error"] == []
    assert ran.code == 0


def test_the_unbroken_item_has_no_mistake(tmp_path: Path) -> None:
    home = write(tmp_path)
    _, found = lint(home)
    assert [one for one in found if one.severity == "error"] == []
    from qinglian_rules import load

    assert len(load(home).rules) == RULES


def test_all_mistakes_of_a_file_come_at_once(tmp_path: Path) -> None:
    item = ITEM
    for old, new in (
        ("each: hospital in Hospital\nkind: obligation", "each: hospital in Hospital\nkind: obligations"),
        ("visit.place in", "visit.palce in"),
        ("params.removal_limit\nseverity", "params.removel_limit\nseverity"),
        (REPORTED, REPORTED.replace("及时", "立即")),
        ("s.imposed <= due", "s.imposed <= duo"),
        ("clause: 从严", "clause: 回扣"),
        ('t.recipient == "司法机关"', 't.recipient == "法院"'),
    ):
        item = changed(old, new, item)
    _, found = lint(write(tmp_path, item))
    assert [one.code for one in found] == ["QL502", "QL232", "QL233", "QL402", "QL230", "QL404", "QL235"]
