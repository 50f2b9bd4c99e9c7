"""Turns a case into what the engine takes: documents, loaded from files in memory, and facts."""

from __future__ import annotations

import re
import types as python_types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import MISSING, BaseModel

from qinglian_rules import passes
from qinglian_rules.documents import Topics, load_document
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, ParameterValue
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document
from tests.conformance import types as _fact_types  # noqa: F401  defining the types puts them into the vocabulary
from tests.conformance.format import Case, Fields

DEFAULT_PARAMETER = {"type": "Int"}
LENGTHS = {"minutes": "minutes", "hours": "hours", "days": "days"}


class CaseError(Exception):
    """A case whose documents do not load; its text says why."""


# --- documents


def policy_of(case: Case) -> Policy:
    """Return the documents of a case as a policy.

    Raises:
        CaseError: a document of the case has an error.
    """
    documents = tuple(_document(spec, case) for spec in case.documents)
    found = [str(one.message("en")) for one in passes.check_policies(documents) if one.severity == "error"]
    if found:
        raise CaseError("\n".join(found))
    return Policy(documents, frozenset(case.named), topics=Topics.of(case.topics))


def _document(spec: Fields, case: Case) -> Document:
    blocks = [_Block(index, text) for index, text in enumerate(spec["rules"].split("---\n"), 1)]
    sentences = "\n\n".join(f"{clause}。" for block in blocks for clause in block.clauses)
    files = {
        "policy.yaml": _metadata(spec, case.params),
        "source.txt": f"全文\n\n{sentences}\n",
        "1-all.md": "---\nsection: 一\ntitle: 全文\n---\n## 全文\n\n" + sentences + "\n\n" + _fenced(blocks),
    }
    topics = Topics.of(case.topics)
    loaded = load_document(
        files, vocabulary=Vocabulary.current(), topics=topics, checks=passes, folder="", name=spec["id"]
    )
    if loaded.document is None:
        errors = [one for one in loaded.diagnostics if one.severity == "error"]
        raise CaseError("\n".join(f"{one.code.id} {one.message('en')} {one.args}" for one in errors))
    return loaded.document


def _metadata(spec: Fields, params: Mapping[str, Fields]) -> str:
    lines = [f"id: {spec['id']}", "title: 样例", "issuer: [样例]", f"in_force: {_flow(spec['in_force'])}"]
    lines += [f"reach: {spec['reach']}", f"rank: {spec['rank']}", "status: stable"]
    if "supersedes" in spec:
        lines.append(f"supersedes: {_flow(spec['supersedes'])}")
    if params:
        lines.append("params:")
    for name, given in params.items():
        declared = {**DEFAULT_PARAMETER, **given}
        lines += [f"  {name}:", f"    title: {name}", f"    type: {declared['type']}", "    why: 样例"]
        lines += [f"    {key}: {_flow(declared[key])}" for key in ("unit", "bounds") if key in declared]
    return "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return str(value)


class _Block:
    """One block of a case, with what every block needs and no case cares about."""

    def __init__(self, index: int, text: str) -> None:
        self.text = text
        keys = {line.partition(":")[0] for line in text.splitlines() if not line.startswith(" ")}
        self.fence = "define" if "conclude" in keys else "duties" if keys & {"records", "judgements"} else "rule"
        own = re.findall(r"clause: ([^,}\n]+)", text)
        self.clauses: list[str] = own or [f"第{index}句话"]
        self.added = [] if own else [f"clause: {self.clauses[0]}"]
        if "kind" not in keys and self.fence != "duties":
            kind = {"define": "definition"}.get(self.fence, "prohibition" if "forbid" in keys else "obligation")
            self.added.append(f"kind: {kind}")
        if self.fence != "duties":
            self.added.append("reading: 样例")
        if self.fence == "rule":
            self.added.append("severity: minor")

    def __str__(self) -> str:
        return f"```{self.fence}\n{self.text.rstrip()}\n" + "".join(f"{line}\n" for line in self.added) + "```\n"


def _fenced(blocks: Sequence[_Block]) -> str:
    return "\n".join(str(block) for block in blocks)


# --- facts


def facts_of(case: Case) -> tuple[Fact, ...]:
    """Return the facts of a case, statements of completeness and values of parameters among them."""
    return (*_records(case), *_statements(case), *_settings(case))


def _records(case: Case) -> Iterator[Fact]:
    types = Vocabulary.current().types
    for name, records in case.facts.items():
        for record in records:
            yield _fact(types[name].model, record)


def _statements(case: Case) -> Iterator[Complete]:
    for given in case.complete:
        start, end = (_day(given.get(key)) for key in ("from", "to"))
        yield Complete(type=given["type"], start=start, end=end, body=given.get("body"), kind=given.get("kind"))


def _settings(case: Case) -> Iterator[ParameterValue]:
    for name, declared in case.params.items():
        for given in declared.get("values", [declared]):
            if given.get("value", "unknown") != "unknown":
                start, end = (_day(given.get(key)) for key in ("from", "to"))
                body = given.get("body")
                yield ParameterValue(parameter=name, value=given["value"], start=start, end=end, body=body)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _fact(model: type[Fact], record: Fields) -> Fact:
    return model(**_known(model, record))


def _known(model: type[BaseModel], record: Fields) -> dict[str, Any]:
    """Return the fields that are not unknown, typed as the model says."""
    fields = model.model_fields
    return {
        fields[name].alias or name: typed(fields[name].annotation, text)
        for name, text in record.items()
        if text != "unknown"
    }


def typed(annotation: Any, text: Any) -> Any:
    """Return what a case wrote as a value of the kind that a field holds."""
    if text == "none":
        return None
    origin = get_origin(annotation)
    if origin is Annotated:
        return typed(get_args(annotation)[0], text)
    if origin in (Union, python_types.UnionType):
        (arm,) = (arm for arm in get_args(annotation) if arm is not MISSING and arm is not python_types.NoneType)
        return typed(arm, text)
    if origin is tuple:
        return tuple(typed(get_args(annotation)[0], one) for one in text)
    if origin is Literal or annotation is str:
        return text
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation(**_known(annotation, text))
    return READERS[annotation](text)


def _length(text: str) -> timedelta:
    number, unit = text.split()
    return timedelta(**{LENGTHS[unit]: int(number)})


READERS: Mapping[Any, Any] = {
    bool: {"true": True, "false": False}.__getitem__,
    int: int,
    Decimal: Decimal,
    Fraction: Fraction,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    timedelta: _length,
}
