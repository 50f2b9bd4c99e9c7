"""What a programmer would write for the twelve conditions on a visit, on the same fact objects."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import MISSING

from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.visits import RepVisit, VisitBooking

Found = tuple[list[str], bool]
FROM = datetime(2021, 1, 1)
AFTER = datetime(2030, 1, 1)
AS_OF = date(2024, 12, 31)
PURPOSES = frozenset({"产品推广", "学术信息沟通", "学术会议"})


class ByHand:
    """Judges visits, knowing hospitals and bookings."""

    def __init__(self, hospitals: Mapping[str, Hospital], bookings: Mapping[str, VisitBooking]) -> None:
        self.hospitals = hospitals
        self.bookings = bookings

    def applies(self, visit: RepVisit) -> bool | None:
        """Whether the document reaches the hospital and is in force; None where that is unknown."""
        start = visit.start
        if start is not MISSING and not FROM <= start < AFTER:
            return False
        hospital = None if visit.body is MISSING else self.hospitals.get(visit.body)
        province = MISSING if hospital is None else hospital.province
        if province is not MISSING and province != "广西":
            return False
        return None if province is MISSING or start is MISSING else True

    def judged(self, visit: RepVisit) -> Found:
        """Return the failed names and whether something is unknown, reach and force included."""
        applies = self.applies(visit)
        if applies is False:
            return [], False
        failed, unknown = self.conditions(visit)
        return failed, unknown or applies is None

    def conditions(self, visit: RepVisit) -> Found:  # noqa: C901, PLR0912, PLR0915 - by hand it is one long function
        """Return the failed names and whether something is unknown, of the conditions alone."""
        failed: list[str] = []
        unknown = False
        start = visit.start
        body = visit.body
        hospital = None if body is MISSING else self.hospitals.get(body)
        hours = MISSING if hospital is None else hospital.reception_hours
        if start is MISSING or hours is MISSING:
            unknown = True
        else:
            on, at = start.isoweekday(), start.time()
            if not any(slot.weekday == on and slot.start <= at < slot.end for slot in hours):
                failed.append("定时")
        place, places = visit.place, MISSING if hospital is None else hospital.reception_places
        if place is MISSING or places is MISSING:
            unknown = True
        elif place not in places:
            failed.append("定点")
        host, staff = visit.host, MISSING if hospital is None else hospital.reception_staff
        if host is MISSING or staff is MISSING:
            unknown = True
        elif host not in staff:
            failed.append("定人")
        key = visit.booking
        if key is MISSING:
            unknown = True
        elif key is None:
            failed.append("有预约")
        else:
            booking = self.bookings.get(key)
            made = MISSING if booking is None else booking.made
            if made is MISSING or start is MISSING:
                unknown = True
            elif not made < start:
                failed.append("有预约")
        approved_by = visit.approved_by
        if approved_by is MISSING:
            unknown = True
        elif approved_by is None:
            failed.append("有流程")
        record = visit.record
        if record is MISSING:
            unknown = True
        elif record is None:
            failed.append("有记录")
        pledge = visit.pledge
        if pledge is MISSING:
            unknown = True
        elif pledge is None:
            failed.append("有承诺")
        until = visit.authorised_until
        if until is not None:
            if until is MISSING or start is MISSING:
                unknown = True
            elif not start.date() <= until:
                failed.append("授权有效")
        visitors = visit.visitors
        if visitors is MISSING:
            unknown = True
        elif not visitors <= 3:
            failed.append("人数")
        clinical = visit.in_clinical_area
        if clinical is MISSING:
            unknown = True
        elif clinical:
            failed.append("不在诊疗区")
        purpose = visit.purpose
        if purpose is MISSING:
            unknown = True
        elif purpose not in PURPOSES:
            failed.append("来访目的")
        filing = visit.filing_number
        if filing is MISSING:
            unknown = True
        elif filing is None:
            failed.append("已备案")
        return failed, unknown

    def with_values(self, visit: RepVisit) -> list[tuple[str, dict[str, Any]]]:
        """Return the failed names with the values that decided them."""
        failed, _ = self.judged(visit)
        return [(name, self._values(name, visit)) for name in failed]

    def _values(self, name: str, visit: RepVisit) -> dict[str, Any]:
        if name == "定点":
            places = self.hospitals[visit.body].reception_places  # type: ignore[index]
            return {"visit.place": visit.place, "visit.body.reception_places": places}
        if name == "有预约":
            if visit.booking is None:
                return {"visit.booking": None}
            return {"visit.booking.made": self.bookings[visit.booking].made, "visit.start": visit.start}  # type: ignore[index]
        field = {"有记录": "record", "人数": "visitors"}[name]
        return {f"visit.{field}": getattr(visit, field)}
