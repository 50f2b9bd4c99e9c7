"""Runs the benchmarks and prints them, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from benchmarks import hospital_year, importing, loading, quantifiers, reading, visits
from benchmarks.measuring import Result

GROUPS: Mapping[str, Callable[[], Iterator[Result]]] = {
    "visits": visits.measured,
    "quantifiers": quantifiers.measured,
    "loading": loading.measured,
    "importing": importing.measured,
    "reading": reading.measured,
    "year": hospital_year.measured,
}


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], help="what to measure; all if not given")
    parser.add_argument("--json", action="store_true", help="print data instead of a table")
    arguments = parser.parse_args()
    found: dict[str, list[Result]] = {}
    for name in arguments.groups or GROUPS:
        found[name] = []
        for result in GROUPS[name]():
            found[name].append(result)
            if not arguments.json:
                print(line(result), flush=True)
    if arguments.json:
        report = {name: [{**asdict(one), "kept": one.kept} for one in group] for name, group in found.items()}
        print(json.dumps({"python": platform.python_version(), "results": report}, ensure_ascii=False, indent=2))


def line(result: Result) -> str:
    """Return a result as a line of the table."""
    limit = "" if result.limit is None else f"at most {result.limit:g}: {'kept' if result.kept else 'BROKEN'}"
    return f"{result.name:<70} {result.value:>10.2f} {result.unit:<6} {limit:<20} {result.note}".rstrip()


if __name__ == "__main__":
    main()
