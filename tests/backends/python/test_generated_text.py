"""What the generated code looks like: nothing of a policy stands in it, and it stays within Python's limits."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from datetime import date

import pytest

from qinglian_rules.backends.python import Program
from qinglian_rules.backends.python.emitter import Emitter
from qinglian_rules.backends.python.source import Source
from qinglian_rules.engine import Policy
from qinglian_rules.facts.base import Fact
from tests.backends.python.test_invented import checked
from tests.conformance.types import Thing

HOSTILE = '";import os;os.system("x")#'
AS_OF = date(2022, 3, 10)


def policy_of(condition: str, **more: str) -> Policy:
    head = "".join(f"{key}: {text}\n" for key, text in more.items())
    document = checked(f"id: r\nkind: obligation\neach: thing in Thing\n{head}require:\n  一: {condition}\n")
    assert document is not None, condition
    return Policy((document,))


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the text of everything that is compiled."""
    found: list[str] = []
    compiled = Source.compiled

    def noting(source: Source, title: str) -> object:
        found.append(source.text)
        return compiled(source, title)

    monkeypatch.setattr(Source, "compiled", noting)
    return found


def test_no_word_of_a_policy_stands_in_the_code(texts: list[str]) -> None:
    words = ("hostile", "标签甲", "hidden")
    condition = (
        f"thing.text == '{HOSTILE}' or \"标签甲\" in thing.tags"
        " or exists(hidden for hidden in Thing if hidden.note == 'hostile' and judged(hidden, '问题'))"
    )
    policy = policy_of(condition, when="params.limit > 7654321")
    Program(policy.documents).unit("Thing")
    (text,) = texts
    assert not [word for word in (*words, "os", "thing.", "问题", "limit", "7654321", "bench") if word in text]


def test_only_fields_and_digits_are_literals(texts: list[str]) -> None:
    Program(policy_of("thing.number + 3 == 4 and thing.note is not None and thing.note == 'x'").documents).unit("Thing")
    strings = {node.value for node in ast.walk(ast.parse(texts[0])) if isinstance(node, ast.Constant)}
    assert {one for one in strings if isinstance(one, str)} == {"body", "on", "number", "note", "+"}


def test_generated_code_cannot_reach_the_builtins() -> None:
    from qinglian_rules.backends.python.runtime import BUILTINS

    assert set(BUILTINS) == {"type", "len", "min", "max", "id"}


@pytest.mark.parametrize("word", ["and", "or"])
def test_deep_nesting_is_spread_over_functions(word: str, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qinglian_rules.backends.python.emitter.DEEPEST", 6)
    other = "or" if word == "and" else "and"
    condition = "thing.flag"
    for depth in range(13):
        condition = f"(thing.number > {depth} {word} (thing.other_flag {other} {condition}))"
    assert agree(policy_of(condition), [Thing(id="T-1", on=AS_OF, number=3), Thing(id="T-2", on=AS_OF, flag=True)])
    assert texts[0].count("def e") > 2


def test_choices_in_choices_are_written_once(texts: list[str]) -> None:
    choice = "thing.number"
    for depth in range(12):
        choice = f"({choice} if thing.flag and thing.number > {depth} else thing.other_number)"
    policy = policy_of(f"{choice} > 1")
    assert agree(policy, [Thing(id="T-1", on=AS_OF, number=3, other_number=3), Thing(id="T-2", on=AS_OF, flag=True)])
    assert len(texts[0].splitlines()) < 200


def test_many_rules_of_one_type_are_spread_over_functions(texts: list[str]) -> None:
    from dataclasses import replace

    policy = policy_of("thing.flag")
    document = policy.documents[0]
    rules = tuple(replace(document.items[0].rules[0], id=f"bench/一/r{number}") for number in range(130))
    many = Policy((replace(document, items=(replace(document.items[0], rules=rules),)),))
    facts = [Thing(id="T-1", body="H-1", on=AS_OF, flag=True), Thing(id="T-2", on=AS_OF, flag=False)]
    assert agree(many, facts)
    assert texts[0].count("def whole") == 4
    gate = many.gate(Thing, as_of=AS_OF)
    assert [len(gate(fact).findings or ()) for fact in facts] == [0, 130]


def test_a_node_without_a_method_is_refused_at_import() -> None:
    with pytest.raises(TypeError, match="visit_Compare"):
        type("Incomplete", (Emitter,), {})


def agree(policy: Policy, facts: Sequence[Fact]) -> bool:
    reports = [policy.check(facts, as_of=AS_OF, engine=engine) for engine in ("reference", "python")]
    told = [[(one.id, one.status, one.failed, one.missing) for one in report.decisions] for report in reports]
    return bool(told[0]) and told[0] == told[1]
