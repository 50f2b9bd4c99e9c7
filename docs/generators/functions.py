"""The functions and quantifiers of the language: types, meaning, law, examples."""

from __future__ import annotations

from collections.abc import Iterator

from generators.page import Page, fence, prose, table
from qinglian_rules.ir.functions import EXAMPLE_REGION, EXAMPLE_VALUES, FUNCTIONS, QUANTIFIERS
from qinglian_rules.ir.signatures import Function, Quantifier, Signature

INTRO = """规则里能用的函数只有这些。有一个参数未知，结果即未知，另有说明的除外。

This list is closed. An unknown argument makes a result unknown, unless the law of the function says otherwise."""

EXAMPLE_HEAD = ("例 · example", "结果 · result")


def pages() -> Iterator[Page]:
    """Yield the one page of functions."""
    yield Page.of(
        "reference/functions.md",
        "# 语言函数 · Functions",
        INTRO,
        "## 量词 · Quantifiers",
        *map(_quantifier, QUANTIFIERS.values()),
        "## 函数 · Functions of values",
        *map(_function, FUNCTIONS.values()),
        _example_names(),
    )


def _quantifier(quantifier: Quantifier) -> str:
    forms = "\n".join(quantifier.forms)
    return "\n\n".join((f"### `{quantifier.name}`", _meaning(quantifier), fence(forms), _conditions(quantifier)))


def _conditions(quantifier: Quantifier) -> str:
    return "**例 · example**\n\n" + fence("\n".join(quantifier.examples))


def _function(function: Function) -> str:
    signatures = "\n".join(_signature(function.name, signature) for signature in function.signatures)
    examples = ((f"`{code}`", f"`{result}`") for code, result in function.examples)
    blocks = (f"### `{function.name}`", _meaning(function), fence(signatures), table(EXAMPLE_HEAD, examples))
    return "\n\n".join(blocks)


def _meaning(described: Function | Quantifier) -> str:
    en = described.en[:1].upper() + described.en[1:]
    return f"{prose(described.zh)}。{prose(described.law_zh)}\n\n{prose(en)}. {prose(described.law)}"


def _signature(name: str, signature: Signature) -> str:
    parameters = [str(parameter) for parameter in signature.parameters]
    parameters += [f'{key}="{words[0]}"' for key, words in signature.keywords.items()]
    return f"{name}({', '.join(parameters)}) -> {signature.result}"


def _example_names() -> str:
    rows = ((f"`{name}`", f"`{value}`") for name, value in EXAMPLE_VALUES.items())
    intro = f"例中的名称代表以下的值，机构在{EXAMPLE_REGION}。每个例子都在测试中执行。"
    return "\n\n".join(("## 例中的名称 · Names in the examples", intro, table(("名称 · name", "值 · value"), rows)))
