"""QL6xx: what is wrong with the cases of rules, and rules that their cases do not show."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

# --- what cases speak of -----------------------------------------------------------------------------------------

UNKNOWN_NORM = Code(
    "QL601",
    "error",
    Text("没有编号为“{id}”的规则或定义", "there is no rule or definition `{id}`"),
    why=Text("用例按规则的编号归在一起；编号写错，用例就谁也没有检验", "cases under a wrong id test nothing"),
    bad="rep-vist-policy:\n  base: …",
    good="rep-visit-policy:\n  base: …",
    hint=Text(
        "写本条内的编号；别的条目的规则写完整编号，如 gx-2021/3.3.4/rep-visit-policy",
        "write the id within the item; of a rule of another item the full id, such as gx-2021/3.3.4/rep-visit-policy",
    ),
)
UNKNOWN_TYPE = Code(
    "QL602",
    "error",
    Text("没有名为“{name}”的事实类型", "there is no fact type called `{name}`"),
    why=Text("不认识的类型不能判定", "facts of an unknown type cannot be judged"),
    bad="RepVisits: {id: V-1}",
    good="RepVisit: {id: V-1}",
)
NO_OWN_FACTS = Code(
    "QL603",
    "error",
    Text(
        "“{name}”自己没有事实，只有它的各种：{subtypes}", "`{name}` has no facts of its own, only its kinds: {subtypes}"
    ),
    why=Text("一条记录总是某一种机构的", "a record is always one of a particular kind"),
    bad="Body: {id: H-1}",
    good="Hospital: {id: H-1}",
)
DERIVED_GIVEN = Code(
    "QL604",
    "error",
    Text("“{name}”是推定出来的，不能直接给出", "`{name}` is concluded from other facts and cannot be given"),
    why=Text("由定义推定的事实只能由定义得出", "a fact that definitions conclude comes from nowhere else"),
    bad="RedPacket: {benefit: B-1}",
    good="Benefit: {id: B-1, form: 礼金, …}",
    hint=Text("给出推定它的那些事实", "give the facts from which it is concluded"),
)
UNKNOWN_FIELD = Code(
    "QL605",
    "error",
    Text("“{type}”没有字段“{field}”", "`{type}` has no field `{field}`"),
    why=Text("写错的字段等于没有写，用例就不是所说的那样", "a mistyped field says nothing, so the case is another one"),
    bad="RepVisit V-1: {plce: 门诊诊室}",
    good="RepVisit V-1: {place: 门诊诊室}",
)
BAD_FACT_NAME = Code(
    "QL606",
    "error",
    Text("“{text}”不是“类型 编号”", "`{text}` is not a type and a key"),
    why=Text("要先说类型，再说编号，才知道指哪一条事实", "type and key together name a fact"),
    bad="change: {V-1: {place: 门诊诊室}}",
    good="change: {RepVisit V-1: {place: 门诊诊室}}",
)
NO_SUCH_FACT = Code(
    "QL607",
    "error",
    Text("这个用例没有“{name}”", "the case has no `{name}`"),
    why=Text("改动、删去或判定的事实必须在 base 里", "what is changed, removed or judged must stand in `base`"),
    bad="remove: [Sanction S-9]",
    good="remove: [Sanction S-1]",
)
SAME_FACT = Code(
    "QL608",
    "error",
    Text("“{name}”写了两次", "`{name}` is given twice"),
    why=Text("同一编号的两条事实，不知道哪条算数", "of two facts with one key nobody knows which counts"),
    bad="add: {Sanction: {id: S-1, …}}  # base 里已有 S-1",
    good="change: {Sanction S-1: {…}}",
    hint=Text("要改 base 里的事实，用 change", "use `change` for a fact of the base"),
)
KEY_CHANGED = Code(
    "QL609",
    "error",
    Text("“{field}”是编号的一部分，不能改", "`{field}` is part of the key and cannot be changed"),
    why=Text("换了编号就是另一条事实", "with another key it is another fact"),
    bad="change: {RepVisit V-1: {id: V-2}}",
    good="remove: [RepVisit V-1], add: {RepVisit: {id: V-2, …}}",
    hint=Text("先 remove，再 add", "use `remove` and `add`"),
)
NOT_IN_BASE = Code(
    "QL610",
    "error",
    Text("“{type}”本来就不完整", "`{type}` is not complete anyway"),
    why=Text("只有 base 里写到的类型才是完整的", "only the types that stand in `base` are complete"),
    bad="incomplete: [Sanctions]",
    good="incomplete: [Sanction]",
    hint=Text("把这一类写进 base（可以写 []），或者删去", "put the type into `base` (`[]` will do), or leave it out"),
)

# --- when and who ------------------------------------------------------------------------------------------------

OPEN_FORCE = Code(
    "QL615",
    "error",
    Text("没有写判定日 as_of", "the case lacks `as_of`"),
    why=Text(
        "文件没有写明施行到哪一天，用例就没有默认的判定日",
        "the document says on no day when it ends, so there is no day of judgement to assume",
    ),
    bad="- {title: 六项齐全}",
    good="- {title: 六项齐全, as_of: 2023-12-31}",
    hint=Text("写在用例里，或者写在 base 旁边供全部用例用", "write it in the case, or beside `base` for all of them"),
)
BAD_PERIOD = Code(
    "QL616",
    "error",
    Text("“{text}”不是有首日和末日的期间", "`{text}` is not a period with a first and a last day"),
    why=Text("审查期间由首日和末日组成", "a period under review has both days"),
    bad="period: 2022",
    good="period: 2022-01-01..2022-12-31",
)
NO_SUBJECT = Code(
    "QL617",
    "error",
    Text("没有“{type}”，判定不了", "there is no `{type}` to judge"),
    why=Text("规则逐个判定这一类事实", "the rule judges facts of this type"),
    bad="base: {Hospital: {id: H-1}}  # 规则判定的是 RepVisit",
    good="base: {Hospital: {id: H-1}, RepVisit: {id: V-1, body: H-1}}",
)
SEVERAL_SUBJECTS = Code(
    "QL618",
    "error",
    Text("有几个“{type}”：{names}", "there are several of `{type}`: {names}"),
    why=Text("不说判定哪一个，就不知道应得什么结果", "what must come out is said of one of them"),
    bad="base: {Hospital: [{id: H-1}, {id: H-2}]}",
    good="of: Hospital H-1",
    hint=Text("写 of，如 of: {first}", "write `of`, such as `of: {first}`"),
)
WRONG_SUBJECT = Code(
    "QL619",
    "error",
    Text("规则判定的是“{type}”，不是“{name}”", "the rule judges `{type}`, not `{name}`"),
    why=Text("只有规则判定的事实才有结果", "only what the rule judges has a decision"),
    bad="of: VisitBooking B-1",
    good="of: RepVisit V-1",
)

# --- parameters --------------------------------------------------------------------------------------------------

UNKNOWN_PARAMETER = Code(
    "QL625",
    "error",
    Text("没有参数“{name}”", "there is no parameter `{name}`"),
    why=Text("写错的参数等于没有设定", "a mistyped parameter stays unset"),
    bad="params: {removal_limits: 30分钟}",
    good="params: {removal_limit: 30分钟}",
)
BAD_PARAMETER = Code(
    "QL626",
    "error",
    Text(
        "“{text}”不是参数“{name}”（{type}）的值，或者超出范围",
        "`{text}` is no value of `{name}` ({type}), or out of bounds",
    ),
    why=Text("读不出的值等于没有设定", "a value that cannot be read leaves the parameter unset"),
    bad="params: {removal_limit: 半小时}",
    good="params: {removal_limit: 30分钟}",
)

# --- what must come out ------------------------------------------------------------------------------------------

UNKNOWN_CONDITION = Code(
    "QL630",
    "error",
    Text("规则没有叫“{name}”的条件", "the rule has no condition called `{name}`"),
    why=Text("没有的条件不会不成立", "a condition that is not there cannot fail"),
    bad="failed: [地点]",
    good="failed: [定点]",
)
NOT_ASKED_HERE = Code(
    "QL631",
    "error",
    Text("“{key}”只用于 {groups} 的用例", "`{key}` is only for cases that must be {groups}"),
    why=Text("别的结果没有这一项", "no other outcome has it"),
    bad="compliant:\n  - {title: 六项齐全, failed: [定点]}",
    good="violated:\n  - {title: 到诊室, failed: [定点]}",
)
NOT_CONCLUDED = Code(
    "QL632",
    "error",
    Text("“{name}”不是推定的类型", "`{name}` is not a type that definitions conclude"),
    why=Text("concluded 说的是推定出来的事实", "`concluded` speaks of facts that definitions conclude"),
    bad="concluded: {Benefit B-1: {form: 礼金}}",
    good="concluded: {RedPacket B-1: {person: P-1}}",
)

# --- what cases do not show --------------------------------------------------------------------------------------

NO_CASES = Code(
    "QL650",
    "warning",
    Text("“{id}”没有用例", "`{id}` has no cases"),
    why=Text(
        "没有用例，就没有人看过这条规则该发现什么、该放过什么",
        "without cases nobody has seen what the rule must find and what it must leave alone",
    ),
    hint=Text("在同名的 .cases.yaml 里写", "write them into the `.cases.yaml` file of the item"),
)
NEVER_IN_FORCE = Code(
    "QL651",
    "warning",
    Text("“{id}”的用例没有一个落在施行期间", "`{id}` is in force in none of its cases"),
    why=Text("不在施行期间的用例只能是“不适用”，规则本身没有检验过", "out of force every case is not applicable"),
    bad="as_of: 2020-12-31  # 文件 2021-09-27 起施行",
    good="as_of: 2023-12-31",
    hint=Text("核对用例里的日期和文件的施行期间", "compare the days in the cases with the document's force"),
)
NO_SUCH_SURVIVOR = Code(
    "QL652",
    "warning",
    Text("“{id}”没有这样存活的变异：{mutant}", "`{id}` has no surviving mutant {mutant}"),
    why=Text(
        "说明写给没有用例看得出的变异；用例看得出了，或者规则改了，说明就过时了",
        "an explanation is for a mutant that no case sees; once one does, or the rule has changed, it is out of date",
    ),
    bad="- mutant: 已经有用例看得出的变异\n  why: …",
    hint=Text("删去，或照 qinglian mutate 打印的写", "delete it, or write it as `qinglian mutate` prints it"),
)
