"""Policy folders on disk: a document's own, a folder of several, and those that come with the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qinglian_rules import passes
from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.documents.checks import Checks
from qinglian_rules.documents.loading import Loaded, load_document
from qinglian_rules.documents.metadata import POLICY_FILE
from qinglian_rules.documents.tables import Table
from qinglian_rules.documents.topics import Topics, read_topics
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document
from qinglian_rules.syntax.reader import MAX_BYTES, too_large

TOPICS_FILE = "topics.yaml"
MUTANTS_SUFFIX = ".mutants.yaml"
# Tables may be larger than text, but a policy folder is no place for data of a hospital.
MAX_TABLE_BYTES = 20_000_000
_TEXT_SUFFIXES = frozenset({".md", ".yaml", ".txt"})
_TABLE_SUFFIXES = frozenset({".csv", ".jsonl"})


@dataclass(frozen=True, slots=True)
class LoadedPolicies:
    """The documents that could be loaded, their tables, the topics that they share, and everything that is wrong.

    `folders` says by document id where each was loaded from: its cases lie there.
    """

    documents: tuple[Document, ...]
    tables: tuple[Table, ...]
    topics: Topics
    diagnostics: tuple[Diagnostic, ...]
    folders: Mapping[str, Path] = field(default_factory=dict)


def policies_root() -> Path:
    """Return the folder of the documents that come with the package: inside a wheel, or of the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_policies"
    return inside if inside.is_dir() else package.parent / "policies"


def bundled_ids() -> tuple[str, ...]:
    """Return the ids of the documents that come with the package."""
    return tuple(folder.name for folder in _document_folders(policies_root()))


def load_bundled(
    ids: Iterable[str] | None = None, *, vocabulary: Vocabulary | None = None, checks: Checks = passes
) -> LoadedPolicies:
    """Load documents that come with the package; all of them unless `ids` says which."""
    root, known = policies_root(), bundled_ids()
    wanted = known if ids is None else tuple(dict.fromkeys(ids))
    unknown = tuple(
        Diagnostic(codes.NO_SUCH_DOCUMENT, None, {"id": name, "known": "、".join(known)}, nearest(name, known))
        for name in wanted
        if name not in known
    )
    folders = [root / name for name in wanted if name in known]
    return _load(folders, [root], unknown, vocabulary or Vocabulary.current(), checks)


def load_folder(path: Path, *, vocabulary: Vocabulary | None = None, checks: Checks = passes) -> LoadedPolicies:
    """Load the document in `path`, or those in its subfolders.

    Topics are those of the package, and those of a `topics.yaml` beside the documents' folders or inside the one.
    """
    if (path / POLICY_FILE).exists():
        folders, topic_folders = [path], [policies_root(), path.absolute().parent, path]
    else:
        folders, topic_folders = _document_folders(path), [policies_root(), path]
    found = () if folders else (_missing(path),)
    return _load(folders, topic_folders, found, vocabulary or Vocabulary.current(), checks)


def _missing(path: Path) -> Diagnostic:
    return Diagnostic(codes.NO_FILE, Span(path.as_posix(), 1, 1, 1, 1), {"name": POLICY_FILE})


def _document_folders(root: Path) -> list[Path]:
    if not root.is_dir():
        return []
    return sorted(folder for folder in root.iterdir() if folder.is_dir() and (folder / POLICY_FILE).exists())


def _load(
    folders: Iterable[Path],
    topic_folders: Iterable[Path],
    earlier: Iterable[Diagnostic],
    vocabulary: Vocabulary,
    checks: Checks,
) -> LoadedPolicies:
    found = list(earlier)
    topics = _topics(topic_folders, found)
    places = list(folders)
    loaded = [_load_one(folder, vocabulary, topics, checks, found) for folder in places]
    documents = _distinct((one.document for one in loaded), found)
    found.extend(checks.check_policies(documents))
    tables = tuple(table for one in loaded for table in one.tables)
    by_id = {one.document.id: place.absolute() for one, place in zip(loaded, places, strict=True) if one.document}
    return LoadedPolicies(documents, tables, topics, tuple(found), by_id)


def _load_one(folder: Path, vocabulary: Vocabulary, topics: Topics, checks: Checks, found: list[Diagnostic]) -> Loaded:
    if folder.is_symlink():
        found.append(_outside(folder))
        return Loaded(None, ())
    files = read_folder(folder, found)
    loaded = load_document(
        files, vocabulary=vocabulary, topics=topics, checks=checks, folder=shown(folder), name=folder.resolve().name
    )
    found.extend(loaded.diagnostics)
    return loaded


def read_folder(folder: Path, found: list[Diagnostic]) -> dict[str, str]:
    """Return the texts of a document's folder by relative name; cases are not among them.

    What is no text, too large or a link is reported and left out. Only `tables/` is looked into below the folder.
    """
    files: dict[str, str] = {}
    for path in _files(folder):
        content = _outside(path) if path.is_symlink() else read_text(path)
        if isinstance(content, Diagnostic):
            found.append(content)
        else:
            files[path.relative_to(folder).as_posix()] = content
    return files


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name == "tables" and path.is_dir() and not path.is_symlink():
            yield from sorted(table for table in path.iterdir() if _is_wanted(table))
        elif _is_wanted(path) or path.name == "tables":
            yield path


def _is_wanted(path: Path) -> bool:
    if path.name.endswith((".cases.yaml", MUTANTS_SUFFIX)) or not (path.is_symlink() or path.is_file()):
        return False
    return path.suffix in _TEXT_SUFFIXES | _TABLE_SUFFIXES


def read_text(path: Path) -> str | Diagnostic:
    """Return the content of a text file, or why it is none."""
    limit = MAX_TABLE_BYTES if path.suffix in _TABLE_SUFFIXES else MAX_BYTES
    try:
        size = path.stat().st_size
        return too_large(shown(path), size, limit) if size > limit else path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return Diagnostic(codes.CANNOT_OPEN, Span(shown(path), 1, 1, 1, 1), {"reason": error.strerror or "?"})
    except UnicodeDecodeError as error:
        return Diagnostic(codes.NOT_TEXT, Span(shown(path), 1, 1, 1, 1), {"at": str(error.start + 1)})


def shown(path: Path) -> str:
    """Return a path as diagnostics show it: relative to where the user stands, if it lies below."""
    absolute = path.absolute()
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _topics(folders: Iterable[Path], found: list[Diagnostic]) -> Topics:
    topics = Topics()
    seen: set[Path] = set()
    for folder in folders:
        path = folder / TOPICS_FILE
        if not path.is_file() or path.resolve() in seen:
            continue
        seen.add(path.resolve())
        content = _outside(path) if path.is_symlink() else read_text(path)
        if isinstance(content, Diagnostic):
            found.append(content)
            continue
        more, reported = read_topics(shown(path), content)
        found.extend(reported)
        topics = topics | more
    return topics


def _distinct(documents: Iterable[Document | None], found: list[Diagnostic]) -> tuple[Document, ...]:
    kept: dict[str, Document] = {}
    loaded = [document for document in documents if document is not None]
    again = [document.id for document in loaded if kept.setdefault(document.id, document) is not document]
    found.extend(Diagnostic(codes.SAME_DOCUMENT, None, {"id": name}) for name in again)
    return tuple(kept.values())


def _outside(path: Path) -> Diagnostic:
    return Diagnostic(codes.OUTSIDE_FOLDER, Span(shown(path), 1, 1, 1, 1), {"name": path.name})
