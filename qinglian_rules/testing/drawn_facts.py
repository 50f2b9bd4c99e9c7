"""Facts of a type, ours or a user's own, as a Hypothesis strategy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from hypothesis import reject
from hypothesis import strategies as st
from pydantic import MISSING, ValidationError

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.vocabulary import FactType, FieldType, Vocabulary
from qinglian_rules.testing.limits import limits_of
from qinglian_rules.testing.values import keys, values

_EIGHT: Final = st.integers(0, 7)
_TRIES: Final = 4
"""How often a model may refuse a fact, each time for other fields, before the example is given up."""


def facts(fact_type: type[Fact] | str, /, **fixed: Any) -> st.SearchStrategy[Any]:
    """Facts of a type, with every kind of value that its fields can hold.

    A field that may be unknown is so in one of eight facts, and one that may be None is None in one of eight.
    References are keys from a small pool (`Person-1` to `Person-3`), so that facts drawn together refer to each other.

    Args:
        fact_type: a class of facts, or its English name or Chinese title. Of an abstract type any of its subtypes.
        fixed: fields with a value of their own, or with a strategy; `MISSING` leaves a field unknown.

    Raises:
        TypeError: there is no such type, it has no such field, or its facts are never handed over (derived types).

    Example:
        A suite may state what holds of all facts of a type.

        >>> from hypothesis import given
        >>> from qinglian_rules.facts.visits import RepVisit
        >>> @given(facts(RepVisit, body="H-1"))
        ... def visits_name_their_hospital(visit):
        ...     assert visit.body == "H-1"
        >>> visits_name_their_hospital()
    """
    found = described(fact_type)
    unknown = set(fixed) - set().union(*(Vocabulary.current().types[name].fields for name in found.subtypes))
    if unknown:
        raise TypeError(f"fact type {found.name} has no field {', '.join(sorted(unknown))}")
    own = {name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in fixed.items()}
    return st.one_of(*(_facts_of(Vocabulary.current().types[name], own) for name in found.subtypes))


def described(fact_type: type[Fact] | str) -> FactType:
    """Return the description of a type of which facts are handed over.

    Raises:
        TypeError: there is no such type, or it is derived.
    """
    name = fact_type if isinstance(fact_type, str) else fact_type.__name__
    found = Vocabulary.current().fact_type(name)
    if found is None:
        raise TypeError(f"there is no fact type {name}")
    if found.derived:
        raise TypeError(f"facts of {name} are concluded by definitions and never handed over")
    return found


@dataclass(frozen=True, slots=True)
class Choice:
    """What a field may hold: values of its kind, and what stands for their absence."""

    known: st.SearchStrategy[Any]
    absent: tuple[Any, ...] = ()

    def drawn(self, draw: st.DrawFn) -> Any:
        """Draw a value: one in eight is unknown and one in eight None, as far as the field may be that."""
        if self.absent:
            number = draw(_EIGHT)
            if number < len(self.absent):
                return self.absent[number]
        return draw(self.known)


def choice_of(fact_type: FactType, field: FieldType) -> Choice:
    """Return what a field of a type may hold."""
    if field.name in fact_type.key and field.type.name == "Str":
        return Choice(keys(fact_type.name))
    absent = (*((MISSING,) if field.may_be_unknown else ()), *((None,) if field.nullable else ()))
    return Choice(values(field.type, limits_of(fact_type.model.model_fields[field.name])), absent)


@st.composite
def _facts_of(draw: st.DrawFn, fact_type: FactType, fixed: Mapping[str, st.SearchStrategy[Any]]) -> Fact:
    given = {
        name: draw(fixed[name]) if name in fixed else choice.drawn(draw)
        for name, choice in _choices(fact_type.model).items()
    }
    return made(fact_type, given, frozenset(fixed))


@cache
def _choices(model: type[Fact]) -> Mapping[str, Choice]:
    """Return what all fields of a type may hold; making strategies takes longer than drawing from them."""
    fact_type = Vocabulary.current().types[model.__name__]
    return {name: choice_of(fact_type, field) for name, field in fact_type.fields.items()}


def made(fact_type: FactType, given: Mapping[str, Any], kept: frozenset[str] = frozenset()) -> Fact:
    """Return the fact, without values of single fields that its model refuses; the example is given up otherwise.

    Args:
        kept: fields whose values must stay.
    """
    told = {name: value for name, value in given.items() if value is not MISSING}
    for _ in range(_TRIES):
        try:
            fact = fact_type.model(**{_written(fact_type, name): value for name, value in told.items()})
        except ValidationError as error:
            refused = _refused(fact_type, error) - kept
            if not refused & set(told):
                break
            told = {name: value for name, value in told.items() if name not in refused}
        else:
            # A field with a default other than unknown takes that where nothing is given.
            lost = [name for name in given if given[name] is MISSING and getattr(fact, name) is not MISSING]
            return fact.model_copy(update=dict.fromkeys(lost, MISSING)) if lost else fact
    return reject()


def _written(fact_type: FactType, name: str) -> str:
    """Return the word by which a model takes a field."""
    return fact_type.model.model_fields[name].alias or name


def _refused(fact_type: FactType, error: ValidationError) -> set[str]:
    """Return the fields that may be left out and that the model complains of; all where it does not say which."""
    named = {str(part) for one in error.errors() for part in one["loc"][:1]}
    fields = {name for name in fact_type.fields if {name, _written(fact_type, name)} & named}
    optional = {name for name, found in fact_type.fields.items() if not found.required}
    return (fields or optional) & optional
