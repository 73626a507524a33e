"""What is shown of one commitment, worked out of the dossier; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue_prep.domain.commitment import LADDERS, Commitment, CommitmentState, StatusEntry, Voice, latest
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.pages.leads import SideLeads, side_leads
from dialogue_prep.gui.pages.review_lines import topic_title
from dialogue_prep.gui.terms import (
    commitment_kind_name,
    commitment_state_name,
    commitment_state_tone,
    strength_name,
    voice_name,
)
from dialogue_prep.gui.words import _, labelled


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentShown:
    """Everything the detail shows of a commitment; `place` is empty where it only has a stated reference."""

    commitment: Commitment
    about: str
    action: str
    wording: str
    place: str
    source: str
    topics: tuple[tuple[str, str], ...]
    mechanisms: tuple[tuple[str | None, str], ...]
    proposed: bool
    leads: tuple[SideLeads, ...]
    instruments: tuple[str, ...]
    standing: tuple[tuple[str, str], ...]
    entries: tuple[Finding, ...]
    states: tuple[tuple[CommitmentState, str], ...]


def commitment_shown(dossier: Dossier, commitment: Commitment, language: str) -> CommitmentShown:
    """Return what the detail shows, in the language of the window; its exact words in that of their source."""
    entries = dossier.entries_of(commitment)
    led = {lead.entity_id for lead in dossier.commitment_leads if lead.commitment_id == commitment.id}
    source = dossier.source_of(commitment)
    original = source.language if source else "en"
    return CommitmentShown(
        commitment=commitment,
        about=" · ".join(_about(dossier, commitment, language)),
        action=commitment.action.read(language, "en") or commitment.wording.read(language, "en"),
        wording=commitment.wording.read(original, "en"),
        place=_place(dossier, commitment),
        source=source.title.read(language, "en") if source else commitment.reference,
        topics=(("", _("no topic")), *((topic.id, topic_title(topic, language)) for topic in dossier.topics)),
        mechanisms=(
            (None, _("no mechanism")),
            *((one.id, f"{one.number} {one.name.read(language, 'en')}") for one in dossier.mechanisms),
        ),
        proposed=bool(commitment.topic_id) and not commitment.topic_confirmed,
        leads=tuple(side_leads(dossier, led, side, language) for side in (dossier.home, dossier.away)),
        instruments=tuple(one.title.read(language, "en") for one in dossier.instruments_of(commitment)),
        standing=tuple(_latest(entries, voice, language) for voice in Voice),
        entries=entry_lines(entries, language),
        states=tuple((state, commitment_state_name(state)) for state in LADDERS[commitment.kind]),
    )


def _state_and_words(entry: StatusEntry, language: str) -> str:
    state, evidence = commitment_state_name(entry.state), entry.evidence.read(language, "en")
    return labelled(state, evidence) if evidence else state


def entry_lines(entries: Sequence[StatusEntry], language: str) -> tuple[Finding, ...]:
    """Return one line a status entry, the newest first; of one day, the one that was made later."""
    newest_first = sorted(entries, key=lambda entry: entry.on)[::-1]
    return tuple(
        Finding(
            id=entry.id,
            words=_state_and_words(entry, language),
            note=" · ".join(_entry_note(entry, language)),
            place=day_in_words(entry.on, language),
            tone=commitment_state_tone(entry.state),
        )
        for entry in newest_first
    )


def _place(dossier: Dossier, commitment: Commitment) -> str:
    if commitment.source_id is None or commitment.paragraph is None:
        return ""
    return _("Paragraph {number}").format(number=dossier.number_of(commitment.source_id, commitment.paragraph))


def _about(dossier: Dossier, commitment: Commitment, language: str) -> Iterator[str]:
    yield commitment_kind_name(commitment.kind)
    yield strength_name(commitment.strength)
    yield dossier.side(commitment.by_id).name.read(language, "en") if commitment.by_id else _("both sides")
    if commitment.due:
        yield _("due {day}").format(day=day_in_words(commitment.due, language))


def _latest(entries: Sequence[StatusEntry], voice: Voice, language: str) -> tuple[str, str]:
    entry = latest(entries, voice)
    if entry is None:
        return voice_name(voice), commitment_state_name(None)
    said = _("{state}, {day}").format(state=commitment_state_name(entry.state), day=day_in_words(entry.on, language))
    return voice_name(voice), said


def _entry_note(entry: StatusEntry, language: str) -> Iterator[str]:
    yield voice_name(entry.voice)
    if entry.next_step:
        yield _("next: {step}").format(step=entry.next_step.read(language, "en"))
