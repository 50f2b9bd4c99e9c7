"""When a case is judged, of what period and subject, and with which parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pydantic import MISSING

from qinglian_rules.authoring.cases.facts import FactReader, Facts
from qinglian_rules.authoring.cases.model import FactName, Norm
from qinglian_rules.backends.parameter_text import parse_parameter
from qinglian_rules.backends.periods import parse_every
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.documents.parameters import RHYTHM
from qinglian_rules.facts.engine import ParameterValue
from qinglian_rules.facts.values import DateSpan
from qinglian_rules.inputs.cells.dates import read_date
from qinglian_rules.inputs.cells.spans import read_span
from qinglian_rules.ir.rules import Document, Parameter
from qinglian_rules.syntax import Entry, Mapping, Scalar, Value
from qinglian_rules.syntax.shapes import mapping_of, text_of, texts_of, wrong_shape

SHARED = ("as_of", "period", "of", "params", "incomplete")
"""Keys of a case that may also stand beside `base`, for all cases there; a case goes before."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a case says beside its facts and its outcome. `incomplete` are types."""

    as_of: date
    period: DateSpan | None
    of: FactName | None
    parameters: tuple[ParameterValue, ...]
    incomplete: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SceneReader:
    """Reads the scenes of the cases of one rule or definition."""

    reader: FactReader
    document: Document
    norm: Norm

    def read(self, given: Mapping, block: Mapping, facts: Facts, types: Sequence[str]) -> Scene | None:
        """Return the scene; None where something is wrong with it.

        Args:
            given: the case.
            block: what stands beside `base`.
            facts: the case's facts.
            types: the types that stand in `base`.
        """
        before = len(self.reader.found)
        as_of = self._as_of(given, block)
        period = self._period(_either("period", given, block))
        of = self._of(_either("of", given, block), given, facts)
        parameters = self._parameters(given, block)
        incomplete = self._incomplete(_either("incomplete", given, block), types)
        if as_of is None or len(self.reader.found) > before:
            return None
        return Scene(as_of, period, of, parameters, incomplete)

    def _as_of(self, given: Mapping, block: Mapping) -> date | None:
        text = text_of(_either("as_of", given, block), "as_of", self.reader.found)
        if text is not None:
            read = read_date(text.text)
            if isinstance(read, date):
                return read
            self._refused(read, text)
            return None
        last = self.document.force_to
        if last is None or last.earliest != last.latest:
            self.reader.report(codes.OPEN_FORCE, given.span)
            return None
        return last.latest

    def _refused(self, diagnostic: Diagnostic, text: Scalar) -> None:
        self.reader.found.append(replace(diagnostic, span=text.span))

    def _period(self, source: Mapping) -> DateSpan | None:
        text = text_of(source, "period", self.reader.found)
        if text is None or text.text == "none":
            return None
        read = read_span(text.text)
        if isinstance(read, Diagnostic):
            self._refused(read, text)
            return None
        if isinstance(read.start, date) and isinstance(read.end, date):
            return read
        self.reader.report(codes.BAD_PERIOD, text.span, text=text.text)
        return None

    def _of(self, source: Mapping, given: Mapping, facts: Facts) -> FactName | None:
        target = self.reader.vocabulary.types[self.norm.subject.target]
        text = text_of(source, "of", self.reader.found)
        if text is None:
            return None if target.derived else self._only(given, facts, target.subtypes)
        name = self.reader.name_of(text)
        if name is not None and name.type not in target.subtypes:
            self.reader.report(codes.WRONG_SUBJECT, text.span, type=target.name, name=str(name))
        elif name is not None and not target.derived and name not in facts:
            near = nearest(str(name), map(str, facts))
            self.reader.report(codes.NO_SUCH_FACT, text.span, near, name=str(name))
        return name

    def _only(self, given: Mapping, facts: Facts, types: Sequence[str]) -> FactName | None:
        found = [name for name in facts if name.type in types]
        target = self.norm.subject.target
        if not found:
            self.reader.report(codes.NO_SUBJECT, given.span, type=target)
        elif len(found) > 1:
            names = "、".join(map(str, found))
            self.reader.report(codes.SEVERAL_SUBJECTS, given.span, type=target, names=names, first=str(found[0]))
        return found[0] if len(found) == 1 else None

    def _parameters(self, given: Mapping, block: Mapping) -> tuple[ParameterValue, ...]:
        """Return the parameters that are set; `unknown` takes a value away that stands beside `base`."""
        entries: dict[str, Entry] = {}
        for source in (block, given):
            inner = mapping_of(source, "params", self.reader.found)
            entries |= {entry.key.text: entry for entry in (() if inner is None else inner.entries)}
        read = [self._parameter(entry) for entry in entries.values()]
        return tuple(one for one in read if one is not None)

    def _parameter(self, entry: Entry) -> ParameterValue | None:
        declared = {one.name.rpartition("/")[2]: one for one in self.document.parameters}
        parameter = declared.get(entry.key.text.removeprefix(f"{self.document.id}/"))
        if parameter is None:
            near = nearest(entry.key.text, declared)
            self.reader.report(codes.UNKNOWN_PARAMETER, entry.key.span, near, name=entry.key.text)
            return None
        text = self._text(entry.key.text, entry.value)
        if text is None or text == "unknown":
            return None
        if not _is_value(text, parameter):
            name, kind = entry.key.text, str(parameter.type)
            self.reader.report(codes.BAD_PARAMETER, entry.value.span, text=text, name=name, type=kind)
        return ParameterValue(parameter=parameter.name, value=text)

    def _text(self, name: str, value: Value) -> str | None:
        """Return the value as a hospital would write it: a list between 、."""
        if isinstance(value, Mapping):
            self.reader.found.append(wrong_shape(name, Scalar, value))
            return None
        if isinstance(value, Scalar):
            return value.text
        self.reader.found.extend(wrong_shape(name, Scalar, one) for one in value.items if not isinstance(one, Scalar))
        return "、".join(one.text for one in value.items if isinstance(one, Scalar))

    def _incomplete(self, source: Mapping, types: Sequence[str]) -> tuple[str, ...]:
        names: list[str] = []
        for text in texts_of(source, "incomplete", self.reader.found):
            found = self.reader.fact_type(text)
            if found is None:
                continue
            names.append(found.name)
            if found.name not in types:
                self.reader.report(codes.NOT_IN_BASE, text.span, nearest(found.name, types), type=found.name)
        return tuple(names)


def _either(key: str, given: Mapping, block: Mapping) -> Mapping:
    return given if given.get(key) is not None else block


def _is_value(text: str, parameter: Parameter) -> bool:
    if parameter.unit == RHYTHM:
        return parse_every(text) is not None
    return parse_parameter(text, parameter) is not MISSING
