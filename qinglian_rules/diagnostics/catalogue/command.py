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
    why=Text(
        "期间由首日和末日组成，末日不早于首日。",
        "a period has a first and a last day, the last not before the first.",
    ),
    bad="qinglian check data --period 2023",
    good="qinglian check data --period 2023-01-01..2023-12-31",
    hint=Text("请写成 2023-01-01..2023-12-31 的样子", "write it as 2023-01-01..2023-12-31"),
)

BAD_COMPLETE = Code(
    "QL703",
    "error",
    Text("“{text}”不是完整性声明", "`{text}` does not state what is complete"),
    why=Text(
        "完整性必须说清是哪一类事实、从何时到何时。",
        "completeness must name a fact type and the days it covers.",
    ),
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
    why=Text(
        "没有事实就没有判定，结果为空不等于合规。",
        "without facts nothing is judged; an empty result is not compliance.",
    ),
    bad="qinglian check 空文件夹",
    good="qinglian check 填好的工作簿.xlsx",
    hint=Text("用 qinglian template 生成工作簿并填写", "write a workbook with `qinglian template` and fill it"),
)

NO_SUCH_NODE = Code(
    "QL709",
    "error",
    Text("依赖图里没有“{name}”", "the graph has no node `{name}`"),
    why=Text(
        "影响分析从一个字段、事实类型、参数、主题或规则出发，它须是已加载的规则用到的。",
        "what a change affects is asked of a field, fact type, parameter, topic or rule that the loaded rules use.",
    ),
    bad="qinglian graph --affected-by RepVisit.plaze",
    good="qinglian graph --affected-by RepVisit.place",
    hint=Text(
        "请写成 类型.字段、类型、文件编号/参数 或 主题，类型和字段可用中文名",
        "write Type.field, Type, document/parameter or a topic",
    ),
)

NO_SUCH_OPTION = Code(
    "QL710",
    "error",
    Text("“{command}”没有选项“{name}”", "`{command}` has no option `{name}`"),
    why=Text(
        "选项写错时不猜测，以免判定的范围与您想的不同。",
        "a mistyped option is not guessed: it would change what is judged.",
    ),
    bad="qinglian check data --periode 2023-01-01..2023-12-31",
    good="qinglian check data --period 2023-01-01..2023-12-31",
    hint=Text("用 {command} --help 查看全部选项", "see `{command} --help`"),
)

NO_SUCH_COMMAND = Code(
    "QL711",
    "error",
    Text("没有命令“{name}”", "there is no command `{name}`"),
    why=Text("第一个词是命令，说明要做什么。", "the first word is the command: what is to be done."),
    bad="qinglian chek data",
    good="qinglian check data",
    hint=Text("用 qinglian --help 查看全部命令", "see `qinglian --help`"),
)

MISSING_ARGUMENT = Code(
    "QL712",
    "error",
    Text("“{command}”后面还缺 {name}", "`{command}` lacks {name}"),
    why=Text("没有它就不知道对什么做。", "without it there is nothing to work on."),
    bad="qinglian check",
    good="qinglian check 填好的工作簿.xlsx",
    hint=Text("用 {command} --help 查看写法", "see `{command} --help`"),
)

BAD_VALUE = Code(
    "QL713",
    "error",
    Text("“{name}”不能是“{value}”", "`{name}` cannot be `{value}`"),
    why=Text("这个选项只有几种取值。", "this option takes one of a few words."),
    bad="qinglian check data --format pdf",
    good="qinglian check data --format html",
    hint=Text("可用的有：{known}", "it may be: {known}"),
)

BAD_OPTION = Code(
    "QL714",
    "error",
    Text("选项“{name}”写得不完整或写多了", "the option `{name}` lacks its value, or has one too many"),
    why=Text("有的选项后面要跟一个值，有的不跟。", "some options take one value, others none."),
    bad="qinglian check data --as-of",
    good="qinglian check data --as-of 2023-12-31",
    hint=Text("用 {command} --help 查看写法", "see `{command} --help`"),
)

TOO_MANY_ARGUMENTS = Code(
    "QL715",
    "error",
    Text("“{command}”不需要“{name}”", "`{command}` does not take `{name}`"),
    why=Text("多出来的词可能是漏了引号的文件名。", "a word too many may be a file name that lacks its quotes."),
    bad="qinglian explain 我的 数据 V-1",
    good='qinglian explain "我的 数据" V-1',
    hint=Text("名字里有空格时，用引号括起来", "put quotes around a name that holds blanks"),
)

