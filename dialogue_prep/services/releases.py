"""What the user can do before a paper leaves the house: have its file looked through, and take a clean copy of it."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.snapshot import read_snapshot
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.domain.clearance import Release
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, Draft, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.template import Template
from dialogue_prep.services.drafted import addendum_to, composed_again
from dialogue_prep.services.release_findings import (
    Looked,
    ReleaseFinding,
    left_out_of,
    of_a_template,
    of_copies,
    of_internal_words,
    of_the_file,
    of_the_paper,
)
from dialogue_prep.services.staff_papers import hash_of_paper
from dialogue_prep.services.words_from_copies import came_by_copies
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.guard import Limits, read_bytes, take_apart

_LOOK = "dialogue_prep.documents.word.release_check:look"
_SUFFIX = ".docx"
_MORE_SECONDS = 4.0
"""The guard lets in what a source takes; a paper is looked through more thoroughly, and is one of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file that was looked through: the draft it is of, what stands against its release, what its copy does without.

    `left_out` are words that end a sentence, as “bookmarks”; `copy` is the clean copy, of which a copy is made again
    only where something is found.
    """

    path: Path
    file_hash: str
    draft: Draft | None
    findings: tuple[ReleaseFinding, ...]
    left_out: tuple[Sentence, ...]
    copy: bytes

    @property
    def passed(self) -> bool:
        """Whether nothing stands against it."""
        return not self.findings

    @property
    def can_be_confirmed(self) -> bool:
        """Whether all that stands against it are edits, so that a person may say that they are meant."""
        return bool(self.findings) and all(finding.edit for finding in self.findings)


class Releases:
    """Requests about files that leave the house."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def check(self, path: Path, cancelled: Callable[[], bool] = lambda: False) -> Checked:
        """Look a Word file through and store nothing; raise UserError for what is no Word file or is damaged."""
        path = path.absolute()
        if path.suffix.casefold() != _SUFFIX:
            raise UserError("“{name}” is no Word file; only files ending in .docx are released.", name=path.name)
        data = read_bytes(path)
        looked = _looked(path.name, data, cancelled)
        file_hash = hashlib.sha256(data).hexdigest()
        draft, dossier = self._paper_of(path, file_hash, looked)
        return Checked(
            path=path,
            file_hash=file_hash,
            draft=draft,
            findings=tuple(dict.fromkeys(self._findings(draft, dossier, looked))),
            left_out=left_out_of(looked),
            copy=b64decode(looked["copy"]),
        )

    def release(self, checked: Checked, out: Path, *, confirmed: bool = False) -> Release:
        """Write the clean copy of a file that passed, and note the try in the log, passed or not.

        Edits have to be `confirmed`. Raises UserError where another file is in the way; then nothing is noted.
        """
        out = out.absolute()
        passed = checked.passed or (confirmed and checked.can_be_confirmed)
        if passed:
            self._check_place(checked, out)
        release = Release(
            id=self._workspace.new_id(),
            draft_id=checked.draft.id if checked.draft else None,
            path=str(out if passed else checked.path),
            file_hash=checked.file_hash,
            released_hash=hashlib.sha256(checked.copy).hexdigest() if passed else "",
            on=self._workspace.today(),
            by=self._workspace.who,
            findings="\n".join(finding.sentence.read("en") for finding in checked.findings),
        )
        with self._workspace.request("Release a paper", undoable=False) as work:
            work.put(release)
            if passed:
                write_whole(out, checked.copy)
        return release

    def log(self, round_id: str) -> tuple[Release, ...]:
        """Return every try to release a paper of a round, the last one first."""
        with self._workspace.look() as work:
            drafts = {draft.id for draft in work.find(Draft, round_id=round_id)}
            found = [release for release in work.find(Release) if release.draft_id in drafts]
        return tuple(sorted(found, key=lambda release: (release.on, release.id), reverse=True))

    def _check_place(self, checked: Checked, out: Path) -> None:
        if out.suffix.casefold() != _SUFFIX:
            raise UserError("The copy is a Word file; give it a name that ends in .docx, not {name}.", name=out.name)
        present = hash_of(out)
        with self._workspace.look() as work:
            ours = {release.released_hash for release in work.find(Release, path=str(out))}
        if out == checked.path or (present is not None and present not in ours):
            raise UserError("{path} is another file; choose another name for the copy.", path=out)

    def _paper_of(self, path: Path, file_hash: str, looked: Looked) -> tuple[Draft | None, Dossier | None]:
        """Return the draft that a file is of: the same file, else as its manifest says, else what was written there."""
        with self._workspace.look() as work:
            drafts = sorted(work.find(Draft), key=lambda draft: (draft.version, draft.addendum), reverse=True)
            same = [draft for draft in drafts if draft.file_hash == file_hash]
            if not same and looked["paper"]:
                same = [draft for draft in drafts if _key(draft) == looked["paper"]]
                same = [draft for draft in same if str(draft.version) == looked["version"]] or same
            if not same:
                same = [draft for draft in drafts if Path(draft.path) == path]
            return (same[0], work.dossier(same[0].round_id)) if same else (None, None)

    def _findings(self, draft: Draft | None, dossier: Dossier | None, looked: Looked) -> Iterator[ReleaseFinding]:
        if draft is None or dossier is None:
            text = "It is no paper that was written from this store, so nobody can tell what may stand in it."
            yield ReleaseFinding(Sentence.of(text))
            yield from of_the_file(looked)
            return
        if draft.audience is not Audience.SHARED:
            yield ReleaseFinding(Sentence.of("It is an internal paper; only papers for the other side are released."))
            yield from of_the_file(looked)
            return
        yield from of_the_file(looked)
        with self._workspace.look() as work:
            templates = work.find(Template)
        document, staff = composed_again(draft, dossier, templates)
        if draft.addendum:
            staff = None  # addenda are on our own pages
        if hash_of_paper(document, staff) != draft.content_hash:
            text = "What the paper should say has changed since it was written; write it again."
            yield ReleaseFinding(Sentence.of(text), edit=True)
        if self._later(draft):
            text = "It is version {version}; a later one has been written."
            yield ReleaseFinding(Sentence.of(text, version=draft.version), edit=True)
        if draft.addendum:
            if (base := self._before(draft)) is None:
                yield ReleaseFinding(
                    Sentence.of("The paper to which it is an addendum is no longer known in this store.")
                )
                return
            document = addendum_to(base, document, dossier)
        expected = _expected(document, staff)
        shared = chain((_all_words(expected),), self._shared_texts(dossier))
        doubtful = partial(self._doubtful, dossier, staff)
        yield from of_internal_words(looked, dossier, shared, doubtful)
        yield from of_the_paper(looked, expected, document, dossier)

    def _doubtful(
        self, dossier: Dossier, staff: StaffCopy | None, sentences: Sequence[str]
    ) -> Iterator[ReleaseFinding]:
        """Yield on which internal sentences a person decides, of those that the paper says as the program writes it."""
        with self._workspace.look() as work:
            yield from of_copies(came_by_copies(work, dossier, sentences, self._shared_texts))
        if staff is not None and sentences:
            yield from of_a_template(_in_file(staff.content), sentences, self._shared_texts(dossier))

    def _shared_texts(self, dossier: Dossier) -> Iterator[str]:
        """Yield what the papers for the other side say, in every language: none of that is a secret."""
        for language in LANGUAGES:
            request = PaperRequest(language=language, written_on=self._workspace.today())
            for kind in PaperKind:
                if Audience.SHARED in kind.audiences:
                    yield write_plain(compose(kind, Audience.SHARED, dossier, request))

    def _before(self, draft: Draft) -> Draft | None:
        """Return the draft to which an addendum is: the paper itself, or the addendum before, if it is there."""
        with self._workspace.look() as work:
            same = self._alike(work, draft, draft.addendum - 1)
        return next((other for other in same if other.version == draft.version), None)

    def _later(self, draft: Draft) -> bool:
        with self._workspace.look() as work:
            same = self._alike(work, draft, draft.addendum)
        return any(other.version > draft.version for other in same)

    def _alike(self, work: Work, draft: Draft, addendum: int) -> list[Draft]:
        """Return the drafts of the same paper, or of addenda with a number to it."""
        found = work.find(Draft, round_id=draft.round_id, addendum=addendum)
        return [other for other in found if other.paper == draft.paper]


def _looked(name: str, data: bytes, cancelled: Callable[[], bool]) -> Looked:
    looked: Looked = take_apart(name, data, _LOOK, Limits().with_seconds(_MORE_SECONDS), cancelled)
    return looked


def _key(draft: Draft) -> str:
    kept = read_snapshot(draft.snapshot)
    return kept.key if kept else ""


def _expected(document: Document, staff: StaffCopy | None) -> Looked:
    """Return what is in the reading copy of a paper."""
    from dialogue_prep.documents.word.writer import write_word

    return _in_file(write_word(document, Profile.READING, staff))


def _in_file(content: bytes) -> Looked:
    """Return what is in a Word file of our own, around which no guard stands."""
    from dialogue_prep.documents.word.release_check import look

    return look(content)


def _all_words(looked: Looked) -> str:
    return "\n".join(looked["words"].values())
