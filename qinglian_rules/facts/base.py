"""The base of every fact type, and what a type says about itself.

A fact is a frozen, strict pydantic model. A field's value is a value, `None` (known to be none) or
`pydantic.MISSING` (nobody told us). A type states its Chinese title, its dating field, the field that
names its body, and what an empty cell of a table means for each field that may be None.

    class Intrusion(Fact, title="无关人员出现", dated="noticed"):
        id: Key
        body: HospitalRef | MISSING = fact_field("医院")
        noticed: Moment | MISSING = fact_field("发现时间")
        removed: Moment | None | MISSING = fact_field("驱离时间", blank="none")

A class of a user's own package takes part like ours as soon as it is defined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Annotated, Any, ClassVar, Literal

from pydantic import MISSING, AfterValidator, BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

Blank = Literal["unknown", "none"]


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a text field as the key of a fact of type `target` (which may be an abstract type)."""

    target: str


Key = Annotated[str, Field(min_length=1, max_length=200, title="编号")]
"""What identifies a fact among those of its type."""


def _without_zone(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise ValueError("a moment has no zone")
    return moment


Moment = Annotated[datetime, Field(ge=datetime(1900, 1, 1), lt=datetime(2200, 1, 1)), AfterValidator(_without_zone)]
"""Wall time of Asia/Shanghai, without a zone."""

Money = Annotated[Decimal, Field(max_digits=18, ge=0)]
"""Yuan, exact, not negative."""

SignedMoney = Annotated[Decimal, Field(max_digits=18)]
"""Yuan, exact; negative where it is taken back."""

Number = Annotated[Decimal, Field(max_digits=18)]
"""An exact number; its field declares the unit."""

Count = Annotated[int, Field(ge=0, le=2**53)]
"""How many; never negative."""

Share = Annotated[Fraction, Field(ge=0, le=1)]
"""An exact part of a whole, 0 to 1."""

BodyRef = Annotated[str, RefTo("Body")]
HospitalRef = Annotated[str, RefTo("Hospital")]
AuthorityRef = Annotated[str, RefTo("HealthAuthority")]
PersonRef = Annotated[str, RefTo("Person")]


@dataclass(frozen=True, slots=True)
class FieldMeta:
    """What a field says beside its type: Chinese title, unit, meaning of an empty cell, privacy."""

    title: str
    unit: str | None = None
    blank: Blank = "unknown"
    private: bool = False


def fact_field(
    title: str, *, unit: str | None = None, blank: Blank = "unknown", private: bool = False, **limits: Any
) -> Any:
    """Declare a field that is unknown unless given.

    `limits` are pydantic's (`ge=`, `le=`, `max_length=` …); a `default` is what the record means where it says nothing.
    """
    info: FieldInfo = Field(title=title, **{"default": MISSING, **limits})
    info.metadata.append(FieldMeta(title, unit, blank, private))
    return info


def known_field(title: str, *, unit: str | None = None, private: bool = False, **limits: Any) -> Any:
    """Declare a field that is never unknown, as in a key: required unless `default=None` says that it may be none."""
    info: FieldInfo = Field(title=title, **limits)
    info.metadata.append(FieldMeta(title, unit, "none" if info.default is None else "unknown", private))
    return info


class Fact(BaseModel):
    """One record. Subclasses say `title=`, `dated=` (a field, or None) and more by keyword: `__init_subclass__`."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    fact_title: ClassVar[str] = ""
    fact_dated: ClassVar[str | None] = None
    fact_key: ClassVar[tuple[str, ...]] = ("id",)
    fact_body: ClassVar[str | None] = "body"
    fact_kind: ClassVar[str | None] = None
    fact_abstract: ClassVar[bool] = True
    fact_derived: ClassVar[bool] = False

    def __init_subclass__(
        cls,
        *,
        title: str = "",
        dated: str | None = None,
        key: tuple[str, ...] = ("id",),
        body: str | None = "body",
        kind: str | None = None,
        abstract: bool = False,
        derived: bool = False,
        **kwargs: Any,
    ) -> None:
        """Describe a fact type.

        Args:
            title: Chinese title: sheet name, and alias in conditions.
            dated: the field that dates a fact: a `Day`, a `Moment` or a `DateSpan`; None for a type without a date.
            key: the fields that identify a fact. Only a type with the key `id` can be referred to.
            body: the field that names the body which answers for a fact; "id" for a body itself.
            kind: the field by whose words completeness may be stated.
            abstract: has no facts of its own; references to it may lead to any of its subclasses.
            derived: facts are concluded by `define` blocks and never handed over.
        """
        super().__init_subclass__(**kwargs)
        # `title` is also a key of pydantic's configuration, whose metaclass takes it before it reaches us.
        cls.fact_title = title or str(cls.model_config.get("title") or "")
        cls.fact_dated = dated
        cls.fact_key = key
        cls.fact_body = body
        cls.fact_kind = kind
        cls.fact_abstract = abstract
        cls.fact_derived = derived

    @property
    def key(self) -> str:
        """The identity of this fact among those of its type: its key fields, joined by `|`."""
        names = self.fact_key
        if len(names) == 1:
            return str(getattr(self, names[0]))
        return join_key(getattr(self, name) for name in names)

    @classmethod
    def keys(cls, facts: Iterable[Fact]) -> Iterator[str]:
        """Yield the keys of facts of this type, many in less time than one by one."""
        return map(attrgetter("id" if cls.fact_key == ("id",) else "key"), facts)


def join_key(parts: Iterable[object]) -> str:
    """Return the key that key fields make."""
    return "|".join(str(part) for part in parts)


class Body(Fact, title="机构", body="id", abstract=True):
    """Who answers for facts: a hospital or a health authority."""

    id: Key
    name: str | MISSING = fact_field("名称")
    kind: str | None | MISSING = fact_field("机构类别", blank="unknown")
    province: str | MISSING = fact_field("省份")
    city: str | None | MISSING = fact_field("城市")
    level: str | None | MISSING = fact_field("级别")
    adopts: tuple[str, ...] = Field(default=(), title="采用的文件")
    affiliation: str | None | MISSING = fact_field("隶属关系")
    ownership: str | None | MISSING = fact_field("举办性质")
    superior: BodyRef | None | MISSING = fact_field("上级机构")
