"""QL201 to QL229: what cannot be read as a condition.

In all of QL2xx an example is a condition on `hospital in Hospital`, with the parameters `params.wait` (a Duration) and
`params.places` (a list of texts); a test runs every one.
"""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

_CLOSED = Text(
    "条件只用 Python 表达式的一个子集：能算的都先检查过，读的人不必懂 Python",
    "conditions are a subset of Python's expressions, so that all of it is checked before it runs",
)
_SILENT = Text("照 Python 的读法，它会悄悄变成别的意思", "Python would read it, and take it to mean something else")

# --- size -----------------------------------------------------------------------------------------

TOO_LONG = Code(
    "QL201",
    "error",
    Text(
        "条件有 {length} 个字，超过上限 {limit}",
        "the condition has {length} characters, more than the limit of {limit}",
    ),
    why=Text("这么长的条件没有人能核对", "nobody can check a condition of that length"),
    hint=Text("用 let 给部分起名，或拆成几条规则", "name parts of it with `let`, or split the rule"),
)
TOO_DEEP = Code(
    "QL202",
    "error",
    Text("条件嵌套超过 {limit} 层", "the condition is nested deeper than {limit} levels"),
    why=Text("这么深的嵌套没有人能核对", "nobody can check nesting of that depth"),
    hint=Text("用 let 给内层起名", "name the inner parts with `let`"),
)

# --- characters -----------------------------------------------------------------------------------

FULL_WIDTH = Code(
    "QL203",
    "error",
    Text("全角的 {found} 应写成半角的 {fix}", "full-width `{found}` should be `{fix}`"),
    why=Text(
        "条件用半角符号；全角的只能出现在引号里的文字中",
        "conditions use ASCII punctuation; full-width belongs inside quoted text only",
    ),
    bad="hospital.beds ＞ 100",
    good="hospital.beds > 100",
    hint=Text("改为 {fix}", "write `{fix}`"),
)
FULL_WIDTH_NAME = Code(
    "QL204",
    "error",
    Text("名字“{found}”含全角字母", "the name `{found}` holds full-width letters"),
    why=Text(
        "两个名字不能只差全角半角，否则看起来一样而实际不同",
        "two names must not differ in width alone: they look alike and are not",
    ),
    bad="hospital.ｂeds > 100",
    good="hospital.beds > 100",
    hint=Text("改为 {fix}", "write `{fix}`"),
)
COMMENT = Code(
    "QL205",
    "error",
    Text("条件里不能有 # 注释", "a condition holds no `#` comment"),
    why=Text(
        "Python 会丢掉 # 后面的一切，续行的条件会悄悄失效",
        "Python drops all that follows `#`, and with it the lines that continue the condition",
    ),
    bad="hospital.beds > 100 # 床位",
    good="hospital.beds > 100",
    hint=Text(
        "说明写进 reading；要写字符 #，放在引号里",
        "put explanations into `reading`; a `#` of a text stands inside quotes",
    ),
)
BACKSLASH = Code(
    "QL206",
    "error",
    Text("条件里不能有反斜杠", "a condition holds no backslash"),
    why=Text("反斜杠能把文字写成看不出原样的样子", "a backslash can hide what a text says"),
    bad='hospital.city == "\\u5357宁"',
    good='hospital.city == "南宁"',
    hint=Text("直接写出文字", "write the text itself"),
)
UNCLOSED_TEXT = Code(
    "QL207",
    "error",
    Text("这里开始的文字没有结束的引号", "the text that starts here has no closing quote"),
    why=_CLOSED,
    bad='hospital.city == "南宁',
    good='hospital.city == "南宁"',
    hint=Text("补上 {quote}", "add `{quote}`"),
)
ADJACENT_TEXTS = Code(
    "QL208",
    "error",
    Text("两段文字之间缺少逗号", "a comma is missing between two texts"),
    why=Text("Python 会把相邻的两段文字连成一段", "Python joins neighbouring texts into one"),
    bad='hospital.city in {"南宁" "柳州"}',
    good='hospital.city in {"南宁", "柳州"}',
    hint=Text("在两段文字之间加逗号", "put a comma between the two texts"),
)
BRACKETS = Code(
    "QL209",
    "error",
    Text("括号“{found}”没有配对", "the bracket `{found}` has no partner"),
    why=_CLOSED,
    bad="(hospital.beds > 100",
    good="(hospital.beds > 100)",
    hint=Text("补上或删去一个括号", "add or delete a bracket"),
)
CHARACTER = Code(
    "QL210",
    "error",
    Text("条件里不能有字符“{found}”", "a condition cannot hold the character `{found}`"),
    why=_CLOSED,
    bad="hospital.beds > 100 ?",
    good="hospital.beds > 100",
)
NUMBER_FORM = Code(
    "QL211",
    "error",
    Text(
        "数字“{found}”写法不对，或超过 18 位",
        "the number `{found}` is written in a way that is not read, or has more than 18 digits",
    ),
    why=Text("数字按写出的样子精确计算，不取近似", "numbers are exact, as written, and never rounded"),
    bad="hospital.beds > 1e2",
    good="hospital.beds > 100",
    hint=Text(
        "写成 1200 或 0.5 这样的数；时长写成 days(30)、hours(2) 或 minutes(30)",
        "write a decimal number such as 1200 or 0.5; a duration is days(30), hours(2) or minutes(30)",
    ),
)

