"""What pages say of sources: under review, what they would change, and those that are there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogue_prep.domain.carriers import Carrier
from dialogue_prep.domain.commitment import CommitmentKind, Strength
from dialogue_prep.domain.dialogue import Dialogue, Entity
from dialogue_prep.domain.differences import Piece, PieceKind
from dialogue_prep.domain.identity import DialogueId, EntityId, MechanismId, SideId, TopicId
from dialogue_prep.domain.journal import Change
from dialogue_prep.domain.source import Alias, SourceKind, Span, Subject
from dialogue_prep.domain.subjects import Suggestion
from dialogue_prep.domain.text import in_english
from dialogue_prep.domain.topic import Mechanism, Topic
from dialogue_prep.gui.kit.difference_text import Differing
from dialogue_prep.gui.kit.marked_text import Look
from dialogue_prep.gui.pages.change_lines import change_lines, compared, in_numbers, other_name
from dialogue_prep.gui.pages.places import Places
from dialogue_prep.gui.pages.review_known import Known
from dialogue_prep.gui.pages.review_lines import (
    also_found,
    facts,
    found_lines,
    proposal_places,
    proposals,
    side_names,
)
from dialogue_prep.gui.pages.review_reasons import reason_of, reasons
from dialogue_prep.gui.pages.reviewing import Reviewing
from dialogue_prep.gui.pages.source_lines import how_read
from dialogue_prep.reading.confidence import Confidence, Doubt
from dialogue_prep.reading.extract import Extract, Found, FoundCommitment, FoundEntity, FoundNextRound, FoundSide
from dialogue_prep.reading.read import SourceText
from dialogue_prep.reading.review import Review
from dialogue_prep.services.bearing import Bearing
from dialogue_prep.services.joining.join import Proposal
from dialogue_prep.services.sources import ReadSource, Sources, read_for_review
from dialogue_prep.store.database import Database
from tests.invented import made_store, workspace_of

pytestmark = pytest.mark.usefixtures("qapp")

PARAGRAPHS = ("Joint Statement, Brodno", "The sides agreed to share river levels.", "They meet in Port Lumen in 2032.")
SHARE = FoundCommitment(
    words="to share river levels",
    action="Share river levels",
    kind=CommitmentKind.ACTION,
    strength=Strength.SOFT,
    by="Lumen",
    span=Span(2, 17, 38),
)
MEET = FoundCommitment(
    words="They meet in Port Lumen in 2032.",
    action="Meet in Port Lumen",
    kind=CommitmentKind.SCHEDULING,
    strength=Strength.FIRM,
    by=None,
    span=Span(3, 0, 32),
)
WATER = Topic(id=TopicId("water"), dialogue_id="dialogue", number=2, title=in_english("Waters"))
BOARD = Mechanism(id=MechanismId("board"), dialogue_id=WATER.dialogue_id, number=1, name=in_english("Waters Board"))
RIVERS = Entity(
    id=EntityId("rivers"), side_id=SideId("lumen"), position=1, precedence=1, name=in_english("Office of Rivers")
)
EXTRACT = Extract(
    kind=SourceKind.JOINT_RECORD,
    title="Joint Statement",
    language="en",
    paragraphs=PARAGRAPHS,
    sides=(FoundSide(name="Ostrava", span=Span(1, 0, 5)), FoundSide(name="Lumen", span=Span(1, 0, 5))),
    ordinal=2,
    place=Found("Brodno", Span(1, 17, 23)),
    host="Ostrava",
    next_round=FoundNextRound(place="Port Lumen", year=2032, day=None, host="Lumen", span=Span(3, 0, 32)),
    commitments=(SHARE, MEET),
)
REVIEW = Review(EXTRACT)
NAMES = {"Ostrava": "Ostravie", "Lumen": "Lumen"}


def known(*, certain: bool) -> Known:
    return Known(Bearing(topics=(WATER,), suggested={SHARE.span: Suggestion(WATER.id, certain, ("river",))}))


def test_a_line_says_kind_strength_party_and_topic() -> None:
    share, meet = proposals(REVIEW, known(certain=True), "en")
    assert (share.words, share.note, share.place) == (
        "Share river levels",
        "action · intended · Lumen · 2 Waters",
        "¶ 2",
    )
    assert meet.note == "scheduling · firm · both sides · no topic"
    assert [line.aloud for line in (share, meet)] == ["accepted", "accepted"]


def test_a_line_says_without_colour_that_a_commitment_is_rejected() -> None:
    share, _meet = proposals(REVIEW.reject(SHARE), known(certain=True), "en")
    assert share.struck
    assert share.aloud == "rejected"
    looks = {place.id: place.look for place in proposal_places(REVIEW.reject(SHARE), ())}
    assert looks == {share.id: Look.REJECTED, "3:0-32": Look.AGREED}


def test_a_topic_is_suggested_with_the_reason_and_a_choice_stands_above_it() -> None:
    assert reason_of(REVIEW, SHARE, known(certain=True)) == "Suggested because of “river”."
    assert reason_of(REVIEW, SHARE, known(certain=False)) == "Proposed because of “river”; to be confirmed."
    assert "(proposed)" in proposals(REVIEW, known(certain=False), "en")[0].note
    chosen = REVIEW.put_under(SHARE, None)
    assert reason_of(chosen, SHARE, known(certain=True)) == "You have chosen the topic."
    assert proposals(chosen, known(certain=True), "en")[0].note.endswith("no topic")
    assert reason_of(REVIEW, SHARE, Known()) == "The dialogue has no topics yet."


def test_a_commitment_that_is_in_the_store_says_so() -> None:
    there = replace(known(certain=True), codes={SHARE.span: "R2-05"})
    assert reason_of(REVIEW, SHARE, there).startswith("In the store already as R2-05")


def test_facts_above_leave_out_what_was_not_found() -> None:
    said = dict(facts(EXTRACT, NAMES, "en"))
    assert said["Between"] == "Ostravie and Lumen"
    assert said["Round"] == "2 · Brodno · Ostravie hosts"
    assert said["Next round"] == "Port Lumen · 2032 · Lumen hosts"
    assert "Chaired by" not in said
    assert "Lists" not in said


def test_terms_of_reference_say_what_they_list() -> None:
    terms = replace(
        EXTRACT,
        kind=SourceKind.TERMS_OF_REFERENCE,
        topics=(Found("water", Span(2, 0, 3)),) * 2,
        entities=(FoundEntity(name="Courts", side="Ostrava", span=Span(2, 0, 3)),),
    )
    assert dict(facts(terms, NAMES, "en"))["Lists"] == "1 entity, 2 topics"
    assert [line.what for line in also_found(terms, NAMES, "en")][1:4] == ["Entity of Ostravie", "Topic", "Topic"]


def test_what_else_was_found_stands_in_the_order_of_the_source() -> None:
    found = also_found(EXTRACT, NAMES, "en")
    assert [(line.what, line.words) for line in found] == [("Place", "Brodno"), ("Next round", "Port Lumen, 2032")]
    assert [line.place for line in found_lines(found, EXTRACT.paragraphs)] == ["¶ 1", "¶ 3"]


def test_either_side_or_both_can_undertake_something() -> None:
    assert side_names(EXTRACT, NAMES) == [("", "both sides"), ("Ostrava", "Ostravie"), ("Lumen", "Lumen")]


def test_places_run_on_over_paragraphs_and_end_with_the_text() -> None:
    places = Places(("one", "two"))
    runs_on = places.place("a", Span(1, 1, 6), Look.STATED)
    whole = places.place("b", Span(2, 0, 0), Look.STATED)
    assert runs_on is not None
    assert whole is not None
    assert (runs_on.start, runs_on.end, whole.start, whole.end) == (1, 6, 4, 7)
    assert places.place("c", Span(3, 0, 1), Look.STATED) is None


def test_each_act_of_the_reviewer_is_taken_back_and_done_again() -> None:
    state = Reviewing.begun(ReadSource(Path("statement.txt"), "0", REVIEW))
    rejected = state.acted(REVIEW.reject(SHARE))
    assert rejected.undone().review == REVIEW
    assert rejected.undone().redone().review == rejected.review
    assert state.undone() is state
    assert rejected.redone() is rejected
    assert rejected.acted(rejected.review) is rejected
    assert rejected.undone().acted(REVIEW.reject(MEET)).acts.taken_back == ()


def test_what_would_change_is_listed_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_text(
        "Joint Statement of the 3rd Norway-Chile Dialogue on Seas\n\nOslo, Norway - May 4, 2031\n\n"
        "The two sides agreed to share the results of surveys of salmon.\n",
        encoding="utf-8",
    )
    database = Database(made_store(tmp_path / "sources.store"))
    sources = Sources(workspace_of(database))
    source = read_for_review(path)
    proposal = sources.propose(source)
    numbers = in_numbers(proposal)
    assert numbers.startswith("New: 1 dialogue, 2 sides, 1 source, 1 round, 1 commitment")
    lines = change_lines(proposal, "en")
    assert [line.note for line in lines if line.words.startswith("R3-01")] == ["Commitment, new"]
    sources.take_in(proposal)
    assert in_numbers(sources.propose(source)) == "Nothing in this source is new: it was taken in before."
    again = sources.propose(replace(source, sha256="1" * 64), "Norway")
    assert [line.words for line in change_lines(again, "en")][-2:] == ["1 source", "1 commitment"]
    path.write_text(
        path.read_text(encoding="utf-8") + "\nThey will also open a school of fisheries.\n", encoding="utf-8"
    )
    said = sources.propose(read_for_review(path), "Norway")
    lines = change_lines(said, "en")
    differs = next(line for line in lines if line.note == "Side differs: Ours")
    assert compared(said, differs.id, "en") == (Differing("Ours", (Piece(PieceKind.ADDED, "yes"),)),)
    assert "The same in the store and in the source" in {line.note for line in lines}
    assert "stay as they are" in in_numbers(said)
    database.close()


def test_another_name_is_told_with_what_it_is_the_name_of_and_can_be_refused(tmp_path: Path) -> None:
    alias = Alias(id="a", subject=Subject.TOPIC, subject_id=WATER.id, name=in_english("Rivers and lakes"))
    dialogue = Dialogue(id=DialogueId("d"), designation=in_english("Rivers Dialogue"))
    proposal = Proposal(EXTRACT, (Change(None, alias),), {}, dialogue, (), {}, {WATER.id: WATER})
    (line,) = change_lines(proposal, "en")
    assert line.words == "2 Waters is also called “Rivers and lakes”"
    assert other_name(proposal, line.id) == "Rivers and lakes"
    (refused,) = change_lines(replace(proposal, changes=(), refused=(alias,)), "en")
    assert refused.struck
    assert refused.aloud == "rejected"
    assert other_name(proposal, "another") == ""


def test_a_line_says_how_sure_it_is_and_the_form_says_why() -> None:
    there = known(certain=True)
    there = replace(
        there,
        bearing=replace(
            there.bearing,
            confidence={SHARE.span: Confidence((Doubt.INTENDED,))},
            carried={SHARE.span: Carrier(BOARD.id, True, ("Joint Waters Board",))},
            mechanisms=(BOARD,),
            led={SHARE.span: (Carrier(RIVERS.id, False, ("river",)),)},
            entities=(RIVERS,),
        ),
    )
    assert proposals(REVIEW, there, "en")[0].note.startswith("◐ likely · action")
    assert reasons(REVIEW, SHARE, there, "en")[1:] == (
        "Mechanism: named as “Joint Waters Board”.",
        "Leads: Office of Rivers may be meant, because of “river”; choose them if so.",
        "◐ likely: it is only intended.",
    )
    handling = there.bearing.handling(REVIEW, SHARE)
    assert (handling.mechanism_id, handling.leads) == (BOARD.id, None)
    chosen = REVIEW.handle(SHARE, replace(handling, leads=frozenset((RIVERS.id,))))
    assert reasons(chosen, SHARE, there, "en")[1:] == ("◐ likely: it is only intended.",)


def test_how_a_text_was_read_leaves_out_what_does_not_concern_it() -> None:
    text = SourceText(name="a.docx", paragraphs=("a",), sha256="0", format="Word", insertions=3, deletions=1)
    assert how_read(text) == "Word · 3 insertions kept · 1 deletion left out"
    assert how_read(None) == ""
