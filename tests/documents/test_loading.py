"""From files to a document: everything is read, everything wrong comes at once."""

from __future__ import annotations

import pytest

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.documents import Topics
from qinglian_rules.documents.loading import content_hash, load_document
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.ir.rules import Document
from qinglian_rules.ir.types import DURATION
from qinglian_rules.passes.context import CheckedItem, Context
from qinglian_rules.syntax import ItemFile
from tests.documents.samples import FILES, SOURCE, ClauseChecks, changed, load
from tests.syntax.marked import assert_told, under


def document(files: dict[str, str]) -> Document:
    loaded = load(files)
    assert loaded.diagnostics == ()
    assert loaded.document is not None
    return loaded.document


def mistakes(files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return file, code and underlined text of every mistake."""
    loaded = load(files)
    assert loaded.document is None
    return [_shown(files, one) for one in loaded.diagnostics]


def _shown(files: dict[str, str], diagnostic: Diagnostic) -> tuple[str, str, str]:
    assert_told(diagnostic)
    assert diagnostic.span is not None
    name = diagnostic.span.file.removeprefix("sample/")
    return name, diagnostic.code.id, under(files.get(name, ""), diagnostic.span)


def test_a_document_has_its_metadata_and_its_items_in_the_order_of_the_text() -> None:
    read = document(dict(reversed(FILES.items())))
    assert (read.id, read.status, read.source) == ("sample", "stable", SOURCE)
    assert [(item.file, item.section) for item in read.items] == [
        ("0-head.md", "题头"),
        ("1-overall.md", "一"),
        ("2-closing.md", "二"),
    ]


def test_an_item_knows_where_it_and_its_headings_start_in_the_text() -> None:
    item = document(FILES).items[1]
    assert SOURCE[item.start :].startswith("一、总体要求")
    assert [SOURCE[start:end] for start, end in item.headings] == ["一、总体要求"]


def test_items_are_ordered_by_the_text_and_not_by_their_numbers() -> None:
    files = {name.replace("2-closing", "0.5-closing"): content for name, content in FILES.items()}
    assert [item.file for item in document(files).items] == ["0-head.md", "1-overall.md", "0.5-closing.md"]


def test_the_checker_is_told_parameters_topics_and_vocabulary() -> None:
    seen: list[Context] = []

    class Watching(ClauseChecks):
        def check_item(self, item: ItemFile, context: Context) -> CheckedItem:
            seen.append(context)
            return super().check_item(item, context)

    params = "params:\n  limit: {title: 时限, type: Duration, unit: days, why: 没有期限}\n"
    vocabulary, topics = Vocabulary.current(), Topics.of({"甲": ["乙"]})
    files = FILES | {"policy.yaml": FILES["policy.yaml"] + params}
    loaded = load_document(files, vocabulary=vocabulary, topics=topics, checks=Watching())
    assert len(seen) == 3
    assert (seen[0].document_id, seen[0].vocabulary, seen[0].topics) == ("sample", vocabulary, {"甲": ("乙",)})
    assert seen[0].parameters["limit"].type == DURATION
    assert loaded.document is not None
    assert [parameter.name for parameter in loaded.document.parameters] == ["sample/limit"]


def test_tables_come_with_the_document() -> None:
    files = changed("policy.yaml", "status:", "tables: [{type: Hospital, file: tables/h.csv, origin: 名录}]\nstatus:")
    loaded = load(files | {"tables/h.csv": "id\nH-1\n"})
    assert [table.content for table in loaded.tables] == ["id\nH-1\n"]
    assert loaded.document is not None
    assert loaded.document.tables == ("tables/h.csv",)


def test_dos_line_ends_and_byte_order_marks_change_nothing_but_the_hash() -> None:
    files = {name: "\ufeff" + content.replace("\n", "\r\n") for name, content in FILES.items()}
    read = document(files)
    assert (read.source, read.items) == (SOURCE, document(FILES).items)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            changed("1-overall.md", "建立健全奖惩机制\n```", "建立键全奖惩机制\n```"),
            [("1-overall.md", "QL402", "键")],
            id="a wrong quotation",
        ),
        pytest.param(
            changed("1-overall.md", "坚决查处违规人员。", "坚决查处违反人员。"),
            [("1-overall.md", "QL421", "反"), ("1-overall.md", "QL402", "规")],
            id="a changed text",
        ),
        pytest.param(
            {name: content for name, content in FILES.items() if name != "0-head.md"},
            [("source.txt", "QL423", "某某卫生健康委员会文件")],
            id="a missing item",
        ),
        pytest.param(
            {name: content for name, content in FILES.items() if name != "policy.yaml"},
            [("policy.yaml", "QL431", "")],
            id="no policy.yaml",
        ),
        pytest.param(
            {name: content for name, content in FILES.items() if name != "source.txt"},
            [("source.txt", "QL431", "")],
            id="no source.txt",
        ),
        pytest.param(
            changed("policy.yaml", "id: sample", "id: other"), [("policy.yaml", "QL434", "")], id="another folder's id"
        ),
        pytest.param(
            FILES | {"README.md": "# 说明\n"}, [("README.md", "QL426", "")], id="a file that is no item by its name"
        ),
        pytest.param(FILES | {"../x/3-a.md": "甲"}, [("../x/3-a.md", "QL441", "")], id="an item outside the folder"),
        pytest.param(
            changed("2-closing.md", "section: 二", "section: 一"),
            [("2-closing.md", "QL425", "一")],
            id="a section twice",
        ),
    ],
)
def test_a_mistake_is_reported_where_it_stands(files: dict[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert mistakes(files) == expected


def test_a_number_of_two_files_is_reported() -> None:
    files = {name.replace("2-closing", "1-closing"): content for name, content in FILES.items()}
    (found,) = load(files).diagnostics
    assert (found.code.id, found.args["value"], found.args["other"]) == ("QL425", "1", "1-overall.md")


def test_mistakes_of_all_files_come_at_once() -> None:
    files = dict(FILES)
    for name, old, new in (
        ("policy.yaml", "stable", "done"),
        ("1-overall.md", "id: rewards", "id：rewards"),
        ("2-closing.md", "```text", "```texts"),
    ):
        files[name] = changed(name, old, new)[name]
    assert [(file, code) for file, code, _ in mistakes(files)] == [
        ("policy.yaml", "QL433"),
        ("1-overall.md", "QL114"),
        ("2-closing.md", "QL133"),
    ]


def test_a_folder_without_items_is_reported() -> None:
    found = mistakes({name: content for name, content in FILES.items() if not name.endswith(".md")})
    assert ("", "QL431", "") in [(name and "", code, text) for name, code, text in found]


def test_a_draft_may_lack_items() -> None:
    files = changed("policy.yaml", "stable", "draft")
    del files["1-overall.md"]
    assert len(document(files).items) == 2


@pytest.mark.parametrize("status", ["trial", "retired"])
def test_a_document_of_any_status_is_loaded(status: str) -> None:
    assert document(changed("policy.yaml", "stable", status)).status == status


def test_the_hash_differs_whenever_a_file_does() -> None:
    hashes = {
        content_hash(files)
        for files in (FILES, changed("1-overall.md", "id: rewards", "id: reward"), {**FILES, "3-x.md": ""}, {"a": "b"})
    }
    assert len(hashes) == 4
    assert content_hash(FILES) == content_hash(dict(reversed(FILES.items())))
    assert content_hash({"ab": "c"}) != content_hash({"a": "bc"})


def test_a_thousand_items_are_loaded() -> None:
    texts = [f"第{number}项要检查，也要整改。" for number in range(1000)]
    files = {
        f"{number}-x.md": f"---\nsection: 第{number}\ntitle: 甲\n---\n{text}\n```text\nclause: 也要整改\n```\n"
        for number, text in enumerate(texts)
    }
    read = document({"policy.yaml": FILES["policy.yaml"], "source.txt": "\n".join(texts), **files})
    assert len(read.items) == 1000
    assert [start_of(read, item.start) for item in read.items[:2]] == ["第0项", "第1项"]


def start_of(read: Document, start: int) -> str:
    return read.source[start : start + 3]
