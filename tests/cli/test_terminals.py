"""Terminals, pipes, files and folders as they are: nothing there may end in a traceback."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from qinglian_rules.cli import check as check_module
from qinglian_rules.cli import commands, output
from qinglian_rules.cli.underline import cells, underlined
from qinglian_rules.diagnostics import Span
from tests.cli.samples import POLICY, ROOT, data, policy, run, run_outside

FULL = Path("/dev/full")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return policy(tmp_path / "own-1")


def test_paths_in_chinese_and_with_blanks_are_read_from_where_the_user_stands(tmp_path: Path) -> None:
    policy(tmp_path / "我的 规则" / "own-1")
    data(tmp_path / "我的 数据")
    ran = run_outside("check", "我的 数据", "--policy", "我的 规则/own-1", "--as-of", "2024-01-05", cwd=tmp_path)
    assert ran.code == 1
    assert "门诊诊室" in ran.out


def test_a_stream_that_cannot_write_chinese_gets_it_spelled_out(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "data", **{"医院.csv": "id,省份,没有的\nH-1,广西,甲\n"})
    ran = run_outside("check", folder, "--policy", rules, PYTHONIOENCODING="ascii")
    assert ran.code in {0, 1, 3}
    assert "\\u5224\\u5b9a\\u65e5" in ran.out
    assert "QL323" in ran.err


def test_json_on_a_stream_that_cannot_write_chinese_is_still_the_same_json(rules: Path, tmp_path: Path) -> None:
    args = ("check", data(tmp_path / "data"), "--policy", rules, "--as-of", "2024-01-05", "--format", "json")
    plain, ascii_only = run_outside(*args), run_outside(*args, PYTHONIOENCODING="ascii")
    assert plain.json == ascii_only.json
    assert ascii_only.out.isascii()


def test_json_with_odd_characters_is_still_json(rules: Path, tmp_path: Path) -> None:
    visits = "id,医院,来访时间,接待地点,来访记录\nV-1,H-1,2023-05-10 15:00,甲\x85\u2028\u202e😀\x9b,K-1\n"
    folder = data(tmp_path / "data", **{"医药代表来访.csv": visits})
    for encoding in ("utf-8", "ascii"):
        ran = run_outside("check", folder, "--policy", rules, "--format", "json", PYTHONIOENCODING=encoding)
        assert "甲\x85\u2028\u202e😀\x9b" in json.dumps(ran.json, ensure_ascii=False)


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(["bash", "-c", command], env=env, capture_output=True, timeout=60, check=False)


def quoted(*args: object) -> str:
    return shlex.join([sys.executable, "-c", "from qinglian_rules.cli import main; main()", *map(str, args)])


@pytest.mark.skipif(os.name == "nt", reason="a pipe of a Unix shell")
def test_a_reader_that_goes_away_ends_it_quietly(rules: Path) -> None:
    done = shell(f"{quoted('graph', '--policy', rules)} | true; exit ${{PIPESTATUS[0]}}")
    assert done.stderr == b""
    assert done.returncode == output.NOBODY_READS


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_diagnostic(rules: Path) -> None:
    done = shell(f"{quoted('graph', '--policy', rules)} > {FULL}")
    assert done.returncode == 2
    assert "QL716" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert run("graph", "--policy", rules, "--out", FULL).code == 2


@pytest.mark.parametrize("command", [["check", "数据"], ["coverage"], ["graph"], ["template"], ["lint"], ["test"]])
def test_an_output_that_cannot_be_written_is_a_diagnostic(command: list[str], rules: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    where = [] if command[0] == "lint" else ["--policy", str(rules)]
    args = [str(data(tmp_path / one)) if one == "数据" else one for one in command] + where
    if command[0] == "lint":
        args.append(str(rules))
    forced = ["--force"] if command[0] == "template" else []
    folder = tmp_path / "folder"
    folder.mkdir(exist_ok=True)
    for out in (tmp_path / "file" / "inside.txt", folder):
        ran = run(*args, "--out", out, *forced)
        assert ran.code == 2, out
        assert "QL716" in ran.err


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of files that may not be read; a superuser may read all, so that permissions cannot be set for a test."""
    names: set[str] = set()
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name in names:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    return names


def test_a_table_that_may_not_be_read_is_refused(rules: Path, tmp_path: Path, locked: set[str]) -> None:
    locked.add("医药代表来访.csv")
    ran = run("check", data(tmp_path / "数据"), "--policy", rules, "--as-of", "2024-01-05", "--format", "json")
    assert ran.code == 2
    assert [one["file"] for one in ran.json["refused"]] == ["医药代表来访.csv"]


