"""The ladder of wordings and the life of an instrument as lines; no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.differences import Piece, PieceKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.instrument import Instrument
from dialogue_prep.domain.ladder import Rung
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.dialogue_terms import instrument_state_name
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.lineage_terms import movement_name, standing_name
from dialogue_prep.gui.pages.places import in_source, paragraph_sign
from dialogue_prep.gui.words import _


@dataclass(frozen=True, slots=True)
class RungShown:
    """One rung: its line, its words beside those of the rung before, and where to look it up, empty for nowhere."""

    line: Finding
    words: Differing
    leads_to: str


def matters(dossier: Dossier, commitment: Commitment, language: str) -> tuple[tuple[str, str], ...]:
    """Return the matters whose wordings can be followed: the commitment, its objective, its instruments."""
    served = [one for one in dossier.objectives if one.id == commitment.objective_id]
    return (
        (commitment.id, _("This commitment")),
        *((one.id, _("Objective {number}").format(number=one.number)) for one in served),
        *((one.id, one.title.read(language, "en")) for one in dossier.instruments_of(commitment)),
    )


def rung_lines(rungs: Sequence[Rung], dossier: Dossier, language: str) -> tuple[RungShown, ...]:
    """Return what is shown of each rung, the oldest first."""
    return tuple(_rung(number, rung, dossier, language) for number, rung in enumerate(rungs))


def life_lines(dossier: Dossier, instrument: Instrument, language: str) -> tuple[Finding, ...]:
    """Return one line a step in the life of an instrument, the first first."""
    own = [one for one in dossier.instrument_entries if one.instrument_id == instrument.id]
    own.sort(key=lambda one: (one.on is not None, one.on.toordinal() if one.on else 0))
    titles = {source.id: source.title.read(language, "en") for source in dossier.sources}
    return tuple(
        Finding(
            id=entry.id,
            words=instrument_state_name(entry.state),
            note=entry.evidence.read(language, "en") or (titles.get(entry.source_id, "") if entry.source_id else ""),
            place=day_in_words(entry.on, language) if entry.on else "",
        )
        for entry in own
    )


def _rung(number: int, rung: Rung, dossier: Dossier, language: str) -> RungShown:
    statement, source = rung.statement, rung.statement.source
    title = source.title.read(language, "en") if source else _("without a source")
    day = day_in_words(source.dated, language) if source and source.dated else ""
    grade = rung.grade.name.read(language, "en") if rung.grade else _("not on the scale")
    note = " · ".join(filter(None, (movement_name(rung.movement), grade, standing_name(rung.standing), *rung.tones)))
    place = paragraph_sign(dossier.number_of(source.id, statement.paragraph)) if source and statement.paragraph else ""
    words = Piece(PieceKind.SAME, statement.words.read(source.language if source else language, "en"))
    return RungShown(
        Finding(id=f"{number}", words=" · ".join(filter(None, (day, title))), note=note, place=place),
        Differing("", rung.pieces or (words,)),
        in_source(source.id, statement.subject_id or source.id) if source else "",
    )
