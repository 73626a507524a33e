"""How the papers of a round stand, for every page to see: read beside the window, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogue_prep.domain.draft import DraftState
from dialogue_prep.domain.readiness import Gap
from dialogue_prep.gui.context import Context
from dialogue_prep.gui.terms import papers_standing
from dialogue_prep.gui.words import _, with_commas

if TYPE_CHECKING:
    from dialogue_prep.services.paper import PaperLine


@dataclass(frozen=True, slots=True)
class PapersStand:
    """How the papers of a round stand: those in the first language and all that were written, and what they lack."""

    lines: tuple[PaperLine, ...]
    gaps: tuple[Gap, ...]


def read_standing(context: Context) -> Callable[[], PapersStand | None]:
    """Return a job that reads how all papers of the round that is looked at now stand, and what they still lack."""
    round_id = context.choices.round_id

    def read() -> PapersStand | None:
        if not round_id:
            return None
        from dialogue_prep.documents.languages import LANGUAGES
        from dialogue_prep.services.paper_gaps import PaperGaps

        papers = context.papers()
        first = papers.lines(round_id, papers.available(next(iter(LANGUAGES))))
        others = tuple(line for line in papers.written(round_id) if line not in first)
        gaps = PaperGaps(context.workspace).of(context.dossiers.of(round_id), context.language)
        return PapersStand((*first, *others), gaps)

    return read


def papers_in_words(lines: Sequence[PaperLine]) -> str:
    """Return how many papers stand how: "Papers: 2 in step, 2 not written"."""
    found = Counter(line.state for line in lines)
    parts = [papers_standing(state, found[state]) for state in (None, *DraftState) if found[state]]
    return _("Papers: {states}").format(states=with_commas(parts)) if parts else ""


def out_for_editing(lines: Sequence[PaperLine]) -> int:
    """Return how many papers were changed outside the program since they were written."""
    return sum(line.state in (DraftState.EDITED_OUTSIDE, DraftState.BOTH) for line in lines)
