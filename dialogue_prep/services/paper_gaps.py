"""What is still missing in the papers of a round: prompts where words belong, and texts that a language lacks."""

from __future__ import annotations

from datetime import date

from dialogue_prep.documents.compose.book import papers_in_book
from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.missing_wordings import wording_gaps
from dialogue_prep.documents.own_words import outdated
from dialogue_prep.documents.prompts import paper_gaps
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Draft, PaperKind
from dialogue_prep.domain.readiness import Gap, Place
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.services.workspace import Workspace

_COUNTED_ELSEWHERE = (PaperKind.COMMITMENTS_REPORT, PaperKind.SILENCE)
"""What these lack are words on commitments, which are gaps of the round already; they also grow with the register."""


class PaperGaps:
    """Reads what the papers still lack. Every paper is composed for that, so it is done beside the window."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of(self, dossier: Dossier, language: str) -> tuple[Gap, ...]:
        """Return the gaps of papers with prompts or outdated words of our own, and of texts that a language lacks.

        The papers are those that make sense by now, in `language`. The languages are those in which papers of the round
        were written; `language` alone while none was.
        """
        with self._workspace.look() as work:
            drafts = work.find(Draft, round_id=dossier.round.id)
        used = {one for draft in drafts for one in (draft.language, draft.second_language) if one}
        return (
            *_prompts(dossier, language, self._workspace.today()),
            *wording_gaps(dossier, sorted(used or {language})),
        )


def _prompts(dossier: Dossier, language: str, today: date) -> tuple[Gap, ...]:
    request = PaperRequest(language=language if language in LANGUAGES else "en", written_on=today)
    kinds = ((kind, audience) for kind, audience in papers_in_book(dossier) if kind not in _COUNTED_ELSEWHERE)
    papers = [(kind, audience, compose(kind, audience, dossier, request)) for kind, audience in kinds]
    moved = (_outdated(kind, len(outdated(document, dossier, audience))) for kind, audience, document in papers)
    return *paper_gaps((kind, document) for kind, _audience, document in papers), *filter(None, moved)


def _outdated(kind: PaperKind, count: int) -> Gap | None:
    """Return the gap of words of our own that replaced what the program would by now put together otherwise."""
    if not count:
        return None
    text = "{paper}: words of our own whose data have moved since: {count}."
    return Gap(Sentence.of(text, paper=Sentence.of(NAMES[kind]), count=count), Place.PAPERS, kind.value)
