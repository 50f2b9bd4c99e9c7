"""The pytest plugin, run in a suite of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

POLICY = """id: own-2024
title: 院内规定
issuer: [某医院]
in_force: {from: 2024-01-01, to: 2024-12-31}
reach: body.province == "广西"
rank: hospital
status: stable
"""
ITEM = """---
section: 一
title: 来访
---
## 一、来访

来访应当登记。

```rule
id: recorded
title: 来访登记
clause: 来访应当登记
kind: obligation
each: visit in RepVisit
require: visit.record is not None
severity: minor
```
"""
CASES = """recorded:
  base:
    Hospital: {id: H-1, province: 广西}
    RepVisit: {id: V-1, body: H-1, start: 2024-05-10 15:00, record: K-1}
  compliant:
    - {title: 有记录}
  violated:
    - {title: 没有记录, change: {RepVisit V-1: {record: none}}}
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A suite with one test of its own and a folder with one document."""
    write(pytester.path)
    pytester.makepyfile(
        test_own="def test_own(qinglian_policy):\n    assert list(qinglian_policy.rules) == ['own-2024/1/recorded']"
    )
    return pytester


def write(root: Path, item: str = ITEM, cases: str = CASES) -> None:
    """Write the document, in a folder that has its name."""
    folder = root / "own" / "own-2024"
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "policy.yaml": POLICY,
        "source.txt": "一、来访\n\n来访应当登记。\n",
        "1-visits.md": item,
        "1-visits.cases.yaml": cases,
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def test_every_case_of_the_folder_is_a_test_and_the_policy_a_fixture(suite: pytest.Pytester) -> None:
    result = suite.runpytest_subprocess("--qinglian-policies", "own", "-v", "test_own.py")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(["*own-2024/1/recorded[[]没有记录]*PASSED*"])


def test_cases_below_the_given_path_are_collected_once(suite: pytest.Pytester) -> None:
    suite.runpytest_subprocess("--qinglian-policies", "own").assert_outcomes(passed=4)
    suite.runpytest_subprocess("--qinglian-policies", "own", "own").assert_outcomes(passed=3)


def test_the_configuration_may_name_the_folder(suite: pytest.Pytester) -> None:
    suite.makeini("[pytest]\nqinglian_policies = own\ntestpaths = test_own.py\n")
    suite.runpytest_subprocess().assert_outcomes(passed=4)


def test_whoever_asks_for_one_file_gets_no_cases_of_the_configuration(suite: pytest.Pytester) -> None:
    suite.makeini("[pytest]\nqinglian_policies = own\n")
    suite.runpytest_subprocess("test_own.py").assert_outcomes(passed=1)


def test_without_the_option_no_policy_is_collected(suite: pytest.Pytester) -> None:
    suite.runpytest_subprocess("own").assert_outcomes()


def test_a_case_that_comes_out_otherwise_fails_with_both_statuses(suite: pytest.Pytester) -> None:
    write(suite.path, cases=CASES.replace("record: none", "record: K-2"))
    result = suite.runpytest_subprocess("--qinglian-policies", "own", "own")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["own-2024/1/recorded「没有记录」", "应为违反，实为合规*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_policy_that_does_not_load_fails_with_its_errors(suite: pytest.Pytester) -> None:
    write(suite.path, item=ITEM.replace("visit.record", "visit.recrod"))
    result = suite.runpytest_subprocess("--qinglian-policies", "own", "own")
    assert result.parseoutcomes().get("failed") == 1
    result.stdout.fnmatch_lines(["QL*1-visits.md:*recrod*"])


def test_the_plugin_imports_no_more_than_it_needs(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_lean():\n    import sys\n    assert 'networkx' not in sys.modules")
    pytester.runpytest_subprocess("-p", "no:hypothesispytest").assert_outcomes(passed=1)
