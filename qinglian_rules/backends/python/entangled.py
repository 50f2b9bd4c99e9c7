"""Whether what is decided of a fact can hang on that very fact as one of all facts: then it must be among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qinglian_rules.backends.python.norms import Norm, roots
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir import nodes as n
from qinglian_rules.ir.rules import Document, Rule
from qinglian_rules.ir.walk import walk


def is_entangled(target: str, rules: Iterable[Rule], documents: Mapping[str, Document], vocabulary: Vocabulary) -> bool:
    """Whether rules on facts of a type look up facts of that type, or what is concluded from them."""
    types = vocabulary.types
    return any(target in types[name].subtypes for name in types_read(rules, documents, vocabulary))


def types_read(norms: Iterable[Norm], documents: Mapping[str, Document], vocabulary: Vocabulary) -> set[str]:
    """Return the types of the facts that norms look up, and of those that these are concluded from."""
    found: set[str] = set()
    waiting: list[Norm] = list(norms)
    while waiting:
        for name in _read_by(waiting.pop(), documents):
            if name not in found:
                found.add(name)
                concluding = [d for document in documents.values() for d in document.definitions if d.target == name]
                found.update(definition.subject.target for definition in concluding)
                waiting.extend(concluding)
    return {name for name in found if name in vocabulary.types}


def _read_by(norm: Norm, documents: Mapping[str, Document]) -> Iterator[str]:
    # Reach and the region's working days are those of the body.
    yield from ("Body", "ParameterValue")
    if isinstance(norm, Rule) and norm.judgement is not None:
        yield "Judgement"
    for root in (*roots(norm), *(let.node for let in norm.lets), documents[norm.document].reach):
        for node in walk(root):
            yield from _read_at(node)


def _read_at(node: n.Node) -> Iterator[str]:
    over = getattr(node, "over", None)
    if isinstance(over, n.Comprehension) and isinstance(over.source, n.FactsOf):
        yield over.source.target
    if isinstance(node, n.Follow):
        yield node.target
    if isinstance(node, n.Judged):
        yield "Judgement"
