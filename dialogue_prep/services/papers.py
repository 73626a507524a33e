"""What the user can do with papers: look at one, write one or all, see how each file stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import Drafter, PaperRequest
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.snapshot import snapshot
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Draft, Profile, draft_state
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DraftId
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.services.paper import Paper, PaperLine, Written, fields_of, own_paper, papers_of
from dialogue_prep.services.paper_files import file_for, is_pdf, pdf_file
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.office import Office, office_here
from dialogue_prep.system.settings import Settings


def drafter_of(settings: Settings) -> Drafter:
    """Return who writes, as the drafter block names them."""
    return Drafter(name=settings.name, entity=settings.entity)


class Papers:
    """Requests about the papers of a round; with an `office` the contents of a book get the numbers of their pages."""

    def __init__(self, workspace: Workspace, drafter: Drafter, office: Office | None = None) -> None:
        self._workspace = workspace
        self._drafter = drafter
        self._office = office

    def available(self, language: str, second_language: str = "") -> tuple[Paper, ...]:
        """Return every paper that can be written in a language or in two: ours, then those that the staff made."""
        with self._workspace.look() as work:
            templates = work.find(Template, use=TemplateUse.OWN)
        own = (one for one in templates if one.language in ("", language) and not second_language)
        named = sorted(own, key=lambda one: (one.name.casefold(), one.id))
        return *papers_of(language, second_language), *(own_paper(template, language) for template in named)

    def document(self, round_id: str, paper: Paper) -> Document:
        """Compose a paper as it would be written now."""
        dossier, drafts = self._read(round_id)
        return self._composed(dossier, paper, _last(drafts, paper))[0]

    def write(self, round_id: str, paper: Paper, path: Path, profile: Profile = Profile.WORD) -> Written:
        """Write a paper to a file, to a PDF file where its name ends so.

        Raises UserError where a file is there that is not as this program wrote it, and where LibreOffice is needed and
        not there.
        """
        written = self._write(round_id, paper, path.absolute(), profile)
        if written.kept:
            raise UserError(
                "{path} was edited since it was written, or is another file; choose another name, or move it away.",
                path=path,
            )
        return written

    def pages(self, round_id: str, paper: Paper, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """Return a paper as it would be printed now, as a PDF file; raise UserError where LibreOffice is not there."""
        # Imported here: python-docx takes long, and a window that only shows papers does not need it.
        from dialogue_prep.documents.word.writer import write_word

        write = partial(write_word, profile=Profile.READING)
        return pdf_file(self.document(round_id, paper), write, self._office or office_here(), cancelled)

    def write_all(
        self, round_id: str, papers: Iterable[Paper], folder: Path, profile: Profile = Profile.WORD
    ) -> Iterator[Written]:
        """Write papers of a round into a folder, one after the other; edited files are kept as they are."""
        ordinal = self._read(round_id)[0].round.ordinal
        for paper in papers:
            yield self._write(round_id, paper, folder.absolute() / paper.file_name(ordinal), profile)

    def lines(self, round_id: str, papers: Iterable[Paper]) -> tuple[PaperLine, ...]:
        """Return papers of a round with the last draft of each and how that stands to the store and to the disk."""
        dossier, drafts = self._read(round_id)
        return tuple(self._line(dossier, paper, _last(drafts, paper)) for paper in papers)

    def versions(self, round_id: str, paper: Paper) -> tuple[Draft, ...]:
        """Return every draft of a paper, the last one first."""
        own = (draft for draft in self._read(round_id)[1] if paper.written_in(draft))
        return tuple(sorted(own, key=lambda draft: (draft.version, draft.written_on, draft.id), reverse=True))

    def _line(self, dossier: Dossier, paper: Paper, last: Draft | None) -> PaperLine:
        line = PaperLine(**fields_of(paper), draft=last)
        if last is None:
            return line
        present = content_hash(self._compose(dossier, paper, last.version, last))
        return replace(line, state=draft_state(last, present, hash_of(Path(last.path))))

    def _write(self, round_id: str, paper: Paper, path: Path, profile: Profile) -> Written:
        dossier, drafts = self._read(round_id)
        written = Written(**fields_of(paper), path=path, version=0, file_hash="")
        present = hash_of(path)
        here = [draft for draft in drafts if Path(draft.path) == path]
        if present is not None and present not in {draft.file_hash for draft in here}:
            return replace(written, kept=True, file_hash=present, version=max((d.version for d in here), default=0))
        profile = Profile.READING if is_pdf(path) else profile
        document, version = self._composed(dossier, paper, _last(drafts, paper))
        content = self._content(document, profile, path)
        draft = self._draft(dossier, paper, path, profile, document, version, content)
        same = next((d for d in here if d.version == version and d.file_hash == draft.file_hash), None)
        if same is None or present is None:
            with self._workspace.request("Write a paper", undoable=False) as work:
                work.put(replace(draft, id=same.id) if same else draft)
                write_whole(path, content)
        return replace(written, version=version, file_hash=draft.file_hash)

    def _content(self, document: Document, profile: Profile, path: Path) -> bytes:
        from dialogue_prep.documents.word.writer import write_word

        return file_for(path, document, partial(write_word, profile=profile), self._office)

    def _composed(self, dossier: Dossier, paper: Paper, last: Draft | None) -> tuple[Document, int]:
        """Compose a paper; it keeps the version and the day of the last draft as long as it says the same."""
        if last is not None:
            document = self._compose(dossier, paper, last.version, last)
            if content_hash(document) == last.content_hash:
                return document, last.version
        version = last.version + 1 if last else 1
        return self._compose(dossier, paper, version, None), version

    def _compose(self, dossier: Dossier, paper: Paper, version: int, last: Draft | None) -> Document:
        request = PaperRequest(
            language=paper.language,
            second_language=paper.second_language,
            copy_for=dossier.away.id if paper.their_copy else "",
            version=version,
            written_on=last.written_on if last else self._workspace.today(),
            drafter=self._drafter,
        )
        return compose(paper.kind, paper.audience, dossier, request)

    def _draft(
        self,
        dossier: Dossier,
        paper: Paper,
        path: Path,
        profile: Profile,
        document: Document,
        version: int,
        content: bytes,
    ) -> Draft:
        return Draft(
            id=DraftId(self._workspace.new_id()),
            round_id=dossier.round.id,
            kind=paper.kind,
            audience=paper.audience,
            language=paper.language,
            second_language=paper.second_language,
            copy_for=dossier.away.id if paper.their_copy else None,
            version=version,
            profile=profile,
            marking=document.marking,
            path=str(path),
            written_on=self._workspace.today(),
            content_hash=content_hash(document),
            file_hash=hashlib.sha256(content).hexdigest(),
            snapshot=snapshot(document),
        )

    def _read(self, round_id: str) -> tuple[Dossier, tuple[Draft, ...]]:
        with self._workspace.look() as work:
            return work.dossier(round_id), work.find(Draft, round_id=round_id)


def _last(drafts: tuple[Draft, ...], paper: Paper) -> Draft | None:
    """Return the last draft of a paper; of one that was written as a PDF file too, the one that can be edited."""
    own = [draft for draft in drafts if paper.written_in(draft)]
    return max(own, key=lambda draft: (draft.version, not is_pdf(Path(draft.path))), default=None)
