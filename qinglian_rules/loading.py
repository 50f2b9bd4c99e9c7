"""Finding policies by name or folder: what `ql.load` does."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from qinglian_rules.diagnostics import Diagnostic, PolicyError
from qinglian_rules.diagnostics.catalogue.documents import SAME_DOCUMENT
from qinglian_rules.diagnostics.distinct import distinct
from qinglian_rules.documents import LoadedPolicies, Table, bundled_ids, load_bundled, load_folder
from qinglian_rules.engine import Policy, without_collecting
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete
from qinglian_rules.passes import check_policies

if TYPE_CHECKING:
    from qinglian_rules.inputs import Input


def load(*names: str | Path) -> Policy:
    """Load policies.

    Args:
        names: ids of bundled documents (`gx-2021`) and folders, of one document or of several. None: all bundled
            documents. A document named here reaches every body whose record does not exclude it.

    Raises:
        PolicyError: a file has an error; `diagnostics` holds everything that was found in all of them.
    """
    policy, diagnostics = load_leniently(names)
    errors = tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity == "error")
    if errors:
        raise PolicyError(errors)
    return policy


def load_leniently(names: Iterable[str | Path]) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """Load what can be loaded, and return everything that is wrong beside it. Documents with errors are left out."""
    with without_collecting():
        return _load(tuple(names))


def _load(given: tuple[str | Path, ...]) -> tuple[Policy, tuple[Diagnostic, ...]]:
    parts = _load_parts(given) if given else [load_bundled()]
    documents = {document.id: document for part in parts for document in part.documents}
    reference, found = read_tables(table for part in parts for table in part.tables)
    named = frozenset(documents) if given else frozenset()
    # Each part was checked by itself; what documents of several parts say together is seen only here.
    together = check_policies(tuple(documents.values())) if len(parts) > 1 else ()
    own = (one for part in parts for one in part.diagnostics)
    diagnostics = distinct((*own, *_same_ids(parts), *found, *together))
    folders = {name: folder for part in parts for name, folder in part.folders.items()}
    topics = reduce(operator.or_, (part.topics for part in parts))
    policy = Policy(tuple(documents.values()), named, diagnostics, reference, topics=topics, folders=folders)
    return policy, diagnostics


def load_with_definitions(names: Iterable[str | Path]) -> tuple[Policy, frozenset[str], tuple[Diagnostic, ...]]:
    """Load documents, and beside them the bundled ones whose definitions they may share.

    Returns:
        All that could be loaded; the ids of the documents that were named (of all, if none was); and what is wrong in
        these. What is wrong in the others is left to those who ask for them.
    """
    given = tuple(names)
    own, found = load_leniently(given)
    ids = frozenset(document.id for document in own.documents)
    others = [name for name in bundled_ids() if name not in ids and name not in given]
    if not given or not others:
        return own, ids, found
    whole, _ = load_leniently((*given, *others))
    return whole, ids, found


def _load_parts(names: Sequence[str | Path]) -> list[LoadedPolicies]:
    """Load bundled documents together and each folder by itself."""
    # A word that is neither a bundled id nor a folder is most likely a mistyped id.
    folders = [name for name in names if isinstance(name, Path) or "/" in name or _is_folder(name)]
    ids = [str(name) for name in names if name not in folders]
    parts = [load_bundled(ids)] if ids else []
    return parts + [load_folder(Path(name)) for name in folders]


def _same_ids(parts: Iterable[LoadedPolicies]) -> Iterator[Diagnostic]:
    """Yield an error for each id that documents of different folders have; one folder named twice is one document."""
    first: dict[str, Path] = {}
    for part in parts:
        for name, folder in part.folders.items():
            if first.setdefault(name, folder.resolve()) != folder.resolve():
                yield Diagnostic(SAME_DOCUMENT, None, {"id": name})


def _is_folder(name: str) -> bool:
    return name not in bundled_ids() and Path(name).exists()


def read_tables(tables: Iterable[Table]) -> tuple[tuple[Fact, ...], tuple[Diagnostic, ...]]:
    """Return the reference data of documents as facts, with what was refused.

    A table that says from when to when it speaks is complete for that time.
    """
    facts: list[Fact] = []
    found: list[Diagnostic] = []
    for table in tables:
        given = _read_table(table)
        facts.extend(given.facts)
        found.extend((*given.diagnostics, *(refusal.diagnostic for refusal in given.refused)))
        if table.end is not None and not given.refused:
            facts.append(Complete(type=table.type, start=table.start, end=table.end))
    return tuple(facts), tuple(found)


def _read_table(table: Table) -> Input:
    """Read a table's text by the reader of all other tables, which takes files named by their type."""
    from qinglian_rules.inputs import read_facts  # few documents have tables, and all who import us would wait for it

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{table.type}{PurePosixPath(table.file).suffix}"
        path.write_text(table.content, encoding="utf-8")
        return read_facts([path])
