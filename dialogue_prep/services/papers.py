"""What the user can do with papers: look at one, write one or all, see how each file stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dialogue_prep.documents.compose.request import Drafter, PaperRequest
from dialogue_prep.documents.model import Document
from dialogue_prep.documents.snapshot import snapshot
from dialogue_prep.documents.staff_copy import StaffCopy
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Draft, PaperKind, Profile
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.identity import DraftId, TemplateId
from dialogue_prep.domain.returned import ReturnedCopy
from dialogue_prep.domain.setting import StoreSetting
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.services.paper import Paper, PaperLine, Written, fields_of, own_paper, papers_of
from dialogue_prep.services.paper_files import file_for, is_pdf, pdf_file
from dialogue_prep.services.returned_files import came_back, put_aside, state_with_returned
from dialogue_prep.services.staff_papers import composed, hash_of_paper, template_for, templates_chosen
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.office import Office, office_here
from dialogue_prep.system.settings import Settings


def _never() -> bool:
    return False


def drafter_of(settings: Settings) -> Drafter:
    """Return who writes, as the drafter block names them."""
    return Drafter(name=settings.name, entity=settings.entity)


@dataclass(frozen=True, slots=True)
class _Known:
    """What papers of a round are made of: its dossier, what was written, templates and which of them were chosen."""

    dossier: Dossier
    drafts: tuple[Draft, ...]
    templates: tuple[Template, ...]
    chosen: Mapping[PaperKind, str]
    returned: tuple[ReturnedCopy, ...]

    def template(self, paper: Paper) -> Template | None:
        """Return the template into which a paper is written; raise NotFound where one of its own has lost it."""
        if paper.kind is not PaperKind.OWN:
            chosen = self.chosen.get(paper.kind, "")
            return template_for(self.templates, paper.kind, paper.audience, paper.language, chosen)
        for template in self.templates:
            if template.id == paper.own_id:
                return template
        raise NotFound("There is no template “{name}” any more, so this paper cannot be made.", name=paper.own_name)

    def last(self, paper: Paper) -> Draft | None:
        """Return the last draft of a paper; of one that is a PDF file too, the one that can be edited."""
        own = [draft for draft in self.drafts if paper.written_in(draft)]
        return max(own, key=lambda draft: (draft.version, not is_pdf(Path(draft.path))), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Composed:
    """A paper as it would be written: what it says, the template that it is written into, and its version."""

    document: Document
    staff: StaffCopy | None
    template_id: TemplateId | None
    version: int

    @property
    def content_hash(self) -> str:
        """The hash of what it says, and of its template."""
        return hash_of_paper(self.document, self.staff)


class Papers:
    """Requests about the papers of a round.

    With an `office` the contents of a book get the numbers of their pages. `dossiers` reads the dossier of a round for
    whoever keeps the last one; else it is read from the store each time.
    """

    def __init__(
        self,
        workspace: Workspace,
        drafter: Drafter,
        office: Office | None = None,
        dossiers: Callable[[str], Dossier] | None = None,
    ) -> None:
        self._workspace = workspace
        self.drafter = drafter
        self.office = office
        self._dossiers = dossiers

    def available(self, language: str, second_language: str = "", *, their_copy: bool = False) -> tuple[Paper, ...]:
        """Return every paper that can be written in a language or in two: ours, then those that the staff made.

        Of `their_copy` there are shared papers only.
        """
        with self._workspace.look() as work:
            templates = work.find(Template, use=TemplateUse.OWN)
        own = (one for one in templates if one.language in ("", language) and not (second_language or their_copy))
        named = sorted(own, key=lambda one: (one.name.casefold(), one.id))
        ours = papers_of(language, second_language, their_copy=their_copy)
        return *ours, *(own_paper(template, language) for template in named)

    def document(self, round_id: str, paper: Paper) -> Document:
        """Compose a paper as it would be written now."""
        return self._composed(self._read(round_id), paper).document

    def template(self, round_id: str, paper: Paper) -> Template | None:
        """Return the template of the staff into which a paper is written, None where it is ours."""
        return self._read(round_id).template(paper)

    def write(
        self,
        round_id: str,
        paper: Paper,
        path: Path,
        profile: Profile = Profile.WORD,
        cancelled: Callable[[], bool] = _never,
    ) -> Written:
        """Write a paper to a file, to a PDF file where its name ends so.

        An edited file whose edits were taken in is put aside first. Raises UserError where a file is there that is
        neither that nor as this program wrote it, where LibreOffice is needed and not there, and when it was cancelled
        while LibreOffice was at work.
        """
        written = self._write(round_id, paper, path.absolute(), profile, cancelled)
        if written.kept:
            raise UserError(
                "{path} was edited since it was written, or is another file; "
                "bring its edits back first, or choose another name.",
                path=path,
            )
        return written

    def pages(self, round_id: str, paper: Paper, cancelled: Callable[[], bool] = _never) -> bytes:
        """Return a paper as it would be printed now, as a PDF file; raise UserError where LibreOffice is not there."""
        # Imported here: python-docx takes long, and a window that only shows papers does not need it.
        from dialogue_prep.documents.word.writer import write_word

        made = self._composed(self._read(round_id), paper)
        write = partial(write_word, profile=Profile.READING, staff=made.staff)
        return pdf_file(made.document, write, self.office or office_here(), cancelled)

    def write_all(
        self,
        round_id: str,
        papers: Iterable[Paper],
        folder: Path,
        profile: Profile = Profile.WORD,
        cancelled: Callable[[], bool] = _never,
    ) -> Iterator[Written]:
        """Write papers of a round into a folder, one after the other; edited files are kept as they are.

        It ends early, without an error, when it was cancelled while LibreOffice was at work.
        """
        ordinal = self._read(round_id).dossier.round.ordinal
        for paper in papers:
            path = folder.absolute() / paper.file_name(ordinal)
            try:
                yield self._write(round_id, paper, path, profile, cancelled)
            except UserError:
                if cancelled():
                    return
                raise

    def lines(self, round_id: str, papers: Iterable[Paper]) -> tuple[PaperLine, ...]:
        """Return papers of a round with the last draft of each and how that stands to the store and to the disk."""
        known = self._read(round_id)
        return tuple(self._line(known, paper) for paper in papers)

    def written(self, round_id: str) -> tuple[PaperLine, ...]:
        """Return every paper of a round that was written, in whatever language or copy, with its last draft."""
        known = self._read(round_id)
        names: dict[str, str] = {template.id: template.name for template in known.templates}
        papers = dict.fromkeys(
            _paper_of(draft, names)
            for draft in known.drafts
            if draft.addendum == 0 and (draft.kind is not PaperKind.OWN or draft.template_id in names)
        )
        return tuple(self._line(known, paper) for paper in papers)

    def versions(self, round_id: str, paper: Paper) -> tuple[Draft, ...]:
        """Return every draft of a paper, the last one first."""
        own = (draft for draft in self._read(round_id).drafts if paper.written_in(draft))
        return tuple(sorted(own, key=lambda draft: (draft.version, draft.written_on, draft.id), reverse=True))

    def _line(self, known: _Known, paper: Paper) -> PaperLine:
        last = known.last(paper)
        line = PaperLine(**fields_of(paper), draft=last)
        if last is None:
            return line
        present = self._compose(known, paper, last.version, last).content_hash
        state = state_with_returned(last, present, hash_of(Path(last.path)), known.returned)
        return replace(line, state=state)

    def _write(
        self, round_id: str, paper: Paper, path: Path, profile: Profile, cancelled: Callable[[], bool]
    ) -> Written:
        known = self._read(round_id)
        written = Written(**fields_of(paper), path=path, version=0, file_hash="")
        present = hash_of(path)
        here = [draft for draft in known.drafts if Path(draft.path) == path and paper.written_in(draft)]
        edited = "" if present is None or present in {draft.file_hash for draft in here} else present
        if edited and not came_back(edited, known.returned):
            return replace(written, kept=True, file_hash=edited, version=max((d.version for d in here), default=0))
        profile = Profile.READING if is_pdf(path) else profile
        made = self._composed(known, paper)
        content = self._content(made, profile, path, cancelled)
        draft = self._draft(known.dossier, paper, path, profile, made, content)
        same = next((d for d in here if d.version == made.version and d.file_hash == draft.file_hash), None)
        if same is None or present != draft.file_hash:
            with self._workspace.request("Write a paper", undoable=False) as work:
                work.put(replace(draft, id=same.id) if same else draft)
                aside = put_aside(path, edited) if edited else None
                write_whole(path, content)
                written = replace(written, aside=aside)
        return replace(written, version=made.version, file_hash=draft.file_hash)

    def _content(self, made: _Composed, profile: Profile, path: Path, cancelled: Callable[[], bool]) -> bytes:
        from dialogue_prep.documents.word.writer import write_word

        write = partial(write_word, profile=profile, staff=made.staff)
        return file_for(path, made.document, write, self.office, cancelled)

    def _composed(self, known: _Known, paper: Paper) -> _Composed:
        """Compose a paper; it keeps the version and the day of the last draft as long as it says the same."""
        last = known.last(paper)
        if last is not None:
            made = self._compose(known, paper, last.version, last)
            if made.content_hash == last.content_hash:
                return made
        return self._compose(known, paper, last.version + 1 if last else 1, None)

    def _compose(self, known: _Known, paper: Paper, version: int, last: Draft | None) -> _Composed:
        template = known.template(paper)
        request = PaperRequest(
            language=paper.language,
            second_language=paper.second_language,
            copy_for=known.dossier.away.id if paper.their_copy else "",
            version=version,
            written_on=last.written_on if last else self._workspace.today(),
            drafter=self.drafter,
        )
        document, staff = composed(paper.kind, paper.audience, known.dossier, request, template)
        return _Composed(document=document, staff=staff, template_id=template.id if template else None, version=version)

    def _draft(
        self, dossier: Dossier, paper: Paper, path: Path, profile: Profile, made: _Composed, content: bytes
    ) -> Draft:
        return Draft(
            id=DraftId(self._workspace.new_id()),
            round_id=dossier.round.id,
            kind=paper.kind,
            audience=paper.audience,
            language=paper.language,
            second_language=paper.second_language,
            copy_for=dossier.away.id if paper.their_copy else None,
            template_id=made.template_id,
            version=made.version,
            profile=profile,
            marking=made.document.marking,
            path=str(path),
            written_on=made.document.written_on,
            content_hash=made.content_hash,
            file_hash=hashlib.sha256(content).hexdigest(),
            snapshot=snapshot(made.document),
        )

    def _read(self, round_id: str) -> _Known:
        kept = self._dossiers(round_id) if self._dossiers else None
        with self._workspace.look() as work:
            return _Known(
                kept or work.dossier(round_id),
                work.find(Draft, round_id=round_id),
                work.find(Template),
                templates_chosen(work.find(StoreSetting)),
                work.find(ReturnedCopy, round_id=round_id),
            )


def _paper_of(draft: Draft, names: Mapping[str, str]) -> Paper:
    own = draft.template_id or "" if draft.kind is PaperKind.OWN else ""
    return Paper(
        kind=draft.kind,
        audience=draft.audience,
        language=draft.language,
        second_language=draft.second_language,
        their_copy=draft.copy_for is not None,
        own_id=own,
        own_name=names.get(own, ""),
    )
