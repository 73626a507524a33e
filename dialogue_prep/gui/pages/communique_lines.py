"""The draft communiqué as its list shows it: a row a paragraph, with number, what it says, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_prep.domain.communique import Passage, PassageState
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.words import _, count


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
    ordered = sorted(dossier.passages, key=lambda passage: (passage.position, passage.id))
    rows, number = [], 0
    for passage in ordered:
        dropped = passage.state is PassageState.DROPPED
        number += not dropped
        rows.append(
            PassageRow(
                id=passage.id,
                number="–" if dropped else str(number),
                words=_words(dossier, passage, language),
                note=" · ".join(_note(dossier, passage, language)),
                state=passage.state,
                passage=passage,
            )
        )
    return tuple(rows)


def passage_state_name(state: PassageState) -> str:
    """Return how far a paragraph has come, in words."""
    return {
        PassageState.BRACKETED: _("In brackets"),
        PassageState.AD_REFERENDUM: _("Ad referendum"),
        PassageState.AGREED: _("Agreed"),
        PassageState.DROPPED: _("Dropped"),
    }[state]


def passage_state_tone(state: PassageState) -> Tone:
    """Return the tone in which that is shown, beside its words."""
    return {
        PassageState.BRACKETED: Tone.WARN,
        PassageState.AD_REFERENDUM: Tone.ACCENT,
        PassageState.AGREED: Tone.GOOD,
        PassageState.DROPPED: Tone.MUTED,
    }[state]


def _words(dossier: Dossier, passage: Passage, language: str) -> str:
    texts = [passage.words, *(option.words for option in dossier.options_of(passage))]
    return next((" ".join(text.read(language, "en").split()) for text in texts if text), _("Still without words"))


def _note(dossier: Dossier, passage: Passage, language: str) -> list[str]:
    parts = []
    if passage.topic_id:
        parts.append(dossier.topic(passage.topic_id).title.read(language, "en"))
    if passage.commitment_id:
        parts.append(_("takes up {code}").format(code=dossier.commitment(passage.commitment_id).code))
    if options := dossier.options_of(passage):
        parts.append(count("{number} option", "{number} options", len(options)))
    return parts
