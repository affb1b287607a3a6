# make site · make serve · make test · make lint: each sets up .venv by itself.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
RELEASES := .ci/constraints.txt
# A worker a core; the tests of one file stay together, since they share a browser or a build. The files come
# in the order of tests/conftest.py: long ones first.
PARALLEL := -n auto --dist loadfile --no-loadscope-reorder

.PHONY: site serve test coverage lint format messages releases clean

site: $(STAMP)
	$(BIN)/dateline build

serve: $(STAMP)
	$(BIN)/dateline serve --open

test: $(STAMP)
	$(BIN)/python -m pytest -q $(PARALLEL)

# The tests once more, with the bar on the branches of all that touches no disk.
coverage: $(STAMP)
	$(BIN)/python -m pytest -q $(PARALLEL) --cov --cov-report=term

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Brings the catalogues of src/dateline/locale up to date with what pages say; see docs/translating.md.
messages: $(STAMP)
	$(BIN)/python tests/messages.py

$(STAMP): pyproject.toml $(RELEASES)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(RELEASES) --editable '.[dev]'
	@touch $(STAMP)

# Takes the newest releases of all that we stand on; run the tests, then commit what changed.
releases: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --upgrade-strategy eager --editable '.[dev]'
	sed -i.old '/^[^#]/d' $(RELEASES) && rm $(RELEASES).old
	$(BIN)/python -m pip freeze --exclude-editable >> $(RELEASES)
	@touch $(STAMP)

clean:
	rm -rf .venv build dist
