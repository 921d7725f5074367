PYTHON ?= python3
IN = $(PYTHON) tools/bootstrap.py

.PHONY: run test lint setup
run:            ## set up, then open Zhibi in the browser
	@$(IN) zhibi ui

test: lint      ## set up, lint, then every test, file by file on up to four processes
	@$(IN) python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint:           ## set up, then ruff and the type checker
	@$(IN) ruff check .
	@$(IN) ruff format --check .
	@$(IN) mypy

setup:          ## only set up
	@$(IN)
