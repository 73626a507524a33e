"""Templates of the staff: checked behind the guard, kept, chosen for papers, saved to edit, taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.domain.draft import Audience, PaperKind
from dialogue_prep.domain.errors import NotFound, UserError
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.setting import OUR_TEMPLATE
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.services.staff_papers import composed, template_for
from dialogue_prep.services.templates import SHIPPED, Templates, audience_of, check_template, save_shipped
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.system.guard import Limits
from tests.documents.staff_templates import p, word_file


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    path = tmp_path / "Letterhead.dotx"
    path.write_bytes(word_file(p("Ministry of {{home.name}}") + p("{{paper}}")))
    return path


def kept(
    workspace: Workspace,
    path: Path,
    name: str,
    use: TemplateUse = TemplateUse.EVERY,
    kind: PaperKind | None = None,
    language: str = "",
) -> Template:
    template = check_template(path, use, audience_of(use, kind))
    return Templates(workspace).add(template, name=name, kind=kind, language=language)


def test_a_template_is_added_and_listed_by_its_name(starter: Workspace, letterhead: Path) -> None:
    added = kept(starter, letterhead, " Letterhead ")
    assert [one.name for one in Templates(starter).all()] == ["Letterhead"]
    assert Templates(starter).named("letterHEAD") == added
    assert added.audience is Audience.SHARED


def test_the_template_that_is_chosen_for_a_kind_comes_before_the_usual_one(
    starter: Workspace, letterhead: Path
) -> None:
    templates = Templates(starter)
    usual = kept(starter, letterhead, "Agendas", TemplateUse.KIND, PaperKind.AGENDA)
    other = kept(starter, letterhead, "Letterhead")
    found = templates.all()

    def taken(language: str = "en") -> Template | None:
        chosen = templates.chosen().get(PaperKind.AGENDA, "")
        return template_for(found, PaperKind.AGENDA, Audience.SHARED, language, chosen)

    assert taken() == usual
    templates.choose(PaperKind.AGENDA, other.id)
    assert taken() == other
    templates.choose(PaperKind.AGENDA, OUR_TEMPLATE)
    assert taken() is None
    templates.choose(PaperKind.AGENDA, "")
    assert taken() == usual
    starter.undo()
    assert taken() is None


def test_a_template_that_is_taken_out_is_chosen_no_more(starter: Workspace, letterhead: Path) -> None:
    template = kept(starter, letterhead, "Letterhead")
    Templates(starter).choose(PaperKind.AGENDA, template.id)
    Templates(starter).remove(template)
    assert Templates(starter).chosen() == {}
    starter.undo()
    assert Templates(starter).chosen() == {PaperKind.AGENDA: template.id}


def test_a_template_for_other_papers_is_not_chosen(starter: Workspace, letterhead: Path) -> None:
    template = kept(starter, letterhead, "Agendas", TemplateUse.KIND, PaperKind.AGENDA)
    with pytest.raises(UserError, match="The template “Agendas” is not for papers of this kind"):
        Templates(starter).choose(PaperKind.COMMUNIQUE, template.id)
    assert Templates(starter).chosen() == {}


def test_two_templates_do_not_share_a_name(starter: Workspace, letterhead: Path) -> None:
    kept(starter, letterhead, "Letterhead")
    with pytest.raises(UserError, match="There is a template “LETTERHEAD” already"):
        kept(starter, letterhead, "LETTERHEAD")


def test_what_is_not_sound_is_not_kept(starter: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(word_file(p("{{round.citty}}")))
    with pytest.raises(UserError, match=r"cannot be used yet. “{{round.citty}}” is no placeholder"):
        kept(starter, path, "Broken")
    assert Templates(starter).all() == ()


@pytest.mark.usefixtures("guarded")
def test_a_foreign_file_is_taken_apart_behind_the_guard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UserError, match=r"“old\.doc” cannot be read because it is a file of an old Word"):
        check_template(path)
    with pytest.raises(UserError, match="is not there"):
        check_template(tmp_path / "none.docx")
    monkeypatch.setattr("dialogue_prep.services.templates._LIMITS", Limits(file=100))
    with pytest.raises(UserError, match="make its pictures smaller"):
        check_template(path)


def test_the_nearest_template_serves_a_paper(starter: Workspace, letterhead: Path) -> None:
    every = kept(starter, letterhead, "A")
    french = kept(starter, letterhead, "B", language="fr")
    notes = kept(starter, letterhead, "C", TemplateUse.KIND, PaperKind.SPEAKING_NOTES)
    found = Templates(starter).all()
    assert template_for(found, PaperKind.AGENDA, Audience.SHARED, "en") == every
    assert template_for(found, PaperKind.AGENDA, Audience.SHARED, "fr") == french
    assert template_for(found, PaperKind.SPEAKING_NOTES, Audience.INTERNAL, "fr") == notes
    assert template_for((), PaperKind.AGENDA, Audience.SHARED, "en") is None


def test_a_template_for_internal_papers_never_serves_the_other_side(starter: Workspace, letterhead: Path) -> None:
    template = check_template(letterhead, TemplateUse.EVERY, Audience.INTERNAL)
    internal = Templates(starter).add(template, name="Ours")
    assert template_for([internal], PaperKind.DELEGATION_LIST, Audience.SHARED, "en") is None
    assert template_for([internal], PaperKind.DELEGATION_LIST, Audience.INTERNAL, "en") == internal


def test_a_paper_is_composed_into_its_template(starter: Workspace, letterhead: Path, tmp_path: Path) -> None:
    every = kept(starter, letterhead, "A")
    path = tmp_path / "cover.docx"
    path.write_bytes(word_file(p("Dear {{away.name}}") + p("{{topics}}")))
    cover = kept(starter, path, "Cover letter", TemplateUse.OWN)
    with starter.look() as work:
        dossier = work.dossier(work.find(Round)[-1].id)
    request = PaperRequest(language="en", written_on=starter.today())
    plain, none = composed(PaperKind.AGENDA, Audience.SHARED, dossier, request)
    placed, staff = composed(PaperKind.AGENDA, Audience.SHARED, dossier, request, every)
    own, own_staff = composed(PaperKind.OWN, Audience.INTERNAL, dossier, request, cover)
    assert none is None
    assert staff is not None
    assert own_staff is not None
    assert f"Ministry of {dossier.home.name.read('en')}" in write_plain(placed)
    assert placed.blocks[1:] == plain.blocks
    assert f"Dear {dossier.away.name.read('en')}" in write_plain(own)


def test_a_template_is_saved_to_be_edited_and_never_over_a_file(
    starter: Workspace, letterhead: Path, tmp_path: Path
) -> None:
    added = kept(starter, letterhead, "A")
    Templates(starter).save(added, tmp_path / "copy.docx")
    assert check_template(tmp_path / "copy.docx").content == added.content
    with pytest.raises(UserError, match="is there already"):
        Templates(starter).save(added, letterhead)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_are_a_beginning(name: str, tmp_path: Path) -> None:
    save_shipped(name, tmp_path / f"{name}.docx")
    told = check_template(tmp_path / f"{name}.docx")
    assert told.sound
    assert not [one for one in told.findings if "style" in one.sentence.template]


def test_a_template_is_removed_and_brought_back(starter: Workspace, letterhead: Path) -> None:
    added = kept(starter, letterhead, "A")
    Templates(starter).remove(added)
    with pytest.raises(NotFound, match="There is no template “A”"):
        Templates(starter).named("A")
    starter.undo()
    assert Templates(starter).named("A") == added
