# Everything a developer needs. Only Python 3.11+ and make must be there; the rest is set up in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# uv is used when it is there; it is never required
INSTALL := $(if $(shell command -v uv 2>/dev/null),uv pip install --python $(BIN)/python,$(BIN)/python -m pip install --disable-pip-version-check)

.PHONY: help demo test lint format bench wheel clean
.DEFAULT_GOAL := help

help: ## Show what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "presslint needs Python 3.11 or newer; set PYTHON=…"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) -q -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src # an installed package is compiled; a checkout is not, and would start slower
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(INSTALL) -q -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(VENV)/ready ## Lint the example releases: the findings are the point
	$(BIN)/presslint check examples --fail-on never --today 2026-03-02

test: $(VENV)/ready-dev ## Run all tests
	$(BIN)/python -m pytest -q -n 2 --dist worksteal --cov --cov-report=term:skip-covered

lint: $(VENV)/ready-dev ## Check style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/ready-dev ## Lay out the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/ready-dev ## Measure start-up, one file and throughput
	$(BIN)/python bench/speed.py

wheel: $(VENV)/ready-dev ## Build the wheel and the sdist into dist/
	$(BIN)/python -m build --outdir dist .

clean: ## Remove the environment and what was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
