"""A report as JSON data, in the form that the command line promises (`schema_version` 1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import MISSING

from qinglian_rules.decisions.model import Decision, Report
from qinglian_rules.decisions.rendering import render_text
from qinglian_rules.diagnostics import Diagnostic, Lang
from qinglian_rules.facts.engine import Complete
from qinglian_rules.facts.values import DateSpan, WeeklySlot
from qinglian_rules.inputs import Refusal
from qinglian_rules.ir.rules import Rule

SCHEMA_VERSION = 1


def report_data(
    report: Report,
    *,
    refused: Iterable[Refusal] = (),
    diagnostics: Iterable[Diagnostic] | None = None,
    everything: bool = False,
    lang: Lang = "zh",
) -> dict[str, Any]:
    """Return a report as plain data for `json.dumps`.

    Args:
        refused: rows that could not be read.
        diagnostics: what was wrong with the input and refused nothing; the report's own if not given.
        everything: with compliant and not applicable decisions, and those of a general norm that a special one covers.
        lang: of the explanations and reasons.
    """
    chosen = report.decisions if everything else (*report.violated, *report.undetermined, *report.pending)
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": report.as_of.isoformat(),
        "period": plain(report.period),
        "engine": f"qinglian_rules {report.engine}",
        "complete": [_complete(fact) for fact in report.world.facts.of("Complete") if isinstance(fact, Complete)],
        "assumed_complete": report.assumed_complete,
        "policies": [{"id": d.id, "sha256": d.sha256} for d in report.world.documents.values()],
        "decisions": [decision_data(decision, lang) for decision in chosen],
        "conflicts": [
            {"type": c.type, "key": c.key, "field": c.field, "candidates": plain(c.candidates), "rules": c.definitions}
            for c in report.conflicts
        ],
        "refused": [refusal_data(refusal, lang) for refusal in refused],
        "diagnostics": [
            diagnostic_data(found, lang) for found in (report.diagnostics if diagnostics is None else diagnostics)
        ],
        "summary": dict(report.summary),
    }


def decision_data(decision: Decision, lang: Lang = "zh", *, tried: bool = False) -> dict[str, Any]:
    """Return one decision as plain data; `tried` adds what would settle or change it."""
    rule = decision.rule
    data: dict[str, Any] = {
        "id": decision.id,
        "rule": rule.id,
        "policy": rule.document,
        "section": rule.section,
        "title": rule.title,
        "clause": "；".join(str(quotation) for quotation in rule.clause),
        "subject": {"type": decision.subject.type, "id": decision.subject.id},
        "period": plain(decision.period),
        "status": decision.status,
        "severity": decision.severity,
        "failed": list(decision.failed),
        "missing": list(decision.missing),
        "facts": {path: plain(value) for path, value in decision.facts.items()},
        "running": decision.running,
        "responsible": list(decision.offices),
        "explanation": render_text(decision, lang, tried=tried),
    }
    if decision.also:
        data["also"] = [_other_rule(rule) for rule in decision.also]
    if decision.overshadowed_by is not None:
        data["overshadowed_by"] = decision.overshadowed_by
    if tried:
        data |= _tried(decision, lang)
    return data


def _other_rule(rule: Rule) -> dict[str, str]:
    """Return which other rule asks the same, and its words."""
    words = "；".join(str(quotation) for quotation in rule.clause)
    return {"rule": rule.id, "policy": rule.document, "section": rule.section, "clause": words}


def _tried(decision: Decision, lang: Lang) -> dict[str, Any]:
    explanation = decision.explanation
    change = explanation.change
    return {
        "would_settle": [
            [{"missing": lack.name, "supplier": lack.supplier.render(lang)} for lack in found.lacks]
            for found in explanation.missing
        ],
        "would_change": None if change is None else {item.field: plain(item.value) for item in change.fields},
        "sources": [
            {
                "type": s.type,
                "key": s.key,
                "rule": s.definition,
                "subject": {"type": s.subject_type, "id": s.subject_key},
            }
            for s in explanation.sources
        ],
    }


def refusal_data(refusal: Refusal, lang: Lang) -> dict[str, Any]:
    """Return one refused row as plain data."""
    hint = refusal.diagnostic.hint(lang)
    reason = refusal.diagnostic.message(lang)
    if hint:
        reason += f"（{hint}）" if lang == "zh" else f" ({hint})"
    return {
        "file": refusal.file,
        "sheet": refusal.sheet,
        "row": refusal.row,
        "column": refusal.column,
        "code": refusal.diagnostic.code.id,
        "reason": reason,
    }


def diagnostic_data(diagnostic: Diagnostic, lang: Lang) -> dict[str, Any]:
    """Return one diagnostic as plain data."""
    span = diagnostic.span
    return {
        "code": diagnostic.code.id,
        "severity": diagnostic.severity,
        "message": diagnostic.message(lang),
        "hint": diagnostic.hint(lang),
        "file": None if span is None else span.file,
        "span": None if span is None else [span.line, span.column, span.end_line, span.end_column],
    }


def plain(value: Any) -> Any:
    """Return a value as JSON has it: days and times in ISO form, exact numbers as text, spans as pairs."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, DateSpan):
        return [plain(value.start), plain(value.end)]
    if isinstance(value, WeeklySlot):
        return {"weekday": value.weekday, "from": value.start.isoformat(), "to": value.end.isoformat()}
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"PT{value.total_seconds():g}S"
    if isinstance(value, Decimal | Fraction):
        return str(value)
    return None if value is MISSING else value


def _complete(fact: Complete) -> dict[str, Any]:
    names = {"type": fact.type, "body": fact.body, "kind": fact.kind, "from": fact.start, "to": fact.end}
    return {name: plain(value) for name, value in names.items() if value is not None}


__all__ = ["decision_data", "diagnostic_data", "plain", "refusal_data", "report_data"]
