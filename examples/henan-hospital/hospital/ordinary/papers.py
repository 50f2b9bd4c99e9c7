"""Papers of the hospitals that may be filed in one of several ways, so that no single form of record is asked for."""

from __future__ import annotations

from datetime import date

from made.book import Book

from hospital.ordinary.bodies import HOSPITALS, MARKS
from qinglian_rules.facts.engine import EvidenceRecord, RecordKind

_PAPERS: tuple[tuple[str, RecordKind, tuple[str, ...], date], ...] = (
    ("JZ-KH", "机制", ("常态化考核监督",), date(2024, 5, 22)),
    ("ZD-SF", "制度", ("医疗服务价格",), date(2024, 4, 18)),
)


def write(book: Book) -> None:
    """Write one mechanism for assessment and supervision alike, and the rules on charging, of each hospital."""
    for body in HOSPITALS:
        for number, (key, kind, topics, day) in enumerate(_PAPERS, start=401):
            book.add(
                EvidenceRecord(
                    id=f"{key}-{body}",
                    body=body,
                    record=kind,
                    topics=topics,
                    date=day,
                    approved_by=None,
                    number=f"{MARKS[body]}〔{day.year}〕{number}号",
                    title=f"{topics[0]}（{kind}）",
                    location=None,
                )
            )
