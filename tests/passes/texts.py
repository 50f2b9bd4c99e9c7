"""Well-typed conditions as text, for properties: every one is accepted by the checker."""

from __future__ import annotations

from hypothesis import strategies as st

from qinglian_rules.facts.vocabulary import Vocabulary

Texts = st.SearchStrategy[str]

BOOLS = st.sampled_from(["hospital.for_profit", "visit.in_clinical_area", "case.verified", "hospital.是否营利性"])
NUMBERS = st.sampled_from(
    ["hospital.beds", "3", "0.25", "percent(30)", "params.limit", "params.part", "params.amount", "len(hospital.name)"]
)
DATES = st.sampled_from(
    [
        "hospital.registered",
        "now",
        "due",
        "period.start",
        "period.end",
        "document.start",
        "date(2024,2,29)",
        "params.since",
        "case.occurred",
        "visit.body.registered",
    ]
)
MOMENTS = st.just("visit.start")
DURATIONS = st.sampled_from(["days(3)", "hours(36)", "minutes(90)", "params.wait", "days(hospital.beds)"])
TEXTS = st.sampled_from(['"广西"', "hospital.name", "params.word", "visit.place"])
WORDS = st.sampled_from(["公立", "民营"])
PEOPLE = st.sampled_from(["visit.host", "person"])
MAYBES = st.sampled_from(["hospital.closed", "case.person", "hospital.city", "document.end", "visit.booking"])
ORDERS = st.sampled_from(["<", "<=", ">", ">="])
EQUALITIES = st.sampled_from(["==", "!="])

OWNERSHIP = Vocabulary.current().types["Hospital"].fields["ownership"].type.words
assert set(OWNERSHIP) == {"公立", "民营"}


def joined(*parts: Texts | str) -> Texts:
    """Return the parts one behind the other."""
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map("".join)


def numbers(depth: int) -> Texts:
    """Return expressions of a number, for the inside of a comparison."""
    if depth == 0:
        return NUMBERS
    inner = numbers(depth - 1)
    return st.one_of(
        NUMBERS,
        joined("(", inner, st.sampled_from([" + ", " - ", " * ", " / "]), inner, ")"),
        joined("-", inner),
        joined("(", inner, " if ", conditions(depth - 1), " else ", inner, ")"),
        joined("count(v for v in RepVisit if ", members(depth - 1), ")"),
        joined("sum(len(v.place) for v in RepVisit if ", members(depth - 1), ")"),
        joined("rank(visit.visitors, (v.visitors for v in RepVisit if ", members(depth - 1), "))"),
        joined("the(len(v.place) for v in RepVisit if ", members(depth - 1), ")"),
        joined("year(", dates(depth - 1), ")"),
        joined("workdays_between(", dates(depth - 1), ", ", dates(depth - 1), ")"),
    )


def members(depth: int) -> Texts:
    """Return conditions on `v in RepVisit`; no quantifier stands in them, so that names stay apart."""
    own = st.sampled_from(
        ["v.in_clinical_area", "v.body == hospital", "within(v.start, period)", "v.host == visit.host"]
    )
    if depth == 0:
        return own
    return st.one_of(own, joined("(", own, " and ", members(depth - 1), ")"), joined("not ", own))


def dates(depth: int) -> Texts:
    """Return expressions of a Date."""
    if depth == 0:
        return DATES
    inner = dates(depth - 1)
    return st.one_of(
        DATES,
        joined("(", inner, st.sampled_from([" + ", " - "]), durations(depth - 1), ")"),
        joined("date_of(", MOMENTS, ")"),
        joined("add_months(", inner, ", 3)"),
        joined("workdays_after(", inner, ", 3)"),
        joined("earlier(", inner, ", ", inner, ")"),
        joined("spell(job, (o for o in Employment if o.person == job.person), gap=", durations(0), ").start"),
    )


def durations(depth: int) -> Texts:
    """Return expressions of a Duration."""
    if depth == 0:
        return DURATIONS
    inner = durations(depth - 1)
    return st.one_of(
        DURATIONS,
        joined("(", inner, st.sampled_from([" + ", " - "]), inner, ")"),
        joined("(", inner, " * 2)"),
        joined("-", inner),
        joined("(", dates(depth - 1), " - ", dates(depth - 1), ")"),
    )


def conditions(depth: int) -> Texts:
    """Return conditions that are true or false; comparisons of constants may stand in them."""
    if depth == 0:
        return BOOLS
    inner = conditions(depth - 1)
    return st.one_of(
        BOOLS,
        joined("(", inner, st.sampled_from([" and ", " or "]), inner, ")"),
        joined("not ", BOOLS),
        joined("(", inner, " if ", inner, " else ", inner, ")"),
        joined("(", numbers(depth - 1), " ", st.one_of(ORDERS, EQUALITIES), " ", numbers(depth - 1), ")"),
        joined("(", dates(depth - 1), " ", st.one_of(ORDERS, EQUALITIES), " ", dates(depth - 1), ")"),
        joined("(", dates(depth - 1), " ", ORDERS, " ", MOMENTS, ")"),
        joined("(", durations(depth - 1), " ", ORDERS, " ", durations(depth - 1), ")"),
        joined("(", TEXTS, " ", EQUALITIES, " ", TEXTS, ")"),
        joined("(", PEOPLE, " ", EQUALITIES, " ", PEOPLE, ")"),
        joined('(hospital.ownership == "', WORDS, '")'),
        joined('(hospital.举办性质 not in {"', WORDS, '"})'),
        joined("(", MAYBES, st.sampled_from([" is None", " is not None"]), ")"),
        joined("(", TEXTS, " in hospital.reception_places)"),
        joined("exists(v for v in RepVisit if ", members(depth - 1), ")"),
        joined("all(", members(depth - 1), " for v in 医药代表来访 if ", members(depth - 1), ")"),
        joined("exists(place for place in hospital.reception_places if place == ", TEXTS, ")"),
        joined("(share(", members(0), " for v in RepVisit) is None)"),
        joined("within(visit.start, ", st.sampled_from(["period", "document", "hospital.reception_hours"]), ")"),
        joined('judged(visit, "是否推广")'),
        joined("starts_with(", TEXTS, ", ", TEXTS, ")"),
    )
