"""The authority, the others of its province, and the institutions of its area."""

from __future__ import annotations

from datetime import date

from made.book import Book
from made.days import span

from qinglian_rules.facts.people import (
    AuthorityKind,
    AuthorityLevel,
    Company,
    Department,
    DepartmentKind,
    Function,
    HealthAuthority,
    Hospital,
)
from qinglian_rules.facts.service import SelfCheckEnrolment

MAIN = "WJW-4501"
"""The authority that this example is about: the health commission of an invented city."""

PROVINCE = "WJW-45"
PROVINCE_TCM = "ZYJ-45"
INSURANCE = "YBJ-45"
NATION = "WJW-00"
NATION_TCM = "ZYJ-00"
NATION_INSURANCE = "YBJ-00"
CITIES = tuple(f"WJW-45{number:02}" for number in range(1, 15))
"""The health commissions of the 14 cities, the main one first."""

OTHERS = CITIES[1:]
AUTHORITIES = (*CITIES, PROVINCE, PROVINCE_TCM)
"""Those of health and of TCM that the documents reach; those of the nation are only reported to."""

STATIONS = {city: f"JDS-{city[4:]}" for city in OTHERS}
"""The supervision station of each other city: all that is on record here of the area of that commission."""

CITY_OF = {key: f"虚构市{number:02}" for number, key in enumerate(CITIES, start=1)}
HOME = CITY_OF[MAIN]

PUBLIC = "YY-公立"
PRIVATE = "YY-民营"
CLINIC = "ZS-01"
INSTITUTIONS = (PUBLIC, PRIVATE, CLINIC)
ELSEWHERE = "ZS-外省"
"""A clinic of another province that its own documents bind and these do not."""

LAST_DAY = date(2022, 12, 31)
"""The day on which the system of self-checks must cover whoever is registered."""

COMPANIES = ("QY01", "QY02")


def write(book: Book) -> None:
    """Write authorities, institutions, offices and companies."""
    _national(book)
    _add(book, PROVINCE, "卫生健康主管部门", "省级", NATION, "虚构自治区卫生健康委（示例）")
    _add(book, PROVINCE_TCM, "中医药主管部门", "省级", NATION_TCM, "虚构自治区中医药局（示例）")
    _add(book, INSURANCE, "医疗保障部门", "省级", NATION_INSURANCE, "虚构自治区医保局（示例）")
    for key in CITIES:
        _add(book, key, "卫生健康主管部门", "市级", PROVINCE, f"{CITY_OF[key]}卫生健康委（示例）")
    for key in OTHERS:
        name = f"{CITY_OF[key]}卫生监督所（示例）"
        _add(book, STATIONS[key], "其他主管部门", "市级", key, name)
    add_institution(book, PUBLIC, "乡镇卫生院", "公立", date(2001, 5, 18))
    add_institution(book, PRIVATE, "专科医院", "民营", LAST_DAY)
    add_institution(book, CLINIC, "诊所", "民营", date(2023, 1, 1))
    add_institution(book, ELSEWHERE, "诊所", "民营", date(2019, 3, 4), province="广东")
    enrol(book, PUBLIC, date(2021, 12, 1))
    enrol(book, PRIVATE, LAST_DAY)
    enrol(book, CLINIC, date(2023, 2, 1))
    for body in AUTHORITIES:
        add_department(book, conduct_office(body), body, "行风管理处", "行风管理")
    for body in INSTITUTIONS:
        add_department(book, conduct_office(body), body, "行风管理办公室", "行风管理")
    add_department(book, "KS-执法", MAIN, "综合监督科", "医务")
    for key in COMPANIES:
        book.add(
            Company(id=key, body=PUBLIC, name=f"虚构企业{key}", kind="药品", is_producer=True, is_distributor=False)
        )


def add_institution(
    book: Book, key: str, kind: str, ownership: str, registered: date, *, province: str = "广西"
) -> None:
    """Write one institution of the home city; one of another province bears the city's name by chance."""
    public = ownership == "公立"
    book.add(
        Hospital.model_validate(
            {
                "id": key,
                "name": f"虚构{kind}（示例）",
                "kind": kind,
                "level": "一级未定等",
                "province": province,
                "city": HOME,
                "district": "虚构县",
                "ownership": ownership,
                "for_profit": not public,
                "affiliation": "乡镇" if public else "社会办",
                "registered_by": MAIN,
                "registered": registered,
                "closed": None,
                "has_party_committee": False,
                "beds": 0 if kind == "诊所" else 40,
                "superior": MAIN,
                "reception_hours": (),
                "reception_places": (),
                "reception_staff": (),
                "culture_spaces": ("厅室",),
            }
        )
    )


def conduct_office(body: str) -> str:
    """Return the id of a body's office of conduct."""
    return f"KS-{body}"


def add_department(book: Book, key: str, body: str, name: str, function: Function) -> None:
    """Write one office, or one department that gives care."""
    kind: DepartmentKind = "临床科室" if function == "诊疗" else "职能科室"
    book.add(Department(id=key, body=body, name=name, kind=kind, function=function, specialty=None, head=None))


def enrol(book: Book, institution: str, start: date) -> None:
    """Write that an institution uses the system of self-checks from a day on."""
    book.add(
        SelfCheckEnrolment(
            id=f"ZC-{institution}", body=institution, span=span(start), last_declared=None, reviewed=None
        )
    )


def _national(book: Book) -> None:
    _add(book, NATION, "卫生健康主管部门", "国家级", None, "国家卫生健康主管部门", "北京")
    _add(book, NATION_TCM, "中医药主管部门", "国家级", None, "国家中医药主管部门", "北京")
    _add(book, NATION_INSURANCE, "医疗保障部门", "国家级", None, "国家医疗保障部门", "北京")


def _add(
    book: Book,
    key: str,
    kind: AuthorityKind,
    level: AuthorityLevel,
    superior: str | None,
    name: str,
    province: str = "广西",
) -> None:
    book.add(
        HealthAuthority(
            id=key,
            name=name,
            kind=kind,
            level=level,
            province=province,
            city=CITY_OF.get(key),
            district=None,
            superior=superior,
        )
    )
