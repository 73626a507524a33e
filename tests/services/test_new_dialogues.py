"""A dialogue that is made by hand: what the store then has, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_prep.domain.dialogue import Cadence, Dialogue, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.lineage import WordingGrade
from dialogue_prep.domain.marking import Marking
from dialogue_prep.domain.round import Round, RoundStatus
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.new_dialogues import NewDialogue, NewDialogues, NewSide
from dialogue_prep.services.records import Records
from dialogue_prep.services.rounds import Plan, Rounds
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.kinds import KINDS

WATER = NewDialogue(
    language="en",
    designation="Annual Dialogue on Water",
    ours=NewSide(name="Kenya"),
    theirs=NewSide(name="Ruritania", long_name="Kingdom of Ruritania", capital="Streslau"),
    cadence=Cadence.ANNUAL,
    host_rule=HostRule.ALTERNATE,
)


def test_the_names_alone_make_a_dialogue_of_which_the_rest_can_be_said_later(empty: Workspace) -> None:
    made = NewDialogues(empty).begin(WATER)
    terms = Dialogues(empty).terms(made.id)
    assert terms.dialogue == made
    assert [side.name.read("en") for side in terms.sides] == ["Kenya", "Ruritania"]
    assert terms.home == terms.sides[0]
    assert terms.rounds == ()
    assert not any(side.hosts_first for side in terms.sides)
    with empty.look() as work:
        assert work.find(Marking)
        assert work.find(WordingGrade)


def test_what_is_known_of_a_state_is_filled_in_and_what_is_said_of_it_stays(empty: Workspace) -> None:
    said = replace(WATER, ours=NewSide(name="kenya", long_name="Kenya in its own words"))
    ours, theirs = Dialogues(empty).sides(NewDialogues(empty).begin(said).id)
    assert (ours.name.words("en"), ours.name.words("zh-Hans")) == ("Kenya", "肯尼亚")
    assert ours.long_name.read("en") == "Kenya in its own words"
    assert (ours.capital.read("en"), ours.time_zone, ours.holiday_calendar) == ("Nairobi", "Africa/Nairobi", "KE")
    assert (theirs.capital.read("en"), theirs.time_zone, theirs.holiday_calendar) == ("Streslau", "", "")


def test_a_state_keeps_the_name_that_was_typed_in_the_language_of_the_typing(empty: Workspace) -> None:
    said = replace(WATER, language="fr", designation="Dialogue sur l’eau", ours=NewSide(name="République du Kenya"))
    ours, _theirs = Dialogues(empty).sides(NewDialogues(empty).begin(said).id)
    assert [(wording.language, wording.words) for wording in ours.name] == [("fr", "République du Kenya")]


def test_a_side_that_the_store_knows_is_taken_over_from_there(empty: Workspace) -> None:
    new = NewDialogues(empty)
    first = Dialogues(empty).sides(new.begin(WATER).id)[1]
    Records(empty).change(first, replace(first, time_zone="Europe/Prague"), label="Change a side")
    second = new.begin(
        replace(WATER, designation="Dialogue on Rail", ours=NewSide(name="ruritania"), theirs=NewSide(name="Chad"))
    )
    ours, theirs = Dialogues(empty).sides(second.id)
    assert (ours.long_name, ours.capital, ours.time_zone) == (first.long_name, first.capital, "Europe/Prague")
    assert (ours.home, ours.position, theirs.home, theirs.position) == (True, 1, False, 2)
    assert ours.id != first.id
    assert new.offered_names("en")[:4] == ("Chad", "Kenya", "Ruritania", "Afghanistan")


def test_the_next_round_follows_the_last_one_that_was_held(empty: Workspace) -> None:
    made = NewDialogues(empty).begin(replace(WATER, ordinal=6, year=2017, we_host=True))
    rounds = Rounds(empty)
    (held,) = rounds.all(made.id)
    assert (held.ordinal, held.year, held.status, held.time_zone) == (6, 2017, RoundStatus.HELD, "Africa/Nairobi")
    coming = rounds.plan(made.id, Plan())
    assert (coming.ordinal, coming.year) == (7, empty.today().year)  # those between have passed
    assert coming.host_id == Dialogues(empty).sides(made.id)[1].id


def test_where_no_round_was_held_the_host_is_the_first_one(empty: Workspace) -> None:
    made = NewDialogues(empty).begin(replace(WATER, we_host=False))
    assert [side.hosts_first for side in Dialogues(empty).sides(made.id)] == [False, True]
    assert Rounds(empty).plan(made.id, Plan()).host_id == Dialogues(empty).sides(made.id)[1].id


def test_it_is_one_step_that_is_taken_back_and_done_again(empty: Workspace) -> None:
    made = NewDialogues(empty).begin(replace(WATER, ordinal=6, year=2017, we_host=True))
    empty.undo()
    with empty.look() as work:
        assert not any(work.find(kind) for kind in (Dialogue, Side, Round, Marking))
    empty.redo()
    assert Dialogues(empty).one() == made


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"designation": " "}, "designation", "A dialogue needs a designation."),
        ({"ours": NewSide(name=" ")}, "our_name", "A side needs the name of its state."),
        ({"theirs": NewSide(name="")}, "their_name", "A side needs the name of its state."),
        ({"theirs": NewSide(name="KENYA")}, "their_name", "Both sides are Kenya; name the other state."),
        ({"theirs": NewSide(name="Republic of Kenya")}, "their_name", "Both sides are Kenya; name the other state."),
        ({"year": 2017}, "ordinal", "Say which number the round of 2017 had."),
        ({"ordinal": 6}, "year", "Say in which year round 6 was held."),
        ({"ordinal": 6, "year": 217}, "year", "Look at 217 again: it cannot be right."),
        ({"ordinal": 6, "year": 2199, "we_host": True}, "year", "Look at 2199 again: it cannot be right."),
        ({"ordinal": 6, "year": 2017}, "we_host", "Say who hosted round 6."),
        ({"ordinal": 0, "year": 2017, "we_host": True}, "ordinal", "Rounds are numbered from 1."),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_changes_nothing(
    empty: Workspace, changes: dict[str, object], field: str, sentence: str
) -> None:
    said = replace(WATER, **changes)  # type: ignore[arg-type]
    with pytest.raises(UserError) as refused:
        NewDialogues(empty).begin(said)
    assert (refused.value.field, str(refused.value)) == (field, sentence)
    with empty.look() as work:
        assert not any(work.find(kind) for kind in KINDS)


def test_a_second_dialogue_of_the_same_name_is_one_of_other_states(empty: Workspace) -> None:
    new = NewDialogues(empty)
    new.begin(WATER)
    same = replace(WATER, designation="annual dialogue on water", ours=WATER.theirs, theirs=WATER.ours)
    with pytest.raises(UserError, match="between these two states already"):
        new.begin(same)
    new.begin(replace(WATER, theirs=NewSide(name="Chad")))
    assert len(Dialogues(empty).all()) == 2
