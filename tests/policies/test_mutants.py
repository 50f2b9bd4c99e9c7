"""The cases of each document see nearly every small change of its rules, and it is said why nothing sees the rest."""

from __future__ import annotations

import pytest

from qinglian_rules.authoring.mutation import run_mutation
from qinglian_rules.cli.mutate import too_few
from qinglian_rules.documents import bundled_ids
from tests.policies.test_cases import bundled


@pytest.mark.long
@pytest.mark.parametrize("document", bundled_ids())
def test_cases_see_the_mutants_of_a_document_and_what_they_miss_is_explained(document: str) -> None:
    done = run_mutation(bundled(), documents=[document])
    assert [f"{one.rule}  {one.mutant.text}" for one in done.unexplained] == []
    assert [f"{one.code.id} {one.message('en')}" for one in done.diagnostics] == []
    assert not too_few(done)
