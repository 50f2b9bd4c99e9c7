"""Tables that fill themselves: what is looked up once is not computed again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

MOST_ENTRIES: Final = 100_000
"""A table that grows beyond this starts anew: a gate may see any number of different facts."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Bounded(dict[K, V]):
    """Computes what it does not hold by `found`, and keeps it."""

    __slots__ = ()

    def found(self, key: K) -> V:
        """Return the value for a key; subclasses say how."""
        raise KeyError(key)

    def __missing__(self, key: K) -> V:
        value = self.found(key)
        if len(self) >= MOST_ENTRIES:
            self.clear()
        self[key] = value
        return value


class Memo(Bounded[tuple[Any, ...], Any]):
    """Remembers what a function gave for its arguments."""

    __slots__ = ("_function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        super().__init__()
        self._function = function

    def found(self, key: tuple[Any, ...]) -> Any:
        """Return what the function gives."""
        return self._function(*key)


class Lookup(Bounded[Any, Any]):
    """Remembers what a function gave for its one argument."""

    __slots__ = ("_function",)

    def __init__(self, function: Callable[[Any], Any]) -> None:
        super().__init__()
        self._function = function

    def found(self, key: Any) -> Any:
        """Return what the function gives."""
        return self._function(key)
