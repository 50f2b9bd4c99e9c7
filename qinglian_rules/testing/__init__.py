"""Hypothesis strategies over facts and rules, and a pytest plugin, for us and for other people's suites.

    from hypothesis import given
    from qinglian_rules.testing import violating

    @given(violating("gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"))
    def test_our_form_shows_what_failed(situation):
        ...

What is offered here is imported when it is asked for: pytest loads the plugin in every run, and most runs need none
of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qinglian_rules.testing.assertions import assert_status
    from qinglian_rules.testing.bench import UnreachableError
    from qinglian_rules.testing.drawn_facts import facts
    from qinglian_rules.testing.drawn_worlds import worlds
    from qinglian_rules.testing.situation import Situation
    from qinglian_rules.testing.statuses import boundary, compliant, violating

__all__ = [
    "Situation",
    "UnreachableError",
    "assert_status",
    "boundary",
    "compliant",
    "facts",
    "violating",
    "worlds",
]

_HOMES = {
    "Situation": "situation",
    "UnreachableError": "bench",
    "assert_status": "assertions",
    "boundary": "statuses",
    "compliant": "statuses",
    "facts": "drawn_facts",
    "violating": "statuses",
    "worlds": "drawn_worlds",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
