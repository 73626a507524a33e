"""Grab every page of the running window, light and dark, from a store with the starter dialogue: `make shots`.

The pictures go beside the guide in each of its languages, 1280 by 800 pixels each, in the fonts that are installed; the
guide in the window shows them, too. With QT_SCALE_FACTOR=2 they have twice as many each way, as on a screen at 200
percent. Nothing that starts the program imports this.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from datetime import date
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from dialogue_prep.gui.application import make_application
from dialogue_prep.gui.boxes.help_chapters import TRANSLATIONS
from dialogue_prep.gui.colours import DARK, LIGHT
from dialogue_prep.gui.dress import LANGUAGES, dress
from dialogue_prep.gui.start import Start
from dialogue_prep.gui.window.interior import places
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.opening import Opening, open_to_write
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.system.folders import user_folders
from dialogue_prep.system.settings import Settings, write_settings

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide"
TODAY = date(2018, 2, 6)
_SIZE = (1280, 800)
_LONGEST_MILLISECONDS = 60_000
# A page may ask for more when it has been read: pictures, previews. After so many turns it rests.
_TURNS = 8
_SMALLEST = 0


def main() -> None:
    """Grab the pages and say which pictures there are now."""
    parser = argparse.ArgumentParser(description="Grab every page of the window, light and dark.")
    parser.add_argument("--out", type=Path, help="the folder for the pictures (where the guide has its own)")
    parser.add_argument("--page", action="append", default=[], help="only this page, by its name; may be given again")
    parser.add_argument("--language", choices=LANGUAGES, help="only the window in this language")
    arguments = parser.parse_args()
    for language in [arguments.language] if arguments.language else LANGUAGES:
        out: Path = (arguments.out or folder_of(language)).resolve()
        out.mkdir(parents=True, exist_ok=True)
        # The store is named without its folder, which is another one each time and would be seen in the pictures.
        with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, _user_of(Path(folder))), chdir(folder):
            write_settings(user_folders().settings, Settings(language=language))
            for path in grab(Path("dialogues.store"), out, frozenset(arguments.page)):
                print(path)


def folder_of(language: str) -> Path:
    """Return where the guide in the language of a window has its pictures."""
    return GUIDE / language / "pictures" if language in TRANSLATIONS else GUIDE / "pictures"


def grab(store: Path, out: Path, wanted: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Make a store, show the window on it, and yield each picture once it is written; no pages wanted are all."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    opening = Opening(store=store, named=True, folders=user_folders(), today=TODAY)
    with open_to_write(opening) as workspace:
        Rounds(workspace).plan(Dialogues(workspace).begin_with_starter().id, Plan())
    started = Start(application, lambda: opening, None)
    started.frame.resize(*_SIZE)
    started.frame.show()
    try:
        _wait_until(lambda: started.program is not None)
        for place in places():
            if not wanted or place.name in wanted:
                yield from _grab_page(application, started, place.name, out)
    finally:
        started.close()
        started.frame.close()


def _grab_page(application: QApplication, started: Start, name: str, out: Path) -> Iterator[Path]:
    parts = started.parts
    assert parts is not None
    _wait_until(lambda: bool(parts.interior.here()))
    _rest(started)
    parts.interior.go(name)
    _wait_until(lambda: parts.interior.here() == name)
    for colours, shade in ((LIGHT, "light"), (DARK, "dark")):
        dress(application, started.frame, colours)
        _rest(started)
        path = out / f"{name}-{shade}.png"
        if not started.frame.grab().toImage().save(str(path), "PNG", _SMALLEST):
            raise SystemExit(f"{path} could not be written")
        yield path


def _user_of(folder: Path) -> dict[str, str]:
    """Return surroundings in which the program finds no settings of whoever runs this."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return {**dict.fromkeys(names, str(folder)), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


def _rest(started: Start) -> None:
    """Wait until what the window has asked for is done, and what that made it ask for."""
    assert started.parts is not None
    for _turn in range(_TURNS):
        loop = QEventLoop()
        started.parts.jobs.run(lambda: None, lambda _nothing, loop=loop: loop.quit())
        loop.exec()
        QCoreApplication.sendPostedEvents()


def _wait_until(true: Callable[[], bool]) -> None:
    loop, often, end = QEventLoop(), QTimer(), QTimer()
    often.timeout.connect(lambda: loop.quit() if true() else None)
    end.timeout.connect(lambda: loop.exit(1))
    end.setSingleShot(True)
    often.start(10)
    end.start(_LONGEST_MILLISECONDS)
    if not true() and loop.exec():
        raise SystemExit("the window did not come so far within a minute")


if __name__ == "__main__":
    main()
