"""Tests of this folder that run durable-rules are skipped where it does not import."""

from __future__ import annotations

import pytest

WITHOUT = "durable-rules is not installed, or does not import on this Python"


@pytest.fixture
def engine() -> None:
    pytest.importorskip("durable_rules_engine", reason=WITHOUT, exc_type=ImportError)
