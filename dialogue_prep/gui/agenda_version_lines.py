"""What the window says of versions of an agenda and of what differs between two; nothing here knows a widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogue_prep.domain.agenda import Slot
from dialogue_prep.domain.agenda_difference import ItemDifference, ItemPart, agenda_difference
from dialogue_prep.domain.agenda_versions import AgendaVersion
from dialogue_prep.domain.differences import Piece, PieceKind, differences
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.gui.agenda_terms import hour_in_words, length_in_words
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.terms import short_name
from dialogue_prep.gui.words import _, count, in_a_row, with_commas

_NONE = "–"


def version_lines(version: AgendaVersion, language: str) -> tuple[Differing, ...]:
    """Return the items of one version: number, hour and length above the title."""
    return tuple(
        Differing(_place(slot), (Piece(PieceKind.SAME, _title(slot, language)),))
        for slot in version.slots
        if _title(slot, language)
    )


def difference_lines(
    before: AgendaVersion, after: AgendaVersion, dossier: Dossier, language: str
) -> tuple[Differing, ...]:
    """Return every item of two versions: what became of it above its title, in which the words that differ are told."""
    return tuple(_line(one, before, after, dossier, language) for one in agenda_difference(before, after))


def difference_in_short(before: AgendaVersion, after: AgendaVersion) -> str:
    """Return how many items came, went, moved and changed."""
    found = agenda_difference(before, after)
    gone = [one for one in found if one.after is None]
    parts = (
        (count("{number} added", "{number} added", n) if (n := sum(one.before is None for one in found)) else ""),
        (count("{number} removed", "{number} removed", n) if (n := sum(not one.parked for one in gone)) else ""),
        (count("{number} parked", "{number} parked", n) if (n := sum(one.parked for one in gone)) else ""),
        (count("{number} moved", "{number} moved", n) if (n := sum(one.moved for one in found)) else ""),
        (count("{number} changed", "{number} changed", n) if (n := sum(bool(one.parts) for one in found)) else ""),
    )
    return with_commas(parts) or _("These versions say the same.")


def _line(
    one: ItemDifference, before: AgendaVersion, after: AgendaVersion, dossier: Dossier, language: str
) -> Differing:
    said = [_place(one.slot)]
    if one.before is None:
        said.append(_("added"))
    elif one.after is None:
        said.append(_("parked") if one.parked else _("removed"))
    else:
        said += _changes(one, one.before, one.after, before, after, dossier, language)
    return Differing(" · ".join(said), _pieces(one, language))


def _changes(
    one: ItemDifference,
    old: Slot,
    new: Slot,
    before: AgendaVersion,
    after: AgendaVersion,
    dossier: Dossier,
    language: str,
) -> Iterable[str]:
    if one.moved:
        yield _("moved from {hour}").format(hour=hour_in_words(old.begins))
    if ItemPart.MINUTES in one.parts:
        yield _("was {length}").format(length=length_in_words(old.item.minutes))
    if ItemPart.LEADS in one.parts:
        names: dict[str, str] = {entity.id: short_name(entity, language) for entity in dossier.entities}
        was, now = _named(before.leads, old, names), _named(after.leads, new, names)
        yield _("leads {now}, were {was}").format(now=now, was=was)
    if ItemPart.COMMITMENTS in one.parts:
        codes: dict[str, str] = {commitment.id: commitment.code for commitment in dossier.commitments}
        was, now = _named(before.commitments, old, codes), _named(after.commitments, new, codes)
        yield _("follows up {now}, was {was}").format(now=now, was=was)


def _named(of_items: Mapping[str, tuple[str, ...]], slot: Slot, names: Mapping[str, str]) -> str:
    found = (names.get(id_, "") for id_ in of_items.get(slot.item.id, ()))
    return in_a_row(sorted(filter(None, found))) or _NONE


def _pieces(one: ItemDifference, language: str) -> tuple[Piece, ...]:
    if one.before is None or one.after is None:
        kind = PieceKind.ADDED if one.before is None else PieceKind.REMOVED
        return (Piece(kind, _title(one.slot, language)),)
    return differences(_title(one.before, language), _title(one.after, language))


def _place(slot: Slot) -> str:
    number = _("Item {number}").format(number=slot.number) if slot.number else ""
    day = _("Day {number}").format(number=slot.day) if slot.day > 1 else ""
    hours = f"{hour_in_words(slot.begins)}–{hour_in_words(slot.ends)}"
    return " · ".join(filter(None, (number, day, hours, length_in_words(slot.item.minutes))))


def _title(slot: Slot, language: str) -> str:
    return slot.item.title.read(language, "en")
