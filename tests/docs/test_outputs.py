"""What the READMEs and guides show is so: console output, and excerpts of files."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

import qinglian_rules as ql
from tests.docs.console import PAGES, ROOT, Block, blocks, recorded

ALIKE = 0.8
"""A rule more, or another word in a message, does not make a page wrong; another form of report does."""

BLOCKS = [block for page in PAGES if page.is_file() for block in blocks(page)]
EXCERPT = re.compile(
    r'^(?P<marks>`{3,}|~{3,})\w+ title="(?P<file>(?:policies|examples)/[^"]+)"\n(?P<body>.*?)^(?P=marks)$',
    re.MULTILINE | re.DOTALL,
)
EXCERPTS = [
    (page, found["file"], found["body"])
    for page in PAGES
    if page.is_file()
    for found in EXCERPT.finditer(page.read_text(encoding="utf-8"))
]


def likeness(one: str, other: str) -> float:
    """Return how alike two outputs are, from 0 to 1, whatever numbers stand in them."""
    texts = [re.sub(r"\d+", "0", text) for text in (one, other)]
    return SequenceMatcher(None, *texts, autojunk=False).ratio()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.page.name} line {block.line}")
def test_a_command_prints_what_the_page_shows_but_for_a_few_words_and_numbers(block: Block) -> None:
    assert block.commands
    assert likeness(recorded(block), block.body) > ALIKE, "if this is right, run: python -m tests.docs.console"


@pytest.mark.long
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.page.name} line {block.line}")
def test_a_command_prints_what_the_page_shows_to_the_letter(block: Block) -> None:
    assert recorded(block) == block.body, "if this is right, run: python -m tests.docs.console"


@pytest.mark.parametrize(("page", "file", "body"), EXCERPTS, ids=lambda part: getattr(part, "name", str(part)[:40]))
def test_an_excerpt_of_a_file_stands_in_it(page: Path, file: str, body: str) -> None:
    whole = (ROOT / file).read_text(encoding="utf-8").splitlines()
    position = 0
    for line in body.splitlines():
        if line.strip() in {"…", "# …"} or not line.strip():
            continue
        assert line in whole[position:], f"{page.name}: {file} has no line: {line}"
        position = whole.index(line, position) + 1


def test_there_is_output_and_there_are_excerpts() -> None:
    assert {block.page.name for block in BLOCKS} >= {"README.md", "README.zh.md", "tutorial-authors.zh.md"}
    assert EXCERPTS


READMES = [ROOT / "README.md", ROOT / "README.zh.md"]


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_every_link_of_a_readme_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_a_readme_names_the_documents_that_are_not_written_yet(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    loaded = {document.id for document in ql.load().documents}
    there = {folder.name for folder in (ROOT / "policies").iterdir() if folder.is_dir()}
    assert [name for name in there - loaded if f"`{name}`" not in text] == []
    assert [name for name in loaded if f"`{name}`" not in text] == []
