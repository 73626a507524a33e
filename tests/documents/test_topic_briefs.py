"""Topic briefs: one for each topic, in the order in which they are spoken of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.model import Heading, PageBreak
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.identity import MarkingId

Asked = Callable[..., PaperRequest]


def headings(dossier: Dossier, request: PaperRequest) -> list[str]:
    document = compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, dossier, request)
    return [
        "".join(getattr(inline, "text", "") for inline in block.inlines)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def test_a_brief_has_its_parts_in_order(dossier: Dossier, asked: Asked) -> None:
    found = headings(dossier, asked())
    assert found[: found.index("Consular affairs")] == [
        "Organized crime",
        "Our objectives",
        "Points to make",
        "Tactical arguments",
        "Their objectives",
        "Their likely line",
        "Our response",
        "Press line",
        "Questions",
        "If raised",
        "Do not volunteer",
        "Where we stand",
        "Background that may be used",
        "Background not to be disclosed",
    ]


def test_each_brief_begins_a_page(dossier: Dossier, asked: Asked) -> None:
    document = compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, dossier, asked())
    topics = [item for item in dossier.items if item.kind is ItemKind.TOPIC]
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == len(topics) - 1


def test_what_is_missing_is_asked_for_and_points_are_proposed(unfilled: Dossier, asked: Asked) -> None:
    said = write_plain(compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, unfilled, asked()))
    assert said.count("[To be written: press line]") == 3
    assert said.count("[To be written: our objectives]") == 3
    assert "○ R2-01: Continue the talks on extradition. Propose when" in said


def test_the_strictest_point_marks_the_briefs(dossier: Dossier, asked: Asked) -> None:
    strict = tuple(replace(p, marking_id=MarkingId("closed")) if p.id == "w10" else p for p in dossier.points)
    paper = compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, replace(dossier, points=strict), asked())
    assert paper.marking == "CLOSED"


@pytest.mark.parametrize("missing", ["items", "agenda"])
def test_without_topics_the_paper_says_so(dossier: Dossier, asked: Asked, missing: str) -> None:
    empty = replace(dossier, agenda=None if missing == "agenda" else dossier.agenda, items=())
    said = write_plain(compose(PaperKind.TOPIC_BRIEFS, Audience.INTERNAL, empty, asked()))
    assert "There is no topic on the agenda of this round yet." in said
