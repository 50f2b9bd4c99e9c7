"""The site builds without a warning, needs nothing from outside, and finds Chinese words."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import qinglian_rules as ql
from qinglian_rules.diagnostics.catalogue import all_codes
from qinglian_rules.facts.vocabulary import Vocabulary
from qinglian_rules.graph import Graph
from qinglian_rules.ir.functions import FUNCTIONS, QUANTIFIERS
from qinglian_rules.ir.rules import Document, Item

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    # Not --quiet: it silences the warnings that --strict counts.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO ")]
    assert (done.returncode, said) == (0, [])
    return folder


class Loads(HTMLParser):
    """Collects what a page makes a browser load; links that a reader may follow are not among it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        source = given.get("href") if tag == "link" else given.get("src")
        if source is not None:
            self.found.append(source)


def test_no_page_loads_anything_from_outside(site: Path) -> None:
    outside = {}
    for page in site.rglob("*.html"):
        loads = Loads()
        loads.feed(page.read_text(encoding="utf-8"))
        assert loads.found
        if foreign := [source for source in loads.found if re.match(r"(\w+:)?//", source)]:
            outside[page.name] = foreign
    assert outside == {}


def words(text: str, separator: str) -> set[str]:
    return set(re.split(separator, re.sub(r"<[^>]+>", "", text)))


def test_a_chinese_word_is_a_word_of_the_search_index(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    separator = index["config"]["separator"]
    assert "红包" in words("收受“红包”，\u200b查实\u200b的", separator)
    found = {doc["location"] for doc in index["docs"] if "红包" in words(doc["text"], separator)}
    assert "index.html" in found


@pytest.mark.skipif(shutil.which("node") is None, reason="the search is a browser script: only node can run it here")
def test_the_search_of_the_site_finds_chinese_words(site: Path) -> None:
    (worker,) = site.glob("assets/javascripts/workers/search.*.min.js")
    script = Path(__file__).with_name("search_worker.mjs")
    queries = ("红包", "待查明", "QL102", "nowhere")
    command = ["node", str(script), str(worker), str(site / "search/search_index.json"), *queries]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert "index.html" in found["红包"]
    assert any(place.startswith("glossary.html") for place in found["待查明"])
    assert any(place.startswith("reference/diagnostics/QL102.html") for place in found["QL102"])
    assert found["nowhere"] == []


def test_every_diagnostic_has_its_page(site: Path) -> None:
    listed = (site / "reference/diagnostics.html").read_text(encoding="utf-8")
    for code in all_codes():
        page = (site / f"reference/diagnostics/{code.id}.html").read_text(encoding="utf-8")
        assert f'href="diagnostics/{code.id}.html"' in listed
        assert "为什么" in page


def test_every_function_is_in_the_reference(site: Path) -> None:
    page = (site / "reference/functions.html").read_text(encoding="utf-8")
    assert [name for name in (*FUNCTIONS, *QUANTIFIERS) if f"<code>{name}</code>" not in page] == []


def test_every_fact_type_has_its_page(site: Path) -> None:
    ours = [one for one in Vocabulary.current().types.values() if one.model.__module__.startswith("qinglian_rules.")]
    assert [one.name for one in ours if not (site / f"reference/facts/{one.name}.html").is_file()] == []


ITEMS = [(document, item) for document in ql.load().documents for item in document.items]


@pytest.mark.parametrize(("document", "item"), ITEMS, ids=lambda one: getattr(one, "file", getattr(one, "id", "")))
def test_the_page_of_an_item_shows_its_text_and_leads_to_each_rule(site: Path, document: Document, item: Item) -> None:
    page = (site / f"policies/{document.id}/{item.file.removesuffix('.md')}.html").read_text(encoding="utf-8")
    found = re.search(r'<div class="clause">\n(.*?)\n</div>', page, re.DOTALL)
    assert found is not None
    words = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>|&#8288;|\u2060|\u200b|\s", "", found[1]))
    assert words == "".join(item.text.split())
    quoting = [norm for norm in (*item.rules, *item.definitions) if norm.clause]
    marks = re.findall(r'<sup><a href="([^"]+)"', found[1])
    assert len(marks) == len(quoting)
    assert [norm.id for norm in (*item.rules, *item.definitions) if f"<code>{norm.id}</code>" not in page] == []
    assert [mark for mark in marks if not (site / f"policies/{document.id}" / mark).is_file()] == []


@pytest.mark.parametrize("document", ql.load().documents, ids=lambda one: one.id)
def test_every_rule_has_a_page_with_its_words_marked_in_the_text(site: Path, document: Document) -> None:
    for item in document.items:
        for norm in (*item.rules, *item.definitions):
            slug, own = item.file.removesuffix(".md"), norm.id.rpartition("/")[2]
            page = (site / f"policies/{document.id}/{slug}/{own}.html").read_text(encoding="utf-8")
            marked = "".join(re.findall(r"<mark>(.*?)</mark>", page, re.DOTALL))
            words = "".join(part for one in norm.clause if not one.borrowed for part in one.fragments)
            assert len(bare(marked)) == len(bare(words)) or norm.clause == ()
            assert f"<code>{norm.id}</code>" in page
            assert "用例" in page


def bare(text: str) -> str:
    return "".join(html.unescape(text).replace("\u200b", "").split())


def test_what_documents_leave_open_and_cite_is_listed(site: Path) -> None:
    open_limits = (site / "policies/parameters.html").read_text(encoding="utf-8")
    cited = (site / "policies/external.html").read_text(encoding="utf-8")
    names = [one.name.partition("/")[2] for document in ql.load().documents for one in document.parameters]
    assert [name for name in names if f"<code>{name}</code>" not in open_limits] == []
    external = [html.escape(name, quote=False) for name in Graph(ql.load().documents).external()]
    assert external
    assert [name for name in external if name not in cited.replace("\u200b", "")] == []
