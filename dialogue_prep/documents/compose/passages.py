"""Paragraphs of the draft communiqué as papers show them: settled ones clean, the others in brackets, owned."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.compose.points import prompt_for
from dialogue_prep.documents.compose.shared_communique import SharedAlternative, SharedPassage
from dialogue_prep.documents.compose.shown import fixed, held
from dialogue_prep.documents.model import Inline, Paragraph, Role, Run, UnitKey
from dialogue_prep.documents.wording import Phrases


def passage_paragraphs(passage: SharedPassage, phrases: Phrases, role: Role = Role.NUMBERED) -> Iterator[Paragraph]:
    """Yield one paragraph for each wording of a passage, each behind its number."""
    if not passage.alternatives:
        key = UnitKey("passage", passage.id, "words", phrases.language)
        prompt = prompt_for(key, phrases.say("Paragraph {number}", number=passage.number), phrases)
        yield Paragraph((Run(f"{passage.number}.\t", strong=True), prompt), role)
    for alternative in passage.alternatives:
        number = Run(f"{alternative.label}.\t", strong=True)
        yield Paragraph((number, *_words(passage, alternative, phrases)), role)


def bracketed(words: tuple[Inline, ...], owner: str, phrases: Phrases) -> tuple[Inline, ...]:
    """Return words in brackets, behind the name of whoever wants them there."""
    opening, closing = phrases.say("[…]").split("…")
    lead = f"{opening}{owner}{phrases.say(': ')}" if owner else opening
    return Run(lead), *words, Run(closing)


def _words(passage: SharedPassage, alternative: SharedAlternative, phrases: Phrases) -> tuple[Inline, ...]:
    record, id_ = ("option", alternative.id) if alternative.id else ("passage", passage.id)
    key = UnitKey(record, id_, "words", phrases.language)
    if not passage.settled:
        words = held(key, alternative.words, phrases)
        return bracketed(words, alternative.owner.read(phrases.language), phrases)
    words = fixed(key, alternative.words, phrases)
    if passage.ad_referendum:
        return *words, Run(phrases.say(" (ad referendum)"), emphasis=True)
    return words
