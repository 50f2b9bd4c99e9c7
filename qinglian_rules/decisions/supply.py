"""What is missing: the smallest sets of what, once known, settles a decision, and who could supply it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from pydantic import MISSING, ValidationError

from qinglian_rules.backends.judging import Case
from qinglian_rules.backends.parameter_text import parse_value
from qinglian_rules.backends.reference import Evaluator
from qinglian_rules.decisions.candidates import candidates
from qinglian_rules.decisions.deciding import Reads
from qinglian_rules.decisions.what_if import Trial
from qinglian_rules.diagnostics import Text
from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Parameter, Rule

if TYPE_CHECKING:
    from qinglian_rules.decisions.model import Decision

MOST_COMPLETIONS = 27
_SUPPLIERS = {
    "judgement": Text("{}作出认定", "a finding by {}"),
    "judged": Text("就“{}”作出认定", "a finding on {}"),
    "calendar": Text(
        "{}有关日期的放假安排公布后，收录进工作日历", "the days off of {}, once they are published and in the calendar"
    ),
    "in_force": Text("发文机关说明{}的施行日期", "the issuer, by saying from which day on {} is in force"),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is not known, as in `Decision.missing`, and who could supply it."""

    name: str
    supplier: Text


@dataclass(frozen=True, slots=True)
class MissingSet:
    """Things that together settle the decision once they are known, whatever they turn out to be."""

    lacks: tuple[Lack, ...]


def settling_sets(decision: Decision) -> tuple[MissingSet, ...]:
    """Return at most three smallest sets that would settle an undetermined decision.

    Each set is tried out with values at which the rule's conditions turn. Where no set of up to three settles it, all
    that is missing is returned as one set.
    """
    trial = Trial(decision)
    options = {name: tuple(_completions(decision, name)) for name in decision.missing}
    found: list[tuple[str, ...]] = []
    for size in (1, 2, 3):
        for names in combinations(decision.missing, size):
            if len(found) < 3 and not any(set(old) <= set(names) for old in found) and _settles(trial, names, options):
                found.append(names)
    sets = found or ([decision.missing] if decision.missing else [])
    return tuple(MissingSet(tuple(Lack(name, supplier(decision, name)) for name in names)) for names in sets)


def _settles(trial: Trial, names: Sequence[str], options: dict[str, tuple[tuple[Fact, ...], ...]]) -> bool:
    """Whether every completion of `names` that is tried leaves nothing undetermined."""
    if not all(options[name] for name in names):
        return False
    for number, chosen in enumerate(product(*(options[name] for name in names))):
        verdict = trial.verdict(_merged(fact for facts in chosen for fact in facts))
        if verdict is None or verdict.status == "undetermined" or number > MOST_COMPLETIONS:
            return False
    return True


def _merged(facts: Iterator[Fact]) -> list[Fact]:
    """Join the changes of one fact that several completions make."""
    joined: dict[tuple[type[Fact], str], Fact] = {}
    for fact in facts:
        place = (type(fact), fact.key)
        old = joined.get(place)
        if old is not None:
            given = {name: getattr(old, name) for name in old.model_fields_set}
            fresh = {name: getattr(fact, name) for name in fact.model_fields_set}
            given.update({name: value for name, value in fresh.items() if given.get(name, MISSING) is MISSING})
            joined[place] = type(fact)(**given)
        else:
            joined[place] = fact
    return list(joined.values())


def _completions(decision: Decision, name: str) -> Iterator[tuple[Fact, ...]]:
    """Yield ways in which one missing thing may turn out, each as facts; none where it cannot be tried."""
    if name.startswith("params."):
        yield from _of_parameter(decision, name.removeprefix("params."))
    elif name.startswith("complete: "):
        yield (Complete(type=name.removeprefix("complete: "), end=decision.world.setting.as_of),)
    elif name.startswith("judgement: "):
        yield from _of_finding(decision, decision.rule.id)
    elif name.startswith("judged: "):
        yield from _of_finding(decision, name.removeprefix("judged: "))
    elif "." in name:
        yield from _of_field(decision, name)


