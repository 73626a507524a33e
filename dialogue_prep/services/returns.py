"""What the user can do with edited copies of papers: see what they come to, and take them in as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dialogue_prep.documents.compose.names import NAMES
from dialogue_prep.documents.looks import Marks
from dialogue_prep.documents.merge import Merged, Outcome, merged_unit
from dialogue_prep.documents.model import Unit, UnitClass, UnitKey
from dialogue_prep.documents.returned_document import NewText
from dialogue_prep.documents.returned_units import own_look
from dialogue_prep.documents.snapshot import KeptUnit, Snapshot
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.sentence import Sentence
from dialogue_prep.domain.template import Template
from dialogue_prep.services.drafted import units_now
from dialogue_prep.services.returned_agenda import AgendaChange, ReadAgenda, read_agenda
from dialogue_prep.services.returned_copies import Arrived, Drafts, copy_of, read_arrived
from dialogue_prep.services.returned_report import (
    Addition,
    Choice,
    Remark,
    ReportedCopy,
    ReturnReport,
    UnitChange,
    Untaken,
)
from dialogue_prep.services.returned_taking import take_in
from dialogue_prep.services.returned_words import ReturnedWords, is_among_points
from dialogue_prep.services.words_from_copies import Unsaid
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.guard import never

_NO_CHOICES: Mapping[str, Choice] = {}
_NAMED = 2
"""So many papers are named in what a step is called."""


class Returns:
    """Requests about edited copies."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def read(self, paths: Iterable[Path], cancelled: Callable[[], bool] = never) -> Iterator[Arrived | UserError]:
        """Yield what each file is that came, or why it cannot be read; a file that is named twice is read once."""
        drafts = self._drafts()
        for path in dict.fromkeys(path.absolute() for path in paths):
            try:
                yield read_arrived(path, drafts, cancelled)
            except UserError as refused:
                yield refused

    def report(self, paths: Sequence[Path]) -> ReturnReport:
        """Return what edited copies come to; nothing is stored.

        Several copies, of one draft or of several, are merged together. Raises UserError naming the file that cannot be
        read, or is no copy of a paper of this store.
        """
        arrived = []
        for one in self.read(paths):
            if isinstance(one, UserError):
                raise one
            arrived.append(one)
        return self.report_of(arrived)

    def report_of(self, arrived: Sequence[Arrived]) -> ReturnReport:
        """Return what copies that were read come to; raise UserError for one that is of no paper of this store."""
        drafts = self._drafts()
        copies = tuple(copy_of(one, drafts) for one in arrived)
        with self._workspace.look() as work:
            return _Reporter(work, copies, drafts).report()

    def again(self, report: ReturnReport) -> ReturnReport:
        """Return what the same copies come to now, as the store may have moved since."""
        with self._workspace.look() as work:
            return _again(work, report)

    def take_in(self, report: ReturnReport, choices: Mapping[str, Choice] = _NO_CHOICES) -> None:
        """Store what a report comes to, as one step that can be undone.

        What is clean is taken unless a choice (by the id of the change) says otherwise. An edit that is open or cannot
        be taken, and of which nothing is said, leaves the store as it is, and its words are kept as a note on their
        unit; so is new text that has no place among points. Raises UserError where the store has moved since the report
        was made.
        """
        with self._workspace.request(_label(report.copies)) as work:
            now = _again(work, report)
            if [unit.merged for unit in now.units] != [unit.merged for unit in report.units] or (
                now.agenda != report.agenda
            ):
                raise UserError("Something was changed meanwhile; look at the report again before you take it in.")
            take_in(work, report, choices, self._workspace.today(), self._workspace.new_id)

    def _drafts(self) -> Drafts:
        with self._workspace.look() as work:
            return Drafts(work.find(Draft))


def _again(work: Work, report: ReturnReport) -> ReturnReport:
    return _Reporter(work, report.copies, Drafts(work.find(Draft))).report()


