"""QL230 to QL279: names and types in conditions. Examples are as in `conditions`."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

_TYPO = Text("写错的名字会让条件永远查不到东西", "a condition on a mistyped name would never find anything")
_SAME_KIND = Text(
    "不同类型的值永远不相等，写了等于没写",
    "values of different types are never equal, so the condition would say nothing",
)
_COST = Text("条件的代价在运行之前就要知道", "what a condition costs is known before it runs")

# --- names ----------------------------------------------------------------------------------------

UNKNOWN_NAME = Code(
    "QL230",
    "error",
    Text("不认识“{name}”，这里没有叫这个的东西", "there is no name `{name}`"),
    why=_TYPO,
    bad="hopital.beds > 100",
    good="hospital.beds > 100",
    hint=Text("这里能用的名字：{known}", "names that stand for something here: {known}"),
)
UNKNOWN_TYPE = Code(
    "QL231",
    "error",
    Text("没有叫“{name}”的事实类型", "there is no fact type `{name}`"),
    why=_TYPO,
    bad="exists(p for p in Persons if p.body == hospital)",
    good="exists(p for p in Person if p.body == hospital)",
)
UNKNOWN_FIELD = Code(
    "QL232",
    "error",
    Text("{type_zh}没有叫“{name}”的字段", "{type} has no field `{name}`"),
    why=_TYPO,
    bad="hospital.bedz > 100",
    good="hospital.beds > 100",
)
UNKNOWN_PARAMETER = Code(
    "QL233",
    "error",
    Text("policy.yaml 没有声明参数“{name}”", "`policy.yaml` declares no parameter `{name}`"),
    why=Text(
        "参数要先声明类型、单位和文件为何留白",
        "a parameter is declared with its type, its unit and why the text leaves it open",
    ),
    bad="now - hospital.registered <= params.wate",
    good="now - hospital.registered <= params.wait",
)
UNKNOWN_FUNCTION = Code(
    "QL234",
    "error",
    Text("没有叫“{name}”的函数", "there is no function `{name}`"),
    why=Text("函数表是封闭的，每个函数的含义都写明", "the list of functions is closed, and each says what it means"),
    bad="exist(p for p in Person if p.body == hospital)",
    good="exists(p for p in Person if p.body == hospital)",
    hint=Text(
        "函数只有规则语言说明里列出的那些，如 exists（有）、all（都）、count（几个）、within（在期间内）",
        "functions are those of the language reference, such as exists, all, count, within",
    ),
)
UNKNOWN_WORD = Code(
    "QL235",
    "error",
    Text("“{word}”不是{field_zh}可取的词；可取：{words}", "`{word}` is none of the words of {field}: {words}"),
    why=Text("表外的词永远不相等", "a word that is not a member is never equal"),
    bad='hospital.ownership == "公立医院"',
    good='hospital.ownership == "公立"',
)
SHADOWED = Code(
    "QL236",
    "error",
    Text("名字“{name}”已经另有所指", "the name `{name}` already stands for something"),
    why=Text("一个名字在一条规则里只指一样东西", "within a rule one name means one thing"),
    bad="exists(hospital for hospital in Hospital)",
    good="exists(other for other in Hospital)",
    hint=Text("换一个名字", "choose another name"),
)
RESERVED = Code(
    "QL237",
    "error",
    Text("“{name}”是语言自己的词，不能用作名字", "`{name}` is a word of the language and cannot be a name"),
    why=Text("一个名字在一条规则里只指一样东西", "within a rule one name means one thing"),
    bad="exists(period for period in Person)",
    good="exists(p for p in Person)",
    hint=Text("换一个名字", "choose another name"),
)
NOT_IN_SCOPE = Code(
    "QL238",
    "error",
    Text("这里没有“{name}”：{reason}", "there is no `{name}` here: {reason_en}"),
    why=Text("period 来自 every，due 来自 due 或 every", "`period` comes from `every`, `due` from `due` or `every`"),
    bad="within(hospital.registered, period)",
    good="hospital.registered <= now",
)
NO_FIELDS = Code(
    "QL239",
    "error",
    Text("{type_zh}后面不能跟“.{name}”", "a value of type {type} has no field `{name}`"),
    why=Text(
        "只有事实、引用、期间和 params 后面可以跟 .", "only facts, references, spans and `params` are followed by a dot"
    ),
    bad="hospital.beds.number > 100",
    good="hospital.beds > 100",
)

# --- None -----------------------------------------------------------------------------------------

NEEDS_GUARD = Code(
    "QL240",
    "error",
    Text("“{what}”可能是“无”（None），用之前要先判断", "`{what}` may be None and needs a guard"),
    why=Text("没有的东西不能比大小、运算或再取字段", "what is not there has no size, no sum and no fields"),
    bad="hospital.closed > hospital.registered",
    good="hospital.closed is not None and hospital.closed > hospital.registered",
    hint=Text("写成 {what} is not None and …", "write `{what} is not None and …`"),
)
NEVER_NONE = Code(
    "QL241",
    "error",
    Text("“{what}”总有值，不会是“无”（None）", "`{what}` is never None"),
    why=Text(
        "不知道不是没有：缺的值是未知，不等于 None",
        "not known is not none: a missing value is unknown and does not equal None",
    ),
    bad="hospital.registered is None",
    good="hospital.closed is None",
    hint=Text("删去这个判断", "delete this test"),
)

# --- types ----------------------------------------------------------------------------------------

DIFFERENT_TYPES = Code(
    "QL242",
    "error",
    Text("一边是{left_zh}，一边是{right_zh}，类型不同", "{left} and {right} are different types"),
    why=_SAME_KIND,
    bad='hospital.beds == "100"',
    good="hospital.beds == 100",
)
NOT_ORDERED = Code(
    "QL243",
    "error",
    Text("{type_zh}没有大小先后，不能用 < 或 > 比较", "values of type {type} have no order"),
    why=Text("只有数、日期、时刻和时长能比大小", "only numbers, dates, times and durations are ordered"),
    bad='hospital.province < "广西"',
    good='hospital.province == "广西"',
)
NOT_COMPARABLE = Code(
    "QL244",
    "error",
    Text("{type_zh}不能整个用 == 比较", "values of type {type} are not compared by `==`"),
    why=Text("列表和期间整个相等没有确定的含义", "equality of whole lists and spans has no settled meaning"),
    bad='hospital.reception_places == ["药学部"]',
    good='"药学部" in hospital.reception_places',
    hint=Text("比较其中的一项，或用 in、during、within", "compare a part of it, or use `in`, `during`, `within`"),
)
NOT_BOOL = Code(
    "QL245",
    "error",
    Text("这里要一个成立或不成立的条件，而这是{type_zh}", "a condition is wanted here, and this is {type}"),
    why=Text("“有没有”“够不够”要写出来", "whether there is one, or enough of it, is to be said"),
    bad="hospital.beds and hospital.for_profit",
    good="hospital.beds > 0 and hospital.for_profit",
)
WRONG_OPERANDS = Code(
    "QL246",
    "error",
    Text("{left_zh}和{right_zh}之间不能用 {op}", "{left} {op} {right} means nothing"),
    why=Text(
        "数与数、日期与时长、时长与时长才能运算",
        "numbers go with numbers, dates with durations, durations with durations",
    ),
    bad="hospital.registered + 30 < now",
    good="hospital.registered + days(30) < now",
)
UNITS = Code(
    "QL247",
    "error",
    Text("单位不同：{left} 与 {right}", "units differ: {left} and {right}"),
    why=Text("元与万元直接相比，结果差一万倍", "comparing yuan with units of ten thousand is wrong by that factor"),
    bad="hospital.beds > sum(v.visitors for v in RepVisit)",
    good="hospital.beds > count(v for v in RepVisit)",
    hint=Text("换算成同一单位再比", "bring both to one unit first"),
)
NOT_A_LIST = Code(
    "QL248",
    "error",
    Text("in 的右边要一个列表，而这是{type_zh}", "what stands right of `in` is a list, and this is {type}"),
    why=_SAME_KIND,
    bad='"南" in hospital.province',
    good='starts_with(hospital.province, "南")',
    hint=Text("期间用 within，文字开头用 starts_with", "use `within` for spans, `starts_with` for texts"),
)
ARGUMENTS = Code(
    "QL249",
    "error",
    Text(
        "{name} 不能这样用：给的是（{given_zh}），要的是 {wanted_zh}",
        "`{name}` does not take ({given}); it takes {wanted}",
    ),
    why=Text("函数的参数类型是固定的", "the types of a function's arguments are fixed"),
    bad='year("2024") == 2024',
    good="year(hospital.registered) == 2024",
)
KEYWORD = Code(
    "QL250",
    "error",
    Text("{name} 没有这个写法的参数“{keyword}”", "`{name}` has no argument `{keyword}` of this form"),
    why=Text("函数的参数是固定的", "a function's arguments are fixed"),
    bad='add_months(hospital.registered, 1, clip="start") < now',
    good='add_months(hospital.registered, 1, clip="end") < now',
)
NO_SUCH_DATE = Code(
    "QL251",
    "error",
    Text("没有 {found} 这一天（1900 至 2199 年）", "there is no day {found} (1900 to 2199)"),
    why=Text("不存在的日子算不出来", "a day that does not exist cannot be computed with"),
    bad="hospital.registered < date(2023, 2, 29)",
    good="hospital.registered < date(2023, 2, 28)",
)
FACT_AS_VALUE = Code(
    "QL252",
    "error",
    Text("“{what}”是一条{type_zh}事实，不是一个值", "`{what}` is a fact of type {type}, not a value"),
    why=Text(
        "事实只能与事实或引用比较，或者取它的字段", "a fact is compared with facts and references, or asked for a field"
    ),
    bad='hospital == "H-1"',
    good="exists(p for p in Person if p.body == hospital)",
)
MIXED_MEMBERS = Code(
    "QL253",
    "error",
    Text("列表里又有{left_zh}又有{right_zh}，类型不同", "the members of a list differ in type: {left} and {right}"),
    why=_SAME_KIND,
    bad='hospital.city in ["南宁", 3]',
    good='hospital.city in ["南宁", "柳州"]',
)
DIVISION_OUTSIDE = Code(
    "QL254",
    "error",
    Text("除法只能写在比较之中", "a division stands only inside a comparison"),
    why=Text(
        "商是精确的比例，只用来比较，不四舍五入", "a quotient is an exact ratio, for comparing and never for rounding"
    ),
    bad="earlier(hospital.beds / 2, 1) > 0",
    good="hospital.beds / 2 > 100",
)

# --- quantifiers ----------------------------------------------------------------------------------

QUANTIFIER_FORM = Code(
    "QL255",
    "error",
    Text("{name} 的写法是 {form}", "`{name}` is written `{form}`"),
    why=Text("每个量词只有一种写法", "each quantifier has one form"),
    bad="exists(Person)",
    good="exists(p for p in Person if p.body == hospital)",
)
ONE_FOR = Code(
    "QL256",
    "error",
    Text("一个量词里只能有一个 for", "a quantifier holds one `for`"),
    why=_COST,
    bad="exists(p for p in Person for e in Employment if e.person == p)",
    good="exists(p for p in Person if exists(e for e in Employment if e.person == p))",
    hint=Text("把第二个写成条件里的 exists", "write the second one as an `exists` in the condition"),
)
NOT_A_SOURCE = Code(
    "QL257",
    "error",
    Text(
        "in 后面要一个事实类型或列表，而这是{type_zh}", "what follows `in` is a fact type or a list, and this is {type}"
    ),
    why=Text("量词只能数事实或列表的项", "a quantifier ranges over facts or over the members of a list"),
    bad='exists(c for c in hospital.city if c == "南宁")',
    good='exists(c for c in hospital.reception_places if c == "药学部")',
)
TOO_COSTLY = Code(
    "QL258",
    "error",
    Text("量词嵌套 {depth} 层，超过 {limit} 层", "quantifiers are nested {depth} deep, more than {limit}"),
    why=_COST,
    hint=Text("用 define 先算出中间结果", "compute a part of it first, in a `define`"),
)
LISTS_TOO_COSTLY = Code(
    "QL259",
    "error",
    Text("嵌套的列表共有 {size} 种组合，超过 {limit}", "nested lists make {size} combinations, more than {limit}"),
    why=_COST,
)
QUESTION = Code(
    "QL260",
    "error",
    Text('judged 的写法是 judged(对象, "问题")', '`judged` is written `judged(subject, "question")`'),
    why=Text("问题原样写出，人工认定才能对上", "findings are matched with the question as it is written"),
    bad="judged(hospital)",
    good='judged(hospital, "制度健全")',
)
NO_SPAN = Code(
    "QL261",
    "error",
    Text("{type_zh}不是以期间记日期的类型", "{type} is not dated by a span"),
    why=Text("连续期间要由一段段期间连成", "an unbroken run is made of spans"),
    bad="within(now, spell(hospital, (p for p in Hospital)))",
    good="exists(e for e in Employment if within(now, spell(e, (o for o in Employment if o.person == e.person))))",
)


# --- warnings -------------------------------------------------------------------------------------

CONSTANT = Code(
    "QL270",
    "warning",
    Text("这个条件总是{value}", "this condition is always {value_en}"),
    why=Text("总是成立或总是不成立的条件什么也没有说", "a condition that never changes says nothing"),
    bad="hospital.beds == hospital.beds",
    good="hospital.beds == 100",
)
DOUBLE_NEGATION = Code(
    "QL271",
    "warning",
    Text("两次 not 相互抵消", "two `not` cancel out"),
    why=Text("少一个否定，读的人少想一步", "one negation less is one step less for the reader"),
    bad="not (not hospital.for_profit)",
    good="hospital.for_profit",
    hint=Text("删去两个 not", "delete both"),
)
