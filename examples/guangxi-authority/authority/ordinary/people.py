"""Who leads and who works there: ids, never names."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from authority.ordinary.bodies import AUTHORITIES, INSTITUTIONS, PUBLIC
from qinglian_rules.facts.governance import NamedResponsibility
from qinglian_rules.facts.people import Employment, Person
from qinglian_rules.facts.posts import Post, PostTenure

SINCE = date(2019, 3, 1)
_BODIES = (*AUTHORITIES, *INSTITUTIONS)


def head_of(body: str) -> str:
    """Return the id of a body's head."""
    return f"Z{_BODIES.index(body) + 1:02}1"


def officer_of(body: str) -> str:
    """Return the id of the officer who works on conduct all day."""
    return f"Z{_BODIES.index(body) + 1:02}2"


def head_tenure(body: str) -> str:
    """Return the id of the head's tenure."""
    return f"RZ-{body}"


def write(book: Book) -> None:
    """Write heads and officers, their posts, and who answers for conduct."""
    for body in _BODIES:
        head, officer = head_of(body), officer_of(body)
        _person(book, head, body, is_head=True)
        _person(book, officer, body, is_head=False)
        _post(book, body)
        book.add(
            PostTenure(
                id=head_tenure(body), body=body, person=head, post=f"GW-{body}", span=span(SINCE), appointed_by=None
            )
        )
        _named(book, f"ZR-双责-{body}", body, "行风建设一岗双责", head)
        if body in INSTITUTIONS:
            _named(book, f"ZR-第一-{body}", body, "行风管理第一责任人", head)
            _named(book, f"ZR-承办-{body}", body, "专项行动第一承办人", head)
            _named(book, f"ZR-专人-{body}", body, "行风工作专人", officer)


def _person(book: Book, key: str, body: str, *, is_head: bool) -> None:
    book.add(
        Person(
            id=key,
            body=body,
            is_medical_staff=False,
            is_party_member=False,
            exercises_public_power=False,
            profession="管理人员",
            rank="主要负责人" if is_head else "一般人员",
            professional_title=None,
            specialty=None,
            department=None,
            branch=None,
            born=date(1972, 4, 9),
        )
    )
    if body in INSTITUTIONS and is_head:
        # Who else works in an institution is its own affair, and not asked here.
        book.add(
            Employment(
                id=f"PY-{key}",
                body=body,
                person=key,
                span=span(SINCE),
                department=None,
                staff_kind="在编" if body == PUBLIC else "合同制",
                on_leave=False,
            )
        )


def _post(book: Book, body: str) -> None:
    book.add(
        Post(
            id=f"GW-{body}",
            body=body,
            name="主要负责人",
            department=None,
            category="行政管理",
            duty="其他",
            duty_object="无",
            role="主要负责人",
            is_head=True,
            is_party_head=False,
            is_leader=True,
            major_risk=False,
            named_key=body == PUBLIC,
            conduct_key=False,
        )
    )


def _named(book: Book, key: str, body: str, responsibility: str, person: str) -> None:
    book.add(
        NamedResponsibility.model_validate(
            {
                "id": key,
                "body": body,
                "responsibility": responsibility,
                "person": person,
                "span": span(date(2021, 10, 8)),
                "number": None,
            }
        )
    )
