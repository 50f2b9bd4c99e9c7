"""What the engine reported of a partition, until a fact or question on which it rests is taken out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

Ids = tuple[str, ...]


class Matches:
    """Matches by rule and first message. A fact is known by its id, a question by its name."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, set[Ids]]] = {}
        self._resting_on: dict[Hashable, set[tuple[str, Ids]]] = {}

    def add(self, rule: str, ids: Ids, asked: Hashable = None) -> None:
        """Keep a match.

        Args:
            asked: the question that it rests on, and where it was asked; None without one.
        """
        self._found.setdefault(rule, {}).setdefault(ids[0], set()).add(ids)
        for one in ids if asked is None else (asked, *ids[1:]):
            self._resting_on.setdefault(one, set()).add((rule, ids))

    def forget(self, name: Hashable) -> None:
        """Drop the matches that rest on a fact or question."""
        for rule, ids in self._resting_on.pop(name, ()):
            found = self._found[rule]
            if ids[0] in found:
                found[ids[0]].discard(ids)
                if not found[ids[0]]:
                    del found[ids[0]]
            for other in ids:
                self._resting_on.get(other, set()).discard((rule, ids))

    def has(self, rule: str, ids: Ids) -> bool:
        """Whether a rule matched on these messages."""
        return ids in self._found.get(rule, {}).get(ids[0], ())

    def of(self, rule: str, first: str) -> Iterator[Ids]:
        """Yield the matches of a rule that start with a message."""
        yield from self._found.get(rule, {}).get(first, ())

    def __len__(self) -> int:
        return sum(len(ids) for found in self._found.values() for ids in found.values())
