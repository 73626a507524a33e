"""Edited copies under review as lines: a list of what they bring, and the sentences about the whole."""

from __future__ import annotations

from pathlib import Path

from dialogue_prep.documents.merge import Outcome
from dialogue_prep.gui.colours import Tone
from dialogue_prep.gui.days import day_in_words
from dialogue_prep.gui.icons import Icon
from dialogue_prep.gui.kit.finding_list import Finding
from dialogue_prep.gui.pages.returning import Entry, Returning, ReviewPart, Standing, Subject
from dialogue_prep.gui.terms import paper_name
from dialogue_prep.gui.words import _, count, in_a_row, in_one_sentence, sentence_in_words
from dialogue_prep.services.returned_agenda import AgendaChange
from dialogue_prep.services.returned_report import Addition, Remark, ReportedCopy, UnitChange, Untaken

_SIGNS = {
    Standing.OPEN: (Icon.BLOCKING, Tone.WARN),
    Standing.TAKEN: (Icon.DONE, Tone.GOOD),
    Standing.OURS: (Icon.ABSENT, Tone.MUTED),
    Standing.NOTE: (Icon.WRITE, Tone.MUTED),
    Standing.TOLD: (Icon.MISSING, Tone.WARN),
}
_SHORT = 120


def entry_lines(returning: Returning, part: ReviewPart, language: str) -> tuple[Finding, ...]:
    """Return the lines of a part of a review."""
    return tuple(_line(returning, entry, language) for entry in returning.in_part(part))


def standing_name(standing: Standing) -> str:
    """Return how it stands with an entry, in words."""
    return {
        Standing.OPEN: _("to be decided"),
        Standing.TAKEN: _("taken"),
        Standing.OURS: _("stays as it is here"),
        Standing.NOTE: _("kept as a note"),
        Standing.TOLD: _("only told"),
    }[standing]


def title_of(returning: Returning) -> str:
    """Return what is under review."""
    copies = returning.report.copies
    if len(copies) == 1:
        return copies[0].path.name
    return count("{number} edited copy", "{number} edited copies", len(copies))


def papers_of(returning: Returning) -> str:
    """Return of which papers the copies are, and by whom."""
    copies = returning.report.copies
    papers = dict.fromkeys(paper_of(copy) for copy in copies)
    authors = dict.fromkeys(copy.author for copy in copies)
    return _("{papers} · edited by {names}").format(papers=_("; ").join(papers), names=in_a_row(authors))


def paper_of(copy: ReportedCopy) -> str:
    """Return of which paper something is a copy, and of which version."""
    said = _("{paper}, version {number}")
    return said.format(paper=paper_name(copy.draft.kind), number=copy.draft.version)


def warnings_of(returning: Returning) -> tuple[str, ...]:
    """Return what is to be known of what the copies say, and of how they were read."""
    report = returning.report
    read = (warning for copy in report.copies for warning in copy.warnings)
    return tuple(sentence_in_words(warning) for warning in (*report.internal, *read))


def in_numbers(returning: Returning) -> str:
    """Return what taking the copies in would do, with every decision so far."""
    if returning.report.empty:
        return _("Nothing in them is other than it is here.")
    taken, ours, still_open = (
        returning.number(standing) for standing in (Standing.TAKEN, Standing.OURS, Standing.OPEN)
    )
    notes = returning.number(Standing.NOTE)
    parts = [count("{number} edit is taken", "{number} edits are taken", taken)]
    if ours:
        parts.append(count("{number} stays as it is here", "{number} stay as they are here", ours))
    if notes:
        parts.append(count("{number} becomes a note", "{number} become notes", notes))
    if still_open:
        said = _("{number} not decided: what is here stays, and the other words become notes")
        parts.append(said.format(number=still_open))
    return in_one_sentence(parts)


def authors_of(returning: Returning, subject: Subject) -> str:
    """Return who brings something: the author, or how many copies do."""
    if isinstance(subject, UnitChange):
        named = list(dict.fromkeys(returning.report.copies[number].author for number in subject.copies))
        return named[0] if len(named) == 1 else count("{number} copy", "{number} copies", len(named)) if named else ""
    if isinstance(subject, Remark) and subject.note.author:
        return subject.note.author
    return subject.author if isinstance(subject, ReportedCopy) else returning.report.copies[subject.copy].author


def place_of(returning: Returning, subject: Subject) -> str:
    """Return where something stands in its paper; with the paper where the copies are of several."""
    if isinstance(subject, ReportedCopy | AgendaChange):
        return ""
    draft, key = _unit(returning, subject)
    place = " ".join(returning.places.get((draft, key), "").split())
    several = len({copy.draft.id for copy in returning.report.copies}) > 1
    copy = next(copy for copy in returning.report.copies if copy.draft.id == draft)
    return " · ".join(filter(None, (paper_of(copy) if several else "", place)))


def _line(returning: Returning, entry: Entry, language: str) -> Finding:
    subject, standing = entry.subject, returning.standing(entry)
    icon, tone = _SIGNS[standing]
    if isinstance(subject, ReportedCopy):
        day = day_in_words(subject.on, language) if subject.on else ""
        icon, tone = (Icon.MISSING, Tone.WARN) if subject.warnings else (Icon.PAPERS, Tone.MUTED)
        note = " · ".join(filter(None, (paper_of(subject), day)))
        return Finding(id=entry.id, words=subject.path.name, note=note, place=subject.author, icon=icon, tone=tone)
    words, note = place_of(returning, subject), _short(_said(subject, language))
    return Finding(
        id=entry.id,
        words=words or note,
        note=note if words else _deed_name(subject),
        place=authors_of(returning, subject),
        icon=icon,
        tone=tone,
        struck=standing is Standing.OURS,
        aloud=standing_name(standing),
    )


def _said(subject: UnitChange | Addition | AgendaChange | Remark | Untaken, language: str) -> str:
    """Return what copies say there, in a line."""
    match subject:
        case UnitChange():
            if subject.merged.outcome is Outcome.DELETED:
                return _("left out: {words}").format(words=subject.merged.base)
            said = dict.fromkeys(version.words or "–" for version in subject.merged.versions)
            return " | ".join(said) or _("looks otherwise: {words}").format(words=subject.merged.words)
        case Addition():
            return _("new: {words}").format(words=subject.words)
        case AgendaChange():
            return sentence_in_words(subject.said, language)
        case Remark():
            return _("comment: {words}").format(words=subject.note.words)
        case Untaken():
            return _("not taken: {words}").format(words=subject.edit.now or "–")


def _deed_name(subject: Subject) -> str:
    return _("The agenda") if isinstance(subject, AgendaChange) else ""


def _unit(returning: Returning, subject: UnitChange | Addition | Remark | Untaken) -> tuple[str, str]:
    """Return the draft and the key of the unit that something is about, or that is nearest to it."""
    match subject:
        case UnitChange():
            return subject.draft.id, subject.merged.key
        case Addition():
            return subject.draft.id, subject.beside or subject.near
        case Remark():
            return returning.report.copies[subject.copy].draft.id, subject.note.key
        case Untaken():
            return returning.report.copies[subject.copy].draft.id, subject.edit.beside


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[:_SHORT]} …"


def after_taking(names: list[Path], taken: str) -> str:
    """Return what is said once copies were taken in."""
    said = _("Taken in from {files}: {what} Undo takes all of it back.")
    return said.format(files=in_a_row(path.name for path in names), what=taken)
