"""A field whose record means something where it says nothing: empty is that, 未知 is unknown."""

from __future__ import annotations

from pathlib import Path

from pydantic import MISSING

from qinglian_rules.facts.visits import RepVisit
from qinglian_rules.inputs import read_facts


def kinds_of(path: Path, content: str) -> list[object]:
    path.write_text(content, encoding="utf-8")
    return [fact.visitor_kind for fact in read_facts([path]).facts if isinstance(fact, RepVisit)]


def test_an_empty_cell_says_what_the_record_means_by_itself(tmp_path: Path) -> None:
    assert kinds_of(tmp_path / "医药代表来访.csv", "编号,医院,来访人员类别\nV-1,H-1,\n") == ["医药代表"]


def test_an_absent_column_does_too(tmp_path: Path) -> None:
    assert kinds_of(tmp_path / "医药代表来访.csv", "编号,医院\nV-1,H-1\n") == ["医药代表"]


def test_unknown_written_out_is_unknown(tmp_path: Path) -> None:
    assert kinds_of(tmp_path / "医药代表来访.csv", "编号,医院,来访人员类别\nV-1,H-1,未知\n") == [MISSING]
