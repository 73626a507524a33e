"""Finds the units of a paper again in an edited copy: by tag, then by bookmark, then by what is most like it.

Nothing that an office program does to a file by itself is an edit; nothing that a person did is left out: it is in a
unit, offered as new, or told as an edit of words that stand fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogue_prep.documents.alignment import aligned, repeated, replaced
from dialogue_prep.documents.lists import BETWEEN_CELLS, ITEM
from dialogue_prep.documents.merge import plain, same_words
from dialogue_prep.documents.model import UnitClass
from dialogue_prep.documents.returned import ReturnedFile, SavingProgram, Via
from dialogue_prep.documents.returned_document import (
    FixedEdit,
    NewText,
    ReturnedDocument,
    ReturnedNote,
    ReturnedRow,
    ReturnedUnit,
)
from dialogue_prep.documents.returned_marks import Marked, UnitMarks, leads_of, stray_words
from dialogue_prep.documents.returned_units import Extent, Laid, copy_words, laid_by_likeness, laid_by_marks, words_of
from dialogue_prep.documents.snapshot import KeptLine, KeptUnit, Snapshot
from dialogue_prep.documents.word.collecting import without_collecting
from dialogue_prep.documents.word.tags import tag_of_written
from dialogue_prep.domain.draft import Profile

_POINTS = ("speaking_point", "steering_point")
"""What stands as one paragraph each: a paragraph more is another one."""


def read_back(file: ReturnedFile, base: Snapshot) -> ReturnedDocument:
    """Return an edited copy of the paper of which `base` was kept."""
    with without_collecting():
        return _Reading(file, base).told()


class _Reading:
    """Puts the lines of a file beside those of the paper and tells their units."""

    def __init__(self, file: ReturnedFile, base: Snapshot) -> None:
        self._lines, self._file, self._base = file.lines, file, base
        self._around = {"", *map(plain, base.around)}
        self._safe = not (file.profile == Profile.WORD and file.program is SavingProgram.LIBREOFFICE)
        self._kept: Mapping[str, KeptUnit] = {unit.key: unit for unit in base.units}
        self._marks = UnitMarks(file.lines, self._keys() if self._safe else {}, self._kept)
        self._home: dict[str, int] = {}
        self._further: dict[int, int] = {}
        for place, line in enumerate(base.lines):
            for key in line.units:
                if self._home.setdefault(key, place) != place:
                    self._further[place - 1] = place
        self._old = self._aligned()
        self._units: dict[str, ReturnedUnit] = {}
        self._first: dict[int, str] = {}
        self._split: dict[int, str] = {}
        self._fixed: list[FixedEdit] = []

    def told(self) -> ReturnedDocument:
        """Return everything that the copy tells."""
        for place in range(len(self._lines)):
            self._read_line(place)
        rows, inserted = self._rows()
        inserted |= self._take_in_lists()
        gone = [key for key in self._kept if key not in self._units]
        self._tell_taken_out(set(gone))
        return ReturnedDocument(
            file=self._file,
            units=self._units,
            left_out=tuple(key for key in gone if self._kept[key].unit_class != UnitClass.FIXED),
            new=tuple(self._new(inserted)),
            fixed=tuple(self._fixed),
            notes=tuple(self._notes()),
            rows=tuple(rows),
            safe=self._safe,
            by_likeness=not self._marks.found,
        )

    def _keys(self) -> dict[str, str]:
        """Return the units of the paper by their tag, as the manifest has them; of the others the tag is worked out."""
        keys = {tag: key for tag, key in self._file.keys.items() if key in self._kept}
        return keys | {tag_of_written(key): key for key in self._kept.keys() - set(keys.values())}

    def _aligned(self) -> dict[int, int]:
        """Return which line of the paper each line of the file is; those in which marks stand are known."""
        known: dict[int, int] = {}
        claimed: set[int] = set()
        for place, pieces in sorted(self._marks.by_line.items()):
            for piece in pieces:
                home = self._home.get(piece.key, -1)
                while home in claimed:
                    home = self._further.get(home, -1)
                if home >= 0 and place not in known:
                    known[place] = home
                    claimed.add(home)
        # Of lines that are known one after the other the first is enough to align the others by.
        going_on = {place for place, home in known.items() if known.get(place - 1) == home - 1 >= 0}
        claimed_too = {known[place] for place in going_on}
        old_lines = [(n, line) for n, line in enumerate(self._base.lines) if n not in claimed_too]
        new_lines = [(n, line) for n, line in enumerate(self._lines) if n not in going_on]
        before = [(n, f"\0{n}" if n in claimed else plain(line.text)) for n, line in old_lines]
        after = [(n, f"\0{known[n]}" if n in known else plain(line.text)) for n, line in new_lines]
        before, after = ([(n, words) for n, words in lines if words] for lines in (before, after))
        pairs = aligned([words for _n, words in before], [words for _n, words in after])
        found = {after[new][0]: before[old][0] for new, old in pairs.items()} | known
        heads = [(n, words) for n, words in before if self._base.lines[n].row == 0]
        found.update(list(repeated(found, heads, after)))
        taken_for = replaced(found, [n for n, _words in before], [n for n, _words in after])
        # A control outlives whatever is typed in it, so where there are any, a unit without one was taken out.
        controls = any(span.via is Via.TAG for pieces in self._marks.found.values() for _place, span in pieces)
        return found | {new: old for new, old in taken_for if not (controls and self._base.lines[old].units)}

    def _read_line(self, place: int) -> None:
        line, pieces = self._lines[place], self._marks.by_line.get(place, [])
        old = self._base.lines[self._old[place]] if place in self._old else None
        if old is not None and len(pieces) == 1 and self._is_one_unit(place, pieces[0], old):
            return
        marked = [Extent(piece.key, piece.span.start, piece.span.end) for piece in pieces]
        if marked:
            homes = {one.key: self._base.lines[self._home[one.key]] for one in marked if one.key in self._home}
            laid = laid_by_marks(line.text, marked, old, homes, self._kept)
        elif old is not None and old.units and not any(key in self._marks.found for key in old.units):
            laid = laid_by_likeness(line.text, old, self._kept)
        else:
            laid = Laid((), fits=old is None or same_words(plain(old.text), plain(line.text)))
        if old is not None and not laid.fits:
            self._fixed.append(FixedEdit(was=old.text, now=line.text, beside=self._beside(place), column=old.column))
        via = {piece.key: piece.span for piece in pieces}
        for extent in laid.extents:
            self._tell_unit(place, extent, via[extent.key].via if extent.key in via else Via.LIKENESS)

    def _is_one_unit(self, place: int, piece: Marked, old: KeptLine) -> bool:
        """Tell a line at once that was and is one unit without looks, as most are; say whether it is such a one."""
        line, kept, (key, span) = self._lines[place], self._kept[piece.key], piece
        words = line.text
        whole = span.start == 0 and span.end == len(words) and old.text == kept.text and old.units == (key,)
        if not whole or line.marks or span.prompting or key in self._units:
            return False
        if words != kept.text:
            if line.item or not kept.text or kept.unit_class == UnitClass.FIXED:
                return False
            words = words.strip()
        self._first[place] = key
        self._units[key] = ReturnedUnit(key, words, (), span.via)
        return True

    def _tell_unit(self, place: int, extent: Extent, via: Via) -> None:
        kept, line = self._kept[extent.key], self._lines[place]
        showing = (span for at, span in self._marks.found.get(extent.key, ()) if at == place and span.prompting)
        prompt = next((line.text[span.start : span.end] for span in showing), "")
        words, look = words_of(extent, line, kept, prompt=prompt)
        self._first.setdefault(place, extent.key)
        if (before := self._units.get(extent.key)) is None:
            sign = ITEM if line.item and kept.text.startswith(ITEM) else ""
            self._units[extent.key] = ReturnedUnit(extent.key, "", (), via).with_line(words, look, sign)
        elif words and before.words and extent.key.startswith(_POINTS):
            self._split[place] = extent.key
        else:
            sign = ITEM if line.item else ""
            self._units[extent.key] = before.with_line(words, look, sign)
        if kept.unit_class == UnitClass.FIXED and not same_words(kept.text, words):
            self._fixed.append(FixedEdit(was=kept.text, now=words, beside=self._beside(place)))

    def _take_in_lists(self) -> set[int]:
        """Put lists and tables that were added right behind a composed unit to its words; return where they stand."""
        added: dict[int, str] = {}
        for place, line in enumerate(self._lines):
            if not (line.item or line.table >= 0) or place in self._old or place in self._first:
                continue
            if plain(line.text) in self._around or self._marks.of_others(place):
                continue
            if not (key := self._composed_before(place, added)):
                continue
            words, look = words_of(Extent(key, 0, len(line.text)), line, self._kept[key])
            sign = ITEM if line.item and line.table < 0 else ""
            last = self._lines[place - 1]
            beside = place - 1 in added and line.table >= 0 and (line.table, line.row) == (last.table, last.row)
            self._units[key] = self._units[key].with_line(words, look, sign, BETWEEN_CELLS if beside else "\n")
            added[place] = key
        return set(added)

    def _composed_before(self, place: int, added: Mapping[int, str]) -> str:
        """Return the key of the composed unit that ends, with what was added to it, right before a line."""
        for before in range(place - 1, -1, -1):
            if before in added:
                return added[before]
            if before in self._old or before in self._first:
                return self._composed_at(before)
            if self._lines[before].text.strip():
                return ""
        return ""

    def _composed_at(self, place: int) -> str:
        """Return the key of the composed unit that ends a line, where no points follow to which a list would belong."""
        key = self._first.get(place, "")
        alone = self._lines[place].table < 0 and len(self._marks.by_line.get(place, ())) < 2
        if not alone or key not in self._units or self._kept[key].unit_class != UnitClass.COMPOSED:
            return ""
        after = next((one for one in range(place + 1, len(self._lines)) if one in self._old or one in self._first), -1)
        return "" if self._first.get(after, "").startswith(_POINTS) else key

    def _beside(self, place: int) -> str:
        """Return the key of a unit in the same row of the table."""
        line = self._lines[place]
        if line.table < 0:
            return ""
        while place and (self._lines[place - 1].table, self._lines[place - 1].row) == (line.table, line.row):
            place -= 1
        while place < len(self._lines) and (self._lines[place].table, self._lines[place].row) == (line.table, line.row):
            if key := self._key_at(place):
                return key
            place += 1
        return ""

    def _key_at(self, place: int) -> str:
        if pieces := self._marks.by_line.get(place):
            return pieces[0].key
        old = self._base.lines[self._old[place]] if place in self._old else None
        return old.units[0] if old and old.units else ""

    def _tell_taken_out(self, gone: set[str]) -> None:
        """Note lines that are no longer there; a row or a line that went with its units is told by those."""
        there = set(self._old.values())
        rows: dict[tuple[int, int], set[str]] = {}
        for line in self._base.lines:
            if line.row >= 0:
                rows.setdefault((line.block, line.row), set()).update(line.units)
        for place, line in enumerate(self._base.lines):
            if place in there or line.units or not line.text.strip():
                continue
            units = rows.get((line.block, line.row), set()) if line.row >= 0 else set()
            if not (units and units <= gone):
                self._fixed.append(FixedEdit(was=line.text, now=""))

    def _rows(self) -> tuple[list[ReturnedRow], set[int]]:
        """Return the rows of tables in which units stand, and the places of lines in rows that are new."""
        rows: dict[tuple[int, int], list[int]] = {}
        for place, line in enumerate(self._lines):
            if line.table >= 0:
                rows.setdefault((line.table, line.row), []).append(place)
        known = {self._lines[place].table for place in self._first if self._lines[place].table >= 0}
        found, inserted = [], set()
        for (table, _row), places in rows.items():
            if table not in known:
                continue
            keys = [self._first[place] for place in places if place in self._first]
            if not keys and any(place in self._old for place in places if self._lines[place].text.strip()):
                continue
            cells: dict[int, list[str]] = {}
            for place in places:
                cells.setdefault(self._lines[place].column, []).append(self._lines[place].text.strip())
            words = tuple("\n".join(cells.get(n, [])).strip() for n in range(max(cells) + 1))
            if keys or any(words):
                found.append(ReturnedRow(table, tuple(keys), words))
            if not keys:
                inserted.update(places)
        return found, inserted

    def _new(self, inserted: set[int]) -> Iterator[NewText]:
        known = (self._old.keys() | self._first.keys()) - self._split.keys() | inserted
        places = [place for place in range(len(self._lines)) if place not in known]
        if not places:
            return
        leads = leads_of(self._base.lines, self._kept) if self._marks.strays else ()
        before, behind = self._keys_around(range(len(self._lines))), self._keys_around(range(len(self._lines))[::-1])
        for place in places:
            copied, stray = self._marks.copies.get(place), self._marks.strays.get(place)
            words = self._lines[place].text
            if copied is not None:
                home = self._home.get(copied.key, -1)
                line = self._base.lines[home].text if home >= 0 else ""
                words = copy_words(words, copied.span.start, copied.span.end, line, self._kept[copied.key])
            elif stray is not None:
                words = stray_words(words, stray.start, leads)
            words = words.strip()
            if plain(words) in self._around:
                continue
            (after, nearest), (following, next_) = before[place], behind[place]
            after = self._split.get(place) or after
            yield NewText(
                words=words,
                after=after,
                before=following,
                near=after or nearest or next_,
                copied=copied.key if copied else "",
            )

    def _keys_around(self, places: range) -> dict[int, tuple[str, str]]:
        """Return for each place the unit passed last in this direction under the same heading, and under any."""
        found: dict[int, tuple[str, str]] = {}
        here = last = ""
        for place in places:
            found[place] = here, last
            if (key := self._first.get(place)) is not None:
                here = last = key
            if place in self._old and self._base.lines[self._old[place]].role.startswith("heading"):
                here = ""
        return found

    def _notes(self) -> Iterator[ReturnedNote]:
        places = sorted(self._first)
        for comment in self._file.comments:
            pieces = self._marks.by_line.get(comment.line, [])
            within = (p.key for p in pieces if p.span.start <= comment.at <= p.span.end)
            before = [place for place in places if place <= comment.line] or places[:1]
            key = next(within, "") or (self._first[before[-1]] if before else "")
            yield ReturnedNote(key=key, words=comment.words, author=comment.author, on=comment.on)
