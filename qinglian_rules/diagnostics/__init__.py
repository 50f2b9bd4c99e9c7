"""Diagnostics: code, message, span, hint; never a bare string."""

from qinglian_rules.diagnostics.model import (
    NOWHERE,
    Code,
    Diagnostic,
    FactsError,
    Lang,
    PolicyError,
    QinglianError,
    Severity,
    Span,
    Text,
)

__all__ = [
    "NOWHERE",
    "Code",
    "Diagnostic",
    "FactsError",
    "Lang",
    "PolicyError",
    "QinglianError",
    "Severity",
    "Span",
    "Text",
]
