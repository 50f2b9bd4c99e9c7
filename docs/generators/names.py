"""What the pages of documents call things, and where the page of each rule stands."""

from __future__ import annotations

from pathlib import PurePosixPath

from qinglian_rules.ir.rules import Definition, Document, Item, Kind, Rule

Norm = Rule | Definition

FORMS = {
    "require": "要求",
    "forbid": "禁止",
    "evidence": "查资料",
    "judgement": "人工认定",
    "define": "推导",
    "responsible": "责任分工",
    "text": "非规范文字",
}
KINDS: dict[Kind, str] = {
    "obligation": "义务",
    "prohibition": "禁止",
    "permission": "允许",
    "threshold": "限额",
    "frequency": "频次",
    "deadline": "期限",
    "sanction": "处理",
    "scope": "范围",
    "responsibility": "责任",
    "aim": "目标",
    "principle": "原则",
    "definition": "定义",
    "consequence": "后果",
    "veto": "一票否决",
}
WHYS = {
    "title": "题名",
    "preamble": "引言",
    "cross-reference": "依据",
    "contact": "联系方式",
    "signature": "落款",
    "artefact": "排印痕迹",
}
NEIGHBOURS = {
    "specialises": "细化",
    "specialises-by": "细化它的",
    "same": "要求相同",
    "same-by": "要求相同",
    "cites": "引用",
    "cites-by": "被引用于",
    "helped-by": "辅助",
}


def form_of(norm: Norm) -> str:
    """Return how a norm is decided, as the pages say it."""
    return FORMS[norm.form] if isinstance(norm, Rule) else FORMS["define"]


def slug(item: Item) -> str:
    """Return what the page of an item is called."""
    return PurePosixPath(item.file).stem


def own(norm: Norm) -> str:
    """Return the last part of a norm's id, which its page is called by."""
    return norm.id.rpartition("/")[2]


def place(document: Document, item: Item, norm: Norm) -> str:
    """Return where the page of a norm stands, below the pages of all documents."""
    return f"{document.id}/{slug(item)}/{own(norm)}.md"
