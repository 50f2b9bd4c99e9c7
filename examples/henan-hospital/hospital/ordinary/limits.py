"""The limits and rhythms that the document leaves open, as the hospital and the authorities have set them."""

from __future__ import annotations

from made.book import Book

from hospital.ordinary.bodies import AUTHORITIES
from hospital.ordinary.creation import YEAR_END
from hospital.ordinary.procurement import FROM_AMOUNT
from hospital.ordinary.supervision import ACTIONS
from qinglian_rules.facts.engine import ParameterValue

EXAMINATION_LEAD_DAYS = 90
SANCTION_DAYS = 30
RECTIFICATION_DAYS = 60
PORTFOLIO_DAYS = 30
DECISION_DAYS = 90
FOLLOW_UP_DAYS = 60
_EVERYWHERE = {
    "guidance_cycle": "半年",
    "year_end_from": YEAR_END.isoformat(),
    "examination_lead_limit": f"{EXAMINATION_LEAD_DAYS}天",
    "examination_sanction_limit": f"{SANCTION_DAYS}天",
    "conduct_sanction_limit": f"{SANCTION_DAYS}天",
    "supervision_cycle": "季度",
    "rectification_limit": f"{RECTIFICATION_DAYS}天",
    "committee_quorum": "2/3",
    "office_quorum": "1/2",
    "portfolio_limit": f"{PORTFOLIO_DAYS}天",
    "decision_limit": f"{DECISION_DAYS}天",
    "discipline_from": str(FROM_AMOUNT),
    "follow_up_limit": f"{FOLLOW_UP_DAYS}天",
    "head_inspection_cycle": "半年",
    "copy_limit": "10天",
}


def write(book: Book) -> None:
    """Write all limits; what the ten actions are called each authority says by itself."""
    for parameter, value in _EVERYWHERE.items():
        _set(book, None, parameter, value)
    for authority in AUTHORITIES:
        _set(book, authority, "ten_actions", "、".join(ACTIONS))


def _set(book: Book, body: str | None, parameter: str, value: str) -> None:
    name = f"ha-2024/{parameter}"
    book.add(ParameterValue(body=body, parameter=name, start=None, end=None, value=value, source="〔2024〕8号"))
