# Everything a fresh machine with Python 3.11+ and make needs: `make audit`, `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SAMPLE := corpus/naming-and-shaming/paper.pdf

.DEFAULT_GOAL := help
.PHONY: help audit test check format corpus benchmark quality lock clean

help:  ## show these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("claimtrace needs Python 3.11 or later, this is %d.%d; set PYTHON=" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

audit: $(VENV)/ready  ## set up, audit a sample paper, say where the report is
	$(BIN)/claimtrace audit $(SAMPLE) -o audits/sample

test: $(VENV)/ready  ## set up, run all tests
	$(BIN)/python -m pytest

check: $(VENV)/ready  ## format, lint, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/ready  ## format the code, mend what the linter can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

corpus: $(VENV)/ready  ## typeset our own papers again, with their gold
	$(BIN)/python corpus/typeset.py

benchmark: $(VENV)/ready  ## measure speed and memory, stage by stage
	$(BIN)/python benchmarks/speed.py

quality: $(VENV)/ready  ## score audits of our own papers against their gold
	$(BIN)/python benchmarks/quality.py

lock:  ## pin the versions again (needs uv)
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header \
		--output-file requirements.lock

clean:  ## remove what was made
	rm -rf $(VENV) audits dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
