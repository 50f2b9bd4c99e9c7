"""The command line: `qinglian`. One thin module a command."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line; the exit code says what came out."""
    from qinglian_rules.cli.app import app

    app()
