"""What went wrong, as data: a code of a closed set, where, and the words that fill its message.

Text is made once, at the edge, in Chinese or in English. Every code is declared in a module of
`diagnostics/catalogue/` and has a page in the docs that is generated from its declaration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; `{name}` marks a place that a diagnostic's arguments fill."""

    zh: str
    en: str

    def render(self, lang: Lang, args: Mapping[str, str] | None = None) -> str:
        """Return the text in `lang`, its places filled from `args`; a place without argument stays as written."""
        template = self.zh if lang == "zh" else self.en
        for name, value in (args or {}).items():
            template = template.replace("{" + name + "}", value)
        return template


class Span(NamedTuple):
    """A place in a file. Lines and columns count from 1, in characters; the end is excluded."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def to(self, other: Span) -> Span:
        """Return the span from the start of this one to the end of `other`, in the same file."""
        return Span(self.file, self.line, self.column, other.end_line, other.end_column)


NOWHERE = Span("", 1, 1, 1, 1)
"""The span of what was made by the program and stands in no file."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic: stable, documented, never reused.

    `bad` and `good` are a short example of the mistake and of its repair; `why` says why it matters.
    """

    id: str
    severity: Severity
    message: Text
    why: Text
    bad: str = ""
    good: str = ""
    hint: Text | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about input: a code, a place, and the words that fill the code's message and hint.

    `suggestion` is the nearest known name, if one is near; it is shown behind the hint.
    `related` are other places that explain this one.
    """

    code: Code
    span: Span | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    suggestion: str | None = None
    related: tuple[Span, ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is: an error stops the use of what it is about, a warning does not."""
        return self.code.severity

    def message(self, lang: Lang = "zh") -> str:
        """Return what is wrong, one line, in `lang`."""
        return self.code.message.render(lang, self.args)

    def hint(self, lang: Lang = "zh") -> str | None:
        """Return what to do about it, one line, in `lang`; None where the message says it all."""
        parts = []
        if self.code.hint is not None:
            parts.append(self.code.hint.render(lang, self.args))
        if self.suggestion is not None:
            parts.append(f"是否想写“{self.suggestion}”？" if lang == "zh" else f"did you mean `{self.suggestion}`?")
        return ("；" if lang == "zh" else "; ").join(parts) or None


class QinglianError(Exception):
    """Base of the exceptions that this package raises on purpose.

    QinglianError
     ├── PolicyError   a policy file or folder cannot be used; carries every diagnostic found
     └── FactsError    facts handed over cannot be used; likewise
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...], lang: Lang = "zh") -> None:
        self.diagnostics = diagnostics
        super().__init__("\n".join(_line(diagnostic, lang) for diagnostic in diagnostics))


class PolicyError(QinglianError):
    """A policy file or folder cannot be used; `diagnostics` holds all that was found in it."""


class FactsError(QinglianError):
    """Facts handed over cannot be used; `diagnostics` holds all that was found in them."""


def _line(diagnostic: Diagnostic, lang: Lang) -> str:
    place = ""
    if diagnostic.span is not None:
        place = f"{diagnostic.span.file}:{diagnostic.span.line}:{diagnostic.span.column}: "
    hint = diagnostic.hint(lang)
    return f"{place}{diagnostic.code.id} {diagnostic.message(lang)}" + (f" — {hint}" if hint else "")
