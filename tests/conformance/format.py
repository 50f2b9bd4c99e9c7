"""Reads the files of conformance cases into dataclasses. Every scalar stays text until a fact's field types it.

A file is a mapping: `group`, `base` (what its cases share) and `cases`. A case may hold everything that a base may:

- `document` (keys of policy.yaml) or `documents` (a list, each with `id` and its own `rules`);
- `rules`: blocks of the language, separated by a line `---`; or the short form `condition` (with `each` and `let`),
  which becomes the requirement of a rule `r`;
- `facts` by type, `given` (fields of the subject, which is the first fact of the type that is judged, or of the type
  that `subject` names), `complete`, `topics`, `params` (`type`, `unit`, `bounds`, and one `value` or several `values`
  with `from`, `to`, `body`);
- `as_of`, `period`, `named` (documents that the caller named), `body` (of facts that name none);
- what must come out: `expect` and `concluded`; or, for rule `r` and the subject, `status` or `is`, with `failed`,
  `missing`, `running`.

Facts and documents of a case extend those of its base: one with the same `id` changes the fields that it names.
`document`, `params`, `topics` and `let` extend by key; everything else replaces. `unknown` and `none` are words; a
`missing` of a decision is compared without regard to order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"
STATUS_OF = {"true": "compliant", "false": "violated", "unknown": "undetermined"}
QUARTERS = {"Q1": ("01-01", "03-31"), "Q2": ("04-01", "06-30"), "Q3": ("07-01", "09-30"), "Q4": ("10-01", "12-31")}
PARTS_OF_YEAR = QUARTERS | {"H1": ("01-01", "06-30"), "H2": ("07-01", "12-31")}
LAST_OF_MONTH = ("31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31")

Fields = Mapping[str, Any]
Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ExpectedDecision:
    """What one rule must say of one subject. None: the case does not ask."""

    rule: str
    subject: str
    status: str
    period: Days | None = None
    failed: tuple[str, ...] | None = None
    missing: tuple[str, ...] | None = None
    running: bool | None = None


@dataclass(frozen=True, slots=True)
class ExpectedFact:
    """A derived fact that must come out. A value `unknown` stands for one that is in conflict or hangs on something."""

    type: str
    key: str
    certain: bool
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a name that is a statement, the sentence that it tests, what is given, what must come out.

    `expect` is exact (no other decision may come out) where `exactly`; `concluded` is exact where it is not None.
    """

    group: str
    name: str
    cites: str
    as_of: str
    documents: tuple[Fields, ...]
    facts: Mapping[str, tuple[Fields, ...]]
    complete: tuple[Fields, ...] = ()
    params: Mapping[str, Fields] = field(default_factory=dict)
    topics: Mapping[str, Sequence[str]] = field(default_factory=dict)
    period: Days | None = None
    named: tuple[str, ...] = ()
    body: str | None = None
    expect: tuple[ExpectedDecision, ...] = ()
    concluded: tuple[ExpectedFact, ...] | None = None
    exactly: bool = True

    def __str__(self) -> str:
        return f"{self.group}: {self.name}"


def read_cases(folder: Path = FOLDER) -> Iterator[Case]:
    """Yield the cases of all files of `folder`, in the order of their names."""
    for path in sorted(folder.glob("*.yaml")):
        yield from read_file(path)


def read_file(path: Path) -> Iterator[Case]:
    """Yield the cases of one file."""
    # The base loader leaves every scalar as text, so that no date, number or `on` turns into something else.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for given in content["cases"]:
        yield _case(content["group"], merged(content.get("base", {}), given))


def merged(base: Fields, case: Fields) -> dict[str, Any]:
    """Return what a case says together with what it takes over from its base."""
    result = {**base, **case}
    for key in ("document", "topics", "let"):
        result[key] = {**base.get(key, {}), **case.get(key, {})}
    result["params"] = _by_name(base.get("params", {}), case.get("params", {}))
    result["documents"] = _by_id(base.get("documents", ()), case.get("documents", ()))
    before, after = base.get("facts", {}), case.get("facts", {})
    result["facts"] = {name: _by_id(before.get(name, ()), after.get(name, ())) for name in {**before, **after}}
    for one, other in (("rules", "condition"), ("condition", "rules")):
        if one in case and other not in case:
            result.pop(other, None)
    return result


