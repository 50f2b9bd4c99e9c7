"""A `define` block becomes a `Definition`: facts that follow from other facts."""

from __future__ import annotations

import ast
from typing import Final

from qinglian_rules.diagnostics.catalogue import blocks as codes
from qinglian_rules.diagnostics.catalogue import types as type_codes
from qinglian_rules.diagnostics.nearest import nearest
from qinglian_rules.facts.vocabulary import FactType, FieldType
from qinglian_rules.ir.nodes import Node
from qinglian_rules.ir.rules import Definition
from qinglian_rules.ir.types import NONE, Enum, Maybe, RefOf, Type
from qinglian_rules.passes.agreement import as_words, date_of, is_text, joined, plain, type_of_field
from qinglian_rules.passes.checker import Checker
from qinglian_rules.passes.frame import ALL_KINDS, Frame
from qinglian_rules.passes.head import HEAD_KEYS, Head, read_head
from qinglian_rules.passes.keys import Keys
from qinglian_rules.passes.reading import Source, read_condition
from qinglian_rules.passes.scope import Scope
from qinglian_rules.passes.words import report_foreign_words
from qinglian_rules.syntax.surface import Block

DEFINE_KEYS: Final = (
    "id",
    "title",
    "clause",
    "helps",
    "kind",
    *HEAD_KEYS,
    "conclude",
    "veto",
    "overrides",
    "reading",
    "refs",
)

Values = tuple[tuple[str, Node], ...]


def check_define(block: Block, frame: Frame) -> Definition | None:
    """Check a `define` block; None where an essential part is wrong."""
    keys = frame.keys(block.body, "define 块", "the define block")
    keys.expect(DEFINE_KEYS, () if block.damaged else ("id", "conclude", *frame.needed_head()))
    if keys.value("clause") is None and keys.value("helps") is None and not block.damaged:
        keys.findings.report(codes.NO_CLAUSE, keys.mapping.span)
    own_id = keys.identity("id")
    head = read_head(keys, frame.defaults, frame.context, has_due=False)
    concluded = None if head is None else _concluded(keys, head)
    clause = frame.quote(keys.value("clause"))
    kind = keys.word("kind", ALL_KINDS) or "definition"
    helps = keys.text("helps")
    if own_id is None or head is None or concluded is None:
        return None
    target, values = concluded
    return Definition(
        id=frame.full_id(own_id),
        title=keys.text("title") or "；".join(map(str, clause)),
        document=frame.context.document_id,
        section=frame.item.section,
        clause=clause,
        kind=kind,
        subject=head.subject,
        every=head.every,
        start=head.start,
        lets=head.lets,
        when=head.when,
        target=target,
        values=values,
        veto=keys.flag("veto"),
        overrides=tuple(frame.rule_id(one) for one in keys.texts("overrides")),
        helps=None if helps is None else frame.rule_id(helps),
        refs=tuple(frame.cited(one) for one in keys.texts("refs")),
        reading=keys.text("reading"),
        source=block.source,
        span=block.span,
    )


def _concluded(keys: Keys, head: Head) -> tuple[str, Values] | None:
    """Return the type that is concluded, and the values that are given."""
    scalar = keys.scalar("conclude")
    source = None if scalar is None else read_condition(scalar, keys.findings)
    if source is None:
        return None
    call = source.tree
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.args:
        keys.findings.report(codes.BAD_CONCLUDE, source.span(call))
        return None
    reader = _Conclusion(head, source, call)
    target = reader.target(call.func)
    values = reader.values(target)
    if target is None:
        return None
    reader.check_complete(target)
    return target.name, values


