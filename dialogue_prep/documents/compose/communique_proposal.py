"""A first draft of the communiqué: the shape of the last one, what is still open, and whose turn it is to host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue_prep.documents.compose.frame import dialogue_name
from dialogue_prep.documents.compose.passages import bracketed
from dialogue_prep.documents.compose.shared_communique import (
    SharedChair,
    SharedCommunique,
    SharedUndertaking,
    shared_communique,
)
from dialogue_prep.documents.compose.shared_round import SharedRound, shared_round
from dialogue_prep.documents.compose.shown import composed_of_round, fixed, words_of
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.model import Inline, Paragraph, Role, Run, UnitKey, words_alone
from dialogue_prep.documents.wording import Phrases, capitalised
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import CommitmentId, TopicId
from dialogue_prep.domain.text import Text, Wording, WordingState

_ENDS = (".", "。")


@dataclass(frozen=True, slots=True)
class _Proposed:
    """One paragraph that is proposed, and the undertaking of an earlier round that it takes up, if it does."""

    words: tuple[Inline, ...]
    undertaking: SharedUndertaking | None = None


@dataclass(frozen=True, slots=True)
class DraftedPassage:
    """One passage with which a draft can begin: its words in the languages of the dialogue, and what it is about."""

    words: Text
    topic_id: TopicId | None = None
    commitment_id: CommitmentId | None = None


def proposed_passages(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[Paragraph]:
    """Yield a numbered paragraph for the meeting, its chairs, its topics, each open undertaking and the next round.

    All of them are ours and in brackets; what is not known is a bracket within the bracket.
    """
    owner = shared.home.name.read(phrases.language)
    for number, proposed in enumerate(_passages(shared, draft, phrases), start=1):
        yield Paragraph((Run(f"{number}.\t", strong=True), *bracketed(proposed.words, owner, phrases)), Role.NUMBERED)


def drafted_passages(dossier: Dossier) -> Iterator[DraftedPassage]:
    """Yield the same paragraphs as passages, worded in every language in which the dialogue has a name.

    An undertaking is taken up in the languages of its own words only; one that is a whole sentence, in these alone:
    that is how the last record said it, and so it can be agreed on anew.
    """
    shared, draft = shared_round(dossier), shared_communique(dossier)
    languages = _languages(dossier.dialogue.designation)
    columns = [tuple(_passages(shared, draft, Phrases(language))) for language in languages]
    for one in zip(*columns, strict=True):
        known = [
            (language, _sentence(said, language))
            for language, said in zip(languages, one, strict=True)
            if said.undertaking is None or said.undertaking.wording.words(language)
        ]
        undertaking = one[0].undertaking
        if not known and undertaking is not None:
            known = [(wording.language, wording.words) for wording in undertaking.wording]
        first, *others = known
        wordings = (Wording(*first), *(Wording(*other, WordingState.TRANSLATION) for other in others))
        commitment = dossier.commitment(undertaking.id) if undertaking else None
        yield DraftedPassage(
            Text(wordings),
            commitment.topic_id if commitment else None,
            commitment.id if commitment else None,
        )


def _languages(designation: Text) -> tuple[str, ...]:
    """Return the languages of a name for which there are phrases, that of the original first; else English."""
    known = [wording for wording in designation if wording.language in LANGUAGES]
    known.sort(key=lambda wording: wording.state is not WordingState.ORIGINAL)
    return tuple(wording.language for wording in known) or ("en",)


def _sentence(proposed: _Proposed, language: str) -> str:
    wording = proposed.undertaking.wording.words(language).strip() if proposed.undertaking else ""
    if wording.endswith(_ENDS) and wording == capitalised(wording):
        return wording
    shown = (run for inline in proposed.words for run in words_alone(inline))
    return "".join(run.text for run in shown if isinstance(run, Run))


def _passages(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[_Proposed]:
    def composed(field: str, words: str) -> _Proposed:
        return _Proposed((composed_of_round(shared.round_id, field, words, phrases),))

    yield composed("communiqué meeting", _meeting(shared, phrases))
    if draft.chairs:
        chairs = phrases.listed(_chair(chair, phrases) for chair in shared.in_order(*draft.signatories) if chair.title)
        yield composed("communiqué chairs", phrases.say("The round was co-chaired by {chairs}.", chairs=chairs))
    topics = [words_of(item.title, phrases) for item in shared.items if item.kind is ItemKind.TOPIC]
    if topics:
        listed = phrases.say("; ").join(topics)
        words = phrases.say("The two sides exchanged views on the following topics: {listed}.", listed=listed)
        yield composed("communiqué topics", words)
    for undertaking in draft.undertakings:
        yield _Proposed(_taken_up(undertaking, phrases), undertaking)
    yield composed("communiqué next round", _next_round(shared, draft, phrases))


def _taken_up(undertaking: SharedUndertaking, phrases: Phrases) -> tuple[Inline, ...]:
    """Return an undertaking in its own words; what was only part of a sentence is no quotation."""
    lead = phrases.say(
        "The two sides reaffirmed what was agreed in the {ordinal} round: ",
        ordinal=phrases.ordinal(undertaking.ordinal),
    )
    words = fixed(UnitKey("commitment", undertaking.id, "wording", phrases.language), undertaking.wording, phrases)
    said = words_of(undertaking.wording, phrases)
    if said[:1].islower():
        stop = phrases.closed(said)[len(said) :]
        return (Run(lead), *words, *((Run(stop),) if stop else ()))
    opening, closing = phrases.say("“…”").split("…")
    return (Run(lead + opening), *words, Run(closing))


def _meeting(shared: SharedRound, phrases: Phrases) -> str:
    if shared.start and shared.end and shared.end != shared.start:
        days = phrases.say("from {days}", days=phrases.days(shared.start, shared.end))
    elif shared.start:
        days = phrases.say("on {day}", day=phrases.day(shared.start))
    else:
        days = phrases.say("[dates] {year}", year=shared.year) if shared.year else phrases.say("[dates]")
    return phrases.say(
        "The {ordinal} round of the {dialogue} took place in {city} {days}.",
        ordinal=phrases.ordinal(shared.ordinal),
        dialogue=dialogue_name(shared, phrases),
        city=shared.city.read(phrases.language) or phrases.say("[place]"),
        days=days,
    )


def _chair(chair: SharedChair, phrases: Phrases) -> str:
    name, post = chair.name.read(phrases.language) or phrases.say("[name]"), words_of(chair.title, phrases)
    if chair.side.named_in(post):
        return phrases.say("{name}, {post}", name=name, post=post)
    return phrases.say("{name}, {post} ({side})", name=name, post=post, side=chair.side.name)


def _next_round(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> str:
    return phrases.say(
        "The two sides agreed that the {ordinal} round will be hosted by {host} in {year}.",
        ordinal=phrases.ordinal(shared.ordinal + 1),
        host=shared.next_host or phrases.say("[host]"),
        year=shared.next_year
        or (phrases.say("[{year}]", year=draft.expected_year) if draft.expected_year else phrases.say("[year]")),
    )
