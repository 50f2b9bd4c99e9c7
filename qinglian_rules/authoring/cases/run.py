"""Running the cases of a policy: which pass, which do not, and what none of them reaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from qinglian_rules.authoring.cases.files import written_cases
from qinglian_rules.authoring.cases.model import Case, Norm, norms_in
from qinglian_rules.authoring.cases.outcomes import Outcome, differences, outcome
from qinglian_rules.authoring.cases.reach import Gap, Reached, gaps
from qinglian_rules.authoring.cases.stage import Parts, set_up
from qinglian_rules.authoring.cases.standard.generate import cases_of_rule, standard_cases
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.diagnostics.catalogue import cases as codes
from qinglian_rules.diagnostics.model import Text
from qinglian_rules.engine import Engine, Policy, judge_of
from qinglian_rules.ir.rules import Rule
from qinglian_rules.reports.json_report import diagnostic_data


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that came out otherwise than it says."""

    case: Case
    problems: tuple[Text, ...]

    def describe(self, lang: Lang = "zh") -> str:
        """Return the case, where it stands and what differs."""
        span = self.case.span
        place = f" ({span.file}:{span.line})" if span.file else " (标准用例)" if lang == "zh" else " (standard case)"
        problems = "；".join(problem.render(lang) for problem in self.problems)
        return f"{self.case.norm}「{self.case.title}」{place}: {problems}"


@dataclass(frozen=True, slots=True)
class CaseRun:
    """What came out of all cases.

    `reached` is what the cases that pass show of each rule and definition, by id. `diagnostics`: mistakes in cases
    files; their cases were not run.
    """

    passed: int
    failures: tuple[Failure, ...]
    unreached: tuple[Gap, ...]
    reached: Mapping[str, Reached]
    diagnostics: tuple[Diagnostic, ...] = ()

    def to_json(self, lang: Lang = "zh") -> dict[str, Any]:
        """Return all of it as plain data for `json.dumps`."""
        return {
            "passed": self.passed,
            "failures": [_failure_data(failure, lang) for failure in self.failures],
            "unreached": [{"rule": gap.norm, "what": gap.what.render(lang)} for gap in self.unreached],
            "rules": [_reached_data(name, reached) for name, reached in self.reached.items()],
            "diagnostics": [diagnostic_data(diagnostic, lang) for diagnostic in self.diagnostics],
        }


def _reached_data(name: str, reached: Reached) -> dict[str, Any]:
    return {
        "id": name,
        "cases": reached.written,
        "standard_cases": reached.standard,
        "statuses": sorted(reached.statuses),
        "failed": sorted(reached.failed),
    }


def _failure_data(failure: Failure, lang: Lang) -> dict[str, Any]:
    case = failure.case
    return {
        "rule": case.norm,
        "case": case.title,
        "expect": case.expect,
        "file": case.span.file or None,
        "line": case.span.line if case.span.file else None,
        "problems": [problem.render(lang) for problem in failure.problems],
    }


def norms_of(policy: Policy) -> Mapping[str, Norm]:
    """Return all rules and definitions by id, in the order of the texts."""
    return {norm.id: norm for document in policy.documents for item in document.items for norm in norms_in(item)}


def all_cases(
    policy: Policy, documents: Collection[str] | None = None
) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """Return the cases that stand in files, then the standard ones; and what is wrong in the files.

    Args:
        documents: the ids of the documents whose cases are wanted; of all, unless given.
    """
    written, found = written_cases(policy, documents=documents)
    return (*written, *standard_cases(policy, documents)), found


def run_cases(policy: Policy, engine: Engine = "reference", documents: Collection[str] | None = None) -> CaseRun:
    """Run all cases of a policy.

    Args:
        policy: its documents are judged as if nobody had named them: bodies are reached by what is known of them.
        engine: the back end that judges rules; what definitions conclude is always the reference's word.
        documents: the ids of the documents whose cases are run; the others give their definitions. All, unless given.
    """
    cases, found = all_cases(policy, documents)
    runner = Runner(policy, engine)
    wanted = [name for name, norm in runner.norms.items() if documents is None or norm.document in documents]
    reached = {name: Reached() for name in wanted}
    failures: list[Failure] = []
    for case in cases:
        result = runner.run(case)
        if result.problems:
            failures.append(Failure(case, result.problems))
        else:
            reached[case.norm].add(case, result.outcome)
    unreached = tuple(gap for name in wanted for gap in gaps(runner.norms[name], reached[name]))
    return CaseRun(len(cases) - len(failures), tuple(failures), unreached, reached, found)


@dataclass(frozen=True, slots=True)
class Result:
    """What came out of a case, and how that differs from what must; no `problems` where it passes."""

    outcome: Outcome
    problems: tuple[Text, ...]


class Runner:
    """Runs cases of a policy, one at a time."""

    def __init__(self, policy: Policy, engine: Engine = "reference") -> None:
        self.norms = norms_of(policy)
        self.parts = Parts(policy)
        self.judge = judge_of(engine)

    def run(self, case: Case) -> Result:
        """Judge a case and compare."""
        norm = self.norms[case.norm]
        stage = set_up(case, self.parts.of(norm))
        found = outcome(stage, norm, self.judge)
        return Result(found, differences(stage, found))


def check_cases(policy: Policy) -> tuple[Diagnostic, ...]:
    """Return what is wrong in cases files, and a warning for each rule without cases or with none in force."""
    cases, found = all_cases(policy)
    runner = Runner(policy)
    in_force: dict[str, bool] = {}
    for case in cases:
        if not in_force.get(case.norm):
            in_force[case.norm] = runner.run(case).outcome.in_force
    warned = [warning for norm in runner.norms.values() if (warning := _warning(norm, in_force)) is not None]
    return (*found, *warned)


def _warning(norm: Norm, in_force: Mapping[str, bool]) -> Diagnostic | None:
    if in_force.get(norm.id):
        return None
    code = codes.NEVER_IN_FORCE if norm.id in in_force else codes.NO_CASES
    return Diagnostic(code, norm.span, {"id": norm.id})


def cases_of(policy: Policy, norm: Norm) -> tuple[Case, ...]:
    """Return the cases of a rule or definition, those that stand in files first; mistakes in files are passed over."""
    written, _ = written_cases(policy, norm)
    standard = cases_of_rule(norm, Parts(policy)) if isinstance(norm, Rule) else ()
    return (*(case for case in written if case.norm == norm.id), *standard)