CANNOT_WRITE = Code(
    "QL716",
    "error",
    Text("写不进“{path}”（{reason}）", "cannot write `{path}` ({reason})"),
    why=Text("结果没有保存下来。", "the result has not been saved."),
    bad="qinglian check data --out /报告.html",
    good="qinglian check data --out 报告.html",
    hint=Text(
        "请换一个可以写入的文件夹，或检查磁盘是否已满、文件是否正打开着",
        "choose a folder that you may write to",
    ),
)

WOULD_OVERWRITE = Code(
    "QL717",
    "error",
    Text("“{path}”已经存在", "`{path}` is already there"),
    why=Text("空白工作簿不能盖掉已经填写的工作簿。", "a blank workbook must not replace one that somebody has filled."),
    bad="qinglian template --out 已填写.xlsx",
    good="qinglian template --out 新的.xlsx",
    hint=Text("换一个文件名，确要覆盖就加 --force", "choose another name, or add --force to replace it"),
)

DEFECT = Code(
    "QL718",
    "error",
    Text("程序出错了（{error}，{place}），没有得出结果", "the program failed ({error}, {place}) and has no result"),
    why=Text("这是程序的缺陷，不是您的数据或规则的错。", "this is a defect of the program, not of your data or rules."),
    bad="qinglian check data",
    good="QINGLIAN_TRACEBACK=1 qinglian check data",
    hint=Text(
        "请把这一行报告给维护者，设置环境变量 QINGLIAN_TRACEBACK=1 再运行可得到详情",
        "report this line; with QINGLIAN_TRACEBACK=1 set it says more",
    ),
)

ENDLESS_COMPLETE = Code(
    "QL719",
    "error",
    Text("“{text}”没有写明到哪一天为止", "`{text}` does not say until which day"),
    why=Text(
        "有日期的事实天天在增加，只能声明到某一天为止是完整的。",
        "dated facts are added every day: they can be complete only up to a day.",
    ),
    bad="qinglian check data --complete RepVisit=2023-01-01..",
    good="qinglian check data --complete RepVisit=2023-01-01..2023-12-31",
    hint=Text("请在 .. 后面写上末日", "write the last day behind the dots"),
)

DERIVED_COMPLETE = Code(
    "QL720",
    "error",
    Text("“{name}”由规则推出，不能声明完整", "`{name}` is concluded by rules and cannot be stated complete"),
    why=Text(
        "推出的事实是否完整，取决于它所依据的事实是否完整。",
        "derived facts are complete where what they are derived from is.",
    ),
    bad="qinglian check data --complete RedPacket=..2023-12-31",
    good="qinglian check data --complete Benefit=..2023-12-31",
    hint=Text("请改为声明它所依据的事实类型", "state the types that it is derived from instead"),
)

DAY_OUT_OF_RANGE = Code(
    "QL721",
    "error",
    Text("“{text}”不在 1900 年至 2199 年之间", "`{text}` is not between 1900 and 2199"),
    why=Text(
        "事实的日期都在这个范围内，超出的多半是输错了。",
        "all facts are dated within these years; others are slips.",
    ),
    bad="qinglian check data --as-of 0203-12-31",
    good="qinglian check data --as-of 2023-12-31",
)

CANNOT_READ = Code(
    "QL722",
    "error",
    Text("“{path}”打不开（{reason}）", "`{path}` cannot be opened ({reason})"),
    why=Text("没有读权限或正被别的程序占用的文件无法判定。", "a file without permission to read cannot be judged."),
    bad="qinglian check 没有权限的文件夹",
    good="qinglian check 自己的文件夹",
    hint=Text("请检查文件的权限，或先在别的程序里关闭它", "check its permissions, or close it in other programs"),
)

CASES_FAIL = Code(
    "QL723",
    "error",
    Text("有 {count} 个用例没有通过", "{count} cases do not pass"),
    why=Text(
        "没有通过的用例对每一个改动都会报错，看不出它是否认得出改动",
        "a case that fails as the rules stand fails for every change of them, so it says nothing about any",
    ),
    bad="qinglian mutate  # 用例还没有通过",
    good="qinglian test && qinglian mutate",
    hint=Text("先用 qinglian test 改好用例", "mend the cases first: `qinglian test`"),
)
