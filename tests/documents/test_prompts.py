"""Prompts are counted as gaps, paper by paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Document, Heading
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.prompts import paper_gaps, prompts
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.readiness import Place

Asked = Callable[..., PaperRequest]


def test_a_prompt_is_a_unit_in_which_nothing_is_written_yet(dossier: Dossier, unfilled: Dossier, asked: Asked) -> None:
    filled, empty = (
        len(prompts(compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, one, asked()))) for one in (dossier, unfilled)
    )
    assert 0 < filled < empty


def test_each_paper_with_prompts_is_one_gap(unfilled: Dossier, asked: Asked) -> None:
    papers = [
        (kind, compose(kind, kind.audiences[-1], unfilled, asked()))
        for kind in (PaperKind.AGENDA, PaperKind.STEERING_BRIEF, PaperKind.TOPIC_BRIEFS)
    ]
    steering, topics = paper_gaps(papers)
    assert steering.sentence.read() == "Steering brief: parts that are still to be written: 6."
    assert (steering.where, steering.subject_id, steering.blocking) == (Place.PAPERS, "steering-brief", False)
    assert topics.subject_id == "topic-briefs"


def test_no_heading_stands_over_nothing(dossier: Dossier, unfilled: Dossier, asked: Asked) -> None:
    for one in (dossier, unfilled):
        for kind in set(PaperKind) - {PaperKind.OWN}:
            for audience in kind.audiences:
                document = compose(kind, audience, one, asked())
                assert empty_headings(document) == [], (kind, audience)


def empty_headings(document: Document) -> list[str]:
    """Return the headings after which comes one as high, or nothing."""
    lines = (*document.blocks, *document.colophon, None)
    return [
        write_plain(replace(document, blocks=(block,), colophon=()))
        for block, after in pairwise(lines)
        if isinstance(block, Heading) and (after is None or (isinstance(after, Heading) and after.level <= block.level))
    ]
