"""A record that is read again, or that tells of a round that was planned: nothing comes twice, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogue_prep.domain.commitment import Commitment
from dialogue_prep.domain.dialogue import Side
from dialogue_prep.domain.identity import RoundId
from dialogue_prep.domain.round import Round, RoundStatus, TurnUse
from dialogue_prep.domain.source import Span
from dialogue_prep.domain.text import in_english
from dialogue_prep.reading.extract import (
    Extract,
)
from dialogue_prep.services.sources import Sources
from dialogue_prep.services.workspace import Workspace
from tests.invented_sources import RECORD, RECORD_SAYS, TERMS, all_of, at, read, take_in


def moved_down(record: Extract, *above: str) -> Extract:
    """Return a record as it stands in another file, under more paragraphs."""

    def lower(span: Span) -> Span:
        return replace(span, paragraph=span.paragraph + len(above))

    return replace(
        record,
        title=f"{record.title}, once more",
        paragraphs=(*above, *record.paragraphs),
        commitments=tuple(replace(one, span=lower(one.span)) for one in record.commitments),
        instruments=tuple(replace(one, span=lower(one.span)) for one in record.instruments),
        next_round=None,
    )


def test_a_record_with_more_paragraphs_above_adds_nothing_and_every_commitment_keeps_its_words(
    empty: Workspace,
) -> None:
    take_in(empty, TERMS, RECORD)
    again = moved_down(RECORD, "Released by both sides", "On the day of the meeting")
    take_in(empty, again)
    found = sorted(all_of(empty, Commitment), key=lambda one: one.code)
    assert [one.code for one in found] == ["R2-01", "R2-02", "R2-03"]
    for one in found:
        assert RECORD_SAYS[(one.paragraph or 0) - 1][one.start : one.end] == one.wording.read("en")


def test_of_a_record_whose_words_are_new_in_places_what_staff_wrote_stays_and_what_is_new_comes(
    empty: Workspace,
) -> None:
    take_in(empty, TERMS, RECORD)
    first = min(all_of(empty, Commitment), key=lambda one: one.code)
    with empty.request("Correct") as work:
        work.put(replace(first, action=in_english("Talk on")))
    said = ("They agreed to repair the lower lock.", "They agreed to print the count of fish each year.")
    paragraphs = (*RECORD_SAYS[:3], *said, RECORD_SAYS[4])
    words = ("repair the lower lock", "print the count of fish each year")
    new = [replace(RECORD.commitments[1], words=each, action=each, span=at(paragraphs, each).span) for each in words]
    last = replace(RECORD.commitments[2], span=at(paragraphs, RECORD.commitments[2].words).span)
    commitments = (RECORD.commitments[0], *new, last)
    take_in(empty, replace(RECORD, title="Revised", paragraphs=paragraphs, commitments=commitments, next_round=None))
    found = sorted(all_of(empty, Commitment), key=lambda one: one.code)
    assert [(one.code, one.action.read("en")) for one in found] == [
        ("R2-01", "Talk on"),
        ("R2-02", "publish the fish count"),
        ("R2-03", "hold the next round in Birch in 2032"),
        ("R2-04", "repair the lower lock"),
    ]


def many(say: str, language: str) -> Extract:
    """Return the record of a round that agreed a hundred and two things."""
    paragraphs = tuple(f"{say} {number}" for number in range(1, 103))
    commitments = tuple(
        replace(RECORD.commitments[1], words=words, action=words, span=Span(number, 0, len(words)))
        for number, words in enumerate(paragraphs, 1)
    )
    return replace(
        RECORD,
        title=say,
        language=language,
        paragraphs=paragraphs,
        commitments=commitments,
        instruments=(),
        co_chairs=(),
        dialogue=RECORD.dialogue,
        next_round=None,
    )


def test_a_record_in_another_language_is_paired_in_order_also_beyond_the_hundredth_commitment(
    empty: Workspace,
) -> None:
    take_in(empty, many("Point", "en"))
    proposal = Sources(empty).propose(read(many("Punkt", "de")))
    assert [code for _place, code in sorted(proposal.present.items(), key=lambda one: one[0].paragraph)] == [
        f"R2-{number:02}" for number in range(1, 103)
    ]


def planned(workspace: Workspace, **more: object) -> Round:
    """Plan the second round in Eastfold."""
    (host,) = (side for side in all_of(workspace, Side) if side.name.read("en") == "Eastfold")
    round_ = Round(id=RoundId("planned"), dialogue_id=host.dialogue_id, ordinal=2, host_id=host.id, **more)  # type: ignore[arg-type]
    with workspace.request("Plan") as work:
        return work.put(round_)


def test_a_round_was_held_where_and_when_its_record_says_whatever_was_planned(empty: Workspace) -> None:
    take_in(empty, TERMS)
    planned(empty, start=date(2031, 5, 20), year=2031, city=in_english("Birch"), venue=in_english("Old Hall"))
    take_in(empty, RECORD)
    (held,) = (one for one in all_of(empty, Round) if one.ordinal == 2)
    assert (held.id, held.status, held.start, held.end) == (
        "planned",
        RoundStatus.HELD,
        date(2031, 5, 3),
        date(2031, 5, 3),
    )
    assert (held.city.read("en"), held.venue.read("en")) == ("Alder", "")


def test_a_record_that_names_only_the_last_day_is_of_the_round_of_these_days(empty: Workspace) -> None:
    days = {"first_day": date(2031, 5, 3), "last_day": date(2031, 5, 5)}
    take_in(empty, TERMS, replace(RECORD, ordinal=None, next_round=None, **days))  # type: ignore[arg-type]
    again = replace(RECORD, title="Of the last day", ordinal=None, next_round=None, first_day=date(2031, 5, 5))
    take_in(empty, replace(again, last_day=None))
    (held,) = all_of(empty, Round)
    assert (held.start, held.end) == (days["first_day"], days["last_day"])


def test_what_was_said_of_a_round_that_was_held_stays(empty: Workspace) -> None:
    take_in(empty, TERMS)
    day = date(2031, 5, 4)
    planned(empty, start=day, year=2031, venue=in_english("Old Hall"), status=RoundStatus.HELD)
    take_in(empty, RECORD)
    (held,) = (one for one in all_of(empty, Round) if one.ordinal == 2)
    assert (held.start, held.end, held.venue.read("en")) == (day, day, "Old Hall")


def test_days_that_a_record_foretells_are_kept_of_a_round_that_has_none(empty: Workspace) -> None:
    assert RECORD.next_round is not None
    first, last = date(2032, 4, 5), date(2032, 4, 6)
    coming = replace(RECORD.next_round, day=first, last_day=last)
    take_in(empty, TERMS, RECORD)
    take_in(empty, replace(RECORD, title="With the days", next_round=coming))
    assert [(one.start, one.end) for one in all_of(empty, Round) if one.ordinal == 3] == [(first, last)]
    take_in(empty, replace(RECORD, title="With one day", next_round=replace(coming, last_day=None)))
    assert [(one.start, one.end) for one in all_of(empty, Round) if one.ordinal == 3] == [(first, last)]


def test_a_round_that_a_record_foretells_has_all_its_days(empty: Workspace) -> None:
    assert RECORD.next_round is not None
    first, last = date(2032, 4, 5), date(2032, 4, 6)
    take_in(empty, replace(RECORD, next_round=replace(RECORD.next_round, day=first, last_day=last)))
    assert [(one.start, one.end) for one in all_of(empty, Round) if one.ordinal == 3] == [(first, last)]


def unsaid(ordinal: int, day: date, **more: object) -> Extract:
    """Return the record of a round that says neither where it was nor who hosted it."""
    bare = replace(RECORD, title=f"Round {ordinal}", ordinal=ordinal, place=None, host=None, commitments=())
    return replace(bare, first_day=day, last_day=day, **more)  # type: ignore[arg-type]


def test_who_hosted_the_first_round_is_the_same_in_whatever_order_records_are_read(empty: Workspace) -> None:
    later = (replace(RECORD, next_round=None), unsaid(3, date(2032, 5, 3), next_round=None))
    take_in(empty, TERMS, *later, unsaid(1, date(2030, 5, 3), next_round=None))
    hosts = {side.id: side.name.read("en") for side in all_of(empty, Side)}
    assert {one.ordinal: hosts[one.host_id] for one in all_of(empty, Round)} == {
        1: "Eastfold",
        2: "Westmark",
        3: "Eastfold",
    }


def test_after_an_exchange_the_next_host_is_the_one_whose_turn_it_is(empty: Workspace) -> None:
    assert RECORD.next_round is not None
    take_in(empty, TERMS, unsaid(1, date(2030, 5, 3), next_round=None))
    planned(
        empty,
        turn=TurnUse.EXCHANGED,
        reason=in_english("A flood."),
        start=date(2031, 5, 3),
        year=2031,
        status=RoundStatus.HELD,
    )
    coming = replace(RECORD.next_round, place=None, host=None, year=2033)
    take_in(empty, unsaid(3, date(2032, 6, 1), next_round=coming))
    hosts = {side.id: side.name.read("en") for side in all_of(empty, Side)}
    assert {one.ordinal: hosts[one.host_id] for one in all_of(empty, Round)} == {
        1: "Eastfold",
        2: "Eastfold",
        3: "Westmark",
        4: "Westmark",
    }
