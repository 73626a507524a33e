"""What a store is given to begin with: its scale of markings and its scale of wordings."""

from __future__ import annotations

from dialogue_prep.domain.lineage import WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.store.work import Work


def put_markings(work: Work, preset: str) -> None:
    """Give a store a scale of markings, if it has none."""
    if not work.find(Marking):
        # Imported here: the starter is read once in the life of a store.
        from dialogue_prep.services.starter import marking_preset

        for marking in marking_preset(preset):
            work.put(marking)


def put_scale(work: Work) -> None:
    """Give a store a scale of wordings, if it has none."""
    if not work.find(WordingGrade):
        from dialogue_prep.system.phrasebook import usual_scale

        for grade in usual_scale():
            work.put(grade)
