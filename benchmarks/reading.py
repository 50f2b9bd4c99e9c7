"""The bundled documents loaded from their files, beside a YAML loader in C on the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from benchmarks.measuring import Result, compared_slowly, seconds
from qinglian_rules.documents import bundled_ids
from qinglian_rules.documents.folders import policies_root
from qinglian_rules.loading import load

_BLOCK = re.compile(r"```(?:rule|duties|define|responsible|text)\n(.*?)```", re.DOTALL)


def measured() -> Iterator[Result]:
    """Yield how loading compares with reading YAML, and how it grows with the rules."""
    texts = list(_readable(policies_root()))
    size = sum(len(text.encode()) for text in texts)
    ratio, ours, theirs = compared_slowly(load, partial(_read_all, texts), 3)
    note = f"{len(load().rules):,} rules, {size / 1e3:,.0f} kB of blocks, {ours:.2f} s to {theirs:.2f} s"
    yield Result("all documents loaded to their blocks read by libyaml", ratio, "ratio", 10.0, note)
    alone = [seconds(partial(load, name), 3) / len(load(name).rules) for name in bundled_ids()]
    together = ours / len(load().rules)
    yield Result("all documents to the slowest alone: for each rule", together / max(alone), "ratio", 1.3)


def _readable(root: Path) -> Iterator[str]:
    """Yield the blocks of all item files that are YAML as well, and the description of each document.

    A condition may hold what YAML reads otherwise; such a block is left out on the side of YAML alone.
    """
    for path in sorted(root.glob("*/*.md")):
        for found in _BLOCK.finditer(path.read_text(encoding="utf-8")):
            try:
                yaml.load(found[1], Loader=yaml.CSafeLoader)
            except yaml.YAMLError:
                continue
            yield found[1]
    for path in (*sorted(root.glob("*/policy.yaml")), root / "topics.yaml"):
        yield path.read_text(encoding="utf-8")


def _read_all(texts: list[str]) -> None:
    for text in texts:
        yaml.load(text, Loader=yaml.CSafeLoader)
