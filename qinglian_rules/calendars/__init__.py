"""Working days: the State Council's notices, a region's own days, a caller's own table. Never a guess."""

from qinglian_rules.calendars.calendar import FARTHEST, Calendar, RegionalCalendar
from qinglian_rules.calendars.tables import DayTable, bundled_tables, read_table

__all__ = ["FARTHEST", "Calendar", "DayTable", "RegionalCalendar", "bundled_tables", "read_table"]
