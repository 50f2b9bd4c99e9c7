"""Whether a norm applies: the parts of that which are no condition of its author (LANGUAGE 4.5)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from qinglian_rules.backends.force import Force
from qinglian_rules.backends.python.expressions import Expressions
from qinglian_rules.backends.python.ranging import CERTAIN
from qinglian_rules.backends.python.source import FALSE_TEXT, Value, either
from qinglian_rules.facts.values import LAST_DAY

DAY = timedelta(days=1)


def scope_values(writer: Expressions) -> list[Value]:
    """Write the truth of a derived subject, the reach of the document and the force of the norm."""
    frame = writer.frame
    found = [_reach(writer), _force(writer)]
    return [_certainty(writer), *found] if frame.subject.derived else found


def doubts(writer: Expressions) -> list[str]:
    """Return the tests by which it is unknown, for other reasons, whether a norm applies: its rhythm is unknown."""
    frame = writer.frame
    return [f"{writer.time('rhythm').text} is M"] if frame.rhythm_may_be_unknown else []


def _certainty(writer: Expressions) -> Value:
    known: Value | None = writer.block.find("certainty")
    if known is None:
        known = writer.checked(f'd["{CERTAIN}"]')
        writer.remember("certainty", known)
    return known


def _reach(writer: Expressions) -> Value:
    document = writer.frame.norm.document
    known: Value | None = writer.block.find(("reach", document))
    if known is None:
        table = writer.source.need("reach", document)
        known = writer.checked(f"{table}[{writer.body_key().text}]")
        writer.remember(("reach", document), known)
    return known


def _force(writer: Expressions) -> Value:
    frame = writer.frame
    key = ("force", frame.when, frame.force.start, frame.force.end)
    known: Value | None = writer.block.find(key)
    if known is None:
        known = _of_the_fact(writer) if frame.when is None else writer.time("force", unknown=True)
        writer.remember(key, known)
    return known


def _of_the_fact(writer: Expressions) -> Value:
    """Write whether a norm is in force on the date of its subject."""
    subject, force = writer.frame.subject, writer.frame.force
    assert subject.dated is not None
    found = writer.settled(writer.field(writer.subject(), subject.fields[subject.dated]))
    if subject.fields[subject.dated].type.name == "Span":
        return writer.checked(f"{writer.source.need('force_of_span', force)}({found.text})")
    moment = subject.fields[subject.dated].type.name == "DateTime"
    known = _on(writer, force, found.text, moment=moment)
    guards = writer.guards(found)
    if not guards:
        return writer.checked(known)
    throughout = writer.source.need("force_throughout", force)
    return writer.checked(f"{throughout} if {either(guards)} else {known}")


def _on(writer: Expressions, force: Force, text: str, *, moment: bool) -> str:
    """Return an expression for whether a norm is in force on a day, or on the day of a moment."""
    start, end = force.start, force.end
    may = _between(writer, start.earliest, end.latest, text, moment=moment)
    if start.earliest == start.latest and end.earliest == end.latest:
        return may
    sure = _between(writer, start.latest, end.earliest, text, moment=moment)
    return f"({sure} or (M if {may} else {FALSE_TEXT}))"


def _between(writer: Expressions, low: date, high: date, text: str, *, moment: bool) -> str:
    """Return a test for whether `text` lies on a day from `low` to `high`; a moment lies before the next day."""
    constant = writer.source.constant
    open_end = high == LAST_DAY
    if moment:
        first = constant(datetime.combine(low, time()))
        after = constant(datetime.combine(high + DAY, time()))
        return f"({first} <= {text})" if open_end else f"({first} <= {text} < {after})"
    return f"({constant(low)} <= {text})" if open_end else f"({constant(low)} <= {text} <= {constant(high)})"
