"""The guide to property tests shows a folder of rules and a suite beside it: they run as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

PAGE = (Path(__file__).parents[2] / "docs/guides/property-tests.md").read_text(encoding="utf-8")
FILE = re.compile(
    r'^(?P<marks>`{3,}|~{3,})\w+ title="(?P<name>[^"]+)"\n(?P<body>.*?)^(?P=marks)$', re.MULTILINE | re.DOTALL
)
(COMMAND,) = re.findall(r"^```sh\npytest (.+)\n```$", PAGE, re.MULTILINE)
TESTS = ("loads", "正好三十分钟", "三十一分钟", "离开的时间不明", "thirty_minutes", "the_reference_says")


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """The files of the guide, without the configuration."""
    for found in FILE.finditer(PAGE):
        path = pytester.path / found["name"]
        path.parent.mkdir(exist_ok=True)
        path.write_text(found["body"], encoding="utf-8")
    (pytester.path / "pyproject.toml").rename(pytester.path / "shown.toml")
    return pytester


def test_the_command_of_the_guide_runs_the_tests_that_it_names(suite: pytest.Pytester) -> None:
    result = suite.runpytest_inprocess("-v", *COMMAND.split())
    result.assert_outcomes(passed=len(TESTS))
    assert [name for name in TESTS if name not in result.stdout.str()] == []


def test_the_configuration_of_the_guide_collects_the_same(suite: pytest.Pytester) -> None:
    (suite.path / "shown.toml").rename(suite.path / "pyproject.toml")
    result = suite.runpytest_inprocess("--collect-only", "-q")
    assert result.stdout.str().count("::") == len(TESTS)


def test_a_rule_of_another_limit_is_noticed(suite: pytest.Pytester) -> None:
    item = suite.path / "own-2024/1-visits.md"
    item.write_text(item.read_text(encoding="utf-8").replace("minutes(30)", "minutes(20)"), encoding="utf-8")
    result = suite.runpytest_inprocess(*COMMAND.split())
    result.assert_outcomes(passed=len(TESTS) - 2, failed=2)
