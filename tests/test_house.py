"""The house around the package: what is committed, what is packed, what the targets and the guides promise."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
TARGETS = ("demo", "test", "test-long", "mutate", "real", "lint", "docs", "bench", "clean")
PATH_OF_A_MACHINE = re.compile(r"(?<![\w.~])/(work|tmp|root|farm|home|opt|Users)/\w")
REGISTRY_HOST = re.compile(
    r"pypi\.(org|python)|pythonhosted\.org|npmjs\.(org|com)|(deb|security)\.debian\.org|files\.pypi|proxy\.golang|"
    r"(pypi|mirrors?)\.[\w.-]*\.(cn|com|edu)\b"
)


def committed() -> list[Path]:
    """Return the committed files that are text; a checkout without git has none to ask about."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]


def test_no_committed_file_names_a_path_of_one_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in committed()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if PATH_OF_A_MACHINE.search(line) or REGISTRY_HOST.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("line", ["cd /wo" + "rk/main", 'open("/tm' + 'p/x")', "https://py" + "pi.org/simple"])
def test_a_path_of_one_machine_or_a_registry_would_be_seen(line: str) -> None:
    assert PATH_OF_A_MACHINE.search(line) or REGISTRY_HOST.search(line)


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_says_what_it_does(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:[^\n]* ## \w", makefile, re.MULTILINE)


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "clean"])
def test_every_make_target_makes_the_environment_first(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}: \$\(STAMP\)", makefile, re.MULTILINE)


def test_ci_runs_lint_docs_and_tests_and_stops_at_the_first_failure() -> None:
    script = ROOT / ".ci/run"
    text = script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in text
    assert [line.split()[1] for line in text.splitlines() if line.startswith("make ")] == ["lint", "docs", "test"]


def test_the_changelog_names_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\n## {project['version']} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_is_apache_2_and_the_notice_speaks_of_the_policy_texts() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert "source.txt" in (ROOT / "NOTICE").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Build wheel and sdist once, and return the names inside each."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    (wheel,) = folder.glob("*.whl")
    (sdist,) = folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive, tarfile.open(sdist) as ball:
        inside = {PurePosixPath(name).relative_to(sdist.name.removesuffix(".tar.gz")) for name in ball.getnames()}
        return {"wheel": set(archive.namelist()), "sdist": {path.as_posix() for path in inside}}


def tracked(folder: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in committed() if path.is_relative_to(ROOT / folder)}


def test_the_wheel_carries_every_policy_file(packed: dict[str, set[str]]) -> None:
    policies = tracked("policies")
    assert "policies/gx-2021/source.txt" in policies
    assert {f"qinglian_rules/_{name}" for name in policies} - packed["wheel"] == set()


def test_the_wheel_carries_the_whole_package_and_nothing_beside_it(packed: dict[str, set[str]]) -> None:
    package = tracked("qinglian_rules")
    assert "qinglian_rules/py.typed" in package
    assert package - packed["wheel"] == set()
    assert {name.split("/")[0].split("-")[0] for name in packed["wheel"]} == {"qinglian_rules"}


def test_the_sdist_carries_what_a_build_and_a_test_run_need(packed: dict[str, set[str]]) -> None:
    wanted = {name for folder in ("qinglian_rules", "policies", "tests", "docs") for name in tracked(folder)}
    wanted |= {"pyproject.toml", "hatch_build.py", "Makefile", "mkdocs.yml", "LICENSE", "NOTICE", "CHANGELOG.md"}
    assert wanted - packed["sdist"] == set()


GUIDES = ("CONTRIBUTING.md", "docs/guides/how-to-add-a-node.md", "docs/guides/how-to-add-a-back-end.md")


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_in_a_guide_exists(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:qinglian_rules|tests|docs|policies|benchmarks|examples|\.ci)/[\w./-]*)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def glossary_terms(column: int) -> list[str]:
    lines = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row[column] for row in cells if row[0] not in {"中文", "---"}]


@pytest.mark.parametrize("column", [0, 1], ids=["Chinese", "English"])
def test_the_glossary_gives_each_word_one_meaning(column: int) -> None:
    terms = glossary_terms(column)
    assert len(terms) > 50
    assert sorted(terms) == sorted(set(terms))


ENTRIES = [path for path in sorted((ROOT / "docs/decisions").glob("*.md")) if path.name != "index.md"]
FORM = re.compile(
    r"# .+?\n\n- Status: (accepted|superseded by `[\w-]+\.md`)\n- Concerns: .+?\n\n"
    r"## Question\n.+\n## Choice\n.+\n## Why\n.+\n## Shown by\n.+",
    re.DOTALL,
)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_every_decision_taken_follows_the_form(path: Path) -> None:
    assert FORM.fullmatch(path.read_text(encoding="utf-8"))
