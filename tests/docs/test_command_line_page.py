"""The page of the command line names the commands and options that there are, and no others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from qinglian_rules.cli.app import app
from qinglian_rules.cli.check import ReportForm
from qinglian_rules.cli.graph import GraphForm
from qinglian_rules.cli.options import Form, Language

PAGE = (Path(__file__).parents[2] / "docs/reference/command-line.md").read_text(encoding="utf-8")
PROGRAM: Any = typer.main.get_command(app)
COMMANDS: dict[str, Any] = {"": PROGRAM, **PROGRAM.commands}


def section(command: str) -> str:
    title = f"qinglian {command}".strip()
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, f"there is no section for {title}"
    return found[1]


def options(command: Any) -> set[str]:
    help_option = command.get_help_option(typer.Context(command))
    params = [*command.params, *([help_option] if help_option is not None else [])]
    return {name for param in params for name in param.opts if name.startswith("--")}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_described_with_all_its_options_and_no_others(name: str) -> None:
    tables = "\n".join(line for line in section(name).splitlines() if line.startswith("|"))
    cells = re.findall(r"`(--[a-z-]+)[^`]*`", "\n".join(line.split(" | ")[0] for line in tables.splitlines()))
    assert set(cells) == options(COMMANDS[name])
    assert len(cells) == len(set(cells))


def test_no_other_command_is_described() -> None:
    described = re.findall(r"^## qinglian ?(\w*)$", PAGE, re.MULTILINE)
    assert sorted(described) == sorted(COMMANDS)


FORMS = {"check": ReportForm, "graph": GraphForm}


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {""}))
def test_the_words_that_an_option_takes_are_those_of_the_program(name: str) -> None:
    words = {"--format": FORMS.get(name, Form), "--lang": Language}
    for option, wanted in words.items():
        written = re.search(rf"`{option} ([a-z\\|]+)`", section(name))
        assert written is not None
        assert written[1].split("\\|") == [word.value for word in wanted]


def test_the_page_says_which_exit_codes_there_are() -> None:
    assert re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE) == ["0", "1", "2", "3"]
