"""Templates of the staff say for which papers they are."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.clearance import Release
from dialogue_prep.domain.draft import PaperKind
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import CommitmentId, TemplateId
from dialogue_prep.domain.instrument import InstrumentEntry, InstrumentState
from dialogue_prep.domain.lineage import CommitmentLink, LinkKind, WordingGrade
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.domain.text import NOTHING
from tests.invented_dialogue import TODAY


def template(use: TemplateUse, kind: PaperKind | None = None, language: str = "", name: str = "Letterhead") -> Template:
    return Template(id=TemplateId("t"), name=name, use=use, kind=kind, language=language, content=b"PK")


def test_a_template_serves_the_papers_it_is_for() -> None:
    assert template(TemplateUse.EVERY).serves(PaperKind.AGENDA, "fr")
    assert not template(TemplateUse.EVERY, language="en").serves(PaperKind.AGENDA, "fr")
    notes = template(TemplateUse.KIND, PaperKind.SPEAKING_NOTES)
    assert [kind for kind in PaperKind if notes.serves(kind, "en")] == [PaperKind.SPEAKING_NOTES]
    assert not template(TemplateUse.OWN).serves(PaperKind.AGENDA, "en")


@pytest.mark.parametrize(
    ("use", "kind"),
    [(TemplateUse.KIND, None), (TemplateUse.EVERY, PaperKind.AGENDA), (TemplateUse.OWN, PaperKind.AGENDA)],
)
def test_a_template_for_one_kind_of_paper_says_which(use: TemplateUse, kind: PaperKind | None) -> None:
    with pytest.raises(UserError) as refused:
        template(use, kind)
    assert refused.value.field == "kind"


def test_a_template_needs_a_name() -> None:
    with pytest.raises(UserError) as refused:
        template(TemplateUse.EVERY, name=" ")
    assert refused.value.field == "name"


def test_what_has_no_clean_copy_has_not_passed() -> None:
    refused = Release(id="r", path="agenda.docx", file_hash="1" * 64, on=TODAY, findings="A comment.")
    assert not refused.passed
    assert Release(id="r", path="agenda.docx", file_hash="1" * 64, released_hash="2" * 64, on=TODAY).passed


def test_a_commitment_cannot_take_itself_up() -> None:
    with pytest.raises(UserError, match="cannot take itself up"):
        CommitmentLink(id="l", commitment_id=CommitmentId("c"), earlier_id=CommitmentId("c"), kind=LinkKind.CONTINUES)


def test_a_rung_needs_a_name_and_a_step_of_an_instrument_needs_to_be_known_by_something() -> None:
    with pytest.raises(UserError, match="needs a name"):
        WordingGrade(id="g", position=1, name=NOTHING)
    with pytest.raises(UserError, match="by what this is known"):
        InstrumentEntry(id="e", instrument_id="i", state=InstrumentState.SIGNED, on=TODAY)  # type: ignore[arg-type]
