"""What the hospitals and the authorities publish, where and in which form."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from hospital.ordinary.bodies import AUTHORITIES, HOSPITAL, PRIVATE, PROVINCIAL, SPACES
from qinglian_rules.facts.people import CultureSpace
from qinglian_rules.facts.service import NoticeContent, NoticeForm, NoticeMedium, PublicNotice

_FORMS: tuple[NoticeForm, ...] = ("平面", "立体", "电子屏幕", "书集", "画册")


def write(book: Book) -> None:
    """Write what is shown in 2024."""
    for place, form in zip(SPACES, _FORMS, strict=True):
        add_notice(book, f"GS-{HOSPITAL}-{place}", HOSPITAL, ("清廉文化",), spaces=(place,), forms=(form,))
    add_notice(book, f"GS-{PROVINCIAL}-文化", PROVINCIAL, ("清廉文化",), spaces=("长廊", "墙体"), forms=_FORMS)
    add_notice(book, f"GS-{PRIVATE}-文化", PRIVATE, ("清廉文化",), spaces=("厅室",), forms=_FORMS)
    for body in (HOSPITAL, PROVINCIAL, PRIVATE):
        add_notice(book, f"GS-{body}-准则", body, ("九项准则",), forms=("平面",))
        add_notice(book, f"GS-{body}-倡议", body, ("九项倡议",), forms=("平面",))
        add_notice(book, f"GS-{body}-党务", body, ("党务公开",), media=("科室公示栏", "官方网站"))
        add_notice(book, f"GS-{body}-院务", body, ("院务公开",), media=("科室公示栏", "官方网站"))
    for authority in AUTHORITIES:
        add_notice(book, f"GS-{authority}-典型", authority, ("先进典型",), media=("官方网站",))


def add_notice(
    book: Book,
    key: str,
    body: str,
    contents: tuple[NoticeContent, ...],
    *,
    spaces: tuple[CultureSpace, ...] = (),
    forms: tuple[NoticeForm, ...] = (),
    media: tuple[NoticeMedium, ...] = ("院内显著位置",),
) -> PublicNotice:
    """Write one thing shown from April 2024 on."""
    made = PublicNotice(
        id=key,
        body=body,
        contents=contents,
        media=media,
        span=span(date(2024, 4, 1)),
        prominent=True,
        place=None,
        spaces=spaces,
        forms=forms,
        issuer=None,
    )
    book.add(made)
    return made
