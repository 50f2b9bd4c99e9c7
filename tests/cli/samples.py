"""A small policy, a small hospital, and the command line as its users run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from qinglian_rules.cli.app import app

SOURCE = "医药代表来访管理办法\n来访须在公布的地点接待，接待须有记录。每年开展廉洁教育。来访应当文明。\n"
POLICY = """id: own-1
title: 医药代表来访管理办法
issuer: [某某医院]
issued: 2022-12-20
in_force: {from: 2023-01-01, to: 2024-12-31}
reach: body.province == "广西"
rank: hospital
status: trial
params:
  stay_limit:
    title: 来访的最长时间
    type: Duration
    unit: minutes
    bounds: {low: 1 minute, high: 1 day}
    why: 原文没有写明多久。
"""
ITEM = """---
section: 一
title: 来访
---
医药代表来访管理办法

```text
clause: 医药代表来访管理办法
why: title
```

来访须在公布的地点接待，接待须有记录。每年开展廉洁教育。来访应当文明。

```rule
id: place-and-record
title: 来访的地点和记录
clause: 来访须在公布的地点接待，接待须有记录
kind: obligation
each: visit in RepVisit
require:
  地点: visit.place in visit.body.reception_places
  记录: visit.record is not None
severity: serious
```

```rule
id: yearly-education
title: 每年开展廉洁教育
clause: 每年开展廉洁教育
kind: frequency
each: hospital in Hospital
every: year
require: exists(t for t in TrainingSession if t.body == hospital and within(t.held, period))
severity: minor
```

```rule
id: visits-are-short
title: 来访不过长
clause: 来访应当文明
kind: principle
each: visit in RepVisit
when: visit.end is not None
forbid: visit.end - visit.start > params.stay_limit
severity: minor
reading: 过长的来访不文明，时限为参数。
```
"""
HOSPITAL = "id,省份,接待地点\nH-1,广西,药学部接待室\n"
VISITS = """id,医院,来访时间,离开时间,接待地点,来访记录
V-1,H-1,2023-05-10 15:00,无,门诊诊室,K-1
V-2,H-1,2023-05-11 15:00,无,药学部接待室,K-2
V-3,H-1,2023-05-12 15:00,2023-05-12 16:00,,K-3
"""
TABLES = {"医院.csv": HOSPITAL, "医药代表来访.csv": VISITS}
ROOT = Path(__file__).parents[2]


def policy(folder: Path, item: str = ITEM, policy_yaml: str = POLICY) -> Path:
    """Write the small policy into a folder and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"policy.yaml": policy_yaml, "source.txt": SOURCE, "1-visits.md": item}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def data(folder: Path, **changed: str) -> Path:
    """Write the small hospital's tables, some of them with another content, and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (TABLES | changed).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)


def run(*args: object) -> Ran:
    """Run a command line in this process. A traceback is a failure of the test."""
    done = CliRunner().invoke(app, [str(arg) for arg in args], prog_name="qinglian")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    ran = Ran(done.exit_code, done.stdout, done.stderr)
    assert "Traceback" not in ran.err
    assert "QL718" not in ran.err, ran.err
    return ran


def run_outside(*args: object, cwd: Path | None = None, **environment: str) -> Ran:
    """Run a command line in a process of its own."""
    command = [sys.executable, "-c", "from qinglian_rules.cli import main; main()", *map(str, args)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, timeout=60, check=False)
    out, err = (stream.decode(env["PYTHONIOENCODING"]) for stream in (done.stdout, done.stderr))
    assert "Traceback" not in err, err
    return Ran(done.returncode, out, err)
