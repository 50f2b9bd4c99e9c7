"""Running mutants against the cases of their rules, and telling which no case sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qinglian_rules.authoring.cases import Case, Part, Parts, Stage, all_cases, differences, outcome, set_up
from qinglian_rules.authoring.cases.run import norms_of
from qinglian_rules.authoring.mutation.equivalents import Explanation, read_explanations
from qinglian_rules.authoring.mutation.mutants import Mutant, mutants_of
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.engine import Policy
from qinglian_rules.ir.rules import Definition, Document


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that no case sees. `why`: the author's reason why nothing could, where one is written."""

    mutant: Mutant
    why: str | None = None

    @property
    def rule(self) -> str:
        """The id of the rule or definition."""
        return self.mutant.norm.id


@dataclass(frozen=True, slots=True)
class Score:
    """How the mutants of one rule or definition fared; `refused` are those that the checker would not let pass."""

    killed: int
    survivors: tuple[Survivor, ...]
    refused: int = 0

    @property
    def mutants(self) -> int:
        """How many mutants could run."""
        return self.killed + len(self.survivors)


@dataclass(frozen=True, slots=True)
class MutationRun:
    """What became of all mutants, by rule. `diagnostics`: mistakes in cases and in the files of explanations."""

    scores: Mapping[str, Score]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def survivors(self) -> tuple[Survivor, ...]:
        """All mutants that no case sees."""
        return tuple(survivor for score in self.scores.values() for survivor in score.survivors)

    @property
    def unexplained(self) -> tuple[Survivor, ...]:
        """Those of which nobody says why nothing could see them."""
        return tuple(survivor for survivor in self.survivors if survivor.why is None)

    @property
    def killed(self) -> int:
        """How many mutants a case sees."""
        return sum(score.killed for score in self.scores.values())

    @property
    def mutants(self) -> int:
        """How many mutants could run."""
        return sum(score.mutants for score in self.scores.values())

    def of_document(self, document: str) -> MutationRun:
        """Return the part of one document."""
        return MutationRun({name: score for name, score in self.scores.items() if name.startswith(f"{document}/")})

    def to_json(self, lang: Lang = "zh") -> dict[str, Any]:
        """Return all of it as plain data for `json.dumps`."""
        return {
            "mutants": self.mutants,
            "killed": self.killed,
            "rules": [{"id": name, "mutants": one.mutants, "killed": one.killed} for name, one in self.scores.items()],
            "survivors": [
                {"rule": one.rule, "change": one.mutant.change, "mutant": one.mutant.text, "why": one.why}
                for one in self.survivors
            ],
            "diagnostics": [f"{found.code.id} {found.message(lang)}" for found in self.diagnostics],
        }


def run_mutation(policy: Policy, prefixes: Iterable[str] = (), documents: Collection[str] | None = None) -> MutationRun:
    """Run the mutants of all computed rules and definitions against the cases of their own.

    Args:
        policy: its cases must pass as they are (`run_cases`): a case that does not would see every mutant.
        prefixes: what the ids of rules start with, such as `gx-2022/2.2.7`; all, if none is given.
        documents: the ids of the documents whose rules are changed; all, unless given.
    """
    starts = tuple(prefixes)
    cases, found = all_cases(policy, documents)
    by_norm: dict[str, list[Case]] = {}
    for case in cases:
        by_norm.setdefault(case.norm, []).append(case)
    explanations, more = read_explanations(policy)
    parts = Parts(policy)
    scores: dict[str, Score] = {}
    stale: list[Diagnostic] = []
    for name, norm in norms_of(policy).items():
        if (documents is None or norm.document in documents) and (not starts or name.startswith(starts)):
            trial = _Trial(parts.of(norm), tuple(by_norm.get(name, ())))
            score = trial.score(mutants_of(norm), explanations.get(name, ()))
            if score.mutants:
                scores[name] = score
            stale.extend(_stale(name, score, explanations.get(name, ())))
    return MutationRun(scores, (*found, *more, *stale))


def _stale(name: str, score: Score, explanations: tuple[Explanation, ...]) -> Iterator[Diagnostic]:
    """Yield a warning for each explanation whose mutant does not survive: a case sees it, or the rule has changed."""
    alive = {survivor.mutant.text for survivor in score.survivors}
    for explanation in explanations:
        if explanation.mutant not in alive:
            args = {"id": name, "mutant": explanation.mutant}
            near = nearest(explanation.mutant, alive)
            yield Diagnostic(codes.NO_SUCH_SURVIVOR, explanation.span, args, near)


class _Trial:
    """The cases of one norm, each set up once for all its mutants."""

    def __init__(self, part: Part, cases: tuple[Case, ...]) -> None:
        self.part = part
        self.stages = tuple(set_up(case, part) for case in cases)

    def score(self, mutants: Iterator[Mutant], explanations: tuple[Explanation, ...]) -> Score:
        reasons = {explanation.mutant: explanation.why for explanation in explanations}
        killed = refused = 0
        survivors: list[Survivor] = []
        for mutant in mutants:
            seen = self._is_seen(mutant)
            if seen is None:
                refused += 1
            elif seen:
                killed += 1
            else:
                survivors.append(Survivor(mutant, reasons.get(mutant.text)))
        return Score(killed, tuple(survivors), refused)

    def _is_seen(self, mutant: Mutant) -> bool | None:
        """Whether a case comes out otherwise; None where the mutant lost a guard that the checker asks for."""
        try:
            return any(self._differs(stage, mutant) for stage in self.stages)
        except TypeError:
            # An order or a sum of None: the checker refuses a condition that could come to that, so no author can
            # write this mutant. Rules that passed the checker never get here.
            return None

    def _differs(self, stage: Stage, mutant: Mutant) -> bool:
        norm = mutant.norm
        if isinstance(norm, Definition):
            stage = set_up(stage.case, _with(self.part, norm))
        return bool(differences(stage, outcome(stage, norm)))


def _with(part: Part, definition: Definition) -> Part:
    """Return the part of a policy with a definition in place of the one of its id."""
    return replace(part, documents=tuple(_document_with(document, definition) for document in part.documents))


def _document_with(document: Document, definition: Definition) -> Document:
    if document.id != definition.document:
        return document
    items = tuple(
        replace(item, definitions=tuple(definition if one.id == definition.id else one for one in item.definitions))
        for item in document.items
    )
    return replace(document, items=items)
