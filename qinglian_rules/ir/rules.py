"""A checked rule, a checked definition, a document: what back ends consume."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from qinglian_rules.diagnostics import NOWHERE, Span
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.types import Type

Kind = Literal[
    "obligation",
    "prohibition",
    "permission",
    "threshold",
    "frequency",
    "deadline",
    "sanction",
    "scope",
    "responsibility",
    "aim",
    "principle",
    "definition",
    "consequence",
    "veto",
]
Form = Literal["require", "forbid", "evidence", "judgement"]
Severity = Literal["minor", "serious", "critical"]
Rank = Literal["national", "province", "city", "hospital"]
PolicyStatus = Literal["draft", "trial", "stable", "retired"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the text, as fragments in their order, and where they stand.

    `spans` are pairs (start, end) in characters of `source.txt`, one a fragment. `section` is the item's numbering;
    `borrowed` is true for words of another item, which do not count for the ledger.
    """

    fragments: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    section: str
    borrowed: bool = False

    def __str__(self) -> str:
        return "…".join(self.fragments)


@dataclass(frozen=True, slots=True)
class Every:
    """A rhythm: cycles of `months`, from `anchor` or else from the beginning of the calendar's units.

    month: 1 · quarter: 3 · half-year: 6 · year: 12 · `2 years from D`: 24 with the anchor D. `param` names a
    parameter that holds the text of a rhythm; then `months` is None.
    """

    months: int | None
    anchor: date | None = None
    param: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, named where the author named it (`name` is "" for a single unnamed one)."""

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class Subject:
    """`each: name in target`. Facts of the type or of its subclasses are judged one by one."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class JudgementSpec:
    """Whose finding decides: offices `by`, on the `basis`; findings in `accept` hold."""

    by: tuple[str, ...]
    basis: str | None
    accept: tuple[str, ...] = ("符合", "基本符合")


@dataclass(frozen=True, slots=True)
class EvidenceSpec:
    """What must be on record: its kind, its topic (canonical), who approved it, how recent it must be (its text)."""

    record: str
    about: str | None
    by: tuple[str, ...]
    within: str | None


@dataclass(frozen=True, slots=True)
class Let:
    """A name for an expression; `LetRef`s of the same rule refer to it. Lets may use earlier lets."""

    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class Rule:
    """One norm. `when` is `when and not unless` as written, Const(True) if neither is.

    For `evidence` the condition is the `Exists` over EvidenceRecord that it means, so back ends see only conditions
    and judgements. `judgement` rules have no conditions. `due` is None where the rule names none: with `every` and
    another form than forbid it is then the period's end.
    """

    id: str
    title: str
    document: str
    section: str
    clause: tuple[Quotation, ...]
    kind: Kind
    form: Form
    subject: Subject
    every: Every | None
    start: date | None
    lets: tuple[Let, ...]
    when: Node
    conditions: tuple[Condition, ...]
    due: Node | None
    severity: Severity
    judgement: JudgementSpec | None = None
    evidence: EvidenceSpec | None = None
    specialises: tuple[str, ...] = ()
    same_as: str | None = None
    """The rule of another document that asks the same of the same subject."""
    refs: tuple[str, ...] = ()
    handle: tuple[Quotation, ...] = ()
    reading: str | None = None
    known_false_positives: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    from_duties: bool = False
    source: str = ""
    """The block as written, for pages and `qinglian rule`."""
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """A `define` block: where it applies, a fact of the derived type `target` with `values` is concluded.

    `values` names every field that `conclude` gives. The body and the date, where not given, are the subject's (a
    period's end). `helps` names the rule that an unquoted definition serves.
    """

    id: str
    title: str
    document: str
    section: str
    clause: tuple[Quotation, ...]
    kind: Kind
    subject: Subject
    every: Every | None
    start: date | None
    lets: tuple[Let, ...]
    when: Node
    target: str
    values: tuple[tuple[str, Node], ...]
    veto: bool
    overrides: tuple[str, ...] = ()
    helps: str | None = None
    refs: tuple[str, ...] = ()
    reading: str | None = None
    source: str = ""
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Bound:
    """A day that the text may not give exactly: between `earliest` and `latest`, both included; equal where exact."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Parameter:
    """A limit that the text leaves open. `name` is qualified (`gx-2021/removal_limit`)."""

    name: str
    title: str
    type: Type
    unit: str | None
    low: str | None
    high: str | None
    why: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A `text` or `responsible` block: words that state no norm, or that say who answers for the item."""

    form: Literal["text", "responsible"]
    clause: tuple[Quotation, ...]
    why: str | None
    offices: tuple[str, ...]
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One item file: its numbering, its headings and text, and what expresses it, in the order of the file."""

    file: str
    section: str
    title: str
    text: str
    start: int
    """Where the item's text starts, in characters of `source.txt`."""
    rules: tuple[Rule, ...]
    definitions: tuple[Definition, ...]
    texts: tuple[TextBlock, ...]
    headings: tuple[tuple[int, int], ...] = ()
    """Where the item's headings stand, in characters of `source.txt`: they need no block."""


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document: its metadata, its items in the order of the text, its parameters.

    `reach` is a condition over the variable `body` of type Body. `force_to` is None where no last day is given.
    """

    id: str
    title: str
    issuer: tuple[str, ...]
    number: str | None
    issued: date | None
    force_from: Bound
    force_to: Bound | None
    reach: Node
    rank: Rank
    implements: tuple[str, ...]
    supersedes: tuple[str, ...]
    status: PolicyStatus
    parameters: tuple[Parameter, ...]
    items: tuple[Item, ...]
    source: str
    """The text as issued, whole."""
    sha256: str
    tables: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of the text."""
        return tuple(rule for item in self.items for rule in item.rules)

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """All definitions, in the order of the text."""
        return tuple(definition for item in self.items for definition in item.definitions)
