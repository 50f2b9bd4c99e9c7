"""A set of documents compiled: fact type by fact type, when somebody first asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qinglian_rules.backends.python.units import (
    DefinitionUnit,
    GateUnit,
    RuleUnit,
    Surroundings,
    definition_unit,
    gate_unit,
    rule_unit,
)
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Definition, Document, Rule


class Program:
    """The rules and definitions of some documents, as generated code.

    Args:
        rules: the rules to judge by; all of the documents if not given.
    """

    def __init__(self, documents: Sequence[Document], rules: Iterable[Rule] | None = None) -> None:
        self.surroundings = Surroundings(Vocabulary.current(), {document.id: document for document in documents})
        self._rules: dict[str, list[tuple[int, Rule]]] = {}
        found = rules if rules is not None else (rule for document in documents for rule in document.rules)
        for place, rule in enumerate(found):
            self._rules.setdefault(rule.subject.target, []).append((place, rule))
        self._units: dict[str, RuleUnit] = {}
        self._definitions: dict[str, DefinitionUnit] = {}
        self._gates: dict[tuple[str, bool], GateUnit] = {}

    def unit(self, target: str) -> RuleUnit:
        """Return the compiled rules whose subjects are of a type."""
        if target not in self._units:
            self._units[target] = rule_unit(
                target, (rule for _, rule in self._rules.get(target, ())), self.surroundings
            )
        return self._units[target]

    def definition(self, definition: Definition) -> DefinitionUnit:
        """Return a compiled definition."""
        if definition.id not in self._definitions:
            self._definitions[definition.id] = definition_unit(definition, self.surroundings)
        return self._definitions[definition.id]

    def rules_on(self, target: str) -> Sequence[Rule]:
        """Return the rules that judge facts of a concrete type, in the order of the texts."""
        types = self.surroundings.vocabulary.types
        found = [pair for wanted, rules in self._rules.items() if target in types[wanted].subtypes for pair in rules]
        return [rule for _, rule in sorted(found, key=lambda pair: pair[0])]

    def gate(self, target: str, *, fills_body: bool) -> GateUnit:
        """Return the compiled gate of a concrete type."""
        key = (target, fills_body)
        if key not in self._gates:
            fact_type = self.surroundings.vocabulary.types[target]
            self._gates[key] = gate_unit(fact_type, self.rules_on(target), self.surroundings, fills_body=fills_body)
        return self._gates[key]