class _Conclusion:
    """The `conclude` of one definition while it is checked."""

    def __init__(self, head: Head, source: Source, call: ast.Call) -> None:
        self.head = head
        self.call = call
        self.checker: Checker = head.conditions.checker(source)
        self.vocabulary = self.checker.vocabulary

    def target(self, name: ast.Name) -> FactType | None:
        """Return the type that is named, which must be a derived one."""
        found = self.vocabulary.fact_type(name.id)
        derived = [one for one in self.vocabulary.types.values() if one.derived and not one.abstract]
        if found is None:
            known = [word for one in derived for word in (one.name, one.title)]
            suggestion = nearest(name.id, known)
            self.checker.report(type_codes.UNKNOWN_TYPE, name, suggestion=suggestion, name=name.id)
            return None
        if found not in derived:
            types = "、".join(one.name for one in derived)
            self.checker.report(codes.NOT_DERIVED, name, type=found.name, types=types)
            return None
        return found

    def values(self, target: FactType | None) -> Values:
        """Check every value; those that are wrong are left out."""
        found: dict[str, Node] = {}
        for keyword in self.call.keywords:
            field = self._field(keyword, target)
            node = self._value(keyword, field)
            if field is not None and node is not None:
                found[field.name] = node
        return tuple(found.items())

    def _field(self, keyword: ast.keyword, target: FactType | None) -> FieldType | None:
        if target is None or keyword.arg is None:
            if keyword.arg is None:
                self.checker.report(codes.BAD_CONCLUDE, keyword)
            return None
        field = target.field(keyword.arg)
        if field is None:
            known = [*target.fields, *(one.title for one in target.fields.values())]
            args = {"type": target.name, "name": keyword.arg}
            self.checker.report(type_codes.UNKNOWN_FIELD, keyword, suggestion=nearest(keyword.arg, known), **args)
        elif [target.field(one.arg or "") for one in self.call.keywords].count(field) > 1:
            self.checker.report(codes.GIVEN_TWICE, keyword, field=field.name)
        return field

    def _value(self, keyword: ast.keyword, field: FieldType | None) -> Node | None:
        scope: Scope = self.head.scope
        node = self.checker.check(keyword.value, scope)
        if node is None or field is None:
            return None
        wanted = type_of_field(field)
        fitted = self._fitted(self.checker.keyed(node), wanted)
        if fitted is None:
            return None
        if not self._fits(fitted.type, wanted):
            self._refuse(keyword, field, node, wanted)
            return None
        return fitted

    def _fitted(self, node: Node, wanted: Type) -> Node | None:
        """Return a value as its field takes it: a text as a word, a moment by its date."""
        enum = plain(wanted)
        if isinstance(enum, Enum) and is_text(node):
            return None if report_foreign_words(self.checker, node, node, enum) else as_words(node, enum)
        return date_of(node) if str(enum) == "Date" else node

    def _fits(self, given: Type, wanted: Type) -> bool:
        if isinstance(given, Maybe) or given == NONE:
            return isinstance(wanted, Maybe) and (given == NONE or self._fits(plain(given), wanted))
        inner = plain(wanted)
        if isinstance(given, Enum) and isinstance(inner, Enum):
            return set(given.words) <= set(inner.words)
        if isinstance(given, RefOf) and isinstance(inner, RefOf):
            return joined(given, inner, self.vocabulary) is not None
        return joined(given, inner, self.vocabulary) == inner

    def _refuse(self, keyword: ast.keyword, field: FieldType, node: Node, wanted: Type) -> None:
        if isinstance(node.type, Maybe) and self._fits(plain(node.type), wanted):
            words = self.checker.source.words(keyword.value)
            self.checker.report(type_codes.NEEDS_GUARD, keyword.value, what=words)
            return
        target = ast.unparse(self.call.func)
        args = {"wanted": str(wanted), "given": self.checker.named(node)}
        self.checker.report(codes.WRONG_VALUE, keyword.value, type=target, field=field.name, **args)

    def check_complete(self, target: FactType) -> None:
        """Report key fields that are not given, and a body or a date that the subject does not have either."""
        given = {field.name for one in self.call.keywords if (field := target.field(one.arg or "")) is not None}
        subject = self.vocabulary.types.get(self.head.subject.target)
        for name in target.key:
            if name not in given and name not in {target.body, target.dated}:
                self.checker.report(codes.KEY_NOT_GIVEN, self.call, type=target.name, field=name)
        if subject is None:
            return
        if target.body is not None and target.body not in given and subject.body is None:
            self._report_lack(subject, target.body, ("机构", "body"))
        dated = subject.dated is not None or self.head.every is not None
        if target.dated is not None and target.dated not in given and not dated:
            self._report_lack(subject, target.dated, ("日期", "date"))

    def _report_lack(self, subject: FactType, field: str, what: tuple[str, str]) -> None:
        args = {"type": subject.name, "field": field, "what": what[0], "what_en": what[1]}
        self.checker.report(codes.SUBJECT_LACKS, self.call, suggestion=None, **args)
