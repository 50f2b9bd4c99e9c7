"""The values under the keys of a block, each read as what its key wants; what is wrong is reported where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar
from unicodedata import normalize

from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.values import FIRST_DAY, LAST_DAY
from qinglian_rules.passes.findings import Findings
from qinglian_rules.syntax.shapes import check_keys, mapping_of, text_of, texts_of
from qinglian_rules.syntax.surface import Mapping, Scalar, Sequence, Value

Word = TypeVar("Word", bound=str)

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WORD_GLOSSES: Final = {
    "obligation": "义务",
    "prohibition": "禁止",
    "permission": "允许",
    "threshold": "限额",
    "frequency": "频次",
    "deadline": "期限",
    "sanction": "处罚",
    "scope": "范围",
    "responsibility": "责任",
    "aim": "目标",
    "principle": "原则",
    "definition": "定义",
    "consequence": "后果",
    "veto": "一票否决",
    "minor": "轻微",
    "serious": "严重",
    "critical": "特别严重",
}
"""What the words of closed lists mean; somebody may have written the meaning instead."""
_TRUTH: Final = {"true": True, "false": False}


def read_date(text: str) -> date | None:
    """Return the date of a text such as `2021-09-27`; None where it is none, or outside 1900 to 2199."""
    if not _DATE.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one mapping; `name` is what the mapping is called, in Chinese and in English."""

    mapping: Mapping
    findings: Findings
    name: tuple[str, str]

    def expect(self, known: Iterable[str], required: Iterable[str] = ()) -> None:
        """Report keys that are not among `known`, and those of `required` that are missing."""
        check_keys(self.mapping, known, required, self.mapping.span, self.name, self.findings.found)

    def value(self, key: str) -> Value | None:
        """Return the value of `key` in whatever shape it has."""
        return self.mapping.get(key)

    def scalar(self, key: str) -> Scalar | None:
        """Return the text under `key` with its place."""
        return text_of(self.mapping, key, self.findings.found)

    def text(self, key: str) -> str | None:
        """Return the text under `key`."""
        found = self.scalar(key)
        return None if found is None else found.text

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """Return the texts under `key`, one or a list, each with its place."""
        return texts_of(self.mapping, key, self.findings.found)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts under `key`, one or a list."""
        return tuple(found.text for found in self.scalars(key))

    def offices(self, key: str) -> tuple[str, ...]:
        """Return who is named under `key`; () where the key is not there, or, reported, where its list is empty."""
        value = self.value(key)
        if isinstance(value, Sequence) and not value.items:
            self.findings.report(codes.NAMES_NOBODY, value.span, key=key)
        return self.texts(key)

    def inner(self, key: str, name: tuple[str, str]) -> Keys | None:
        """Return the mapping under `key`."""
        found = mapping_of(self.mapping, key, self.findings.found)
        return None if found is None else Keys(found, self.findings, name)

    def word(self, key: str, words: tuple[Word, ...]) -> Word | None:
        """Return the text under `key`, which must be one of `words`."""
        scalar = self.scalar(key)
        return None if scalar is None else self.one_of(scalar, key, words)

    def one_of(self, scalar: Scalar, key: str, words: tuple[Word, ...]) -> Word | None:
        """Return a text, which must be one of `words`; None, reported, where it is not."""
        for word in words:
            if word == scalar.text:
                return word
        meant = next((word for word in words if scalar.text and WORD_GLOSSES.get(word) == scalar.text), None)
        suggestion = meant or nearest(scalar.text, words)
        glossed = "、".join(f"{word}（{WORD_GLOSSES[word]}）" if word in WORD_GLOSSES else word for word in words)
        args = {"key": key, "word": scalar.text, "words": "、".join(words), "words_zh": glossed}
        self.findings.report(codes.NOT_A_WORD, scalar.span, suggestion=suggestion, related=(), **args)
        return None

    def flag(self, key: str) -> bool:
        """Return the truth value under `key`; false where the key is not there."""
        scalar = self.scalar(key)
        if scalar is None:
            return False
        if scalar.text not in _TRUTH:
            self.findings.report(codes.NOT_TRUE_OR_FALSE, scalar.span, key=key, text=scalar.text)
        return _TRUTH.get(scalar.text, False)

    def day(self, key: str) -> date | None:
        """Return the date under `key`."""
        scalar = self.scalar(key)
        found = None if scalar is None else read_date(scalar.text)
        if scalar is not None and found is None:
            self.findings.report(codes.BAD_DATE, scalar.span, text=scalar.text)
        return found

    def identity(self, key: str) -> str | None:
        """Return the id under `key`."""
        scalar = self.scalar(key)
        return None if scalar is None else self.as_identity(scalar)

    def as_identity(self, scalar: Scalar) -> str | None:
        """Return a text that must be an id: lower-case words joined by hyphens."""
        if ID.fullmatch(scalar.text):
            return scalar.text
        suggestion = "-".join(re.findall(r"[a-z0-9]+", normalize("NFKC", scalar.text).lower())) or None
        self.findings.report(codes.BAD_ID, scalar.span, suggestion=suggestion, id=scalar.text)
        return None
