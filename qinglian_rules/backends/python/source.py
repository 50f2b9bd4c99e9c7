"""The text of generated code: values, statements, functions, and what their names stand for.

Nothing that a policy says becomes text of the code. Names are made here; texts, numbers and dates of a policy go into
the namespace. Only field names of fact types stand in the code as they are: they are Python identifiers.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import Any, Final

TRUE_TEXT: Final = "True"
FALSE_TEXT: Final = "False"
NONE_TEXT: Final = "None"
UNKNOWN_TEXT: Final = "M"


@dataclass(frozen=True, slots=True)
class Value:
    """An expression of generated code.

    `text` may be evaluated where none of `guards` (tests such as `v1 is M`) holds; where one does, the value is
    unknown. `none`: it may be None, and then `text` is a name. `bounds`: it may be `Bounds`, and then `text` is a name.
    `holes`: it is a list of which members may be unknown.
    """

    text: str
    guards: tuple[str, ...] = ()
    none: bool = False
    bounds: bool = False
    holes: bool = False

    @property
    def is_name(self) -> bool:
        """Whether the text is a name, so that it costs nothing to repeat."""
        return self.text.isidentifier()

    @property
    def holds_unknown(self) -> bool:
        """Whether the text itself is M where the value is unknown, so that no guard is needed to read it."""
        return all(guard == f"{self.text} is {UNKNOWN_TEXT}" for guard in self.guards)

    @property
    def expression(self) -> str:
        """An expression that is M where the value is unknown."""
        if self.holds_unknown:
            return self.text
        return f"({UNKNOWN_TEXT} if {either(self.guards)} else {self.text})"


@dataclass(frozen=True, slots=True)
class Row:
    """A name that holds a fact as a dict of its fields, with M for what is unknown.

    `absent`: it may stand for a fact that is not there, of which every field is M. `fact` names the fact itself, where
    a name holds it.
    """

    text: str
    target: str
    absent: bool
    fact: str | None = None


Result = Value | Row

TRUE: Final = Value(TRUE_TEXT)
FALSE: Final = Value(FALSE_TEXT)
UNKNOWN: Final = Value(UNKNOWN_TEXT, (TRUE_TEXT,))


def either(tests: Iterable[str]) -> str:
    """Return the test that holds where one of `tests` does."""
    return " or ".join(dict.fromkeys(tests))


class Block:
    """Statements of one depth, and what has been computed where they run.

    Args:
        before: a block that has run whenever this one does: what it knows is known here.
        depth: how deep the block is nested in its function.
    """

    __slots__ = ("before", "depth", "known", "lines")

    def __init__(self, before: Block | None = None, depth: int = 1) -> None:
        self.before = before
        self.depth = depth
        self.lines: list[str | Block] = []
        self.known: dict[Hashable, Any] = {}

    def add(self, line: str) -> None:
        """Append a statement."""
        self.lines.append(line)

    def nest(self, header: str, block: Block) -> None:
        """Append `header` and, below it, the statements of `block`; nothing if there are none."""
        if block.lines:
            self.lines.append(header)
            self.lines.append(block)

    def find(self, key: Hashable) -> Any:
        """Return what is known under `key`, here or before; None if nothing is."""
        block: Block | None = self
        while block is not None:
            if key in block.known:
                return block.known[key]
            block = block.before
        return None

    def rendered(self, indent: int = 1) -> Iterator[str]:
        """Yield the lines, indented."""
        for line in self.lines:
            if isinstance(line, str):
                yield " " * indent + line
            else:
                yield from line.rendered(indent + 1)


@dataclass(slots=True)
class Function:
    """A function in the making: its parameters, its statements, and the numbers of its names."""

    body: Block = field(default_factory=Block)
    parameters: list[str] = field(default_factory=list)
    count: int = 0

    def name(self) -> str:
        """Return a new local name."""
        self.count += 1
        return f"v{self.count}"

    def text(self, name: str) -> str:
        """Return the definition of the function."""
        return "\n".join((f"def {name}({', '.join(self.parameters)}):", *self.body.rendered()))


@dataclass(frozen=True, slots=True)
class Need:
    """What a name of the code stands for in a world: the method of the runtime that gives it, and its arguments."""

    method: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Compiled functions, the constants that they name, and what they need of a world."""

    code: CodeType
    constants: Mapping[str, Any]
    needs: Mapping[str, Need]
    memos: Mapping[str, str]
    """Names of tables that remember what functions gave, and the functions."""


class Source:
    """The text of some functions that share a namespace."""

    def __init__(self) -> None:
        self._functions: dict[str, str] = {}
        self._bodies: dict[tuple[str, str], str] = {}
        self._constants: dict[str, Any] = {}
        self._needs: dict[str, Need] = {}
        self._memos: dict[str, str] = {}
        self._names: dict[Hashable, str] = {}

    def constant(self, value: Any) -> str:
        """Return the name of a constant; equal ones of one class that are written alike share it."""
        return self._named(("constant", type(value), value, str(value)), "K", self._constants, value)

    def need(self, method: str, *arguments: Any, key: Hashable = None) -> str:
        """Return the name of what the runtime gives for `arguments`; `key` stands for them where they have no hash."""
        identity = ("need", method, arguments if key is None else key)
        return self._named(identity, "N", self._needs, Need(method, arguments))

    def memo(self, function: str) -> str:
        """Return the name of a table that remembers what a function gave for its arguments."""
        return self._named(("memo", function), "R", self._memos, function)

    def _named(self, identity: Hashable, letter: str, names: dict[str, Any], value: Any) -> str:
        if identity not in self._names:
            name = f"{letter}{len(names) + 1}"
            names[name] = value
            self._names[identity] = name
        return self._names[identity]

    def add(self, function: Function, prefix: str) -> str:
        """Add a function under a new name, or find the one that is written alike; return its name."""
        identity = (prefix, function.text(prefix))
        if identity not in self._bodies:
            name = f"{prefix}{len(self._functions) + 1}"
            self._bodies[identity] = name
            self._functions[name] = function.text(name)
        return self._bodies[identity]

    def add_named(self, function: Function, name: str) -> None:
        """Add a function under a name of its own."""
        self._functions[name] = function.text(name)

    @property
    def text(self) -> str:
        """The code, whole."""
        return "\n".join(self._functions.values()) + "\n"

    def compiled(self, title: str) -> Code:
        """Compile the functions. The text was made here alone, from checked nodes."""
        return Code(compile(self.text, f"<qinglian {title}>", "exec"), self._constants, self._needs, self._memos)
