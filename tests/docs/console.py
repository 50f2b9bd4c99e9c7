"""Blocks of console output in the READMEs and guides: what they show is what the program prints.

A block is fenced as `console`. A line that starts with `$ ` is a command, run by a shell from the repository root, and
what follows is all that it prints. `<!-- edit: FILE: OLD => NEW -->` above a block runs its commands on a copy of
`policies/` in which the first OLD of FILE is NEW.

    python -m tests.docs.console

writes the blocks anew. Whoever does that reads the difference.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "README.zh.md", *ROOT.glob("docs/*.md"), *ROOT.glob("docs/guides/*.md")])
BLOCK = re.compile(
    r"(?:^<!-- edit: (?P<file>\S+): (?P<old>.+?) => (?P<new>.+?) -->\n\n)?^```console\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """One block of a page; `edit` is the file to change, what stands in it and what shall."""

    page: Path
    line: int
    body: str
    edit: tuple[str, str, str] | None

    @property
    def commands(self) -> tuple[str, ...]:
        return tuple(line[2:] for line in self.body.splitlines() if line.startswith("$ "))


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in BLOCK.finditer(text):
        yield _block(page, found)


def _block(page: Path, found: re.Match[str]) -> Block:
    edit = None if found["file"] is None else (found["file"], found["old"], found["new"])
    return Block(page, found.string.count("\n", 0, found.start("body")), found["body"], edit)


def recorded(block: Block) -> str:
    """Return the block as the program writes it now."""
    if block.edit is None:
        return "".join(_shown(command, ROOT) for command in block.commands)
    name, old, new = block.edit
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(ROOT / "policies", copy / "policies")
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old}"
        (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return "".join(_shown(command, copy) for command in block.commands)


@cache
def _shown(command: str, folder: Path) -> str:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    # The tests run in the environment that a target would make first.
    script = re.sub(r"^make ", "make --silent -o .venv/.installed ", command)
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    said = "\n".join(line.rstrip() for line in (done.stdout + done.stderr).splitlines())
    return f"$ {command}\n{said}\n" if said else f"$ {command}\n"


def main() -> None:
    """Write all blocks anew."""
    for page in PAGES:
        if page.is_file():
            text = page.read_text(encoding="utf-8")
            page.write_text(BLOCK.sub(lambda found, page=page: _anew(page, found), text), encoding="utf-8")


def _anew(page: Path, found: re.Match[str]) -> str:
    start, end = (found[0].index(found["body"]), len(found[0]) - 3)
    return found[0][:start] + recorded(_block(page, found)) + found[0][end:]


if __name__ == "__main__":
    main()
