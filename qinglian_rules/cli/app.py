"""The commands, gathered."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Any

import typer

from qinglian_rules.cli import check, coverage, explain, graph, lint, mutate, rule, template
from qinglian_rules.cli import test as cases
from qinglian_rules.cli.commands import Command, Commands
from qinglian_rules.cli.output import emit

_EXIT_CODES = (
    "退出码： 0 无违反； 1 有违反； 2 有数据、文件或规则未能读入； 3 无违反，但有待查明的。"
    " Exit code 0: nothing violated; 1: violated; 2: input refused; 3: something undetermined."
)

app = typer.Typer(
    name="qinglian",
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="清廉医院规则引擎：制度原文即规则，判定自带依据。 Clean-hospital policies that explain their decisions.",
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="显示版本。 Show the version.")] = False,
) -> None:
    """Show the version, or the help where no command is given."""
    if show_version:
        emit(f"qinglian_rules {version('qinglian-rules')}\n")
    elif context.invoked_subcommand is None:
        emit(context.get_help().rstrip() + "\n")


def _add(name: str, run: Any, text: str, epilog: str | None = None) -> None:
    app.command(name, cls=Command, help=text, epilog=epilog)(run)


_add("check", check.run, "按规则判定一份数据。 Judge facts.", _EXIT_CODES)
_add("explain", explain.run, "解释一条判定：为什么、缺什么、怎样才合规。 Explain a decision.")
_add("coverage", coverage.run, "每份文件有多少字有规则。 How much of each text has rules.")
_add("template", template.run, "生成待填的空白工作簿。 Write the blank workbook.")
_add("lint", lint.run, "检查规则文件和用例的写法。 Check rule files and cases.")
_add("test", cases.run, "运行规则的用例，列出没有触及的地方。 Run cases of rules.")
_add("mutate", mutate.run, "试改规则，列出用例看不出的改动。 Mutate rules, list what no case sees.")
_add("rule", rule.run, "一条规则的原文、条件、关联和用例。 Show a rule.")
_add("graph", graph.run, "导出依赖图，或查询改动的影响。 Export or ask the graph.")
