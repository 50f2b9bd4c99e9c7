# Every target prepares .venv by itself. `make help` lists them; PYTHON=... chooses the interpreter.
.DEFAULT_GOAL := help
.PHONY: help install demo test test-long mutate real lint docs bench clean
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# durable-rules does not import on Python 3.13, so an older one is taken where there is a choice.
CANDIDATES := python3.12 python3.11 python3 python3.13 python3.14 python
DATA ?= ../shared/data
OUT ?= out
# `qinglian check` says 1 for "something violated" and 3 for "something undetermined": both are answers.
ANSWERED = code=$$?; case $$code in 0|1|3) ;; *) exit $$code ;; esac

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(firstword $(MAKEFILE_LIST)) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

install: $(STAMP) ## create .venv and install the package with all that development needs

# Depends on pyproject.toml, so a new dependency is installed by the next target that runs.
$(STAMP): pyproject.toml hatch_build.py
	@if [ ! -x $(BIN)/python ]; then \
	  python="$(PYTHON)"; \
	  for candidate in $${python:-$(CANDIDATES)}; do \
	    if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	    then found="$$candidate"; break; fi; \
	  done; \
	  if [ -z "$${found:-}" ]; then \
	    echo "no Python 3.11 or later with the modules venv and ensurepip; try: make PYTHON=/path/to/python3" >&2; exit 1; \
	  fi; \
	  echo "creating $(VENV) with $$found"; "$$found" -m venv $(VENV); \
	fi
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[testing,analysis,durable,docs,dev]'
	@touch $@

# The example hospital by the three documents of Guangxi, judged when everything was due.
DEMO := $(BIN)/qinglian check examples/guangxi-hospital/hospital.xlsx --policy gx-2021 --policy gx-2022 \
  --policy gx-2023 --period 2021-01-01..2024-12-31 --as-of 2025-03-01

demo: $(STAMP) ## judge the example hospital, print the result, write out/demo.html
	@mkdir -p $(OUT)
	@$(DEMO); $(ANSWERED)
	@$(DEMO) --format html --out $(OUT)/demo.html 2>/dev/null; $(ANSWERED)
	@echo
	@echo "全部判定，逐条附原文和依据（every finding with its words）：$(OUT)/demo.html"

test: $(STAMP) ## run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-long: $(STAMP) ## run the tests that take minutes as well
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "long or not long"

mutate: $(STAMP) ## change rules one step at a time, and list what no case sees
	$(BIN)/qinglian mutate

# Each example with outside data, and the folder of DATA that it reads.
REAL := open-payments:us-open-payments hp-procurement:hp-health-procurement synthea-claims:synthea-claims \
  nhsa-pairs:nhsa-two-libraries cn-parameters:cn-hospital-parameters

real: $(STAMP) ## judge the outside data of the examples, in ../shared/data or DATA=...
	@test -d $(DATA) || { echo "no folder $(DATA); see examples/README.md" >&2; exit 1; }
	@for one in $(REAL); do \
	  example="examples/$${one%%:*}"; folder="$(DATA)/$${one##*:}"; echo; echo "== $$example"; \
	  if [ -d "$$folder" ]; then $(BIN)/python $$example/run.py "$$folder" || exit 1; \
	  else echo "没有数据 no data in $$folder; see $$example/README.md"; fi; \
	done

lint: $(STAMP) ## check style and types
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: $(STAMP) ## build the site into site/, warnings being errors
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "site: site/index.html"

bench: $(STAMP) ## measure speed as ratios, in one run
	$(BIN)/python -m benchmarks

clean: ## remove what the other targets made, .venv included
	rm -rf $(VENV) $(OUT) site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
