"""Why some mutants are seen by no case: what authors wrote down in `*.mutants.yaml` beside the items.

3.3.4/rep-visit-three-fixed-three-recorded:
  - mutant: "when: a < b → a <= b"            # as `qinglian mutate` prints it, quoted or not
    why: 预约时刻精确到分，来访不会与预约同一分钟
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qinglian_rules.authoring.cases.model import norms_in
from qinglian_rules.diagnostics import NOWHERE, Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.documents.folders import MUTANTS_SUFFIX, read_text, shown
from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Document
from qinglian_rules.syntax import Entry, Scalar, Sequence, read_mapping
from qinglian_rules.syntax import Mapping as SurfaceMapping
from qinglian_rules.syntax.reader import Conditions
from qinglian_rules.syntax.scalars import QUOTES, read_quoted
from qinglian_rules.syntax.shapes import check_keys, text_of, wrong_shape

_KEYS = ("mutant", "why")
_RAW = Conditions(frozenset({"mutant"}))


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why no case could see a mutant, which is named by its text."""

    mutant: str
    why: str
    span: Span = field(default=NOWHERE, compare=False)


Explanations = Mapping[str, tuple[Explanation, ...]]


def read_explanations(policy: Policy) -> tuple[Explanations, tuple[Diagnostic, ...]]:
    """Return the explanations of all documents by the id of the rule, and what is wrong in their files."""
    read: dict[str, tuple[Explanation, ...]] = {}
    found: list[Diagnostic] = []
    for document in policy.documents:
        folder = policy.folders.get(document.id)
        for path in () if folder is None else sorted(folder.glob(f"*{MUTANTS_SUFFIX}")):
            content = read_text(path)
            if isinstance(content, Diagnostic):
                found.append(content)
            else:
                read.update(_read(document, shown(path), content, found))
    return read, tuple(found)


def _read(
    document: Document, file: str, content: str, found: list[Diagnostic]
) -> Iterator[tuple[str, tuple[Explanation, ...]]]:
    mapping, reported = read_mapping(file, content, _RAW)
    found.extend(reported)
    known = {norm.id for item in document.items for norm in norms_in(item)}
    for entry in mapping.entries:
        name = f"{document.id}/{entry.key.text}"
        if name in known:
            yield name, tuple(_explanations(entry, found))
        else:
            found.append(Diagnostic(codes.UNKNOWN_NORM, entry.key.span, {"id": entry.key.text}, _near(name, known)))


def _near(name: str, known: set[str]) -> str | None:
    found = nearest(name, known)
    return None if found is None else found.partition("/")[2]


def _explanations(entry: Entry, found: list[Diagnostic]) -> Iterator[Explanation]:
    if not isinstance(entry.value, Sequence):
        found.append(wrong_shape(entry.key.text, Sequence, entry.value))
        return
    for one in entry.value.items:
        if not isinstance(one, SurfaceMapping):
            found.append(wrong_shape(entry.key.text, SurfaceMapping, one))
            continue
        check_keys(one, _KEYS, _KEYS, one.span, ("说明", "an explanation"), found)
        mutant, why = text_of(one, "mutant", found), text_of(one, "why", found)
        if mutant is not None and why is not None:
            yield Explanation(_unquoted(mutant), why.text, mutant.span)


def _unquoted(mutant: Scalar) -> str:
    """Return what stands in the quotes, where they hold the whole line; no mutant starts with one of its own."""
    if mutant.text[:1] not in tuple(QUOTES):
        return mutant.text
    quoted = read_quoted(mutant, 0)
    return quoted[0].text if quoted is not None and quoted[1] == len(mutant.text) else mutant.text
