"""An item of the Guangxi action plan (gx-2021 三/（三）/4) that is broken in many ways, and folders of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.cli.samples import Ran, run

WORDS = (
    "完善医药代表院内拜访医务人员的管理制度，参照“定时定点定人”“有预约有流程有记录”（“三定”“三有”）的方式，拟定细化可执行的院内制度，"
    "对违规出现在诊疗场所且与诊疗活动无关的人员要及时驱离，对核实的输送回扣行为要及时上报，对查实收受回扣的医务人员要根据金额从严处罚，"
    "涉嫌犯罪的要移送司法机关。"
)
TITLE = "4. 严惩违规违法人员。"
SOURCE = f"{TITLE}\n{WORDS}\n"
POLICY = """id: plan
title: 廉洁从业行动计划
issuer: [广西壮族自治区卫生健康委员会]
number: 桂卫医发〔2021〕28号
issued: 2021-09-27
in_force: {from: 2021-09-27, to: 2024-12-31}
reach: body.province == "广西"
rank: province
status: trial
params:
  removal_limit:
    title: 无关人员驱离的时限
    type: Duration
    unit: minutes
    bounds: {low: 1 minute, high: 1 day}
    why: “及时驱离”没有期限。
  report_workdays:
    title: 上报的工作日数
    type: Int
    bounds: {low: 0, high: 60}
    why: “及时上报”没有期限。
  sanction_limit:
    title: 处罚的时限
    type: Duration
    unit: days
    bounds: {low: 1 day, high: 366 days}
    why: 原文没有期限。
"""
TOPICS = "医药代表来访管理: [医药代表接待]\n"
ITEM = f"""---
section: 三/（三）/4
title: 严惩违规违法人员
---
#### {TITLE}

{WORDS}

```duties
each: hospital in Hospital
kind: obligation
records:
  rep-visit-policy: {{clause: 完善医药代表院内拜访医务人员的管理制度, record: 制度, about: 医药代表来访管理}}
judgements:
  own-rules-detailed: {{clause: 拟定细化可执行的院内制度, by: 行风管理部门}}
```

```rule
id: rep-visit-three-fixed-three-recorded
title: 医药代表来访须“三定三有”
clause: 参照“定时定点定人”“有预约有流程有记录”（“三定”“三有”）的方式
kind: obligation
each: visit in RepVisit
when: visit.visitor_kind == "医药代表"
require:
  定时: within(visit.start, visit.body.reception_hours)
  定点: visit.place in visit.body.reception_places
  定人: visit.host in visit.body.reception_staff
  有预约: visit.booking is not None and visit.booking.made < visit.start
  有流程: visit.approved_by is not None
  有记录: visit.record is not None
severity: serious
reading: “参照”约束院内制度；六项同时作为每次来访的默认检查项。
```

```rule
id: intruder-sent-away
title: 违规进入诊疗场所的无关人员及时驱离
clause: 对违规出现在诊疗场所且与诊疗活动无关的人员要及时驱离
kind: obligation
each: intrusion in Intrusion
when: not intrusion.permitted and not intrusion.care_related
require: intrusion.removed is not None and intrusion.removed - intrusion.noticed <= params.removal_limit
due: intrusion.noticed + params.removal_limit
severity: minor
```

```rule
id: verified-kickback-reported
title: 核实的输送回扣行为及时上报
clause: 对核实的输送回扣行为要及时上报
kind: obligation
each: case in MisconductCase
when: case.behaviour == "输送回扣" and case.verified and case.verified_on is not None
require: exists(r for r in ReportSubmission if r.case == case and r.received <= due)
due: workdays_after(case.verified_on, params.report_workdays)
severity: serious
```

```rule
id: kickback-taker-punished
title: 查实收受回扣的医务人员按金额处罚
clause: 对查实收受回扣的医务人员要根据金额…处罚
kind: sanction
each: case in MisconductCase
when: case.behaviour == "收受回扣" and case.verified and case.verified_on is not None
require: exists(s for s in Sanction if s.case == case and s.imposed <= due)
due: case.verified_on + params.sanction_limit
severity: critical
```

```rule
id: kickback-taker-punished-severely
title: 对收受回扣的医务人员从严处罚
clause: 从严
kind: sanction
each: case in MisconductCase
when: case.behaviour == "收受回扣" and case.verified and case.verified_on is not None
judgement: {{by: 纪检监察部门, basis: 处罚与金额是否相称}}
due: case.verified_on + params.sanction_limit
severity: serious
```

```rule
id: suspected-crime-transferred
title: 涉嫌犯罪的移送司法机关
clause: 涉嫌犯罪的要移送司法机关
kind: obligation
each: case in MisconductCase
when: case.verified and case.verified_on is not None and case.crime_suspected
require: exists(t for t in CaseTransfer if t.case == case and t.recipient == "司法机关" and t.transferred <= due)
due: case.verified_on + params.sanction_limit
severity: critical
```
"""
NAME = "3.3.4-punish-violations.md"
RULES = 8
"""Rules in the item, lines of duties included."""


def changed(old: str, new: str, text: str = ITEM) -> str:
    """Return the item with the first `old` replaced."""
    assert old in text, old
    return text.replace(old, new, 1)


def write(folder: Path, item: str | bytes = ITEM, **files: str) -> Path:
    """Write the document, with other content where given, and return its folder."""
    home = folder / "plan"
    home.mkdir(parents=True, exist_ok=True)
    (folder / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    for name, text in ({"policy.yaml": POLICY, "source.txt": SOURCE} | files).items():
        (home / name).write_text(text, encoding="utf-8")
    (home / NAME).write_bytes(item if isinstance(item, bytes) else item.encode())
    return home


@dataclass(frozen=True)
class Mistake:
    """One diagnostic of `qinglian lint`: its code, its words, and what of the file it underlines."""

    code: str
    severity: str
    message: str
    hint: str
    underlined: str


def lint(home: Path, lang: str = "zh") -> tuple[Ran, list[Mistake]]:
    """Run `qinglian lint` and return what it found; that rules have no cases is no mistake here."""
    ran = run("lint", home, "--format", "json", "--lang", lang)
    lines = {path: _lines(path) for path in {str(one["file"]) for one in ran.json}}
    return ran, [_mistake(one, lines[str(one["file"])]) for one in ran.json if one["code"] != "QL650"]


def _lines(file: str) -> list[str]:
    path = Path(file)
    content = path.read_bytes() if path.is_file() else b""
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")


def _mistake(one: dict[str, object], content: list[str]) -> Mistake:
    text = ""
    if isinstance(one["span"], list):
        line, start, end_line, end = one["span"]
        last = end - 1 if end_line == line else None
        text = content[line - 1][start - 1 : last] if line <= len(content) else ""
    words = {name: str(one[name] or "") for name in ("code", "severity", "message", "hint")}
    return Mistake(**words, underlined=text)
