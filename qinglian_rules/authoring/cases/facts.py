"""Facts in a cases file: given whole, changed, named by type and key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import MISSING

from qinglian_rules.authoring.cases.model import FactName
from qinglian_rules.authoring.cases.values import field_value
from qinglian_rules.diagnostics import Code, Diagnostic, Span
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.inputs.columns import Binding
from qinglian_rules.inputs.rows import RowReader
from qinglian_rules.syntax import Entry, Mapping, Scalar
from qinglian_rules.syntax import Sequence as SurfaceSequence
from qinglian_rules.syntax.shapes import wrong_shape

Facts = dict[FactName, Fact]


@dataclass(slots=True)
class FactReader:
    """Reads facts and their names; what is wrong is collected in `found`, and what cannot be read is left out."""

    vocabulary: Vocabulary
    found: list[Diagnostic] = field(default_factory=list)

    def report(self, code: Code, span: Span, suggestion: str | None = None, **args: str) -> None:
        """Add a diagnostic."""
        self.found.append(Diagnostic(code, span, args, suggestion))

    def fact_type(self, name: Scalar) -> FactType | None:
        """Return the type of that name or Chinese title, of which facts can be given."""
        found = self.any_type(name)
        if found is None or not (found.abstract or found.derived):
            return found
        if found.abstract:
            self.report(codes.NO_OWN_FACTS, name.span, name=found.name, subtypes="、".join(found.subtypes))
        else:
            self.report(codes.DERIVED_GIVEN, name.span, name=found.name)
        return None

    def any_type(self, name: Scalar) -> FactType | None:
        """Return the type of that name or Chinese title, derived and abstract ones too."""
        found = self.vocabulary.fact_type(name.text)
        if found is None:
            known = [*self.vocabulary.types, *self.vocabulary.titles]
            self.report(codes.UNKNOWN_TYPE, name.span, nearest(name.text, known), name=name.text)
        return found

    def name_of(self, text: Scalar) -> FactName | None:
        """Read `TYPE KEY`, such as `RepVisit V-1`."""
        kind, _, key = text.text.partition(" ")
        if not key.strip():
            self.report(codes.BAD_FACT_NAME, text.span, text=text.text)
            return None
        found = self.any_type(text.cut(0, len(kind)))
        return None if found is None else FactName(found.name, key.strip())

    def field_of(self, fact_type: FactType, key: Scalar) -> FieldType | None:
        """Return the field of that name or Chinese title."""
        found = fact_type.field(key.text)
        if found is None:
            known = [*fact_type.fields, *(one.title for one in fact_type.fields.values() if one.title)]
            near = nearest(key.text, known)
            self.report(codes.UNKNOWN_FIELD, key.span, near, type=fact_type.name, field=key.text)
        return found

    def facts(self, mapping: Mapping, facts: Facts) -> tuple[str, ...]:
        """Add the facts that stand under their types to `facts`; return the types."""
        types: list[str] = []
        for entry in mapping.entries:
            fact_type = self.fact_type(entry.key)
            if fact_type is None:
                continue
            types.append(fact_type.name)
            for given in self._given(entry):
                self._add(fact_type, given, facts)
        return tuple(types)

    def _given(self, entry: Entry) -> Iterator[Mapping]:
        value = entry.value
        for one in value.items if isinstance(value, SurfaceSequence) else (value,):
            if isinstance(one, Mapping):
                yield one
            else:
                self.found.append(wrong_shape(entry.key.text, Mapping, one))

    def _add(self, fact_type: FactType, given: Mapping, facts: Facts) -> None:
        fact = self._make(fact_type, given.entries, given.span)
        if fact is None:
            return
        name = FactName(fact_type.name, fact.key)
        if name in facts:
            self.report(codes.SAME_FACT, given.span, name=str(name))
        facts[name] = fact

    def changed(self, fact: Fact, change: Mapping) -> Fact | None:
        """Return the fact with some fields given anew."""
        fact_type = self.vocabulary.types[type(fact).__name__]
        for entry in change.entries:
            found = fact_type.field(entry.key.text)
            if found is not None and found.name in fact_type.key:
                self.report(codes.KEY_CHANGED, entry.key.span, field=found.name)
                return None
        kept = [(one, getattr(fact, one.name)) for one in fact_type.fields.values()]
        return self._make(fact_type, change.entries, change.span, kept)

    def _make(
        self,
        fact_type: FactType,
        entries: Sequence[Entry],
        span: Span,
        kept: Sequence[tuple[FieldType, Any]] = (),
    ) -> Fact | None:
        """Make a fact of `entries`, and of `kept` values of the fields that they do not name."""
        fields = [(self.field_of(fact_type, entry.key), entry.value) for entry in entries]
        given = [(found, field_value(found, value)) for found, value in fields if found is not None]
        if len(given) < len(entries):
            self.found.extend(value for _, value in given if isinstance(value, Diagnostic))
            return None
        named = {found.name for found, _ in given}
        constants = [(one, value) for one, value in kept if one.name not in named]
        bindings = [_binding(one, value, number) for number, (one, value) in enumerate(given, start=1)]
        bindings += [_binding(one, value, 0) for one, value in constants]
        read = RowReader(fact_type, bindings, None, self.vocabulary).read(())
        if isinstance(read, list):
            places = [span, *(value.span for _, value in fields)]
            self.found.extend(_at(mistake.diagnostic, places[mistake.number]) for mistake in read)
            return None
        # A row leaves an unknown value to the field's default, which need not be unknown.
        unknown = [one.name for one, value in (*given, *constants) if value is MISSING]
        return read if read is None or not unknown else read.model_copy(update=dict.fromkeys(unknown, MISSING))

    def fields(self, fact_type: FactType, given: Mapping) -> dict[str, Any]:
        """Return values by field, of any of the type's fields; each of them may be `unknown`."""
        values: dict[str, Any] = {}
        for entry in given.entries:
            found = self.field_of(fact_type, entry.key)
            if found is None:
                continue
            value = field_value(replace(found, may_be_unknown=True), entry.value)
            if isinstance(value, Diagnostic):
                self.found.append(value)
            else:
                values[found.name] = value
        return values


def _binding(field_type: FieldType, value: Any, number: int) -> Binding:
    return Binding(field_type, None, field_type.name, number, lambda _: value)


def _at(diagnostic: Diagnostic, span: Span) -> Diagnostic:
    return diagnostic if diagnostic.span is not None else replace(diagnostic, span=span)
