"""From the files of a folder to a checked document, or to everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from qinglian_rules.diagnostics import Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.documents.bare import SourceText
from qinglian_rules.documents.checks import Checks
from qinglian_rules.documents.metadata import POLICY_FILE, Metadata, read_metadata
from qinglian_rules.documents.parameters import read_parameters
from qinglian_rules.documents.quotations import Passage, Quoter
from qinglian_rules.documents.readers import leaves_folder
from qinglian_rules.documents.source import check_source, in_order
from qinglian_rules.documents.tables import Table, read_tables
from qinglian_rules.documents.topics import Topics
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.rules import Document, Item, Parameter
from qinglian_rules.passes.context import Context
from qinglian_rules.syntax import ItemFile, read_item

SOURCE_FILE = "source.txt"
_ITEM_NAME = re.compile(r"[0-9]+(?:\.[0-9]+)*-[a-z0-9]+(?:-[a-z0-9]+)*\.md")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the tables that come with it; `document` is None where `diagnostics` holds an error."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    tables: tuple[Table, ...] = ()


def load_document(
    files: Mapping[str, str],
    *,
    vocabulary: Vocabulary,
    topics: Topics,
    checks: Checks,
    folder: str = "",
    name: str | None = None,
) -> Loaded:
    """Read and check one document.

    Args:
        files: the contents of the folder by relative name: `policy.yaml`, `source.txt`, item files, tables.
        vocabulary: the fact types that rules may speak of.
        topics: the subject matters that `about` may name.
        checks: the checker.
        folder: what diagnostics put before a file's name.
        name: what the folder is called, which the document's id must equal; None: the last part of `folder`.
    """
    called = PurePosixPath(folder).name if name is None else name
    return _Loading(files, vocabulary, topics, checks, folder, called).load()


class _Loading:
    """One document on its way; `found` collects what is wrong."""

    def __init__(
        self, files: Mapping[str, str], vocabulary: Vocabulary, topics: Topics, checks: Checks, folder: str, name: str
    ) -> None:
        self.files = files
        self.vocabulary = vocabulary
        self.topics = topics
        self.checks = checks
        self.folder = folder
        self.name = name
        self.found: list[Diagnostic] = []

    def load(self) -> Loaded:
        """Read everything that can be read, so that all errors come at once."""
        metadata = self._metadata()
        source = SourceText(self._path(SOURCE_FILE), self._file(SOURCE_FILE))
        items = self._items()
        self._check_distinct(items)
        complete = metadata is not None and metadata.status != "draft"
        placed = check_source(source, items, complete=complete)
        if SOURCE_FILE in self.files:
            self.found.extend(placed.found)
        if metadata is None:
            return Loaded(None, tuple(self.found))
        parameters = self._parameters(metadata)
        context = self._context(metadata, parameters, Quoter(source, placed.passages))
        reach, found = self.checks.check_reach(metadata.reach, context)
        self.found.extend(found)
        checked = [self._item(item, one, source, context) for item, one in zip(items, placed.passages, strict=True)]
        tables = self._tables(metadata)
        if reach is None or any(diagnostic.severity == "error" for diagnostic in self.found):
            return Loaded(None, tuple(self.found), tables)
        document = self._document(metadata, parameters, reach, checked, source, tables)
        return Loaded(document, tuple(self.found), tables)

    def _path(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name

    def _file(self, name: str) -> str:
        content = self.files.get(name)
        if content is None:
            self.found.append(Diagnostic(codes.NO_FILE, _start(self._path(name)), {"name": name}))
        return (content or "").removeprefix("\ufeff").replace("\r\n", "\n")

    def _metadata(self) -> Metadata | None:
        path = self._path(POLICY_FILE)
        if POLICY_FILE not in self.files:
            self._file(POLICY_FILE)
            return None
        metadata, found = read_metadata(path, self._file(POLICY_FILE))
        self.found.extend(found)
        if metadata is not None and self.name not in {"", metadata.id}:
            args = {"id": metadata.id, "folder": self.name}
            self.found.append(Diagnostic(codes.WRONG_FOLDER, _start(path), args))
        return metadata

    def _items(self) -> list[ItemFile]:
        items: list[ItemFile] = []
        for name, content in self.files.items():
            if not name.endswith(".md"):
                continue
            if leaves_folder(name):
                self.found.append(Diagnostic(codes.OUTSIDE_FOLDER, _start(name), {"name": name}))
                continue
            if not _ITEM_NAME.fullmatch(name):
                self.found.append(Diagnostic(codes.BAD_ITEM_NAME, _start(self._path(name)), {"name": name}))
                continue
            item, found = read_item(self._path(name), content)
            self.found.extend(found)
            items.extend(() if item is None else (item,))
        if not any(name.endswith(".md") for name in self.files):
            self.found.append(Diagnostic(codes.NO_FILE, _start(self.folder), {"name": "*.md"}))
        return in_order(items)

    def _check_distinct(self, items: Iterable[ItemFile]) -> None:
        """Report items that share their numbering in the text or in their files' names."""
        owners: dict[tuple[str, str], ItemFile] = {}
        for item in items:
            for key in (("section", item.section), ("编号", item.number)):
                other = owners.setdefault(key, item)
                if other is not item:
                    args = {"what": key[0], "what_en": "section" if key[0] == "section" else "number"}
                    args |= {"value": key[1], "other": PurePosixPath(other.path).name}
                    related = (other.section_span,)
                    self.found.append(Diagnostic(codes.SAME_NUMBER, item.section_span, args, related=related))

    def _parameters(self, metadata: Metadata) -> tuple[Parameter, ...]:
        if metadata.params is None:
            return ()
        return read_parameters(metadata.id, metadata.params, self.vocabulary, self.found)

    def _tables(self, metadata: Metadata) -> tuple[Table, ...]:
        if metadata.tables is None:
            return ()
        return read_tables(metadata.id, metadata.tables, self.files, self.vocabulary, self.found)

    def _context(self, metadata: Metadata, parameters: tuple[Parameter, ...], quoter: Quoter) -> Context:
        local = {parameter.name.partition("/")[2]: parameter for parameter in parameters}
        return Context(metadata.id, self.vocabulary, local, self.topics.aliases, quoter.quote)

    def _item(self, item: ItemFile, passage: Passage, source: SourceText, context: Context) -> Item:
        checked = self.checks.check_item(item, context)
        self.found.extend(checked.diagnostics)
        return Item(
            file=PurePosixPath(item.path).name,
            section=item.section,
            title=item.title,
            text=item.text,
            start=source.bare.offsets[passage.start] if passage.start is not None else 0,
            rules=checked.rules,
            definitions=checked.definitions,
            texts=checked.texts,
            headings=_headings(item, passage, source),
        )

    def _document(
        self,
        metadata: Metadata,
        parameters: tuple[Parameter, ...],
        reach: Node,
        items: Iterable[Item],
        source: SourceText,
        tables: tuple[Table, ...],
    ) -> Document:
        return Document(
            id=metadata.id,
            title=metadata.title,
            issuer=metadata.issuer,
            number=metadata.number,
            issued=metadata.issued,
            force_from=metadata.force_from,
            force_to=metadata.force_to,
            reach=reach,
            rank=metadata.rank,
            implements=metadata.implements,
            supersedes=metadata.supersedes,
            status=metadata.status,
            parameters=parameters,
            items=tuple(sorted(items, key=lambda item: item.start)),
            source=source.text,
            sha256=content_hash(self.files),
            tables=tuple(table.file for table in tables),
        )


def content_hash(files: Mapping[str, str]) -> str:
    """Return a hash of all files, names included, that differs whenever one of them does."""
    digest = sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name].encode()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _headings(item: ItemFile, passage: Passage, source: SourceText) -> tuple[tuple[int, int], ...]:
    """Return where the item's headings stand in the text."""
    first = passage.start
    if first is None:
        return ()
    position = {offset: index for index, offset in enumerate(passage.words.offsets)}
    inside = [[position[at] for at in range(start, end) if at in position] for start, end in item.headings]
    return tuple(source.bare.span(first + places[0], first + places[-1] + 1) for places in inside if places)


def _start(file: str) -> Span:
    return Span(file, 1, 1, 1, 1)