def _label(copies: Sequence[ReportedCopy]) -> str:
    """Return what the step is called: of which papers the copies are; of many the first, and how many more."""
    papers = list(dict.fromkeys(NAMES[copy.draft.kind] for copy in copies))
    named = papers if len(papers) <= _NAMED else [papers[0], f"+{len(papers) - 1}"]
    return f"Bring edits back: {', '.join(named)}"


class _Reporter:
    """Puts copies beside what was written and what there is now, at one moment."""

    def __init__(self, work: Work, copies: tuple[ReportedCopy, ...], drafts: Drafts) -> None:
        self._work, self._copies, self._drafts = work, copies, drafts
        self._units: list[UnitChange] = []
        self._agenda: list[AgendaChange] = []
        self._untaken: list[Untaken] = []
        self._settled: dict[str, str] = {}

    def report(self) -> ReturnReport:
        """Return what the copies come to."""
        for draft in dict.fromkeys(copy.draft.id for copy in self._copies):
            numbers = [number for number, copy in enumerate(self._copies) if copy.draft.id == draft]
            self._read_draft(self._copies[numbers[0]].draft, numbers)
        return ReturnReport(
            copies=self._copies,
            units=tuple(self._units),
            additions=tuple(_once(self._additions())),
            agenda=tuple(_agreed(self._agenda)),
            remarks=tuple(
                Remark(number, note) for number, copy in enumerate(self._copies) for note in copy.document.notes
            ),
            untaken=tuple(self._untaken),
        )

    def _read_draft(self, draft: Draft, numbers: Sequence[int]) -> None:
        base = self._drafts.snapshot(draft)
        if base is None:
            raise UserError("What this paper said when it was written can no longer be read; write it again.")
        dossier = self._work.dossier(draft.round_id)
        gone: dict[int, set[str]] = {}
        agendas = {n: read_agenda(n, self._copies[n].document, base, draft, dossier) for n in numbers}
        written = [unit.text for unit in base.units]
        unsaid = Unsaid(draft, dossier, written, self._told(agendas))
        for number, agenda in agendas.items():
            copy = self._copies[number]
            self._agenda += (_warned(change, unsaid.warning([change.title])) for change in agenda.changes)
            gone[number] = agenda.left_out
            fixed = [edit for edit in copy.document.fixed if edit not in agenda.explained]
            self._untaken += (Untaken(number, edit) for edit in (*fixed, *agenda.not_taken))
        template = self._work.look_up(Template, draft.template_id) if draft.template_id else None
        self._read_units(draft, base, units_now(draft, dossier, template), gone, unsaid)

    def _told(self, agendas: Mapping[int, ReadAgenda]) -> Iterator[str]:
        """Yield what copies of one draft say in their units, and in rows that are new."""
        for number, agenda in agendas.items():
            yield from filter(None, self._copies[number].document.words.values())
            yield from (change.title for change in agenda.changes)

    def _read_units(
        self, draft: Draft, base: Snapshot, now: Mapping[str, Unit], gone: Mapping[int, set[str]], unsaid: Unsaid
    ) -> None:
        words = ReturnedWords(self._work, draft.round_id)
        told = {number: self._copies[number].document.words for number in gone}
        for kept in base.units:
            if kept.unit_class == UnitClass.FIXED:
                continue
            key = UnitKey.read(kept.key)
            said = [(n, copy[kept.key]) for n, copy in told.items() if kept.key in copy and kept.key not in gone[n]]
            merged = merged_unit(kept.key, kept.text, self._present(key, kept, now, words), said)
            internal = unsaid.warning(version.words for version in merged.versions)
            if merged.outcome in (Outcome.TAKEN, Outcome.MERGED):
                merged = self._cautious(merged, internal)
            self._units.append(self._change(draft, kept, key, merged, words, gone, internal))

    def _present(self, key: UnitKey, kept: KeptUnit, now: Mapping[str, Unit], words: ReturnedWords) -> str | None:
        if kept.key in self._settled:
            return self._settled[kept.key]
        if kept.key in now:
            return now[kept.key].text
        return None if kept.unit_class == UnitClass.COMPOSED else words.present(key)

    def _cautious(self, merged: Merged, internal: Sentence | None) -> Merged:
        """Leave it to a person where copies say what is internal, or a program may have spoilt all that changed."""
        safe = any(self._copies[v.copy].document.safe or v.words.isascii() for v in merged.versions)
        if safe and internal is None:
            self._settled[merged.key] = merged.words
            return merged
        return merged._replace(outcome=Outcome.CONFLICT, words=merged.ours if merged.ours is not None else merged.base)

    def _change(
        self,
        draft: Draft,
        kept: KeptUnit,
        key: UnitKey,
        merged: Merged,
        words: ReturnedWords,
        numbers: Iterable[int],
        internal: Sentence | None,
    ) -> UnitChange:
        said = [version.words for version in merged.versions]
        unit_class = UnitClass(kept.unit_class)
        left_out = merged.outcome is Outcome.DELETED
        return UnitChange(
            id=f"{draft.id}/{kept.key}",
            draft=draft,
            unit_class=unit_class,
            merged=merged,
            copies=tuple(version.copy for version in merged.versions),
            look=self._look(kept, merged, numbers),
            refused=words.refusal(key, unit_class, said, left_out=left_out) if said else None,
            internal=internal,
        )

    def _look(self, kept: KeptUnit, merged: Merged, numbers: Iterable[int]) -> Marks | None:
        """Return how a unit is to look: as the first copy has it whose words it takes and that changed its look."""
        written = own_look(kept, kept.text)
        for number in numbers:
            unit = self._copies[number].document.units.get(kept.key)
            if unit is not None and unit.words == merged.words and unit.look != written:
                return unit.look
        return None

    def _additions(self) -> Iterator[Addition]:
        for number, copy in enumerate(self._copies):
            base = self._drafts.snapshot(copy.draft)
            texts = {unit.key: unit.text for unit in base.units} if base else {}
            if not copy.document.units and not texts:
                continue  # a paper of words alone, such as a book
            said = ReturnedWords(self._work, copy.draft.round_id)
            for place, new in enumerate(copy.document.new):
                beside, behind = _place(new)
                there = bool(beside) and said.has_point(UnitKey.read(beside), new.words)
                yield Addition(
                    id=f"new/{copy.draft.id}/{number}/{place}",
                    draft=copy.draft,
                    copy=number,
                    words=new.words,
                    beside=beside,
                    behind=behind,
                    near=new.near,
                    copied=there or (bool(new.copied) and texts.get(new.copied, "").strip() == new.words),
                )


