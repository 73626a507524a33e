"""Papers are written whole, keep their version while they say the same, and never go over somebody's work."""

from __future__ import annotations

import hashlib
import stat
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from dialogue_prep.documents.compose.request import Drafter
from dialogue_prep.documents.word.staff.survey import surveyed
from dialogue_prep.domain.draft import Audience, Draft, DraftState, PaperKind, Profile
from dialogue_prep.domain.errors import MachineError, NotFound, UserError
from dialogue_prep.domain.identity import TemplateId
from dialogue_prep.domain.journal import Deed
from dialogue_prep.domain.round import Round
from dialogue_prep.domain.setting import OUR_TEMPLATE
from dialogue_prep.domain.template import Template, TemplateUse
from dialogue_prep.domain.text import in_english
from dialogue_prep.services import papers as papers_module
from dialogue_prep.services.addenda import Addenda
from dialogue_prep.services.paper import Paper, Written, own_paper, papers_of
from dialogue_prep.services.papers import Papers
from dialogue_prep.services.redlines import Redlines
from dialogue_prep.services.releases import Releases
from dialogue_prep.services.templates import Templates
from dialogue_prep.services.workspace import Workspace
from tests.documents.staff_templates import p, word_file
from tests.invented import workspace_of

AGENDA = Paper(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en")
NOTES = Paper(kind=PaperKind.SPEAKING_NOTES, audience=Audience.INTERNAL, language="en")


@pytest.fixture
def papers(workspace: Workspace) -> Papers:
    with workspace.request("Clear") as work:
        for draft in work.find(Draft):
            work.remove_whole(draft)
    return Papers(workspace, Drafter("Ada Example", "Office of Courts"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "papers" / "agenda.docx"


def drafts(workspace: Workspace) -> list[Draft]:
    with workspace.look() as work:
        return sorted(work.find(Draft), key=lambda draft: draft.version)


def move_the_round(workspace: Workspace) -> None:
    with workspace.request("Move") as work:
        work.put(replace(work.get(Round, "round-3"), city=in_english("Elsewhere")))


def state_of(papers: Papers, paper: Paper = AGENDA) -> DraftState | None:
    lines = papers.lines("round-3", (paper,))
    return lines[0].state


def test_a_first_paper_is_version_one_and_its_draft_is_kept(papers: Papers, workspace: Workspace, path: Path) -> None:
    written = papers.write("round-3", AGENDA, path)
    (draft,) = drafts(workspace)
    assert (written.version, written.path, written.kept) == (1, path, False)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == written.file_hash == draft.file_hash
    assert (draft.version, draft.path, draft.written_on) == (1, str(path), date(2032, 2, 6))
    assert (draft.kind, draft.audience, draft.language, draft.profile) == (AGENDA.kind, AGENDA.audience, "en", "word")
    assert draft.snapshot
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["agenda.docx"]


def test_what_says_the_same_keeps_its_version_and_its_bytes(papers: Papers, workspace: Workspace, path: Path) -> None:
    papers.write("round-3", AGENDA, path)
    before, touched = path.read_bytes(), path.stat().st_mtime_ns
    later = Papers(workspace_of(workspace.database, today=date(2032, 3, 1)), Drafter("Bo Sample", ""))
    again = later.write("round-3", AGENDA, path)
    assert (again.version, path.read_bytes()) == (1, before)
    assert path.stat().st_mtime_ns == touched
    assert len(drafts(workspace)) == 1


def test_what_says_the_same_keeps_its_day_in_another_file_too(papers: Papers, workspace: Workspace, path: Path) -> None:
    put(workspace, letterhead("Dated", content=cleaned("{{paper.date}}", "{{paper}}")))
    papers.write("round-3", AGENDA, path)
    later = workspace_of(workspace.database, today=date(2032, 3, 1), prefix="later")
    elsewhere = path.with_name("elsewhere.docx")
    Papers(later, papers.drafter).write("round-3", AGENDA, elsewhere)
    assert {draft.written_on for draft in drafts(workspace)} == {date(2032, 2, 6)}
    assert "6 February 2032" in _texts(elsewhere)
    assert Releases(later).check(elsewhere).passed


def test_what_says_something_new_is_a_new_version(papers: Papers, workspace: Workspace, path: Path) -> None:
    papers.write("round-3", AGENDA, path)
    before = path.read_bytes()
    move_the_round(workspace)
    assert papers.write("round-3", AGENDA, path).version == 2
    assert path.read_bytes() != before
    assert [draft.version for draft in drafts(workspace)] == [1, 2]


def test_two_papers_and_two_languages_count_their_own_versions(papers: Papers, tmp_path: Path) -> None:
    french = replace(AGENDA, language="fr")
    for paper in (AGENDA, french, NOTES):
        name = paper.file_name(3)
        assert papers.write("round-3", paper, tmp_path / name).version == 1, name


@pytest.mark.shows("O2 files changed since they were written, not overwritten")
def test_an_edited_file_is_never_overwritten(papers: Papers, workspace: Workspace, path: Path) -> None:
    papers.write("round-3", AGENDA, path)
    path.write_bytes(path.read_bytes() + b"edited")
    before = path.read_bytes()
    move_the_round(workspace)
    with pytest.raises(UserError, match="was edited since it was written") as refused:
        papers.write("round-3", AGENDA, path)
    assert str(path) in str(refused.value)
    assert path.read_bytes() == before
    assert [draft.version for draft in drafts(workspace)] == [1]


@pytest.mark.shows("O2 files changed since they were written, not overwritten")
def test_a_file_of_somebody_else_is_never_overwritten(papers: Papers, workspace: Workspace, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"A letter.")
    with pytest.raises(UserError, match="or is another file"):
        papers.write("round-3", AGENDA, path)
    assert path.read_bytes() == b"A letter."
    assert drafts(workspace) == []


@pytest.mark.in_a_file
def test_the_store_itself_is_never_overwritten(papers: Papers, workspace: Workspace) -> None:
    store = workspace.database.path
    before = store.read_bytes()
    with pytest.raises(UserError, match="or is another file"):
        papers.write("round-3", AGENDA, store)
    assert store.read_bytes() == before


def test_a_paper_never_takes_the_place_of_another_or_of_an_addendum(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    papers.write("round-3", AGENDA, path)
    move_the_round(workspace)
    addendum = Addenda(workspace, papers.drafter).write("round-3", AGENDA, path.with_name("addendum.docx"))
    for paper, taken in ((NOTES, path), (AGENDA, addendum.path)):
        before = taken.read_bytes()
        with pytest.raises(UserError, match="or is another file"):
            papers.write("round-3", paper, taken)
        assert taken.read_bytes() == before


@pytest.mark.shows("O2 files changed since they were written, not overwritten")
def test_of_all_papers_the_edited_one_is_kept_and_the_others_are_written(papers: Papers, tmp_path: Path) -> None:
    wanted = list(papers_of("en"))[:3]
    first = list(papers.write_all("round-3", wanted, tmp_path))
    assert [paper.path.name for paper in first] == [paper.file_name(3) for paper in wanted]
    edited, untouched = first[0].path, first[1].path
    edited.write_bytes(b"edited")
    untouched.unlink()
    again = list(papers.write_all("round-3", wanted, tmp_path))
    assert [paper.path for paper in again if paper.kept] == [edited]
    assert edited.read_bytes() == b"edited"
    assert hashlib.sha256(untouched.read_bytes()).hexdigest() == first[1].file_hash


def test_a_full_disk_leaves_the_old_file_and_no_draft(
    papers: Papers, workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.write("round-3", AGENDA, path)
    before = path.read_bytes()
    move_the_round(workspace)

    def full(_path: Path, _content: bytes) -> None:
        raise MachineError("{path} could not be written: there is no space left on the disk.", path=_path)

    monkeypatch.setattr(papers_module, "write_whole", full)
    with pytest.raises(MachineError, match="no space left"):
        papers.write("round-3", AGENDA, path)
    assert path.read_bytes() == before
    assert [draft.version for draft in drafts(workspace)] == [1]
    assert workspace.history(limit=1)[0].label == "Move"


def test_where_an_older_version_lies_again_the_newest_is_written(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    papers.write("round-3", AGENDA, path)
    older = path.read_bytes()
    move_the_round(workspace)
    newest = papers.write("round-3", AGENDA, path)
    path.write_bytes(older)
    assert papers.write("round-3", AGENDA, path) == newest
    assert hashlib.sha256(path.read_bytes()).hexdigest() == newest.file_hash
    assert [draft.version for draft in drafts(workspace)] == [1, 2]


def test_writing_a_paper_is_journalled_and_not_undone(papers: Papers, workspace: Workspace, path: Path) -> None:
    move_the_round(workspace)
    papers.write("round-3", AGENDA, path)
    assert workspace.history(limit=1)[0].label == "Write a paper"
    assert workspace.next_label(Deed.UNDO) == "Move"
    workspace.undo()
    assert len(drafts(workspace)) == 1
    assert state_of(papers) is DraftState.DATA_CHANGED


def test_every_state_of_a_draft_shows(papers: Papers, workspace: Workspace, path: Path) -> None:
    assert state_of(papers) is None
    papers.write("round-3", AGENDA, path)
    assert state_of(papers) is DraftState.IN_STEP
    move_the_round(workspace)
    assert state_of(papers) is DraftState.DATA_CHANGED
    written = path.read_bytes()
    path.write_bytes(b"edited")
    assert state_of(papers) is DraftState.BOTH
    workspace.undo()
    assert state_of(papers) is DraftState.EDITED_OUTSIDE
    path.write_bytes(written)
    assert state_of(papers) is DraftState.IN_STEP
    path.unlink()
    assert state_of(papers) is DraftState.MISSING


def test_a_preview_is_what_would_be_written(papers: Papers, workspace: Workspace, path: Path) -> None:
    before = papers.document("round-3", AGENDA)
    papers.write("round-3", AGENDA, path)
    assert papers.document("round-3", AGENDA) == before
    move_the_round(workspace)
    assert papers.document("round-3", AGENDA) != before


def test_a_folder_whose_name_is_not_composed_is_found_again(papers: Papers, tmp_path: Path) -> None:
    decomposed = tmp_path / "e\u0301te\u0301" / "agenda.docx"
    papers.write("round-3", AGENDA, decomposed)
    assert state_of(papers) is DraftState.IN_STEP
    assert papers.write("round-3", AGENDA, decomposed).version == 1


def test_a_file_for_another_program_is_the_same_version(papers: Papers, tmp_path: Path) -> None:
    for_word = papers.write("round-3", AGENDA, tmp_path / "word.docx")
    to_read = papers.write("round-3", AGENDA, tmp_path / "read.docx", Profile.READING)
    assert (for_word.version, to_read.version) == (1, 1)


@pytest.fixture
def relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    return Path("agenda.docx")


def test_a_path_is_kept_so_that_it_is_found_from_everywhere(
    papers: Papers, workspace: Workspace, relative: Any
) -> None:
    written: Written = papers.write("round-3", AGENDA, relative)
    assert written.path.is_absolute()
    assert drafts(workspace)[0].path == str(Path.cwd() / "agenda.docx")


def test_a_paper_in_two_languages_or_for_them_counts_its_own_versions(
    papers: Papers, workspace: Workspace, tmp_path: Path
) -> None:
    shapes = (AGENDA, replace(AGENDA, second_language="fr"), replace(AGENDA, their_copy=True))
    for paper in shapes:
        papers.write("round-3", paper, tmp_path / paper.file_name(3))
        move_the_round(workspace)
        assert state_of(papers, paper) is not None
    assert [len(papers.versions("round-3", paper)) for paper in shapes] == [1, 1, 1]
    assert [(draft.second_language, draft.copy_for) for draft in drafts(workspace)] == [
        ("", None),
        ("fr", None),
        ("", "lumen"),
    ]


def test_the_versions_of_a_paper_are_there_the_last_one_first(papers: Papers, workspace: Workspace, path: Path) -> None:
    papers.write("round-3", AGENDA, path)
    move_the_round(workspace)
    papers.write("round-3", AGENDA, path)
    assert [draft.version for draft in papers.versions("round-3", AGENDA)] == [2, 1]
    assert papers.versions("round-3", NOTES) == ()


@pytest.mark.shows("O4 papers that share a name")
def test_no_two_papers_of_a_round_share_a_file_name() -> None:
    template = Template(
        id=TemplateId("own"), name="agenda", use=TemplateUse.OWN, content=b"PK", audience=Audience.SHARED
    )
    ours = [paper for second in ("", "fr", "zh-Hans") for paper in papers_of("en", second)]
    copies = [replace(paper, their_copy=True) for paper in ours if paper.audience is Audience.SHARED]
    names = [paper.file_name(3) for paper in (*ours, *copies, *papers_of("fr"), own_paper(template, "en"))]
    assert len({name.casefold() for name in names}) == len(names)


def cleaned(*lines: str) -> bytes:
    """Return a template as it is kept: what was left of a Word file after its check."""
    return b64decode(surveyed(word_file("".join(p(line) for line in lines)))["content"])


def letterhead(name: str, use: TemplateUse = TemplateUse.EVERY, kind: PaperKind | None = None, **more: Any) -> Template:
    content = cleaned(f"{name} of {{{{home.name}}}}", "{{agenda}}" if use is TemplateUse.OWN else "{{paper}}")
    audience = Audience.INTERNAL if use is TemplateUse.OWN else Audience.SHARED
    return Template(
        id=TemplateId(name), name=name, use=use, kind=kind, **{"content": content, "audience": audience, **more}
    )


def put(workspace: Workspace, *values: Template) -> None:
    with workspace.request("Add a template") as work:
        for value in values:
            work.put(value)


def test_a_paper_is_written_into_the_template_for_its_kind_and_says_so(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    put(workspace, letterhead("Every"), letterhead("Agendas", TemplateUse.KIND, PaperKind.AGENDA))
    papers.write("round-3", AGENDA, path)
    assert [draft.template_id for draft in drafts(workspace)] == ["Agendas"]
    assert any("Agendas of" in text for text in _texts(path))
    assert state_of(papers) is DraftState.IN_STEP
    assert papers.write("round-3", AGENDA, path).version == 1


def test_another_template_is_a_change_of_the_paper_and_so_is_its_end(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    papers.write("round-3", AGENDA, path)
    silent = letterhead("Silent", content=cleaned("{{paper}}"))
    put(workspace, silent)
    assert state_of(papers) is DraftState.DATA_CHANGED
    assert papers.write("round-3", AGENDA, path).version == 2
    assert state_of(papers) is DraftState.IN_STEP
    with workspace.request("Remove") as work:
        work.remove_whole(silent)
    assert state_of(papers) is DraftState.DATA_CHANGED
    assert [draft.template_id for draft in drafts(workspace)] == [None, None]


def test_what_was_written_into_a_template_is_released_and_followed_by_an_addendum(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    put(workspace, letterhead("Every"))
    papers.write("round-3", AGENDA, path)
    releases = Releases(workspace)
    checked = releases.check(path)
    assert [finding.sentence.read("en") for finding in checked.findings] == []
    assert releases.release(checked, path.parent / "released.docx").passed
    move_the_round(workspace)
    addendum = Addenda(workspace, Drafter()).write("round-3", AGENDA, path.parent / "addendum.docx")
    assert [finding.sentence.read("en") for finding in releases.check(addendum.path).findings] == []
    assert not any("Every of" in text for text in _texts(addendum.path))


def test_a_version_that_was_followed_by_one_in_another_template_is_told_to_be_an_earlier_one(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    plain = papers.write("round-3", AGENDA, path)
    put(workspace, silent := letterhead("Silent", content=cleaned("{{paper}}")))
    papers.write("round-3", AGENDA, path.with_name("silent.docx"))
    Templates(workspace).choose(PaperKind.AGENDA, OUR_TEMPLATE)
    assert silent.id in [draft.template_id for draft in drafts(workspace)]
    told = [finding.sentence.read("en") for finding in Releases(workspace).check(plain.path).findings]
    assert told == ["It is version 1; a later one has been written."]


def test_a_draft_whose_file_is_gone_is_made_again_in_its_template(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    put(workspace, letterhead("Every"))
    papers.write("round-3", AGENDA, path)
    path.unlink()
    (draft,) = drafts(workspace)
    path.write_bytes(Redlines(workspace).of_draft(draft).content)
    assert any("Every of" in text for text in _texts(path))


def test_a_paper_of_its_own_is_seen_listed_written_and_gone_with_its_template(
    papers: Papers, workspace: Workspace, path: Path
) -> None:
    template = letterhead("Protocol", TemplateUse.OWN)
    put(workspace, template)
    (own,) = (paper for paper in papers.available("en") if paper.kind is PaperKind.OWN)
    assert papers.document("round-3", own).title == "Protocol"
    assert papers.write("round-3", own, path).version == 1
    assert state_of(papers, own) is DraftState.IN_STEP
    assert [draft.template_id for draft in papers.versions("round-3", own)] == ["Protocol"]
    with workspace.request("Remove") as work:
        work.remove_whole(template)
    assert own not in papers.available("en")
    with pytest.raises(NotFound, match="no template “Protocol” any more"):
        papers.document("round-3", own)


def test_of_the_other_sides_copies_there_are_shared_papers_only(papers: Papers) -> None:
    theirs = papers.available("en", their_copy=True)
    assert theirs
    assert {paper.audience for paper in theirs} == {Audience.SHARED}


def _texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
