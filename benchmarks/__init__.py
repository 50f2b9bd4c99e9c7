"""Speed as ratios, measured in one run: `python -m benchmarks`, with `--json` as data."""
