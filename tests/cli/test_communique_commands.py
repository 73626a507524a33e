"""`counter-draft` and `adopt` report first, and store with consent only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dialogue_prep.domain.round import Round
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.passages import Passages
from dialogue_prep.store.database import Database
from tests.invented import workspace_of
from tests.reading.pdf_writing import SCAN, pdf_drawn, written

SEMINAR = "The two sides will hold a seminar on cultural property in 2019."
TODAY = date(2018, 2, 6)
NOTHING_OPEN = str.maketrans("", "", "[]")


def agree_on_all(store: Path) -> None:
    """Begin the draft of round 3 in a store and agree on every paragraph of it."""
    database = Database(store)
    workspace = workspace_of(database, today=TODAY)
    passages = Passages(workspace)
    with workspace.look() as work:
        (round_,) = work.find(Round, ordinal=3)
    passages.begin(round_.id)
    with workspace.look() as work:
        dossier = work.dossier(round_.id)
    for passage in dossier.passages:
        (option,) = dossier.options_of(passage)
        passages.agree(passage, in_english(option.words.words("en").translate(NOTHING_OPEN)), TODAY)
    database.close()


def test_their_draft_is_reported_and_taken_in_with_consent_only(give, demonstrated: Path) -> None:
    Path("their.txt").write_text(f"1. {SEMINAR}\n\n2. The two sides met.", encoding="utf-8")
    told = give("counter-draft", "their.txt", "--json")
    assert told.code == 1
    assert [(line["match"], line["theirs"]) for line in told.json] == [("new", SEMINAR), ("new", "The two sides met.")]
    assert set(told.json[0]) == {"match", "number", "passage", "ours", "theirs", "taken"}
    asked = give("counter-draft", "their.txt", "--yes")
    assert (asked.code, asked.answer.splitlines()[0]) == (0, f"new (to be taken): 1. {SEMINAR}")
    again = give("counter-draft", "their.txt", "--json")
    assert (again.code, {line["match"] for line in again.json}) == (0, {"same"})
    Path("their.pdf").write_bytes(pdf_drawn([written([(72, 700, 11, SEMINAR)]), SCAN]))
    assert "Page 2 was not read: it is a picture without text" in give("counter-draft", "their.pdf").said


def test_what_is_agreed_from_end_to_end_is_adopted_with_consent_only(give, demonstrated: Path) -> None:
    refused = give("adopt")
    assert (refused.code, "no draft communiqué to adopt" in refused.said) == (1, True)
    agree_on_all(demonstrated)
    asked = give("adopt", "--json")
    assert (asked.code, asked.json["added"]["Source"]) == (1, 1)
    told = give("adopt").answer
    assert ("1 source" in told, "Added" in told, "Taken in" in told) == (True, False, False)
    taken = give("adopt", "--yes")
    assert (taken.code, taken.answer.splitlines()[-1]) == (0, "Taken in.")
    assert "R3-01" in give("commitments", "--round", "3").answer
    assert give("adopt", "--round", "3", "--json").json["added"] == {}
