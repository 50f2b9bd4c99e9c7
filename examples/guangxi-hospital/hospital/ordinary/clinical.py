"""Care as the hospital's systems record it: what was done and prescribed, who may do it, what may be advertised."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from made.book import Book
from made.days import quarter, span

from hospital.ordinary.bodies import COMPANIES, HOSPITAL, PROVINCE, SPECIALTIES
from qinglian_rules.facts.benefits import Donation
from qinglian_rules.facts.care import (
    CareEpisode,
    ClinicalFault,
    ClinicalFinding,
    Diagnosis,
    Drug,
    DrugClass,
    Prescription,
    PrescriptionReview,
    ServiceKind,
    ServiceRecord,
)
from qinglian_rules.facts.people import Person
from qinglian_rules.facts.prescribing import UsageIndicator, UsageObject
from qinglian_rules.facts.procurement import Equipment, ProcurementProject
from qinglian_rules.facts.service import Advertisement, AdvertisementKind, Licence, LicenceKind

_DRUGS: tuple[tuple[str, DrugClass, bool], ...] = (
    ("某抗菌药", "抗菌药物", True),
    ("某辅助用药", "辅助性用药", False),
    ("某营养制剂", "营养性用药", False),
    ("某降压药", "其他", True),
)
_WATCHED: tuple[UsageObject, ...] = ("抗菌药物", "辅助性用药", "营养性用药", "高值耗材", "一次性耗材")


def write(book: Book) -> None:
    """Write drugs, services, prescriptions, reviews, indicators, licences, devices and advertisements."""
    for number, (name, kind, essential) in enumerate(_DRUGS, start=1):
        add_drug(book, f"YP{number}", name, kind, essential=essential)
    for number, episode in enumerate(stays(book)[::2], start=1):
        start = day_in(episode)
        service: ServiceKind = "检查" if number % 2 else "检验"
        add_service(book, f"JZ-{number:02}", episode, service, f"项目{number % 4}", start)
        add_diagnosis(book, f"ZD-{number:02}", episode, "I10")
        add_prescription(book, f"CFD-{number:02}", episode, start, (f"YP{1 + number % 4}",))
    _remote(book)
    _reviews(book)
    for year in (2022, 2023, 2024):
        for number in range(1, 5):
            for item in _WATCHED:
                _usage(book, item, year, number)
    _licences(book)
    _devices(book)
    add_advertisement(book, "GG-1", "医疗广告", "报纸", online=False)
    add_advertisement(book, "GG-2", "医疗广告", "微信公众号", online=True)
    add_advertisement(book, "GG-3", "医疗信息", "官方网站", online=True, licence=None)
    add_advertisement(book, "GG-4", "医美广告", "微信公众号", online=True)
    add_donation(book, "JS-1", tied=False)
    add_clinical_finding(book, "LC-1", "其他", date(2023, 5, 10))


def stays(book: Book, year: int = 2023) -> list[CareEpisode]:
    """Return the stays that began and ended in a year, in the order of time."""
    found = [one for one in book.of(CareEpisode) if one.episode == "住院" and _all_in(one, year)]
    return sorted(found, key=day_in)


def day_in(episode: CareEpisode) -> date:
    """Return the day on which a stay began."""
    start = episode.span.start  # type: ignore[union-attr]
    assert isinstance(start, date)
    return start


def _all_in(episode: CareEpisode, year: int) -> bool:
    end = episode.span.end  # type: ignore[union-attr]
    return isinstance(end, date) and day_in(episode).year == end.year == year


def add_drug(book: Book, key: str, name: str, kind: DrugClass, *, essential: bool, **more: Any) -> Drug:
    """Write one drug; `more` overrides fields."""
    fields: dict[str, Any] = {
        "trace_code": None,
        "antibiotic_grade": "非限制使用级" if kind == "抗菌药物" else "非抗菌药物",
        "insured": True,
        "volume_selected": essential,
        "daily_dose": None,
        "limited_diagnoses": (),
    }
    made = Drug(id=key, body=HOSPITAL, generic_name=name, drug_class=kind, essential=essential, **{**fields, **more})
    book.add(made)
    return made


def add_service(
    book: Book, key: str, episode: CareEpisode, kind: ServiceKind, item: str, day: date, **more: Any
) -> ServiceRecord:
    """Write one service that was asked for with a reason; `more` overrides fields."""
    fields: dict[str, Any] = {
        "ordered_by": episode.physician,
        "performed_by": "R067",
        "performer_qualified": True,
        "indication": "病情需要",
        "repeat_reason": None,
        "quantity": Decimal(1),
        "high_value_supply": False,
        "consent": True,
    }
    made = ServiceRecord(
        id=key,
        body=HOSPITAL,
        episode=episode.id,
        service=kind,
        item=item,
        done=datetime.combine(day, time(10, 30)),
        **{**fields, **more},
    )
    book.add(made)
    return made


def add_diagnosis(book: Book, key: str, episode: CareEpisode, code: str) -> Diagnosis:
    """Write the main diagnosis of a stay."""
    made = Diagnosis(
        id=key,
        body=HOSPITAL,
        episode=episode.id,
        code=code,
        main=True,
        made=day_in(episode),
        physician=episode.physician,
    )
    book.add(made)
    return made


def add_prescription(book: Book, key: str, episode: CareEpisode, day: date, drugs: tuple[str, ...]) -> Prescription:
    """Write one prescription."""
    made = Prescription(
        id=key,
        body=HOSPITAL,
        episode=episode.id,
        patient_kind="住院",
        issued=day,
        physician=episode.physician,
        department=episode.department,
        pharmacist="R061",
        drugs=drugs,
        days=3,
        essential_drugs=1,
        antibiotic="YP1" in drugs,
        amount=Decimal(86),
        collector_checked=True,
    )
    book.add(made)
    return made


def add_review(book: Book, key: str, prescription: str, reviewed: date, **more: Any) -> PrescriptionReview:
    """Write that a pharmacist found a prescription reasonable; `more` overrides fields."""
    fields: dict[str, Any] = {"reviewer": "R062", "result": "合理", "codes": (), "talked_to": False}
    made = PrescriptionReview(id=key, body=HOSPITAL, prescription=prescription, reviewed=reviewed, **{**fields, **more})
    book.add(made)
    return made


def _remote(book: Book) -> None:
    """Write one remote consultation a quarter of 2023."""
    for number in range(1, 5):
        episode = next(one for one in stays(book) if day_in(one).month == 3 * number - 1)
        day = day_in(episode)
        add_service(book, f"YC-{number}", episode, "远程医疗", "远程会诊", day, performed_by=episode.physician)


def _reviews(book: Book) -> None:
    """Write one review a quarter, of a prescription of the quarter."""
    for year in (2022, 2023, 2024):
        for number in range(1, 5):
            start, end = quarter(year, number)
            episode = next(one for one in stays(book, year) if start <= day_in(one) <= end)
            key = review(year, number)
            add_prescription(book, f"CFD-{key}", episode, day_in(episode), ("YP4",))
            add_review(book, key, f"CFD-{key}", end.replace(day=25))


def review(year: int, number: int) -> str:
    """Return the id of a quarter's review."""
    return f"DP-{year}Q{number}"


