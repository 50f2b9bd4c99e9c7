"""Expressions of the language as text, typed: what is written here should pass the checker, and covers all node kinds.

Everything is put in brackets, so that the printer, which puts in as few as it can, is tested by what it makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from qinglian_rules.facts.vocabulary import FieldKind
from tests.properties.places import PARAMETER_KINDS, Path, Place, fact_type, fits

T = TypeVar("T")
Maker = Callable[[Place], str]

BOOL, INT, DECIMAL, RATIO, STR = (FieldKind(name) for name in ("Bool", "Int", "Decimal", "Ratio", "Str"))
DATE, DATETIME, TIME = FieldKind("Date"), FieldKind("DateTime"), FieldKind("Time")
DURATION, SPAN = FieldKind("Duration"), FieldKind("Span")
NUMBERS = (INT, DECIMAL, RATIO)
ORDERED = (*NUMBERS, DATE, DATETIME, TIME, DURATION)
ORDERS = ("==", "!=", "<", "<=", ">", ">=")
QUESTIONS = ("是否影响公正", "是否推广")
DAYS = ("date(2023, 5, 10)", "date(2021, 10, 8)", "date(2022, 1, 1)", "date(2023, 12, 31)", "date(2024, 2, 29)")
LITERALS: dict[str, Sequence[str]] = {
    "Bool": ("True", "False"),
    "Int": ("1", "0", "2", "3", "-1", "12", "2023"),
    "Decimal": ("1.5", "0.01", "100.0", "-2.5"),
    "Ratio": ("percent(50)", "percent(100)", "percent(33.3)", "percent(0)"),
    "Str": ('"甲"', '"乙"', '""', '"院办"', '"市级"', '"诊所"'),
    "Date": DAYS,
    "Duration": ("days(1)", "days(30)", "hours(36)", "minutes(30)", "days(0)", "-days(2)"),
}


class Writer:
    """Writes expressions by the choices of a test case."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self._names = 0

    def pick(self, options: Sequence[T]) -> T:
        return options[0] if len(options) == 1 else self.draw(st.sampled_from(options))

    def chance(self, of: int) -> bool:
        """True once in `of` times; False where a test case is made simpler."""
        return self.draw(st.integers(0, of - 1)) == of - 1

    def name(self, stem: str) -> str:
        self._names += 1
        return f"{stem}{self._names}"

    # --- values at hand

    def value(self, kind: FieldKind, place: Place) -> str:
        """Write a value of a kind, never None."""
        deep = [] if place.depth <= 0 else self._composed(kind)
        # A condition is mostly put together, as long as it may be; another value mostly stands at hand.
        if deep and (self.chance(2) if kind != BOOL else not self.chance(4)):
            return self.pick(deep)(place.deeper())
        found = self._at_hand(kind, place)
        literals = [f'"{word}"' for word in kind.words] or list(LITERALS.get(kind.name, ()))
        if literals and (not found or self.chance(4)):
            return self.pick(literals)
        return self.pick(found) if found else self._last_resort(kind, place)

    def _at_hand(self, kind: FieldKind, place: Place) -> list[str]:
        found = [path.text for path in place.paths() if fits(path.kind, kind) and place.has_value(path)]
        found += [name for name, one in place.items.items() if fits(one, kind)]
        found += [name for name, one in place.lets.items() if fits(one, kind)]
        found += [f"params.{name}" for name, one in PARAMETER_KINDS.items() if fits(one, kind)]
        if kind.name == "Date":
            found += ["now", "document.start", *(f"{name}.start" for name in place.names if name == "period")]
            found += [f"{path.text}.start" for path in place.paths() if path.kind == SPAN]
            found += ["period.end"] if "period" in place.names else []
        if kind.name == "Span":
            found += ["document", *(["period"] if "period" in place.names else [])]
        if kind.name == "Ref":
            found += [name for name, target in place.facts.items() if fits(FieldKind("Ref", target=target), kind)]
        return found

    def _last_resort(self, kind: FieldKind, place: Place) -> str:
        if kind.name == "List":
            return self.display(kind.item or STR, place)
        if kind.name == "Ref":
            name = self.name("z")
            return f"the({name} for {name} in {kind.target})"
        plain = {"DateTime": "params.moment", "Time": "params.clock", "Span": "document"}
        return plain.get(kind.name, "params.word")

    def _composed(self, kind: FieldKind) -> list[Maker]:
        """What may be put together to give a value of a kind."""
        makers: dict[str, list[Maker]] = {
            "Bool": [self.condition] * 12,
            "Int": [self.integer, self.integer, self.aggregate_number, self.arithmetic(INT)],
            "Decimal": [self.arithmetic(DECIMAL), self.total],
            "Ratio": [self.arithmetic(RATIO), self.percentage],
            "Date": [self.day, self.day, self.shifted(DATE)],
            "DateTime": [self.shifted(DATETIME), self.call_two("earlier", DATETIME), self.call_two("later", DATETIME)],
            "Time": [self.call_two("earlier", TIME), self.call_two("later", TIME)],
            "Duration": [self.length, self.length],
            "Span": [self.spell],
            "List": [lambda place: self.display(kind.item or STR, place)],
        }
        return [*makers.get(kind.name, []), lambda place: self.choice(kind, place), lambda place: self.the(kind, place)]

    # --- numbers

    def arithmetic(self, kind: FieldKind) -> Maker:
        def write(place: Place) -> str:
            op = self.pick(("+", "-", "*"))
            first = self.value(kind, place)
            if self.chance(6):
                return f"(-{first})"
            other = kind if op != "*" or self.chance(2) else INT
            return f"({first} {op} {self.value(other, place)})"

        return write

    def percentage(self, place: Place) -> str:
        return f"percent({self.value(self.pick((INT, DECIMAL)), place)})"

    def integer(self, place: Place) -> str:
        form = self.pick(("year", "month_of_year", "weekday", "len", "workdays_between", "count", "earlier", "rank"))
        if form == "len":
            return f"len({self.value(self.pick((FieldKind('List'), STR)), place)})"
        if form == "workdays_between":
            return f"workdays_between({self.value(DATE, place)}, {self.value(self.pick((DATE, DATETIME)), place)})"
        if form == "earlier":
            return f"{self.pick(('earlier', 'later'))}({self.value(INT, place)}, {self.value(INT, place)})"
        if form in {"count", "rank"}:
            return self.aggregate_number(place)
        return f"{form}({self.value(self.pick((DATE, DATETIME)), place)})"

    def aggregate_number(self, place: Place) -> str:
        if place.quantifiers <= 0:
            return self.pick(LITERALS["Int"])
        form = self.pick(("count", "count", "sum", "rank"))
        if form == "rank":
            kind = self.pick(ORDERED)
            name, inner, source = self.range_over(place)
            return f"rank({self.value(kind, place)}, ({self.value(kind, inner)} for {name} in {source}))"
        name, inner, source = self.range_over(place)
        return f"{form}({name if form == 'count' else self.value(INT, inner)} for {name} in {source})"

    def total(self, place: Place) -> str:
        if place.quantifiers <= 0:
            return self.pick(LITERALS["Decimal"])
        name, inner, source = self.range_over(place)
        return f"sum({self.value(DECIMAL, inner)} for {name} in {source})"

    # --- time

    def day(self, place: Place) -> str:
        form = self.pick(("date_of", "add_months", "add_years", "workdays_after", "earlier", "later", "date", "spell"))
        if form == "date_of":
            return f"date_of({self.value(DATETIME, place)})"
        if form in {"earlier", "later"}:
            return self.call_two(form, DATE)(place)
        if form == "date":
            return f"date({self.value(INT, place)}, {self.pick(('1', '2', '12', '13'))}, {self.value(INT, place)})"
        if form == "spell":
            return f"{self.spell(place)}.start"
        clip = ', clip="end"' if form in {"add_months", "add_years"} and self.chance(3) else ""
        return f"{form}({self.value(DATE, place)}, {self.value(INT, place)}{clip})"

    def shifted(self, kind: FieldKind) -> Maker:
        def write(place: Place) -> str:
            if kind == DATETIME and self.chance(4):
                return f"add_months({self.value(kind, place)}, {self.value(INT, place)})"
            return f"({self.value(kind, place)} {self.pick(('+', '-'))} {self.value(DURATION, place)})"

        return write

    def length(self, place: Place) -> str:
        form = self.pick(("elapsed", "elapsed", "sum", "scaled", "built", "negated", "earlier"))
        if form == "elapsed":
            kind = self.pick((DATE, DATETIME))
            return f"({self.value(kind, place)} - {self.value(self.pick((kind, DATE)), place)})"
        if form == "sum":
            return f"({self.value(DURATION, place)} {self.pick(('+', '-'))} {self.value(DURATION, place)})"
        if form == "scaled":
            return f"({self.value(DURATION, place)} * {self.value(INT, place)})"
        if form == "built":
            return f"{self.pick(('days', 'hours', 'minutes'))}({self.value(INT, place)})"
        if form == "negated":
            return f"(-{self.value(DURATION, place)})"
        return self.call_two("earlier", DURATION)(place)

    def call_two(self, name: str, kind: FieldKind) -> Maker:
        return lambda place: f"{name}({self.value(kind, place)}, {self.value(kind, place)})"

    def spell(self, place: Place) -> str:
        spanned = [name for name, target in place.facts.items() if target in {"Stay", "Run"}]
        if not spanned or place.quantifiers <= 0:
            return "document"
        name = self.name("s")
        inner = place.binding(name, "Stay")
        condition = f" if {self.value(BOOL, inner)}" if self.chance(2) else ""
        gap = f", gap={self.value(DURATION, place)}" if self.chance(2) else ""
        return f"spell({self.pick(spanned)}, ({name} for {name} in Stay{condition}){gap})"

    # --- any kind

    def choice(self, kind: FieldKind, place: Place) -> str:
        return f"({self.value(kind, place)} if {self.value(BOOL, place)} else {self.value(kind, place)})"

    def the(self, kind: FieldKind, place: Place) -> str:
        if place.quantifiers <= 0:
            return self.choice(kind, place)
        name, inner, source = self.range_over(place)
        return f"the({self.value(kind, inner)} for {name} in {source})"

    def display(self, kind: FieldKind, place: Place) -> str:
        members = [self.value(kind, place) for _ in range(self.pick((2, 1, 3)))]
        return f"{{{', '.join(members)}}}" if self.chance(2) else f"[{', '.join(members)}]"

    # --- what ranges

    def range_over(self, place: Place) -> tuple[str, Place, str]:
        """Return a new name, the place behind it, and what it ranges over, with its condition."""
        lists = [path for path in place.paths() if path.kind.name == "List" and place.has_value(path)]
        lists = [path for path in lists if path.kind.item is not None and path.kind.item.name != "Slot"]
        if lists and self.chance(4):
            return self._over_list(place, self.pick(lists))
        name, target = self.name("y"), self.pick(place.sources)
        inner = place.deeper().binding(name, target)
        if self.chance(4):
            return name, inner, target
        parts = [part for part in (self._usual(place, inner, name, target), self._guard(inner, name)) if part]
        for part in parts:
            if part.endswith(" is not None"):
                inner = inner.knowing(part.removesuffix(" is not None"))
        if not parts or self.chance(3):
            parts.append(self.value(BOOL, inner))
        return name, inner, f"{target} if {' and '.join(parts)}"

    def _over_list(self, place: Place, path: Path) -> tuple[str, Place, str]:
        name = self.name("k")
        inner = place.deeper().listing(name, path.kind.item or STR)
        condition = f" if {self.value(BOOL, inner)}" if self.chance(2) else ""
        return name, inner, f"{path.text}{condition}"

    def _usual(self, place: Place, inner: Place, name: str, target: str) -> str:
        """A condition such as quantifiers usually have: the same body or reference, a window of time, a kind."""
        found = fact_type(target)
        options: list[str] = []
        for path in place.paths(hops=0):
            options += [
                f"{name}.{other} == {path.text}"
                for other, field in found.fields.items()
                if path.kind.name == "Ref" and fits(field.type, path.kind)
            ][:2]
        for own, kind in place.facts.items():
            options += [
                f"{name}.{other} == {own}"
                for other, field in found.fields.items()
                if field.type.name == "Ref" and fits(FieldKind("Ref", target=kind), field.type)
            ][:2]
        if found.dated is not None and found.fields[found.dated].type.name != "Span":
            options += self._windows(place, f"{name}.{found.dated}", nullable=found.fields[found.dated].nullable)
        elif found.dated is not None:
            window = "period" if "period" in place.names else "document"
            options += [f"during({name}.{found.dated}, {window})", f"{name}.{found.dated}.start <= now"]
        if found.kind is not None:
            words = found.fields[found.kind].type.words or ("甲",)
            options += [
                f'{name}.{found.kind} == "{words[0]}"',
                f'{name}.{found.kind} in {{"{words[0]}", "{words[-1]}"}}',
            ]
        return self.pick(options) if options and not self.chance(4) else ""

    def _windows(self, place: Place, dated: str, *, nullable: bool) -> list[str]:
        if nullable:
            return [f"({dated} is not None and {dated} <= now)"]
        window = "period" if "period" in place.names else "document"
        after = self.pick(DAYS)
        return [
            f"within({dated}, {window})",
            f"{dated} >= {after}",
            f"{dated} <= now",
            f"year({dated}) == 2023",
            f"same_month({dated}, {after})",
            f"now - days(30) < {dated}",
            f"{dated} == {after}",
        ]

    def _guard(self, place: Place, name: str) -> str:
        """Sometimes say that a field of the member is not None, so that it may be used."""
        nullable = [
            path.text for path in place.paths(hops=0) if path.field.nullable and path.text.startswith(f"{name}.")
        ]
        return f"{self.pick(nullable)} is not None" if nullable and self.chance(4) else ""

    # --- conditions

    def condition(self, place: Place) -> str:
        """Write something that is true or false."""
        from tests.properties.conditions import written_condition

        return written_condition(self, place)
