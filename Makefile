# make run      prepares the model case into drafts/ and opens the window where there is a display
# make test     every test but the large counts, then the speed ratios in their short form
# make speed    the speed ratios in full, as a table; fails at the limit
# make torture  the large counts and whatever else counts something, as a table: requirement, tries, lost, time; then
#               store and services with every store on a server, and how much slower a protected store is
# make check    format, lint, types, import contracts
# make package  the program as a folder and as a Debian package, into dist/
# make proof    starts both in a bare Debian 12; needs root and more programs (packaging/README.md)
# make sbom     writes what the program is made of into build/sbom.json, as CycloneDX
# make shots    grabs every page of the window, light and dark, in its three languages, into docs/guide; in English
#               at 200 percent, too, into build/shots
# make texts    brings every text of the program into the catalogues, sorted, with the translations there are
# make clean    takes away what was made here, but not drafts/
#
# Each sets up what it needs first. PYTHON names the interpreter, VENV the folder of the environment, and ARGUMENTS
# is handed to pytest: make test ARGUMENTS="-k undo".

PYTHON ?= python3
VENV ?= .venv
ARGUMENTS ?=

PROGRAMS := $(VENV)/bin
PIP := $(PROGRAMS)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
PYTEST := $(PROGRAMS)/python -m pytest

# Modules are compiled once for all processes that a run of the tests starts, whatever the user's own setting.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test speed torture check sbom package proof shots texts clean system catalogues

run: $(VENV)/program.stamp catalogues
	@setup/demonstrate $(PROGRAMS)

# The speed tests come after the others and alone, so that nothing beside them takes the processor.
test: $(VENV)/develop.stamp catalogues
	$(PYTEST) --numprocesses auto --dist worksteal -m "not speed and not torture" $(ARGUMENTS)
	$(PYTEST) -p no:randomly -m speed tests/speed

speed: $(VENV)/compare.stamp catalogues
	$(PYTEST) -p no:randomly -m speed --timeout 3600 --speed full tests/speed $(ARGUMENTS)

torture: $(VENV)/develop.stamp catalogues
	$(PYTEST) --numprocesses auto --dist worksteal -m "torture or hypothesis or counted" --timeout 7200 \
		--hypothesis-profile torture --whole-table $(ARGUMENTS)
	$(PYTEST) --numprocesses auto --dist worksteal -m "not torture" --server tests/store tests/services
	$(PYTEST) -p no:randomly --speed full tests/speed/test_encrypted.py

check: $(VENV)/develop.stamp
	$(PROGRAMS)/ruff format --check
	$(PROGRAMS)/ruff check
	$(PROGRAMS)/mypy
	$(PROGRAMS)/lint-imports

package: $(VENV)/package.stamp catalogues
	$(PROGRAMS)/pyinstaller --noconfirm --log-level ERROR packaging/dialogue_prep.spec
	packaging/linux/build-deb $(PROGRAMS) dist/dialogue-prep dist

proof: package
	packaging/prove dist/dialogue-prep_*.deb build/proof dist/proof

sbom: $(VENV)/bill.stamp
	@$(PROGRAMS)/python setup/bill.py build/sbom.json

shots: $(VENV)/program.stamp catalogues
	@QT_QPA_PLATFORM=offscreen $(PROGRAMS)/python setup/shots.py
	@QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=2 $(PROGRAMS)/python setup/shots.py --language en --out build/shots

texts: $(VENV)/program.stamp
	@$(PROGRAMS)/python setup/gather_texts.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find dialogue_prep tests resources \( -name __pycache__ -o -name '*.mo' \) -prune -exec rm -rf {} +

system:
	@PYTHON="$(PYTHON)" setup/system program

catalogues: | $(VENV)/program.stamp
	@$(PROGRAMS)/python build_catalogues.py

# The tools that build the package are installed, pinned, before it is: nothing is fetched again for each build.
$(VENV)/program.stamp: pyproject.toml constraints.txt | system
	$(PYTHON) -m venv $(VENV)
	$(PIP) hatchling editables babel
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/develop.stamp: $(VENV)/program.stamp
	$(PIP) --no-build-isolation --editable '.[develop]'
	@touch $@

# What describes an environment is in it, too; the script leaves it out again.
$(VENV)/bill.stamp: $(VENV)/program.stamp
	$(PIP) --no-build-isolation --editable '.[encrypted,shared,bill]'
	@touch $@

# Other writers of Word files are here for the comparison alone; no test but that one may need them.
$(VENV)/compare.stamp: $(VENV)/develop.stamp
	$(PIP) --no-build-isolation --editable '.[develop,compare]'
	@touch $@

$(VENV)/package.stamp: $(VENV)/program.stamp
	$(PIP) --no-build-isolation --editable '.[package]'
	@touch $@
