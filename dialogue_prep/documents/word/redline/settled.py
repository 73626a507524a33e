"""Which marks of paragraphs come and go: the last one of a text or of a cell can do neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from dialogue_prep.documents.word.redline.line import Line
from dialogue_prep.documents.word.redline.marks import Fate


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph or table of the old text, of the new one, or of both.

    `mark` says what becomes of the mark of a paragraph; `look` is a paragraph whose properties it takes.
    """

    old: Line | etree._Element | None
    new: Line | etree._Element | None
    mark: Fate = Fate.STAYED
    look: Line | None = None

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.old is None:
            return Fate.CAME
        return Fate.WENT if self.new is None else Fate.STAYED

    @property
    def is_table(self) -> bool:
        """Whether it is no paragraph."""
        return not isinstance(self.old if self.new is None else self.new, Line)


def settled(entries: Sequence[Entry]) -> list[Entry] | None:
    """Return the entries of a text or a cell, with what becomes of each mark of a paragraph.

    None where the last paragraph of the old text and that of the new one have to become one, and did not.
    """
    tables = [place for place, entry in enumerate(entries) if entry.is_table]
    start = tables[-1] + 1 if tables else 0
    stayed = [place for place in range(start, len(entries)) if entries[place].fate is Fate.STAYED]
    tail = entries[stayed[-1] + 1 if stayed else start :]
    ahead = [_marked(entry) for entry in entries[: len(entries) - len(tail)]]
    went, came = ([entry for entry in tail if entry.fate is fate] for fate in (Fate.WENT, Fate.CAME))
    if not tail:
        return ahead if stayed else None
    if went and came:
        others = [_marked(entry) for entry in (*went[:-1], *came[:-1])]
        return [*ahead, *others, Entry(went[-1].old, came[-1].new)]
    if not stayed:
        return None
    # What is added at the end brings the mark before it; what goes there takes the mark before it along.
    fate = tail[0].fate
    *first, last = (replace(entry, mark=fate) for entry in tail)
    kept = ahead[-1].new
    assert isinstance(kept, Line)
    look = kept if fate is Fate.WENT else None
    return [*ahead[:-1], replace(ahead[-1], mark=fate), *first, replace(last, mark=Fate.STAYED, look=look)]


def _marked(entry: Entry) -> Entry:
    """Return an entry whose mark does what its words do; most stay, and there is nothing to note."""
    return entry if entry.fate is Fate.STAYED or entry.is_table else replace(entry, mark=entry.fate)
