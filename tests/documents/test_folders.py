"""Policy folders on disk: what is read, what is refused, where the bundled documents are."""

from __future__ import annotations

from pathlib import Path

import pytest

from qinglian_rules.diagnostics import Diagnostic
from qinglian_rules.documents import LoadedPolicies, bundled_ids, coverage, load_bundled, load_folder, policies_root
from qinglian_rules.documents.folders import read_folder, read_text
from tests.documents.samples import FILES, IDS, POLICIES, ClauseChecks
from tests.syntax.marked import assert_told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "sample")


def write(folder: Path, files: dict[str, str] = FILES) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def loaded(path: Path) -> LoadedPolicies:
    return load_folder(path, checks=ClauseChecks())


def ids(policies: LoadedPolicies) -> list[str]:
    return [document.id for document in policies.documents]


def codes(policies: LoadedPolicies) -> list[tuple[str, str]]:
    """Return the code of each diagnostic, and the last part of its file."""
    for one in policies.diagnostics:
        assert_told(one)
    return [(one.code.id, Path(one.span.file if one.span else "").name) for one in policies.diagnostics]


def test_a_folder_is_a_document(folder: Path) -> None:
    policies = loaded(folder)
    assert (ids(policies), policies.diagnostics) == (["sample"], ())


def test_a_folder_holds_several_documents(tmp_path: Path) -> None:
    write(tmp_path / "sample")
    write(tmp_path / "other", FILES | {"policy.yaml": FILES["policy.yaml"].replace("sample", "other")})
    (tmp_path / "notes").mkdir()
    policies = loaded(tmp_path)
    assert (ids(policies), policies.diagnostics) == (["other", "sample"], ())


def test_a_relative_path_knows_the_name_of_its_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert ids(loaded(Path())) == ["sample"]


def test_diagnostics_name_files_from_where_the_user_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "2-closing.md").write_text("甲", encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    assert {one.span.file for one in loaded(Path("sample")).diagnostics if one.span} >= {"sample/2-closing.md"}


def test_a_folder_without_a_document_is_reported(tmp_path: Path) -> None:
    assert codes(loaded(tmp_path)) == [("QL431", tmp_path.name)]
    assert codes(loaded(tmp_path / "nowhere")) == [("QL431", "nowhere")]


def test_a_link_is_refused_even_to_an_item(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(FILES["2-closing.md"], encoding="utf-8")
    (folder / "2-closing.md").unlink()
    (folder / "2-closing.md").symlink_to(outside)
    assert codes(loaded(folder)) == [("QL441", "2-closing.md"), ("QL423", "source.txt")]


def test_a_linked_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    (many / "sample").symlink_to(folder, target_is_directory=True)
    assert codes(loaded(many)) == [("QL441", "sample")]


def test_a_linked_folder_of_tables_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (folder / "tables").symlink_to(tmp_path / "secret", target_is_directory=True)
    assert codes(loaded(folder)) == [("QL441", "tables")]


def test_tables_are_read_and_cases_are_not(folder: Path) -> None:
    write(folder, {"tables/h.csv": "id\n", "1-overall.cases.yaml": "a: b", "notes.docx": "x"})
    found: list[Diagnostic] = []
    assert sorted(read_folder(folder, found)) == sorted([*FILES, "tables/h.csv"])
    assert found == []


def test_what_is_not_utf_8_is_reported(folder: Path) -> None:
    (folder / "2-closing.md").write_bytes(FILES["2-closing.md"].encode("gb18030"))
    policies = loaded(folder)
    assert codes(policies)[0] == ("QL442", "2-closing.md")


def test_a_file_above_the_limit_is_not_read(folder: Path) -> None:
    (folder / "source.txt").write_text("甲" * 400_000, encoding="utf-8")
    assert codes(loaded(folder))[0] == ("QL101", "source.txt")


def test_a_table_may_be_larger_than_a_text(folder: Path) -> None:
    write(folder, {"tables/h.csv": "id\n" + "H\n" * 600_000})
    assert isinstance(read_text(folder / "tables/h.csv"), str)


def test_two_folders_of_one_id_are_reported(tmp_path: Path) -> None:
    write(tmp_path / "sample")
    write(tmp_path / "copy")
    assert codes(loaded(tmp_path)) == [("QL434", "policy.yaml")]


def test_topics_beside_the_documents_are_added_to_those_of_the_package(tmp_path: Path) -> None:
    write(tmp_path / "sample")
    (tmp_path / "topics.yaml").write_text("自定主题: [自定别名]\n", encoding="utf-8")
    for path in (tmp_path, tmp_path / "sample"):
        topics = loaded(path).topics
        assert topics.canonical("自定别名") == "自定主题"
        assert topics.canonical("为民办实事") == "为民办实事"


def test_mistakes_in_topics_are_reported(tmp_path: Path) -> None:
    write(tmp_path / "sample")
    (tmp_path / "topics.yaml").write_text("甲: [乙]\n丙: [乙]\n", encoding="utf-8")
    assert codes(loaded(tmp_path)) == [("QL451", "topics.yaml")]


# --- the documents of the package -----------------------------------------------------------------


def test_the_bundled_documents_are_those_with_a_policy_file() -> None:
    assert policies_root() == POLICIES
    assert bundled_ids() == tuple(sorted(path.parent.name for path in POLICIES.glob("*/policy.yaml")))


@pytest.mark.parametrize("name", IDS)
def test_every_document_has_its_text(name: str) -> None:
    assert (POLICIES / name / "source.txt").stat().st_size > 5000


def test_the_bundled_documents_are_loaded_and_quote_their_texts() -> None:
    policies = load_bundled(checks=ClauseChecks())
    assert [(one.code.id, one.span, one.message()) for one in policies.diagnostics] == []
    assert ids(policies) == list(bundled_ids())
    for document in policies.documents:
        assert coverage(document).covered > 0


def test_documents_are_loaded_by_id() -> None:
    policies = load_bundled(["gx-2021"], checks=ClauseChecks())
    assert ids(policies) == ["gx-2021"]


def test_an_id_that_is_none_is_told_the_nearest() -> None:
    (found,) = load_bundled(["gx-20211"], checks=ClauseChecks()).diagnostics
    assert (found.code.id, found.suggestion) == ("QL443", "gx-2021")
    assert "gx-2021" in (found.hint("zh") or "")
