"""A rule set at work in durable-rules: facts go in and out by partition, matches come back.

What the engine does that a caller must know, and what is done about it here:

- It knows messages by a 32-bit hash of their id, and refuses one whose hash it has: `MessageObservedException` for a
  fact that it never saw. Every message has a fresh id, so a refusal is such a collision, and it is sent again under
  the next one.
- It knows properties by a 32-bit hash of their names: that no two of a rule set are equal is checked when it is made.
- It knows partitions by a 32-bit hash of their `sid`: names of partitions are chosen so that no two hashes are equal.
- A host polls its rule sets from threads of its own. There is no host here: after every assertion the matches are taken
  out, one by one, in the calling thread.
- A posted event is consumed by the first rule that matches. Nothing is posted.
- A partition in which no rule ever matched holds a wild pointer, which the engine frees when the partition is deleted.
  So every rule set has a rule that greets, and every partition is greeted first.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import count
from typing import Any, Final

from qinglian_rules.backends.durable.rulesets import RuleSet
from qinglian_rules.diagnostics import Diagnostic, PolicyError
from qinglian_rules.diagnostics.catalogue.engines import ENGINE_MISSING

Firing = tuple[str, tuple[str, ...]]
"""A rule that matched, and the ids of the messages by which its matches are kept."""

GREETED: Final = "greeted"

_NAMES: Final = count(1)


def engine() -> tuple[Any, Any]:
    """Return the two modules of durable-rules: the one in Python, and the one in C below it.

    Raises:
        PolicyError: it is not installed or does not import (QL731).
    """
    try:
        return import_module("durable.engine"), import_module("durable_rules_engine")
    except ImportError as error:
        raise PolicyError((Diagnostic(ENGINE_MISSING, args={"cause": str(error)}),)) from error


class Network:
    """The engine for one rule set.

    Args:
        ids: names for messages, none of them twice.
    """

    def __init__(self, ruleset: RuleSet, ids: Iterator[str] | None = None) -> None:
        python, self._c = engine()
        self._observed: type[Exception] = python.MessageObservedException
        self._unhandled: type[Exception] = python.MessageNotHandledException
        self._reported = {**ruleset.reported, GREETED: (0,)}
        self._ids = ids if ids is not None else fresh_ids()
        names = ruleset.properties()
        assert len({fnv(name) for name in names}) == len(names), f"two of the names {sorted(names)} have one hash"
        rules = {**ruleset.definition(), GREETED: {"all": [{"m0": {"$and": [{"shape": GREETED}]}}]}}
        definition = {name: {**rule, "run": _taken_elsewhere} for name, rule in rules.items()}
        self._rules = python.Ruleset(f"qinglian{next(_NAMES)}", None, definition)
        self.refused = 0
        """How often a fact was refused as already seen and sent again."""
        self._sids: dict[int, str] = {}

    def open_partition(self) -> str:
        """Return a name for a partition that the engine does not take for another."""
        for number in count(len(self._sids)):
            sid = f"p{number}"
            if self._sids.setdefault(fnv(sid), sid) is sid:
                self.send(sid, {"shape": GREETED})
                return sid
        raise AssertionError("there are no more names")

    def send(self, sid: str, message: Mapping[str, str]) -> tuple[str | None, list[Firing]]:
        """Assert a fact; return its id (None where no rule is about it, so that it is not kept) and what matched."""
        for name in self._ids:
            try:
                handle = self._rules.assert_fact({**message, "id": name, "sid": sid})
            except self._observed:
                self.refused += 1
                continue
            except self._unhandled:
                return None, []
            return name, list(self._firings(handle))
        raise AssertionError("there are no more ids")

    def retract(self, sid: str, name: str) -> None:
        """Take a fact out again, by an id that `send` gave: for another one the engine may take what has its hash."""
        self._rules.retract_fact({"id": name, "sid": sid})

    def close_partition(self, sid: str) -> None:
        """Free all that the engine holds of a partition."""
        self._rules.delete_state(sid)
        del self._sids[fnv(sid)]

    def held(self, sid: str) -> int:
        """Return how many messages the engine holds of a partition, its own and the greeting aside."""
        return sum(1 for fact in self._rules.get_facts(sid) if "$s" not in fact and fact.get("shape") != GREETED)

    def _firings(self, handle: int) -> Iterator[Firing]:
        found = self._c.start_action_for_state(self._rules._handle, handle)
        text = found[1] if found else None
        while text:
            for rule, messages in json.loads(text).items():
                yield rule, tuple(messages[f"m{index}"]["id"] for index in self._reported[rule])
            text = self._c.complete_and_start_action(self._rules._handle, handle)


def fresh_ids() -> Iterator[str]:
    """Yield names for messages, none of them twice."""
    return (f"f{number}" for number in count(1))


def _taken_elsewhere(_: Any) -> None:
    """The engine wants an action for every rule; matches are taken out by `Network` itself."""


def fnv(text: str) -> int:
    """Return the hash by which the engine knows a message or a partition: FNV-1a of 32 bits."""
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value
