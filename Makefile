PYTHON ?= python3
IN = $(PYTHON) tools/bootstrap.py

.PHONY: run test lint setup
run:            ## set up, then open Zhibi in the browser
	@$(IN) zhibi ui

test: lint      ## set up, lint, then every test
	@$(IN) python -m pytest

lint:           ## set up, then ruff and the type checker
	@$(IN) ruff check .
	@$(IN) ruff format --check .
	@$(IN) mypy

setup:          ## only set up
	@$(IN)
