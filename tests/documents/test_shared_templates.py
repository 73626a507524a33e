"""Papers for the other side in templates: nothing internal comes in by any placeholder, whatever a dossier holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue_prep.documents.compose.placeholders import PLACEHOLDERS, Placeholder
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import UserError
from tests.documents.staff_templates import SECTION, header, p, word_file
from tests.documents.test_shared import ALLOWED, all_parts, held_by_us, with_canaries
from tests.documents.test_staff_templates import fill

Asked = Callable[..., PaperRequest]
# What may stand in any paper that both sides have.
KNOWN = set().union(*ALLOWED.values())


def every_placeholder(which: Callable[[Placeholder], bool]) -> bytes:
    """Return a template that holds all of these, each in a paragraph of its own, and the fields in its head as well."""
    wanted = [one for one in PLACEHOLDERS if which(one)]
    return word_file(
        "".join(p(one.written) for one in wanted),
        section='<w:headerReference w:type="default" r:id="rId_header1"/>' + SECTION,
        parts={"header1.xml": header(p(" ".join(one.written for one in wanted if not one.part)))},
    )


@pytest.mark.parametrize("held", [False, True], ids=["to come", "held by us"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_placeholder_of_shared_papers_brings_in_what_is_internal(
    dossier: Dossier, asked: Asked, language: str, held: bool
) -> None:
    planted = with_canaries(held_by_us(dossier) if held else dossier, KNOWN, iter(range(10_000)))
    template = every_placeholder(lambda one: one.shared and not one.ours)
    filled = fill(template, planted, asked(language), PaperKind.OWN)
    said = all_parts(filled.word) + repr(filled.document)
    assert "KNOWN" in said
    assert "CANARY" not in said


def test_those_of_internal_papers_would(dossier: Dossier, asked: Asked) -> None:
    planted = with_canaries(dossier, KNOWN, iter(range(10_000)))
    template = every_placeholder(lambda one: not one.ours)
    assert "CANARY" in all_parts(fill(template, planted, asked(), PaperKind.OWN, Audience.INTERNAL).word)


@pytest.mark.parametrize("name", [one.written for one in PLACEHOLDERS if not one.shared])
def test_an_internal_placeholder_stops_a_shared_paper(dossier: Dossier, asked: Asked, name: str) -> None:
    with pytest.raises(UserError, match="take it out of the template"):
        fill(word_file(p(name)), dossier, asked(), PaperKind.OWN)
