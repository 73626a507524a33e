@echo off
rem Builds the program's folder and its installer on Windows: see packaging\README.md.
setlocal
cd /d "%~dp0..\.."
py -3.11 -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install --quiet --constraint constraints.txt hatchling editables babel || exit /b 1
.venv\Scripts\python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable .[package] || exit /b 1
.venv\Scripts\python build_catalogues.py || exit /b 1
.venv\Scripts\python packaging\draw_icon.py build\dialogue_prep ico || exit /b 1
.venv\Scripts\pyinstaller --noconfirm --log-level WARN packaging\dialogue_prep.spec || exit /b 1
for /f "tokens=2" %%v in ('dist\dialogue-prep\dialogue-prep.exe --version') do set DIALOGUE_PREP_VERSION=%%v
iscc packaging\windows\dialogue-prep.iss
