"""The paper on silence says what the last record passed over and where wordings moved."""

from __future__ import annotations

from dataclasses import replace

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.text import in_english
from dialogue_prep.system.phrasebook import usual_scale
from tests.documents.conftest import Asked
from tests.invented_dialogue import dossier_of, invented_dialogue


def said(dossier: Dossier, asked: Asked, language: str = "en") -> str:
    return write_plain(compose(PaperKind.SILENCE, Audience.INTERNAL, dossier, asked(language)))


def test_it_lists_what_the_last_record_does_not_speak_of(dossier: Dossier, asked: Asked) -> None:
    paper = said(dossier, asked)
    silent = paper.split("Passed over in silence")[1].split("Where the wording moved")[0]
    assert "Topic 2" in silent
    assert "Topic 1" not in silent


def test_it_shows_a_wording_that_moved_before_and_now(asked: Asked) -> None:
    dossier = dossier_of(invented_dialogue())
    moved = tuple(
        replace(one, wording=in_english("They will keep talking about extradition.")) if one.id == "c1" else one
        for one in dossier.commitments
    )
    paper = said(replace(dossier, commitments=moved, grades=usual_scale()), asked)
    part = paper.split("Where the wording moved")[1]
    assert "Conclude an extradition treaty." in part
    assert "They will keep talking about extradition." in part
    assert "Wording moved" in part


def test_without_a_record_it_says_so(dossier: Dossier, asked: Asked) -> None:
    assert "No joint record has been read" in said(replace(dossier, citations=()), asked)
    assert "尚未读入" in said(replace(dossier, citations=()), asked, "zh-Hans")


def test_it_is_ours_alone() -> None:
    assert PaperKind.SILENCE.audiences == (Audience.INTERNAL,)
