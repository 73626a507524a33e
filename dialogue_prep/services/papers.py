"""What the user can do with papers: look at one, write one or all, see how each file stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_prep.documents.canonical import content_hash, snapshot
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import Drafter, PaperRequest
from dialogue_prep.documents.model import Document
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, Draft, DraftState, PaperKind, Profile, draft_state
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DraftId
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.atomic import hash_of, write_whole
from dialogue_prep.system.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Which paper is meant."""

    kind: PaperKind
    audience: Audience
    language: str

    def file_name(self, ordinal: int) -> str:
        """Return a name for its file; those of two audiences never share one."""
        return f"round-{ordinal}-{self.kind.value}-{self.audience.value}-{self.language}.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Paper):
    """What came of writing a paper; `kept` says that the file was edited meanwhile and left as it is."""

    path: Path
    version: int
    file_hash: str
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine(Paper):
    """One line of the list of papers: the last draft, if there is one, and how its file stands."""

    draft: Draft | None = None
    state: DraftState | None = None


def drafter_of(settings: Settings) -> Drafter:
    """Return who writes, as the drafter block names them."""
    return Drafter(name=settings.name, entity=settings.entity)


def papers_of(language: str) -> Iterator[Paper]:
    """Yield every paper there is in a language, one for each audience of each kind."""
    for kind in PaperKind:
        for audience in kind.audiences:
            yield Paper(kind=kind, audience=audience, language=language)


class Papers:
    """Requests about the papers of a round."""

    def __init__(self, workspace: Workspace, drafter: Drafter) -> None:
        self._workspace = workspace
        self._drafter = drafter

    def document(self, round_id: str, paper: Paper) -> Document:
        """Compose a paper as it would be written now."""
        dossier, drafts = self._read(round_id)
        return self._composed(dossier, paper, _last(drafts, paper))[0]

    def write(self, round_id: str, paper: Paper, path: Path, profile: Profile = Profile.WORD) -> Written:
        """Write a paper to a file; raise UserError where a file is there that is not as this program wrote it."""
        written = self._write(round_id, paper, path.absolute(), profile)
        if written.kept:
            raise UserError(
                "{path} was edited since it was written, or is another file; choose another name, or move it away.",
                path=path,
            )
        return written

    def write_all(
        self, round_id: str, language: str, folder: Path, profile: Profile = Profile.WORD
    ) -> Iterator[Written]:
        """Write every paper of a round in a language, one after the other; edited files are kept as they are."""
        ordinal = self._read(round_id)[0].round.ordinal
        for paper in papers_of(language):
            yield self._write(round_id, paper, folder.absolute() / paper.file_name(ordinal), profile)

    def lines(self, round_id: str, language: str) -> tuple[PaperLine, ...]:
        """Return every paper of a round with its last draft and how that stands to the store and to the disk."""
        dossier, drafts = self._read(round_id)
        return tuple(self._line(dossier, paper, _last(drafts, paper)) for paper in papers_of(language))

    def _line(self, dossier: Dossier, paper: Paper, last: Draft | None) -> PaperLine:
        line = PaperLine(kind=paper.kind, audience=paper.audience, language=paper.language, draft=last)
        if last is None:
            return line
        present = content_hash(compose(paper.kind, paper.audience, dossier, self._request(paper, last.version, last)))
        return replace(line, state=draft_state(last, present, hash_of(Path(last.path))))

    def _write(self, round_id: str, paper: Paper, path: Path, profile: Profile) -> Written:
        dossier, drafts = self._read(round_id)
        written = Written(
            kind=paper.kind, audience=paper.audience, language=paper.language, path=path, version=0, file_hash=""
        )
        present = hash_of(path)
        here = [draft for draft in drafts if Path(draft.path) == path]
        if present is not None and present not in {draft.file_hash for draft in here}:
            return replace(written, kept=True, file_hash=present, version=max((d.version for d in here), default=0))
        document, version = self._composed(dossier, paper, _last(drafts, paper))
        # Imported here: python-docx takes long, and a window that only shows papers does not need it.
        from dialogue_prep.documents.word.writer import write_word

        content = write_word(document, profile)
        draft = self._draft(dossier, paper, path, profile, document, version, content)
        same = next((d for d in here if d.version == version and d.file_hash == draft.file_hash), None)
        if same is None or present is None:
            with self._workspace.request("Write a paper", undoable=False) as work:
                work.put(replace(draft, id=same.id) if same else draft)
                write_whole(path, content)
        return replace(written, version=version, file_hash=draft.file_hash)

    def _composed(self, dossier: Dossier, paper: Paper, last: Draft | None) -> tuple[Document, int]:
        """Compose a paper; it keeps the version and the day of the last draft as long as it says the same."""
        if last is not None:
            document = compose(paper.kind, paper.audience, dossier, self._request(paper, last.version, last))
            if content_hash(document) == last.content_hash:
                return document, last.version
        version = last.version + 1 if last else 1
        return compose(paper.kind, paper.audience, dossier, self._request(paper, version, None)), version

    def _request(self, paper: Paper, version: int, last: Draft | None) -> PaperRequest:
        day = last.written_on if last else self._workspace.today()
        return PaperRequest(language=paper.language, version=version, written_on=day, drafter=self._drafter)

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
    own = [d for d in drafts if (d.kind, d.audience, d.language) == (paper.kind, paper.audience, paper.language)]
    return max(own, key=lambda draft: draft.version, default=None)
