"""`let`, `when`, `unless` and `due`, in the order in which each may use the others."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from qinglian_rules.diagnostics.catalogue import blocks as block_codes
from qinglian_rules.ir import build
from qinglian_rules.ir.nodes import Context, LetRef, Node
from qinglian_rules.ir.rules import Let
from qinglian_rules.ir.types import DATE
from qinglian_rules.passes.agreement import DAYS
from qinglian_rules.passes.conditions import Conditions
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.ranges import is_free_name
from qinglian_rules.passes.reading import Source, read_condition
from qinglian_rules.passes.scope import Absent, Scope
from qinglian_rules.syntax.surface import Scalar

_NO_DUE: Final = Absent("规则没有 due，也没有 every", "the rule has neither `due` nor `every`")
_NO_DUE_AT_ALL: Final = Absent("禁止和定义没有期限", "prohibitions and definitions have no due")
_OWN_DUE: Final = Absent("期限不能由自己算出", "it cannot depend on itself")


@dataclass(frozen=True, slots=True)
class _Named:
    """A `let` name as written, and the expression that it stands for; None where that cannot be parsed."""

    key: Scalar
    source: Source | None


class NameReader:
    """Checks what stands between the subject of a block and its conditions.

    `when` and `unless` come first, with the names that they use; then `due`, knowing what `when` says about None, with
    the names that it uses; then the other names, which may use `due`.
    """

    def __init__(self, keys: Keys, conditions: Conditions) -> None:
        self.keys = keys
        self.findings = keys.findings
        self.conditions = conditions
        self._named = self._all_named()
        self._read: dict[str, Node | None] = {}

    @property
    def lets(self) -> tuple[Let, ...]:
        """What the names stand for, in the order of the file."""
        found = ((name, self._read.get(name)) for name in self._named)
        return tuple(Let(name, node) for name, node in found if node is not None)

    def read(self, scope: Scope, *, implied: bool, may_have: bool) -> tuple[Node, Node | None, Scope]:
        """Return `when`, `due` and the scope below them; what is wrong is left out.

        Args:
            implied: whether the period's end is the limit where none is written.
            may_have: whether there may be a limit at all.
        """
        when, unless = self._source("when"), self._source("unless")
        scope = self._with_lets(scope, self._used([when, unless]))
        concerned, scope = self._concerned(when, unless, scope)
        limit = self._source("due")
        scope = self._with_lets(scope, self._used([limit]))
        due = self._due(limit, scope)
        if due is None and self.keys.value("due") is not None:
            value: Node | Absent | None = None
        else:
            value = _limit(due, implied=implied, may_have=may_have)
        scope = scope.bind("due", value)
        return concerned, due, self._with_lets(scope, self._named)

    def _source(self, key: str) -> Source | None:
        scalar = self.keys.scalar(key)
        return None if scalar is None else read_condition(scalar, self.findings)

    def _all_named(self) -> dict[str, _Named]:
        inner = self.keys.inner("let", ("let ", "`let`"))
        found: dict[str, _Named] = {}
        for entry in () if inner is None else inner.mapping.entries:
            value = None if inner is None else inner.scalar(entry.key.text)
            source = None if value is None else read_condition(value, self.findings)
            found[entry.key.text] = _Named(entry.key, source)
        return found

    def _used(self, sources: Iterable[Source | None]) -> set[str]:
        """Return the `let` names that these texts use, directly or through others."""
        if not self._named:
            return set()
        waiting = {name for source in sources for name in _words(source) if name in self._named}
        used: set[str] = set()
        while waiting:
            name = waiting.pop()
            used.add(name)
            waiting |= {one for one in _words(self._named[name].source) if one in self._named} - used
        return used

    def _with_lets(self, scope: Scope, wanted: Iterable[str]) -> Scope:
        """Check those of the names that are not checked yet, in the order of the file, each knowing those before it."""
        chosen = set(wanted) - set(self._read)
        for name, named in self._named.items():
            if name in chosen:
                scope = self._with_let(name, named, scope)
        return scope

    def _with_let(self, name: str, named: _Named, scope: Scope) -> Scope:
        source = named.source
        node = None if source is None else self.conditions.checker(source).check(source.tree, scope)
        self._read[name] = None
        if not is_free_name(name, named.key.span, scope, self.findings):
            return scope
        if node is not None:
            self._read[name] = self.conditions.lets[name] = node
        return scope.bind(name, None if node is None else LetRef(name, type=node.type))

    def _concerned(self, when: Source | None, unless: Source | None, scope: Scope) -> tuple[Node, Scope]:
        parts: list[Node] = []
        for source, holds in ((when, True), (unless, False)):
            node = None if source is None else self.conditions.read(source, scope)
            if node is not None:
                scope = scope.knowing(self.conditions.known(node, holds=holds))
                parts.append(node if holds else build.negation(node, node.span))
        return build.conjunction(parts), scope

    def _due(self, source: Source | None, scope: Scope) -> Node | None:
        if source is None:
            return None
        checker = self.conditions.checker(source)
        node = checker.value(source.tree, scope._replace(names={**scope.names, "due": _OWN_DUE}))
        if node is not None and node.type not in DAYS:
            checker.report(block_codes.NOT_A_MOMENT, source.tree, type=checker.named(node))
            return None
        return node


def _limit(due: Node | None, *, implied: bool, may_have: bool) -> Node | Absent:
    """Return what `due` stands for below."""
    if due is not None:
        return Context("due", type=due.type)
    if implied:
        return Context("due", type=DATE)
    return _NO_DUE if may_have else _NO_DUE_AT_ALL


def _words(source: Source | None) -> set[str]:
    """Return the names that a text uses."""
    if source is None:
        return set()
    return {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}
