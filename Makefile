# `make quick` while you work; `make check` before each commit; `make ci` is what CI runs; `make matrix` and
# `make soak` take long.
PYTHON ?= .venv/bin/python
JOBS ?= 2
SEED ?= $(shell date +%s)
unexport PYTHONDONTWRITEBYTECODE  # else each process that a test starts compiles the program anew

.PHONY: base bench check ci matrix quick soak lint types imports test catalogues reference golden tutorial story

QUICK = core yaml schema model markup evidence claims lint analysis document template languages
quick:  # the packages that need no rendering, with few generated examples: under a minute
	BRIEFGEN_HYPOTHESIS=quick $(PYTHON) -m pytest -m "not soak and not matrix and not slow" -n $(JOBS) $(QUICK:%=tests/%)

check: lint types imports
	$(PYTHON) -m pytest -m "not soak and not matrix and not slow" -n $(JOBS)

ci: lint types imports
	$(PYTHON) -m pytest -n $(JOBS)

matrix:  # every shipped example in every combination through all validators
	$(PYTHON) -m pytest -m matrix -n $(JOBS)

soak:
	@echo "seed $(SEED)"
	BRIEFGEN_HYPOTHESIS=soak BRIEFGEN_SEED=$(SEED) $(PYTHON) -m pytest -m "(soak or hypothesis) and not matrix" \
		--hypothesis-seed=$(SEED) -n $(JOBS) -s

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

test:
	$(PYTHON) -m pytest -n $(JOBS)

bench:  # against pandoc and typst, in an environment of its own
	bench/run

base:  # after a change of the Word styles: make the document that briefs are written into anew
	PYTHONPATH=src:. $(PYTHON) -m tests.docx.make_base

catalogues:  # after a change of interface words: fill in the .po files, then compile them
	PYTHONPATH=src $(PYTHON) tests/languages/catalogues.py

reference:  # after a change of the model or of a diagnostic: write docs/format.md and docs/diagnostics.md anew
	PYTHONPATH=src $(PYTHON) tests/docs/format_reference.py
	PYTHONPATH=src:. $(PYTHON) tests/docs/diagnostics_list.py

tutorial:  # after a change of what it shows: take in what the commands print, the brief and its picture (poppler, Pillow)
	PYTHONPATH=src:. $(PYTHON) tests/docs/tutorial.py

story:  # after a change of what docs/release.md and docs/publish.md show: take it in, with the pictures (Chromium as well)
	PYTHONPATH=src:. $(PYTHON) tests/docs/release_story.py
	PYTHONPATH=src:. $(PYTHON) tests/docs/reading_room.py

golden:  # accept what the writers make now as the golden documents; then read the difference
	BRIEFGEN_ACCEPT=1 $(PYTHON) -m pytest tests/golden -q
