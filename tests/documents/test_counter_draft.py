"""A draft of the other side is laid beside ours by its words, whatever numbers, brackets and order it has."""

from __future__ import annotations

import random

import pytest

from dialogue_prep.documents.counter_draft import (
    Counterpart,
    KnownWording,
    Match,
    TheirParagraph,
    laid_beside,
    their_paragraphs,
)

OWNERS = {"arvonia": "arvonia", "阿尔沃尼亚": "arvonia", "belmara": "belmara"}
MEETING = "The third round took place in Belport on 1 and 2 June 2032."
TALKS = "The two sides agreed to continue their talks on extradition."
POLICE = "Their police forces will exchange lists of stolen vehicles every month."
NEXT = "The fourth round will be hosted by Arvonia in 2033."
OURS = tuple(
    KnownWording(passage_id=f"p{number}", option_id=f"o{number}", owner="arvonia", words=words)
    for number, words in enumerate((MEETING, TALKS, POLICE, NEXT), start=1)
)


def beside(*lines: str, ours: tuple[KnownWording, ...] = OURS) -> tuple[Counterpart, ...]:
    return laid_beside(ours, their_paragraphs(lines, OWNERS, ("(ad referendum)",)))


def told(found: tuple[Counterpart, ...]) -> list[tuple[Match, str | None]]:
    return [(one.match, one.passage_id) for one in found]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("4. [Belmara: They may go on.]", ("4", "belmara", "They may go on.")),
        ("4 bis.\t[Arvonia : Elles poursuivront.]", ("4 bis", "arvonia", "Elles poursuivront.")),
        ("4. 〔阿尔沃尼亚：双方将继续。〕", ("4", "arvonia", "双方将继续。")),
        ("(5) They met. (ad referendum)", ("5", "", "They met.")),
        ("6、双方同意：继续会谈。", ("6", "", "双方同意：继续会谈。")),
        ("2018 was a good year.", ("", "", "2018 was a good year.")),
        ("3.5 million were spent.", ("", "", "3.5 million were spent.")),
        ("[Both: let us see.]", ("", "", "Both: let us see.")),
        ("7. [Arvonia: They meet in [place].]", ("7", "arvonia", "They meet in [place].")),
        (
            "8. [Arvonia: shall] or [Belmara: may] meet [soon]",
            ("8", "", "[Arvonia: shall] or [Belmara: may] meet [soon]"),
        ),
    ],
)
def test_numbers_brackets_and_owners_are_read_off(line: str, read: tuple[str, str, str]) -> None:
    (one,) = their_paragraphs([line], OWNERS, ("(ad referendum)",))
    assert (one.number, one.owner, one.words) == read


def test_paragraphs_are_the_same_changed_new_or_missing() -> None:
    changed = TALKS.replace("continue", "resume")
    seminar = "A seminar on the law of rivers will be held in spring."
    found = beside("Draft joint communiqué", f"1. {MEETING}", f"2. {changed}", f"3. {seminar}", f"4. {NEXT}")
    assert told(found) == [
        (Match.NEW, None),
        (Match.SAME, "p1"),
        (Match.CHANGED, "p2"),
        (Match.NEW, None),
        (Match.SAME, "p4"),
        (Match.MISSING, "p3"),
    ]
    assert [one.whole for one in found] == [False, True, True, True, True, True]
    assert found[3].after == "p2"
    assert [piece.words for piece in found[2].pieces if piece.kind != "same"] == ["continue", "resume"]


def test_quotes_and_spaces_make_no_difference() -> None:
    assert told(beside(f"1. {MEETING.replace(' took', '  took')}"))[0] == (Match.SAME, "p1")


def test_what_was_moved_is_found_and_said_to_be_elsewhere() -> None:
    found = beside(MEETING, NEXT, TALKS, POLICE.replace("every month", "every week"))
    assert told(found) == [(Match.SAME, "p1"), (Match.SAME, "p4"), (Match.SAME, "p2"), (Match.CHANGED, "p3")]
    assert [one.moved for one in found] == [False, True, False, False]


def test_only_what_was_put_first_or_last_is_said_to_be_elsewhere() -> None:
    for lines, moved in (((NEXT, MEETING, TALKS, POLICE), 0), ((TALKS, POLICE, NEXT, MEETING), 3)):
        assert [place for place, one in enumerate(beside(*lines)) if one.moved] == [moved]


def test_a_further_wording_stands_beside_the_passage_of_its_number() -> None:
    found = beside(f"1. {MEETING}", f"2. [Arvonia: {TALKS}]", "2 bis. [Belmara: Nothing is said of it.]")
    assert told(found)[1:3] == [(Match.SAME, "p2"), (Match.CHANGED, "p2")]
    assert (found[1].owner, found[2].owner) == ("arvonia", "belmara")


def test_a_passage_of_several_lines_is_one_counterpart() -> None:
    lines = "The sides will:\nexchange lists of vehicles;\nmeet every month."
    long = KnownWording(passage_id="p9", option_id="", owner="", words=lines)
    found = beside("1. The sides will:", "exchange lists of vehicles;", "meet every week.", ours=(long,))
    assert told(found) == [(Match.CHANGED, "p9")]
    assert found[0].words.splitlines()[-1] == "meet every week."


def test_known_changes_are_each_found_in_their_place() -> None:
    """Sixty drafts of made-up paragraphs, disturbed at random: no passage is taken for another."""
    chance = random.Random(7)
    subjects = ("rivers", "ports", "customs", "visas", "courts", "police", "mines", "schools", "trains", "grids")
    verbs = ("exchange lists of", "train officers for", "set up a hotline on", "review the rules of", "open talks on")
    made = [f"The two sides agreed to {verb} {one} before the next round." for one in subjects for verb in verbs]
    for _draft in range(60):
        words = chance.sample(made, 12)
        ours = tuple(
            KnownWording(passage_id=str(place), option_id="", owner="", words=one) for place, one in enumerate(words)
        )
        left_out, new = chance.randrange(12), "Nobody shall be extradited for a petty offence committed at sea."
        theirs = [
            TheirParagraph(number="", owner="", words=one.replace("agreed", "decided", place % 3 == 0), whole=True)
            for place, one in enumerate(words)
            if place != left_out
        ]
        theirs.insert(chance.randrange(12), TheirParagraph(number="", owner="", words=new, whole=True))
        found = laid_beside(ours, theirs)
        wrong = [one for one in found if one.passage_id and one.match is not Match.MISSING and _other(one, words)]
        assert wrong == []
        assert [one.passage_id for one in found if one.match is Match.MISSING] == [str(left_out)]
        assert [one.words for one in found if one.match is Match.NEW] == [new]


def _other(one: Counterpart, words: list[str]) -> bool:
    assert one.passage_id is not None
    return one.words.replace("decided", "agreed") != words[int(one.passage_id)]
