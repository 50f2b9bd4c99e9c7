"""A document with rules of every form, over the fact types of the conformance cases."""

from __future__ import annotations

from functools import cache

from qinglian_rules.engine import Policy
from tests.properties.policies import loaded

DOCUMENT = {
    "id": "d1",
    "in_force": {"from": "2021-01-01", "to": "2024-12-31"},
    "reach": 'body.province == "广西"',
    "rank": "hospital",
    "rules": """id: marked
each: x in Thing
when: x.flag
conclude: Mark(thing=x, level="重")
---
id: kept
each: x in Thing
when: x.sort == "乙"
require:
  多: x.number >= 3
  早: x.on <= date(2023, 5, 10)
---
id: answered
each: x in Thing
require: exists(e for e in Event if e.thing == x and e.at <= due)
due: x.on + params.wait
---
id: few
each: body in Hospital
every: quarter
forbid: count(m for m in Mark if m.body == body and m.level == "重" and within(m.on, period)) > 1
---
id: trained
each: body in Hospital
evidence: {record: 教育培训, about: 廉洁教育}
---
id: proper
each: w in Worker
judgement: {by: 纪检监察部门}
---
id: never
each: x in Thing
when: x.number > 3 and x.number < 2
require: x.flag
---
id: allowed
each: x in Thing
kind: permission
require: x.flag""",
}
DECIDABLE = ("kept", "answered", "few", "trained", "proper")


@cache
def policy() -> Policy:
    """Return the document as a policy."""
    return loaded((DOCUMENT,))


def rule(name: str) -> str:
    """Return the full id of a rule of the document."""
    return f"d1/1/{name}"
