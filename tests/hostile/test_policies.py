"""Hostile policy folders through `qinglian lint` and `ql.load`: nothing runs, nothing hangs, each is a diagnostic."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

import qinglian_rules as ql
from tests.cli.samples import data, run
from tests.hostile.item import ITEM, NAME, POLICY, RULES, changed, lint, write

LONGEST = 5.0
"""Seconds that a run may take."""
REQUIRED = "exists(s for s in Sanction if s.case == case and s.imposed <= due)"


def requiring(condition: str) -> str:
    """Return the item with another requirement of the punishment of kickback takers."""
    return changed(REQUIRED, condition)


def codes_of(home: Path) -> list[str]:
    started = time.perf_counter()
    ran, found = lint(home)
    assert time.perf_counter() - started < LONGEST
    assert ran.code == (2 if any(one.severity == "error" for one in found) else 0)
    return [one.code for one in found if one.severity == "error"]


# --- what a condition may begin with and hold


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        pytest.param('"收受回扣" == case.behaviour', [], id="it starts with a quote"),
        pytest.param('{"收受回扣", "收受红包"} == 3', ["QL242"], id="it starts with a brace"),
        pytest.param('not case.behaviour in {"收受回扣"}', [], id="it holds a brace"),
        pytest.param('judged(case, "依据: 第三条")', [], id="it holds a colon and a blank"),
        pytest.param('judged(case, "附件 # 1")', [], id="it holds a hash in a text"),
        pytest.param("case.verified # 已查实", ["QL205"], id="it ends in a comment"),
        pytest.param('judged(case, "- 甲")', [], id="it holds a dash and a blank"),
        pytest.param('judged(case, "{依据}")', [], id="it holds braces in a text"),
    ],
)
def test_a_condition_is_taken_as_it_is_written(condition: str, code: list[str], tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, requiring(condition))) == code


# --- attempts to reach Python

PYTHON = {
    "a class": ("case.__class__ == 1", "QL225"),
    "all subclasses": ("().__class__.__base__.__subclasses__() == 1", "QL225"),
    "an import": ('__import__("os").system("touch pwned")', "QL226"),
    "the builtins": ('__builtins__["open"] == 1', "QL217"),
    "a name of Python": ("globals() == 1", "QL234"),
    "eval": ('eval("1") == 1', "QL234"),
    "open": ('open("pwned", "w") == 1', "QL234"),
    "getattr": ('getattr(case, "id") == 1', "QL234"),
    "an f-string": ('f"{case.id}" == "x"', "QL218"),
    "a format": ('"{0.__class__}".format(case) == ""', "QL226"),
    "a percent format": ('"%s" % case.id == ""', "QL223"),
    "a bytes text": ('b"x" == case.id', "QL218"),
    "a lambda": ("(lambda: 1)() == 1", "QL216"),
    "a walrus": ("(x := 1) == 1", "QL219"),
    "a subscript": ('case.id[0] == "x"', "QL217"),
    "await": ("await case.id", "QL229"),
    "yield": ("(yield) == 1", "QL229"),
    "a star": ("exists(*case)", "QL220"),
    "a bare comprehension": ("[x for x in Person] == 1", ""),
    "a tuple": ("(1, 2) == 1", "QL222"),
    "a dictionary": ("{1: 2} == 1", "QL222"),
    "ellipsis": ("... == 1", ""),
    "a complex number": ("1j == 1", "QL211"),
    "a backslash": ('case.id == "\\x41"', "QL206"),
    "a semicolon": ("case.verified; case.verified", ""),
    "a private field": ("case._id == 1", "QL225"),
    "pydantic's own": ("case.model_dump == 1", "QL232"),
}


@pytest.mark.parametrize(("condition", "code"), PYTHON.values(), ids=PYTHON)
def test_no_condition_reaches_python(
    condition: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = codes_of(write(tmp_path / "rules", requiring(condition)))
    assert len(found) == 1
    assert found[0].startswith(code)
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    "place",
    [
        'when: case.behaviour == "收受回扣"',
        "due: case.verified_on + params.sanction_limit",
        "each: case in MisconductCase",
        "judgement: {by: 纪检监察部门, basis: 处罚与金额是否相称}",
        "severity: critical",
    ],
)
def test_no_key_of_a_block_runs_anything(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    key = place.partition(":")[0]
    evil = f"{key}: __import__('os').system('touch pwned')"
    assert codes_of(write(tmp_path / "rules", changed(place, evil)))
    assert not (tmp_path / "pwned").exists()


def test_reach_runs_nothing_either(tmp_path: Path) -> None:
    policy = POLICY.replace('body.province == "广西"', '__import__("os").system("true")')
    assert codes_of(write(tmp_path, ITEM, **{"policy.yaml": policy})) == ["QL226"]


# --- cost


def nested(depth: int, source: str = "Person") -> str:
    opening = "".join(f"exists(x{level} for x{level} in {source} if " for level in range(depth))
    return opening + "case.verified" + ")" * depth


COSTLY = {
    "brackets a thousand deep": ("(" * 1000 + "case.verified" + ")" * 1000, "QL202"),
    "a thousand nots": ("not " * 1000 + "case.verified", "QL202"),
    "five thousand minus signs": ("-" * 5000 + "1 < 2", "QL202"),
    "a path of a thousand fields": ("case" + ".person" * 1000, "QL202"),
    "a chain of twenty thousand": (" < ".join(["1"] * 20_000), "QL201"),
    "twenty thousand parts": (" and ".join(["case.verified"] * 20_000), "QL201"),
    "a power": ("9 ** 9 > 1", "QL223"),
    "a number of a thousand digits": ("1" * 1000 + " > 1", "QL211"),
    "1e999999": ("1e999999 > 1", "QL211"),
    "a text times a billion": ('"a" * 999999999 == "a"', "QL246"),
    "quantifiers twelve deep": (nested(12), "QL258"),
    "lists that multiply": (nested(4, "[1,2,3,4,5,6,7,8,9,10,11,12]"), "QL259"),
}


@pytest.mark.parametrize(("condition", "code"), COSTLY.values(), ids=COSTLY)
def test_what_would_cost_too_much_is_refused_before_it_runs(condition: str, code: str, tmp_path: Path) -> None:
    assert code in codes_of(write(tmp_path, requiring(condition)))


def test_quantifiers_four_deep_are_judged_in_time(tmp_path: Path) -> None:
    home = write(tmp_path, requiring(nested(4)))
    people = "id\n" + "".join(f"P-{number}\n" for number in range(20))
    folder = data(tmp_path / "数据", **{"人员.csv": people, "违规案件.csv": "id,行为\nC-1,收受回扣\n"})
    started = time.perf_counter()
    assert run("check", folder, "--policy", home).code in {0, 1, 3}
    assert time.perf_counter() - started < LONGEST


def test_members_by_the_thousand_are_refused(tmp_path: Path) -> None:
    members = ", ".join(f'"{number}"' for number in range(20_000))
    item = changed(f"require: {REQUIRED}", f"require:\n  for k in [{members}]: case.verified")
    assert "QL201" in codes_of(write(tmp_path, item))


def test_thousands_of_mistakes_are_all_told_in_time(tmp_path: Path) -> None:
    blocks = "".join(f"\n```rule\nid: r-{number}\nclause: 从严\nwhen: x\n```\n" for number in range(1500))
    assert len(codes_of(write(tmp_path, ITEM + blocks))) == 3000


# --- the form of files

FILES = {
    "an anchor": (changed("kind: obligation", "kind: &a obligation"), ["QL107"]),
    "an alias": (changed("kind: obligation", "kind: *a"), ["QL107"]),
    "aliases that multiply": (changed("basis: 处罚与金额是否相称", "basis: &a [*a, *a]"), ["QL107"]),
    "a tag of Python": (changed("kind: obligation", "kind: !!python/object/apply:os.system [id]"), ["QL107"]),
    "flow a thousand deep": (changed("{by: 纪检监察部门", "{by: " * 1000 + "x" + "}" * 1000), ["QL112"]),
    "a NUL": (changed("title: 对收受", "title: \0对收受"), ["QL103"]),
    "a mark that turns the writing": (changed("title: 对收受", "title: \u202e对收受"), ["QL103"]),
    "a zero-width space": (changed("title: 对收受", "title: 对\u200b收受"), ["QL103"]),
    "names that differ in width": (
        changed('when: case.behaviour == "输', 'let:\n  a1: 1\n  ａ1: 2\nwhen: case.behaviour == "输'),
        ["QL106"],
    ),
    "a subject in full-width letters": (changed("each: visit in", "each: ｖisit in"), ["QL204"]),
    "a quotation of fifty thousand characters": (changed("clause: 从严", "clause: " + "从" * 50_000), ["QL401"]),
    "three thousand left out": (changed("clause: 从严", "clause: " + "…".join(["的"] * 3000)), ["QL404"]),
}


@pytest.mark.parametrize(("item", "expected"), FILES.values(), ids=FILES)
def test_a_hostile_file_is_a_diagnostic(item: str, expected: list[str], tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, item)) == expected


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "QL131", id="nothing"),
        pytest.param(bytes(range(256)) * 100, "QL442", id="bytes that are no text"),
        pytest.param(ITEM.encode("gb18030"), "QL442", id="GB18030"),
        pytest.param(ITEM.encode("utf-16"), "QL442", id="UTF-16"),
        pytest.param(ITEM.encode() + b"x" * 2_000_000, "QL101", id="two megabytes"),
        pytest.param(b"---\n" * 50_000, "QL122", id="fifty thousand dashes"),
        pytest.param(b"```rule\n" * 4_000, "QL131", id="four thousand fences"),
    ],
)
def test_a_file_that_is_no_rule_file_is_refused_in_time(content: bytes, code: str, tmp_path: Path) -> None:
    assert code in codes_of(write(tmp_path, content))


@pytest.mark.parametrize("name", ["policy.yaml", "source.txt"])
@pytest.mark.parametrize("content", ["", "\0", "- a\n- b\n", "{" * 2000, "a: b\n" * 9], ids=repr)
def test_any_other_file_of_the_folder_may_be_anything(name: str, content: str, tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, ITEM, **{name: content}))


def test_the_rest_of_a_broken_folder_is_still_checked(tmp_path: Path) -> None:
    home = write(tmp_path, changed("visit.place in", "visit.palce in"))
    (home / "9-other.md").write_bytes(b"\xff\xfe\x00")
    assert {"QL232", "QL442"} <= set(codes_of(home))


def test_another_document_is_loaded_beside_a_broken_one(tmp_path: Path) -> None:
    write(tmp_path, changed("visit.place in", "visit.palce in"))
    good = tmp_path / "other"
    good.mkdir()
    for name, text in (("policy.yaml", POLICY.replace("id: plan", "id: other")), (NAME, ITEM)):
        (good / name).write_text(text, encoding="utf-8")
    (good / "source.txt").write_text((tmp_path / "plan" / "source.txt").read_text(encoding="utf-8"), encoding="utf-8")
    from qinglian_rules.loading import load_leniently

    policy, found = load_leniently([tmp_path])
    assert len(policy.rules) == RULES
    assert {one.code.id for one in found if one.severity == "error"} == {"QL232"}


# --- what documents say together

CYCLE = """
```define
id: one
clause: 回扣行为
kind: definition
each: benefit in Benefit
when: exists(r for r in RedPacket if r.benefit == benefit)
conclude: Kickback(benefit=benefit, person=benefit.receiver)
```

