"""Laws of the reader, on generated text: it never raises, and what it reads stands where it says."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from qinglian_rules.diagnostics import Span
from qinglian_rules.syntax import RULE_CONDITIONS, Mapping, Scalar, Sequence, Value, read_item, read_mapping
from tests.syntax.marked import under

PIECES = [
    "a", "b: ", "require:", "when: ", "id：", "kind:x", "for k in [\"甲: 乙\"]: ", "甲", "，", "“乙”", "…", "- ", "-",
    "[", "]", "{", "}", ", ", ": ", '"', "'", "\\", "#", "# ", " ", "  ", "    ", "\n", "\n  ", "\n\n", "\t", "　", "|",
    "&x", "*", "!", "```", "```rule\n", "```\n", "---\n", "section: 一\n", "title: 二\n", "\u200b", "\r\n", "\ufeff",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def scalars(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from scalars(item)
    else:
        for entry in value.entries:
            yield entry.key
            yield from scalars(entry.value)


def is_inside(content: str, span: Span) -> bool:
    lines = content.split("\n")
    ends_in_file = span.end_line <= len(lines) + 1
    in_line = 1 <= span.column <= len(lines[span.line - 1]) + 1
    return ends_in_file and in_line and (span.line, span.column) <= (span.end_line, span.end_column)


@given(texts)
def test_reading_a_mapping_never_raises_and_every_mistake_stands_inside_the_file(content: str) -> None:
    _, found = read_mapping("x", content, RULE_CONDITIONS)
    plain = content.removeprefix("\ufeff").replace("\r\n", "\n")
    assert all(diagnostic.span is not None and is_inside(plain, diagnostic.span) for diagnostic in found)


@given(texts)
def test_reading_an_item_never_raises_and_every_mistake_stands_inside_the_file(body: str) -> None:
    content = f"---\nsection: 一\ntitle: 二\n---\n文字\n```rule\n{body}"
    _, found = read_item("1-a.md", content)
    plain = content.replace("\r\n", "\n")
    assert all(diagnostic.span is not None and is_inside(plain, diagnostic.span) for diagnostic in found)


@given(texts)
def test_every_character_of_a_scalar_stands_where_the_scalar_says(content: str) -> None:
    mapping: Mapping = read_mapping("x", content, RULE_CONDITIONS)[0]
    plain = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\t", " ")
    for scalar in scalars(mapping):
        for segment in scalar.segments:
            for index in range(segment.offset, segment.offset + segment.length):
                assert under(plain, scalar.place(index, index + 1)) == scalar.text[index]


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_a_cut_scalar_stands_where_the_whole_one_does(content: str, start: int, length: int) -> None:
    mapping = read_mapping("x", content, RULE_CONDITIONS)[0]
    for scalar in scalars(mapping):
        end = min(start + length, len(scalar.text))
        if start < end:
            assert scalar.cut(start, end).place(0, end - start) == scalar.place(start, end)
