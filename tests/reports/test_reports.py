"""Reports: what every form says, and that nothing in the data can change what a form means."""

from __future__ import annotations

import html
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

import qinglian_rules as ql
from qinglian_rules.decisions.model import STATUS_ZH, Report
from qinglian_rules.diagnostics import Lang
from qinglian_rules.inputs import Input, read_facts
from qinglian_rules.reports import render_html_report, render_markdown_report, render_text_report, report_data
from tests.cli.samples import HOSPITAL, VISITS, data, policy

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
ODD = "<b>门诊</b>_诊室_*甲*`x`[y](z)|# 乙"


def judged(tmp_path: Path, **changed: str) -> tuple[Report, Input]:
    given = read_facts([data(tmp_path / "数据", **changed)])
    rules = ql.load(policy(tmp_path / "own-1"))
    return rules.check(given.facts, as_of=date(2024, 1, 5)), given


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_names_the_document_the_counts_and_the_violation(lang: Lang, tmp_path: Path) -> None:
    report, given = judged(tmp_path)
    for render in (render_text_report, render_markdown_report, render_html_report):
        text = html.unescape(render(report, refused=given.refused, lang=lang))
        assert "own-1" in text
        assert "来访的地点和记录" in text
        assert "门诊诊室" in text
        assert (STATUS_ZH["undetermined"] if lang == "zh" else "undetermined") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_says_what_was_refused_where_and_why(lang: Lang, tmp_path: Path) -> None:
    report, given = judged(tmp_path, **{"医院.csv": HOSPITAL + "H-2,广西\n"})
    for render in (render_text_report, render_markdown_report, render_html_report):
        text = render(report, refused=given.refused, lang=lang)
        assert "医院.csv" in text
        assert given.refused[0].diagnostic.message(lang) in text


def test_the_place_of_a_refusal_reads_as_people_say_it(tmp_path: Path) -> None:
    report, given = judged(tmp_path, **{"医药代表来访.csv": VISITS + "V-4,H-1,明天,无,甲,K-4\n"})
    assert "未读入  医药代表来访.csv 第 5 行 “来访时间”：“明天”不是日期时间" in render_text_report(
        report, refused=given.refused
    )


def test_all_lists_what_is_in_order_and_what_does_not_apply_too(tmp_path: Path) -> None:
    report, _ = judged(tmp_path)
    for render in (render_text_report, render_markdown_report, render_html_report):
        assert "不在适用范围" not in render(report)
        assert "不在适用范围" in render(report, everything=True)


def test_more_violations_than_are_written_out_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"W-{number},H-1,2023-05-10 15:00,无,门诊诊室,K\n" for number in range(30))
    report, _ = judged(tmp_path, **{"医药代表来访.csv": VISITS + rows})
    text = render_text_report(report)
    assert text.count("\n违反  ") == 1
    assert "同一条规则另有 30 条违反" in text
    assert "30 more violations" in render_text_report(report, lang="en")


def test_a_page_folds_up_further_violations_of_a_rule(tmp_path: Path) -> None:
    rows = "".join(f"W-{number},H-1,2023-05-10 15:00,无,门诊诊室,K\n" for number in range(30))
    report, _ = judged(tmp_path, **{"医药代表来访.csv": VISITS + rows})
    page = render_html_report(report)
    assert "违反 31 条，涉及 1 条规则" in page
    assert "同一条规则另有 30 条：W-0、W-1、" in page
    assert "<h2>各条款的情况</h2>" in page
    assert "violated: 31, of 1 rules" in render_html_report(report, lang="en")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)


def test_what_a_cell_holds_is_text_in_a_page(tmp_path: Path) -> None:
    visits = VISITS.replace("门诊诊室", "<script>alert(1)</script><img src=x onerror=alert(1)>")
    report, given = judged(tmp_path, **{"医药代表来访.csv": visits + "V-4,H-1,<script>,无,甲,K-4\n"})
    tags = Tags()
    tags.feed(render_html_report(report, refused=given.refused))
    assert {"article", "dl"} <= tags.seen
    assert not {"script", "img", "b"} & tags.seen


def test_a_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    report, _ = judged(tmp_path)
    assert not re.search(r"(src|href)=|@import|url\(", render_html_report(report))


def test_what_a_cell_holds_is_text_in_markdown(tmp_path: Path) -> None:
    report, _ = judged(tmp_path, **{"医药代表来访.csv": VISITS.replace("门诊诊室", ODD)})
    text = render_markdown_report(report)
    assert r"\<b>门诊\</b>\_诊室\_\*甲\*\`x\`\[y](z)\|# 乙" in text


def test_a_value_of_several_lines_stays_on_one(tmp_path: Path) -> None:
    report, _ = judged(tmp_path, **{"医药代表来访.csv": VISITS.replace("门诊诊室", '"门诊\n# 诊室\n\n甲"')})
    for render in (render_text_report, render_markdown_report):
        assert "“门诊 # 诊室 甲”" in render(report)
    assert report_data(report)["decisions"][0]["facts"]["visit.place"] == "门诊\n# 诊室\n\n甲"


def test_of_a_long_value_the_beginning_is_shown(tmp_path: Path) -> None:
    report, _ = judged(tmp_path, **{"医药代表来访.csv": VISITS.replace("门诊诊室", "甲" * 30_000)})
    assert "甲" * 201 not in render_text_report(report)
    assert "甲" * 200 + "…" in render_text_report(report)


MISSING = {
    "Hospital.level": "医院的“级别”",
    "complete: RepVisit": "“医药代表来访”已交齐的声明",
    "params.stay_limit": "参数“来访的最长时间”",
    "judgement: 医务部": "医务部的认定",
    "judged: 是否合理": "对“是否合理”的认定",
    "in_force: own-1": "《医药代表来访管理办法》何时施行",
    "conflict: EthicsGrade.grade": "医德等级的“考评等级”只有一个结论（现有的互相矛盾）",
    "calendar: 广西": "广西有关日期的放假安排（还没有收录）",
    "something new": "something new",
}


@pytest.mark.parametrize(("name", "zh"), MISSING.items(), ids=MISSING)
def test_what_is_missing_is_said_in_the_words_of_who_can_supply_it(name: str, zh: str, tmp_path: Path) -> None:
    from qinglian_rules.reports.missing import word_missing

    report, _ = judged(tmp_path)
    assert word_missing(name, report, "zh") == zh
    assert word_missing(name, report, "en") == name
