"""Topics: one word leads to one subject matter."""

from __future__ import annotations

from qinglian_rules.documents import Topics, read_topics
from tests.documents.samples import POLICIES
from tests.syntax.marked import marked

CONTENT = "忠诚教育: [党性教育, 对党忠诚教育]\n为民办实事: []\n"


def topics(content: str = CONTENT) -> Topics:
    read, found = read_topics("topics.yaml", content)
    assert found == ()
    return read


def mistakes(content: str) -> list[tuple[str, str]]:
    return marked(content, read_topics("topics.yaml", content)[1])


def test_a_name_and_its_aliases_lead_to_the_name() -> None:
    read = topics()
    assert [read.canonical(word) for word in ("忠诚教育", "党性教育", "对党忠诚教育")] == ["忠诚教育"] * 3
    assert read.names == ("忠诚教育", "为民办实事")


def test_another_word_leads_nowhere_and_has_a_nearest() -> None:
    assert topics().canonical("忠诚教肓") is None
    assert topics().nearest("忠诚教肓") == "忠诚教育"
    assert topics().nearest("完全无关") is None


def test_a_word_of_two_topics_is_reported_at_the_second() -> None:
    content = "忠诚教育: [党性教育]\n党员教育: [党性教育]"
    _, (found,) = read_topics("topics.yaml", content)
    assert marked(content, [found]) == [("QL451", "党性教育")]
    assert [place.line for place in found.related] == [1]


def test_an_alias_that_is_the_name_of_another_topic_is_reported() -> None:
    assert mistakes("忠诚教育: [党员教育]\n党员教育: []") == [("QL451", "党员教育")]


def test_a_topic_without_a_list_is_reported() -> None:
    assert mistakes("忠诚教育: 党性教育") == [("QL123", "党性教育")]
    assert mistakes("忠诚教育:") == [("QL113", "")]
    assert mistakes("忠诚教育: [[甲]]") == [("QL123", "[甲]")]


def test_topics_of_two_files_are_one_list() -> None:
    both = topics() | topics("忠诚教育: [忠诚]\n新主题: [新]")
    assert both.canonical("忠诚") == "忠诚教育"
    assert both.canonical("新") == "新主题"
    assert both.aliases["忠诚教育"] == ("党性教育", "对党忠诚教育", "忠诚")


def test_the_topics_of_the_policies_are_without_mistakes() -> None:
    content = (POLICIES / "topics.yaml").read_text(encoding="utf-8")
    assert mistakes(content) == []