def _place(new: NewText) -> tuple[str, bool]:
    """Return the point beside which a new paragraph would be one, and whether behind it."""
    if new.after and is_among_points(UnitKey.read(new.after)):
        return new.after, True
    if new.before and is_among_points(UnitKey.read(new.before)):
        return new.before, False
    return "", True


def _warned(change: AgendaChange, internal: Sentence | None) -> AgendaChange:
    return change if internal is None else replace(change, clean=False, internal=internal)


def _once(additions: Iterable[Addition]) -> Iterator[Addition]:
    """Yield what several copies add alike but once."""
    seen: set[tuple[str, str, str]] = set()
    for addition in additions:
        what = (addition.draft.id, addition.near, addition.words)
        if what not in seen:
            seen.add(what)
            yield addition


def _agreed(changes: Sequence[AgendaChange]) -> Iterator[AgendaChange]:
    """Yield what several copies do alike but once; where they do not agree, a person has to choose."""
    subjects: dict[tuple[str, ...], set[AgendaChange]] = {}
    alike: dict[AgendaChange, AgendaChange] = {}
    for change in changes:
        plain = replace(change, id="", copy=0)
        alike.setdefault(plain, change)
        sides = tuple(side for side, _entities in change.entities) if change.title == "" else ()
        subject = (change.draft.id, change.deed, change.item_id, change.title, *sides)
        subjects.setdefault(subject, set()).add(plain)
    for plain, change in alike.items():
        rivals = next(group for group in subjects.values() if plain in group)
        yield change if len(rivals) == 1 else replace(change, clean=False)
