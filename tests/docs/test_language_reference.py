"""The language reference is true: its document is loaded, its cases judged, its blocks and conditions checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import qinglian_rules as ql
from qinglian_rules.authoring.cases import check_cases, run_cases
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.diagnostics.catalogue import all_codes
from qinglian_rules.documents import coverage
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.functions import QUANTIFIERS
from qinglian_rules.ir.rules import Kind, Severity
from qinglian_rules.ir.types import DATE, SPAN, FactOf
from qinglian_rules.loading import load_leniently
from qinglian_rules.passes.define import DEFINE_KEYS
from qinglian_rules.passes.duties import DUTIES_KEYS
from qinglian_rules.passes.evidence import EVIDENCE_KEYS
from qinglian_rules.passes.rules import JUDGEMENT_KEYS, RULE_KEYS
from qinglian_rules.passes.scope import Scope
from qinglian_rules.syntax import Mapping as SurfaceMapping
from qinglian_rules.syntax import Scalar, Sequence, Value, read_item
from tests.passes.samples import check

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs/reference/language.md", ROOT / "docs/reference/language.zh.md"]
KINDS = {"rule", "duties", "define"}
FENCE = re.compile(
    r'^(?P<marks>`{3,}|~{3,})(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^(?P=marks)$',
    re.MULTILINE | re.DOTALL,
)
SUBJECTS = {
    "visit": "RepVisit",
    "benefit": "Benefit",
    "case": "MisconductCase",
    "tenure": "PostTenure",
    "hospital": "Hospital",
}
SCOPE = Scope(
    {
        **{name: n.Var(name, type=FactOf(target)) for name, target in SUBJECTS.items()},
        "period": n.Context("period", type=SPAN),
        "document": n.Context("document", type=SPAN),
        "now": n.Context("now", type=DATE),
        "due": n.Context("due", type=DATE),
    }
)
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@dataclass(frozen=True)
class Fence:
    kind: str
    title: str | None
    body: str
    page: str
    line: int


def fences(page: Path) -> Iterator[Fence]:
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Fence(found["kind"], found["title"], found["body"], page.name, line)


def files() -> dict[str, str]:
    """Return the files of the document that the English page shows."""
    return {fence.title: fence.body for fence in fences(PAGES[0]) if fence.title is not None}


def blocks() -> list[Fence]:
    return [fence for page in PAGES for fence in fences(page) if fence.kind in KINDS]


def written(folder: Path, contents: Mapping[str, str]) -> Path:
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


# --- the document of the page ---------------------------------------------------------------------


def test_the_document_of_the_page_is_in_order_and_its_ledger_closed(tmp_path: Path) -> None:
    policy = ql.load(written(tmp_path / "demo-2024", files()))
    (document,) = policy.documents
    assert policy.diagnostics == ()
    assert coverage(document).uncovered == ()
    assert len(document.rules) >= 2


def test_the_cases_of_the_page_pass_and_leave_nothing_out(tmp_path: Path) -> None:
    policy = ql.load(written(tmp_path / "demo-2024", files()))
    done = run_cases(policy)
    assert check_cases(policy) == ()
    assert [failure.describe("en") for failure in done.failures] == []
    assert [gap.describe("en") for gap in done.unreached] == []
    assert sum(reached.written for reached in done.reached.values()) >= 5


# --- blocks ---------------------------------------------------------------------------------------


def quoted(value: Value | None) -> Iterator[str]:
    """Yield words in which a `clause` or a `handle` is found."""
    if isinstance(value, Scalar):
        yield value.text.replace("…", "某某")
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from quoted(item)
    elif isinstance(value, SurfaceMapping):
        yield from quoted(value.get("words"))


def clauses(mapping: SurfaceMapping) -> Iterator[str]:
    for key in ("clause", "handle"):
        yield from quoted(mapping.get(key))
    for key in ("records", "judgements"):
        lines = mapping.get(key)
        for entry in lines.entries if isinstance(lines, SurfaceMapping) else ():
            assert isinstance(entry.value, SurfaceMapping)
            yield from clauses(entry.value)


def checked(fence: Fence, folder: Path) -> tuple[Diagnostic, ...]:
    """Check a block in an item of its own, beside the items of the page's document, whose text is what it quotes."""
    block = f"```{fence.kind}\n{fence.body}```\n"
    front = "---\nsection: 例\ntitle: 例\n---\n"
    item, found = read_item("9.1-example.md", f"{front}文字。\n\n{block}")
    assert item is not None
    assert found == ()
    words = "。\n".join(clauses(item.blocks[0].body)) + "。\n"
    own = files()
    own["source.txt"] += "\n" + words
    _, diagnostics = load_leniently(
        [written(folder / "demo-2024", {**own, "9.1-example.md": f"{front}{words}\n{block}"})]
    )
    return diagnostics


