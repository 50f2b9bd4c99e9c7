"""An index gives for a probe what matches it, and what may since a key is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.python.indexes import Index

ROWS: Sequence[dict[str, Any]] = [{"place": place} for place in range(5)]


def places(index: Index, probe: Any) -> list[tuple[Any, list[int]]]:
    return [(match, [row["place"] for row in rows]) for match, rows in index[probe]]


def test_equal_keys_match_for_certain() -> None:
    index = Index(ROWS, [["a", "b", "a", None, "c"]])
    assert places(index, "a") == [(True, [0, 2])]
    assert places(index, None) == [(True, [3])]
    assert places(index, "z") == []


def test_an_unknown_key_may_match_every_probe() -> None:
    index = Index(ROWS, [["a", MISSING, "b", "a", MISSING]])
    assert places(index, "a") == [(True, [0, 3]), (MISSING, [1, 4])]
    assert places(index, "z") == [(MISSING, [1, 4])]


def test_an_unknown_probe_may_match_every_key() -> None:
    index = Index(ROWS, [["a", MISSING, "b", "a", "c"]])
    assert places(index, MISSING) == [(MISSING, [0, 1, 2, 3, 4])]


def test_of_two_keys_the_known_one_still_excludes() -> None:
    index = Index(ROWS, [["a", "a", MISSING, MISSING, "b"], [1, MISSING, 1, 2, 1]])
    assert places(index, ("a", 1)) == [(True, [0]), (MISSING, [1]), (MISSING, [2])]
    assert places(index, ("b", 2)) == [(MISSING, [3])]
    assert places(index, (MISSING, 1)) == [(MISSING, [0, 2, 4]), (MISSING, [1])]
    assert places(index, ("a", MISSING)) == [(MISSING, [0, 1]), (MISSING, [2, 3])]


def test_an_ordered_index_keeps_what_may_match_in_its_place() -> None:
    index = Index(ROWS, [["a", MISSING, "b", "a", MISSING]], ordered=True)
    assert places(index, "a") == [(True, [0]), (MISSING, [1]), (True, [3]), (MISSING, [4])]


def test_without_keys_everything_matches() -> None:
    assert places(Index(ROWS, []), ()) == [(True, [0, 1, 2, 3, 4])]
    assert places(Index([], []), ()) == []
    assert places(Index([], []), "a") == []
