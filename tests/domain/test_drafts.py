"""Drafts and markings: how a written file stands, and how strictly a text is handled."""

from __future__ import annotations

import pytest

from dialogue_prep.domain.draft import Audience, Draft, DraftState, PaperKind, draft_state
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import new_id
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.text import NOTHING
from tests.invented_dialogue import invented_dialogue, of_kind

(DRAFT,) = of_kind(invented_dialogue(), Draft)
SAID, WRITTEN = DRAFT.content_hash, DRAFT.file_hash


@pytest.mark.parametrize(
    ("content", "file", "state"),
    [
        (SAID, WRITTEN, DraftState.IN_STEP),
        ("other", WRITTEN, DraftState.DATA_CHANGED),
        (SAID, "other", DraftState.EDITED_OUTSIDE),
        ("other", "other", DraftState.BOTH),
        (SAID, None, DraftState.MISSING),
        ("other", None, DraftState.MISSING),
    ],
)
def test_a_draft_stands_to_the_store_and_to_the_disk(content: str, file: str | None, state: DraftState) -> None:
    assert draft_state(DRAFT, content, file) is state


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind is not PaperKind.OWN])
def test_every_paper_is_for_somebody_and_for_nobody_twice(kind: PaperKind) -> None:
    assert kind.audiences
    assert len(set(kind.audiences)) == len(kind.audiences) <= len(Audience)


def test_speaking_notes_are_never_shared() -> None:
    assert PaperKind.SPEAKING_NOTES.audiences == (Audience.INTERNAL,)
    assert Audience.SHARED in PaperKind.AGENDA.audiences


def test_a_marking_needs_a_name() -> None:
    with pytest.raises(UserError, match="A marking needs a name") as refused:
        Marking(id="m", rank=1, name=NOTHING)
    assert refused.value.field == "name"


def test_no_identifier_comes_twice() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
