"""Their draft becomes their options after a review: nothing is stored before, and all of it is one undo step."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from dialogue_prep.documents.counter_draft import Counterpart, Match
from dialogue_prep.domain.communique import Option, Passage, PassageState
from dialogue_prep.domain.errors import Conflict, UserError
from dialogue_prep.domain.text import in_english
from dialogue_prep.reading.read import read_pasted
from dialogue_prep.services import counter_drafts as module
from dialogue_prep.services.counter_drafts import CounterDraft, CounterDrafts
from dialogue_prep.services.passages import Passages
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import TODAY

ROUND = "round-3"
WHY = in_english("In their draft.")
NEW = "The two sides will hold a seminar on the law of rivers in the spring."


@pytest.fixture
def drafts(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> CounterDrafts:
    """Return the requests; texts are read in this process, and one test has the guard around it."""
    monkeypatch.setattr(module, "read_text", lambda path, _cancelled: read_pasted(path.read_text(encoding="utf-8")))
    return CounterDrafts(workspace)


def draft(folder: Path, *lines: str) -> Path:
    path = folder / "their draft.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def found(compared: CounterDraft) -> dict[str, Counterpart]:
    return {one.words: one for one in compared.counterparts}


def options(workspace: Workspace, passage_id: str) -> list[tuple[str, str]]:
    with workspace.look() as work:
        own = work.find(Option, passage_id=passage_id)
    return [(one.side_id, one.words.read("en")) for one in sorted(own, key=lambda one: (one.side_id, one.position))]


def passages(workspace: Workspace) -> list[Passage]:
    with workspace.look() as work:
        return sorted(work.find(Passage, round_id=ROUND), key=lambda passage: passage.position)


def test_changes_become_their_options_and_new_paragraphs_passages_as_one_step(
    drafts: CounterDrafts, workspace: Workspace, tmp_path: Path
) -> None:
    before = passages(workspace), options(workspace, "passage-2")
    compared = drafts.compare(ROUND, draft(tmp_path, "1. The two sides met.", f"2. {NEW}", "3. They might go on."))
    assert compared.language == "en"
    assert [one.match for one in compared.counterparts] == [Match.SAME, Match.NEW, Match.CHANGED]
    assert (passages(workspace), options(workspace, "passage-2")) == before
    drafts.take(compared, compared.usual(), WHY)
    kept = passages(workspace)
    assert [one.id for one in kept][::2] == ["passage-1", "passage-2"]
    assert options(workspace, kept[1].id) == [("lumen", NEW)]
    assert options(workspace, "passage-2") == [("lumen", "They might go on."), ("ostrava", "They will go on.")]
    workspace.undo()
    assert (passages(workspace), options(workspace, "passage-2")) == before


def test_our_own_words_in_their_draft_close_the_bracket_ad_referendum(
    drafts: CounterDrafts, workspace: Workspace, tmp_path: Path
) -> None:
    compared = drafts.compare(ROUND, draft(tmp_path, "1. The two sides met.", "2. They will go on."))
    same = found(compared)["They will go on."]
    assert compared.closes(same)
    assert compared.usual() == frozenset()
    drafts.take(compared, {same.id}, WHY)
    closed = passages(workspace)[1]
    assert (closed.state, closed.state_on, closed.reason) == (PassageState.AD_REFERENDUM, TODAY, WHY)
    assert closed.words.words("en") == "They will go on."


def test_what_both_agreed_on_is_reopened_only_where_that_is_chosen(
    drafts: CounterDrafts, workspace: Workspace, tmp_path: Path
) -> None:
    compared = drafts.compare(ROUND, draft(tmp_path, "1. The two sides met in private.", "2. They may go on."))
    changed = found(compared)["The two sides met in private."]
    assert compared.reopens(changed)
    assert changed.id not in compared.usual()
    drafts.take(compared, {changed.id}, WHY)
    reopened = passages(workspace)[0]
    assert (reopened.state, reopened.words.read("en")) == (PassageState.BRACKETED, "The two sides met.")
    assert options(workspace, reopened.id) == [("lumen", "The two sides met in private.")]


def test_of_a_bilingual_draft_one_takes_the_language_of_most_of_it(drafts: CounterDrafts, tmp_path: Path) -> None:
    compared = drafts.compare(
        ROUND, draft(tmp_path, f"1. {NEW}", "1. 双方将于春季举行研讨会。", "2. They might go on.")
    )
    taken = [one.words for one in compared.counterparts if one.id in compared.usual()]
    assert taken == [NEW, "They might go on."]


def test_a_draft_that_was_laid_beside_another_text_is_not_taken(
    drafts: CounterDrafts, workspace: Workspace, tmp_path: Path
) -> None:
    compared = drafts.compare(ROUND, draft(tmp_path, f"1. {NEW}"))
    Passages(workspace).add(ROUND)
    with pytest.raises(Conflict, match="compare them once more"):
        drafts.take(compared, compared.usual())
    assert len(passages(workspace)) == 3


def test_a_word_file_and_a_draft_where_we_have_none_are_read_too(workspace: Workspace, tmp_path: Path) -> None:
    drafts = CounterDrafts(workspace)
    with workspace.request("Clear") as work:
        for passage in work.find(Passage):
            work.remove_whole(passage)
    word = Document()
    word.add_heading("联合公报草案")
    for words in ("双方同意继续就引渡问题进行讨论。", "第四轮对话将在布罗德诺举行。"):
        word.add_paragraph(words, style="List Number")
    word.save(tmp_path / "their.docx")
    compared = drafts.compare(ROUND, tmp_path / "their.docx")
    assert [(one.match, one.number, one.whole) for one in compared.counterparts] == [
        (Match.NEW, "", False),
        (Match.NEW, "1", True),
        (Match.NEW, "2", True),
    ]
    drafts.take(compared, compared.usual())
    assert [options(workspace, one.id)[0][1] for one in passages(workspace)] == [
        "双方同意继续就引渡问题进行讨论。",
        "第四轮对话将在布罗德诺举行。",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("双方同意继续讨论。", "language in which our draft has no words"),
        ("They met.\n\n" * 2500, "too long for a draft"),
        ("\u200b", "holds no text"),
    ],
)
def test_a_text_that_is_no_draft_for_us_is_refused_in_one_sentence(
    drafts: CounterDrafts, tmp_path: Path, line: str, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        drafts.compare(ROUND, draft(tmp_path, line))


@pytest.mark.usefixtures("guarded")
def test_a_damaged_file_is_refused_in_one_sentence_and_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "their.docx").write_bytes(b"PK\x03\x04 no package")
    before = passages(workspace)
    with pytest.raises(UserError, match="damaged"):
        CounterDrafts(workspace).compare(ROUND, tmp_path / "their.docx")
    assert passages(workspace) == before
