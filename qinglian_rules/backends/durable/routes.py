"""Which facts a partition needs: those of its body, those of nobody known, and those to which they lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from qinglian_rules.backends.concluded import AnyFact, body_key, model_of, read
from qinglian_rules.backends.durable.partitions import Name, name_of
from qinglian_rules.backends.durable.rulesets import RuleSet
from qinglian_rules.backends.world import World

NOBODY: Final = ""
"""The partition of the subjects whose body is not known."""

FINDINGS: Final = "Judgement"


def partition_of(fact: AnyFact) -> str:
    """Return the partition of a subject: its body's key."""
    body = body_key(fact)
    return body if isinstance(body, str) else NOBODY


class Routes:
    """The facts of a world by the partitions that need them, for the rules of one rule set.

    A quantifier that names the subject's body finds its members among the facts of that body and those whose body is
    unknown; one that does not may find them anywhere, so all facts of its type go into every partition. What a
    reference leads to goes wherever the reference is, and what a finding is about goes wherever the finding is.
    """

    def __init__(self, ruleset: RuleSet, world: World) -> None:
        self._ruleset = ruleset
        self._world = world
        self._by_body: dict[str, list[AnyFact]] = {}
        self._everywhere: list[AnyFact] = []
        for target in sorted(ruleset.ranged):
            for fact in world.seen(target):
                body = NOBODY if target in ruleset.wide else partition_of(fact)
                if body == NOBODY:
                    self._everywhere.append(fact)
                else:
                    self._by_body.setdefault(body, []).append(fact)
        self._findings: dict[Any, list[AnyFact]] = {}
        if FINDINGS in ruleset.columns.by_target:
            for fact in world.seen(FINDINGS):
                self._findings.setdefault(read(fact, "subject"), []).append(fact)

    def own(self, body: str, subjects: Iterable[AnyFact]) -> dict[Name, AnyFact]:
        """Return the facts that a partition needs, without those to which they lead."""
        found = {name_of(fact): fact for fact in (*subjects, *self._everywhere, *self._ranged(body))}
        if self._findings:
            led = [other for fact in found.values() for other in self.all_led_to(fact)]
            keys = dict.fromkeys(fact.key for fact in (*found.values(), *led))
            found |= {name_of(fact): fact for key in keys for fact in self._findings.get(key, ())}
        return found

    def _ranged(self, body: str) -> Iterable[AnyFact]:
        if body != NOBODY:
            return self._by_body.get(body, ())
        return [fact for facts in self._by_body.values() for fact in facts]

    def all_led_to(self, fact: AnyFact) -> list[AnyFact]:
        """Return all facts to which a fact leads, and to which these lead in turn."""
        found: dict[Name, AnyFact] = {}
        waiting = list(self.followed(fact))
        while waiting:
            other = waiting.pop()
            if name_of(other) not in found:
                found[name_of(other)] = other
                waiting.extend(self.followed(other))
        return list(found.values())

    def followed(self, fact: AnyFact) -> Iterator[AnyFact]:
        """Yield the facts to which the references of a fact lead that rules follow."""
        line = {cls.__name__ for cls in model_of(fact).__mro__}
        for base, field, target in self._ruleset.columns.followed:
            if base in line:
                key = read(fact, field)
                other = self._world.find(target, key) if isinstance(key, str) else None
                if other is not None:
                    yield other

    def led(self, fact: AnyFact) -> Iterator[AnyFact]:
        """Yield the facts that must stand beside a fact: what it refers to; beside a finding, what it is about."""
        yield from self.followed(fact)
        if model_of(fact).__name__ == FINDINGS:
            for target in self._ruleset.judged:
                other = self._world.find(target, str(read(fact, "subject")))
                if other is not None:
                    yield other
