# Every target sets up .venv by itself; type `make` for what there is.
include setup.mk
INTO ?= bench/work
# Locks name versions and hashes, and no address to download from.
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: site test check serve words words-check lock bench

site: .venv/site  ## build the whole site into site/, every link within it checked
	$(BIN)/observatory build --strict

check: .venv/site  ## check every entry and the registry
	$(BIN)/observatory check

serve: .venv/site  ## show the site at http://127.0.0.1:8000/; open pages follow when a file is saved
	$(BIN)/observatory serve

test: .venv/test  ## set up and run every check and test, browser tests included
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory words-check
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.editors.install
	$(BIN)/pytest --numprocesses auto --dist worksteal

words: .venv/site  ## take new interface words into the catalogues of every language
	@$(BIN)/python -m generator.extraction --take

words-check: .venv/site  ## say which interface words lack a translation
	@$(BIN)/python -m generator.extraction

lock: .venv/test  ## renew the lock files after a change of pyproject.toml (needs uv)
	$(COMPILE) pyproject.toml --group build -o requirements.lock
	$(COMPILE) pyproject.toml --group build --group test -c requirements.lock -o requirements-test.lock
	$(COMPILE) --group bench -c requirements.lock -o bench/requirements.lock

bench: .venv/site  ## measure against other generators (takes long; INTO=/dev/shm/bench works in memory)
	$(PIP) install --require-hashes -r bench/requirements.lock
	if command -v npm >/dev/null; then npm --prefix bench ci --ignore-scripts; fi
	$(BIN)/python bench/run.py --into $(INTO)
