"""The draft joint communiqué: for both sides the text as it stands; for us also how far we can go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogue_prep.documents.compose.communique_proposal import proposed_passages
from dialogue_prep.documents.compose.frame import ComposedPaper, framed
from dialogue_prep.documents.compose.markings import paper_marking
from dialogue_prep.documents.compose.passages import passage_paragraphs
from dialogue_prep.documents.compose.points import prompt_for
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.compose.shared_communique import SharedCommunique, SharedPassage, shared_communique
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import held, runs_of, worded, words_of
from dialogue_prep.documents.compose.signatures import signatures
from dialogue_prep.documents.model import Block, Document, Heading, Inline, ListItem, Paragraph, Role, Run, UnitKey
from dialogue_prep.documents.model import paragraph as plain
from dialogue_prep.documents.wording import Phrases, phrase
from dialogue_prep.domain.communique import PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.identity import PassageId
from dialogue_prep.domain.silence import is_known, last_record, silent_topics
from dialogue_prep.domain.text import Text


@dataclass(frozen=True, slots=True)
class _Limits:
    """How far we can go on a passage."""

    fall_back: Text
    red_line: Text


def compose_shared_communique(shared: SharedRound, draft: SharedCommunique, request: PaperRequest) -> Document:
    """Return the draft as both sides have it; nothing that is not in `shared` or `draft` can stand in it."""
    phrases = Phrases(request.language)
    paper = ComposedPaper(
        kind=PaperKind.COMMUNIQUE,
        audience=Audience.SHARED,
        title=_title(shared, draft, phrases),
        short_title=phrases.say("Joint communiqué") if draft.agreed else "",
        blocks=(*_front(shared, draft, phrases), *_text(shared, draft, {}, phrases), *_end(shared, draft, phrases)),
    )
    return framed(paper, shared, shared.marking.read(request.language), request, phrases)


def compose_internal_communique(dossier: Dossier, request: PaperRequest) -> Document:
    """Return the draft with what we could fall back on, what we cannot accept, and what was left out."""
    phrases = Phrases(request.language)
    shared, draft = shared_round(dossier), shared_communique(dossier)
    limits = {passage.id: _Limits(passage.fall_back, passage.red_line) for passage in dossier.passages}
    paper = ComposedPaper(
        kind=PaperKind.COMMUNIQUE,
        audience=Audience.INTERNAL,
        title=_title(shared, draft, phrases),
        short_title=phrases.say("Joint communiqué") if draft.agreed else "",
        blocks=(
            *_front(shared, draft, phrases),
            *_text(shared, draft, limits, phrases),
            *_end(shared, draft, phrases),
            *_left_out(dossier, phrases),
        ),
    )
    return framed(paper, shared, paper_marking(dossier, Audience.INTERNAL).read(request.language), request, phrases)


def _title(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> str:
    ordinal = phrases.ordinal(shared.ordinal)
    if draft.agreed:
        return phrases.say("Joint communiqué of the {ordinal} round", ordinal=ordinal)
    return phrases.say("Joint communiqué of the {ordinal} round: draft", ordinal=ordinal)


def _front(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[Block]:
    if draft.agreed:
        return
    if not draft.passages:
        words = phrases.say("First draft, proposed by {side}; no paragraph is agreed yet.", side=shared.home.name)
    else:
        words = phrases.together(_standing(shared, draft, phrases))
    yield plain(words, Role.REMARK)


def _standing(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[str]:
    """Yield how far the draft has come: what is agreed, what awaits a confirmation, and whose brackets are open."""
    waiting = sum(passage.ad_referendum for passage in draft.passages)
    open_ = [passage for passage in draft.passages if not passage.settled]
    yield phrases.count(
        "{number} paragraph, {settled} of them agreed; what stands in brackets is not.",
        "{number} paragraphs, {settled} of them agreed; what stands in brackets is not.",
        len(draft.passages),
        settled=len(draft.passages) - len(open_) - waiting,
    )
    if waiting:
        yield phrases.say("Ad referendum: {number}.", number=waiting)
    if open_:
        whose = phrases.line(_whose(shared, open_, phrases))
        yield phrases.say("In brackets: {number} ({whose}).", number=len(open_), whose=whose)


def _whose(shared: SharedRound, open_: Sequence[SharedPassage], phrases: Phrases) -> Iterator[str]:
    sides = [side.name for side in shared.in_order(shared.home, shared.away)]
    owned = [{one.owner for one in passage.alternatives if one.owner} for passage in open_]
    if both := owned.count(set(sides)):
        yield phrases.say("{number} with wordings of both", number=both)
    for side in sides:
        if alone := owned.count({side}):
            yield phrases.say("{number} of {side} alone", number=alone, side=side)
    silent = sum(not passage.alternatives for passage in open_)
    if common := owned.count(set()) - silent:
        yield phrases.say("{number} with one wording of both", number=common)
    if silent:
        yield phrases.say("{number} still without words", number=silent)


def _text(
    shared: SharedRound, draft: SharedCommunique, limits: Mapping[PassageId, _Limits], phrases: Phrases
) -> Iterator[Block]:
    if not draft.passages:
        yield from proposed_passages(shared, draft, phrases)
    for passage in draft.passages:
        yield from passage_paragraphs(passage, phrases)
        if passage.id in limits and not passage.settled:
            yield from _how_far(passage, limits[passage.id], phrases)


def _end(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[Block]:
    """Yield where and when it is done and where both sign, once every paragraph is agreed."""
    if not draft.agreed:
        return
    if shared.city and shared.start:
        day = phrases.day(shared.end or shared.start)
        yield plain(phrases.say("Done in {place} on {day}.", place=shared.city, day=day))
    yield signatures(shared.in_order(*draft.signatories), phrases)


def _how_far(passage: SharedPassage, limits: _Limits, phrases: Phrases) -> Iterator[Block]:
    for head, field, text in (
        (phrases.say("Fall-back"), "fall_back", limits.fall_back),
        (phrases.say("Red line"), "red_line", limits.red_line),
    ):
        key = UnitKey("passage", passage.id, field, phrases.language)
        words: tuple[Inline, ...] = held(key, text, phrases) if text else (prompt_for(key, head, phrases),)
        yield ListItem((Run(f"{head}{phrases.say(': ')}", strong=True), *words))


def _left_out(dossier: Dossier, phrases: Phrases) -> Iterator[Block]:
    dropped = [passage for passage in dossier.passages if passage.state is PassageState.DROPPED]
    if dropped:
        yield Heading((Run(phrases.say("Dropped")),), 2)
    for passage in dropped:
        texts = [passage.words, *(option.words for option in dossier.options_of(passage))]
        words = phrases.say(" / ").join(words_of(text, phrases) for text in texts if text)
        shown = [Run(words or phrases.say("A paragraph without words."))]
        if passage.reason:
            shown.append(Run(f" ({words_of(passage.reason, phrases)})", emphasis=True))
        yield ListItem(tuple(shown))
    record = last_record(dossier)
    if record is None or not is_known(dossier, record):
        return
    if topics := silent_topics(dossier, record):
        yield Heading((Run(phrases.say("The last record was silent on")),), 2)
        for topic in topics:
            title = runs_of(topic.title, phrases)
            yield ListItem(worded(phrase("topic {number}, {title}"), phrases, number=str(topic.number), title=title))
        yield Paragraph((Run(phrases.say("Say whether that is meant to stay so.")),), Role.REMARK)
