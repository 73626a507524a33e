"""A first draft of the communiqué: the shape of the last one, what is still open, and whose turn it is to host."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.frame import dialogue_name
from dialogue_prep.documents.compose.passages import bracketed
from dialogue_prep.documents.compose.shared_communique import SharedChair, SharedCommunique
from dialogue_prep.documents.compose.shared_round import SharedRound
from dialogue_prep.documents.compose.shown import composed_of_round, fixed, words_of
from dialogue_prep.documents.model import Inline, Paragraph, Role, Run, UnitKey
from dialogue_prep.documents.wording import Phrases
from dialogue_prep.domain.agenda import ItemKind


def proposed_passages(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[Paragraph]:
    """Yield a numbered paragraph for the meeting, its chairs, its topics, each open undertaking and the next round.

    All of them are ours and in brackets; what is not known is a bracket within the bracket.
    """
    owner = shared.home.name.read(phrases.language)
    for number, words in enumerate(_passages(shared, draft, phrases), start=1):
        yield Paragraph((Run(f"{number}.\t", strong=True), *bracketed(words, owner, phrases)), Role.NUMBERED)


def _passages(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> Iterator[tuple[Inline, ...]]:
    yield (composed_of_round(shared.round_id, "communiqué meeting", _meeting(shared, phrases), phrases),)
    if draft.chairs:
        chairs = phrases.listed(_chair(chair, phrases) for chair in shared.in_order(*draft.signatories) if chair.title)
        words = phrases.say("The round was co-chaired by {chairs}.", chairs=chairs)
        yield (composed_of_round(shared.round_id, "communiqué chairs", words, phrases),)
    topics = [words_of(item.title, phrases) for item in shared.items if item.kind is ItemKind.TOPIC]
    if topics:
        listed = phrases.say("; ").join(topics)
        words = phrases.say("The two sides exchanged views on the following topics: {listed}.", listed=listed)
        yield (composed_of_round(shared.round_id, "communiqué topics", words, phrases),)
    for undertaking in draft.undertakings:
        lead = phrases.say(
            "The two sides reaffirmed what was agreed in the {ordinal} round: ",
            ordinal=phrases.ordinal(undertaking.ordinal),
        )
        key = UnitKey("commitment", undertaking.id, "wording", phrases.language)
        opening, closing = phrases.say("“…”").split("…")
        yield Run(lead + opening), *fixed(key, undertaking.wording, phrases), Run(closing)
    yield (composed_of_round(shared.round_id, "communiqué next round", _next_round(shared, draft, phrases), phrases),)


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
    name = chair.name.read(phrases.language) or phrases.say("[name]")
    return phrases.say("{name}, {post} ({side})", name=name, post=words_of(chair.title, phrases), side=chair.side)


def _next_round(shared: SharedRound, draft: SharedCommunique, phrases: Phrases) -> str:
    return phrases.say(
        "The two sides agreed that the {ordinal} round will be hosted by {host} in {year}.",
        ordinal=phrases.ordinal(shared.ordinal + 1),
        host=shared.next_host or phrases.say("[host]"),
        year=shared.next_year
        or (phrases.say("[{year}]", year=draft.expected_year) if draft.expected_year else phrases.say("[year]")),
    )