def _usage(book: Book, item: UsageObject, year: int, number: int) -> None:
    """Write one line on what is watched apart from the ranking."""
    book.add(
        UsageIndicator(
            id=f"YL-{year}Q{number}-{item}",
            body=HOSPITAL,
            person="R005",
            specialty="康复医学",
            department="KS01",
            period=span(*quarter(year, number)),
            object=item,
            item=None,
            drug=None,
            metric="增长率",
            value=Decimal("0.8"),
            patients=400,
            rank=9,
            peers=9,
            reviewed=None,
            reviewed_by=None,
        )
    )


def certificate(person: str) -> str:
    """Return the id of a doctor's certificate."""
    return f"ZZ-医师-{person}"


def add_licence(
    book: Book, key: str, kind: LicenceKind, days: tuple[date, date | None], scope: tuple[str, ...], **more: Any
) -> Licence:
    """Write one licence that was not misused; `more` overrides fields."""
    fields: dict[str, Any] = {"person": None, "issued_by": PROVINCE, "misuses": (), "misused_by": None}
    made = Licence(
        id=key, body=HOSPITAL, licence=kind, number=f"证{key}", span=span(*days), scope=scope, **{**fields, **more}
    )
    book.add(made)
    return made


def _licences(book: Book) -> None:
    always = (date(2018, 6, 1), date(2033, 5, 31))
    add_licence(book, "ZZ-执业", "医疗机构执业许可证", always, tuple(SPECIALTIES.values()))
    add_licence(book, "ZZ-诊所", "诊所备案证书", always, tuple(SPECIALTIES.values()))
    for person in book.of(Person):
        if person.profession == "医师":
            add_licence(book, certificate(person.id), "医师执业证书", always, ("医师",), person=person.id)
    add_licence(book, "ZZ-乙类", "大型医用设备配置许可证", (date(2022, 5, 9), None), ("磁共振",))
    media = ("报纸", "微信公众号")
    add_licence(book, "ZZ-广告", "医疗广告审查证明", (date(2022, 12, 1), date(2023, 11, 30)), media)


