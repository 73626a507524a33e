"""Opens edited copies: reads each through the guard, and finds the draft that it is a copy of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_prep.documents.merge import plain
from dialogue_prep.documents.read_back import read_back
from dialogue_prep.documents.returned import ReturnedFile, returned_file
from dialogue_prep.documents.returned_document import ReturnedDocument
from dialogue_prep.documents.snapshot import Snapshot, read_snapshot
from dialogue_prep.domain.draft import Draft, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.returned_report import ReportedCopy
from dialogue_prep.system.guard import Limits, never, read_bytes, take_apart

_LOOK = "dialogue_prep.documents.word.returned_file:look"
_SUFFIXES = (".docx",)
_MORE_SECONDS = 4.0
"""A book that comes back takes longer to read than a source."""
_ALIKE = 0.3
"""The share of its lines that a file without identity must have in common with a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A Word file that was read, and the draft of which it is a copy (None: of none that is known).

    It is `sure` where the file says so itself or lies where the draft was written, and not merely like it.
    """

    path: Path
    file_hash: str
    file: ReturnedFile
    draft: Draft | None
    sure: bool


class Drafts:
    """The drafts of a store, with what was kept of each; read once for a report."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = sorted(drafts, key=lambda draft: (draft.version, draft.written_on, draft.id), reverse=True)
        self._kept: dict[str, Snapshot | None] = {}

    def snapshot(self, draft: Draft) -> Snapshot | None:
        """Return what was kept of a draft; None where it cannot be read."""
        if draft.id not in self._kept:
            self._kept[draft.id] = read_snapshot(draft.snapshot)
        return self._kept[draft.id]

    def of(self, path: Path, file_hash: str, file: ReturnedFile) -> tuple[Draft | None, bool]:
        """Return the draft of which a file is a copy, and whether that is sure; else what is most alike, if anything.

        It is sure of the same file, of one that says itself what it is, and of one where the draft was written.
        """
        same = next((draft for draft in self._drafts if draft.file_hash == file_hash), None)
        known = same or self._named(file) or self._placed(path)
        return (known, True) if known else (self._likest(file), False)

    def _named(self, file: ReturnedFile) -> Draft | None:
        if not file.identified:
            return None
        own = [draft for draft in self._drafts if self._key(draft) == (file.paper or file.named)]
        own = [draft for draft in own if draft.version == file.version] or own
        return next((draft for draft in own if draft.profile == file.profile), next(iter(own), None))

    def _placed(self, path: Path) -> Draft | None:
        return next((draft for draft in self._drafts if Path(draft.path) == path), None)

    def _likest(self, file: ReturnedFile) -> Draft | None:
        lines = {plain(line.text) for line in file.lines} - {""}
        best, found = _ALIKE, None
        for draft in self._drafts:
            kept = self.snapshot(draft)
            own = {plain(line.text) for line in kept.lines} - {""} if kept else set()
            share = len(own & lines) / max(len(own), len(lines)) if own else 0.0
            if share > best:
                best, found = share, draft
        return found

    def _key(self, draft: Draft) -> str:
        kept = self.snapshot(draft)
        return kept.key if kept else ""


def read_arrived(path: Path, drafts: Drafts, cancelled: Callable[[], bool] = never) -> Arrived:
    """Read one file and say of which draft it is a copy.

    Raises UserError, one sentence with the name of the file and what to do, where it cannot be read.
    """
    path = path.absolute()
    if path.suffix.casefold() not in _SUFFIXES:
        raise UserError("“{name}” is no Word file; save the edited paper as .docx.", name=path.name)
    data = read_bytes(path)
    told = take_apart(path.name, data, _LOOK, Limits().with_seconds(_MORE_SECONDS), cancelled)
    file, file_hash = returned_file(told), hashlib.sha256(data).hexdigest()
    draft, sure = drafts.of(path, file_hash, file)
    return Arrived(path=path, file_hash=file_hash, file=file, draft=draft, sure=sure)


def copy_of(arrived: Arrived, drafts: Drafts) -> ReportedCopy:
    """Return what arrived as the copy that it is; raise UserError where it is no copy of a paper of this store."""
    draft = arrived.draft
    base = drafts.snapshot(draft) if draft else None
    if draft is None or base is None:
        raise UserError(
            "“{name}” is no copy of a paper that was written from this store; nobody can tell where its words belong.",
            name=arrived.path.name,
        )
    document = read_back(arrived.file, base)
    return ReportedCopy(
        path=arrived.path,
        file_hash=arrived.file_hash,
        author=_author(arrived.file, arrived.path),
        on=arrived.file.on,
        draft=draft,
        document=document,
        warnings=tuple(_warnings(arrived.path.name, document)),
    )


def _author(file: ReturnedFile, path: Path) -> str:
    """Return who edited a copy: who tracked most changes in it, else who saved it, else its name."""
    tracked = max(file.changes, key=lambda change: change[1], default=("", 0))[0]
    return tracked or file.author or path.stem


def _warnings(name: str, document: ReturnedDocument) -> Iterator[Sentence]:
    file = document.file
    if not document.safe:
        yield Sentence.of(
            "“{name}” was written for Word and saved by LibreOffice, which loses what tells its parts apart and may"
            " spoil Chinese words; they were found by likeness, so look at each.",
            name=name,
        )
    elif document.by_likeness and (document.units or not file.identified) and file.profile != Profile.READING:
        yield Sentence.of(
            "“{name}” no longer says where its parts belong; they were found by likeness, so look at each.", name=name
        )
    elif document.likened and not document.by_likeness:
        yield Sentence.of(
            "“{name}” has lost the marks of {count} of its {all} parts; these were found by likeness, so look at each.",
            name=name,
            count=document.likened,
            all=len(document.units),
        )
    if file.insertions or file.deletions:
        yield Sentence.of(
            "“{name}” holds tracked changes ({insertions} inserted, {deletions} deleted); all of them are read as"
            " accepted.",
            name=name,
            insertions=file.insertions,
            deletions=file.deletions,
        )
