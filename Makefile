# TwitchLog. `make run` opens the program, `make test` checks it; each sets up what it needs.
# Needs make and Python 3.11 to 3.13; another Python: make run PYTHON=/path/to/python3.12

.DEFAULT_GOAL := help
.PHONY: help run setup test test-server lint bench torture baseline shots translations lock clean system-packages
.SUFFIXES:

PYTHON ?=
ARGS ?=
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
FIND_PYTHON := sh tools/find_python.sh "$(PYTHON)"

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 24

run: ## open the program (more: make run ARGS="--diary other.sqlite")
	@python=$$($(FIND_PYTHON)) && "$$python" tools/setup_venv.py run
	@sh tools/setup_system.sh run
	@$(BIN)/python main.py $(ARGS)

setup: ## make .venv with everything in it, for working on the program
	@python=$$($(FIND_PYTHON)) && "$$python" tools/setup_venv.py dev

system-packages: ## what the tests need from the system: a hidden screen, a mouse, a PDF reader
	@sh tools/setup_system.sh test

test: setup system-packages lint ## all checks and tests, a file of tests to each free core
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder \
		--max-worker-restart 0 $(ARGS)

test-server: setup system-packages ## the tests of the diary once more, with every diary on a PostgreSQL server
	TWITCHLOG_TEST_SERVER=1 $(BIN)/python -m pytest --numprocesses auto --dist loadfile \
		--no-loadscope-reorder --max-worker-restart 0 tests/diary tests/presenters tests/commands $(ARGS)

lint: setup ## style, types and the import rule
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup system-packages ## measure, print a table and write build/bench.json
	PYTHONPATH=tests $(BIN)/python -m bench.run $(ARGS)

torture: setup system-packages ## kill, fill, damage and hammer the program; nothing may be lost
	PYTHONPATH=tests $(BIN)/python -m torture.run $(ARGS)

BASELINE := tests/reports/charts/baseline

baseline: setup ## draw the charts that the tests compare with anew; then look at each (one: ARGS="-k dial")
	$(BIN)/python -m pytest tests/reports/charts/test_pictures.py::test_a_chart_looks_as_it_did \
		--mpl-generate-path=$(BASELINE) $(ARGS)
	@git status --short $(BASELINE)

shots: setup system-packages ## picture every screen into build/shots
	PYTHONPATH=tests $(BIN)/python tools/shots.py $(ARGS)

translations: setup ## gather all sentences, update the translations, say what is missing (begin one: ARGS=fr)
	$(BIN)/python tools/translations.py $(ARGS)

LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

lock: ## write requirements*.txt anew from pyproject.toml (needs uv; newer versions: ARGS=--upgrade)
	$(LOCK) $(ARGS) --output-file requirements.txt
	$(LOCK) $(ARGS) --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean: ## remove what was built; .venv stays
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
