"""The whole compiler of expressions: a node without a method is refused when this module is imported."""

from __future__ import annotations

from qinglian_rules.backends.python.computing import Computing
from qinglian_rules.backends.python.logic import Logic
from qinglian_rules.backends.python.norms import Frame
from qinglian_rules.backends.python.ranging import Ranging
from qinglian_rules.backends.python.source import Function, Row, Source
from qinglian_rules.facts.vocabulary import Vocabulary


class Expressions(Logic, Computing, Ranging):
    """Writes every kind of expression."""


def expressions(source: Source, vocabulary: Vocabulary, frame: Frame, function: Function) -> Expressions:
    """Return what writes the expressions of a norm into the function of its fact type, whose fact is `s`."""
    subject = Row("d", frame.subject.name, absent=False, fact="s")
    return Expressions(source, vocabulary, frame, function, {frame.norm.subject.name: subject})
