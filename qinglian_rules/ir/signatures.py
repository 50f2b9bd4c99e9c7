"""How functions of the policy language are described: types, meaning in both languages, law, examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from qinglian_rules.ir.types import ListOf, Type


@dataclass(frozen=True, slots=True)
class Anything(Type):
    """Stands in a signature for a type that does not matter: the members of the list whose `len` is asked."""

    def __str__(self) -> str:
        return "T"


ANYTHING: Final = Anything()


@dataclass(frozen=True, slots=True)
class Signature:
    """Parameter types in their order, and the type of the result.

    `keywords` names the closed words that a keyword may be given, the first being its default. They are for the
    reader of a policy: a call without them means the same, and `Call` nodes do not carry them.
    """

    parameters: tuple[Type, ...]
    result: Type
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    def accepts(self, arguments: tuple[Type, ...]) -> bool:
        """Whether arguments of these types may be given: equal types, nothing is converted, none may be None."""
        return len(arguments) == len(self.parameters) and all(map(_fits, self.parameters, arguments))


@dataclass(frozen=True, slots=True)
class Function:
    """One plain function.

    Attributes:
        zh: what it means, one line, Chinese; `en` the same in English.
        law: edge cases, and when it is unknown, in English; `law_zh` the same in Chinese.
        examples: pairs of an expression and its result, both in the language, the result or `unknown`.
            They may use the names of `EXAMPLE_VALUES` and are judged for a body in `EXAMPLE_REGION`.
        needs_calendar: whether the working-day calendar of the body's region decides.
    """

    name: str
    signatures: tuple[Signature, ...]
    zh: str
    en: str
    law: str
    law_zh: str
    examples: tuple[tuple[str, str], ...]
    needs_calendar: bool = False

    def signature_for(self, arguments: tuple[Type, ...]) -> Signature | None:
        """Return the signature that takes arguments of these types, None if there is none."""
        return next((signature for signature in self.signatures if signature.accepts(arguments)), None)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """One quantifier, or another form that takes facts: described for the reference, typed by the checker itself.

    Attributes:
        forms: how it is written.
        zh: what it means, one line, Chinese; `en` the same in English.
        law: what it is over nothing, and when it is unknown, in English; `law_zh` the same in Chinese.
        examples: conditions in which it stands.
    """

    name: str
    forms: tuple[str, ...]
    zh: str
    en: str
    law: str
    law_zh: str
    examples: tuple[str, ...]


def _fits(parameter: Type, argument: Type) -> bool:
    if isinstance(parameter, ListOf) and isinstance(argument, ListOf):
        return isinstance(parameter.item, Anything) or parameter == argument
    return parameter == argument
