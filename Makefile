# `make` lists what there is to do.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PORT ?= 8866
VENV := .venv
BIN := $(VENV)/bin
STATIC := $(shell find workshop -path '*/static/*' -o -path '*/jupyter/*' -type f)
INSTALLED := $(VENV)/.installed
TESTABLE := $(VENV)/.testable
# A file's tests share servers, so files are what is dealt out.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

app: $(INSTALLED) ## install, then serve the session on http://localhost:8866 (PORT=8900 for another)
	@$(BIN)/workshop serve --port $(PORT)

test: $(TESTABLE) ## install what the tests need (Chromium, PostgreSQL, nginx) and run all of them
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

check: $(TESTABLE) ## linters, types and tests
	@$(BIN)/python -m pip install --quiet -e '.[dev]'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

coverage: $(TESTABLE) ## every branch of models and reading, held to being tested
	@$(BIN)/python -m pip install --quiet -e '.[dev]'
	@$(BIN)/python -m pytest tests/models tests/reading tests/packs --cov=workshop.models \
		--cov=workshop.reading --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

bench: $(TESTABLE) ## measure what is fast, into bench/results (WHAT=memory for one part of it)
	@$(BIN)/python bench/run.py $(WHAT)

wheel: $(TESTABLE) ## build the wheel, and open the session from it in an environment of its own
	@$(BIN)/python scripts/try_wheel.py

check-binder: $(TESTABLE) ## build and launch as Binder does, without Docker
	@$(BIN)/python scripts/check_binder.py

check-hub: $(TESTABLE) ## run deploy/jupyterhub_config.py with two people (needs npm)
	@$(BIN)/python scripts/check_hub.py

check-container: $(TESTABLE) ## lint deploy/Containerfile and run its steps (as root, with mmdebstrap)
	@$(BIN)/python -m pip install --quiet -e '.[dev]'
	@$(BIN)/python scripts/check_container.py

lock-binder: ## write down the exact versions that Binder installs
	@sh scripts/lock-binder

front: ## bundle the page's front end anew, for those who change frontend/ (needs Node)
	@cd frontend && npm ci --silent && npm run --silent build

docs: $(INSTALLED) ## build the documentation into build/site; it can be read without internet
	@$(BIN)/python -m pip install --quiet -e '.[docs]'
	@$(BIN)/python docs/architecture.py
	@$(BIN)/python docs/evidence.py
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict && echo "open build/site/index.html"

pictures: $(TESTABLE) ## make the pictures of the documentation
	@$(BIN)/python -m pip install --quiet -e '.[dev]'
	@$(BIN)/python docs/pictures.py

gallery: $(TESTABLE) ## picture every exercise in every look and width (docs/gallery)
	@$(BIN)/python -m pip install --quiet -e '.[dev]'
	@$(BIN)/python docs/gallery.py

clean: ## remove the virtual environment and what was built
	@rm -rf $(VENV) dist workshop/widgets/parts/static/vega.js workshop/widgets/parts/static/all.*

$(VENV)/bin/python:
	@sh scripts/make-venv $(VENV)

$(INSTALLED): $(VENV)/bin/python pyproject.toml hatch_build.py $(STATIC)
	@sh scripts/install $(VENV) .
	@touch $@

$(TESTABLE): $(INSTALLED)
	@sh scripts/install $(VENV) '.[test]'
	@sh scripts/install-chromium
	@sh scripts/install-postgresql
	@sh scripts/install-nginx
	@touch $@

.PHONY: help app test check coverage bench wheel check-binder check-hub check-container lock-binder \
	front pictures gallery clean docs
