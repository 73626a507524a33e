"""Papers cite a paragraph by the number that its source gives it: the other side looks it up there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.paragraph_numbers import ParagraphNumbers

CITING = (
    (PaperKind.ANNOTATED_AGENDA, Audience.INTERNAL),
    (PaperKind.SPEAKING_NOTES, Audience.INTERNAL),
    (PaperKind.TOPIC_BRIEFS, Audience.INTERNAL),
    (PaperKind.COMMITMENTS_REPORT, Audience.INTERNAL),
    (PaperKind.COMMITMENTS_REPORT, Audience.SHARED),
)


def cited(kind: PaperKind, audience: Audience, dossier: Dossier, request: PaperRequest) -> list[int]:
    words = " ".join(write_plain(compose(kind, audience, dossier, request)).split())
    return [int(number) for number in re.findall(r"Joint Communiqué, Arvon, 22 June 2031, paragraph (\d+)", words)]


@pytest.mark.parametrize(("kind", "audience"), CITING)
def test_a_paper_cites_the_numbers_of_the_source(
    kind: PaperKind, audience: Audience, dossier: Dossier, asked: Callable[..., PaperRequest]
) -> None:
    own = ParagraphNumbers(tuple(range(101, 121)))
    numbered = replace(dossier, paragraph_numbers={source.id: own for source in dossier.sources})
    by_place = cited(kind, audience, dossier, asked())
    assert by_place
    assert cited(kind, audience, numbered, asked()) == [number + 100 for number in by_place]
