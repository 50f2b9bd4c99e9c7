"""One page per diagnostic code: what is wrong, a bad example, a good one, why it matters. And the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generators.page import Page, fence, prose, table
from qinglian_rules.diagnostics import Code
from qinglian_rules.diagnostics.catalogue import all_codes

RANGES = {
    "1": "条目文件和块的读取 · reading item files and blocks",
    "2": "条件中的名称和类型 · names and types in conditions",
    "3": "事实、表格和其他输入 · facts, tables and other input",
    "4": "文件、主题词、引文、账目 · documents, topics, quotations, ledger",
    "5": "定义和规则之间的引用 · definitions, references between rules",
    "6": "用例 · cases",
    "7": "命令行 · command line",
}
SEVERITIES = {"error": "错误 · error", "warning": "警告 · warning"}


def pages() -> Iterator[Page]:
    """Yield the list of codes, then a page for each."""
    codes = all_codes()
    yield _index(codes)
    yield from map(_page, codes)


def _index(codes: Sequence[Code]) -> Page:
    intro = (
        "程序不以报错文字示人，而以记录：代码、消息、位置、提示。每个代码一页，写明错在哪里、错例、正例和原因。\n\n"
        "Every message is a record with a code. `{…}` marks what a particular message fills in."
    )
    blocks = [f"## {RANGES[first]}\n\n{_rows(group)}" for first, group in groupby(codes, lambda code: code.id[2])]
    return Page.of("reference/diagnostics.md", "# 诊断 · Diagnostics", intro, *blocks)


def _rows(codes: Iterator[Code]) -> str:
    return table(
        ("代码", "级别", "消息", "message"),
        (
            (
                f"[{code.id}](diagnostics/{code.id}.md)",
                SEVERITIES[code.severity],
                prose(code.message.zh),
                prose(code.message.en),
            )
            for code in codes
        ),
    )


def _page(code: Code) -> Page:
    hint = f"**怎么办** {prose(code.hint.zh)}\n\n**What to do** {prose(code.hint.en)}" if code.hint else ""
    return Page.of(
        f"reference/diagnostics/{code.id}.md",
        f"# {code.id}",
        f"**{SEVERITIES[code.severity]}**",
        f"{prose(code.message.zh)}\n\n{prose(code.message.en)}",
        hint,
        "## 为什么 · Why it matters",
        f"{prose(code.why.zh)}\n\n{prose(code.why.en)}",
        "## 错例 · Bad" if code.bad else "",
        fence(code.bad),
        "## 正例 · Good" if code.good else "",
        fence(code.good),
        "[全部诊断 · all diagnostics](../diagnostics.md)",
    )
