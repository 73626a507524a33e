"""What the agenda page says of a round, worked out of its dossier; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogue_prep.documents.pictures.day_plan import DayPlan, day_plan
from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaState, ItemKind, Slot, overrun
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.planning import UsualItem
from dialogue_prep.domain.text import Text, worded
from dialogue_prep.gui.agenda_terms import hour_in_words, length_in_words, version_name
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.round_terms import agenda_state_name, item_kind_name
from dialogue_prep.gui.words import _, count, in_a_row, labelled, with_commas, with_remark

_NOBODY = "–"
_NEW_MINUTES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One row of the agenda. `words` is the title in the language that is edited, `title` in the first that has one.

    `unled` says that an item that needs a lead has none on our side.
    """

    id: str
    item: AgendaItem
    number: str
    begins: str
    title: str
    words: str
    leads: str
    leads_in_full: str
    unled: bool
    commitments: str
    commitments_in_full: str

    @property
    def quiet(self) -> bool:
        """Whether nothing is negotiated under the item."""
        return self.item.kind in (ItemKind.BREAK, ItemKind.OPENING)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """An item that can be added: one that agendas usually have, or one on a standing topic."""

    kind: ItemKind
    title: Text
    minutes: int
    topic_id: TopicId | None = None

    def name(self, language: str) -> str:
        """Return what stands in the menu."""
        title = self.title.read(language, "en")
        return with_remark(title, length_in_words(self.minutes))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaShown:
    """Everything the page shows of an agenda beside the item that is chosen."""

    agenda: Agenda
    state: str
    settled: str
    hours: str
    rows: tuple[ItemRow, ...]
    parked: tuple[ItemRow, ...]
    total: str
    over: bool
    day: DayPlan


def agenda_shown(dossier: Dossier, language: str, words_in: str) -> AgendaShown | None:
    """Return what is shown in the language of the window, texts edited in `words_in`; None where there is no agenda."""
    if dossier.agenda is None:
        return None
    agenda = dossier.agenda
    parked = sorted((item for item in dossier.items if item.parked), key=lambda item: (item.position, item.id))
    return AgendaShown(
        agenda=agenda,
        state=version_name(agenda),
        settled=_("This version is {state}; begin a new one to change it.").format(
            state=agenda_state_name(agenda.state)
        )
        if agenda.state is not AgendaState.DRAFT
        else "",
        hours=hours_line(dossier, language),
        rows=tuple(_row(dossier, slot, language, words_in) for slot in dossier.slots),
        parked=tuple(_row(dossier, item, language, words_in) for item in parked),
        total=total_in_words(agenda, dossier.items),
        over=overrun(agenda, dossier.items) > 0,
        day=day_plan(agenda, dossier.slots, dossier.sides, language),
    )


def new_items(dossier: Dossier, usual: Sequence[UsualItem], language: str) -> tuple[NewItem, ...]:
    """Return what can be added: the usual items, guidance if it is not among them, and every standing topic."""
    return (
        *(NewItem(kind=one.kind, title=one.title, minutes=one.minutes) for one in usual),
        *(
            NewItem(kind=kind, title=worded(language, item_kind_name(kind)), minutes=_NEW_MINUTES)
            for kind in (ItemKind.TOPIC, ItemKind.GUIDANCE)
        ),
        *(
            NewItem(kind=ItemKind.TOPIC, title=topic.title, minutes=_NEW_MINUTES, topic_id=topic.id)
            for topic in dossier.topics
        ),
    )


def hours_line(dossier: Dossier, language: str) -> str:
    """Return on which day the hours are and where: the day, or that it is open, and the city whose time it is."""
    round_ = dossier.round
    day = day_in_words(round_.start, language) if round_.start else _("dates open")
    zone = round_.time_zone or dossier.host.time_zone
    city = round_.city.read(language, "en") or dossier.host.capital.read(language, "en")
    city = city or dossier.host.name.read(language, "en")
    said = _("{day} · hours in {city} time").format(day=day, city=city)
    offset = _offset(zone, datetime.combine(round_.start, time(12), UTC)) if round_.start else ""
    return with_remark(said, offset)


def total_in_words(agenda: Agenda, items: Sequence[AgendaItem]) -> str:
    """Return how long the items take, how much time there is, and how much is left or missing."""
    over = overrun(agenda, items)
    taken, there_is = (length_in_words(n) for n in (agenda.minutes_available + over, agenda.minutes_available))
    said = _("{taken} of {there_is}").format(taken=taken, there_is=there_is)
    if over == 0:
        return with_commas((said, _("no time left")))
    if over > 0:
        return with_commas((said, count("{number} minute over", "{number} minutes over", over)))
    return with_commas((said, count("{number} minute left", "{number} minutes left", -over)))


def item_name(item: AgendaItem, number: int | None, language: str) -> str:
    """Return the number and the title of an item."""
    title = item.title.read(language, "en") or item_kind_name(item.kind)
    return f"{number}  {title}" if number else title


def _row(dossier: Dossier, place: Slot | AgendaItem, language: str, words_in: str) -> ItemRow:
    slot = place if isinstance(place, Slot) else None
    item = place.item if isinstance(place, Slot) else place
    commitments = dossier.commitments_of(item)
    ours, theirs = (dossier.leads_of(item, side) for side in (dossier.home, dossier.away))
    return ItemRow(
        id=item.id,
        item=item,
        number=str(slot.number) if slot and slot.number else "",
        begins=hour_in_words(slot.begins) if slot else "",
        title=item.title.read(words_in, language, "en"),
        words=item.title.words(words_in),
        leads=_leads(dossier, item, language),
        leads_in_full="\n".join(
            labelled(side.name.read(language, "en"), in_a_row(entity.name.read(language, "en") for entity in found))
            for side, found in ((dossier.home, ours), (dossier.away, theirs))
            if found
        ),
        unled=item.kind is ItemKind.TOPIC and not ours,
        commitments=in_a_row(one.code for one in commitments),
        commitments_in_full="\n".join(f"{one.code} {one.action.read(language, 'en')}" for one in commitments),
    )


def _leads(dossier: Dossier, item: AgendaItem, language: str) -> str:
    ours, theirs = (short_leads(dossier, item, side, language) for side in (dossier.home, dossier.away))
    if ours or theirs:
        return f"{ours or _NOBODY} · {theirs or _NOBODY}"
    return _("to be named") if item.kind is ItemKind.TOPIC else ""


def short_leads(dossier: Dossier, item: AgendaItem, side: Side, language: str) -> str:
    """Return the entities of a side that lead on an item, by their abbreviations where they have any."""
    return in_a_row(
        entity.abbreviation.read(language, "en") or entity.name.read(language, "en")
        for entity in dossier.leads_of(item, side)
    )


def _offset(zone: str, moment: datetime) -> str:
    """Return how far a zone is from universal time at a moment, empty for a zone that nobody knows."""
    try:
        offset = moment.astimezone(ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    minutes = round(offset.total_seconds() / 60) if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
