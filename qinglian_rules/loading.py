"""Finding policies by name or folder: what `ql.load` does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from qinglian_rules.diagnostics import Diagnostic, PolicyError
from qinglian_rules.documents import LoadedPolicies, Table, bundled_ids, load_bundled, load_folder
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete
from qinglian_rules.inputs import Input, read_facts


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
    given = tuple(names)
    parts = [load_bundled()] if not given else [_load_one(name) for name in given]
    documents = {document.id: document for part in parts for document in part.documents}
    diagnostics = tuple(diagnostic for part in parts for diagnostic in part.diagnostics)
    reference, found = read_tables(table for part in parts for table in part.tables)
    named = frozenset(documents) if given else frozenset()
    diagnostics = (*diagnostics, *found)
    return Policy(tuple(documents.values()), named, diagnostics, reference), diagnostics


def _load_one(name: str | Path) -> LoadedPolicies:
    if isinstance(name, str) and name in bundled_ids():
        return load_bundled([name])
    path = Path(name)
    # A word that is neither a bundled id nor a folder is most likely a mistyped id.
    return load_folder(path) if path.exists() or isinstance(name, Path) or "/" in name else load_bundled([str(name)])


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
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{table.type}{PurePosixPath(table.file).suffix}"
        path.write_text(table.content, encoding="utf-8")
        return read_facts([path])
