"""Documents with the real checker: blocks end in the ledger, mistakes of all kinds come at once."""

from __future__ import annotations

import pytest

from qinglian_rules import passes
from qinglian_rules.documents import Loaded, Topics, coverage, load_document, to_json
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.types import BOOL
from tests.documents.samples import FILES, POLICY, SOURCE
from tests.syntax.marked import marked

CHECKED = """---
section: 一
title: 总体要求
defaults: {each: hospital in Hospital, kind: obligation}
---
## 一、总体要求

建立健全奖惩机制，坚决查处违规人员。畅通举报渠道，及时处理举报。

```duties
records:
  rewards: {clause: 建立健全奖惩机制, record: 制度, about: 奖惩}
judgements:
  pursue: {clause: 坚决查处违规人员, by: 纪检监察部门}
```

```rule
id: channels
title: 畅通渠道并及时处理
clause: 畅通举报渠道…及时处理举报
require:
  有名称: hospital.name != "a: b # c"
  是医院: hospital.province == "广西"
severity: minor
```
"""
TEXTS = FILES | {"1-overall.md": CHECKED}


def load(files: dict[str, str]) -> Loaded:
    topics = Topics.of({"奖惩": ["奖惩机制"]})
    return load_document(files, vocabulary=Vocabulary.current(), topics=topics, checks=passes, folder="sample")


def broken(old: str, new: str) -> dict[str, str]:
    assert old in CHECKED
    return TEXTS | {"1-overall.md": CHECKED.replace(old, new)}


def test_a_checked_document_has_rules_with_full_ids_and_a_typed_reach() -> None:
    loaded = load(TEXTS)
    assert [one.message() for one in loaded.diagnostics if one.severity == "error"] == []
    assert loaded.document is not None
    assert [rule.id for rule in loaded.document.rules] == ["sample/1/rewards", "sample/1/pursue", "sample/1/channels"]
    assert loaded.document.reach.type == BOOL


def test_a_line_of_a_duties_block_is_a_block_of_the_ledger() -> None:
    document = load(TEXTS).document
    assert document is not None
    (ledger,) = to_json([coverage(document)])["documents"]
    assert list(ledger) == ["id", "status", "characters", "covered", "uncovered", "blocks"]
    assert (ledger["uncovered"], ledger["covered"]) == ([], ledger["characters"])
    blocks = {block["id"]: block for block in ledger["blocks"]}
    assert [(block["form"], block["kind"], block["conditions"]) for block in blocks.values()] == [
        ("text", "title", 0),
        ("evidence", "obligation", 1),
        ("judgement", "obligation", 0),
        ("require", "obligation", 2),
        ("text", "artefact", 0),
    ]
    spans = blocks["sample/1/channels"]["spans"]
    assert [SOURCE[start:end] for start, end in spans] == ["畅通举报渠道", "及时处理举报"]


@pytest.mark.parametrize(
    ("old", "new", "code", "text"),
    [
        pytest.param("hospital.name", "hospital.nam", "QL232", "hospital.nam", id="an unknown field"),
        pytest.param("clause: 坚决", "clause: 坚绝", "QL402", "绝", id="a wrong quotation in a line"),
        pytest.param("畅通举报渠道…", "畅通举报渠道,", "QL403", ",", id="an ASCII comma in a quotation"),
        pytest.param("severity: minor", "severty: minor", "QL121", "severty", id="a misspelt key"),
        pytest.param("severity: minor", "severity: minor\nseverity: minor", "QL106", "severity", id="a key twice"),
        pytest.param("id: channels", "id: rewards", None, "rewards", id="an id twice"),
    ],
)
def test_a_mistake_is_underlined_in_the_markdown_file(old: str, new: str, code: str | None, text: str) -> None:
    files = broken(old, new)
    loaded = load(files)
    assert loaded.document is None
    errors = [one for one in loaded.diagnostics if one.severity == "error"]
    found = marked(files["1-overall.md"], errors)
    assert text in [shown for name, shown in found if code in {None, name}]


def test_mistakes_of_reader_checker_and_quotation_come_at_once() -> None:
    files = broken("severity: minor", "severity:\tminor")
    for old, new in (("坚决查处违规人员, by", "坚决查处违法人员, by"), ("hospital.province", "hospital.provinze")):
        files["1-overall.md"] = files["1-overall.md"].replace(old, new)
    files["policy.yaml"] = POLICY.replace("province == ", "provinces == ")
    errors = [one for one in load(files).diagnostics if one.severity == "error"]
    assert {"QL102", "QL402", "QL232"} <= {one.code.id for one in errors}
    assert len([one for one in errors if one.code.id == "QL232"]) == 2
