"""Where the cases of a policy are read from: the folders that its documents were loaded from."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from qinglian_rules.authoring.cases.model import Case, Norm, norms_in
from qinglian_rules.authoring.cases.reading import CasesFile, read_cases
from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.documents.folders import read_text, shown
from qinglian_rules.engine import Policy
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document

SUFFIX = ".cases.yaml"


def cases_files(
    policy: Policy, documents: Collection[str] | None = None
) -> tuple[tuple[CasesFile, ...], tuple[Diagnostic, ...]]:
    """Return the cases files of documents in the order of their names, and those that cannot be read.

    Args:
        documents: the ids of the documents; all, unless given.
    """
    files: list[CasesFile] = []
    found: list[Diagnostic] = []
    for document in (one for one in policy.documents if documents is None or one.id in documents):
        folder = policy.folders.get(document.id)
        for path in () if folder is None else sorted(folder.glob(f"*{SUFFIX}")):
            file = _file(path, document)
            if isinstance(file, Diagnostic):
                found.append(file)
            else:
                files.append(file)
    return tuple(files), tuple(found)


def _file(path: Path, document: Document) -> CasesFile | Diagnostic:
    if path.is_symlink():
        return Diagnostic(codes.OUTSIDE_FOLDER, Span(shown(path), 1, 1, 1, 1), {"name": path.name})
    content = read_text(path)
    return content if isinstance(content, Diagnostic) else CasesFile(shown(path), content, document)


def written_cases(
    policy: Policy, norm: Norm | None = None, documents: Collection[str] | None = None
) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """Return all cases that stand in files, and everything that is wrong in these.

    Args:
        documents: the ids of the documents whose cases are wanted; of all, unless given.
        norm: read only the files that may hold cases of this rule or definition.
    """
    files, diagnostics = cases_files(policy, documents)
    files = tuple(file for file in files if norm is None or _may_hold(file, norm))
    vocabulary = Vocabulary.current()
    cases: list[Case] = []
    found = list(diagnostics)
    for file in files:
        read, reported = read_cases(file, vocabulary)
        cases.extend(read)
        found.extend(reported)
    return tuple(cases), tuple(found)


def _may_hold(file: CasesFile, norm: Norm) -> bool:
    """Whether cases of a norm may stand in a file: that of its item, or one of the whole document."""
    return file.document.id == norm.document and (file.item is None or norm in norms_in(file.item))
