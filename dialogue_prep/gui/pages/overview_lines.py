"""What the overview says of a round, worked out of its dossier; nothing here knows a widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dialogue_prep.documents.pictures.hosting_strip import HostingStrip, hosting_strip
from dialogue_prep.domain.commitment import RollUp, roll_up, standing
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.hosting import Turn
from dialogue_prep.domain.milestone import MilestoneState
from dialogue_prep.domain.readiness import Gap, Mending, Place, gaps, no_word_since
from dialogue_prep.domain.source import CitationRole, SourceKind, Subject
from dialogue_prep.gui.days import day_in_words, days_in_words
from dialogue_prep.gui.terms import step_name
from dialogue_prep.gui.words import _, count, sentence_in_words

_MILESTONES = 2
# The order in which a round is prepared.
_STEPS = (Place.HOSTING, Place.DIALOGUE, Place.AGENDA, Place.DELEGATIONS, Place.COMMITMENTS, Place.SOURCES)


@dataclass(frozen=True, slots=True)
class GapLine:
    """One gap as a line: its sentence, whether it blocks, where it is mended."""

    id: str
    sentence: str
    blocking: bool
    where: Place
    record_id: str
    mending: Mending


@dataclass(frozen=True, slots=True)
class StepLine:
    """What is to be done next at one place, and how much of it is open."""

    what: str
    open: str
    blocking: bool


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """What is due next, when, and whether that is past."""

    what: str
    when: str
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the overview of a round shows; `days` is what stands large beside the headline."""

    headline: str
    days: str
    about: str
    strip: HostingStrip
    gaps: tuple[GapLine, ...]
    roll_up: tuple[tuple[RollUp, int], ...]
    commitments_from: str
    steps: tuple[StepLine, ...]
    milestones: tuple[MilestoneLine, ...]
    marking: str


def overview(dossier: Dossier, turns: Sequence[Turn], today: date, language: str) -> Overview:
    """Return what the overview says of the round of a dossier on a day, in the language of the window."""
    found = gaps(dossier, today)
    city = dossier.round.city.read(language, "en")
    number = dossier.round.ordinal
    ceiling = next((marking for marking in dossier.markings if marking.ceiling), None)
    return Overview(
        headline=_("Round {number}, {city}").format(number=number, city=city)
        if city
        else _("Round {number}").format(number=number),
        days=_days(dossier, today),
        about=" · ".join(_about(dossier, turns, language)),
        strip=hosting_strip(turns, (dossier.home, dossier.away), today, language, number),
        gaps=tuple(gap_line(gap, language) for gap in found),
        roll_up=_rolled_up(dossier),
        commitments_from=_commitments_from(dossier),
        steps=tuple(_steps(found)),
        milestones=tuple(islice(_milestones(dossier, today, language), _MILESTONES)),
        marking=ceiling.name.read(language, "en") if ceiling else "",
    )


def _days(dossier: Dossier, today: date) -> str:
    round_ = dossier.round
    if round_.status.took_place:
        return _("held", "of a round")
    if round_.overdue(today):
        return _("overdue")
    if round_.start is None:
        return _("dates open")
    days = (round_.start - today).days
    if days == 0:
        return _("today")
    return count("{number} day to go", "{number} days to go", days) if days > 0 else _("in session")


def _about(dossier: Dossier, turns: Sequence[Turn], language: str) -> list[str]:
    round_ = dossier.round
    parts = [_("{side} hosts").format(side=dossier.host.name.read(language, "en"))]
    if round_.start:
        parts.append(days_in_words(round_.start, round_.end, language))
    elif round_.year:
        parts.append(_("expected in {year}").format(year=round_.year))
    if cited := _announced(dossier, language):
        parts.append(cited)
    elif reason := next((turn.reason for turn in turns if turn.round and turn.round.id == round_.id), None):
        parts.append(sentence_in_words(reason, language).rstrip(".。"))
    return parts


def _announced(dossier: Dossier, language: str) -> str:
    """Return which source states the round, and in which paragraph."""
    stating = (
        citation
        for citation in dossier.citations
        if (citation.subject, citation.subject_id, citation.role)
        == (Subject.ROUND, dossier.round.id, CitationRole.STATES)
    )
    citation = next(stating, None)
    if citation is None:
        return ""
    source = dossier.source(citation.source_id)
    if source.kind is SourceKind.JOINT_RECORD and source.dated:
        said, about = _("said in the joint record of {about}, paragraph {number}"), day_in_words(source.dated, language)
    else:
        said, about = _("said in “{about}”, paragraph {number}"), source.title.read(language, "en")
    return said.format(about=about, number=dossier.number_of(source.id, citation.paragraph))


def gap_line(gap: Gap, language: str) -> GapLine:
    """Return a gap as a line, in the language of the window."""
    sentence = sentence_in_words(gap.sentence, language)
    id_ = f"{gap.where}/{gap.subject_id}/{sentence}"
    return GapLine(id_, sentence, gap.blocking, gap.where, gap.subject_id, gap.mending)


def _rolled_up(dossier: Dossier) -> tuple[tuple[RollUp, int], ...]:
    found: Counter[RollUp] = Counter()
    for commitment in dossier.commitments:
        entries = dossier.entries_of(commitment)
        entry = standing(entries)
        now = roll_up(entry.state if entry else None)
        quiet = now is not RollUp.CLOSED and no_word_since(dossier, entries)
        found[RollUp.NO_WORD if quiet else now] += 1
    return tuple((kind, found[kind]) for kind in RollUp)


def _commitments_from(dossier: Dossier) -> str:
    numbers = sorted({dossier.ordinals[commitment.round_id] for commitment in dossier.commitments})
    if not numbers:
        return ""
    total = len(dossier.commitments)
    if len(numbers) == 1:
        said = count("{number} from round {{round}}", "{number} from round {{round}}", total)
        return said.format(round=numbers[0])
    said = count("{number} from rounds {{first}} to {{last}}", "{number} from rounds {{first}} to {{last}}", total)
    return said.format(first=numbers[0], last=numbers[-1])


def _milestones(dossier: Dossier, today: date, language: str) -> Iterator[MilestoneLine]:
    """Yield what is still to be done before the round, in the order in which it is due; what has no day comes last."""
    for one in sorted(dossier.dated_milestones, key=lambda one: (one.due is None, one.due or today)):
        state = one.state(today)
        if state in (MilestoneState.OPEN, MilestoneState.OVERDUE):
            when = day_in_words(one.due, language) if one.due else _("no day yet")
            yield MilestoneLine(one.milestone.title.read(language, "en"), when, state is MilestoneState.OVERDUE)


def _steps(found: Sequence[Gap]) -> list[StepLine]:
    open_ = Counter(gap.where for gap in found)
    blocking = Counter(gap.where for gap in found if gap.blocking)
    return [
        StepLine(step_name(place), count("{number} open", "{number} open", open_[place]), blocking[place] > 0)
        for place in _STEPS
        if open_[place]
    ]
