"""What is wrong with a command line is said in the user's language, with exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from qinglian_rules.diagnostics import Code
from qinglian_rules.diagnostics.catalogue import command as codes
from tests.cli.samples import data, policy, run

ALL = [one for one in vars(codes).values() if isinstance(one, Code)]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return policy(tmp_path / "own-1")


MISTAKES = {
    "an option that is not there": (["--foo"], "QL710", "没有选项“--foo”", "has no option `--foo`"),
    "an option that is nearly there": (["--periode", "x"], "QL710", "是否想写“--period”", "did you mean `--period`?"),
    "an option without its value": (["--as-of"], "QL714", "选项“--as-of”", "option `--as-of`"),
    "a form that is not there": (["--format", "pdf"], "QL713", "可用的有：text、json、html、md", "cannot be `pdf`"),
    "a language that is not there": (["--lang", "fr"], "QL713", "“--lang”不能是“fr”", ""),
    "a day that is none": (["--as-of", "2023/5/32"], "QL701", "“2023/5/32”不是日期", "is not a day"),
    "a day that no month has": (["--as-of", "2023-02-30"], "QL701", "不是日期", "is not a day"),
    "a day before all facts": (["--as-of", "0001-01-01"], "QL721", "1900", "1900"),
    "a day after all facts": (["--as-of", "9999-12-31"], "QL721", "2199", "2199"),
    "a period that is one day": (["--period", "2023"], "QL702", "“2023”不是期间", "is not a period"),
    "a period without an end": (["--period", "2023-01-01.."], "QL702", "不是期间", "is not a period"),
    "a period that ends before it starts": (
        ["--period", "2023-12-31..2023-01-01"],
        "QL702",
        "不是期间",
        "not a period",
    ),
    "a period of no days": (["--period", "a..b"], "QL701", "“a”不是日期", "`a` is not a day"),
    "completeness without days": (["--complete", "来访"], "QL703", "不是完整性声明", "does not state"),
    "completeness that ends too early": (
        ["--complete", "RepVisit=2023-02-01..2023-01-01"],
        "QL703",
        "不是完整性声明",
        "does not state",
    ),
    "completeness without an end": (
        ["--complete", "RepVisit=2023-01-01.."],
        "QL719",
        "到哪一天为止",
        "until which day",
    ),
    "completeness of no type": (["--complete", "RepVisits=..2023-12-31"], "QL704", "是否想写“RepVisit”", "`RepVisit`?"),
    "completeness of a derived type": (["--complete", "RedPacket=..2023-12-31"], "QL720", "由规则推出", "concluded"),
    "a mapping that is not there": (["--map", "没有.yaml"], "QL705", "找不到“没有.yaml”", "there is no"),
    "a policy that is not there": (["--policy", "gx-2o21"], "QL443", "gx-2021", "gx-2021"),
}


@pytest.mark.parametrize(("more", "code", "zh", "en"), MISTAKES.values(), ids=MISTAKES)
def test_a_wrong_option_is_said_in_both_languages(
    more: list[str], code: str, zh: str, en: str, rules: Path, tmp_path: Path
) -> None:
    folder = data(tmp_path / "数据")
    chinese = run("check", folder, "--policy", rules, *more)
    assert (chinese.code, chinese.out) == (2, "")
    assert f"错误 {code} " in chinese.err
    assert zh in chinese.err
    if "--lang" not in more:
        english = run("check", folder, "--policy", rules, "--lang", "en", *more)
        assert (english.code, english.out) == (2, "")
        assert f"error {code} " in english.err
        assert en in english.err


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        pytest.param(["chek"], "QL711", "是否想写“check”", id="a command that is not there"),
        pytest.param(["check"], "QL712", "“qinglian check”后面还缺 PATH", id="no path"),
        pytest.param(["explain", "x"], "QL712", "ID", id="no id"),
        pytest.param(["explain", "我的", "数据", "V-1"], "QL715", "“V-1”", id="a word too many"),
        pytest.param(["rule"], "QL712", "ID", id="no rule"),
        pytest.param(["check", "没有"], "QL705", "找不到“没有”", id="a path that is not there"),
        pytest.param(["check", "a" * 5000], "QL705", "a…”", id="a path that is too long"),
        pytest.param(["check", "x", "--all=3"], "QL714", "--all", id="a value for a flag"),
        pytest.param(["--nothing"], "QL710", "--nothing", id="an option of no command"),
    ],
)
def test_a_wrong_command_line_is_a_diagnostic(args: list[str], code: str, said: str) -> None:
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert code in ran.err
    assert said in ran.err


def test_english_may_be_asked_for_with_an_equals_sign() -> None:
    assert "error QL710" in run("check", "x", "--foo", "--lang=en").err


def test_no_command_shows_the_help() -> None:
    ran = run()
    assert ran.code == 0
    assert "qinglian" in ran.out


@pytest.mark.parametrize(
    "command", [[], *[[name] for name in ("check", "explain", "coverage", "template", "lint", "test", "rule", "graph")]]
)
def test_every_help_is_chinese_first_and_nothing_in_it_is_cut_off(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    ran = run(*command, "--help")
    assert ran.code == 0
    assert "选项 Options" in ran.out
    assert "显示帮助" in ran.out
    assert "…" not in ran.out


def test_the_version_is_shown() -> None:
    assert run("--version").out.startswith("qinglian_rules 0.")


def test_an_empty_folder_is_refused_and_a_table_without_rows_is_warned_of(rules: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    assert run("check", empty, "--policy", rules).code == 2
    (empty / "医院.csv").write_text("id\n", encoding="utf-8")
    ran = run("check", empty, "--policy", rules)
    assert ran.code == 0
    assert "警告 QL708" in ran.err


# --- the codes


@pytest.mark.parametrize("code", ALL, ids=lambda code: code.id)
def test_a_code_of_the_command_line_is_complete_in_both_languages(code: Code) -> None:
    texts = [code.message, code.why, *([code.hint] if code.hint is not None else [])]
    assert all(text.zh.strip() and text.en.strip() for text in texts)
    assert code.bad
    assert code.good
    assert code.bad != code.good
    assert any("\u4e00" <= character <= "\u9fff" for character in code.message.zh)
    assert not any("\u4e00" <= character <= "\u9fff" for character in code.message.en)


def test_codes_of_the_command_line_are_distinct_and_in_their_range() -> None:
    ids = [code.id for code in ALL]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("QL7") for one in ids)
