"""The ledger: what of the text no block quotes."""

from __future__ import annotations

import json
from dataclasses import replace

from qinglian_rules.documents import DocumentCoverage, coverage, to_json
from qinglian_rules.ir.nodes import Const, Node
from qinglian_rules.ir.rules import (
    Condition,
    Definition,
    Document,
    Form,
    Item,
    Quotation,
    Rule,
    Subject,
    TextBlock,
)
from qinglian_rules.ir.types import BOOL
from tests.documents.samples import FILES, SOURCE, TRUE, changed, load


def document(files: dict[str, str] = FILES) -> Document:
    loaded = load(files)
    assert loaded.diagnostics == ()
    assert loaded.document is not None
    return loaded.document


def uncovered(ledger: DocumentCoverage, source: str = SOURCE) -> list[str]:
    return [source[start:end] for start, end in ledger.uncovered]


def test_a_ledger_is_closed_when_every_character_is_quoted_headings_and_punctuation_aside() -> None:
    ledger = coverage(document())
    assert uncovered(ledger) == []
    assert ledger.covered == ledger.characters
    assert not ledger.is_open


def test_the_characters_that_count_are_no_white_space_punctuation_or_headings() -> None:
    counted = (
        "某某卫生健康委员会文件建立健全奖惩机制坚决查处违规人员畅通举报渠道及时处理举报本办法自印发之日起施行举报电话略"
    )
    assert coverage(document()).characters == len(counted)


def test_what_no_clause_quotes_is_uncovered_with_its_place() -> None:
    ledger = coverage(document(changed("1-overall.md", "{clause: 坚决查处违规人员}", "{clause: 查处违规}")))
    assert uncovered(ledger) == ["坚决", "人员"]
    assert ledger.is_open
    assert ledger.characters - ledger.covered == 4


def test_punctuation_and_page_breaks_inside_an_uncovered_run_belong_to_it() -> None:
    files = changed("1-overall.md", "clause: 建立健全奖惩机制", "clause: 建立健全")
    files["1-overall.md"] = files["1-overall.md"].replace("{clause: 坚决查处违规人员}", "{clause: 员}")
    assert uncovered(coverage(document(files))) == ["奖惩机制，坚决查处违规\n\n人"]


def test_words_left_out_by_an_ellipsis_are_uncovered() -> None:
    ledger = coverage(document(changed("1-overall.md", "畅通举报渠道…及时处理举报", "畅通…处理举报")))
    assert uncovered(ledger) == ["举报渠道，及时"]


def test_an_uncovered_run_ends_at_a_heading() -> None:
    draft = changed("policy.yaml", "status: stable", "status: draft")
    draft["1-overall.md"] = draft["1-overall.md"].replace("…及时处理举报", "")
    draft["2-closing.md"] = draft["2-closing.md"].replace("clause: 本办法自印发之日起施行，", "clause: ")
    assert uncovered(coverage(document(draft))) == ["及时处理举报", "本办法自印发之日起施行"]


def test_the_items_that_a_draft_lacks_are_uncovered() -> None:
    draft = changed("policy.yaml", "status: stable", "status: draft")
    del draft["1-overall.md"]
    ledger = coverage(document(draft))
    (run,) = uncovered(ledger)
    assert run.startswith("一、总体要求")
    assert run.endswith("及时处理举报")
    assert not ledger.is_open


# --- blocks ---------------------------------------------------------------------------------------


def rule(name: str, form: Form, clause: tuple[Quotation, ...], conditions: int) -> Rule:
    return Rule(
        id=f"sample/1/{name}",
        title="",
        document="sample",
        section="一",
        clause=clause,
        kind="obligation",
        form=form,
        subject=Subject("body", "Body"),
        every=None,
        start=None,
        lets=(),
        when=TRUE,
        conditions=tuple(Condition(str(number), TRUE) for number in range(conditions)),
        due=None,
        severity="minor",
    )


def definition(when: Node) -> Definition:
    return Definition(
        id="sample/1/d",
        title="",
        document="sample",
        section="一",
        clause=(quotation((2, 4)),),
        kind="veto",
        subject=Subject("body", "Body"),
        every=None,
        start=None,
        lets=(),
        when=when,
        target="T",
        values=(),
        veto=True,
    )


def quotation(*spans: tuple[int, int], borrowed: bool = False) -> Quotation:
    return Quotation(tuple("甲" for _ in spans), spans, "一", borrowed)


def with_items(*items: Item) -> Document:
    return replace(document(), items=items, source="甲乙丙丁，戊己庚辛")


def test_every_rule_definition_and_text_is_a_block() -> None:
    condition = Const(False, type=BOOL)
    made = with_items(
        Item(
            file="1-overall.md",
            section="一",
            title="",
            text="",
            start=0,
            rules=(
                rule("a", "require", (quotation((0, 1), (3, 4)), quotation((5, 6))), 3),
                rule("b", "judgement", (quotation((0, 1)), quotation((6, 9), borrowed=True)), 0),
            ),
            definitions=(definition(condition),),
            texts=(
                TextBlock("text", (quotation((6, 7)),), "title", ()),
                TextBlock("responsible", (quotation((8, 9)),), None, ("医政处",)),
            ),
        )
    )
    ledger = coverage(made)
    assert to_json([ledger]) == {
        "documents": [
            {
                "id": "sample",
                "status": "stable",
                "characters": 8,
                "covered": 6,
                "uncovered": [[1, 2], [7, 8]],
                "blocks": [
                    block("a", "require", "obligation", 3, [[0, 1], [3, 4], [5, 6]]),
                    block("b", "judgement", "obligation", 0, [[0, 1]]),
                    block("d", "define", "veto", 1, [[2, 4]]),
                    block("text-1", "text", "title", 0, [[6, 7]]),
                    block("responsible-2", "responsible", "responsibility", 0, [[8, 9]]),
                ],
            }
        ]
    }
    assert json.loads(json.dumps(to_json([ledger]))) == to_json([ledger])
    assert ledger.rules_by_form == {"require": 1, "forbid": 0, "evidence": 0, "judgement": 1}
    assert ledger.covered_by == {"rules": 3, "definitions": 2, "texts": 2}


def block(name: str, form: str, kind: str, conditions: int, spans: list[list[int]]) -> dict[str, object]:
    return {"id": f"sample/1/{name}", "form": form, "kind": kind, "conditions": conditions, "spans": spans}