def test_a_rule_file_that_may_not_be_read_is_a_diagnostic(rules: Path, locked: set[str]) -> None:
    locked.add("1-visits.md")
    (rules / "policy.yaml").write_text(POLICY.replace("rank: hospital", "rank: house"), encoding="utf-8")
    ran = run("lint", rules)
    assert ran.code == 2
    assert "1-visits.md:1:1: 错误 QL445 这个文件打不开（Permission denied）" in ran.out
    assert "QL433" in ran.out


def test_a_folder_that_may_not_be_opened_is_a_diagnostic(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def iterdir(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    folder = data(tmp_path / "数据")
    monkeypatch.setattr(Path, "iterdir", iterdir)
    for args in (["check", folder, "--policy", rules], ["lint", rules]):
        ran = run(*args)
        assert ran.code == 2
        assert "Permission denied" in ran.err


# --- what must never be seen


def test_a_defect_is_one_line_and_no_answer(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(check_module, "load_or_leave", broken)
    with pytest.raises(AssertionError, match="QL718"):
        run("check", data(tmp_path / "数据"), "--policy", rules)


def test_a_defect_exits_with_a_code_that_no_answer_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.outcome(lambda: 1 // 0, "zh") == commands.BROKEN
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_defect_shows_its_traceback_where_the_environment_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QINGLIAN_TRACEBACK", "1")
    commands.outcome(lambda: 1 // 0, "en")
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupted_run_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert commands.outcome(interrupted, "zh") == commands.INTERRUPTED
    assert capsys.readouterr().err == "已中断\n"


# --- underlining


def line_in(tmp_path: Path, text: str) -> str:
    path = tmp_path / "a.md"
    path.write_text(f"第一行\n{text}\n", encoding="utf-8")
    return str(path)


def test_two_cells_are_underlined_for_a_chinese_character(tmp_path: Path) -> None:
    file = line_in(tmp_path, "来访 visit：甲")
    assert underlined(Span(file, 2, 4, 2, 11)) == ["  | 来访 visit：甲", "  |      ^^^^^^^^^"]


def test_a_place_without_length_is_one_caret(tmp_path: Path) -> None:
    assert underlined(Span(line_in(tmp_path, "甲乙"), 2, 2, 2, 2))[1] == "  |   ^^"
    assert underlined(Span(line_in(tmp_path, "甲乙"), 2, 3, 2, 3))[1] == "  |     ^"


def test_a_span_over_several_lines_is_underlined_to_the_end_of_its_first(tmp_path: Path) -> None:
    assert underlined(Span(line_in(tmp_path, "甲乙"), 2, 2, 9, 1))[1] == "  |   ^^"


def test_of_a_line_wider_than_the_terminal_the_part_around_the_place_is_shown(tmp_path: Path) -> None:
    file = line_in(tmp_path, "前" * 300 + "这里" + "后" * 300)
    line, carets = underlined(Span(file, 2, 301, 2, 303), width=80)
    assert cells(line) <= 80
    assert line.startswith("  | …前")
    assert line.endswith("后…")
    start = cells(carets) - 4
    assert cells(line[: line.index("这里")]) == start


def test_nothing_is_underlined_in_tables_and_in_files_that_are_gone(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("甲,乙\n", encoding="utf-8")
    assert underlined(Span(str(table), 1, 1, 1, 2)) == []
    assert underlined(Span(str(tmp_path / "b.md"), 1, 1, 1, 2)) == []
    assert underlined(Span(line_in(tmp_path, "甲"), 9, 1, 9, 2)) == []


# --- progress


def on_a_terminal(*args: object) -> str:
    """Run a command line whose error stream is a terminal; return what it shows there."""
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from qinglian_rules.cli import main; main()", *map(str, args)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        # A terminal whose other end has closed raises instead of ending.
        with contextlib.suppress(OSError):
            while piece := os.read(ours, 65_536):
                shown += piece
        running.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8", "replace")


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of Unix")
def test_progress_is_shown_on_a_terminal_and_nowhere_else(rules: Path, tmp_path: Path) -> None:
    rows = "".join(f"W-{number},H-1,2023-05-10 15:00,无,药学部接待室,K\n" for number in range(15000))
    folder = data(tmp_path / "数据", **{"医药代表来访.csv": "id,医院,来访时间,离开时间,接待地点,来访记录\n" + rows})
    args = ("check", folder, "--policy", rules, "--as-of", "2024-01-05")
    shown = on_a_terminal(*args)
    assert "读取 医药代表来访.csv" in shown
    assert "判定" in shown
    assert run_outside(*args).err == ""
    assert "reading" in on_a_terminal(*args, "--lang", "en")
