"""Facts on which a rule comes to a status: compliant, violated, or at the edge between both."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from hypothesis import strategies as st

from qinglian_rules.backends.verdicts import Status
from qinglian_rules.engine import Policy
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from qinglian_rules.ir.rules import Rule
from qinglian_rules.testing.bench import Bench, UnreachableError
from qinglian_rules.testing.drawn_facts import made
from qinglian_rules.testing.drawn_worlds import Table
from qinglian_rules.testing.edges import SIDES, EdgeFinder
from qinglian_rules.testing.repairs import with_value
from qinglian_rules.testing.rules import found_rule
from qinglian_rules.testing.situation import Situation

_MOVES: Final = 4
"""How many changes a drawn situation has at most from the one that it started from."""


def compliant(rule: Rule | str, policy: Policy | None = None) -> st.SearchStrategy[Situation]:
    """Facts on which a rule is complied with; the reference says so of each.

    They start from the rule's cases, or from facts mended until the rule holds, and are changed by steps that leave it
    holding: fields that do not decide, further facts, values that nobody knows. For a rule that a person judges they
    hold the finding.

    Args:
        rule: a rule, or its id.
        policy: where the rule stands, if not in a bundled document.

    Raises:
        LookupError: there is no such rule.
        UnreachableError: on drawing, if no such facts are found.

    Example:
        >>> from hypothesis import given, settings
        >>> rule = "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"
        >>> @settings(max_examples=10, deadline=None)
        ... @given(compliant(rule))
        ... def every_part_holds(situation):
        ...     assert situation.decision(ql.load("gx-2021"), rule).failed == ()
        >>> import qinglian_rules as ql
        >>> every_part_holds()
    """
    return _coming_to("compliant", rule, policy)


def violating(rule: Rule | str, policy: Policy | None = None) -> st.SearchStrategy[Situation]:
    """Facts on which a rule is violated, whatever else is unknown; made and checked like those of `compliant`.

    Raises:
        LookupError: there is no such rule.
        UnreachableError: what the rule permits cannot be violated; or, on drawing, no such facts are found.

    Example:
        >>> from hypothesis import given, settings
        >>> rule = "gx-2021/3.3.4/rep-visit-three-fixed-three-recorded"
        >>> @settings(max_examples=10, deadline=None)
        ... @given(violating(rule))
        ... def a_part_is_named(situation):
        ...     assert situation.decision(ql.load("gx-2021"), rule).failed
        >>> import qinglian_rules as ql
        >>> a_part_is_named()
    """
    found, _ = found_rule(rule, policy)
    if found.kind == "permission":
        raise UnreachableError(f"{found.id} permits something: it cannot be violated")
    return _coming_to("violated", rule, policy)


def boundary(rule: Rule | str, policy: Policy | None = None) -> st.SearchStrategy[Situation]:
    """Facts at the edge of a condition: on one side the rule is complied with, just over it violated.

    Each situation has the other side in `beyond`, which differs in the one field named by `moved`: by the least step
    where the field has one (a day, a minute, one), else by another word, by None or by a truth value.

    Raises:
        LookupError: there is no such rule.
        UnreachableError: the rule cannot be violated; or, on drawing, no single field decides it.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=10, deadline=None)
        ... @given(boundary("gx-2021/3.3.4/intruder-sent-away"))
        ... def one_field_decides(situation):
        ...     assert len(set(situation.facts) ^ set(situation.beyond.facts)) == 2
        >>> one_field_decides()
    """
    found, home = found_rule(rule, policy)
    if found.kind == "permission":
        raise UnreachableError(f"{found.id} permits something: it has no edge to a violation")
    return _edges(EdgeFinder(Bench(found, home)))


def _coming_to(status: Status, rule: Rule | str, policy: Policy | None) -> st.SearchStrategy[Situation]:
    found, home = found_rule(rule, policy)
    return _varied(Bench(found, home), status)


@st.composite
def _varied(draw: st.DrawFn, bench: Bench, status: Status) -> Situation:
    """Start from a situation as wanted, and keep those changes that leave it so."""
    situation = draw(st.sampled_from(bench.seeds(status)))
    for _ in range(draw(st.integers(0, _MOVES))):
        judged = bench.judged(_moved(draw, bench, situation))
        if judged is not None and judged.status == status:
            situation = judged.situation
    return situation


def _moved(draw: st.DrawFn, bench: Bench, situation: Situation) -> Situation:
    """Change a field of some fact, or add a fact."""
    keys: dict[str, tuple[str, ...]] = {}
    for fact in situation:
        keys[type(fact).__name__] = (*keys.get(type(fact).__name__, ()), fact.key)
    table = Table(bench.menus, keys)
    facts = [fact for fact in situation if not isinstance(fact, Complete | ParameterValue | Judgement)]
    if not facts or draw(st.integers(0, 3)) == 3:
        return _with_another(draw, bench, table, situation)
    fact = draw(st.sampled_from(facts))
    fact_type = bench.menus.reading.vocabulary.types[type(fact).__name__]
    names = [name for name in fact_type.fields if name not in fact_type.key]
    read = [name for name in names if name in bench.menus.reading.reads(fact_type.name)]
    name = draw(st.sampled_from([*read * 3, *names]))
    value = draw(table.field(fact_type, fact_type.fields[name]))
    return with_value(situation, fact, name, value) or situation


def _with_another(draw: st.DrawFn, bench: Bench, table: Table, situation: Situation) -> Situation:
    """Add a fact of a type that the rule reads, under a key of its own."""
    types = bench.menus.reading.vocabulary.types
    names = [name for name in bench.menus.reading.types if types[name].has_key_id() and name != "Judgement"]
    if not names:
        return situation
    fact_type = types[draw(st.sampled_from(names))]
    reads_of = bench.menus.reading.reads(fact_type.name) | {fact_type.dated, fact_type.body}
    fields = [one for one in fact_type.fields.values() if one.name in reads_of or one.required]
    given = {field.name: draw(table.field(fact_type, field)) for field in fields}
    added = made(fact_type, {**given, "id": f"{fact_type.name}-more"})
    others = tuple(one for one in situation.facts if (type(one), one.key) != (type(added), added.key))
    return replace(situation, facts=(*others, added))


@st.composite
def _edges(draw: st.DrawFn, finder: EdgeFinder) -> Situation:
    """Start from a drawn situation; where nothing turns there, from the rule's own ones."""
    drawn = draw(_varied(finder.bench, draw(st.sampled_from(SIDES))))
    found = finder.near(drawn, draw(st.integers(0, 7))) or finder.own
    if not found:
        raise UnreachableError(f"no single field was found that takes {finder.bench.rule.id} over the edge")
    return draw(st.sampled_from(found))
