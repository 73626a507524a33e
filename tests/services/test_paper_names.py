"""Papers of a round never share the name of a file, least of all an internal one and one for the other side."""

from __future__ import annotations

from itertools import permutations

import pytest

from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.services.paper import Paper

PAIRS = [*((language, "") for language in LANGUAGES), *permutations(LANGUAGES, 2)]


def every_paper() -> list[Paper]:
    """Return every kind for every audience it has, in every language and pair of languages, and every copy."""
    ours = [
        Paper(kind=kind, audience=audience, language=first, second_language=second, their_copy=copy)
        for kind in PaperKind
        for audience in kind.audiences
        for first, second in PAIRS
        for copy in ((False, True) if audience is Audience.SHARED else (False,))
    ]
    own = [
        Paper(kind=PaperKind.OWN, audience=audience, language=language, own_id=name, own_name=name)
        for audience in Audience
        for language in LANGUAGES
        for name in ("agenda", "Letter to the press")
    ]
    return [*ours, *own]


@pytest.mark.shows("O4 papers that share a name")
def test_no_two_papers_share_the_name_of_a_file() -> None:
    # Names that differ in large and small letters alone are one on Windows.
    names = [paper.file_name(3).casefold() for paper in every_paper()]
    assert len(names) > 300
    assert len(set(names)) == len(names)


def test_each_name_says_for_whom_the_paper_is() -> None:
    for paper in every_paper():
        other = next(audience for audience in Audience if audience is not paper.audience)
        words = paper.file_name(3).removesuffix(".docx").split("-")
        assert paper.audience in words
        assert other not in words
