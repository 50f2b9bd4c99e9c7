"""The characters of a condition, looked at before Python's parser sees them.

Python would drop a comment, join neighbouring texts, fold full-width letters, turn `1e999999` into infinity, and
fail on deep nesting. All of that is found here, in time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, NamedTuple
from unicodedata import normalize

from qinglian_rules.diagnostics.catalogue import conditions as codes
from qinglian_rules.diagnostics.model import Code

MOST_BRACKETS: Final = 30
"""How deep brackets may stand in each other."""

Kind = Literal["text", "number", "name", "operator", "bracket", "wide", "foreign", "other"]

WIDE: Final = dict(
    zip("（）［］｛｝【】，、：；．。“”‘’＂＇＝！＜＞＋－＊／％＿", "()[]{}[],,:;..\"\"''\"'=!<>+-*/%_", strict=True)
) | {chr(wide): chr(wide - 0xFEE0) for wide in range(ord("０"), ord("９") + 1)}
FOREIGN: Final = {
    "&&": "and",
    "||": "or",
    "!": "not",
    "<>": "!=",
    "=>": ">=",
    "=<": "<=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
}
FOREIGN_WORDS: Final = {
    "并且": "and",
    "而且": "and",
    "且": "and",
    "和": "and",
    "与": "and",
    "或": "or",
    "或者": "or",
    "非": "not",
    "不": "not",
    "不是": "!=",
    "是": "==",
    "等于": "==",
    "大于": ">",
    "小于": "<",
    "属于": "in",
    "AND": "and",
    "OR": "or",
    "NOT": "not",
    "IN": "in",
    "IS": "is",
}
_TOKEN: Final = re.compile(
    r"""(?P<text>"[^"]*"|'[^']*')
    |(?P<number>[0-9](?:[eE][-+]|[\w.])*)
    |(?P<name>[^\W\d]\w*)
    |(?P<foreign>&&|\|\||<>|=>|=<|!(?!=)|[≥≤≠×÷])
    |(?P<operator>==|!=|<=|>=|:=|//|\*\*|<<|>>|->|[-+*/%=<>&|^~@.,:;])
    |(?P<bracket>[()\[\]{}])
    |(?P<wide>["""
    + "".join(map(re.escape, WIDE))
    + r"""]+)
    |(?P<other>\S)""",
    re.VERBOSE,
)
_ORDINARY: Final = re.compile(
    r"""(?:[ ]
    |(?:"[^"\\]*+"|'[^'\\]*+')(?![ ]*["'])
    |(?:0|[1-9][0-9]{0,8}+)(?:\.[0-9]{1,8}+)?(?![\w.])
    |[^\W\d]\w*+(?!["'])
    |[=!<>]=|<(?!>)|[-+*/%>(),.:\[\]{}]
    )*+""",
    re.VERBOSE,
)
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_NUMBER: Final = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_PARTNER: Final = {")": "(", "]": "[", "}": "{"}
_PREFIXES: Final = {"f", "b", "r", "u", "rb", "br", "fr", "rf"}


class Token(NamedTuple):
    """A word or a sign, and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with some characters of a condition; `fix` is what to write instead, where that is known."""

    code: Code
    start: int
    end: int
    found: str
    fix: str = ""


def is_ordinary(text: str) -> bool:
    """Whether nothing can be wrong with the words and signs of a condition, so that they need no look one by one.

    Nearly all conditions are so. Its brackets may still lack their partners, which Python's parser finds out.
    """
    return (
        text.isprintable()
        and _ORDINARY.fullmatch(text) is not None
        and (text.isascii() or normalize("NFKC", text) == text)
        and sum(map(text.count, "([{")) <= MOST_BRACKETS
    )


def words_at_most(text: str) -> int:
    """Return how many words and signs a condition has, those inside of texts counted too."""
    return len(_WORD.findall(text))


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a condition into its words and signs; white space is left out."""
    matches = _TOKEN.finditer(text)
    # The groups of the pattern are named by the kinds.
    return tuple([Token(one.lastgroup, one[0], one.start(), one.end()) for one in matches])  # type: ignore[arg-type]


def widened(found: tuple[Token, ...]) -> tuple[Mistake, ...]:
    """Return the mistakes that are repaired by as many other characters: full-width signs and letters."""
    return tuple(_widened(found))


def _widened(found: tuple[Token, ...]) -> Iterator[Mistake]:
    for token in found:
        if token.kind == "wide":
            fix = "".join(WIDE[character] for character in token.text)
            yield Mistake(codes.FULL_WIDTH, token.start, token.end, token.text, fix)
        elif token.kind == "name" and not token.text.isascii() and normalize("NFKC", token.text) != token.text:
            fix = normalize("NFKC", token.text)
            yield Mistake(codes.FULL_WIDTH_NAME, token.start, token.end, token.text, fix)


def repaired(text: str, mistakes: tuple[Mistake, ...]) -> str:
    """Return `text` with those mistakes repaired whose repair has their length, so that no place moves."""
    for mistake in mistakes:
        if len(mistake.fix) == mistake.end - mistake.start:
            text = text[: mistake.start] + mistake.fix + text[mistake.end :]
    return text


def blanked(found: tuple[Token, ...], text: str) -> str:
    """Return a text as long as the one of these tokens, with plain spaces between them."""
    if text.isprintable():
        # No other white space is printable.
        return text
    characters = [" "] * len(text)
    for token in found:
        characters[token.start : token.end] = token.text
    return "".join(characters)


def misread(found: tuple[Token, ...]) -> tuple[Mistake, ...]:
    """Return the mistakes that keep a condition from Python's parser, in their order."""
    return (*_signs(found), *_neighbours(found), *_brackets(found))


def _signs(found: tuple[Token, ...]) -> Iterator[Mistake]:
    for token in found:
        if token.kind == "foreign":
            yield Mistake(codes.FOREIGN_OPERATOR, token.start, token.end, token.text, FOREIGN[token.text])
        elif token.kind == "number" and not _is_plain(token.text):
            yield Mistake(codes.NUMBER_FORM, token.start, token.end, _shortened(token.text))
        elif token.text == "#":
            yield Mistake(codes.COMMENT, token.start, found[-1].end, token.text)
            return
        elif token.text in {'"', "'"}:
            yield Mistake(codes.UNCLOSED_TEXT, token.start, found[-1].end, token.text, token.text)
            return
        elif "\\" in token.text:
            yield Mistake(codes.BACKSLASH, token.start, token.end, token.text)
        elif token.kind == "other":
            shown = token.text if token.text.isprintable() else f"U+{ord(token.text):04X}"
            yield Mistake(codes.CHARACTER, token.start, token.end, shown)


def _is_plain(number: str) -> bool:
    return bool(_NUMBER.fullmatch(number)) and len(number.replace(".", "").lstrip("0")) <= 18


def _shortened(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"


def _neighbours(found: tuple[Token, ...]) -> Iterator[Mistake]:
    """Yield texts that Python would join, and texts that a prefix makes something else."""
    for left, right in pairwise(found):
        if right.kind != "text":
            continue
        if left.kind == "text":
            yield Mistake(codes.ADJACENT_TEXTS, left.start, right.end, right.text)
        elif left.end == right.start and left.text.lower() in _PREFIXES:
            yield Mistake(codes.FORMAT_STRING, left.start, right.end, left.text)


def _brackets(found: tuple[Token, ...]) -> Iterator[Mistake]:
    """Yield brackets without partner; the first that stands too deep ends the search."""
    stack: list[Token] = []
    for token in found:
        if token.kind != "bracket":
            continue
        if token.text not in _PARTNER:
            stack.append(token)
            if len(stack) > MOST_BRACKETS:
                yield Mistake(codes.TOO_DEEP, token.start, token.end, token.text)
                return
        elif stack and stack[-1].text == _PARTNER[token.text]:
            stack.pop()
        else:
            yield Mistake(codes.BRACKETS, token.start, token.end, token.text)
            return
    for token in stack:
        yield Mistake(codes.BRACKETS, token.start, token.end, token.text)


def unreadable(found: tuple[Token, ...], offset: int) -> Mistake:
    """Return why Python's parser gave up at `offset`: a typical mistake, or the word that it met."""
    for index, token in enumerate(found):
        after_dot = index > 0 and found[index - 1].text == "."
        if token.text == "=" and not _is_keyword(found, index):
            return Mistake(codes.ASSIGNMENT, token.start, token.end, token.text, "==")
        if token.kind == "name" and token.text in FOREIGN_WORDS and not after_dot:
            return Mistake(codes.FOREIGN_OPERATOR, token.start, token.end, token.text, FOREIGN_WORDS[token.text])
    met = next((token for token in found if token.end > offset), found[-1])
    return Mistake(codes.UNREADABLE, met.start, met.end, met.text)


def _is_keyword(found: tuple[Token, ...], index: int) -> bool:
    """Whether the `=` at `index` follows the name of an argument: `(gap=` or `, gap=`."""
    return index >= 2 and found[index - 1].kind == "name" and found[index - 2].text in {"(", ","}
