"""What the agenda page says of a round, worked out of its dossier; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dialogue_prep.documents.pictures.day_plan import DayPlan, day_plan
from dialogue_prep.domain.agenda import Agenda, AgendaItem, AgendaState, ItemKind, Slot, minutes_by_day, overrun
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.identity import TopicId
from dialogue_prep.domain.planning import UsualItem
from dialogue_prep.domain.readiness import days_differ
from dialogue_prep.domain.text import Text, worded
from dialogue_prep.gui.agenda_terms import days_of_agenda, hour_in_words, length_in_words, version_name
from dialogue_prep.gui.days import days_in_words
from dialogue_prep.gui.round_terms import agenda_state_name, item_kind_name
from dialogue_prep.gui.words import _, count, in_a_row, labelled, sentence_in_words, together, with_commas, with_remark

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
    day: str
    begins: str
    title: str
    words: str
    leads: str
    leads_in_full: str
    unled: bool
    commitments: str
    commitments_in_full: str

    @property
    def minutes(self) -> str:
        """How long the item takes; what ends a day takes no time."""
        return "" if self.item.ends_day else str(self.item.minutes)

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
        return with_remark(title, length_in_words(self.minutes) if self.minutes else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaShown:
    """Everything the page shows of an agenda beside the item that is chosen."""

    agenda: Agenda
    state: str
    settled: str
    hours: str
    days: str
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
        days=_about_days(dossier, language),
        rows=tuple(_row(dossier, slot, language, words_in) for slot in dossier.slots),
        parked=tuple(_row(dossier, item, language, words_in) for item in parked),
        total=_total(agenda, dossier, language),
        over=overrun(agenda, dossier.items) > 0,
        day=day_plan(agenda, dossier.slots, dossier.sides, language, days_of_agenda(dossier, language)),
    )


def _about_days(dossier: Dossier, language: str) -> str:
    """Return that the days of agenda and round differ, and what to do about it; empty where they do not."""
    differ = days_differ(dossier)
    if differ is None:
        return ""
    hint = _("Add “End of the day”: what stands below it is on the next day.") if dossier.days_of_agenda == 1 else ""
    return together((sentence_in_words(differ, language), hint))


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
    """Return on which days the hours are and where: the days, or that they are open, and the city whose time it is."""
    round_ = dossier.round
    last = round_.start + timedelta(days=dossier.days_of_agenda - 1) if round_.start else None
    day = days_in_words(round_.start, last, language) if round_.start else _("dates open")
    zone = round_.time_zone or dossier.host.time_zone
    city = round_.city.read(language, "en") or dossier.host.capital.read(language, "en")
    city = city or dossier.host.name.read(language, "en")
    said = _("{day} · hours in {city} time").format(day=day, city=city)
    offset = _offset(zone, datetime.combine(round_.start, time(12), UTC)) if round_.start else ""
    return with_remark(said, offset)


def _total(agenda: Agenda, dossier: Dossier, language: str) -> str:
    """Return how long the items take and how much time there is; what is left on one day, and missing on any."""
    days, available = minutes_by_day(dossier.slots), agenda.minutes_available
    taken, there_is = length_in_words(sum(days)), length_in_words(available * len(days))
    said = _("{taken} of {there_is}").format(taken=taken, there_is=there_is)
    for name, of_day in zip(days_of_agenda(dossier, language), days, strict=True):
        if (over := of_day - available) > 0:
            missing = count("{number} minute over", "{number} minutes over", over)
            return labelled(name, missing) if len(days) > 1 else with_commas((said, missing))
    if len(days) > 1:
        return said
    left = available - days[0]
    remaining = count("{number} minute left", "{number} minutes left", left) if left else _("no time left")
    return with_commas((said, remaining))


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
        day=days_of_agenda(dossier, language)[slot.day - 1] if slot else "",
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
