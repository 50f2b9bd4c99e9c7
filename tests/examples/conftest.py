"""Assertions that the examples share say as much when they fail as those of a test."""

import pytest

pytest.register_assert_rewrite("tests.examples.planted")
