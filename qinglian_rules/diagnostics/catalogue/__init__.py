"""Every kind of diagnostic, a module a subject; each code is a constant of its module."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from qinglian_rules.diagnostics.model import Code


@cache
def all_codes() -> tuple[Code, ...]:
    """Return every code of the catalogue, in the order of their ids."""
    codes: dict[str, Code] = {}
    for module in iter_modules(__path__):
        names = vars(import_module(f"{__name__}.{module.name}"))
        codes |= {value.id: value for value in names.values() if isinstance(value, Code)}
    return tuple(codes[name] for name in sorted(codes))
