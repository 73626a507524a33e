"""Steering points and biographies are kept as they are written, each undoable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.biography import Biography
from dialogue_prep.domain.errors import Conflict, NotFound
from dialogue_prep.domain.speaking import SteeringKind, SteeringPoint
from dialogue_prep.domain.text import in_english
from dialogue_prep.services.round_texts import RoundTexts
from dialogue_prep.services.workspace import Workspace
from tests.invented_dialogue import invented_dialogue

ROUND = "round-3"


@pytest.fixture
def texts(workspace: Workspace) -> RoundTexts:
    with workspace.request("Clear") as work:
        for kind in (SteeringPoint, Biography):
            for value in work.find(kind):
                work.remove_whole(value)
    return RoundTexts(workspace)


def risks(workspace: Workspace) -> list[SteeringPoint]:
    with workspace.look() as work:
        found = work.find(SteeringPoint, round_id=ROUND, kind=SteeringKind.RISK)
    return sorted(found, key=lambda point: point.position)


def test_a_point_that_is_moved_or_reworded_stays_the_same_point(texts: RoundTexts, workspace: Workspace) -> None:
    texts.steer(ROUND, SteeringKind.RISK, "en", ["First.", " Second. ", ""])
    before = {point.words.words("en"): point.id for point in risks(workspace)}
    texts.steer(ROUND, SteeringKind.RISK, "en", ["New.", "First.", "Second, again."])
    after = {point.words.words("en"): point.id for point in risks(workspace)}
    assert list(after) == ["New.", "First.", "Second, again."]
    assert (after["First."], after["Second, again."]) == (before["First."], before["Second."])


def test_a_point_is_taken_away_in_one_language_and_stays_in_another(texts: RoundTexts, workspace: Workspace) -> None:
    texts.steer(ROUND, SteeringKind.RISK, "en", ["A risk."])
    (point,) = risks(workspace)
    with workspace.request("Translate") as work:
        work.put(replace(point, words=point.words.reworded("fr", "Un risque.")))
    texts.steer(ROUND, SteeringKind.RISK, "en", [])
    assert [point.words.read("en") for point in risks(workspace)] == ["Un risque."]
    texts.steer(ROUND, SteeringKind.RISK, "fr", [])
    assert risks(workspace) == []


def test_one_visit_to_a_field_is_one_step(texts: RoundTexts, workspace: Workspace) -> None:
    for words in ("A", "A r", "A risk"):
        texts.steer(ROUND, SteeringKind.RISK, "en", [words], visit="one")
    workspace.undo()
    assert risks(workspace) == []


def test_the_first_word_makes_a_biography(texts: RoundTexts, workspace: Workspace) -> None:
    person = next(value.id for value in invented_dialogue() if type(value).__name__ == "Person")
    nothing = texts.biography(person)
    assert not nothing.career
    texts.describe(nothing, lambda known: replace(known, career=in_english("A judge.")))
    texts.describe(nothing, lambda known: replace(known, courtesy=in_english("On the new post.")))
    kept = texts.biography(person)
    assert (kept.career.read("en"), kept.courtesy.read("en")) == ("A judge.", "On the new post.")
    with pytest.raises(Conflict):
        texts.describe(nothing, lambda known: replace(known, career=in_english("A general.")))
    with pytest.raises(NotFound):
        texts.describe(replace(nothing, person_id="nobody"), lambda known: known)
