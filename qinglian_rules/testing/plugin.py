"""The pytest plugin: the cases of a policy folder as tests, and a policy as a fixture.

`pytest --qinglian-policies DIR` collects every case of the documents in DIR beside whatever else is to be run: those of
`*.cases.yaml`, and the standard ones of rules that ask for a record or a finding. A policy that does not load fails as
one test that shows all its errors. The option may be given several times, and stand in the configuration as
`qinglian_policies`.

Only pytest is imported here; what judges is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from qinglian_rules.authoring.cases import Case, Parts
    from qinglian_rules.diagnostics import Diagnostic
    from qinglian_rules.engine import Policy

OPTION = "qinglian_policies"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the key of the configuration."""
    group = parser.getgroup("qinglian", "policies of qinglian_rules")
    group.addoption(
        "--qinglian-policies",
        action="append",
        dest=OPTION,
        metavar="DIR",
        help="run the cases of the policy documents in DIR as tests, and give them as the fixture qinglian_policy",
    )
    parser.addini(OPTION, "folders of policy documents whose cases are tests", type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Have the folders collected like paths that are given by hand."""
    folders = policy_folders(config)
    config.stash[LOADED] = {folder: LoadedFolder(folder) for folder in folders}
    # Who asks for one test file gets that one alone, whatever the configuration says.
    if config.getoption(OPTION) or config.args_source is not pytest.Config.ArgsSource.ARGS:
        given = [Path(arg.partition("::")[0]).absolute() for arg in config.args]
        lacking = [folder for folder in folders if not any(folder.is_relative_to(one) for one in given)]
        config.args.extend(str(folder) for folder in lacking)


def policy_folders(config: pytest.Config) -> tuple[Path, ...]:
    """Return the folders that are asked for, on the command line or else in the configuration."""
    given = config.getoption(OPTION) or config.getini(OPTION)
    return tuple(Path(folder).absolute() for folder in given)


class LoadedFolder:
    """A folder of documents, loaded once for all tests in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def _loaded(self) -> tuple[Policy, tuple[Diagnostic, ...]]:
        from qinglian_rules.loading import load_leniently

        return load_leniently([self.folder])

    @property
    def policy(self) -> Policy:
        """What could be loaded."""
        return self._loaded[0]

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the documents, and in their cases."""
        return tuple(one for one in (*self._loaded[1], *self._cases[1]) if one.severity == "error")

    @cached_property
    def _cases(self) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
        from qinglian_rules.authoring.cases import all_cases

        return all_cases(self.policy)

    @cached_property
    def parts(self) -> Parts:
        """What of the policy each rule needs."""
        from qinglian_rules.authoring.cases import Parts

        return Parts(self.policy)

    def cases_in(self, path: Path) -> Iterator[Case]:
        """Yield the cases that stand in a file; beside `policy.yaml` the standard cases of its document."""
        for case in self._cases[0]:
            own = Path(case.span.file).absolute() == path if case.span.file else self._is_of(path, case)
            if own:
                yield case

    def _is_of(self, path: Path, case: Case) -> bool:
        document = case.norm.partition("/")[0]
        folder = self.policy.folders.get(document)
        return path.name == "policy.yaml" and folder is not None and folder.absolute() == path.parent


LOADED = pytest.StashKey[dict[Path, LoadedFolder]]()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect `policy.yaml` and `*.cases.yaml` of the folders that are asked for."""
    if file_path.name != "policy.yaml" and not file_path.name.endswith(".cases.yaml"):
        return None
    for folder, loaded in parent.config.stash[LOADED].items():
        if file_path.is_relative_to(folder):
            found: CasesFile = CasesFile.from_parent(parent, path=file_path, loaded=loaded)
            return found
    return None


class CasesFile(pytest.File):
    """The cases of one file; of `policy.yaml` whether the documents load, and the standard cases."""

    def __init__(self, *, loaded: LoadedFolder, **rest: Any) -> None:
        super().__init__(**rest)
        self.loaded = loaded

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each case."""
        if self.path.name == "policy.yaml":
            yield LoadItem.from_parent(self, name="loads")
        names: dict[str, int] = {}
        for case in self.loaded.cases_in(self.path):
            name = f"{case.norm}[{case.title}]"
            names[name] = names.get(name, 0) + 1
            shown = name if names[name] == 1 else f"{name[:-1]} {names[name]}]"
            yield CaseItem.from_parent(self, name=shown, case=case)


class PolicyError(Exception):
    """What a failing item shows: its text, and no traceback."""


class _Item(pytest.Item):
    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any, **kwargs: Any) -> Any:
        """Show the text of what is wrong with a policy; anything else with its traceback."""
        if isinstance(excinfo.value, PolicyError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args, **kwargs)

    @property
    def loaded(self) -> LoadedFolder:
        """The folder in which the item stands."""
        assert isinstance(self.parent, CasesFile)
        return self.parent.loaded


class LoadItem(_Item):
    """Whether the documents of a folder load."""

    def runtest(self) -> None:
        """Fail with all errors."""
        below = [one for one in self.loaded.errors if self._is_ours(one)]
        if below:
            raise PolicyError("\n".join(map(_shown, below)))

    def _is_ours(self, diagnostic: Diagnostic) -> bool:
        """Whether an error lies in this document, or in none."""
        place = Path(diagnostic.span.file).absolute() if diagnostic.span and diagnostic.span.file else self.path
        return place.is_relative_to(self.path.parent) or not place.is_relative_to(self.loaded.folder)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the document is described."""
        return self.path, 0, "loads"


def _shown(diagnostic: Diagnostic) -> str:
    place = "" if diagnostic.span is None else f" {diagnostic.span.file}:{diagnostic.span.line}"
    return f"{diagnostic.code.id}{place} {diagnostic.message()}"


class CaseItem(_Item):
    """One case of a rule or definition."""

    def __init__(self, *, case: Case, **rest: Any) -> None:
        super().__init__(**rest)
        self.case = case

    def runtest(self) -> None:
        """Judge the case by the reference."""
        from qinglian_rules.authoring.cases import differences, outcome, set_up
        from qinglian_rules.authoring.cases.run import norms_of

        norm = norms_of(self.loaded.policy)[self.case.norm]
        stage = set_up(self.case, self.loaded.parts.of(norm))
        problems = differences(stage, outcome(stage, norm))
        if problems:
            raise PolicyError("\n".join([f"{self.case.norm}「{self.case.title}」", *(one.zh for one in problems)]))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the case stands."""
        return self.path, max(0, self.case.span.line - 1), self.name


@pytest.fixture(scope="session")
def qinglian_policy(pytestconfig: pytest.Config) -> Policy:
    """The documents of the folders that are asked for, or else the bundled ones."""
    from qinglian_rules.loading import load

    return load(*policy_folders(pytestconfig))