@pytest.mark.parametrize("fence", blocks(), ids=lambda fence: f"{fence.page} line {fence.line}")
def test_a_block_is_in_order_or_gets_the_codes_that_it_names(fence: Fence, tmp_path: Path) -> None:
    wanted = re.findall(r"^# (QL\d+): ", fence.body, flags=re.MULTILINE)
    assert sorted(one.code.id for one in checked(fence, tmp_path)) == wanted


# --- conditions -----------------------------------------------------------------------------------


def rows(page: Path) -> list[tuple[str, str]]:
    """Return the conditions of the tables that say what the checker says, and what that is."""
    found: list[tuple[str, str]] = []
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        inside = line.startswith("|") and (inside or cells[0] in {"condition", "条件"})
        if inside and cells[0].startswith("`"):
            found.append((cells[0].strip("`"), cells[1]))
    return found


@pytest.mark.parametrize(
    ("condition", "says"), [row for page in PAGES for row in rows(page)], ids=lambda text: text[:50].replace("/", "")
)
def test_the_checker_says_what_the_table_says(condition: str, says: str) -> None:
    wanted = re.findall(r"\[(QL\d+)\]", says)
    assert wanted or says.startswith(("fine", "可以"))
    assert sorted(set(check(condition, scope=SCOPE).codes)) == wanted


NAMES_OF_EXAMPLES = {
    "session": "TrainingSession",
    "person": "Person",
    "item": "AgendaItem",
    "statement": "Statement",
    "usage": "UsageIndicator",
}


@pytest.mark.parametrize("name", QUANTIFIERS)
def test_the_examples_of_a_quantifier_are_conditions_that_the_checker_takes(name: str) -> None:
    names = {one: n.Var(one, type=FactOf(target)) for one, target in NAMES_OF_EXAMPLES.items()}
    for example in QUANTIFIERS[name].examples:
        assert check(example, scope=Scope({**SCOPE.names, **names})).codes == [], example


# --- lists ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", [RULE_KEYS, DUTIES_KEYS, DEFINE_KEYS, EVIDENCE_KEYS, JUDGEMENT_KEYS])
@pages
def test_every_key_is_named(page: Path, keys: tuple[str, ...]) -> None:
    text = page.read_text(encoding="utf-8")
    assert [key for key in keys if f"`{key}`" not in text] == []


@pages
def test_every_kind_severity_and_quantifier_is_named(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    words = [*Kind.__args__, *Severity.__args__, *QUANTIFIERS]  # type: ignore[attr-defined]
    assert [word for word in words if f"`{word}`" not in text and f"`{word}(" not in text] == []


@pages
def test_every_code_and_fact_type_that_is_linked_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    codes = {code.id for code in all_codes()}
    types = Vocabulary.current().types
    assert [code for code in re.findall(r"diagnostics/(QL\d+)\.md", text) if code not in codes] == []
    assert [name for name in re.findall(r"facts/(\w+)\.md", text) if name not in types] == []
