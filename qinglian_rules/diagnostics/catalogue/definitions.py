"""QL530 to QL569: what rules mean, and what rules and definitions of all documents say together."""

from __future__ import annotations

from qinglian_rules.diagnostics.model import Code, Text

# --- what is most likely not meant ----------------------------------------------------------------

ALL_OF_NOTHING = Code(
    "QL530",
    "warning",
    Text("一条{type_zh}记录都没有时，这个 all 也成立", "without any {type} this `all` holds"),
    why=Text("什么都没做的单位会因此合规", "whoever has done nothing would comply"),
    bad="require: all(p.is_medical_staff for p in Person if p.body == visit.body)",
    good="require: exists(p for p in Person if p.body == visit.body)"
    " and all(p.is_medical_staff for p in Person if p.body == visit.body)",
    hint=Text(
        "另写 exists(…)；若没有也算合规，改写成 forbid: exists(…)",
        "ask for one by `exists(…)`; where none is fine, write it as `forbid: exists(…)`",
    ),
)
UPPER_LIMIT = Code(
    "QL531",
    "error",
    Text("有 every 的 require 里不能写上限", "an upper limit cannot stand in a `require` with `every`"),
    why=Text(
        "require 到期末才算违反，超过上限的当天却已无法挽回",
        "a `require` is violated when its period ends, but a limit is broken on the day it is passed",
    ),
    bad="every: month\nrequire: count(v for v in RepVisit if within(v.start, period)) <= 4",
    good="every: month\nforbid: count(v for v in RepVisit if within(v.start, period)) > 4",
    hint=Text("改写成 forbid，条件取反", "write it as `forbid`, the other way round"),
)
NO_RHYTHM_IN_TEXT = Code(
    "QL532",
    "warning",
    Text("引文里没有“{every}”这样的周期", "the words quoted name no rhythm such as `{every}`"),
    why=Text(
        "文件没有写的周期是读者的理解，须写明理由",
        "a rhythm that the text lacks is a reading, and a reading gives its reason",
    ),
    bad="every: year\nclause: 建立健全奖惩机制",
    good="every: year\nclause: 建立健全奖惩机制\nreading: 机制须逐年运行，按年检查。",
    hint=Text("加 reading 说明理由，或引用写有周期的文字", "add a `reading`, or quote the words that say how often"),
)
NO_LIMIT_IN_TEXT = Code(
    "QL533",
    "warning",
    Text("引文里没有“{limit}”这个限度", "the words quoted do not name the limit `{limit}`"),
    why=Text(
        "文件没有写的数是读者的理解，须写明理由，或设为参数",
        "a number that the text lacks is a reading, or a parameter",
    ),
    bad="clause: 及时处理\ndue: visit.start + days(3)",
    good="clause: 及时处理\ndue: visit.start + params.wait",
    hint=Text("加 reading 说明理由，或改为参数", "add a `reading`, or make it a parameter"),
)
TWO_NORMS = Code(
    "QL534",
    "warning",
    Text("一个条件里用 and 连着两条规范", "two norms are joined by `and` in one condition"),
    why=Text("判定只能说整条没有满足，说不出是哪一半", "a decision could not say which half failed"),
    bad="require: visit.record is not None and visit.approved_by is not None",
    good="require:\n  有流程: visit.approved_by is not None\n  有记录: visit.record is not None",
    hint=Text("拆成两条规则，或写成有名字的条件", "split the rule, or name the conditions"),
)

# --- between rules --------------------------------------------------------------------------------

SAME_RULE = Code(
    "QL550",
    "error",
    Text("编号 {id} 用了两次", "the id {id} is used twice"),
    why=Text("一个编号只指一条规则", "an id names one rule"),
)
NO_SUCH_RULE = Code(
    "QL551",
    "error",
    Text("{key} 所指的规则 {target} 不存在", "the rule {target} that `{key}` names does not exist"),
    why=Text("指向不存在的规则，等于没有写", "a reference that leads nowhere says nothing"),
    bad="specialises: rep-visit-registred",
    good="specialises: rep-visit-registered",
)
CYCLE = Code(
    "QL552",
    "error",
    Text("推出的事实绕成一圈：{cycle_zh}", "derived facts go in a circle: {cycle}"),
    why=Text(
        "绕成一圈的定义没有先后，算不出来", "definitions in a circle have no first one, so they cannot be computed"
    ),
    hint=Text("断开其中一步", "break one of the steps"),
)
OWN_GENERAL = Code(
    "QL553",
    "error",
    Text("{key} 指向了规则自己", "`{key}` names the rule itself"),
    why=Text("一条规则不能是自己的特别规定", "no rule is a special case of itself"),
)
NOT_THE_SAME = Code(
    "QL554",
    "error",
    Text("same_as 不能指 {target}：{zh}", "`same_as` cannot name {target}: {en}"),
    why=Text(
        "same_as 把两份文件对同一对象、同一周期的同一要求合成一条结果，两处各引各的原文",
        "`same_as` makes one finding of what two documents ask of one subject in one period, with both citations",
    ),
    bad="same_as: monthly-study",
    good="same_as: gx-2021/3.1.2/monthly-study",
    hint=Text("指另一份文件里对象、周期都相同的规则", "name a rule of another document on the same type and rhythm"),
)
