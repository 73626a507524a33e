"""What the side panel says of one agenda item, worked out of the dossier; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.wording import Phrases, spoken_length
from dialogue_prep.domain.agenda import AgendaItem, Slot
from dialogue_prep.domain.commitment import Commitment, code_order, roll_up, standing
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.speaking import PointKind
from dialogue_prep.gui.agenda_terms import days_of_agenda, hour_in_words, length_in_words
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.kit.several_picker import Choice
from dialogue_prep.gui.pages.agenda_lines import item_name
from dialogue_prep.gui.pages.leads import SideLeads, side_leads
from dialogue_prep.gui.round_terms import item_kind_name, point_kind_name
from dialogue_prep.gui.terms import roll_up_name, roll_up_tone
from dialogue_prep.gui.words import _, count, with_remark

KINDS = (
    PointKind.POINT,
    PointKind.QUESTION,
    PointKind.THEIR_LINE,
    PointKind.RESPONSE,
    PointKind.IF_RAISED,
    PointKind.DO_NOT_VOLUNTEER,
)
"""The kinds of speaking points that are written item by item."""

_SPOKEN = (PointKind.POINT, PointKind.QUESTION, PointKind.RESPONSE, PointKind.IF_RAISED)


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """A commitment that is followed up under the item: its code and action, and how it stands."""

    id: str
    what: str
    how: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemShown:
    """Everything the panel shows of an item beside its own fields; the points are those in the language that is edited.

    `points_elsewhere` is what is said in other languages where this one says nothing.
    """

    item: AgendaItem
    heading: str
    when: str
    leads: tuple[SideLeads, SideLeads]
    speakers: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    points: tuple[str, ...]
    points_elsewhere: str
    followed_up: tuple[FollowedUp, ...]
    commitments: tuple[Choice, ...]


def item_shown(dossier: Dossier, item: AgendaItem, kind: PointKind, language: str, words_in: str) -> ItemShown:
    """Return what is shown of an item in the language of the window, its words edited in `words_in`."""
    slot = next((slot for slot in dossier.slots if slot.item.id == item.id), None)
    points = [point.words for point in dossier.points_of(item, kind)]
    return ItemShown(
        item=item,
        heading=item_name(item, slot.number if slot else None, words_in),
        when=_when(dossier, item, slot, language),
        leads=(_leads(dossier, item, dossier.home, language), _leads(dossier, item, dossier.away, language)),
        speakers=(
            ("", _("Not said")),
            *((side.id, side.name.read(language, "en")) for side in (dossier.home, dossier.away)),
        ),
        kinds=tuple((one, _kind_name(dossier, item, one)) for one in KINDS),
        points=tuple(words for text in points if (words := text.words(words_in))),
        points_elsewhere="\n".join(text.read(language, "en") for text in points if not text.words(words_in)),
        followed_up=tuple(_followed_up(dossier, one, language) for one in dossier.commitments_of(item)),
        commitments=_commitments(dossier, item, language),
    )


def length_of_points(said: Sequence[str], kind: PointKind, item: AgendaItem, words_in: str) -> str:
    """Return how long these points are and, if they are spoken, how long it takes to say them, twice if interpreted."""
    words, characters = spoken_length(said)
    if not words + characters:
        return _("Each paragraph is one point.")
    length = count("{number} word", "{number} words", words + characters)
    if kind not in _SPOKEN:
        return length
    minutes = Phrases(words_in if words_in in LANGUAGES else "en").minutes_to_say(words, characters)
    spoken = _("{length}, {once}; {twice} with interpretation, of {all}")
    once, twice, all_ = (length_in_words(number) for number in (minutes, 2 * minutes, item.minutes))
    return spoken.format(length=length, once=once, twice=twice, all=all_)


def _when(dossier: Dossier, item: AgendaItem, slot: Slot | None, language: str) -> str:
    kind, length = item_kind_name(item.kind), length_in_words(item.minutes)
    if slot is None:
        return " · ".join((kind, _("parked"), length))
    hours = f"{hour_in_words(slot.begins)}–{hour_in_words(slot.ends)}"
    day = days_of_agenda(dossier, language)[slot.day - 1]
    if item.ends_day:
        return " · ".join(filter(None, (kind, day, hour_in_words(slot.begins))))
    return " · ".join(filter(None, (kind, day, hours, length)))


def _leads(dossier: Dossier, item: AgendaItem, side: Side, language: str) -> SideLeads:
    return side_leads(dossier, {entity.id for entity in dossier.leads_of(item, side)}, side, language)


def _kind_name(dossier: Dossier, item: AgendaItem, kind: PointKind) -> str:
    number = len(dossier.points_of(item, kind))
    return with_remark(point_kind_name(kind), str(number) if number else "")


def _followed_up(dossier: Dossier, commitment: Commitment, language: str) -> FollowedUp:
    entry = standing(dossier.entries_of(commitment))
    state = roll_up(entry.state if entry else None)
    what = f"{commitment.code}  {commitment.action.read(language, 'en')}"
    tone = roll_up_tone(state)  # one of them is for shapes only, and never for words
    return FollowedUp(commitment.id, what, roll_up_name(state), Tone.MUTED if tone is Tone.QUIET else tone)


def _commitments(dossier: Dossier, item: AgendaItem, language: str) -> tuple[Choice, ...]:
    """Return what can be followed up: what is live, and what stands under the item; where it stands now is said."""
    under = {one.id: slot for slot in dossier.slots for one in dossier.commitments_of(slot.item)}
    own = {one.id for one in dossier.commitments_of(item)}
    choices = []
    offered = {*dossier.live_commitments, *dossier.commitments_of(item)}
    for one in sorted(offered, key=lambda found: (code_order(found.code), found.id)):
        name = f"{one.code}  {one.action.read(language, 'en')}"
        slot = under.get(one.id)
        if slot is not None and one.id not in own and slot.number:
            where = _("now under item {number}").format(number=slot.number)
            name = f"{one.code}  {where} · {one.action.read(language, 'en')}"
        choices.append(Choice(one.id, name, one.code))
    return tuple(choices)
