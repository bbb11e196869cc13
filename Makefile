# make run    sets everything up and opens the program
# make test   sets everything up and runs the whole suite without a screen
# make faults kills, cuts the power, lets disks fail, flips bits, forges and fuzzes by the thousand, for about an hour;
#             FAULTS="--kills 100 --imports 0 --cores 1" for fewer, for none of a row, and on one core
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: run test faults check setup words lock format wheel clean
.DEFAULT_GOAL := run

run: setup
	@$(BIN)/python -m organizer

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal

faults: setup
	@$(BIN)/python -m tests.faults $(FAULTS)

check: setup
	@$(BIN)/ruff format --check organizer tests db resources
	@$(BIN)/ruff check organizer tests db resources
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal

setup: $(READY)
	@sh .ci/system-libraries $(BIN)/python

# Bytecode is compiled here once: an uncompiled SQLAlchemy alone costs 0.7 s at every start.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up (once): about 150 MB are fetched."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j 0 organizer $(VENV)/lib > /dev/null || true
	@touch $(READY)

# The sentences of the program, and its translations, brought up to date.
words: setup
	@$(BIN)/python resources/i18n/build.py

lock: setup
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --all-extras pyproject.toml --output-file requirements.lock

format: setup
	@$(BIN)/ruff format organizer tests db resources
	@$(BIN)/ruff check --fix organizer tests db resources

wheel: setup
	@$(BIN)/python -m build --wheel --no-isolation

clean:
	rm -rf $(VENV) dist build
