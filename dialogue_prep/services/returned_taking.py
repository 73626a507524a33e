"""Stores what edited copies come to, within one request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from dialogue_prep.documents.merge import Outcome
from dialogue_prep.documents.model import UnitClass, UnitKey
from dialogue_prep.domain.agenda import Agenda
from dialogue_prep.domain.draft import Draft
from dialogue_prep.domain.returned import ReturnedCopy, UnitNote
from dialogue_prep.domain.template import Template
from dialogue_prep.services.drafted import units_now
from dialogue_prep.services.returned_report import Addition, Choice, ReportedCopy, ReturnReport, UnitChange
from dialogue_prep.services.returned_rows import put_row
from dialogue_prep.services.returned_words import ReturnedWords
from dialogue_prep.store.work import Work

NewId = Callable[[], str]


def take_in(work: Work, report: ReturnReport, choices: Mapping[str, Choice], today: date, new_id: NewId) -> None:
    """Store a report: edits of units, rows of the agenda, new points, notes, and which copies they came from."""
    _Taking(work, report, choices, today, new_id).take()


class _Taking:
    def __init__(
        self, work: Work, report: ReturnReport, choices: Mapping[str, Choice], today: date, new_id: NewId
    ) -> None:
        self._work, self._report, self._choices = work, report, choices
        self._today, self._new_id = today, new_id
        # As it is before anything of this request is stored: what is edited replaced that.
        drafts = {copy.draft.id: copy.draft for copy in report.copies}
        self._composed = {id_: self._composed_now(draft) for id_, draft in drafts.items()}

    def take(self) -> None:
        """Store everything that is taken."""
        for unit in self._report.units:
            if self._chosen(unit.id, clean=unit.clean):
                self._put(unit)
            elif unit.id not in self._choices and _would_be_lost(unit):
                self._keep_versions(unit)
        for change in self._report.agenda:
            if self._chosen(change.id, clean=change.clean):
                agenda = max(self._work.find(Agenda, round_id=change.draft.round_id), key=lambda one: one.version)
                put_row(self._work, agenda.id, change, self._new_id)
        # From the last to the first, so that those behind one point keep their order.
        for addition in reversed(self._report.additions):
            self._add(addition)
        for remark in self._report.remarks:
            copy = self._report.copies[remark.copy]
            self._note(copy, remark.note.key, remark.note.words, remark.note.author or copy.author, remark.note.on)
        for copy in self._report.copies:
            self._keep(copy)

    def _chosen(self, id_: str, *, clean: bool) -> bool:
        choice = self._choices.get(id_)
        return clean if choice is None else choice.taken

    def _put(self, unit: UnitChange) -> None:
        if unit.refused is not None:
            return
        choice = self._choices.get(unit.id)
        key, words = UnitKey.read(unit.merged.key), self._words(unit, choice)
        said = ReturnedWords(self._work, unit.draft.round_id, self._new_id)
        if words != unit.merged.ours:
            if unit.unit_class is UnitClass.COMPOSED:
                composed = self._composed[unit.draft.id].get(unit.merged.key, unit.merged.base)
                said.put_own(key, unit.draft.audience, words, composed)
            else:
                said.put(key, words)
        if unit.look is not None and words == unit.merged.words:
            said.put_look(key, words, unit.look)

    def _words(self, unit: UnitChange, choice: Choice | None) -> str:
        """Return the words that were chosen; of a conflict without words, those of the first copy."""
        if choice is not None and choice.words is not None:
            return choice.words
        if unit.merged.outcome in (Outcome.CONFLICT, Outcome.DELETED):
            return unit.merged.versions[0].words
        return unit.merged.words

    def _keep_versions(self, unit: UnitChange) -> None:
        for version in unit.merged.versions:
            copy = self._report.copies[version.copy]
            self._note(copy, unit.merged.key, version.words or "–", copy.author, copy.on)

    def _add(self, addition: Addition) -> None:
        copy = self._report.copies[addition.copy]
        choice = self._choices.get(addition.id)
        words = addition.words if choice is None or choice.words is None else choice.words
        if addition.beside and self._chosen(addition.id, clean=addition.clean):
            said = ReturnedWords(self._work, addition.draft.round_id, self._new_id)
            said.add_point(UnitKey.read(addition.beside), words, behind=addition.behind)
        elif choice is None and not addition.copied and addition.near:
            self._note(copy, addition.near, words, copy.author, copy.on)

    def _note(self, copy: ReportedCopy, key: str, words: str, author: str, on: date | None) -> None:
        """Keep a note on a unit, once however often a copy is brought back."""
        if not key:
            return
        unit = UnitKey.read(key)
        known = self._work.find(
            UnitNote, round_id=copy.draft.round_id, unit=unit.place, language=unit.language, author=author
        )
        if any(note.words == words for note in known):
            return
        self._work.put(
            UnitNote(
                id=self._new_id(),
                round_id=copy.draft.round_id,
                unit=unit.place,
                language=unit.language,
                words=words,
                author=author,
                on=on,
                draft_id=copy.draft.id,
            )
        )

    def _keep(self, copy: ReportedCopy) -> None:
        known = self._work.find(ReturnedCopy, draft_id=copy.draft.id, file_hash=copy.file_hash)
        if not known and copy.file_hash != copy.draft.file_hash:
            self._work.put(
                ReturnedCopy(
                    id=self._new_id(),
                    draft_id=copy.draft.id,
                    round_id=copy.draft.round_id,
                    path=str(copy.path),
                    file_hash=copy.file_hash,
                    author=copy.author,
                    taken_on=self._today,
                )
            )

    def _composed_now(self, draft: Draft) -> dict[str, str]:
        """Return what the program puts together in a paper, whatever words of the staff stand there."""
        template = self._work.look_up(Template, draft.template_id) if draft.template_id else None
        found = units_now(draft, self._work.dossier(draft.round_id), template)
        return {key: unit.text if unit.composed is None else unit.composed for key, unit in found.items()}


def _would_be_lost(unit: UnitChange) -> bool:
    """Say whether a copy has words for a unit that go nowhere while nothing is said of them."""
    return unit.merged.outcome is Outcome.CONFLICT or (
        unit.refused is not None and any(v.words for v in unit.merged.versions)
    )
