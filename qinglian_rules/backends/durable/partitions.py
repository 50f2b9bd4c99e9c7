"""What the engine holds of one body, in shards that are kept in step with what is needed; and what it reported.

Facts stay in a shard until they change; questions are asserted, answered and retracted. So a fact that is new or
changed is met only with the questions again, and not with the other facts.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qinglian_rules.backends.concluded import AnyFact, model_of
from qinglian_rules.backends.durable.matches import Matches
from qinglian_rules.backends.durable.messages import Message
from qinglian_rules.backends.durable.network import Network

Name = tuple[str, str]
"""The type and the key of a fact."""

Write = Callable[[AnyFact], Iterable[Message]]
"""Gives the messages of a fact."""

Led = Callable[[AnyFact], Iterable[AnyFact]]
"""Gives the facts that must stand in a shard beside a fact."""


def name_of(fact: AnyFact) -> Name:
    """Return the type and the key of a fact."""
    return model_of(fact).__name__, fact.key


@dataclass(frozen=True, slots=True)
class Asked:
    """A question ready to be asserted.

    Args:
        name: tells it from all other questions of the partition; it is the same in the next judgement.
        subject: the only fact that it is about; None where it ranges over facts.
    """

    name: str
    subject: Name | None
    messages: tuple[Message, ...]


@dataclass(slots=True)
class _Held:
    """A fact in a shard: itself, the ids of its messages, its own first."""

    fact: AnyFact
    ids: tuple[str, ...]
    first: str | None


class Warmth:
    """Which shards the engine holds: those used last. What they reported stays when they are let go.

    Args:
        most: how many.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._shards: OrderedDict[int, Shard] = OrderedDict()

    def use(self, shard: Shard) -> None:
        """Count a shard as used now, and let go of those that were not used for longest."""
        self._shards[id(shard)] = shard
        self._shards.move_to_end(id(shard))
        while len(self._shards) > self._most:
            next(iter(self._shards.values())).cool()

    def lose(self, shard: Shard) -> None:
        """Count a shard as held no more."""
        self._shards.pop(id(shard), None)

    def __len__(self) -> int:
        return len(self._shards)


class Shard:
    """As many facts as the engine takes together, in a state of its own."""

    def __init__(self, network: Network, matches: Matches, warmth: Warmth) -> None:
        self.own: dict[Name, AnyFact] = {}
        self._network = network
        self._matches = matches
        self._warmth = warmth
        self._sid: str | None = None
        self._held: dict[Name, _Held] = {}
        self._answered: dict[str, tuple[Message, ...]] = {}

    def update(self, facts: Mapping[Name, AnyFact], questions: Iterable[Asked], write: Write) -> None:
        """Make these the facts and the answered questions of the shard; do nothing where they are already."""
        asked = {one.name: one for one in questions if one.subject is None or one.subject in facts}
        gone = [
            name for name, one in self._held.items() if facts.get(name) is not one.fact and facts.get(name) != one.fact
        ]
        new = [name for name in facts if name not in self._held]
        self._forget(
            [name for name, told in self._answered.items() if name not in asked or asked[name].messages != told]
        )
        if not gone and not new and len(asked) == len(self._answered):
            return
        if self._sid is None or gone or new:
            self._forget(list(self._answered))
        sid = self._warmed()
        for name in gone:
            self._drop(sid, name)
        for name in facts:
            if name not in self._held:
                first, ids = self._put(sid, write(facts[name]))
                self._held[name] = _Held(facts[name], ids, first)
        for question in asked.values():
            if question.name not in self._answered:
                self._ask(sid, question)
        self._warmth.use(self)

    def _warmed(self) -> str:
        """Open the state of the shard, empty, where the engine let it go."""
        if self._sid is None:
            for one in self._held.values():
                self._forget_all(one.ids)
            self._held.clear()
            self._sid = self._network.open_partition()
        return self._sid

    def cool(self) -> None:
        """Free what the engine holds."""
        if self._sid is not None:
            self._network.close_partition(self._sid)
            self._sid = None
        self._warmth.lose(self)

    def _ask(self, sid: str, question: Asked) -> None:
        """Assert a question, and retract it when it is answered: it must not meet the next one's frames."""
        _, ids = self._put(sid, question.messages, question.name)
        for own in ids:
            self._network.retract(sid, own)
        self._answered[question.name] = question.messages

    def _forget(self, names: Iterable[str]) -> None:
        for name in names:
            self._matches.forget((id(self), name))
            del self._answered[name]

    def _put(
        self, sid: str, messages: Iterable[Message], named: str | None = None
    ) -> tuple[str | None, tuple[str, ...]]:
        """Assert messages; return the id of the first and all ids. Matches of a question are kept by its name."""
        sent: list[str | None] = []
        for message in messages:
            own, firings = self._network.send(sid, message)
            sent.append(own)
            for rule, ids in firings:
                if named is None:
                    self._matches.add(rule, ids)
                else:
                    kept = tuple(named if one == sent[0] else one for one in ids)
                    self._matches.add(rule, kept, (id(self), named))
        return sent[0], tuple(own for own in sent if own is not None)

    def _drop(self, sid: str, name: Name) -> None:
        if name in self._held:
            ids = self._held.pop(name).ids
            for own in ids:
                self._network.retract(sid, own)
            self._forget_all(ids)

    def _forget_all(self, ids: Iterable[str]) -> None:
        for own in ids:
            self._matches.forget(own)

    def id_of(self, name: Name) -> str | None:
        """Return the id of a fact; None where the shard does not hold it, or no rule is about it."""
        one = self._held.get(name)
        return None if one is None else one.first

    def facts(self) -> Iterator[tuple[str, AnyFact]]:
        """Yield the facts with their ids."""
        for one in self._held.values():
            if one.first is not None:
                yield one.first, one.fact


