"""The quantifiers of the policy language and the other forms that take facts, described for the reference.

The checker types them itself; what they mean stands on their nodes in `ir/nodes.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from qinglian_rules.ir.signatures import Quantifier

_ALL = (
    Quantifier(
        "exists",
        ("exists(x for x in T if c)",),
        zh="有没有符合条件的记录",
        en="whether a fact or a list member matches",
        law="True with a known match, whatever else is missing. False only where the facts asked about are stated "
        "complete and none of them may match.",
        law_zh="有一条已知符合即为真，不论还缺什么。只有所问范围已声明完整、且没有一条可能符合时才为假。",
        examples=("exists(r for r in ReportSubmission if r.case == case and r.received <= due)",),
    ),
    Quantifier(
        "all",
        ("all(c for x in T if s)",),
        zh="符合条件的记录是否全部满足要求",
        en="whether a claim holds for every match",
        law="False with a known failure, whatever else is missing. True over nothing, and only where complete: ask for "
        "at least one beside it, or a lack of facts satisfies it.",
        law_zh="有一条已知不满足即为假。只有范围完整才为真；没有任何记录时为真，故须另行要求至少一条。",
        examples=("all(a.attended for a in Attendance if a.session == session)",),
    ),
    Quantifier(
        "count",
        ("count(x for x in T if c)",),
        zh="符合条件的有多少条",
        en="how many match",
        law="0 over nothing. Compared by bounds: what is known to match is the lower one; what is unknown or may be "
        "missing raises the upper one. In arithmetic it is unknown while its bounds differ.",
        law_zh="没有则为 0。按上下界比较：已知符合的是下界，不明的和可能缺失的抬高上界。上下界不同，则在算术中为未知。",
        examples=("count(v for v in RepVisit if v.host == person and within(v.start, period)) > 4",),
    ),
    Quantifier(
        "sum",
        ("sum(x.v for x in T if c)",),
        zh="合计",
        en="the sum over the matches",
        law="0 over nothing. Of what cannot be negative it is compared by bounds, as `count` is; of anything else it "
        "is unknown when it needs something unknown.",
        law_zh="没有则为 0。不会为负的数按上下界比较，同 `count`；其他的，所需有不明即为未知。",
        examples=("sum(b.amount for b in Benefit if b.receiver == person and b.amount is not None) > 200",),
    ),
    Quantifier(
        "min",
        ("min(x.v for x in T if c)",),
        zh="最小或最早的值",
        en="the smallest or earliest value of the matches",
        law="None over nothing, so it needs a guard. Compared by bounds; `is None` is false once one match is known.",
        law_zh="没有则为 None，须先判断。按上下界比较；已知有一条符合时，`is None` 为假。",
        examples=("min(b.taken for b in Benefit if b.receiver == person) is not None",),
    ),
    Quantifier(
        "max",
        ("max(x.v for x in T if c)",),
        zh="最大或最晚的值",
        en="the largest or latest value of the matches",
        law="None over nothing, so it needs a guard. Compared by bounds; `is None` is false once one match is known.",
        law_zh="没有则为 None，须先判断。按上下界比较；已知有一条符合时，`is None` 为假。",
        examples=("max(s.order for s in Statement if s.item == item and not s.procedural) == statement.order",),
    ),
    Quantifier(
        "avg",
        ("avg(x.v for x in T if c)",),
        zh="平均值，精确",
        en="the exact mean of the matches, a ratio",
        law="None over nothing. Unknown when it needs something unknown or the facts are not complete.",
        law_zh="没有则为 None。所需有不明，或范围不完整，则为未知。",
        examples=("avg(u.value for u in UsageIndicator if u.specialty == usage.specialty) == usage.value",),
    ),
    Quantifier(
        "share",
        ("share(c for x in T if s)",),
        zh="满足要求的占比，精确",
        en="the part of the matches for which a claim holds, an exact ratio",
        law="None over nothing. Compared by bounds: one known absence breaks 100 percent, whatever else is unknown.",
        law_zh="没有则为 None。按上下界比较：一人已知缺席即不到 100%，不论其余是否明了。",
        examples=("share(a.attended for a in Attendance if a.session == session) == percent(100)",),
    ),
    Quantifier(
        "rank",
        ("rank(v, (x.v for x in T if c))",),
        zh="名次，1 为最大，并列取较前的名次",
        en="the place of a value among those of the matches: 1 is the largest, ties share the best place",
        law="1 plus the number of larger values. Unknown when it needs something unknown, or the facts are not "
        "complete.",
        law_zh="等于更大的值的个数加一。所需有不明，或范围不完整，则为未知。",
        examples=("rank(usage.value, (u.value for u in UsageIndicator if u.specialty == usage.specialty)) <= 3",),
    ),
    Quantifier(
        "the",
        ("the(x.f for x in T if c)",),
        zh="唯一的值",
        en="the one value of the matches",
        law="Unknown when there is none or several, or another may be missing.",
        law_zh="没有、不止一个，或可能还有缺失的，均为未知。",
        examples=('the(g.grade for g in EthicsGrade if g.person == person and g.year == 2023) == "不合格"',),
    ),
    Quantifier(
        "spell",
        ("spell(x, (y for y in T if c))", "spell(x, (y for y in T if c), gap=days(30))"),
        zh="包含某段时间的连续期间",
        en="the unbroken run of spans that holds the span of a fact",
        law="Two neighbours belong to one run when at most `gap` whole days lie between them, 0 unless given. Unknown "
        "when it needs something unknown or the facts are not complete.",
        law_zh="相邻两段之间至多隔 `gap` 个整日（不写为 0）的，算作连续。所需有不明，或范围不完整，则为未知。",
        examples=("spell(tenure, (t for t in PostTenure if t.person == tenure.person), gap=days(30)).start <= now",),
    ),
    Quantifier(
        "judged",
        ('judged(x, "question")',),
        zh="有权的人就此最近一次认定",
        en="the latest recorded finding of a person on a question about a fact",
        law="符合 and 基本符合 are true, 不符合 is false. Unknown without a finding, and where findings of the latest "
        "day contradict each other.",
        law_zh="符合、基本符合为真，不符合为假。没有认定，或最近一日的认定相互矛盾，则为未知。",
        examples=('judged(benefit, "影响公正执业")',),
    ),
)

QUANTIFIERS: Final[Mapping[str, Quantifier]] = MappingProxyType({quantifier.name: quantifier for quantifier in _ALL})
"""Every quantifier, and `the`, `spell` and `judged`, by its name, in the order of the reference."""