```define
id: two
clause: 驱离
kind: definition
each: benefit in Benefit
when: exists(k for k in Kickback if k.benefit == benefit)
conclude: RedPacket(benefit=benefit, person=benefit.receiver)
```
"""


def test_a_cycle_is_an_error_that_shows_it(tmp_path: Path) -> None:
    _, found = lint(write(tmp_path, ITEM + CYCLE))
    (cycle,) = [one for one in found if one.severity == "error"]
    assert cycle.code == "QL552"
    assert "“回扣” → “红包”" in cycle.message


def test_two_folders_with_one_id_are_refused(tmp_path: Path) -> None:
    one, two = write(tmp_path / "甲"), write(tmp_path / "乙")
    with pytest.raises(ql.PolicyError) as raised:
        ql.load(one, two)
    assert [found.code.id for found in raised.value.diagnostics] == ["QL444"]


def test_a_folder_given_twice_is_one_document(tmp_path: Path) -> None:
    home = write(tmp_path / "甲")
    assert len(ql.load(home, tmp_path / "甲" / ".." / "甲" / "plan").rules) == RULES


# --- files outside


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.csv"
    path.write_text("id,name\nP-1,机密\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("way", ["../../secret.csv", "/etc/passwd", "tables/../../../secret.csv", "..\\..\\secret.csv"])
def test_a_table_outside_the_folder_is_not_read(way: str, secret: Path, tmp_path: Path) -> None:
    tables = f"{POLICY}tables:\n  - {{type: Person, file: {way}, origin: 别处}}\n"
    home = write(tmp_path / "rules", ITEM, **{"policy.yaml": tables})
    ran, found = lint(home)
    assert ran.code == 2
    assert found
    assert "机密" not in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
@pytest.mark.parametrize("name", [NAME, "9-more.md", "source.txt", "policy.yaml", "x.cases.yaml", "tables"])
def test_a_link_out_of_the_folder_is_not_followed(name: str, tmp_path: Path) -> None:
    target = tmp_path / "secret"
    target.write_text("---\nsection: 机密\ntitle: 机密\n---\n机密\n", encoding="utf-8")
    home = write(tmp_path / "rules")
    (home / name).unlink(missing_ok=True)
    (home / name).symlink_to(target)
    ran, _ = lint(home)
    assert "QL441" in ran.out
    assert "机密" not in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_in_the_folder_does_not_hang(tmp_path: Path) -> None:
    home = write(tmp_path)
    os.mkfifo(home / "9-pipe.md")
    assert codes_of(home) == []
