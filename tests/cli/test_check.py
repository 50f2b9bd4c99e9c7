"""`qinglian check` as its users run it: what comes out, in which form, with which exit code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qinglian_rules.decisions.model import STATUSES
from tests.cli.samples import HOSPITAL, VISITS, Ran, data, policy, run

DAY = ("--as-of", "2024-01-05")
GOOD = "id,医院,来访时间,离开时间,接待地点,来访记录\nV-2,H-1,2023-05-11 15:00,无,药学部接待室,K-2\n"
EDUCATED = "id,机构,举行日期\nT-1,H-1,2023-03-01\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return policy(tmp_path / "规则 一" / "own-1")


def check(rules: Path, folder: Path, *more: object) -> Ran:
    return run("check", folder, "--policy", rules, *DAY, *more)


# --- exit codes


def test_a_violation_exits_with_1(rules: Path, tmp_path: Path) -> None:
    assert check(rules, data(tmp_path / "数据")).code == 1


def test_a_refused_row_exits_with_2_and_the_rest_is_judged(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据", **{"医药代表来访.csv": VISITS + "V-4,H-1,2023-02-30 15:00,无,甲,K\n"})
    ran = check(rules, folder, "--format", "json")
    assert ran.code == 2
    assert [(one["file"], one["row"], one["column"]) for one in ran.json["refused"]] == [
        ("医药代表来访.csv", 5, "来访时间")
    ]
    assert ran.json["summary"]["violated"] == 1


def test_something_undetermined_exits_with_3(rules: Path, tmp_path: Path) -> None:
    assert check(rules, data(tmp_path / "数据", **{"医药代表来访.csv": GOOD})).code == 3


def test_everything_in_order_exits_with_0(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据", **{"医药代表来访.csv": GOOD, "教育培训.csv": EDUCATED})
    ran = check(rules, folder, "--format", "json")
    assert ran.code == 0
    assert {one["status"] for one in ran.json["decisions"]} == {"pending"}
    assert ran.json["summary"]["compliant"] == 2


def test_a_policy_with_an_error_exits_with_2_and_names_the_place(rules: Path, tmp_path: Path) -> None:
    item = rules / "1-visits.md"
    item.write_text(item.read_text(encoding="utf-8").replace("visit.place in", "visit.plaze in"), encoding="utf-8")
    ran = check(rules, data(tmp_path / "数据"))
    assert ran.code == 2
    assert ran.out == ""
    assert "1-visits.md:21:" in ran.err
    assert "是否想写“place”" in ran.err


# --- the contract of the JSON report

TOP = {
    "schema_version": int,
    "as_of": str,
    "period": list,
    "engine": str,
    "complete": list,
    "policies": list,
    "decisions": list,
    "refused": list,
    "summary": dict,
}
DECISION = {
    "id": str,
    "rule": str,
    "policy": str,
    "section": str,
    "clause": str,
    "subject": dict,
    "period": (list, type(None)),
    "status": str,
    "severity": str,
    "failed": list,
    "missing": list,
    "facts": dict,
    "running": bool,
    "responsible": list,
    "explanation": str,
}


def test_the_report_as_json_has_every_promised_key_in_the_promised_order(rules: Path, tmp_path: Path) -> None:
    report = check(rules, data(tmp_path / "数据"), "--format", "json").json
    assert [name for name in report if name in TOP] == list(TOP)
    assert {name: type(report[name]) for name in TOP} == TOP
    assert (report["schema_version"], report["as_of"]) == (1, "2024-01-05")
    assert report["period"] == ["2024-01-01", "2024-01-05"]
    assert [set(one) for one in report["policies"]] == [{"id", "sha256"}]


def test_every_decision_as_json_has_every_promised_key_in_the_promised_order(rules: Path, tmp_path: Path) -> None:
    decisions = check(rules, data(tmp_path / "数据"), "--format", "json", "--all").json["decisions"]
    assert len(decisions) == 8
    for decision in decisions:
        assert [name for name in decision if name in DECISION] == list(DECISION)
        assert all(isinstance(decision[name], kind) for name, kind in DECISION.items()), decision
        assert set(decision["subject"]) == {"type", "id"}
        assert decision["status"] in STATUSES


def test_a_violation_as_json_says_what_the_contract_shows(rules: Path, tmp_path: Path) -> None:
    report = check(rules, data(tmp_path / "数据"), "--format", "json").json
    (found,) = [one for one in report["decisions"] if one["status"] == "violated"]
    assert found["rule"] == "own-1/1/place-and-record"
    assert (found["policy"], found["section"]) == ("own-1", "一")
    assert found["clause"] == "来访须在公布的地点接待，接待须有记录"
    assert found["subject"] == {"type": "RepVisit", "id": "V-1"}
    assert (found["failed"], found["missing"], found["running"]) == (["地点"], [], False)
    assert found["facts"]["visit.place"] == "门诊诊室"
    assert found["explanation"].startswith("违反  来访的地点和记录")


def test_what_is_missing_is_flat(rules: Path, tmp_path: Path) -> None:
    report = check(rules, data(tmp_path / "数据"), "--format", "json").json
    open_ones = [one for one in report["decisions"] if one["status"] == "undetermined"]
    missing = {(one["rule"].rpartition("/")[2], one["subject"]["id"]): one["missing"] for one in open_ones}
    assert missing["place-and-record", "V-3"] == ["RepVisit.place"]
    assert missing["visits-are-short", "V-3"] == ["params.stay_limit"]
    assert missing["yearly-education", "H-1"] == ["complete: TrainingSession"]


def test_compliant_and_not_applicable_decisions_are_listed_only_when_asked_for(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据")
    short, whole = (check(rules, folder, "--format", "json", *more).json for more in ((), ("--all",)))
    shown = {"violated", "undetermined", "pending"}
    assert {one["status"] for one in short["decisions"]} == shown
    assert {one["status"] for one in whole["decisions"]} == shown | {"compliant", "not_applicable"}
    assert short["summary"] == whole["summary"]
    assert len(whole["decisions"]) == sum(whole["summary"].values())


def test_a_refused_row_as_json_says_where_and_why(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据", **{"医院.csv": HOSPITAL + "H-1,广西,甲\n"})
    (refused,) = check(rules, folder, "--format", "json").json["refused"]
    assert (refused["file"], refused["row"]) == ("医院.csv", 3)
    assert "H-1" in refused["reason"]


def test_what_is_wrong_with_columns_is_in_the_json_too(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据", **{"医院.csv": "id,省份,接待地址\nH-1,广西,药学部接待室\n"})
    ran = check(rules, folder, "--format", "json")
    assert "QL323" in [one["code"] for one in ran.json["diagnostics"]]
    assert "接待地址" in ran.err


# --- what is judged


def test_the_period_is_the_one_given(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据", **{"教育培训.csv": EDUCATED})
    report = check(rules, folder, "--format", "json", "--period", "2023-05-11..2024-01-05").json
    assert report["period"] == ["2023-05-11", "2024-01-05"]
    assert report["summary"]["violated"] == 0


def test_the_day_of_judgement_is_today_unless_given(rules: Path, tmp_path: Path) -> None:
    report = run("check", data(tmp_path / "数据"), "--policy", rules, "--format", "json").json
    assert report["as_of"] == date.today().isoformat()


@pytest.mark.parametrize("name", ["TrainingSession", "教育培训"])
def test_completeness_is_stated_by_type_and_days(name: str, rules: Path, tmp_path: Path) -> None:
    report = check(
        rules, data(tmp_path / "数据"), "--format", "json", "--complete", f"{name}=2023-01-01..2023-12-31"
    ).json
    assert report["complete"] == [{"type": "TrainingSession", "from": "2023-01-01", "to": "2023-12-31"}]
    assert report["summary"]["violated"] == 2


def test_completeness_without_a_first_day_covers_all_earlier_time(rules: Path, tmp_path: Path) -> None:
    ran = check(rules, data(tmp_path / "数据"), "--format", "json", "--complete", "教育培训=..2023-12-31")
    assert ran.json["complete"] == [{"type": "TrainingSession", "to": "2023-12-31"}]
    assert ran.json["summary"]["violated"] == 2


def test_completeness_of_a_type_without_a_date_needs_no_day(rules: Path, tmp_path: Path) -> None:
    ran = check(rules, data(tmp_path / "数据"), "--format", "json", "--complete", "Person=..")
    assert ran.json["complete"] == [{"type": "Person"}]


def test_assumed_completeness_covers_every_table_and_the_head_says_so(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据", **{"教育培训.csv": "id,机构,举行日期\n"})
    assert check(rules, folder, "--format", "json", "--assume-complete").json["summary"]["violated"] == 2
    assert "假定" in check(rules, folder, "--assume-complete").out.splitlines()[4]


def test_a_body_is_given_to_records_that_name_none(rules: Path, tmp_path: Path) -> None:
    visits = "id,来访时间,接待地点,来访记录\nV-1,2023-05-10 15:00,门诊诊室,K-1\n"
    folder = data(tmp_path / "数据", **{"医药代表来访.csv": visits})
    assert check(rules, folder, "--format", "json").json["summary"]["violated"] == 0
    assert check(rules, folder, "--format", "json", "--body", "H-1").json["summary"]["violated"] == 1


def test_several_paths_are_read_together(rules: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "甲", tmp_path / "乙 丙"
    for folder, name, text in ((one, "医院.csv", HOSPITAL), (two, "医药代表来访.csv", VISITS)):
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    ran = run("check", one, two / "医药代表来访.csv", "--policy", rules, *DAY, "--format", "json")
    assert ran.json["summary"]["violated"] == 1


def test_a_path_that_is_not_there_is_refused_and_the_others_are_judged(rules: Path, tmp_path: Path) -> None:
    ran = run("check", data(tmp_path / "数据"), tmp_path / "没有", "--policy", rules, *DAY, "--format", "json")
    assert ran.code == 2
    assert [Path(one["file"]).name for one in ran.json["refused"]] == ["没有"]
    assert ran.json["summary"]["violated"] == 1


def test_several_policies_are_judged_together(rules: Path, tmp_path: Path) -> None:
    ran = check(rules, data(tmp_path / "数据"), "--policy", "gx-2021", "--format", "json")
    assert {one["id"] for one in ran.json["policies"]} == {"own-1", "gx-2021"}
    assert {one["policy"] for one in ran.json["decisions"]} == {"own-1", "gx-2021"}


def test_tables_of_another_system_are_read_by_a_mapping(rules: Path, tmp_path: Path) -> None:
    folder = tmp_path / "导出"
    folder.mkdir()
    (folder / "t1.csv").write_text("no,when,room\n7,2023-05-10 15:00,门诊诊室\n", encoding="utf-8")
    (folder / "医院.csv").write_text(HOSPITAL, encoding="utf-8")
    mapping = tmp_path / "映射.yaml"
    mapping.write_text(
        "tables:\n  - file: t1.csv\n    facts:\n      - type: RepVisit\n        fields:\n"
        "          id: V-{no}\n          start: when\n          place: room\n"
        "          body: {constant: H-1}\n",
        encoding="utf-8",
    )
    ran = check(rules, folder, "--map", mapping, "--format", "json")
    assert [one["subject"]["id"] for one in ran.json["decisions"] if one["status"] == "violated"] == ["V-7"]


def test_records_that_contradict_each_other_are_named(rules: Path, tmp_path: Path) -> None:
    folder = data(tmp_path / "数据")
    other = data(tmp_path / "再来", **{"医药代表来访.csv": VISITS.replace("K-2", "K-9")})
    ran = run("check", folder, other, "--policy", rules, *DAY, "--format", "json")
    assert ran.code == 2
    assert "V-2" in " ".join(one["reason"] for one in ran.json["refused"])


# --- forms


def test_the_text_report_says_what_was_judged_and_quotes_the_words(rules: Path, tmp_path: Path) -> None:
    out = check(rules, data(tmp_path / "数据")).out
    assert "判定日 2024-01-05" in out
    assert "医药代表来访管理办法（own-1）" in out
    assert "违反  来访的地点和记录（严重）    own-1 一" in out
    assert "依据：“来访须在公布的地点接待，接待须有记录”" in out
    assert "医药代表来访的“接待地点”" in out


def test_the_english_report_is_english(rules: Path, tmp_path: Path) -> None:
    ran = check(rules, data(tmp_path / "数据"), "--lang", "en")
    assert ran.out.startswith("Report of clean-hospital rules\nas of 2024-01-05, period")
    assert "violated" in ran.out


@pytest.mark.parametrize(("form", "start"), [("html", "<!doctype html>"), ("md", "# 清廉医院规则判定报告")])
def test_reports_to_read_begin_as_their_form_does(form: str, start: str, rules: Path, tmp_path: Path) -> None:
    out = check(rules, data(tmp_path / "数据"), "--format", form).out
    assert out.startswith(start)
    assert "来访的地点和记录" in out


@pytest.mark.parametrize("form", ["text", "json", "html", "md"])
def test_a_report_is_written_to_a_file_in_a_new_folder(form: str, rules: Path, tmp_path: Path) -> None:
    out = tmp_path / "新 文件夹" / f"报告.{form}"
    ran = check(rules, data(tmp_path / "数据"), "--format", form, "--out", out)
    assert (ran.code, ran.out) == (1, "")
    assert "报告" in ran.err
    assert "门诊诊室" in out.read_text(encoding="utf-8")


def test_what_a_cell_holds_cannot_steer_the_terminal(rules: Path, tmp_path: Path) -> None:
    visits = VISITS.replace("门诊诊室", "门诊\x9b31m\u202e诊室")
    ran = check(rules, data(tmp_path / "数据", **{"医药代表来访.csv": visits}))
    assert "门诊\\u009b31m\\u202e诊室" in ran.out


def test_what_a_cell_holds_is_text_in_a_page(rules: Path, tmp_path: Path) -> None:
    visits = VISITS.replace("门诊诊室", "<script>alert(1)</script>")
    out = check(rules, data(tmp_path / "数据", **{"医药代表来访.csv": visits}), "--format", "html").out
    assert "<script>" not in out
    assert "&lt;script&gt;" in out
