# make site · make serve · make test · make lint: each sets up .venv by itself.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: site serve test lint clean

site: $(STAMP)
	$(BIN)/dateline build

serve: $(STAMP)
	$(BIN)/dateline serve

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(STAMP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

clean:
	rm -rf .venv build dist
