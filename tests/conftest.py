"""Settings of generated tests, and how much they compared, told at the end of a run."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, settings

# The same examples in every run, so that nothing fails by chance; `--hypothesis-profile=explore` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", parent=settings.get_profile("same"), derandomize=False)
settings.load_profile("same")

COMPARED = "pairs compared"
CARRIED = "carried by durable-rules"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many decisions were compared and how much was carried, by the tests that count it (`record_property`)."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    found: Counter[str] = Counter()
    for report in reports:
        for name, count in report.user_properties:
            if name.startswith((COMPARED, CARRIED)) and report.when == "call":
                found[name] += int(str(count))
    for name, count in sorted(found.items()):
        terminalreporter.write_line(f"{name}: {count:,}")
