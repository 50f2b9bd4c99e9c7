"""Invented bills that try each official pair: what must be found, and what must be left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.billing import BillingLine, ChargePair, PriceItem
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.values import DateSpan

HOSPITAL = "H-1"
CHARGED = datetime(2023, 6, 1, 9)
FOUND = "同日"
LEFT = ("隔日", "两次", "冲销")
"""Both on one day is found; on two days, in two visits, or with the first taken back the same day, is not."""


def dated(pairs: Iterable[ChargePair], first: date) -> list[ChargePair]:
    """Return the pairs as a hospital supplies them: gone by from a day on, without an end."""
    return [one.model_copy(update={"span": DateSpan(start=first, end=None)}) for one in pairs]


def bills(pairs: Iterable[ChargePair]) -> list[Fact]:
    """Return four bills for each pair, and what the hospital would state beside them.

    The second item's line of each bill is called `pair/way`. Items have no limit of their own, so only pairs decide.
    """
    pairs = list(pairs)
    lines = [line for pair in pairs for line in _four(pair)]
    keys = sorted({str(key) for pair in pairs for key in (pair.first, pair.second)})
    return [
        Hospital(id=HOSPITAL, name="采用本要点的医院（示例）", province="广西"),
        *(_item(key) for key in keys),
        *lines,
        *(Complete(type=name, end=date(2025, 12, 31)) for name in ("BillingLine", "ChargePair", "PriceItem")),
    ]


def _item(key: str) -> PriceItem:
    span = DateSpan(start=date(2012, 1, 1), end=None)
    return PriceItem(
        id=key, body=HOSPITAL, code=key, span=span, once_a_day=False, daily_limit=None, includes=(), must_combine=False
    )


def _four(pair: ChargePair) -> Iterator[BillingLine]:
    for way in (FOUND, *LEFT):
        name = f"{pair.id}/{way}"
        later = CHARGED + timedelta(days=1) if way == "隔日" else CHARGED + timedelta(minutes=5)
        other = f"{name}/另一次" if way == "两次" else name
        yield _line(f"{name}/甲", name, pair.first, CHARGED)
        yield _line(name, other, pair.second, later)
        if way == "冲销":
            back = _line(f"{name}/退", name, pair.first, CHARGED + timedelta(hours=1))
            yield back.model_copy(update={"number": Decimal(-1), "reverses": f"{name}/甲"})


def _line(key: str, episode: str, item: object, charged: datetime) -> BillingLine:
    return BillingLine(
        id=key, body=HOSPITAL, episode=episode, item=str(item), charged=charged, number=Decimal(1), reverses=None
    )
