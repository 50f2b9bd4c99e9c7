"""The codes of this room: each is complete in both languages, used, and its places are filled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qinglian_rules.diagnostics import Code
from qinglian_rules.diagnostics.catalogue import cells, inputs, tables

MODULES = (inputs, cells, tables)
CODES = {name: one for module in MODULES for name, one in vars(module).items() if isinstance(one, Code)}
ROOM = Path(__file__).parents[2] / "qinglian_rules" / "inputs"
PLACE = re.compile(r"\{([a-z_]+)\}")


@pytest.mark.parametrize("name", CODES)
def test_a_code_is_complete_in_both_languages(name: str) -> None:
    code = CODES[name]
    assert re.fullmatch(r"QL3\d\d", code.id)
    assert code.severity in ("error", "warning")
    for text in (code.message, code.why, *([code.hint] if code.hint is not None else [])):
        assert re.search("[\u4e00-\u9fff]", text.zh) or PLACE.search(text.zh)
        assert not re.search("[\u4e00-\u9fff]", re.sub("无|未知|年|月|日|是|否|周三", "", text.en))
        assert not text.zh.endswith("。")
        assert not text.en.endswith(".")


def test_no_two_codes_share_an_id() -> None:
    assert len({code.id for code in CODES.values()}) == len(CODES)


def test_both_languages_have_the_same_places_where_they_are_not_of_one_language() -> None:
    for name, code in CODES.items():
        for text in (code.message, *([code.hint] if code.hint is not None else [])):
            zh = {place.removesuffix("_zh") for place in PLACE.findall(text.zh)}
            assert zh == {place.removesuffix("_en") for place in PLACE.findall(text.en)}, name


@pytest.mark.parametrize("name", CODES)
def test_every_code_is_used(name: str) -> None:
    sources = "\n".join(path.read_text("utf-8") for path in ROOM.rglob("*.py"))
    assert re.search(rf"\b\w*codes\.{name}\b", sources), name