class Partition:
    """The shards of one body.

    Args:
        size: how many facts of its own a shard takes.
    """

    def __init__(self, network: Network, size: int, warmth: Warmth) -> None:
        self._network = network
        self._size = size
        self._warmth = warmth
        self.shards: list[Shard] = []
        self.matches = Matches()

    def update(self, own: Mapping[Name, AnyFact], led: Led, questions: Sequence[Asked], write: Write) -> None:
        """Hold these facts, each in one shard, beside each those to which it leads; and have the questions answered."""
        for shard in self.shards:
            shard.own = {name: own[name] for name in shard.own if name in own}
        placed = {name for shard in self.shards for name in shard.own}
        rooms = self._rooms()
        for name in own:
            if name not in placed:
                next(rooms).own[name] = own[name]
        for shard in self.shards:
            shard.update(_with_led(shard.own, led), questions if shard.own else (), write)
        for shard in [shard for shard in self.shards if not shard.own]:
            shard.cool()
            self.shards.remove(shard)

    def _rooms(self) -> Iterator[Shard]:
        """Yield a shard with room, once for each room."""
        for shard in self.shards:
            for _ in range(len(shard.own), self._size):
                yield shard
        while True:
            shard = Shard(self._network, self.matches, self._warmth)
            self.shards.append(shard)
            for _ in range(self._size):
                yield shard

    def matched(self, rule: str, question: str | None, names: Sequence[Name]) -> bool:
        """Whether a rule matched on these facts, and on this question before them."""
        asked = () if question is None else (question,)
        if not names:
            return self.matches.has(rule, asked)
        for shard in self.shards:
            ids = [shard.id_of(name) for name in names]
            if all(one is not None for one in ids) and self.matches.has(rule, (*asked, *map(str, ids))):
                return True
        return False

    def facts(self) -> dict[str, AnyFact]:
        """Return the facts by id."""
        return {own: fact for shard in self.shards for own, fact in shard.facts()}

    def ids(self, name: Name) -> list[str]:
        """Return the ids of a fact, one for each shard that holds it."""
        return [own for shard in self.shards if (own := shard.id_of(name)) is not None]

    def cool(self) -> None:
        """Free all that the engine holds."""
        for shard in self.shards:
            shard.cool()


def _with_led(own: Mapping[Name, AnyFact], led: Led) -> dict[Name, AnyFact]:
    found: dict[Name, AnyFact] = {}
    waiting = list(own.values())
    while waiting:
        fact = waiting.pop()
        if name_of(fact) not in found:
            found[name_of(fact)] = fact
            waiting.extend(led(fact))
    return found
