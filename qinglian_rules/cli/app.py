"""The commands, gathered."""

from __future__ import annotations

import typer

from qinglian_rules.cli import check, coverage, explain, graph, lint, rule, template
from qinglian_rules.cli import test as cases

app = typer.Typer(
    name="qinglian",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="清廉医院规则引擎：制度原文即规则，判定自带依据。 Clean-hospital policies that explain their decisions.",
)
app.command("check", help="按规则判定一份数据。 Judge facts.")(check.run)
app.command("explain", help="解释一条判定。 Explain a decision.")(explain.run)
app.command("coverage", help="每份文件有多少字有规则。 How much of each text has rules.")(coverage.run)
app.command("template", help="生成待填的工作簿。 Write the blank workbook.")(template.run)
app.command("lint", help="检查规则文件。 Check rule files.")(lint.run)
app.command("test", help="运行规则的用例。 Run the cases of the rules.")(cases.run)
app.command("rule", help="一条规则的原文、条件、关联和用例。 Show a rule.")(rule.run)
app.command("graph", help="导出依赖图。 Export the dependency graph.")(graph.run)
