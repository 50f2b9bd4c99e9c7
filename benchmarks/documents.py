"""Documents made up for measuring, read and checked like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qinglian_rules import passes
from qinglian_rules.documents import Topics, load_document
from qinglian_rules.engine import Policy
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document, Item

METADATA = """\
id: bench
title: 样例
issuer: [样例]
in_force: {from: 2021-01-01, to: 2029-12-31}
reach: body.province == "广西"
rank: province
status: stable
"""
PER_ITEM = 50
"""Rules of one item file, as in a real document of that size."""


def policy_of(blocks: Sequence[str]) -> Policy:
    """Load a document whose rules are `blocks`, each without its clause."""
    return Policy((document_of(blocks),))


def document_of(blocks: Sequence[str]) -> Document:
    """Read and check a document; `PER_ITEM` blocks make an item."""
    files = files_of(blocks)
    loaded = load_document(
        files, vocabulary=Vocabulary.current(), topics=Topics(), checks=passes, folder="", name="bench"
    )
    if loaded.document is None:
        raise ValueError("\n".join(one.message("en") for one in loaded.diagnostics))
    return loaded.document


def files_of(blocks: Sequence[str]) -> dict[str, str]:
    """Write the files of a document."""
    files = {"policy.yaml": METADATA}
    texts: list[str] = []
    for number, start in enumerate(range(0, len(blocks), PER_ITEM), 1):
        clauses = [f"第{index}句话" for index in range(start + 1, start + 1 + len(blocks[start : start + PER_ITEM]))]
        sentences = "\n\n".join(f"{clause}。" for clause in clauses)
        fenced = "\n".join(
            f"```rule\n{block.rstrip()}\nclause: {clause}\nreading: 样例\nseverity: minor\n```\n"
            for block, clause in zip(blocks[start : start + PER_ITEM], clauses, strict=True)
        )
        heading = f"第{number}条"
        texts.append(f"{heading}\n\n{sentences}\n")
        front = f"---\nsection: {number}\ntitle: {heading}\n---\n## {heading}\n\n"
        files[f"{number}-item.md"] = f"{front}{sentences}\n\n{fenced}"
    files["source.txt"] = "\n".join(texts)
    return files


def with_others(document: Document, count: int, block: str) -> Document:
    """Return a document with `count` more rules like `block`, each under an id of its own."""
    model = document_of([block]).rules[0]
    others = tuple(replace(model, id=f"{model.id}-{number}") for number in range(count))
    item: Item = replace(document.items[0], rules=(*document.items[0].rules, *others))
    return replace(document, items=(item, *document.items[1:]))
