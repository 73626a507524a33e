"""What pages say, worked out of values without a widget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dialogue_prep.domain.commitment import RollUp
from dialogue_prep.domain.communique import Passage, brackets
from dialogue_prep.domain.draft import Audience, Draft, DraftState, PaperKind
from dialogue_prep.domain.identity import PassageId
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.domain.text import in_english
from dialogue_prep.gui.pages.communique_lines import brackets_told
from dialogue_prep.gui.pages.overview_lines import Overview, overview
from dialogue_prep.gui.pages.papers_lines import after_writing, paper_rows, writing_folder
from dialogue_prep.gui.pages.papers_standing import out_for_editing, papers_in_words
from dialogue_prep.services.paper import PaperLine, Written
from tests.invented_dialogue import TODAY, dossier_of, invented_dialogue, invented_dossier, of_kind

pytestmark = pytest.mark.usefixtures("qapp")


def said(today: date = TODAY, language: str = "en", **round_: object) -> Overview:
    dossier = invented_dossier()
    changed = replace(dossier.round, **round_)  # type: ignore[arg-type]
    rounds = tuple(changed if one.id == changed.id else one for one in dossier.rounds)
    return overview(replace(dossier, round=changed, rounds=rounds), (), today, language)


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day to go"), (97, "97 days to go"), (0, "today")],
)
def test_the_days_to_go_are_counted(days: int, words: str) -> None:
    start = TODAY + timedelta(days=days)
    assert said(start=start, end=start, year=start.year).days == words


def test_a_round_without_dates_says_so() -> None:
    assert said(start=None, end=None).days == "dates open"


def test_a_round_that_was_held_or_should_have_been_says_so() -> None:
    past = TODAY - timedelta(days=9)
    assert said(start=past, end=past, year=past.year).days == "overdue"
    assert said(start=past, end=past, year=past.year, status=RoundStatus.HELD).days == "held"


def test_the_headline_names_round_place_and_host_in_the_language_of_the_window() -> None:
    shown = said()
    dossier = invented_dossier()
    assert shown.headline.startswith("Round 3")
    assert f"{dossier.host.name.read('en')} hosts" in shown.about


def test_blocking_gaps_come_first_and_every_gap_is_a_line_of_its_own() -> None:
    shown = said(start=None, end=None)
    weights = [gap.blocking for gap in shown.gaps]
    assert weights == sorted(weights, reverse=True)
    assert len({gap.id for gap in shown.gaps}) == len(shown.gaps)


def test_the_next_steps_count_what_is_open() -> None:
    shown = said(start=None, end=None)
    assert "Settle the dates and the place" in [step.what for step in shown.steps]
    assert all(step.open.endswith("open") for step in shown.steps)


def test_the_roll_up_counts_every_commitment_once() -> None:
    shown = said()
    assert [kind for kind, _number in shown.roll_up] == list(RollUp)
    assert sum(number for _kind, number in shown.roll_up) == len(invented_dossier().commitments)


def test_the_strip_is_of_our_lane_first() -> None:
    dossier = invented_dossier()
    assert said().strip.lanes == (dossier.home.name.read("en"), dossier.away.name.read("en"))


def draft(**changed: object) -> Draft:
    made = of_kind(invented_dialogue(), Draft)[0]
    return replace(made, **changed)  # type: ignore[arg-type]


def line(state: DraftState | None = None, **changed: object) -> PaperLine:
    made = draft(**changed) if state else None
    return PaperLine(kind=PaperKind.AGENDA, audience=Audience.SHARED, language="en", draft=made, state=state)


def test_a_paper_that_nobody_has_written_shows_how_it_would_be_marked() -> None:
    (row,) = paper_rows(dossier_of(invented_dialogue()), [line()], "en")
    assert row.note == "For both sides · PUBLIC · English"
    assert (row.version, row.path, row.state) == ("–", None, None)


def test_a_written_paper_shows_its_version_and_where_it_is() -> None:
    lines = [line(DraftState.IN_STEP, version=4, path="there/agenda.docx")]
    (row,) = paper_rows(dossier_of(invented_dialogue()), lines, "en")
    assert (row.version, row.path) == ("4", Path("there/agenda.docx"))


def test_papers_that_somebody_edits_are_counted() -> None:
    states = (DraftState.EDITED_OUTSIDE, DraftState.BOTH, DraftState.IN_STEP, None)
    assert out_for_editing([line(state) for state in states]) == 2


def test_the_states_of_papers_are_said_in_one_line() -> None:
    assert papers_in_words([line(), line(), line(DraftState.IN_STEP)]) == "Papers: 2 not written, 1 in step"
    assert papers_in_words([]) == ""


def test_papers_go_where_the_last_one_went_else_to_the_usual_folder() -> None:
    older = line(DraftState.IN_STEP, path="old/a.docx", written_on=date(2032, 1, 1))
    newer = line(DraftState.IN_STEP, path="new/a.docx", written_on=date(2032, 1, 2))
    assert writing_folder([newer, older], Path("usual")) == Path("new")
    assert writing_folder([line()], Path("usual")) == Path("usual")


def written(name: str, *, kept: bool = False) -> Written:
    path = Path("drafts") / name
    return Written(
        kind=PaperKind.AGENDA,
        audience=Audience.SHARED,
        language="en",
        path=path,
        version=1,
        file_hash="",
        kept=kept,
    )


def test_after_writing_the_folder_is_named_and_what_was_kept() -> None:
    folder = Path("drafts")
    assert after_writing([written("a")], folder, cancelled=False) == "1 paper is in drafts."
    both = after_writing([written("a"), written("b"), written("c", kept=True)], folder, cancelled=False)
    assert both == "2 papers are in drafts. Edited since it was written, and kept as it is: c."
    only_kept = after_writing([written("c", kept=True)], folder, cancelled=False)
    assert only_kept == "Edited since it was written, and kept as it is: c."
    aside = after_writing([replace(written("a"), aside=Path("drafts/a-edited"))], folder, cancelled=False)
    assert aside.endswith("The edited file, whose edits were taken in, is kept beside it as a-edited.")


def test_after_cancelling_it_is_said_that_the_others_were_not_written() -> None:
    assert after_writing([written("a")], Path("drafts"), cancelled=True).endswith("as you cancelled.")


def test_lines_can_be_worked_out_in_another_language(qapp: QApplication) -> None:
    assert said(language="fr").headline.startswith("Round 3")


def test_a_bracket_around_one_wording_of_both_is_not_called_without_words() -> None:
    dossier = invented_dossier()
    worded = Passage(id=PassageId("p"), round_id=dossier.round.id, position=1, words=in_english("Both sides met."))
    said = brackets_told(brackets((worded,), ()), (dossier.home, dossier.away), "en")
    assert said == "0 agreed · 1 in brackets: 1 with one wording of both"
