"""What the user can do when a paper that is out changes late: write a numbered addendum to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.snapshot import snapshot
from dialogue_prep.domain.clearance import Release
from dialogue_prep.domain.draft import Draft, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DraftId
from dialogue_prep.domain.template import Template
from dialogue_prep.services.drafted import addendum_to, composed_again
from dialogue_prep.services.paper import Paper, Written, fields_of
from dialogue_prep.services.paper_files import file_for, is_pdf
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.office import Office


class Addenda:
    """Requests about addenda to papers of a round."""

    def __init__(self, workspace: Workspace, drafter: Drafter, office: Office | None = None) -> None:
        self._workspace = workspace
        self._drafter = drafter
        self._office = office

    def document(self, round_id: str, paper: Paper) -> Document:
        """Compose the next addendum to a paper as it would be written now.

        It is to the version that was released last; where none was, to the one that was written last. Raises UserError
        where that says the same, and where the paper was never written.
        """
        return self._next(round_id, paper)[1]

    def write(self, round_id: str, paper: Paper, path: Path, profile: Profile = Profile.WORD) -> Written:
        """Write the next addendum to a file; raise UserError where another file is in the way."""
        path = path.absolute()
        draft, document = self._next(round_id, paper)
        present = hash_of(path)
        with self._workspace.look() as work:
            here = work.find(Draft, path=str(path))
        if present is not None and present not in {one.file_hash for one in here if one.addendum}:
            raise UserError("{path} is another file, or was edited; choose another name for the addendum.", path=path)
        profile = Profile.READING if is_pdf(path) else profile
        from dialogue_prep.documents.word.writer import write_word

        content = file_for(path, document, partial(write_word, profile=profile), self._office)
        file_hash = hashlib.sha256(content).hexdigest()
        draft = replace(draft, path=str(path), profile=profile, file_hash=file_hash)
        same = next((one for one in here if one.addendum == draft.addendum and one.file_hash == file_hash), None)
        with self._workspace.request("Write an addendum", undoable=False) as work:
            work.put(replace(draft, id=same.id) if same else draft)
            write_whole(path, content)
        return Written(**fields_of(paper), path=path, version=draft.version, file_hash=file_hash)

    def _next(self, round_id: str, paper: Paper) -> tuple[Draft, Document]:
        """Return the next addendum, and its draft without file; its base is of the whole paper as it is now."""
        if paper.kind is PaperKind.OWN:
            raise UserError("A paper of your own template has no addenda; write it again.", field="kind")
        with self._workspace.look() as work:
            dossier = work.dossier(round_id)
            drafts = work.find(Draft, round_id=round_id)
            templates = work.find(Template)
            released = {release.draft_id for release in work.find(Release) if release.passed}
        line = _line([draft for draft in drafts if paper.written_in(replace(draft, addendum=0))], released)
        if not line:
            raise UserError("This paper was never written, so there is nothing to add to; write it first.")
        today = self._workspace.today()
        now = composed_again(replace(line[-1], written_on=today), dossier, templates, self._drafter)[0]
        whole = content_hash(now)
        # One that says the same as the last is that one, for another file.
        if line[-1].addendum and line[-1].content_hash == whole:
            number, base = line[-1].addendum, line[-2]
            now = composed_again(line[-1], dossier, templates, self._drafter)[0]
        else:
            number, base = line[-1].addendum + 1, line[-1]
        draft = replace(
            base,
            id=DraftId(self._workspace.new_id()),
            addendum=number,
            marking=now.marking,
            written_on=now.written_on,
            content_hash=whole,
            snapshot=snapshot(now),
        )
        return draft, addendum_to(base, now, dossier)


def _line(drafts: Sequence[Draft], released: Iterable[str | None]) -> list[Draft]:
    """Return the draft of the version that is out and the addenda to it, in order, one of each."""
    wanted = set(released)
    out = [draft for draft in drafts if draft.id in wanted] or drafts
    version = max((draft.version for draft in out), default=0)
    of_version = sorted((one for one in drafts if one.version == version), key=lambda one: (one.written_on, one.id))
    return [found for _number, found in sorted({draft.addendum: draft for draft in of_version}.items())]
