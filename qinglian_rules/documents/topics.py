"""Controlled subject matters: `policies/topics.yaml` gives each topic its aliases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import documents as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.syntax import Scalar, Sequence, read_mapping
from qinglian_rules.syntax.shapes import wrong_shape


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics, each with its aliases. Every word leads to one topic."""

    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _canonical: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical names."""
        return tuple(self.aliases)

    def canonical(self, word: str) -> str | None:
        """Return the topic that `word`, its name or an alias, means; None where it is no topic."""
        return self._canonical.get(word)

    def nearest(self, word: str) -> str | None:
        """Return the known word that is most like `word`; None where none is near."""
        return nearest(word, self._canonical)

    @classmethod
    def of(cls, aliases: Mapping[str, Iterable[str]]) -> Topics:
        """Return topics from names and aliases, in which no word occurs twice."""
        kept = {name: tuple(words) for name, words in aliases.items()}
        canonical = {word: name for name, words in kept.items() for word in (name, *words)}
        return cls(kept, canonical)

    def __or__(self, other: Topics) -> Topics:
        """Return these topics with those of `other`, which come first where a word stands in both."""
        aliases = {name: (*words, *other.aliases.get(name, ())) for name, words in self.aliases.items()}
        merged = {**other.aliases, **{name: tuple(dict.fromkeys(words)) for name, words in aliases.items()}}
        return Topics(merged, {**self._canonical, **other._canonical})


def read_topics(file: str, content: str) -> tuple[Topics, tuple[Diagnostic, ...]]:
    """Read `topics.yaml`: a line a topic, `name: [alias, …]`, with `[]` where it has none."""
    mapping, reported = read_mapping(file, content)
    found = list(reported)
    places: dict[str, Scalar] = {}
    owners: dict[str, str] = {}
    topics: dict[str, list[str]] = {}
    for entry in mapping.entries:
        name = entry.key.text
        topics[name] = []
        if not isinstance(entry.value, Sequence):
            found.append(wrong_shape(name, Sequence, entry.value))
            continue
        topics[name] = [word.text for word in entry.value.items if isinstance(word, Scalar)]
        found.extend(wrong_shape(name, Scalar, word) for word in entry.value.items if not isinstance(word, Scalar))
        for word in (entry.key, *entry.value.items):
            if isinstance(word, Scalar) and owners.setdefault(word.text, name) == name:
                places.setdefault(word.text, word)
            elif isinstance(word, Scalar):
                args = {"word": word.text, "one": owners[word.text], "other": name}
                found.append(Diagnostic(codes.TOPIC_TWICE, word.span, args, related=(places[word.text].span,)))
    return Topics.of(topics), tuple(found)