# --- the form of an expression --------------------------------------------------------------------

EMPTY = Code(
    "QL212",
    "error",
    Text("这里缺少条件", "a condition is missing here"),
    why=Text("空的条件什么也没有要求", "an empty condition asks for nothing"),
    good="hospital.beds > 100",
)
UNREADABLE = Code(
    "QL213",
    "error",
    Text("从“{found}”起读不成条件", "the condition cannot be read from `{found}` on"),
    why=_CLOSED,
    bad="hospital.beds > > 100",
    good="hospital.beds > 100",
)
ASSIGNMENT = Code(
    "QL214",
    "error",
    Text("比较相等用 ==，不用 =", "equality is `==`, not `=`"),
    why=_CLOSED,
    bad='hospital.city = "南宁"',
    good='hospital.city == "南宁"',
    hint=Text("改为 ==", "write `==`"),
)
FOREIGN_OPERATOR = Code(
    "QL215",
    "error",
    Text("“{found}”应写作 {fix}", "`{found}` should be `{fix}`"),
    why=_CLOSED,
    bad='hospital.beds > 100 并且 hospital.city == "南宁"',
    good='hospital.beds > 100 and hospital.city == "南宁"',
    hint=Text("改为 {fix}", "write `{fix}`"),
)
LAMBDA = Code(
    "QL216",
    "error",
    Text("条件里没有 lambda", "conditions have no `lambda`"),
    why=_CLOSED,
    bad="(lambda: hospital.beds > 100)()",
    good="hospital.beds > 100",
    hint=Text("直接写出条件；要起名用 let", "write the condition itself; name parts with `let`"),
)
SUBSCRIPT = Code(
    "QL217",
    "error",
    Text("条件里没有下标 […]", "conditions have no subscript `[…]`"),
    why=Text(
        "列表里第几项没有含义；要问有没有，用 exists 或 in",
        "which place a member has means nothing; ask with `exists` or `in`",
    ),
    bad='hospital.reception_places[0] == "药学部"',
    good='"药学部" in hospital.reception_places',
    hint=Text("用 in、exists 或 the(…)", "use `in`, `exists` or `the(…)`"),
)
FORMAT_STRING = Code(
    "QL218",
    "error",
    Text("条件里没有 f 字符串和带前缀的文字", "conditions have neither f-strings nor texts with a prefix"),
    why=_CLOSED,
    bad='hospital.city == f"南宁"',
    good='hospital.city == "南宁"',
    hint=Text("去掉引号前的字母", "delete the letter before the quote"),
)
WALRUS = Code(
    "QL219",
    "error",
    Text("条件里不能用 := 起名", "a condition cannot name things by `:=`"),
    why=_CLOSED,
    bad="(n := hospital.beds) > 100",
    good="hospital.beds > 100",
    hint=Text("用 let 起名", "name it with `let`"),
)
STAR = Code(
    "QL220",
    "error",
    Text("条件里没有 * 展开", "conditions have no `*` to unpack"),
    why=_CLOSED,
    bad='hospital.city in [*hospital.reception_places, "南宁"]',
    good='hospital.city in hospital.reception_places or hospital.city == "南宁"',
)
COMPREHENSION_OUTSIDE = Code(
    "QL221",
    "error",
    Text(
        "“… for … in …”只能写在 exists、all、count 等里面",
        "`… for … in …` stands only inside `exists`, `all`, `count` and their like",
    ),
    why=_CLOSED,
    bad="hospital in [p.body for p in Person]",
    good="exists(p for p in Person if p.body == hospital)",
    hint=Text("用 exists(x for x in T if …)", "use `exists(x for x in T if …)`"),
)
DISPLAY_KIND = Code(
    "QL222",
    "error",
    Text(
        "列表写作 […] 或 {…}；没有元组和字典",
        "lists are written `[…]` or `{…}`; there are neither tuples nor dictionaries",
    ),
    why=_CLOSED,
    bad='hospital.city in ("南宁", "柳州")',
    good='hospital.city in ["南宁", "柳州"]',
    hint=Text("用 […]", "use `[…]`"),
)
OPERATOR = Code(
    "QL223",
    "error",
    Text("条件里没有运算 {found}", "conditions have no operator `{found}`"),
    why=Text(
        "只有 + - *，以及比较中的 /：结果都是精确的", "there are only `+ - *`, and `/` inside a comparison: all exact"
    ),
    bad="hospital.beds // 2 > 100",
    good="hospital.beds / 2 > 100",
)
LITERAL = Code(
    "QL224",
    "error",
    Text("条件里没有“{found}”这样的值", "conditions have no value such as `{found}`"),
    why=_CLOSED,
    bad="hospital.beds > ...",
    good="hospital.beds > 100",
)
PYTHON_NAME = Code(
    "QL225",
    "error",
    Text(
        "名字“{found}”以下划线开头，条件里没有这样的名字",
        "`{found}` starts with an underscore; conditions have no such names",
    ),
    why=Text(
        "这样的名字属于 Python 内部，条件够不到那里",
        "such names belong to the inside of Python, which no condition reaches",
    ),
    bad='hospital.__class__ == "Hospital"',
    good="hospital.beds > 100",
)
NOT_A_FUNCTION = Code(
    "QL226",
    "error",
    Text("这里只能调用函数表中的函数", "only functions of the closed list can be called here"),
    why=_CLOSED,
    bad='hospital.city.startswith("南")',
    good='hospital.city is not None and starts_with(hospital.city, "南")',
)
IS_ONLY_NONE = Code(
    "QL227",
    "error",
    Text("is 只用于 is None 和 is not None", "`is` is for `is None` and `is not None` only"),
    why=_SILENT,
    bad="hospital.for_profit is False",
    good="not hospital.for_profit",
    hint=Text("比较相等用 ==", "compare with `==`"),
)
EQUALS_NONE = Code(
    "QL228",
    "error",
    Text("与 None 比较写作 {fix}", "comparing with None is written `{fix}`"),
    why=Text("同一件事只有一种写法", "there is one way to write one thing"),
    bad="hospital.closed == None",
    good="hospital.closed is None",
    hint=Text("改为 {fix}", "write `{fix}`"),
)
OTHER_FORM = Code(
    "QL229",
    "error",
    Text("条件里没有这种写法", "conditions have no such form"),
    why=_CLOSED,
    bad="(yield hospital.beds)",
    good="hospital.beds > 100",
)