def _of_parameter(decision: Decision, name: str) -> Iterator[tuple[Fact, ...]]:
    parameter = _parameter(decision, name)
    for text in () if parameter is None else _texts(parameter):
        yield (ParameterValue(parameter=name, value=text),)


def _parameter(decision: Decision, name: str) -> Parameter | None:
    declared = decision.document.parameters
    return next((found for found in declared if found.name.rpartition("/")[2] == name), None)


def _texts(parameter: Parameter) -> tuple[str, ...]:
    """The parameter's bounds, else a small and a large value that its type can read."""
    bounds = tuple(bound for bound in (parameter.low, parameter.high) if bound is not None)
    tried = bounds or ("0", "1", "100000", "0%", "100%", "year", "month", "2000-01-01", "2190-01-01", "是", "否")
    return tuple(text for text in tried if parse_value(text, parameter.type, parameter.unit) is not MISSING)


def _of_finding(decision: Decision, about: str) -> Iterator[tuple[Fact, ...]]:
    spec = decision.rule.judgement
    office = spec.by[0] if spec is not None and about == decision.rule.id else "认定部门"
    for finding in ("符合", "不符合"):
        yield (
            Judgement(
                id=f"if|{about}",
                about=about,
                subject=decision.subject.id,
                period=decision.period,
                office=office,
                finding=finding,
                date=decision.world.setting.as_of,
            ),
        )


def _of_field(decision: Decision, name: str) -> Iterator[tuple[Fact, ...]]:
    type_name, _, field = name.partition(".")
    fact = next(
        (fact for fact, read in _unknown_reads(decision) if read == field and type(fact).__name__ == type_name), None
    )
    if not isinstance(fact, Fact):
        return
    declared = type(fact).model_fields
    case = decision.explanation.case
    path = _path_to(decision.rule, field)
    found = (
        candidates(decision.rule, case.evaluator, path, decision.world.vocabulary.types[type_name].fields[field])
        if path
        else ()
    )
    for value in found[:6] if field in declared else ():
        given = {key: getattr(fact, key) for key in fact.model_fields_set}
        try:
            yield (type(fact)(**{**given, field: value}),)
        except ValidationError:
            continue


def _unknown_reads(decision: Decision) -> list[tuple[Any, str]]:
    """The facts and fields whose value is unknown and that the decision reads."""
    case: Case = decision.explanation.case
    reads = Reads()
    evaluator = Evaluator(case.world, case.evaluator.scope, reads.observe)
    for node in (decision.rule.when, *(condition.node for condition in decision.rule.conditions)):
        evaluator.value(node)
    return reads.unknown


def _path_to(rule: Rule, field: str) -> n.Field | None:
    from qinglian_rules.ir.walk import walk

    roots = [*(condition.node for condition in rule.conditions), rule.when]
    return next(
        (node for root in roots for node in walk(root) if isinstance(node, n.Field) and node.name == field), None
    )


def supplier(decision: Decision, name: str) -> Text:
    """Return who could supply a missing thing."""
    types = decision.world.vocabulary.types
    if name.startswith("params."):
        parameter = _parameter(decision, name.removeprefix("params."))
        title = name if parameter is None else parameter.title
        return Text(f"本机构在“参数取值”中设定“{title}”", f"the body itself, by setting the parameter `{name}`")
    if name.startswith("complete: "):
        target = name.removeprefix("complete: ")
        title = types[target].title if target in types else target
        return Text(f"提交“{title}”的人声明其完整", f"whoever hands over `{target}`, by stating that it is complete")
    if name.startswith("the: "):
        target = name.removeprefix("the: ")
        title = types[target].title if target in types else target
        return Text(f"登记“{title}”的部门明确适用哪一条", f"whoever records `{target}`, by one record that holds")
    kind, _, about = name.partition(": ")
    if kind in _SUPPLIERS:
        words = _SUPPLIERS[kind]
        return Text(words.zh.format(about), words.en.format(about))
    type_name, _, field = name.partition(".")
    if type_name in types and types[type_name].field(field) is not None:
        title = types[type_name].fields[field].title
        return Text(
            f"登记“{types[type_name].title}”的部门补填“{title}”", f"whoever records `{type_name}`, in `{field}`"
        )
    return Text("发文机关或本机构", "the issuer or the body itself")
