"""The limits that hospitals set: which value holds for a body on a day (LANGUAGE 4.2)."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import MISSING

from qinglian_rules.backends.kleene import Unknown
from qinglian_rules.backends.parameter_text import parse_parameter
from qinglian_rules.backends.world import World
from qinglian_rules.facts.engine import ParameterValue
from qinglian_rules.ir.rules import Parameter


def parameter_value(world: World, name: str, body: str | Unknown | None, day: date | Unknown) -> Any:
    """Return the value of a parameter for a body on a day; unknown where it is unset, unclear or contradictory.

    Args:
        name: qualified, `gx-2021/removal_limit`.
    """
    missing = Unknown(frozenset({f"params.{name.rpartition('/')[2]}"}))
    parameter = find_parameter(world, name)
    if parameter is None:
        return missing
    holding, doubtful = _settings(world, name, body, day)
    values = [_parsed(setting, parameter) for setting in holding]
    if not values or any(value is MISSING or value != values[0] for value in values):
        return missing
    if any(_parsed(setting, parameter) != values[0] for setting in doubtful):
        return missing
    return values[0]


def find_parameter(world: World, name: str) -> Parameter | None:
    """Return the declaration of a parameter by its qualified name."""
    document = world.documents.get(name.rpartition("/")[0])
    declared = document.parameters if document is not None else ()
    return next((parameter for parameter in declared if parameter.name == name), None)


def _settings(
    world: World, name: str, body: str | Unknown | None, day: date | Unknown
) -> tuple[list[ParameterValue], list[ParameterValue]]:
    """The settings that hold for `body` on `day`, and those that may, since the body or the day is unknown."""
    holding: list[ParameterValue] = []
    doubtful: list[ParameterValue] = []
    for setting in world.parameter_settings(name):
        for_body = setting.body is None or (None if isinstance(body, Unknown) else setting.body == body)
        on_day = _on(setting, day)
        if for_body is True and on_day is True:
            holding.append(setting)
        elif for_body is not False and on_day is not False:
            doubtful.append(setting)
    return holding, doubtful


def _on(setting: ParameterValue, day: date | Unknown) -> bool | None:
    if isinstance(day, Unknown):
        return True if setting.start is None and setting.end is None else None
    last = setting.end if isinstance(setting.end, date) else None
    return (setting.start is None or setting.start <= day) and (last is None or day <= last)


def _parsed(setting: ParameterValue, parameter: Parameter) -> Any:
    return MISSING if not isinstance(setting.value, str) else parse_parameter(setting.value, parameter)
