"""Mutants of rules, run against the cases: what a wrong rule would have to be like for no case to see it."""

from qinglian_rules.authoring.mutation.mutants import Mutant, mutants_of
from qinglian_rules.authoring.mutation.run import MutationRun, Survivor, run_mutation

__all__ = ["Mutant", "MutationRun", "Survivor", "mutants_of", "run_mutation"]
