"""One entry of a review of edited copies in full: what was written, what is here now, what each copy has."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_prep.documents.merge import Outcome, Version
from dialogue_prep.domain.differences import Piece, PieceKind, differences
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.pages.returned_lines import paper_of
from dialogue_prep.gui.pages.returning import Entry, Returning, Standing
from dialogue_prep.gui.words import _, listed, sentence_in_words
from dialogue_prep.services.returned_agenda import AgendaChange
from dialogue_prep.services.returned_report import Addition, Remark, ReportedCopy, UnitChange, Untaken


def details_of(returning: Returning, entry: Entry, language: str) -> tuple[Differing, ...]:
    """Return everything that there is to see of an entry."""
    copies = returning.report.copies
    match entry.subject:
        case UnitChange() as unit:
            return tuple(_unit(unit, copies, language))
        case Addition() as addition:
            heading = _("New, by {copy}").format(copy=_named(copies[addition.copy], language))
            return (Differing(heading, (Piece(PieceKind.ADDED, addition.words),)),)
        case AgendaChange() as change:
            return (_plain(_named(copies[change.copy], language), sentence_in_words(change.said, language)),)
        case Remark() as remark:
            return (_plain(_("Comment by {copy}").format(copy=_remarked(remark, copies, language)), remark.note.words),)
        case Untaken() as untaken:
            heading = _("Edited by {copy}").format(copy=_named(copies[untaken.copy], language))
            return (Differing(heading, differences(untaken.edit.was, untaken.edit.now)),)
        case ReportedCopy() as copy:
            return tuple(_of_copy(copy, language))


def why(entry: Entry) -> str:
    """Return what an entry is, and what would come of it: why it is open, why it cannot be taken."""
    match entry.subject:
        case UnitChange() as unit:
            return _why_unit(unit)
        case Addition() as addition:
            return _why_added(addition)
        case Remark():
            return _("A comment is kept as a note on what it stands beside; it never stands in a paper.")
        case Untaken():
            return _("These words stand fast in this paper: their edit is told, and never taken.")
        case AgendaChange() as change:
            if change.internal is not None:
                return sentence_in_words(change.internal)
            return "" if change.clean else _("Taken only if you say so.")
        case ReportedCopy():
            return ""


def comes_to(returning: Returning, entry: Entry) -> str:
    """Return in words what was decided on an entry, or what happens while nothing is."""
    standing, choice = returning.standing(entry), returning.choices.get(entry.id)
    unit = entry.subject
    if standing is Standing.OPEN:
        return _("Not decided: what is here stays.")
    if standing is not Standing.TAKEN or not isinstance(unit, UnitChange):
        return {
            Standing.TAKEN: _("Taken."),
            Standing.OURS: _("Left out: nothing is changed here."),
            Standing.NOTE: _("Kept as a note."),
            Standing.TOLD: "",
        }[standing]
    words = returning.words(entry)
    authors = [
        returning.report.copies[version.copy].author for version in unit.merged.versions if version.words == words
    ]
    if authors:
        said = _("Taken as {names} has it.") if words else _("Left out, as {names} would have it.")
        return said.format(names=listed(dict.fromkeys(authors)))
    merged = choice is None or words == unit.merged.words
    return _("Taken, put together word by word.") if merged else _("Taken in words of your own.")


def _unit(unit: UnitChange, copies: tuple[ReportedCopy, ...], language: str) -> Iterator[Differing]:
    merged = unit.merged
    if merged.ours is None:
        yield Differing(_("Here it is gone; it was written so"), (Piece(PieceKind.REMOVED, merged.base),))
    elif merged.ours == merged.base:
        yield _plain(_("As it was written, and still is here"), merged.base or _("nothing yet"))
    else:
        yield Differing(_("Here, since it was written"), differences(merged.base, merged.ours))
    for number, version in enumerate(merged.versions, start=1):
        yield Differing(f"{number}   {_named(copies[version.copy], language)}", _pieces(merged.base, version))


def _pieces(base: str, version: Version) -> tuple[Piece, ...]:
    return differences(base, version.words) if version.words else (Piece(PieceKind.REMOVED, base or "–"),)


def _why_unit(unit: UnitChange) -> str:
    if unit.refused is not None:
        reason = sentence_in_words(unit.refused)
        words = any(version.words for version in unit.merged.versions)
        return _("{reason} The words are kept as a note.").format(reason=reason) if words else reason
    if unit.internal is not None:
        return sentence_in_words(unit.internal)
    outcome, number = unit.merged.outcome, len(unit.merged.versions)
    if outcome is Outcome.CONFLICT and number > 1:
        said = _("Several changed the same words: take the copy of one (keys 1 to {number}), combine, or reword.")
        return said.format(number=number)
    if outcome is Outcome.CONFLICT and unit.merged.ours == unit.merged.base:
        return _("The program that saved this copy may have spoilt words: look whether they are meant.")
    return {
        Outcome.CONFLICT: _("The same words were changed here and in the copy: take one, combine, or reword."),
        Outcome.DELETED: _("It is left out in a copy: it goes only if you say so."),
        Outcome.MERGED: _("Changed at different places: put together word by word."),
        Outcome.TAKEN: _("Only the copy has changed it."),
    }.get(outcome, _("Only how the words look was changed."))


def _why_added(addition: Addition) -> str:
    if addition.copied:
        return _("It is a mere copy of what stands elsewhere in the paper: taken only if you say so.")
    if not addition.beside:
        return _("It stands among no points, so there is no place for it: it is kept as a note.")
    return _("A new paragraph among points: it becomes one of them.")


def _of_copy(copy: ReportedCopy, language: str) -> Iterator[Differing]:
    yield _plain(_("File"), str(copy.path))
    yield _plain(_("Copy of"), paper_of(copy))
    day = day_in_words(copy.on, language) if copy.on else ""
    yield _plain(_("Edited by"), " · ".join(filter(None, (copy.author, day))))
    yield _plain(_("SHA-256 of the file"), copy.file_hash)
    for warning in copy.warnings:
        yield _plain(_("To be known"), sentence_in_words(warning))


def _remarked(remark: Remark, copies: tuple[ReportedCopy, ...], language: str) -> str:
    copy = copies[remark.copy]
    day = day_in_words(remark.note.on, language) if remark.note.on else ""
    return " · ".join(filter(None, (remark.note.author or copy.author, day, copy.path.name)))


def _named(copy: ReportedCopy, language: str) -> str:
    day = day_in_words(copy.on, language) if copy.on else ""
    return " · ".join(filter(None, (copy.author, day, copy.path.name)))


def _plain(name: str, words: str) -> Differing:
    return Differing(name, (Piece(PieceKind.SAME, words),))
