"""A cases file -> cases, each with its facts put together.

    rep-visit-three-fixed-three-recorded:       # a rule or definition of the item
      base: {…}                                 # facts by type; these types are complete
      as_of: 2023-12-31                         # also `period`, `params`, `of`, `incomplete`: for all its cases
      violated:
        - {title: 到诊室, change: {RepVisit V-1: {place: 门诊诊室}}, failed: [定点]}

A `base` on top of the file gives facts to all blocks; a type that a block's own base names takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from qinglian_rules.authoring.cases.expectations import read_expected
from qinglian_rules.authoring.cases.facts import FactReader, Facts
from qinglian_rules.authoring.cases.model import DEFINITION_GROUPS, RULE_GROUPS, Case, Expect, FactName, Norm, norms_in
from qinglian_rules.authoring.cases.scene import SHARED, SceneReader
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.values import LAST_DAY
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document, Item, Rule
from qinglian_rules.syntax import Entry, Scalar, Sequence, read_mapping
from qinglian_rules.syntax import Mapping as SurfaceMapping
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, texts_of, wrong_shape

BASE = "base"
_CASE_KEYS = ("title", *SHARED, "change", "add", "remove", "failed", "missing", "concluded")


@dataclass(frozen=True, slots=True)
class CasesFile:
    """A cases file: its path as diagnostics show it, its content, and the document that it belongs to."""

    path: str
    content: str
    document: Document

    @property
    def item(self) -> Item | None:
        """The item beside whose file it lies; None for cases of a whole document."""
        name = PurePosixPath(self.path).name.removesuffix(".cases.yaml") + ".md"
        return next((item for item in self.document.items if item.file == name), None)


def read_cases(file: CasesFile, vocabulary: Vocabulary) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """Return the cases of a file, and everything that is wrong in it; a case with a mistake is left out."""
    mapping, found = read_mapping(file.path, file.content)
    reader = FactReader(vocabulary, list(found))
    shared: Facts = {}
    own = mapping_of(mapping, BASE, reader.found)
    types = () if own is None else reader.facts(own, shared)
    cases: list[Case] = []
    for entry in mapping.entries:
        if entry.key.text != BASE:
            cases.extend(_block(file, entry, reader, _Base(shared, types)))
    return tuple(cases), tuple(reader.found)


@dataclass(frozen=True, slots=True)
class _Base:
    """Facts that cases start from, and the types that are complete."""

    facts: Facts
    types: tuple[str, ...]

    def under(self, facts: Facts, types: tuple[str, ...]) -> _Base:
        """Return these facts with those of `types` replaced."""
        kept = {name: fact for name, fact in self.facts.items() if name.type not in types}
        return _Base({**kept, **facts}, tuple(dict.fromkeys((*self.types, *types))))


def _block(file: CasesFile, entry: Entry, reader: FactReader, shared: _Base) -> Iterator[Case]:
    norm = _norm(file, entry.key, reader)
    block = entry.value
    if not isinstance(block, SurfaceMapping):
        reader.found.append(wrong_shape(entry.key.text, SurfaceMapping, block))
        return
    if norm is None:
        return
    groups = RULE_GROUPS if isinstance(norm, Rule) else DEFINITION_GROUPS
    required = () if shared.types else (BASE,)
    check_keys(block, (BASE, *SHARED, *groups), required, entry.key.span, _called(entry.key), reader.found)
    before = len(reader.found)
    facts: Facts = {}
    own = mapping_of(block, BASE, reader.found)
    types = () if own is None else reader.facts(own, facts)
    base = shared.under(facts, types)
    if len(reader.found) > before:
        return
    scenes = SceneReader(reader, file.document, norm)
    for group in groups:
        for given in _cases(block, group, reader):
            yield from _case(scenes, block, base, group, given)


def _called(key: Scalar) -> tuple[str, str]:
    return f"{key.text} 的用例", f"the cases of {key.text}"


def _norm(file: CasesFile, key: Scalar, reader: FactReader) -> Norm | None:
    """Find the rule or definition: of the item by its last part, of the document by more of its id."""
    item = file.item
    own = {} if item is None else _by_last_part(item)
    known = {norm.id: norm for item in file.document.items for norm in norms_in(item)}
    found = own.get(key.text) or known.get(key.text) or known.get(f"{file.document.id}/{key.text}")
    if found is None:
        near = nearest(key.text, own or known)
        reader.report(codes.UNKNOWN_NORM, key.span, near, id=key.text)
    return found


def _by_last_part(item: Item) -> Mapping[str, Norm]:
    return {norm.id.rpartition("/")[2]: norm for norm in norms_in(item)}


def _cases(block: SurfaceMapping, group: str, reader: FactReader) -> Iterator[SurfaceMapping]:
    value = block.get(group)
    if value is None:
        return
    if not isinstance(value, Sequence):
        reader.found.append(wrong_shape(group, Sequence, value))
        return
    for one in value.items:
        if isinstance(one, SurfaceMapping):
            yield one
        else:
            reader.found.append(wrong_shape(group, SurfaceMapping, one))


def _case(
    scenes: SceneReader, block: SurfaceMapping, base: _Base, group: Expect, given: SurfaceMapping
) -> Iterator[Case]:
    """Yield the case, or nothing where something is wrong with it."""
    reader = scenes.reader
    before = len(reader.found)
    check_keys(given, _CASE_KEYS, ("title",), given.span, ("用例", "a case"), reader.found)
    title = text_of(given, "title", reader.found)
    facts, types = _changed(given, base, reader)
    scene = scenes.read(given, block, facts, types)
    expected = read_expected(reader, given, group, scenes.norm)
    if len(reader.found) > before or title is None or scene is None:
        return
    complete = [Complete(type=name, end=LAST_DAY) for name in types if name not in scene.incomplete]
    handed: list[Fact] = [*facts.values(), *complete, *scene.parameters]
    norm = scenes.norm.id
    yield Case(norm, title.text, expected, tuple(handed), scene.as_of, scene.period, scene.of, span=given.span)


def _changed(given: SurfaceMapping, base: _Base, reader: FactReader) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts of a case, and the types that are complete in it unless it says otherwise."""
    facts = dict(base.facts)
    for text in texts_of(given, "remove", reader.found):
        name = _known(text, facts, reader)
        if name is not None:
            del facts[name]
    for entry in _entries(given, "change", reader):
        name = _known(entry.key, facts, reader)
        if name is None:
            continue
        if not isinstance(entry.value, SurfaceMapping):
            reader.found.append(wrong_shape(entry.key.text, SurfaceMapping, entry.value))
            continue
        facts[name] = reader.changed(facts[name], entry.value) or facts[name]
    added = mapping_of(given, "add", reader.found)
    if added is not None:
        reader.facts(added, facts)
    return facts, base.types


def _entries(given: SurfaceMapping, key: str, reader: FactReader) -> tuple[Entry, ...]:
    inner = mapping_of(given, key, reader.found)
    return () if inner is None else inner.entries


def _known(text: Scalar, facts: Facts, reader: FactReader) -> FactName | None:
    name = reader.name_of(text)
    if name is None or name in facts:
        return name
    near = nearest(str(name), map(str, facts))
    reader.report(codes.NO_SUCH_FACT, text.span, near, name=str(name))
    return None
