"""What is wrong with a command line (QL7xx)."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

BAD_DAY = Code(
    "QL701",
    "error",
    Text("“{text}”不是日期", "`{text}` is not a day"),
    why=Text("判定日和期间须写明确切的日子。", "the day of judgement and the period need exact days."),
    bad="qinglian check data --as-of 2023/5/32",
    good="qinglian check data --as-of 2023-05-31",
    hint=Text("请写成 2023-05-31 的样子", "write it as 2023-05-31"),
)

BAD_PERIOD = Code(
    "QL702",
    "error",
    Text("“{text}”不是期间", "`{text}` is not a period"),
    why=Text("期间由首日和末日组成，末日不早于首日。", "a period has a first and a last day, the last not before the first."),
    bad="qinglian check data --period 2023",
    good="qinglian check data --period 2023-01-01..2023-12-31",
    hint=Text("请写成 2023-01-01..2023-12-31 的样子", "write it as 2023-01-01..2023-12-31"),
)

BAD_COMPLETE = Code(
    "QL703",
    "error",
    Text("“{text}”不是完整性声明", "`{text}` does not state what is complete"),
    why=Text("完整性必须说清是哪一类事实、从何时到何时。", "completeness must name a fact type and the days it covers."),
    bad="qinglian check data --complete 来访",
    good="qinglian check data --complete RepVisit=2023-01-01..2023-12-31",
    hint=Text("请写成 类型=首日..末日，首日可以省略", "write TYPE=FROM..TO; FROM may be left out"),
)

NO_SUCH_TYPE = Code(
    "QL704",
    "error",
    Text("没有名为“{name}”的事实类型", "there is no fact type called `{name}`"),
    why=Text("完整性声明和模板都按事实类型进行。", "completeness and templates go by fact types."),
    bad="qinglian check data --complete RepVisits=..2023-12-31",
    good="qinglian check data --complete RepVisit=..2023-12-31",
)

NO_SUCH_PATH = Code(
    "QL705",
    "error",
    Text("找不到“{path}”", "there is no `{path}`"),
    why=Text("要判定的数据必须是一个文件夹、工作簿或表格文件。", "what is judged is a folder, a workbook or a table."),
    bad="qinglian check 数据夹（打错了名字）",
    good="qinglian check examples/guangxi-hospital/hospital.xlsx",
    hint=Text("请核对文件名和所在的文件夹", "check the name and the folder"),
)

NO_SUCH_RULE = Code(
    "QL706",
    "error",
    Text("没有编号为“{id}”的规则", "there is no rule `{id}`"),
    why=Text("规则按完整编号查找。", "rules are looked up by their full id."),
    bad="qinglian rule gx-2021/3.3.4/rep-visits",
    good="qinglian rule gx-2021/3.3.4/rep-visit-three-fixed-three-recorded",
)

NO_SUCH_DECISION = Code(
    "QL707",
    "error",
    Text("没有与“{id}”相符的判定", "no decision matches `{id}`"),
    why=Text("解释以一次判定中的某条结论为对象。", "an explanation is about one decision of a check."),
    bad="qinglian explain data V-999",
    good="qinglian explain data V-1",
    hint=Text("请给出判定编号、规则编号或对象编号", "give the id of a decision, a rule or a subject"),
)

NO_FACTS = Code(
    "QL708",
    "warning",
    Text("“{path}”里没有读到任何记录", "no record was read from `{path}`"),
    why=Text("没有事实就没有判定，结果为空不等于合规。", "without facts nothing is judged; an empty result is not compliance."),
    bad="qinglian check 空文件夹",
    good="qinglian check 填好的工作簿.xlsx",
    hint=Text("用 qinglian template 生成工作簿并填写", "write a workbook with `qinglian template` and fill it"),
)

NO_SUCH_NODE = Code(
    "QL709",
    "error",
    Text("依赖图中没有“{name}”", "the graph has no node `{name}`"),
    why=Text("影响分析从图中的一个结点出发。", "what a change affects is asked of a node of the graph."),
    bad="qinglian graph --affected-by RepVisit.place",
    good="qinglian graph --affected-by field:RepVisit.place",
    hint=Text(
        "结点写成 field:类型.字段、type:类型、parameter:文件/参数 或 topic:主题",
        "a node is field:Type.field, type:Type, parameter:document/name or topic:name",
    ),
)
