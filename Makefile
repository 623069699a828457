# `make` runs what CI runs; `make demo` answers a question; `make test` installs what the tests need and runs them.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= auto

.PHONY: all check demo java chromium test format gate docs starter constraints clean

all: test check

SOURCES := $(shell find src -name '*.py' -o -name '*.toml' -o -name '*.tsv')

PACKED := src/basedon/starter/starter.basedon.xz
# what the starter is built from, and by
STARTER := $(filter-out $(addprefix src/basedon/,questions/% forms/% prose/% web/% mcp/% cli/% answering/% factcheck/% checking.py explaining.py __init__.py),$(SOURCES))

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: $(BIN)/python pyproject.toml constraints.txt hatch_build.py $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt .
	@touch $@; rm -f $(VENV)/tools

$(VENV)/tools: $(BIN)/python pyproject.toml constraints.txt requirements-dev.txt hatch_build.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --requirement requirements-dev.txt --editable .
	@touch $@ $(VENV)/demo

$(PACKED): $(STARTER) | $(VENV)/tools
	$(BIN)/python -m basedon.starter pack

demo: $(VENV)/demo
	@$(BIN)/basedon "Is Miracle in Cell No. 7 based on a true story?"

# Spark's tests need Java; without it, and without the right to install it, they are skipped
java:
	@command -v java >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends default-jre-headless; } >/dev/null || echo "no Java here: Spark's tests are skipped"

# the pages' tests need a browser; without it, and without the right to install it, they are skipped
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; } >/dev/null || echo "no Chromium here: the pages' tests in a browser are skipped"

test: $(VENV)/tools $(PACKED) java chromium
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(VENV)/tools $(PACKED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.generate --check
	$(BIN)/python -m bench.gate

format: $(VENV)/tools
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

gate: $(VENV)/tools $(PACKED)
	$(BIN)/python -m bench.gate

docs: $(VENV)/tools $(PACKED)
	$(BIN)/python -m docs.generate

starter: $(PACKED)

constraints: $(VENV)/tools
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --no-annotate --allow-unsafe --output-file constraints.txt pyproject.toml requirements-dev.txt

clean:
	rm -rf $(VENV) build dist src/*.egg-info
