"""The draft communiqué as its room shows it: a row a paragraph, how far it has come, and how many brackets are open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_prep.domain.communique import Brackets, Passage, PassageState
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.words import _, count, labelled, with_commas


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """One paragraph: its number, its first words or those of an option, and what stands below them."""

    id: str
    number: str
    words: str
    note: str
    state: PassageState
    passage: Passage


def passage_rows(dossier: Dossier, language: str) -> tuple[PassageRow, ...]:
    """Return the paragraphs of the draft communiqué of a round, in order; those that were dropped have no number."""
    numbers = passage_numbers(dossier.passages)
    return tuple(
        PassageRow(
            id=passage.id,
            number=numbers.get(passage.id, "–"),
            words=_words(dossier, passage, language),
            note=" · ".join(_note(dossier, passage, language)),
            state=passage.state,
            passage=passage,
        )
        for passage in _ordered(dossier.passages)
    )


def passage_numbers(passages: Iterable[Passage]) -> dict[str, str]:
    """Return the numbers of passages by their identifiers; dropped ones have none."""
    kept = (passage for passage in _ordered(passages) if passage.state is not PassageState.DROPPED)
    return {passage.id: str(number) for number, passage in enumerate(kept, start=1)}


def brackets_told(counted: Brackets, sides: tuple[Side, Side], language: str) -> str:
    """Return how far a draft has come, and whose brackets are open, in one line."""
    parts = [count("{number} agreed", "{number} agreed", counted.agreed)]
    if counted.ad_referendum:
        parts.append(count("{number} ad referendum", "{number} ad referendum", counted.ad_referendum))
    told = " · ".join((*parts, count("{number} in brackets", "{number} in brackets", counted.open)))
    both = (frozenset(side.id for side in sides), _("{number} with wordings of both"), "")
    alone = [(frozenset((side.id,)), _("{number} of {side} alone"), side.name.read(language, "en")) for side in sides]
    owned = [(counted.whose.get(owners, 0), words, side) for owners, words, side in (both, *alone)]
    owned.append((counted.common, _("{number} with one wording of both"), ""))
    owned.append((counted.whose.get(frozenset(), 0), _("{number} still without words"), ""))
    whose = [words.format(number=number, side=side) for number, words, side in owned if number]
    return labelled(told, with_commas(whose)) if whose else told


def _ordered(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda passage: (passage.position, passage.id))


def _words(dossier: Dossier, passage: Passage, language: str) -> str:
    texts = [passage.words, *(option.words for option in dossier.options_of(passage))]
    return next((" ".join(text.read(language, "en").split()) for text in texts if text), _("Still without words"))


def _note(dossier: Dossier, passage: Passage, language: str) -> list[str]:
    parts = []
    owners = {option.side_id for option in dossier.options_of(passage)}
    if passage.state is PassageState.BRACKETED and owners:
        sides = (side for side in (dossier.home, dossier.away) if side.id in owners)
        parts.append(" / ".join(side.name.read(language, "en") for side in sides))
    if passage.commitment_id:
        parts.append(_("takes up {code}").format(code=dossier.commitment(passage.commitment_id).code))
    if passage.topic_id:
        parts.append(dossier.topic(passage.topic_id).title.read(language, "en"))
    return parts
