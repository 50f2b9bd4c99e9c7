"""What is wrong with facts that a program hands over (QL39x)."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

DERIVED_FACT = Code(
    "QL390",
    "error",
    Text("“{type}”是推导类型，不能由外部提交", "`{type}` is a derived type and is never handed over"),
    why=Text(
        "推导出的事实由文件中的定义得出；直接提交会绕过定义及其依据。",
        "derived facts are concluded by definitions of the documents; handing them over would bypass the words.",
    ),
    bad='policy.check([EthicsGrade(person="P-1", year=2023, grade="不合格")])',
    good='policy.check([MisconductCase(id="C-1", person="P-1", behaviour="收受红包", verified=True)])',
    hint=Text("请提交它所依据的事实", "hand over the facts that it follows from"),
)

CLASHING_FACTS = Code(
    "QL391",
    "warning",
    Text("有两条不同的“{type}”使用同一编号“{key}”", "two different facts of `{type}` have the key `{key}`"),
    why=Text(
        "同一编号只能指一条记录；以先提交的一条为准，该类事实不再视为完整。",
        "a key stands for one record; the first one is used, and the type no longer counts as complete.",
    ),
    bad='[RepVisit(id="V-1", place="门诊"), RepVisit(id="V-1", place="药学部")]',
    good='[RepVisit(id="V-1", place="门诊"), RepVisit(id="V-2", place="药学部")]',
    hint=Text("请核对这两条记录，改正编号或删除重复的一条", "check the two records; correct a key or remove one"),
)
