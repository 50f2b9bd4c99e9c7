"""QL501 to QL529: the values of the keys of `rule`, `duties`, `define`, `responsible` and `text` blocks.

An example holds lines of a block over `visit in RepVisit`, or of a definition over `benefit in Benefit`.
"""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

_ONE_MEANING = Text(
    "每个键的写法是固定的，读的人和机器读到的是同一件事",
    "each key is written one way, so that readers and program agree",
)

ONE_FORM = Code(
    "QL501",
    "error",
    Text(
        "一条规则须有且只有一个 require、forbid、evidence 或 judgement，这里有 {count} 个",
        "a rule has exactly one of `require`, `forbid`, `evidence`, `judgement`; here are {count}",
    ),
    why=Text(
        "一块一条规范：要求、禁止、留痕和人工认定各是一条",
        "one block, one norm: what is required, forbidden, on record or judged is a norm each",
    ),
    bad="require: visit.in_clinical_area\nforbid: visit.discipline_present",
    good="require: visit.in_clinical_area",
    hint=Text("只写一个；要说几件事，就写几条规则", "write one; a rule for each thing that is asked"),
)
NOT_A_WORD = Code(
    "QL502",
    "error",
    Text("{key} 不能是“{word}”；可用：{words_zh}", "`{key}` cannot be `{word}`; it is one of {words}"),
    why=_ONE_MEANING,
    bad="severity: high",
    good="severity: serious",
)
BAD_ID = Code(
    "QL503",
    "error",
    Text("id“{id}”只能用小写字母、数字和连字符", "the id `{id}` may hold only lower-case letters, digits and hyphens"),
    why=Text(
        "id 出现在判定编号和命令行里，一旦用过不再改动",
        "ids stand in decisions and on the command line, and are never reused",
    ),
    bad="id: Rep_Visit",
    good="id: rep-visit",
)
SAME_ID = Code(
    "QL504",
    "error",
    Text("id“{id}”在这一项里已经用过", "the id `{id}` is used twice in this item"),
    why=Text("一个编号只指一条规则", "an id names one rule"),
    hint=Text("换一个 id", "choose another id"),
)
BAD_EACH = Code(
    "QL505",
    "error",
    Text("each 的写法是“名字 in 事实类型”", "`each` is written `name in FactType`"),
    why=Text("先说清判断的是什么，条件才有所指", "conditions speak of the subject that `each` names"),
    bad="each: RepVisit",
    good="each: visit in RepVisit",
    hint=Text("写成 each: visit in RepVisit 的样子", "write it as in `each: visit in RepVisit`"),
)
BAD_EVERY = Code(
    "QL506",
    "error",
    Text("读不懂周期“{text}”", "the rhythm `{text}` cannot be read"),
    why=_ONE_MEANING,
    bad="every: 2 years",
    good="every: 2 years from 2022-01-01",
    hint=Text(
        "写 month（月）、quarter（季度）、half-year（半年）、year（年）、2 years from 2022-01-01 或 params.cycle",
        "write month, quarter, half-year, year, 2 years from 2022-01-01 or params.cycle",
    ),
)
BAD_DATE = Code(
    "QL507",
    "error",
    Text("“{text}”不是 1900 至 2199 年的日期", "`{text}` is no date from 1900 to 2199"),
    why=_ONE_MEANING,
    bad="from: 2021-9-27",
    good="from: 2021-09-27",
    hint=Text("写作 2021-09-27", "write it as 2021-09-27"),
)
BAD_MEMBERS = Code(
    "QL508",
    "error",
    Text('成员写作“for 名字 in ["甲", "乙"]”', 'members are written `for name in ["a", "b"]`'),
    why=Text("名单要写出来，每一项各成一个条件", "the members are written out; each becomes a condition of its own"),
    bad="require:\n  for k in visit.products: visit.purpose == k",
    good='require:\n  for k in ["投标", "安装调试"]: visit.purpose != k',
)
SAME_NAME = Code(
    "QL509",
    "error",
    Text("两个条件都叫“{name}”", "two conditions are called `{name}`"),
    why=Text("判定按名字报出没有满足的条件", "a decision reports by name what failed"),
    bad='require:\n  for k in ["甲", "甲"]: visit.place != k',
    good='require:\n  for k in ["甲", "乙"]: visit.place != k',
    hint=Text("换一个名字", "choose another name"),
)
BAD_SPAN_OF_TIME = Code(
    "QL510",
    "error",
    Text("读不懂时间长度“{text}”", "the length of time `{text}` cannot be read"),
    why=_ONE_MEANING,
    bad="evidence: {record: 制度, within: 一年内}",
    good="evidence: {record: 制度, within: 12 months}",
    hint=Text("写作 30 days、12 months 或 1 year", "write 30 days, 12 months or 1 year"),
)
UNKNOWN_TOPIC = Code(
    "QL511",
    "error",
    Text("topics.yaml 里没有主题“{topic}”", "`topics.yaml` has no topic `{topic}`"),
    why=Text(
        "资料按受控的主题查找，写错的主题永远查不到",
        "records are found by controlled topics; a mistyped one never matches",
    ),
    bad="evidence: {record: 制度, about: 医德医疯}",
    good="evidence: {record: 制度, about: 医德医风}",
    hint=Text("在 topics.yaml 里加上，或改用已有的主题", "add it to `topics.yaml`, or use a topic that is there"),
)
NOT_TRUE_OR_FALSE = Code(
    "QL512",
    "error",
    Text("{key} 是 true 或 false，不是“{text}”", "`{key}` is true or false, not `{text}`"),
    why=_ONE_MEANING,
    bad="veto: yes",
    good="veto: true",
)
NO_BODY = Code(
    "QL513",
    "error",
    Text("{type_zh}没有机构，不能要求资料", "{type} names no body, so no record can be asked for"),
    why=Text("资料属于机构：要求的是判断对象所在的机构", "records belong to a body: that of the subject"),
    bad="each: statement in Complete\nevidence: {record: 制度}",
    good="each: visit in RepVisit\nevidence: {record: 制度}",
)
NOT_A_RHYTHM = Code(
    "QL514",
    "error",
    Text("参数 {name} 的类型是{type_zh}，不能作周期", "the parameter {name} is of type {type}, not a rhythm"),
    why=Text("周期参数的值是一段写周期的文字", "the value of such a parameter is the text of a rhythm"),
    bad="every: params.wait",
    good="every: params.cycle",
    hint=Text("在 policy.yaml 里声明为 type: Rhythm", "declare it as `type: Rhythm` in `policy.yaml`"),
)
BAD_CONCLUDE = Code(
    "QL515",
    "error",
    Text("conclude 的写法是“类型(字段=表达式, …)”", "`conclude` is written `Type(field=expression, …)`"),
    why=_ONE_MEANING,
    bad="conclude: benefit.amount",
    good="conclude: RedPacket(benefit=benefit)",
)
NOT_DERIVED = Code(
    "QL516",
    "error",
    Text("{type_zh}是登记来的事实，不能推出", "facts of type {type} are recorded and never concluded"),
    why=Text("推出的事实与登记的事实不能混在一起", "what is concluded and what is recorded are kept apart"),
    bad="conclude: Person(id=benefit.id)",
    good="conclude: RedPacket(benefit=benefit)",
    hint=Text("只有声明为 derived 的类型可以推出：{types}", "only derived types are concluded: {types}"),
)
KEY_NOT_GIVEN = Code(
    "QL517",
    "error",
    Text("{type_zh}的键字段 {field} 没有给出", "the key field {field} of {type} is not given"),
    why=Text("没有主键就不知道推出的是哪一条", "without its key it is not said which fact is concluded"),
    bad="conclude: RedPacket(person=benefit.receiver)",
    good="conclude: RedPacket(benefit=benefit)",
)
WRONG_VALUE = Code(
    "QL518",
    "error",
    Text(
        "{type_zh}的 {field} 要{wanted_zh}，给的是{given_zh}",
        "{type}.{field} is of type {wanted}, and {given} is given",
    ),
    why=Text("推出的事实与登记的事实守同样的类型", "concluded facts keep to their types as recorded ones do"),
    bad="conclude: RedPacket(benefit=benefit.receiver)",
    good="conclude: RedPacket(benefit=benefit)",
)
GIVEN_TWICE = Code(
    "QL519",
    "error",
    Text("字段 {field} 给了两次", "the field {field} is given twice"),
    why=_ONE_MEANING,
    bad="conclude: RedPacket(benefit=benefit, benefit=benefit)",
    good="conclude: RedPacket(benefit=benefit)",
)
SUBJECT_LACKS = Code(
    "QL520",
    "error",
    Text("{type_zh}没有{what}，conclude 须写出 {field}", "{type} has no {what_en}, so `conclude` must give {field}"),
    why=Text("没有写出的机构和日期取自判断对象", "a body or a date that is not given is the subject's"),
    bad="each: person in Person\nconclude: EthicsGrade(person=person, year=2024)",
    good="each: person in Person\nconclude: EthicsGrade(person=person, year=2024, date=date(2024, 1, 1))",
)
NOT_A_MOMENT = Code(
    "QL521",
    "error",
    Text("这里要日期或日期时间，而这是{type_zh}", "a Date or a DateTime is wanted here, and this is {type}"),
    why=Text("期限是一天或一个时刻", "a limit is a day or a moment"),
    bad="due: visit.place",
    good="due: visit.start + params.wait",
)
NO_CLAUSE = Code(
    "QL522",
    "error",
    Text("须写 clause 或 helps 之一", "one of `clause` and `helps` is needed"),
    why=Text(
        "推出的事实要么出自原文，要么为某条规则服务",
        "a definition states words of the text, or serves a rule that does",
    ),
)
NO_LINES = Code(
    "QL523",
    "error",
    Text("duties 块里没有 records，也没有 judgements", "the duties block has neither `records` nor `judgements`"),
    why=Text("一行一条规范；没有行就没有规范", "a line is a norm; without lines there is none"),
)
DUE_OF_FORBID = Code(
    "QL524",
    "error",
    Text("禁止没有期限，不能写 due", "a prohibition has no limit, so no `due`"),
    why=Text(
        "禁止的事一做就是违反，不会等到期限", "what is forbidden is violated when it is done, and not at some later day"
    ),
    bad="forbid: visit.in_clinical_area\ndue: now",
    good="forbid: visit.in_clinical_area",
    hint=Text("删去 due，或改写成 require", "delete `due`, or write it as `require`"),
)
BAD_NAME = Code(
    "QL525",
    "error",
    Text("“{name}”不能用作名字", "`{name}` cannot be a name"),
    why=Text(
        "名字在条件里当一个词用，里面不能有空格和标点",
        "a name is one word of a condition, without blanks and punctuation",
    ),
    bad="let:\n  两 词: visit.start",
    good="let:\n  两词: visit.start",
    hint=Text("只用文字、数字和下划线", "use letters, digits and underscores"),
)
NAMES_NOBODY = Code(
    "QL526",
    "error",
    Text("{key} 是空的列表，没有写出任何部门", "`{key}` is an empty list and names nobody"),
    why=Text(
        "没有人认定的规则永远不会有结论；不限由谁批准的资料，不写 by 即可",
        "where nobody's finding counts, no decision is ever reached; a record that anybody may approve has no `by`",
    ),
    bad="judgement: {by: []}",
    good="judgement: {by: [纪检监察机构]}",
    hint=Text(
        "写出部门；duties 块里不写则用块首的 by", "name the office; a line of `duties` without `by` takes that on top"
    ),
)
