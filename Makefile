# Two targets matter: `make report` checks derivations/ and writes reports/; `make check` is what CI runs.
# Both work on a fresh machine that has Python 3.11 and pip: they make .venv and install into it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
VERIFY := $(BIN)/verify-derivations check --isolated --quiet --jobs auto
# runs whose outputs are compared check everything anew
ANEW := $(VERIFY) --no-cache
# the transcribed documents are one report, what is looked up in the library is a page of its own
DOCUMENTS := derivations --exclude library
LIBRARY := derivations/library
DOCUMENTS_TITLE := --title "Five documents, statement by statement"
LIBRARY_TITLE := --title "A library of derivations"

# without .pyc files every process that the tests start compiles every module anew
unexport PYTHONDONTWRITEBYTECODE
# what is tested is the installed package, not one that the caller's path leads to
unexport PYTHONPATH

.DEFAULT_GOAL := report
.PHONY: report check compare bench wheel-check soak mutants reading format clean help

help:
	@echo "make report       check derivations/, write reports/ (report.json, index.html, report.tex, library.html)"
	@echo "make check        everything CI runs: format, lint, types, layers, tests, reports up to date"
	@echo "make compare      re-make the reports twice and compare them with reports/ byte for byte"
	@echo "make bench        measure beside SymPy and Maxima, write docs/benchmarks.md (CASES=folder, BENCH=options)"
	@echo "make wheel-check  build the wheel, install it by itself, run it from another folder"
	@echo "make soak         look for wrong verdicts among 24000 random claims (SOAK='--claims 1000 --seed 7')"
	@echo "make mutants      the mutation score: how many slips put into derivations/ are refuted"
	@echo "make reading      how much of the documents in a folder is read (SHARED=folder, READING=--refuted);"
	@echo "                  LABELS=file SOURCES=folder compares with labels, ANNOTATED=folder does so with copies that"
	@echo "                  have annotations, too; RECALL=1 puts slips into the text"
	@echo "make format       bring the code into shape"
	@echo "make clean        remove .venv and everything that tools left behind"

# ---- the environment: one stamp for each way of installing, renewed when pyproject.toml changes
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@ $(VENV)/installed

# ---- the reports
report: $(VENV)/installed
	@mkdir -p reports
	@$(VERIFY) $(DOCUMENTS) $(DOCUMENTS_TITLE) --output-format full --output-format json=reports/report.json \
	    --output-format html=reports/index.html --output-format latex=reports/report.tex; \
	status=$$?; \
	if [ $$status -le 1 ]; then \
	    $(VERIFY) $(LIBRARY) $(LIBRARY_TITLE) --output-format full --output-format html=reports/library.html; \
	    library=$$?; [ $$library -le $$status ] || status=$$library; \
	fi; \
	if [ $$status -le 1 ]; then \
	    $(BIN)/python tests/corpus/inventory.py reports/report.json; \
	    echo "The report: reports/index.html (open it in a browser), reports/report.tex, reports/report.json"; \
	    echo "The library of derivations: reports/library.html"; \
	fi; \
	exit $$status

# equal input gives equal bytes: under any hash seed, and the same as what is committed
compare: $(VENV)/installed
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	for seed in 0 1; do \
	    PYTHONHASHSEED=$$seed $(ANEW) $(DOCUMENTS) $(DOCUMENTS_TITLE) --output-format json="$$folder/report.json" \
	        --output-format html="$$folder/index.html" --output-format latex="$$folder/report.tex" \
	        && PYTHONHASHSEED=$$seed $(ANEW) $(LIBRARY) $(LIBRARY_TITLE) --output-format html="$$folder/library.html" \
	        || { echo "derivations/ is not as expected: make report tells what is wrong"; exit 1; }; \
	    for file in report.json index.html report.tex library.html; do \
	        cmp "$$folder/$$file" "reports/$$file" || { \
	            echo "reports/$$file is not what derivations/ gives (PYTHONHASHSEED=$$seed): run make report"; \
	            exit 1; }; \
	    done; \
	done; \
	echo "reports/ is up to date, byte for byte, under two hash seeds"

# ---- what CI runs
check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	@# types beside the tests: mypy takes minutes without its cache, and one core only
	@set -x; types=$$(mktemp); $(BIN)/mypy >"$$types" 2>&1 & mypy=$$!; \
	$(BIN)/python -m pytest -n auto --dist worksteal; tests=$$?; \
	wait $$mypy; typed=$$?; cat "$$types"; rm -f "$$types"; \
	[ $$tests -eq 0 ] && [ $$typed -eq 0 ]
	@# the kernel must refuse forgeries even where python drops every assert
	@if [ -d tests/kernel ]; then set -x; \
	    $(BIN)/python -O -m pytest -q -n auto --dist worksteal -W "ignore:assertions not in test modules" tests/kernel; fi
	@$(MAKE) --no-print-directory compare

# ---- measured side by side with SymPy and, where they are installed, Maxima and (for arrays) NumPy
# CASES is a folder of labelled claim records (.jsonl); without it the sets in benchmarks/sets are used
bench: $(VENV)/installed
	@$(BIN)/python -m benchmarks $(if $(CASES),--cases "$(CASES)") --output docs/benchmarks.md $(BENCH)

wheel-check: $(VENV)/installed-dev
	$(BIN)/python -m pytest tests/packaging

# a failure names its seed and its number: --seed 7 --only 1234 makes that claim again
SOAK ?= --claims 20000 --seed 1
SOAK_ARRAYS ?= --claims 4000 --seed 1
soak: $(VENV)/installed-dev
	$(BIN)/python tests/soundness/soak.py $(SOAK)
	$(BIN)/python tests/soundness/soak.py --what arrays $(SOAK_ARRAYS)

# every true line of derivations/ made wrong in every way of the table of edits (MUTANTS='--step 000-69')
mutants: $(VENV)/installed
	$(BIN)/python tests/soundness/mutants.py derivations $(MUTANTS)

# formulas parsed, steps elaborated, the ten most frequent reasons for the rest, verdicts; labelled equations
reading: $(VENV)/installed
	$(BIN)/python -m benchmarks.reading "$(SHARED)" $(READING)
	$(BIN)/python -m benchmarks.reading_records "$(SHARED)"
	$(if $(LABELS),$(BIN)/python -m benchmarks.labelled "$(LABELS)" "$(SOURCES)" \
	    --annotations benchmarks/sets/annotations.json $(if $(ANNOTATED),--annotated "$(ANNOTATED)"))
	$(if $(RECALL),$(BIN)/python -m benchmarks.recall "$(SHARED)")

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache \
	    .verify_derivations_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
