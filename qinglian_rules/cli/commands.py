"""What every command has in common: help in Chinese first, and an end without a traceback, whatever goes wrong."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from qinglian_rules.cli.output import REFUSED, accept_any_character, print_diagnostics, say
from qinglian_rules.cli.usage import language_of, usage_diagnostic
from qinglian_rules.diagnostics import Diagnostic, Lang, QinglianError
from qinglian_rules.diagnostics.catalogue import command as codes

INTERRUPTED = 130
BROKEN = 70
"""The exit code of a defect in this program, which is none of the four answers of a check."""

# Typer may carry its own copy of click; the base class of this exception is the usage error of whichever it uses.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class Command(TyperCommand):
    """A command whose help speaks Chinese first."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option, with a text in both languages."""
        return _chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, its parts titled in both languages."""
        _title_panels()
        super().format_help(ctx, formatter)


class Commands(TyperGroup):
    """All commands. Whatever ends one ends in a diagnostic and an exit code."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option, with a text in both languages."""
        return _chinese(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, its parts titled in both languages."""
        _title_panels()
        super().format_help(ctx, formatter)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command line and, unless `standalone_mode` is false, exit."""
        run = partial(super().main, args, prog_name or "qinglian", complete_var, False, windows_expand_args, **extra)
        if not standalone_mode:
            return run()
        accept_any_character()
        sys.exit(outcome(run, language_of(sys.argv[1:] if args is None else args)))


def outcome(run: Callable[[], Any], lang: Lang) -> int:
    """Run a command and return its exit code; what it raises is printed as a diagnostic."""
    try:
        return run() or 0
    except typer.Exit as left:
        return left.exit_code
    except _UsageError as error:
        return _refused((usage_diagnostic(error),), lang)
    except QinglianError as error:
        return _refused(error.diagnostics, lang)
    except (typer.Abort, KeyboardInterrupt):
        say("已中断" if lang == "zh" else "interrupted", lang)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a defect of ours must not meet users as a traceback
        return _broken(error, lang)


def _refused(diagnostics: tuple[Diagnostic, ...], lang: Lang) -> int:
    print_diagnostics(diagnostics, lang)
    return REFUSED


def _broken(error: Exception, lang: Lang) -> int:
    """Tell of a defect in one line with its place; the whole traceback where the environment asks for it."""
    if "QINGLIAN_TRACEBACK" in os.environ:
        say("".join(traceback.format_exception(error)), lang)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
    args = {"error": type(error).__name__, "place": place}
    print_diagnostics([Diagnostic(codes.DEFECT, args=args)], lang)
    return BROKEN


def _chinese(option: Any) -> Any:
    if option is not None:
        option.help = "显示帮助。 Show this help."
    return option


def _title_panels() -> None:
    """Title the parts of a help page in both languages; typer keeps their titles in its module for rich."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = "参数 Arguments"
    rich_utils.OPTIONS_PANEL_TITLE = "选项 Options"
    rich_utils.COMMANDS_PANEL_TITLE = "命令 Commands"
    rich_utils.DEFAULT_STRING = "[默认 {}]"
    rich_utils.REQUIRED_LONG_STRING = "[必填]"
