"""Values that Python has no type for: a span of days, a weekly slot."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Self

from pydantic import MISSING, BaseModel, ConfigDict, Field, model_validator

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A date between 1900-01-01 and 2199-12-31, both included."""


class DateSpan(BaseModel):
    """A run of whole days, both ends included: a tenure, an employment, a stay.

    `end` None: it has not ended. MISSING: nobody told us.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    start: Day | MISSING = MISSING
    end: Day | None | MISSING = MISSING

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        start, end = self.start, self.end
        if isinstance(start, date) and isinstance(end, date) and end < start:
            raise ValueError("a span ends before it starts")
        return self


class WeeklySlot(BaseModel):
    """A time of the week, such as Wednesday 14:00 to 17:00. `start` is in it, `end` is not.

    `weekday` is 1 for Monday to 7 for Sunday. A slot does not cross midnight.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", populate_by_name=True)

    weekday: Annotated[int, Field(ge=1, le=7)]
    start: Annotated[time, Field(alias="from")]
    end: Annotated[time, Field(alias="to")]

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end <= self.start:
            raise ValueError("a slot ends before it starts")
        return self
