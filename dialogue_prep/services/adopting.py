"""What the user can do once every passage is agreed: read the adopted communiqué as a source, with what is known of it.

It is then reviewed and taken in like any other source, by the same rules, as one undo step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from dialogue_prep.documents.compose.frame import dialogue_name
from dialogue_prep.documents.compose.shared_round import shared_round
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.commitment import Commitment, CommitmentKind
from dialogue_prep.domain.communique import Passage, brackets
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import EntityId, MechanismId
from dialogue_prep.domain.source import SourceKind, Span
from dialogue_prep.domain.text import WordingState
from dialogue_prep.reading.extract import Extract, Found, FoundSide
from dialogue_prep.reading.read import SourceText, recognised
from dialogue_prep.reading.review import Handling, Review
from dialogue_prep.services.sources import ReadSource
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.guard import never

_TITLE = Span(1, 0, 0)
_FORMAT = "adopted draft"
# Words that are still to come stand in brackets in a draft, and in no text that is signed.
_OPEN = re.compile(r"[\[〔［][^\]〕］]*[\]〕］]")


class Adopting:
    """Requests about adopting the joint communiqué of a round; nothing is stored by them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def languages(self, round_id: str) -> tuple[str, ...]:
        """Return the languages in which every passage has words, those of the originals first."""
        with self._workspace.look() as work:
            passages = work.dossier(round_id).kept_passages
        wordings = [wording for passage in passages for wording in passage.words]
        originals = {wording.language for wording in wordings if wording.state is WordingState.ORIGINAL}
        complete = {one.language for one in wordings if all(passage.words.words(one.language) for passage in passages)}
        return tuple(sorted(complete, key=lambda language: (language not in originals, language)))

    def read(self, round_id: str, language: str, on: date, cancelled: Callable[[], bool] = never) -> ReadSource:
        """Return the communiqué as it was adopted on a day, read as a source, to be reviewed and taken in.

        Undertakings that a passage takes up hand their topic, mechanism and leads on, and are linked. Raise UserError
        where the text is not agreed from end to end, or where a passage has no words in this language.
        """
        with self._workspace.look() as work:
            dossier = work.dossier(round_id)
        passages = dossier.kept_passages
        _check_agreed(dossier, passages, language, on, self._workspace.today())
        text = _text_of(dossier, passages, language)
        extract = _of_this_round(recognised(text, on, cancelled), dossier, language, on)
        review = Review(extract, dialogue_id=dossier.dialogue.id)
        return ReadSource(Path(text.name), text.sha256, _handed_on(review, dossier, passages, language), text)


def _check_agreed(dossier: Dossier, passages: tuple[Passage, ...], language: str, on: date, today: date) -> None:
    if not passages:
        raise UserError("There is no draft communiqué to adopt; draft its paragraphs first.")
    counted = brackets(dossier.passages, dossier.options)
    if counted.open or counted.ad_referendum:
        raise UserError(
            "The text is not agreed from end to end: {open} in brackets, {waiting} ad referendum.",
            open=counted.open,
            waiting=counted.ad_referendum,
        )
    if on > today:
        raise UserError("A text cannot be adopted on a day that is still to come ({day}).", field="on", day=on)
    if dossier.round.start and on < dossier.round.start:
        raise UserError(
            "The round begins on {day}; its communiqué cannot be adopted before.", field="on", day=dossier.round.start
        )
    without = [place for place, passage in enumerate(passages, start=1) if not passage.words.words(language)]
    if without:
        raise UserError(
            "Paragraph {number} has no words in this language; translate it, or choose another language.",
            field="language",
            number=without[0],
        )
    for place, passage in enumerate(passages, start=1):
        if found := _OPEN.search(passage.words.words(language)):
            raise UserError(
                "Paragraph {number} still holds something open, “{words}”; reopen it and write that out.",
                number=place,
                words=found.group(),
            )


def _text_of(dossier: Dossier, passages: tuple[Passage, ...], language: str) -> SourceText:
    """Return the adopted text: a title that names the dialogue and its sides, then each passage behind its number."""
    phrases = Phrases(language)
    title = phrases.say("Joint communiqué of the {ordinal} round", ordinal=phrases.ordinal(dossier.round.ordinal))
    paragraphs = [f"{title} – {dialogue_name(shared_round(dossier), phrases)}"]
    for number, passage in enumerate(passages, start=1):
        first, *others = passage.words.words(language).splitlines()
        paragraphs += [f"{number}. {first}", *others]
    said = "\n".join(paragraphs)
    return SourceText(
        name=title, paragraphs=tuple(paragraphs), sha256=sha256(said.encode("utf-8")).hexdigest(), format=_FORMAT
    )


def _of_this_round(extract: Extract, dossier: Dossier, language: str, on: date) -> Extract:
    """Return an extract with what the store knows for certain: whose record it is, of which round, where and when."""
    round_, names = dossier.round, _names(dossier, language)
    start = round_.start or on
    place = round_.city.read(language)
    return replace(
        extract,
        kind=SourceKind.JOINT_RECORD,
        language=language,
        title=extract.title or extract.paragraphs[0],
        sides=tuple(FoundSide(name=name, span=_TITLE) for name in names.values()),
        dialogue=Found(dossier.dialogue.designation.read(language), _TITLE),
        ordinal=round_.ordinal,
        place=Found(place, _TITLE) if place else None,
        first_day=start,
        last_day=round_.end if round_.end and round_.end > start else None,
        published=None,  # the day on which it is adopted here is none on which anybody published it
        host=names[round_.host_id],
        commitments=tuple(replace(one, by=_side(one.by, dossier, names)) for one in extract.commitments),
        next_round=extract.next_round
        and replace(extract.next_round, host=_side(extract.next_round.host, dossier, names)),
    )


def _names(dossier: Dossier, language: str) -> Mapping[str, str]:
    """Return what extracts call each side: its short state name in English."""
    return {side.id: side.name.read("en", language) for side in dossier.sides}


def _side(said: str | None, dossier: Dossier, names: Mapping[str, str]) -> str | None:
    """Return the name under which a side that was read is known here."""
    if said is None:
        return None
    wanted = said.casefold()
    for side in dossier.sides:
        if wanted in {wording.words.casefold() for text in (side.name, side.long_name) for wording in text}:
            return names[side.id]
    return None


def _handed_on(review: Review, dossier: Dossier, passages: tuple[Passage, ...], language: str) -> Review:
    """Return a review in which each commitment has the topic of its passage, and takes up what that passage does."""
    for found in review.commitments:
        passage = next(_saying(passages, found.words, language), None)
        if passage is None or found.kind is CommitmentKind.SCHEDULING:
            continue
        earlier = dossier.commitment(passage.commitment_id) if passage.commitment_id else None
        topic_id = passage.topic_id or (earlier.topic_id if earlier else None)
        if topic_id:
            review = review.put_under(found, topic_id)
        if earlier is not None:
            review = review.handle(found, _handling(dossier, earlier))
    return review


def _handling(dossier: Dossier, earlier: Commitment) -> Handling:
    leads = frozenset(EntityId(lead.id) for side in dossier.sides for lead in dossier.leads_on(earlier, side))
    mechanism = earlier.mechanism_id
    return Handling(
        mechanism_id=MechanismId(mechanism) if mechanism else None, leads=leads or None, takes_up=earlier.id
    )


def _saying(passages: tuple[Passage, ...], words: str, language: str) -> Iterator[Passage]:
    wanted = "".join(words.split())
    return (one for one in passages if wanted in "".join(one.words.words(language).split()))
