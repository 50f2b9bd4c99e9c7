"""Mistakes of a command line, as diagnostics in the user's language instead of the parser's English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.diagnostics.catalogue import command as codes
from qinglian_rules.diagnostics.excerpt import excerpt
from qinglian_rules.diagnostics.nearest import nearest

_QUOTED = re.compile(r"'([^']*)'|\(([^)]*)\)")


def language_of(args: Sequence[str]) -> Lang:
    """Return the language that a command line asks for, before it is parsed."""
    for name, value in zip(args, (*args[1:], ""), strict=False):
        if name == "--lang=en" or (name == "--lang" and value == "en"):
            return "en"
    return "zh"


def usage_diagnostic(error: Any) -> Diagnostic:
    """Return what is wrong with a command line. `error` is a usage error of the parser, told by its class's name."""
    path = getattr(error.ctx, "command_path", "qinglian")
    kind = type(error).__name__
    if kind == "NoSuchOption":
        known = [name for param in error.ctx.command.params for name in param.opts if name.startswith("--")]
        return _said(codes.NO_SUCH_OPTION, path, error.option_name, nearest(error.option_name, known))
    if kind == "MissingParameter":
        return _said(codes.MISSING_ARGUMENT, path, _name_of(error.param))
    if kind == "BadOptionUsage":
        return _said(codes.BAD_OPTION, path, error.option_name)
    if kind == "BadParameter":
        return _bad_value(error, path)
    return _other(error, path)


def _bad_value(error: Any, path: str) -> Diagnostic:
    """Say which value an option does not take, and which it does."""
    quoted = _words(error.message)
    if not quoted:
        return _said(codes.BAD_OPTION, path, _name_of(error.param))
    args = {"value": excerpt(quoted[0]), "name": _name_of(error.param), "command": path}
    return Diagnostic(codes.BAD_VALUE, args=args | {"known": "、".join(quoted[1:])})


def _other(error: Any, path: str) -> Diagnostic:
    words = _words(error.message)
    if "No such command" in error.message:
        return _said(codes.NO_SUCH_COMMAND, path, words[0], nearest(words[0], error.ctx.command.commands))
    return _said(codes.TOO_MANY_ARGUMENTS, path, words[-1] if words else error.message)


def _said(code: Any, path: str, name: str, suggestion: str | None = None) -> Diagnostic:
    return Diagnostic(code, args={"command": path, "name": excerpt(name)}, suggestion=suggestion)


def _words(message: str) -> list[str]:
    """Return what a message of the parser holds in quotes or brackets."""
    return [first or second for first, second in _QUOTED.findall(message)]


def _name_of(param: Any) -> str:
    """Return a parameter as it is typed: `--as-of`, or the name of an argument as the help shows it."""
    return str(param.opts[0] if param.opts[0].startswith("-") else param.metavar or param.name.upper())
