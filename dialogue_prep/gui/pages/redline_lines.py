"""What differs between two texts of a paper, as lines: the texts there are, the places that changed, the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_prep.domain.differences import PieceKind
from dialogue_prep.domain.draft import Draft
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.words import _, count, sentence_in_words

if TYPE_CHECKING:
    from dialogue_prep.documents.redline import ComparedLine, Redline


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One text of a paper: a version, a file, or, of neither, what it would say if it were written now."""

    id: str
    draft: Draft
    path: Path | None = None
    now: bool = False

    def name(self, language: str) -> str:
        """Return what it is called where it is chosen."""
        if self.now:
            return _("As it would be written now")
        if self.path is not None:
            edited = self.path == Path(self.draft.path)
            return (_("{file}, as it is now") if edited else "{file}").format(file=self.path.name)
        day = day_in_words(self.draft.written_on, language)
        return _("Version {number}, {day}").format(number=self.draft.version, day=day)


def version_text(draft: Draft) -> ComparedText:
    """Return a version of a paper as it was written."""
    return ComparedText(f"draft/{draft.id}", draft)


def file_text(draft: Draft, path: Path) -> ComparedText:
    """Return a file that is set against the versions of a paper, of which `draft` is the last."""
    return ComparedText(f"file/{path}", draft, path=path)


def text_now(draft: Draft) -> ComparedText:
    """Return a paper as it would be written now."""
    return ComparedText("now", draft, now=True)


def first_pair(texts: Sequence[ComparedText], *, data_changed: bool) -> tuple[ComparedText, ComparedText]:
    """Return which two texts are most worth comparing: the last version with its edited file, with now, or before.

    `texts` are the versions, the last one first, then the edited file if there is one, then what it would say now.
    """
    versions = [text for text in texts if text.path is None and not text.now]
    edited = next((text for text in texts if text.path is not None), None)
    if edited is not None:
        return versions[0], edited
    if data_changed or len(versions) == 1:
        return versions[0], texts[-1]
    return versions[1], versions[0]


def place_lines(redline: Redline) -> tuple[Finding, ...]:
    """Return the places in which something came or went."""
    return tuple(_place(number, line) for number, line in enumerate(redline.changed))


def difference_lines(redline: Redline, *, whole: bool) -> tuple[Differing, ...]:
    """Return the lines that changed, under the place where each stands; or the whole text with them in it."""
    lines = redline.lines if whole else redline.changed
    return tuple(Differing(sentence_in_words(line.place) if line.changed else "", line.pieces) for line in lines)


def place_in_text(redline: Redline, number: int, *, whole: bool) -> int:
    """Return the place of a changed line, by its number, among the lines that are shown."""
    if not whole:
        return number
    return [place for place, line in enumerate(redline.lines) if line.changed][number]


def in_numbers(redline: Redline) -> str:
    """Return how much differs."""
    if not redline.changed:
        return _("Both say the same.")
    places = count("{number} place differs", "{number} places differ", len(redline.changed))
    changes = count("{number} tracked change", "{number} tracked changes", redline.changes)
    said = _("{places}, {changes}. Checked: all accepted they give the new text, all rejected the old one.")
    return said.format(places=places, changes=changes)


def _place(number: int, line: ComparedLine) -> Finding:
    kinds = {piece.kind for piece in line.pieces if piece.words.strip()} - {PieceKind.SAME}
    words = " ".join((line.new or line.old).split())
    if not line.old.strip():
        icon, tone, aloud = Icon.DONE, Tone.GOOD, _("new")
    elif not line.new.strip():
        icon, tone, aloud = Icon.ABSENT, Tone.BAD, _("gone")
    else:
        icon, tone, aloud = Icon.WRITE, Tone.ACCENT, _("changed")
    struck = kinds == {PieceKind.REMOVED} and not line.new.strip()
    note = f"{aloud} · {sentence_in_words(line.place)}"
    return Finding(id=str(number), words=words, note=note, icon=icon, tone=tone, struck=struck, aloud=aloud)
