"""Docs are tests: every block of Python in a guide or a README runs, from the top of the page to its end."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in [*ROOT.glob("docs/**/*.md"), ROOT / "README.md", ROOT / "README.zh.md"]
    if page.is_file() and "```python" in page.read_text(encoding="utf-8")
)


def blocks(page: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def test_there_are_pages_with_examples() -> None:
    assert {page.name for page in PAGES} >= {"tutorial-programmers.md", "README.md", "README.zh.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_example_of_a_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    module = ModuleType("example")  # classes of an example look up their names here
    monkeypatch.setitem(sys.modules, "example", module)
    for number, block in enumerate(blocks(page), 1):
        exec(compile(block, f"{page.name}[{number}]", "exec", dont_inherit=True), vars(module))
    assert vars(module)
