"""Rules and worlds made up at random over the fact types of the conformance cases.

Rules are written as text, so that only what the checker lets through is compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from pydantic import MISSING

from qinglian_rules.facts.base import Fact
from qinglian_rules.facts.engine import Complete, Judgement, ParameterValue
from qinglian_rules.facts.people import Hospital
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from tests.conformance.types import Event, Stay, Thing, Worker

DAY = date(2022, 3, 10)
SORTS = ("甲", "乙", "丙")
LEVELS = ("高", "中", "低")


@dataclass
class Writer:
    """Writes conditions. `things`, `workers`, `stays`, `events` are the names in scope by their type."""

    random: Random
    names: dict[str, list[str]] = field(default_factory=lambda: {"Thing": ["t"], "Worker": [], "Stay": [], "Event": []})
    count: int = 0
    periodic: bool = False
    has_due: bool = True

    def pick(self, *made: Callable[[], str]) -> str:
        return self.random.choice(made)()

    def word(self, *words: str) -> str:
        return self.random.choice(words)

    def name(self, kind: str) -> str:
        return self.random.choice(self.names[kind]) if self.names[kind] else ""

    # --- truth values

    def truth(self, depth: int) -> str:
        if depth <= 0:
            return self.pick(self.flag, self.flag, self.enumerated, self.is_none, self.compared_plainly)
        deeper = depth - 1
        return self.pick(
            self.flag,
            lambda: f"({self.truth(deeper)} and {self.truth(deeper)})",
            lambda: f"({self.truth(deeper)} or {self.truth(deeper)})",
            lambda: f"(not {self.truth(deeper)})",
            lambda: f"({self.truth(deeper)} if {self.truth(deeper)} else {self.truth(deeper)})",
            lambda: f"({self.number(deeper)} {self.order()} {self.number(deeper)})",
            lambda: f"({self.day(deeper)} {self.order()} {self.day(deeper)})",
            lambda: self.guarded(deeper),
            lambda: self.timed(deeper),
            lambda: self.quantified(deeper),
            lambda: self.quantified(deeper),
            lambda: self.bounded(deeper),
            lambda: self.among(deeper),
            self.judged,
        )

    def flag(self) -> str:
        return self.word(*(f"{name}.flag" for names in self.names.values() for name in names), "t.other_flag")

    def order(self) -> str:
        return self.word("==", "!=", "<", "<=", ">", ">=")

    def enumerated(self) -> str:
        thing = self.name("Thing")
        return self.word(f'{thing}.sort == "甲"', f'{thing}.sort != "乙"', f'{thing}.sort in {{"甲", "丙"}}')

    def is_none(self) -> str:
        thing = self.name("Thing")
        return f"({thing}.{self.word('note', 'remark', 'until', 'other', 'third')} is {self.word('', 'not ')}None)"

    def compared_plainly(self) -> str:
        thing = self.name("Thing")
        return self.word(
            f"{thing}.note == {thing}.remark",
            f"{thing}.note != {self.name('Thing')}.remark",
            f"{thing}.other == {thing}.third",
            f"{thing}.other == {self.name('Thing')}",
            f"{thing}.moment < {thing}.other_moment",
            f"{thing}.clock <= {thing}.other_clock",
            f"{thing}.on == {thing}.moment",
        )

    def guarded(self, depth: int) -> str:
        thing = self.name("Thing")
        what = self.word("until", "other", "note")
        inner = {
            "until": f"{thing}.until {self.order()} {self.day(depth)}",
            "other": f"{thing}.other.{self.word('flag', 'other_flag')}",
            "note": f'starts_with({thing}.note, "a")',
        }[what]
        return self.word(f"({thing}.{what} is not None and {inner})", f"({thing}.{what} is None or {inner})")

    def timed(self, depth: int) -> str:
        thing = self.name("Thing")
        first, second = self.day(depth), self.day(depth)
        return self.word(
            f"{self.word('same_month', 'same_quarter', 'same_year')}({first}, {second})",
            f"during({thing}.span, {thing}.other_span)",
            f"within({first}, {thing}.span)",
            f"within({thing}.moment, {thing}.slots)",
            f"within({first}, {self.period()})",
            f"is_workday({first})",
        )

    def period(self) -> str:
        return "period" if self.periodic else "t.other_span"

    def among(self, depth: int) -> str:
        thing = self.name("Thing")
        return self.word(
            f'"a" in {thing}.tags',
            f"{self.number(depth)} in {thing}.numbers",
            f"{thing} in {self.name('Thing')}.others",
            f"{self.number(depth)} in [{self.number(depth)}, {self.number(depth)}]",
            f'exists(tag for tag in {thing}.tags if tag == "b")',
            f"all(item > {self.number(0)} for item in {thing}.numbers if item != 2)",
            f"exists(item for item in {thing}.others if item.flag)",
            f"count(item for item in {thing}.numbers if item >= {self.number(0)}) {self.order()} 1",
        )

    def judged(self) -> str:
        return f'judged({self.name("Thing")}, "问题")'

    # --- quantifiers

    def over(self, depth: int) -> tuple[str, str, str, str]:
        """Return a type, a new name for its facts, a condition on them, and a claim."""
        kind = self.word("Thing", "Thing", "Worker", "Stay", "Event")
        self.count += 1
        new = f"x{self.count}"
        outer = {name: list(found) for name, found in self.names.items()}
        self.names[kind].append(new)
        parts = [part for part in (self.key(kind, new, outer), self.window(kind, new)) if part]
        if self.random.random() < 0.6:
            parts.append(self.truth(depth - 1))
        self.random.shuffle(parts)
        claim = self.truth(depth - 1)
        self.names = outer
        return kind, new, " and ".join(parts) or "True", claim

    def key(self, kind: str, new: str, outer: dict[str, list[str]]) -> str:
        if self.random.random() < 0.25:
            return ""
        thing = self.random.choice(outer["Thing"])
        return {
            "Thing": self.word(
                f"{new}.other == {thing}", f"{new}.sort == {thing}.sort", f"{new}.worker == {thing}.worker",
                f"{new} == {thing}.other", f"{new}.body == {thing}.body and {new}.sort == {thing}.sort",
                f"{new}.note == {thing}.remark", f"{new}.on == {thing}.on", f"year({new}.on) == 2022",
                f"{new}.worker.mentor == {thing}.worker",
            ),
            "Worker": self.word(f"{new} == {thing}.worker", f"{new}.mentor == {thing}.worker", f'{new}.level == "高"'),
            "Stay": self.word(f"{new}.worker == {thing}.worker", f"{thing}.worker == {new}.worker"),
            "Event": self.word(f"{new}.thing == {thing}", f"{new}.thing == {thing}.other"),
        }[kind]  # fmt: skip

    def window(self, kind: str, new: str) -> str:
        if kind == "Worker" or self.random.random() < 0.5:
            return ""
        dated = f"{new}.{ {'Thing': 'on', 'Stay': 'span', 'Event': 'at'}[kind] }"
        if kind == "Stay":
            return self.word(f"during({dated}, {self.period()})", f"within(t.on, {dated})")
        return self.word(
            f"within({dated}, {self.period()})", f"{dated} <= t.deadline", f"{dated} >= t.on",
            f"same_year({dated}, t.on)",
            f"{dated} < t.moment", f"year({dated}) == 2022",
        )  # fmt: skip

    def quantified(self, depth: int) -> str:
        kind, new, condition, claim = self.over(depth)
        return self.word(
            f"exists({new} for {new} in {kind} if {condition})", f"all({claim} for {new} in {kind} if {condition})"
        )

    def bounded(self, depth: int) -> str:
        kind, new, condition, claim = self.over(depth)
        value = {"Thing": f"{new}.number", "Stay": f"{new}.number", "Worker": "", "Event": f"{new}.at"}[kind]
        limit = "t.moment" if kind == "Event" else self.number(depth - 1)
        made = [f"count({new} for {new} in {kind} if {condition}) {self.order()} {self.number(depth - 1)}"]
        share = f"share({claim} for {new} in {kind} if {condition})"
        made += [f"({share} is not None and {share} {self.order()} percent(50))", f"{share} == percent(100)"]
        made += [f"{share} is None", f"{share} != t.part"]
        if value:
            extreme = f"{self.word('min', 'max')}({value} for {new} in {kind} if {condition})"
            made += [f"({extreme} is not None and {extreme} {self.order()} {limit})", f"{extreme} is None"]
            made += [f"{extreme} == {limit}", f"the({value} for {new} in {kind} if {condition}) {self.order()} {limit}"]
        if kind in {"Thing", "Stay"}:
            average = f"avg({value} for {new} in {kind} if {condition})"
            made += [f"({average} is not None and {average} > {limit})", f"{average} == {limit}"]
            made += [f"sum({value} for {new} in {kind} if {condition}) {self.order()} {limit}"]
            made += [f"rank({limit}, ({value} for {new} in {kind} if {condition})) {self.order()} 2"]
        if kind == "Thing":
            summed = f"sum({new}.{self.word('amount', 'visits')} for {new} in {kind} if {condition})"
            made += [f"{summed} {self.order()} {limit}", f"{summed} + 1 > {limit}"]
        return self.word(*made)

    # --- values

    def number(self, depth: int) -> str:
        thing = self.name("Thing")
        plain = (
            f"{thing}.number", f"{thing}.other_number", f"{thing}.visits", f"{thing}.amount", f"{thing}.balance",
            "1", "2",
            f"len({thing}.tags)", f"year({thing}.on)", "params.limit",
        )  # fmt: skip
        if depth <= 0:
            return self.word(*plain)
        deeper = depth - 1
        return self.pick(
            lambda: self.word(*plain),
            lambda: f"({self.number(deeper)} {self.word('+', '-', '*')} {self.number(deeper)})",
            lambda: f"(-{self.number(deeper)})",
            lambda: f"({self.number(deeper)} if {self.truth(deeper)} else {self.number(deeper)})",
            lambda: f"{self.word('earlier', 'later')}({self.number(deeper)}, {self.number(deeper)})",
            lambda: f"workdays_between({self.day(deeper)}, {self.day(deeper)})",
        )

    def day(self, depth: int) -> str:
        thing = self.name("Thing")
        plain = (f"{thing}.on", f"{thing}.deadline", f"date_of({thing}.moment)", "date(2022, 3, 10)", "now")
        if self.has_due:
            plain = (*plain, "due")
        if depth <= 0:
            return self.word(*plain)
        deeper = depth - 1
        return self.pick(
            lambda: self.word(*plain, f"{thing}.span.start", "document.start"),
            lambda: f"({self.day(deeper)} {self.word('+', '-')} days({self.word('0', '1', '30')}))",
            lambda: f"add_months({self.day(deeper)}, {self.number(0)})",
            lambda: f"workdays_after({self.day(deeper)}, {self.word('1', '3')})",
            lambda: f"{self.word('earlier', 'later')}({self.day(deeper)}, {self.day(deeper)})",
            lambda: f"({self.day(deeper)} if {self.truth(deeper)} else {self.day(deeper)})",
        )


def rule(random: Random, number: int) -> str:
    """Return a rule block at random; the checker may refuse it."""
    periodic = random.random() < 0.25
    form = random.choice(("require", "require", "forbid"))
    writer = Writer(random, periodic=periodic, has_due=form == "require")
    lines = [f"id: r{number}", f"kind: {'prohibition' if form == 'forbid' else 'obligation'}", "each: t in Thing"]
    if periodic:
        lines.append(f"every: {random.choice(('month', 'year', 'quarter'))}")
    if random.random() < 0.4:
        lines += ["let:", f"  known: {writer.truth(2)}", f"  size: {writer.number(2)}"]
        writer.names["Thing"].append("t")
    if random.random() < 0.5:
        lines.append(f"when: {writer.truth(2)}" + (" and known" if "let:" in lines else ""))
    lines.append(f"{form}:")
    for name in ("一", "二", "三")[: random.randint(1, 3)]:
        more = random.choice((" and size > 1", " or known", "")) if "let:" in lines else ""
        lines.append(f"  {name}: {writer.truth(3)}{more}")
    if form == "require":
        lines.append(f"due: {random.choice(('t.deadline', 't.on + days(30)', 't.moment', 'date(2022, 6, 30)'))}")
    return "\n".join(lines) + "\n"


@dataclass
class Facts:
    """Makes facts, of which a part of the values is unknown."""

    random: Random
    unknown: float = 0.15

    def some(self, *values: object) -> object:
        return MISSING if self.random.random() < self.unknown else self.random.choice(values)

    def day(self) -> date:
        return DAY + timedelta(days=self.random.choice((-400, -40, -2, -1, 0, 0, 1, 20, 300)))

    def moment(self) -> datetime:
        return datetime.combine(self.day(), time(self.random.choice((0, 9, 15, 23))))

    def span(self) -> DateSpan:
        start = self.day()
        end = self.some(start, start + timedelta(days=30), None)
        return DateSpan(start=start if end is MISSING else self.some(start), end=end)

    def thing(self, number: int) -> Fact:
        some, random = self.some, self.random
        others = tuple(f"T-{random.randint(1, 6)}" for _ in range(random.randint(0, 2)))
        return Thing(
            id=f"T-{number}", body=some("H-1", "H-2"), on=some(self.day()), sort=some(*SORTS), flag=some(True, False),
            other_flag=some(True, False), number=some(0, 1, 2, 3), other_number=some(1, 2, -1), visits=some(0, 1, 5),
            amount=some(Decimal("1.5"), Decimal(2), Decimal(0)), balance=some(Decimal(-1), Decimal(1)),
            part=some(Fraction(1, 2), Fraction(1)), text=some("a", "b"), note=some("a", "ab", None),
            remark=some("a", None), until=some(self.day(), None), deadline=some(self.day()),
            moment=some(self.moment()), other_moment=some(self.moment()), clock=some(time(9), time(15)),
            other_clock=some(time(9), time(17)), span=some(self.span()), other_span=some(self.span()),
            tags=some((), ("a",), ("a", "b")), numbers=some((), (1, 2), (2, 3)),
            slots=some((), (WeeklySlot(weekday=4, start=time(9), end=time(17)),)),
            other=some(f"T-{random.randint(1, 8)}", None), third=some(f"T-{random.randint(1, 8)}", None),
            others=some(others), worker=some("W-1", "W-2", "W-9"),
        )  # fmt: skip

    def world(self) -> list[Fact]:
        random, some = self.random, self.some
        facts: list[Fact] = [self.thing(number) for number in range(1, random.randint(2, 7))]
        for key in ("W-1", "W-2"):
            mentor = some("W-1", "W-2", "W-7", None)
            facts.append(Worker(id=key, body=some("H-1"), level=some(*LEVELS), mentor=mentor, flag=some(True, False)))
        for number in range(random.randint(0, 3)):
            stay, flag = some(self.span()), some(True, False)
            worker, size = some("W-1", "W-2"), some(1, 2, 3)
            facts.append(Stay(id=f"S-{number}", body=some("H-1"), span=stay, worker=worker, flag=flag, number=size))
        for number in range(random.randint(0, 3)):
            at, thing = some(self.moment()), some("T-1", "T-2", None)
            facts.append(Event(id=f"E-{number}", body=some("H-1"), at=at, thing=thing, flag=some(True, False)))
        return facts + self.engine()

    def engine(self) -> list[Fact]:
        random, some = self.random, self.some
        facts: list[Fact] = [
            Hospital(id="H-1", province=some("广西", "广西", "广东"), adopts=random.choice(((), ("bench",))))
        ]
        for kind in ("Thing", "Worker", "Stay", "Event"):
            if random.random() < 0.6 + (not self.unknown):
                start = random.choice((None, None, DAY - timedelta(days=50)))
                body = random.choice((None, None, "H-1"))
                facts.append(Complete(type=kind, start=start, end=DAY + timedelta(days=400), body=body))
        if random.random() < 0.7:
            facts.append(ParameterValue(parameter="limit", value=random.choice(("1", "2", "x"))))
        for number in range(random.randint(0, 2)):
            finding = some("符合", "不符合")
            subject = some("T-1", "T-2")
            facts.append(
                Judgement(id=f"J-{number}", about="问题", subject=subject, finding=finding, date=some(self.day()))
            )
        return facts
