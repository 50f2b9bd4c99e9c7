"""Types of the language are compared by value; each plain type is there once."""

from __future__ import annotations

import copy
import pickle

import pytest

from qinglian_rules.ir import types as t


@pytest.mark.parametrize("kind", [t.BOOL, t.INT, t.DATETIME, t.NONE, t.SLOT], ids=str)
def test_a_copy_of_a_plain_type_is_that_type(kind: t.Type) -> None:
    assert copy.deepcopy(kind) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind
