"""Papers that the other side gets: nothing internal can be reached by any of them, whatever a dossier holds."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_prep.documents.canonical import content_hash
from dialogue_prep.documents.compose.papers import compose
from dialogue_prep.documents.compose.request import PaperRequest
from dialogue_prep.documents.languages import LANGUAGES
from dialogue_prep.documents.plain import write_plain
from dialogue_prep.documents.word.writer import write_word
from dialogue_prep.domain.commitment import CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.draft import Audience, PaperKind, Profile
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import MechanismId
from dialogue_prep.domain.round import RoundStatus
from dialogue_prep.domain.text import Text
from tests.conftest import Tally

Asked = Callable[..., PaperRequest]
Allowed = set[tuple[str, str]]

SHARED = [kind for kind in PaperKind if Audience.SHARED in kind.audiences]

# What stands around every paper.
AROUND: Allowed = {
    ("Dialogue", "designation"),
    ("Side", "name"),
    ("Side", "long_name"),
    ("Side", "adjective"),
    ("Side", "capital"),
    ("Round", "city"),
    ("Round", "venue"),
    ("Marking", "name"),
}
RECORD: Allowed = {("Source", "title"), ("Source", "place")}
INSTITUTION: Allowed = {("Entity", "name"), ("Entity", "abbreviation")}
# What a round agreed is handed on in short as well.
OUTCOME: Allowed = {*INSTITUTION, ("Commitment", "wording"), ("Commitment", "action")}
# What both sides know: all that may stand in each of them.
ALLOWED: dict[PaperKind, Allowed] = {
    PaperKind.AGENDA: {*AROUND, *RECORD, *INSTITUTION, ("AgendaItem", "title")},
    PaperKind.DELEGATION_LIST: {
        *AROUND,
        *INSTITUTION,
        ("Person", "name"),
        ("Person", "form_of_address"),
        ("Delegate", "office"),
    },
    PaperKind.COMMITMENTS_REPORT: {
        *AROUND,
        *RECORD,
        *INSTITUTION,
        ("Commitment", "code"),
        ("Commitment", "wording"),
        ("Mechanism", "name"),
    },
    PaperKind.COMMUNIQUE: {
        *AROUND,
        ("AgendaItem", "title"),
        ("Commitment", "wording"),
        ("Post", "title"),
        ("Person", "name"),
        ("Passage", "words"),
        ("Option", "words"),
    },
    PaperKind.OUTCOMES: {*AROUND, *OUTCOME},
    PaperKind.LETTERS: {*AROUND, *OUTCOME, ("Mechanism", "name"), ("Dialogue", "guidance")},
    PaperKind.NOTE_VERBALE: {*AROUND, ("AgendaItem", "title")},
    PaperKind.HOSTING_SCHEDULE: AROUND,
    PaperKind.GUEST_NOTE: AROUND,
    PaperKind.SEATING: {*AROUND, ("Person", "name"), ("Person", "form_of_address")},
}
OPTIONAL = (
    "points",
    "steering_points",
    "status_entries",
    "item_leads",
    "item_commitments",
    "commitment_leads",
    "delegates",
    "absences",
    "aliases",
    "posts",
    "passages",
    "options",
    "citations",
)


def planted(value: Any, kind: str, name: str, allowed: Allowed, number: Iterator[int]) -> Any:
    """Return a value of a field with words that cannot be mistaken, where it holds words that people wrote."""
    internal = (kind, name) not in allowed
    word = f"{'CANARY' if internal else 'KNOWN'}{next(number)}"
    if isinstance(value, Text):
        return Text(tuple(replace(wording, words=f"{word} {wording.words}") for wording in value))
    if type(value) is str and name != "id" and not name.endswith(("_id", "time_zone")) and name not in NOT_WORDS:
        return f"{word} {value}"
    return value


NOT_WORDS = {"language", "sha256"}


def with_canaries(dossier: Dossier, allowed: Allowed, number: Iterator[int]) -> Dossier:
    def planted_value(value: Any) -> Any:
        kind = type(value).__name__
        changes = {
            field.name: planted(getattr(value, field.name), kind, field.name, allowed, number)
            for field in fields(value)
            if field.init
        }
        return replace(value, **changes)

    changes: dict[str, Any] = {}
    for field in fields(dossier):
        value = getattr(dossier, field.name)
        if isinstance(value, tuple):
            changes[field.name] = tuple(planted_value(one) for one in value)
        elif is_dataclass(value) and not isinstance(value, type):
            changes[field.name] = planted_value(value)
    return replace(dossier, **changes)


def all_parts(word: bytes) -> str:
    with zipfile.ZipFile(BytesIO(word)) as package:
        return "\n".join([*package.namelist(), *(package.read(name).decode() for name in package.namelist())])


def held_by_us(dossier: Dossier) -> Dossier:
    """Return the dossier with the round held in our own country, and with the commitments as its outcomes."""
    round_ = replace(dossier.round, status=RoundStatus.HELD, host_id=dossier.home.id)
    commitments = tuple(replace(c, round_id=round_.id, mechanism_id=MechanismId("m1")) for c in dossier.commitments)
    return replace(dossier, round=round_, commitments=commitments)


def test_every_shared_paper_says_what_may_stand_in_it() -> None:
    assert set(ALLOWED) == set(SHARED)


@pytest.mark.parametrize("kind", SHARED)
@given(data=st.data())
def test_nothing_internal_can_be_reached_by_a_shared_paper(
    dossier: Dossier, asked: Asked, kind: PaperKind, data: st.DataObject, tally: Tally
) -> None:
    # Any part of the dossier may be missing: what is left out must not let something else through.
    missing = data.draw(st.sets(st.sampled_from(OPTIONAL)))
    if "passages" in missing:
        missing.add("options")
    language, second = data.draw(st.permutations(sorted(LANGUAGES)))[:2]
    copy = data.draw(st.sampled_from(["", "arvonia", "belmara"]))
    profile = data.draw(st.sampled_from(list(Profile)))
    stripped = replace(dossier, **dict.fromkeys(missing, ()))
    if data.draw(st.booleans()):
        stripped = held_by_us(stripped)
    planted_dossier = with_canaries(stripped, ALLOWED[kind], iter(range(10_000)))
    assert "CANARY" in repr(planted_dossier)
    bilingual = second if data.draw(st.booleans()) else ""
    document = compose(kind, Audience.SHARED, planted_dossier, asked(language, 1, bilingual, copy))
    said = all_parts(write_word(document, profile)) + repr(document)
    tally("O5 shared papers of stores of canaries", tries=1, lost=int("CANARY" in said))
    assert "KNOWN" in said
    assert "CANARY" not in said


# The checklist says what everybody checks, and nothing of what is planned.
TELLING = [kind for kind in PaperKind if Audience.INTERNAL in kind.audiences and kind is not PaperKind.HOST_CHECKLIST]


@pytest.mark.parametrize("kind", TELLING)
def test_internal_papers_would_not_pass_as_shared_ones(dossier: Dossier, asked: Asked, kind: PaperKind) -> None:
    allowed = ALLOWED.get(kind, AROUND)
    planted_dossier = with_canaries(dossier, allowed, iter(range(10_000)))
    word = write_word(compose(kind, Audience.INTERNAL, planted_dossier, asked()), Profile.READING)
    assert "CANARY" in all_parts(word)


@pytest.mark.parametrize("kind", SHARED)
def test_what_we_alone_think_became_of_a_commitment_changes_no_shared_paper(
    dossier: Dossier, asked: Asked, kind: PaperKind
) -> None:
    ours = StatusEntry(
        id="x1", commitment_id="c1", voice=Voice.OURS, state=CommitmentState.CONCLUDED, on=date(2032, 2, 1)
    )
    unwritten = replace(dossier, passages=(), options=())
    judged = replace(unwritten, status_entries=(*unwritten.status_entries, ours))
    before, after = (compose(kind, Audience.SHARED, one, asked()) for one in (unwritten, judged))
    assert content_hash(before) == content_hash(after)


@pytest.mark.parametrize("kind", SHARED)
def test_a_shared_paper_names_nobody_who_drafted_it(dossier: Dossier, asked: Asked, kind: PaperKind) -> None:
    document = compose(kind, Audience.SHARED, dossier, asked())
    assert document.colophon == ()
    assert document.marking == "OPEN"
    assert "Office of the Coordinator" not in write_plain(document)


@pytest.mark.parametrize("kind", SHARED)
def test_papers_for_two_audiences_are_two_papers(dossier: Dossier, asked: Asked, kind: PaperKind) -> None:
    keys = {compose(kind, audience, dossier, asked()).key for audience in kind.audiences}
    assert len(keys) == len(kind.audiences)


def test_a_paper_is_not_composed_for_readers_it_is_not_for(dossier: Dossier, asked: Asked) -> None:
    with pytest.raises(UserError, match="The paper “steering-brief” is internal only"):
        compose(PaperKind.STEERING_BRIEF, Audience.SHARED, dossier, asked())
