"""A small policy with a rule of every form, and cases of its rules."""

from __future__ import annotations

from collections.abc import Mapping

from qinglian_rules import passes
from qinglian_rules.authoring.cases import Case, Runner
from qinglian_rules.authoring.cases.reading import CasesFile, read_cases
from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.documents import Topics, load_document
from qinglian_rules.engine import Policy
from qinglian_rules.facts.vocabulary import Vocabulary

TOPICS = Topics.of({"医药代表来访管理": ("代表来访",), "忠诚教育": ()})
POLICY = """id: sample
title: 样例
issuer: [某某卫生健康委员会]
in_force: {from: 2021-09-27, to: 2024-12-31}
reach: body.province == "广西"
rank: province
status: stable
params:
  removal_limit:
    {title: 驱离时限, type: Duration, unit: minutes, bounds: {low: 1 minute, high: 1 day}, why: 原文只说及时。}
  review_cycle: {title: 复核周期, type: Rhythm, why: 原文没有次数。}
"""
SOURCE = "要定点接待，有人记录；无关人员要及时驱离。不得收受红包。每月学习，每季复核。鼓励探索。\n"
ITEM = """---
section: 一
title: 总体要求
---
{text}

```rule
id: visits-in-order
clause: 要定点接待，有人记录
each: visit in RepVisit
require:
  定点: visit.place in visit.body.reception_places
  有记录: visit.record is not None
```

```rule
id: intruders-sent-away
clause: 无关人员要及时驱离
each: intrusion in Intrusion
when: not intrusion.permitted
require: intrusion.removed is not None and intrusion.removed <= due
due: intrusion.noticed + params.removal_limit
reading: 甲
```

```define
id: red-packet
clause: 红包
kind: definition
each: benefit in Benefit
when: benefit.giver_kind == "患者"
conclude: RedPacket(benefit=benefit, person=benefit.receiver)
```

```rule
id: no-red-packet
clause: 不得收受红包
each: packet in RedPacket
forbid: packet.benefit.accepted
```

```rule
id: monthly-study
clause: 每月学习
each: hospital in Hospital
every: month
require: exists(s for s in TrainingSession if s.body == hospital and within(s.held, period))
```
{more}"""
MORE = """
```duties
each: body in Hospital
kind: obligation
records:
  reviewed: {clause: 每季复核, record: 制度, about: 医药代表来访管理, by: 院长办公会}
judgements:
  explored: {clause: 鼓励探索, kind: permission, by: 行风管理部门}
```
"""
BODY = "Hospital: {id: H-1, province: 广西, reception_places: [接待室]}"
VISIT = "RepVisit: {id: V-1, body: H-1, start: 2023-05-10 15:00, place: 接待室, record: K-1}"
VISITS = f"""visits-in-order:
  base:
    {BODY}
    {VISIT}
"""


def policy(more: str = MORE, metadata: Mapping[str, str] | None = None) -> Policy:
    """Return the sample; `more` are further blocks, `metadata` maps lines of `policy.yaml` to what they become."""
    described = POLICY
    for old, new in (metadata or {}).items():
        assert old in described
        described = described.replace(old, new)
    files = {"policy.yaml": described, "source.txt": SOURCE, "1-all.md": ITEM.format(text=SOURCE, more=more)}
    loaded = load_document(files, vocabulary=Vocabulary.current(), topics=TOPICS, checks=passes, folder="sample")
    assert loaded.document is not None, [(d.code.id, d.message("en"), d.span) for d in loaded.diagnostics]
    return Policy((loaded.document,), topics=TOPICS)


SAMPLE = policy()


def read(
    content: str, chosen: Policy = SAMPLE, path: str = "1-all.cases.yaml"
) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """Return the cases in a file of the sample, and what is wrong in it."""
    return read_cases(CasesFile(path, content, chosen.documents[0]), Vocabulary.current())


def cases(content: str, chosen: Policy = SAMPLE) -> tuple[Case, ...]:
    """Return the cases of a file in which nothing is wrong."""
    found, diagnostics = read(content, chosen)
    assert [(d.code.id, d.message("en")) for d in diagnostics] == []
    return found


def problems(content: str, chosen: Policy = SAMPLE) -> list[str]:
    """Run the cases of a file, and return what differs from what they say, in English."""
    runner = Runner(chosen)
    return [problem.en for case in cases(content, chosen) for problem in runner.run(case).problems]
