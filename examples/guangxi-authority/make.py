"""Make the example: write authority.xlsx, and what was planted in it into planted.json.

    python examples/guangxi-authority/make.py [--ordinary] [--surprises] [--out FOLDER]

The same seed gives the same facts. `--ordinary` leaves out everything that is planted; `--surprises` judges what was
made and prints what comes out otherwise than planted.
"""

from __future__ import annotations

import sys
from pathlib import Path

# What the examples share stands beside this folder.
sys.path.append(str(Path(__file__).parents[1]))

from authority.days import AS_OF, REVIEW
from authority.ordinary.bodies import CITIES, INSTITUTIONS, INSURANCE, PROVINCE, PROVINCE_TCM, STATIONS
from authority.ordinary.everything import SEED, write_everything
from authority.planted.everything import plant_everything
from made.papers import Review
from made.script import Example, run

_MARKS = {
    PROVINCE: "区卫行风",
    PROVINCE_TCM: "区中医行风",
    INSURANCE: "区医保",
    **{city: f"市{number:02}卫行风" for number, city in enumerate(CITIES, start=1)},
    **{station: f"卫监{station[-2:]}" for station in STATIONS.values()},
    **dict.fromkeys(INSTITUTIONS, "院行风"),
}

EXAMPLE = Example(
    policies=("gx-2021", "gx-2022", "gx-2023"),
    review=Review(period=REVIEW, as_of=AS_OF, marks=_MARKS, seed=SEED),
    workbook="authority.xlsx",
    write=write_everything,
    plant=plant_everything,
)

if __name__ == "__main__":
    run(EXAMPLE, Path(__file__).parent)
