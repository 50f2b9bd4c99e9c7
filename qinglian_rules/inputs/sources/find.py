"""Paths to files: a folder is gone through one level deep, and what in it is no table is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import inputs as codes
from qinglian_rules.inputs.model import Place, found

TEXT_ENDINGS = frozenset({".csv", ".tsv"})
JSON_ENDINGS = frozenset({".json", ".jsonl", ".ndjson"})
WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls"})
READ = TEXT_ENDINGS | JSON_ENDINGS | WORKBOOK_ENDINGS
ENDINGS = ".csv .tsv .xlsx .xlsm .xls .jsonl .ndjson .json"
"""The endings of files that can be read, as messages list them."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. `label` is how users see it: its path inside the folder they named, or its name."""

    path: Path
    label: str

    @property
    def place(self) -> Place:
        """The file as the place of a diagnostic."""
        return Place(self.label)


@dataclass(frozen=True, slots=True)
class Found:
    """Files to read, what else lies in the folders named, and diagnostics about paths that hold nothing to read."""

    files: tuple[SourceFile, ...]
    others: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_files(paths: Iterable[Path]) -> Found:
    """Return the files that `paths` name, each once, in the order of the paths and of their names."""
    files: dict[Path, SourceFile] = {}
    others: list[Path] = []
    diagnostics: list[Diagnostic] = []
    for path in paths:
        if path.is_dir():
            inside, left = _in_folder(path)
            others.extend(left)
            said = [] if inside else [_at(path.as_posix(), found(codes.NO_TABLES, path=path, endings=ENDINGS))]
        elif path.exists():
            inside, said = _single(path)
        else:
            inside, said = [], [_at(path.as_posix(), found(codes.PATH_NOT_FOUND, path=path))]
        for file in inside:
            files.setdefault(file.path.resolve(), file)
        diagnostics.extend(said)
    return Found(tuple(_told_apart(list(files.values()))), tuple(others), tuple(diagnostics))


def _in_folder(folder: Path) -> tuple[list[SourceFile], list[Path]]:
    """Return the files of the folder that can be read, and what else is in it; hidden and lock files do not count."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "~$")))
    files = [SourceFile(entry, entry.name) for entry in entries if entry.is_file() and _ending(entry) in READ]
    read = {file.path for file in files}
    return files, [entry for entry in entries if entry not in read]


def _single(path: Path) -> tuple[list[SourceFile], list[Diagnostic]]:
    if _ending(path) in READ:
        return [SourceFile(path, path.name)], []
    return [], [_at(path.name, found(codes.UNREADABLE_KIND, ending=path.suffix or path.name, endings=ENDINGS))]


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _at(label: str, diagnostic: Diagnostic) -> Diagnostic:
    return Diagnostic(diagnostic.code, Span(label, 1, 1, 1, 2), diagnostic.args)


def _told_apart(files: list[SourceFile]) -> Iterable[SourceFile]:
    """Return the files, showing the whole path of those that would otherwise be shown alike."""
    labels = Counter(file.label for file in files)
    for file in files:
        yield file if labels[file.label] == 1 else SourceFile(file.path, file.path.as_posix())