def _by_name(base: Mapping[str, Fields], case: Mapping[str, Fields]) -> dict[str, Fields]:
    return {name: {**base.get(name, {}), **case.get(name, {})} for name in {**base, **case}}


def _by_id(base: Sequence[Fields], case: Sequence[Fields]) -> list[Fields]:
    """Return both lists as one; a member of `case` with the `id` of one of `base` changes the fields that it names."""
    found = {member["id"]: dict(member) for member in base}
    for member in case:
        found[member["id"]] = {**found.get(member["id"], {}), **member}
    return list(found.values())


def _case(group: str, case: Mapping[str, Any]) -> Case:
    subject_type = case.get("subject") or case.get("each", "").partition(" in ")[2] or _each(case)
    return Case(
        group=group,
        name=case["name"],
        cites=case["cites"],
        as_of=case["as_of"],
        documents=_documents(case),
        facts=_facts(case, subject_type),
        complete=tuple(case.get("complete", ())),
        params=case["params"],
        topics=case["topics"],
        period=_days(case.get("period")),
        named=tuple(case.get("named", ())),
        body=case.get("body"),
        expect=_expected(case, subject_type),
        concluded=_concluded(case),
        exactly="expect" in case or "status" in case,
    )


def _each(case: Mapping[str, Any]) -> str:
    """Return the type that the first block judges."""
    blocks = [case.get("rules", ""), *(document.get("rules", "") for document in case["documents"])]
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("each:")]
    return lines[0].partition(" in ")[2].strip() if lines else ""


def _documents(case: Mapping[str, Any]) -> tuple[Fields, ...]:
    if case["documents"]:
        return tuple(case["documents"])
    return ({**case["document"], "rules": _rules(case)},)


def _rules(case: Mapping[str, Any]) -> str:
    if "condition" not in case:
        return str(case["rules"])
    lets = "".join(f"  {name}: {value}\n" for name, value in case["let"].items())
    let = f"let:\n{lets}" if lets else ""
    return f"id: r\neach: {case['each']}\n{let}require: {case['condition']}\n"


def _facts(case: Mapping[str, Any], subject_type: str) -> Mapping[str, tuple[Fields, ...]]:
    facts = {name: tuple(records) for name, records in case["facts"].items()}
    if "given" in case:
        first, *others = facts[subject_type]
        facts[subject_type] = ({**first, **case["given"]}, *others)
    return facts


def _expected(case: Mapping[str, Any], subject_type: str) -> tuple[ExpectedDecision, ...]:
    if "expect" in case:
        return tuple(_decision(expected) for expected in case["expect"])
    status = case.get("status") or STATUS_OF.get(case.get("is", ""))
    if status is None:
        return ()
    subject = case["facts"][subject_type][0]["id"]
    asked = {key: case[key] for key in ("failed", "missing", "running") if key in case}
    return (_decision({"rule": "r", "subject": subject, "status": status, **asked}),)


def _decision(expected: Fields) -> ExpectedDecision:
    return ExpectedDecision(
        rule=expected["rule"],
        subject=expected["subject"],
        status=expected["status"],
        period=_days(expected.get("period")),
        failed=_texts(expected, "failed"),
        missing=_texts(expected, "missing"),
        running=None if "running" not in expected else expected["running"] == "true",
    )


def _texts(expected: Fields, key: str) -> tuple[str, ...] | None:
    return tuple(expected[key]) if key in expected else None


def _concluded(case: Mapping[str, Any]) -> tuple[ExpectedFact, ...] | None:
    if "concluded" not in case:
        return None
    return tuple(
        ExpectedFact(fact["type"], fact["key"], fact["certain"] == "true", fact.get("values", {}))
        for fact in case["concluded"]
    )


def _days(text: str | Sequence[str] | None) -> Days | None:
    """Read a period: two days, or `2023`, `2023-H1`, `2023-Q1`, `2023-01`."""
    if text is None:
        return None
    if not isinstance(text, str):
        return text[0], text[1]
    year, _, part = text.partition("-")
    if not part:
        return f"{year}-01-01", f"{year}-12-31"
    if part in PARTS_OF_YEAR:
        start, end = PARTS_OF_YEAR[part]
        return f"{year}-{start}", f"{year}-{end}"
    return f"{text}-01", f"{text}-{LAST_OF_MONTH[int(part) - 1]}"
