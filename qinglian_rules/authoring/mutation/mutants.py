"""The mutants of a rule or definition: the norm with one small change in one of its conditions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from qinglian_rules.authoring.cases.model import Norm
from qinglian_rules.authoring.mutation.variants import CHANGES_ZH, Change, Variant, shifted, variants
from qinglian_rules.diagnostics import Lang
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.build import TRUE
from qinglian_rules.ir.rules import Condition, Definition, Rule
from qinglian_rules.ir.show import show


@dataclass(frozen=True, slots=True)
class Mutant:
    """A norm that says something else than its author wrote.

    Attributes:
        place: where the change is: `when`, `due`, `let NAME`, `conclude FIELD`, or the name of a condition (its form
            where it has none).
        before, after: the changed part; `after` is None where it is left out whole.
        nth: counts the mutants of the norm that would read alike, from 1.
    """

    norm: Norm
    place: str
    change: Change
    before: n.Node
    after: n.Node | None
    nth: int = 1

    @property
    def text(self) -> str:
        """What was changed, as one line that names this mutant among those of its norm."""
        after = "—" if self.after is None else show(self.after)
        which = "" if self.nth == 1 else f" #{self.nth}"
        return f"{self.place}: {show(self.before)} → {after}{which}"

    def describe(self, lang: Lang = "zh") -> str:
        """Return the kind of change and the change."""
        return f"{CHANGES_ZH[self.change] if lang == 'zh' else self.change}  {self.text}"


def mutants_of(norm: Norm) -> Iterator[Mutant]:
    """Yield the mutants of a rule with conditions or of a definition, each under a text of its own; of others none."""
    if isinstance(norm, Rule) and norm.form not in {"require", "forbid"}:
        return
    alike: Counter[str] = Counter()
    for mutant in _all(norm):
        alike[mutant.text] += 1
        if mutant.norm != norm:
            yield replace(mutant, nth=alike[mutant.text])


def _all(norm: Norm) -> Iterator[Mutant]:
    yield from _when(norm)
    for number, let in enumerate(norm.lets):
        yield from _changed(norm, f"let {let.name}", variants(let.node), partial(_with_let, norm, number))
    if isinstance(norm, Rule):
        yield from _of_rule(norm)
    else:
        yield from _of_definition(norm)


def _when(norm: Norm) -> Iterator[Mutant]:
    if norm.when != TRUE:
        yield Mutant(replace(norm, when=TRUE), "when", "dropped", norm.when, None)
        yield from _changed(norm, "when", variants(norm.when), lambda node: replace(norm, when=node))


def _of_rule(rule: Rule) -> Iterator[Mutant]:
    for number, condition in enumerate(rule.conditions):
        place = condition.name or rule.form
        if len(rule.conditions) > 1:
            rest = (*rule.conditions[:number], *rule.conditions[number + 1 :])
            yield Mutant(replace(rule, conditions=rest), place, "dropped", condition.node, None)
        yield from _changed(rule, place, variants(condition.node), partial(_with_condition, rule, number))
    if rule.due is not None:
        found = (*shifted(rule.due), *variants(rule.due))
        yield from _changed(rule, "due", found, lambda node: replace(rule, due=node))


def _of_definition(definition: Definition) -> Iterator[Mutant]:
    for number, (name, node) in enumerate(definition.values):
        yield from _changed(definition, f"conclude {name}", variants(node), partial(_with_value, definition, number))


def _changed(
    norm: Norm, place: str, found: Iterator[Variant] | tuple[Variant, ...], put: Callable[[n.Node], Norm]
) -> Iterator[Mutant]:
    for variant in found:
        yield Mutant(put(variant.whole), place, variant.change, variant.before, variant.after)


def _with_let(norm: Norm, number: int, node: n.Node) -> Norm:
    lets = (*norm.lets[:number], replace(norm.lets[number], node=node), *norm.lets[number + 1 :])
    return replace(norm, lets=lets)


def _with_condition(rule: Rule, number: int, node: n.Node) -> Rule:
    changed: Condition = replace(rule.conditions[number], node=node)
    return replace(rule, conditions=(*rule.conditions[:number], changed, *rule.conditions[number + 1 :]))


def _with_value(definition: Definition, number: int, node: n.Node) -> Definition:
    values = definition.values
    return replace(definition, values=(*values[:number], (values[number][0], node), *values[number + 1 :]))
