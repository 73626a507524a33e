"""What the user can do to see what differs between two texts: a Word file with tracked changes, or lines of pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.rebuilt import rebuilt
from dialogue_prep.documents.redline import MADE, Question, Redline, redline_of
from dialogue_prep.documents.snapshot import read_snapshot
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.domain.draft import Draft, Profile
from dialogue_prep.domain.errors import MachineError, UserError
from dialogue_prep.domain.template import Template
from dialogue_prep.services.drafted import NOBODY, composed_again
from dialogue_prep.services.staff_papers import hash_of_paper
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.guard import Limits, never, read_bytes, take_apart
from dialogue_prep.system.refusal import reason_of

AUTHOR = "dialogue-prep"
"""Whose changes they are where nobody is named."""

_SUFFIX = ".docx"
_MORE_SECONDS = 6.0
"""Two texts are let in at once, each of which may be a book."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file by its name, and its bytes."""

    name: str
    content: bytes


def word_file(path: Path) -> WordFile:
    """Return a Word file from the disk; raise UserError for one that is missing, empty, too large or no Word file."""
    if path.exists() and path.suffix.casefold() != _SUFFIX:
        raise UserError("“{name}” is no Word file (.docx); save it as one in Word.", name=path.name)
    return WordFile(path.name, read_bytes(path))


def redlined(old: WordFile, new: WordFile, author: str, on: date, cancelled: Callable[[], bool] = never) -> Redline:
    """Return the new text as a Word file in which all that differs from the old one is a tracked change.

    The changes bear the name of the author and the day. Raises UserError for a file that cannot be read, and
    MachineError where the finished file does not give back both texts.
    """
    question = Question(old=old.content, new=new.content, author=author or AUTHOR, day=on.isoformat())
    redline = redline_of(_answered(question, old, new, cancelled))
    if not redline.proven:
        raise MachineError(
            "The tracked changes between “{old}” and “{new}” did not give back both texts, so nothing was saved; "
            "please report this.",
            old=old.name,
            new=new.name,
        )
    return redline


def compared(old: WordFile, new: WordFile, cancelled: Callable[[], bool] = never) -> Redline:
    """Return what differs between two texts as lines, without a file; raise UserError for one that cannot be read."""
    return redline_of(_answered(Question(old=old.content, new=new.content, file=False), old, new, cancelled))


def save_redline(redline: Redline, out: Path) -> None:
    """Write a redline to a file; raise UserError where another file is in the way."""
    if out.suffix.casefold() != _SUFFIX:
        raise UserError("A redline is a Word file; give it a name that ends in .docx, not {name}.", name=out.name)
    if out.exists() and (not out.is_file() or out.read_bytes() != redline.word):
        raise UserError("{path} is another file; choose another name for the redline.", path=out)
    write_whole(out, redline.word)


class Redlines:
    """Requests about papers of a store: what differs between two drafts, or between a draft and another file."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_draft(self, draft: Draft, drafter: Drafter = NOBODY) -> WordFile:
        """Return a draft as it was written: its file, else the same once more, else what was kept of its words.

        Once more it is composed as of this drafter: who drafted it is not kept. What was kept are the words and what
        each is for; a table has columns of equal width then. Raises UserError where nothing of it can be read.
        """
        path = Path(draft.path)
        if path.suffix.casefold() == _SUFFIX and hash_of(path) == draft.file_hash:
            return WordFile(path.name, read_bytes(path))
        # Imported here: python-docx takes long, and where the file is there it is not needed.
        from dialogue_prep.documents.word.writer import write_word

        name = f"{path.stem} ({draft.version}){_SUFFIX}"
        document, staff = self._composed(draft, drafter)
        if hash_of_paper(document, staff) == draft.content_hash:
            return WordFile(name, write_word(document, Profile.WORD, staff))
        kept = read_snapshot(draft.snapshot)
        if kept is None or not kept.lines:
            raise UserError("What this paper said when it was written can no longer be read; choose another version.")
        return WordFile(name, write_word(rebuilt(kept, draft), Profile.WORD))

    def as_of_now(self, draft: Draft, drafter: Drafter) -> WordFile:
        """Return the paper of a draft as this drafter would write it now."""
        # Imported here for the same reason.
        from dialogue_prep.documents.word.writer import write_word

        path = Path(draft.path)
        document, staff = self._composed(draft, drafter)
        return WordFile(f"{path.stem}{_SUFFIX}", write_word(document, Profile.WORD, staff))

    def of_files(self, old: WordFile, new: WordFile, cancelled: Callable[[], bool] = never) -> Redline:
        """Return what one Word file says against another, as changes of whoever works with the store."""
        return redlined(old, new, self._workspace.who, self._workspace.today(), cancelled)

    def _composed(self, draft: Draft, drafter: Drafter) -> tuple[Document, StaffCopy | None]:
        with self._workspace.look() as work:
            dossier, templates = work.dossier(draft.round_id), work.find(Template)
        return composed_again(draft, dossier, templates, drafter)


def _answered(question: Question, old: WordFile, new: WordFile, cancelled: Callable[[], bool]) -> dict[str, Any]:
    both = f"{old.name}” / “{new.name}"
    limits = Limits(memory=400 * 1024 * 1024).with_seconds(_MORE_SECONDS)
    answer: dict[str, Any] = take_apart(both, question.written(), MADE, limits, cancelled)
    if refused := answer.get("refused"):
        which, reason = refused
        name = old.name if which == "old" else new.name
        raise UserError("“{name}” cannot be read because {reason}.", name=name, reason=reason_of(reason))
    return answer
