"""Make the example: write hospital.xlsx, and what was planted in it into planted.json.

    python examples/taian-hospital/make.py [--ordinary] [--surprises] [--out FOLDER]

The same seed gives the same facts. `--ordinary` leaves out everything that is planted; `--surprises` judges what was
made and prints what comes out otherwise than planted.
"""

from __future__ import annotations

import sys
from pathlib import Path

# What the examples share stands beside this folder.
sys.path.append(str(Path(__file__).resolve().parents[1]))

from cancer_hospital.days import AS_OF, YEAR
from cancer_hospital.ordinary.bodies import MARKS
from cancer_hospital.ordinary.everything import SEED, write_everything
from cancer_hospital.planted.everything import plant_everything
from made.papers import Review
from made.script import Example, run

EXAMPLE = Example(
    policies=("ta-2024",),
    review=Review(period=YEAR, as_of=AS_OF, marks=MARKS, seed=SEED),
    workbook="hospital.xlsx",
    write=write_everything,
    plant=plant_everything,
)

if __name__ == "__main__":
    run(EXAMPLE, Path(__file__).parent)
