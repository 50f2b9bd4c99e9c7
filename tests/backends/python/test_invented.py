"""Rules made up at random are judged alike by both back ends, on worlds made up at random."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from qinglian_rules import passes
from qinglian_rules.documents import Topics, load_document
from qinglian_rules.engine import Engine, Policy
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document
from tests.backends.python.invented import DAY, Facts, rule
from tests.backends.python.test_conformance_worlds import told

METADATA = """\
id: bench
title: 样例
issuer: [样例]
in_force: {from: 2021-06-01, to: {earliest: 2023-01-01, latest: 2023-06-30}}
reach: body.province == "广西"
rank: province
status: stable
params:
  limit: {title: 限, type: Int, why: 样例}
"""
RULES = 60
WORLDS = 5


@pytest.mark.parametrize("seed", range(4))
def test_both_back_ends_agree(seed: int) -> None:
    assert differences(seed, RULES, WORLDS) == ([], True)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_both_back_ends_agree_on_many(seed: int) -> None:
    assert differences(seed, 400, 12) == ([], True)


def differences(seed: int, rules: int, worlds: int) -> tuple[list[object], bool]:
    """Return where the back ends differ, and whether decisions of every status were compared."""
    found: list[object] = []
    statuses: Counter[str] = Counter()
    for number in range(rules):
        random = Random(f"{seed}-{number}")
        text = rule(random, number)
        document = checked(text)
        if document is None:
            continue
        policy = Policy((document,), random.choice((frozenset(), frozenset({"bench"}))))
        for _ in range(worlds):
            facts = Facts(random, random.choice((0, 0, 0.03, 0.15))).world()
            as_of = DAY + timedelta(days=random.choice((0, 60, -30, 400)))
            period = random.choice((None, None, (date(2022, 1, 1), date(2022, 12, 31))))
            body = random.choice((None, "H-1"))
            engines: tuple[Engine, Engine] = ("reference", "python")
            reports = [policy.check(facts, as_of=as_of, period=period, body=body, engine=one) for one in engines]
            statuses.update(decision.status for decision in reports[0].decisions)
            if told(reports[0]) != told(reports[1]):
                found.append((text, facts, as_of, period, body))
    return found, len(statuses) == 5


def checked(text: str) -> Document | None:
    """Return a document with one rule; None where the checker refuses it."""
    block = f"```rule\n{text}clause: 一句话\nreading: 样例\nseverity: minor\n```\n"
    files = {
        "policy.yaml": METADATA,
        "source.txt": "全文\n\n一句话。\n",
        "1-all.md": f"---\nsection: 一\ntitle: 全文\n---\n## 全文\n\n一句话。\n\n{block}",
    }
    vocabulary = Vocabulary.current()
    return load_document(files, vocabulary=vocabulary, topics=Topics(), checks=passes, name="bench").document