def _devices(book: Book) -> None:
    add_device(book, "SB-1", "磁共振", "乙类大型医用设备", licence="ZZ-乙类")
    add_device(book, "SB-2", "超声诊断仪", "非大型医用设备", source="捐赠")
    for number, listed in ((1, True), (2, False)):
        announced = date(2022 + number, 5, 12)
        book.add(
            ProcurementProject(
                id=f"CG-{number}",
                body=HOSPITAL,
                name="医用设备采购",
                object="医用设备",
                method="公开招标" if listed else "院内比选",
                fund_source="自有资金",
                budget=Decimal(1_800_000),
                approved=announced - timedelta(days=90),
                decision=None,
                announced=announced,
                opened=announced + timedelta(days=25),
                awarded=announced + timedelta(days=30),
                winner=COMPANIES[7],
                amount=Decimal(1_750_000),
                contract_signed=announced + timedelta(days=50),
                accepted=announced + timedelta(days=150),
                agency=None,
                supervised_by="纪检监察室",
                on_government_list=listed,
            )
        )


def add_device(book: Book, key: str, name: str, large: str, **more: Any) -> Equipment:
    """Write one device that came in after its licence; `more` overrides fields."""
    fields: dict[str, Any] = {
        "source": "购置",
        "company": COMPANIES[7],
        "department": "KS06",
        "acquired": date(2022, 8, 15),
        "first_used": date(2022, 9, 5),
        "retired": None,
        "licence": None,
        "amount": Decimal(900_000),
        "project": None,
        "tied_to_supplies": False,
    }
    made = Equipment(id=key, body=HOSPITAL, name=name, large=large, **{**fields, **more})  # type: ignore[arg-type]
    book.add(made)
    return made


def add_advertisement(
    book: Book, key: str, kind: AdvertisementKind, medium: str, *, online: bool, **more: Any
) -> Advertisement:
    """Write one advertisement of 2023, as reviewed; `more` overrides fields."""
    fields: dict[str, Any] = {
        "span": span(date(2023, 3, 1), date(2023, 9, 30)),
        "licence": "ZZ-广告",
        "as_reviewed": True,
        "exaggerates": False,
        "induces_spending": False,
        "false_claims": False,
    }
    made = Advertisement(id=key, body=HOSPITAL, advertisement=kind, medium=medium, online=online, **{**fields, **more})
    book.add(made)
    return made


def add_donation(book: Book, key: str, *, tied: bool) -> Donation:
    """Write one donation for study."""
    made = Donation(
        id=key,
        body=HOSPITAL,
        received=date(2023, 6, 20),
        company=COMPANIES[3],
        donor=None,
        taker="单位",
        person=None,
        department=None,
        form="货币",
        amount=Decimal(50_000),
        purpose="学术活动",
        agreement="捐赠协议",
        decision=None,
        assessed=True,
        tied_to_purchase=tied,
        booked=True,
        published=True,
    )
    book.add(made)
    return made


def add_clinical_finding(book: Book, key: str, fault: ClinicalFault, found: date, **more: Any) -> ClinicalFinding:
    """Write one fault in care that was set right within a month; `more` overrides fields."""
    fields: dict[str, Any] = {
        "episode": None,
        "service": None,
        "prescription": None,
        "person": None,
        "department": "KS01",
        "serious": False,
        "found_by": "医务科",
        "approach": None,
        "corrected": found + timedelta(days=25),
        "case": None,
    }
    made = ClinicalFinding(id=key, body=HOSPITAL, found=found, fault=fault, **{**fields, **more})
    book.add(made)
    return made
