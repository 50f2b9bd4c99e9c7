"""Schemes of pay and who decided them; the structure of the discipline inspection; work with other departments."""

from __future__ import annotations

from datetime import date
from typing import Any

from made.book import Book
from made.days import span

from hospital.days import workday_from
from hospital.ordinary.bodies import AUTHORITIES, HOSPITAL, PUBLIC_HOSPITALS
from hospital.ordinary.meetings import add_decision
from hospital.ordinary.posts import DISCIPLINE_SECRETARY
from qinglian_rules.facts.ethics import PayScheme
from qinglian_rules.facts.governance import Coordination, Structure

_ADOPTED = date(2023, 6, 20)


def write(book: Book) -> None:
    """Write a scheme of each public hospital, its discipline office, and a joint meeting of each authority."""
    for body in PUBLIC_HOSPITALS:
        decided = add_decision(book, f"JC-薪酬-{body}", _ADOPTED, "重大事项决策", meeting=None, body=body)
        add_scheme(book, f"XC-{body}", body, (date(2023, 7, 1), None), decided.id)
        book.add(_discipline_office(body))
    for authority in AUTHORITIES:
        book.add(
            Coordination(
                id=coordination(authority),
                body=authority,
                coordination="联席会议",
                held=workday_from(date(2024, 5, 21)),
                partners=("人力资源社会保障部门", "财政部门", "医疗保障部门"),
                topics=("公立医院薪酬制度改革",),
                result=None,
            )
        )


def scheme(body: str) -> str:
    """Return the id of a hospital's scheme of pay."""
    return f"XC-{body}"


def coordination(authority: str) -> str:
    """Return the id of an authority's joint meeting on pay."""
    return f"LD-{authority}"


def discipline_office(body: str) -> str:
    """Return the id of a hospital's discipline office."""
    return f"JG-{body}-纪检"


def add_scheme(
    book: Book, key: str, body: str, days: tuple[date, date | None], decision: str | None, **more: Any
) -> PayScheme:
    """Write one scheme that depends on the national assessment of the hospital; `more` overrides fields."""
    fields: dict[str, Any] = {
        "total_managed": True,
        "total": None,
        "linked_to_appraisal": True,
        "linked_to_hospital_appraisal": True,
        "linked_to_head_pay": True,
        "linked_to_revenue": False,
        "reflects_knowledge": True,
        "published": True,
        "forms": ("岗位绩效工资",),
    }
    made = PayScheme(id=key, body=body, span=span(*days), adopted=_ADOPTED, decision=decision, **{**fields, **more})
    book.add(made)
    return made


def _discipline_office(body: str) -> Structure:
    return Structure(
        id=discipline_office(body),
        body=body,
        structure="纪检监察机构",
        span=span(date(2019, 1, 2)),
        head=DISCIPLINE_SECRETARY if body == HOSPITAL else None,
        deputies=(),
        office="KS13" if body == HOSPITAL else None,
        functions=("纪检监察",),
        duties_written=True,
        founding_document="〔2019〕1号",
        decision=None,
    )
