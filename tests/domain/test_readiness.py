"""Each gap appears with its cause, says it in one sentence, and goes when it is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dialogue_prep.domain.agenda import ItemKind
from dialogue_prep.domain.commitment import CommitmentState, StatusEntry, Voice
from dialogue_prep.domain.communique import PassageState
from dialogue_prep.domain.consultation import GuidanceState, ProposalState
from dialogue_prep.domain.delegation import Delegate, DelegateRole
from dialogue_prep.domain.dossier import Dossier
from dialogue_prep.domain.readiness import Gap, Place, gaps, no_word_since
from dialogue_prep.domain.round import RoundForm, RoundStatus
from dialogue_prep.domain.silence import last_record, silent_objectives, silent_topics
from dialogue_prep.domain.text import NOTHING
from tests.invented_dialogue import LAST_ROUND, TODAY, invented_dossier, said

Change = Callable[[Dossier], Dossier]


def sentences(dossier: Dossier, today: date = TODAY) -> dict[str, Gap]:
    return {gap.sentence.read("en"): gap for gap in gaps(dossier, today)}


def without(part: str, *ids: str) -> Change:
    """Return what takes values out of a part of a dossier, all of them where none is named."""

    def take(dossier: Dossier) -> Dossier:
        kept = tuple(one for one in getattr(dossier, part) if ids and one.id not in ids)
        return replace(dossier, **{part: kept})  # type: ignore[arg-type]

    return take


def altered(part: str, id_: str, **fields: Any) -> Change:
    """Return what changes one value of a part of a dossier."""

    def alter(dossier: Dossier) -> Dossier:
        values = tuple(replace(one, **fields) if one.id == id_ else one for one in getattr(dossier, part))
        changed = replace(dossier, **{part: values})  # type: ignore[arg-type]
        if part == "rounds" and dossier.round.id == id_:
            changed = replace(changed, round=replace(dossier.round, **fields))
        return changed

    return alter


def ready() -> Dossier:
    """Return a dossier in which nothing is missing."""
    dossier = invented_dossier()
    _crime, water = (item for item in dossier.items if item.topic_id)
    (lead_ours, lead_theirs), (point,) = dossier.item_leads, dossier.points
    heard = tuple(
        StatusEntry(id=f"heard-{c.id}", commitment_id=c.id, voice=Voice.OURS, state=state, on=TODAY)
        for c, state in zip(
            dossier.commitments,
            (CommitmentState.ACTIVE, CommitmentState.ON_TRACK, CommitmentState.IN_FORCE, CommitmentState.OPEN),
            strict=True,
        )
    )
    cited = dossier.citations[-1]
    dossier = replace(
        dossier,
        item_leads=(
            *dossier.item_leads,
            replace(lead_ours, id="l3", agenda_item_id=water.id),
            replace(lead_theirs, id="l4", agenda_item_id=water.id),
        ),
        points=(*dossier.points, replace(point, id="p2", agenda_item_id=water.id)),
        delegates=(
            *dossier.delegates,
            Delegate(
                id="their-head",
                round_id="round-3",
                side_id="lumen",
                person_id="bo",
                role=DelegateRole.HEAD,
                precedence=1,
                entity_id="rivers",
            ),
        ),
        tenures=tuple(replace(tenure, confirmed=True) for tenure in dossier.tenures),
        commitments=tuple(replace(commitment, topic_confirmed=True) for commitment in dossier.commitments),
        status_entries=heard,
        citations=(*dossier.citations, replace(cited, id="k-gauges", subject_id="gauges")),
    )
    first, second = dossier.items[:2]
    evening = replace(first, id="evening", position=second.position, kind=ItemKind.BREAK, minutes=0)
    return replace(
        dossier,
        items=(*dossier.items, evening),
        citations=(*dossier.citations, replace(dossier.citations[1], id="k-consular", subject_id="consular")),
        passages=tuple(
            replace(one, state=PassageState.AGREED, words=one.words or said("They go on.")) for one in dossier.passages
        ),
        milestones=tuple(replace(one, done_on=TODAY, waived=NOTHING) for one in dossier.milestones),
        topic_proposals=tuple(
            replace(one, our_consent=TODAY, their_consent=TODAY, state=ProposalState.ADDED)
            for one in dossier.topic_proposals
        ),
        guidance_requests=tuple(
            replace(one, state=GuidanceState.ANSWERED_JOINTLY, answer=said("The wardens."))
            for one in dossier.guidance_requests
        ),
    )


def test_when_nothing_is_missing_nothing_is_said() -> None:
    assert sentences(ready()) == {}


CAUSES: list[tuple[Change, str, Place, bool]] = [
    (altered("rounds", "round-3", start=None, end=None), "Round 3 has no dates yet.", Place.HOSTING, True),
    (altered("rounds", "round-3", city=NOTHING), "Round 3 has no place yet.", Place.HOSTING, True),
    (
        altered("rounds", "round-3", start=date(2032, 1, 5), end=date(2032, 1, 6)),
        "Round 3 should have been held by now; record it as held, or as postponed.",
        Place.HOSTING,
        False,
    ),
    (
        altered("milestones", "visas", done_on=None, fixed=date(2032, 2, 5)),
        "“Visas” was due on 2032-02-05.",
        Place.HOSTING,
        False,
    ),
    (lambda dossier: replace(dossier, agenda=None), "Round 3 has no agenda yet.", Place.AGENDA, True),
    (altered("items", "on-crime", minutes=300), "The agenda runs 75 minutes over.", Place.AGENDA, False),
    (
        altered("items", "evening", parked=True),
        "All items of the agenda stand on the first of 2 days.",
        Place.AGENDA,
        False,
    ),
    (
        altered("rounds", "round-3", end=None),
        "The agenda has 2 days, the round 1.",
        Place.AGENDA,
        False,
    ),
    (without("item_leads", "leads-1"), "Item 1, Crime on rivers, has no lead on our side.", Place.AGENDA, True),
    (
        without("item_leads", "leads-2"),
        "Item 1, Crime on rivers, has no lead on the side of Lumen.",
        Place.AGENDA,
        False,
    ),
    (
        without("points", "point-1"),
        "Item 1, Crime on rivers, has no points to make but the program's proposals.",
        Place.AGENDA,
        False,
    ),
    (
        without("absences"),
        "Office of Waters has no delegate and no recorded absence.",
        Place.DELEGATIONS,
        True,
    ),
    (
        without("delegates", "their-head"),
        "Ministry of Rivers has no delegate and no recorded absence.",
        Place.DELEGATIONS,
        False,
    ),
    (
        altered("sides", "ostrava", home=False),
        "Nobody has said which side is ours; the program takes Ostrava.",
        Place.DIALOGUE,
        False,
    ),
    (without("posts", "chair-l"), "Lumen has no co-chair post.", Place.DIALOGUE, True),
    (
        without("tenures", "tenure-l"),
        "Nobody is known to hold the post of State Secretary.",
        Place.DIALOGUE,
        False,
    ),
    (
        altered("tenures", "tenure-l", confirmed=False),
        "Bo Sample was co-chair for Lumen as of 2031-06-22; confirm that, or enter who is now.",
        Place.DIALOGUE,
        False,
    ),
    (
        altered("tenures", "tenure-l", confirmed=False, as_of=None),
        "Bo Sample is named as co-chair for Lumen; confirm that, or enter who is now.",
        Place.DIALOGUE,
        False,
    ),
    (
        altered("guidance_requests", "guidance", state=GuidanceState.RAISED),
        "Working group on locks still waits for guidance: Who opens the lock at night?",
        Place.DIALOGUE,
        False,
    ),
    (
        altered("topic_proposals", "proposal", state=ProposalState.CONSENT_OF_ONE, our_consent=None),
        "The proposed topic “Bridges” waits for the consent of Ostrava.",
        Place.DIALOGUE,
        False,
    ),
    (
        altered("topic_proposals", "proposal", state=ProposalState.PROPOSED, our_consent=None, their_consent=None),
        "The proposed topic “Bridges” waits for the consent of both sides.",
        Place.DIALOGUE,
        False,
    ),
    (
        altered("passages", "passage-2", state=PassageState.BRACKETED),
        "Still in brackets in the draft communiqué, by number: 2.",
        Place.PAPERS,
        False,
    ),
    (
        altered("passages", "passage-2", state=PassageState.AD_REFERENDUM),
        "Still ad referendum in the draft communiqué, by number: 2.",
        Place.PAPERS,
        False,
    ),
    (
        without("status_entries", "heard-c1", "heard-c3"),
        "Commitments without word since the last round: 2, namely R2-01, R2-03.",
        Place.COMMITMENTS,
        False,
    ),
    (
        altered("commitments", "c2", topic_confirmed=False),
        "R2-02 is put under topic 3, Water, as a proposal; confirm or change it.",
        Place.COMMITMENTS,
        False,
    ),
    (
        altered("commitments", "c2", topic_id=None, topic_confirmed=False),
        "Commitments under no topic: 1, namely R2-02.",
        Place.COMMITMENTS,
        False,
    ),
    (
        altered("commitments", "c2", due=TODAY - timedelta(days=1)),
        "R2-02 was due on 2032-02-05; say what became of it.",
        Place.COMMITMENTS,
        False,
    ),
    (without("sources"), "No joint record of the last round has been read in.", Place.SOURCES, False),
    (
        without("citations", "k-consular"),
        "The last joint record is silent on topic 2, Consular affairs.",
        Place.SOURCES,
        False,
    ),
    (
        without("citations", "k-gauges"),
        "The last joint record is silent on objective 2: Share the readings of gauges.",
        Place.SOURCES,
        False,
    ),
]


@pytest.mark.parametrize(("cause", "sentence", "where", "blocking"), CAUSES, ids=[cause[1] for cause in CAUSES])
def test_a_gap_appears_with_its_cause(cause: Change, sentence: str, where: Place, blocking: bool) -> None:
    found = sentences(cause(ready()))
    assert list(found) == [sentence]
    assert (found[sentence].where, found[sentence].blocking) == (where, blocking)


def test_blocking_gaps_come_first() -> None:
    dossier = ready()
    for cause, *_rest in CAUSES:
        if cause is not CAUSES[4][0]:
            dossier = cause(dossier)
    found = [gap.blocking for gap in gaps(dossier, TODAY)]
    assert found == sorted(found, reverse=True)
    assert True in found
    assert False in found


def test_a_sentence_about_many_commitments_names_the_first_of_them() -> None:
    dossier = without("status_entries")(ready())
    many = tuple(replace(dossier.commitments[0], id=f"many-{n}", code=f"R2-{n}") for n in range(30))
    (sentence,) = sentences(replace(dossier, commitments=many))
    assert sentence.startswith("Commitments without word since the last round: 30, namely R2-0, R2-1, ")
    assert sentence.endswith("R2-11, ….")


def test_a_gap_about_a_record_names_it() -> None:
    for cause, sentence, *_rest in CAUSES:
        dossier = cause(ready())
        (gap,) = gaps(dossier, TODAY)
        of_the_whole = ("no agenda yet", "minutes over", "2 days", "No joint record", "without word since")
        assert bool(gap.subject_id) is not any(words in sentence for words in of_the_whole), sentence


def test_an_entity_that_does_not_take_part_is_not_missed() -> None:
    dossier = without("absences")(ready())
    assert sentences(altered("entities", "waters", participates=False)(dossier)) == {}


def test_an_item_that_is_parked_has_no_gaps() -> None:
    dossier = without("item_leads")(ready())
    parked = replace(dossier, items=tuple(replace(item, parked=True) for item in dossier.items))
    assert sentences(parked) == {}


def test_somebody_who_has_left_the_post_no_longer_holds_it() -> None:
    dossier = altered("tenures", "tenure-l", until=TODAY)(ready())
    assert list(sentences(dossier)) == ["Nobody is known to hold the post of State Secretary."]


def test_the_later_of_two_who_hold_a_post_holds_it() -> None:
    dossier = ready()
    ada, bo = dossier.tenures
    newer = replace(bo, id="newer", person_id="ada", as_of=TODAY)
    chair = dossier.co_chair(dossier.away)
    assert chair is not None
    for tenures in ((ada, bo, newer), (newer, bo, ada)):
        holder = replace(dossier, tenures=tenures).holder(chair)
        assert holder is not None
        assert holder[1] == newer
    undated = replace(newer, as_of=None)
    assert replace(dossier, tenures=(undated, bo)).holder(chair) == (dossier.person("bo"), bo)
    assert replace(dossier, tenures=(undated, replace(undated, id="other"))).holder(chair) is not None


def test_word_counts_only_after_the_last_day_of_the_last_round() -> None:
    dossier = ready()
    entry = dossier.status_entries[0]
    assert no_word_since(dossier, ())
    assert no_word_since(dossier, (replace(entry, on=LAST_ROUND),))
    assert not no_word_since(dossier, (replace(entry, on=LAST_ROUND + timedelta(days=1)),))
    never_met = replace(dossier, rounds=(dossier.round,))
    assert not no_word_since(never_met, (entry,))


def test_closed_commitments_are_not_missed() -> None:
    dossier = ready()
    closed = tuple(
        replace(entry, state=CommitmentState.CONCLUDED, on=LAST_ROUND) if entry.commitment_id == "c1" else entry
        for entry in dossier.status_entries
    )
    assert sentences(replace(dossier, status_entries=closed)) == {}


# Silence


def test_the_last_record_is_that_of_the_last_round_held() -> None:
    dossier = invented_dossier()
    record = last_record(dossier)
    assert record is not None
    assert record.id == "record"
    assert last_record(without("citations", "cite-round")(dossier)) is None
    later = altered("rounds", "round-2", status=RoundStatus.POSTPONED)(dossier)
    assert last_record(later) is None
    assert last_record(replace(dossier, rounds=(dossier.round,))) is None


def test_what_a_record_does_not_speak_of_is_silent() -> None:
    dossier = invented_dossier()
    record = last_record(dossier)
    assert record is not None
    assert [topic.id for topic in silent_topics(dossier, record)] == ["consular"]
    assert [objective.id for objective in silent_objectives(dossier, record)] == ["gauges"]
    other = replace(record, id="other")
    assert len(silent_topics(dossier, other)) == 3
    assert len(silent_objectives(dossier, other)) == 2


def test_a_round_by_video_needs_no_place() -> None:
    video = altered("rounds", "round-3", city=NOTHING, form=RoundForm.VIDEO)(ready())
    assert "Round 3 has no place yet." not in sentences(video)
